#!/usr/bin/env python3
"""Compares the map's layout with graphviz on the same edges in one run: how many of a community's neighbours are nearest to
it, what overlaps, and how far the others move when one community leaves. Of the arrangement by government: how many of the five
nearest to a community are of its government, and how many lines cross, compared with governments in rows by their names. Each row of the table is a network; `dense` is
generated: 123 groups that share many people, as large organisations have. Needs sfdp, fdp and neato (Debian: graphviz)."""

import argparse
import json
import math
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folkmoot", type=Path, required=True)
    parser.add_argument("--content", type=Path, action="append", default=[], help="a handbook; can be given again")
    parser.add_argument("--builds", type=int, default=20, help="builds with one community removed each")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if not shutil.which("sfdp"):
        sys.exit("sfdp is not there: install graphviz (apt-get install graphviz).")
    failures = []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        handbooks = [(path.resolve().name if path.resolve().name != "content" else path.resolve().parent.name, path) for path in options.content]
        handbooks.append(("dense", dense(scratch / "dense", options.seed)))
        for name, content in handbooks:
            failures += measure(options, name, content, scratch / f"work-{name}")
    for failure in failures:
        print("short:", failure)
    return 1 if failures else 0


# --- networks


def dense(folder, seed, groups=123, pairs=978):
    """Groups in departments; people are in one or two, some in many; until so many pairs share somebody."""
    rng = random.Random(seed)
    weights = [rng.gammavariate(1.5, 1) for _ in range(10)]
    departments = rng.choices(range(10), weights, k=groups)
    members = [[] for _ in range(groups)]
    shared, person = set(), 0
    while len(shared) < pairs:
        person += 1
        count = min(14, int(rng.paretovariate(1.5)))
        home = [g for g in range(groups) if departments[g] == departments[rng.randrange(groups)]]
        own = {rng.choice(home) if rng.random() < 0.72 else rng.randrange(groups) for _ in range(count)}
        for group in own:
            members[group].append(f"Person {person}")
        shared |= {(a, b) for a in own for b in own if a < b}
    folder.joinpath("communities").mkdir(parents=True)
    folder.joinpath("site.yaml").write_text("title: Dense\n")
    for group, people in enumerate(members):
        lines = "".join(f"  - person: {name}\n" for name in people)
        text = f"---\nname: Group {group}\nsummary: S.\nmembers:\n{lines}---\n" if people else f"---\nname: Group {group}\nsummary: S.\n---\n"
        folder.joinpath(f"communities/group-{group}.md").write_text(text)
    return folder


def built(options, content, scratch):
    """The network of a handbook: `{id: (x, y, r)}` and pairs of ids."""
    output = scratch / "site"
    shutil.rmtree(output, ignore_errors=True)
    result = subprocess.run([options.folkmoot, "build", "--content", content, "--output", output, "--keep-going"], capture_output=True, text=True)
    if result.returncode:
        sys.exit(result.stderr)
    data = json.loads(output.joinpath("data/network.json").read_text())
    nodes = {node["id"]: (node["x"], node["y"], node["r"]) for node in data["nodes"]}
    return nodes, sorted({tuple(sorted((edge["from"], edge["to"]))) for edge in data["edges"]})


def graphviz(program, ids, edges):
    """The same in a picture by graphviz, every node as large as a circle of 8 in a picture 1000 wide."""
    number = {name: index for index, name in enumerate(ids)}
    text = "graph g {\nnode [shape=circle,width=0.22,fixedsize=true,label=\"\"];\n"
    text += "".join(f"n{index};\n" for index in number.values())
    text += "".join(f"n{number[a]} -- n{number[b]};\n" for a, b in edges) + "}\n"
    out = subprocess.run([program, "-Goverlap=prism", "-Tplain"], input=text, capture_output=True, text=True, check=True).stdout
    places = {}
    for line in out.splitlines():
        words = line.split()
        if words and words[0] == "node":
            places[ids[int(words[1][1:])]] = (float(words[2]), float(words[3]), 0.11)
    return places


# --- measures


def share(nodes, edges):
    """Of each node's neighbours, how many are among as many nearest nodes; the mean over nodes with neighbours."""
    neighbours = {}
    for a, b in edges:
        neighbours.setdefault(a, set()).add(b)
        neighbours.setdefault(b, set()).add(a)
    shares = []
    for name, own in neighbours.items():
        x, y, _ = nodes[name]
        nearest = sorted((other for other in nodes if other != name), key=lambda other: (nodes[other][0] - x) ** 2 + (nodes[other][1] - y) ** 2)
        shares.append(len(own & set(nearest[: len(own)])) / len(own))
    return sum(shares) / len(shares) if shares else 1.0


def overlaps(nodes):
    places = list(nodes.values())
    return sum(math.dist(a[:2], b[:2]) < a[2] + b[2] for i, a in enumerate(places) for b in places[:i])


def movement(before, after, is_aligned=True):
    """How far nodes of both moved on average, as a share of the diameter, after the turn, mirror image, size and shift that fit
    best (or as they are)."""
    common = [name for name in before if name in after]
    a = [complex(*before[name][:2]) for name in common]
    b = [complex(*after[name][:2]) for name in common]
    diameter = max(abs(p - q) for p in a for q in a)
    if is_aligned:
        middle_a, middle_b = sum(a) / len(a), sum(b) / len(b)
        a, b = [p - middle_a for p in a], [p - middle_b for p in b]
        b = min((best(a, image) for image in (b, [q.conjugate() for q in b])), key=lambda image: sum(abs(p - q) ** 2 for p, q in zip(a, image)))
    return sum(abs(p - q) for p, q in zip(a, b)) / len(a) / diameter


def best(a, b):
    factor = sum(q.conjugate() * p for p, q in zip(a, b)) / sum(abs(q) ** 2 for q in b)
    return [q * factor for q in b]


def without(edges, name):
    return [edge for edge in edges if name not in edge]


# --- the arrangement by government


def by_government(page, data, edges):
    """`(share of the five nearest that are of one's government, crossings, crossings with governments in rows by name)`; `None`
    where there is no such arrangement."""
    found = dict(re.findall(r'data-community="([^"]+)"[^>]*data-region="([^"]+)"', page))
    if not found:
        return None
    places = {name: tuple(map(float, at.split())) for name, at in found.items()}
    of = {node["id"]: (node["government"] or [""])[0] for node in data["nodes"]}
    within = []
    for name, (x, y) in places.items():
        nearest = sorted((other for other in places if other != name), key=lambda other: math.dist((x, y), places[other]))[:5]
        within.append(sum(of[other] == of[name] for other in nearest) / min(5, max(1, sum(of[other] == of[name] for other in places) - 1)))
    alone = [share for name, share in zip(places, within) if sum(government == of[name] for government in of.values()) > 1]
    return sum(alone) / len(alone), crossings(places, edges), crossings(in_rows(places, of), edges)


def in_rows(places, of):
    """The same regions, each as it is within, in rows by their names."""
    circles, x, y, high = {}, 0.0, 0.0, 0.0
    for government in sorted(set(of.values())):
        own = [name for name in places if of[name] == government]
        left, top = min(places[name][0] for name in own), min(places[name][1] for name in own)
        wide, tall = (max(places[name][axis] for name in own) - least + 50 for axis, least in ((0, left), (1, top)))
        if x + wide > 1000:
            x, y, high = 0.0, y + high, 0.0
        for name in own:
            circles[name] = places[name][0] - left + x, places[name][1] - top + y
        x, high = x + wide, max(high, tall)
    return circles


def crossings(places, edges):
    lines = [(a, b, places[a], places[b]) for a, b in edges]

    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return sum(not {a, b} & {c, d} and side(p, q, r) * side(p, q, s) < 0 and side(r, s, p) * side(r, s, q) < 0
               for index, (a, b, p, q) in enumerate(lines) for c, d, r, s in lines[:index])


# --- the table


def measure(options, name, content, scratch):
    scratch.mkdir()
    copy = scratch / "content"
    shutil.copytree(content, copy)
    nodes, edges = built(options, copy, scratch)
    ids = sorted(nodes)
    removed = random.Random(options.seed).sample(ids, min(options.builds, len(ids)))
    print(f"\n{name}: {len(nodes)} communities, {len(edges)} connected pairs, {len(removed)} builds with one removed")
    print(f"{'':24}{'neighbours nearest':>20}{'overlaps':>10}{'movement':>10}{'worst':>8}{'as it is':>14}")
    site = scratch / "site"
    regions = by_government(site.joinpath("map/index.html").read_text(), json.loads(site.joinpath("data/network.json").read_text()), edges)
    own = [taken_away(options, copy, scratch, one) for one in removed]
    failures = []
    ours = row("folkmoot", nodes, edges, own)
    subprocess.run([options.folkmoot, "map", "pin", "--content", copy], check=True, capture_output=True)
    pinned_nodes, _ = built(options, copy, scratch)
    pinned = row("folkmoot, pinned", pinned_nodes, edges, [taken_away(options, copy, scratch, one) for one in removed])
    for program in ("sfdp", "fdp", "neato"):
        theirs = row(program, graphviz(program, ids, edges), edges, [graphviz(program, [i for i in ids if i != one], without(edges, one)) for one in removed])
        if ours[0] < theirs[0]:
            failures.append(f"{name}: fewer neighbours are nearest than with {program}")
        if name == "dense" and ours[2] > theirs[2]:
            failures.append(f"{name}: more movement than with {program}")
    if regions:
        print(f"by government: {regions[0]:.3f} of the five nearest are of the same, {regions[1]} crossings; in rows by name {regions[2]}")
        if regions[0] < 0.95 or regions[1] >= regions[2]:
            failures.append(f"{name}: by government, neighbours are abroad, or more lines cross than in rows")
    if ours[1] or pinned[1]:
        failures.append(f"{name}: circles overlap")
    if ours[2] >= 0.05:
        failures.append(f"{name}: the others move by {ours[2]:.1%}")
    if pinned[2] >= 0.01:
        failures.append(f"{name}: pinned, the others move by {pinned[2]:.1%}")
    return failures


def taken_away(options, content, scratch, name):
    """The network without one community, whatever else names it."""
    paths = [content / f"communities/{name}.md", content / f"communities/{name}"]
    hidden = scratch / "hidden"
    hidden.mkdir()
    there = [path for path in paths if path.exists()]
    for path in there:
        path.rename(hidden / path.name)
    nodes, _ = built(options, content, scratch)
    for path in there:
        (hidden / path.name).rename(path)
    hidden.rmdir()
    return nodes


def row(label, nodes, edges, others):
    moves = [movement(nodes, other) for other in others]
    raw = [movement(nodes, other, is_aligned=False) for other in others]
    result = (share(nodes, edges), overlaps(nodes), sum(moves) / len(moves))
    print(f"{label:24}{result[0]:20.3f}{result[1]:10}{result[2]:10.1%}{max(moves):8.1%}{sum(raw) / len(raw):14.1%}", flush=True)
    return result


if __name__ == "__main__":
    sys.exit(main())
