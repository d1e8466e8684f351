#!/usr/bin/env python3
"""Reads the network of a built site back as third-party programs do, and compares it with data/network.json: networkx
(GraphML, GEXF, JSON), igraph (GraphML), graphviz (what networkx hands on), and the two sheets. Nodes, edges, facts with their
types, places and sizes have to be equal.

The readers come from PyPI, into .build/graph-venv. Where they cannot be installed the check is left out, and says so.
"""

import argparse
import csv
import json
import math
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

import building
import environments

VENV = Path(__file__).resolve().parent.parent.parent / ".build/graph-venv"
PACKAGES = ["networkx==3.6.1", "igraph==1.0.0", "pygraphviz==2.0.4"]
FRACTIONS = ("x", "y", "size")
LISTS = {"governments": ("government", "government"), "roles": ("roles", "role"), "topics": ("topics", "topic")}

# Names with signs of XML, of sheets, of DOT and of lists; a colon, a backslash, a line end, a control character, right-to-left
# letters and one beyond the first 65,536; connections of all kinds, two of them between one pair, and both ways.
AWKWARD = {
    "site.yaml": "title: T\nbase_url: https://example.org/a/\n",
    "governments/north.md": "---\nname: \"North; \\\"South\\\" & <East>\"\n---\n",
    "roles/baker.md": "---\nname: '=Baker'\n---\n", "topics/bread.md": "---\nname: \"a\\\\b: c\"\n---\n",
    "communities/a.md": "---\nname: \"<b>\\u0007\\uFFFE & 'x' \\\"y\\\"\"\nsummary: S.\ngovernment: north\nroles: [baker]\ntopics: [bread]\n"
                        "scope: international\nmember_count: {count: 9000, as_of: 2026}\n"
                        "connections: [{to: b, kind: part-of}, {to: c, kind: sister}]\n"
                        "members: [{person: Ada Example}, {person: Grace Example}]\n---\n",
    "communities/b.md": "---\nname: '@SUM(1); x'\nsummary: S.\ntopics: [bread]\nstage: forming\n"
                        "connections: [{to: a, kind: partner}, {to: c, kind: grew-from}]\nmembers: [{person: Ada Example}]\n---\n",
    "communities/c.md": "---\nname: \"مجتمع\\n\\t😀\"\nsummary: S.\nclosed: 2020\nsuccessor: b\n---\n",
    "communities/d.md": "---\nname: 1e5\nsummary: S.\nroles: [baker]\ntopics: [bread]\ngovernment: north\n---\n",
}


class Expected:
    """Nodes by id, and edges with how often each is there, as data/network.json and data/pages.json have them."""

    def __init__(self, data):
        self.json = json.loads(Path(data, "network.json").read_text(encoding="utf-8"))
        pages = json.loads(Path(data, "pages.json").read_text(encoding="utf-8"))
        default = pages[0]["lang"] if len({page["lang"] for page in pages}) == 1 else None
        self.titles = {}
        for page in pages:
            # The pages of the default language have no folder of theirs.
            if default or not page["url"].startswith(page["lang"] + "/"):
                self.titles[page["kind"], page["id"]] = " ".join(page["title"].split("\n"))
        self.nodes = {node["id"]: self.node(node) for node in self.json["nodes"]}
        stated = [(edge, edge["weight"]) for edge in self.json["edges"]]
        likeness = [({**one, "kind": "suggestion", "declared": False, "directed": False}, one["score"])
                    for one in self.json["suggestions"]]
        self.edges = [self.edge(edge, weight) for edge, weight in stated + likeness]

    def node(self, node):
        facts = {"label": node["name"], "kind": "community", "url": node["url"], "x": node["x"], "y": node["y"],
                 "size": node["r"]}
        for name, (key, kind) in LISTS.items():
            if node[key]:
                facts[name] = "; ".join(self.titles[kind, one] for one in node[key])
        return facts | {name: node[name] for name in ("stage", "scope", "members") if name in node}

    @staticmethod
    def edge(edge, weight):
        facts = {"kind": edge["kind"], "weight": weight, "directed": edge["directed"]}
        if edge["reasons"]:
            facts["label"] = (" " if edge["kind"] == "suggestion" else "; ").join(edge["reasons"])
        if edge["declared"]:
            facts["stated_by"] = edge["from"]
        return (edge["from"], edge["to"], facts)


def typed(facts):
    """With the type of each value, so that 8 and 8.0 differ; sorted."""
    return tuple(sorted((name, type(value).__name__, str(value)) for name, value in facts.items()))


def counted(edges):
    """Edges without an order of their ends, with how often each is there."""
    return Counter((tuple(sorted((one, other))), typed(facts)) for one, other, facts in edges)


def compare(tally, name, expected, nodes, edges, change=lambda facts: facts):
    """`nodes`: facts by id; `edges`: both ends and facts; `change`: what a reader without some type makes of facts."""
    wanted = {node: typed(change(facts)) for node, facts in expected.nodes.items()}
    found = {node: typed(facts) for node, facts in nodes.items()}
    tally.check(f"{name}: nodes", [f"{node}: {set(found.get(node, ())) ^ set(wanted.get(node, ()))}"
                                   for node in sorted(wanted.keys() | found.keys()) if wanted.get(node) != found.get(node)])
    wanted, found = counted((a, b, change(facts)) for a, b, facts in expected.edges), counted(edges)
    tally.check(f"{name}: edges", [f"missing: {one}" for one in wanted - found] + [f"unexpected: {one}" for one in found - wanted])
    print(f"{name}: {len(nodes)} nodes, {sum(found.values())} edges")


def relative(expected, facts):
    """The address of a page without that of the site, which has to be there."""
    if "url" not in facts or not facts["url"].startswith(expected.base):
        return facts
    return {**facts, "url": facts["url"].removeprefix(expected.base)}


def networkx_graphml(expected, data, tally):
    import networkx
    graph = networkx.read_graphml(Path(data, "network.graphml"))
    compare(tally, f"networkx {networkx.__version__}, GraphML", expected,
            {node: relative(expected, facts) for node, facts in graph.nodes(data=True)}, graph.edges(data=True))
    return graph


def networkx_gexf(expected, data, tally):
    import networkx
    graph = networkx.read_gexf(Path(data, "network.gexf"), version="1.3")
    nodes, ids = {}, []
    for node, facts in graph.nodes(data=True):
        viz = facts.pop("viz")
        place = viz["position"]
        nodes[node] = relative(expected, facts) | {"size": viz["size"], "x": place["x"], "y": place["y"]}
    edges = []
    for one, other, facts in graph.edges(data=True):
        ids.append(facts.pop("id"))
        edges.append((one, other, facts))
    tally.check("GEXF: each edge has an id of its own", [] if len(set(ids)) == len(ids) else ["some are the same"])
    compare(tally, f"networkx {networkx.__version__}, GEXF", expected, nodes, edges)


def networkx_json(expected, tally):
    """As its documentation says to read such a file; likenesses are a list of their own there."""
    import networkx
    graph = networkx.node_link_graph(expected.json, source="from", target="to", edges="edges")
    tally.check("network.json in networkx", [
        text for text, is_wrong in [
            ("the graph has a direction", graph.is_directed()), ("edges beside others are lost", not graph.is_multigraph()),
            (f"{graph.number_of_nodes()} nodes", graph.number_of_nodes() != len(expected.json["nodes"])),
            (f"{graph.number_of_edges()} edges", graph.number_of_edges() != len(expected.json["edges"])),
        ] if is_wrong] + [f"{node}: {name} is {value!r}" for name in ("x", "y", "r")
                          for node, value in graph.nodes(data=name) if type(value) is not float])
    print(f"networkx {networkx.__version__}, JSON: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")
    try:
        with tempfile.TemporaryDirectory() as folder:
            networkx.write_graphml(graph_of_plain_facts(graph), Path(folder, "again.graphml"))
            text = Path(folder, "again.graphml").read_text(encoding="utf-8")
        keys = [name for name in ("x", "y", "r") if text.count(f'attr.name="{name}"') > 1]
        tally.check("network.json through networkx into GraphML", [f"two keys for {name}" for name in keys])
    except networkx.NetworkXError as error:
        tally.check("network.json through networkx into GraphML", [str(error)])


def graph_of_plain_facts(graph):
    """Without lists, which networkx cannot write."""
    copy = graph.copy()
    for facts in [facts for _, facts in copy.nodes(data=True)] + [facts for _, _, facts in copy.edges(data=True)]:
        for name in [name for name, value in facts.items() if isinstance(value, list)]:
            del facts[name]
    return copy


def without_nothing(facts):
    """igraph has each fact on each node and edge: an empty text or no number where the file has none."""
    return {name: value for name, value in facts.items()
            if value != "" and not (isinstance(value, float) and math.isnan(value))}


def igraph_graphml(expected, data, tally):
    import igraph
    graph = igraph.Graph.Read_GraphML(str(Path(data, "network.graphml")))
    tally.check("igraph: the graph has no direction", ["it has one"] if graph.is_directed() else [])
    nodes = {vertex["id"]: relative(expected, without_nothing({name: value for name, value in vertex.attributes().items()
                                                               if name != "id"})) for vertex in graph.vs}
    ids = graph.vs["id"]
    edges = [(ids[edge.source], ids[edge.target], without_nothing(edge.attributes())) for edge in graph.es]
    # All its numbers are fractions.
    compare(tally, f"igraph {igraph.__version__}, GraphML", expected, nodes, edges,
            lambda facts: {**facts, "members": float(facts["members"])} if "members" in facts else facts)


def graphviz(expected, graph, tally):
    """What networkx hands to graphviz, written and read by graphviz itself, where all values are texts."""
    import networkx
    import pygraphviz
    text = networkx.nx_agraph.to_agraph(graph).to_string()
    again = pygraphviz.AGraph(string=text)
    nodes = {str(node): relative(expected, without_nothing(node.attr.to_dict())) for node in again.nodes()}
    edges = [(str(one), str(other), without_nothing(
        {name: value for name, value in again.get_edge(one, other, key).attr.to_dict().items() if name != "key"}))
        for one, other, key in again.edges(keys=True)]
    compare(tally, f"graphviz (pygraphviz {pygraphviz.__version__}), DOT", expected, nodes, edges,
            lambda facts: {name: str(value) for name, value in facts.items()})


def cell(text):
    """Without the mark that keeps spreadsheet programs from computing."""
    return text[1:] if text.startswith("'") else text


def sheets(expected, data, tally):
    def rows(name):
        with open(Path(data, name), encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    nodes = {}
    for row in rows("nodes.csv"):
        facts = {name.lower(): cell(text) for name, text in row.items() if text != "" and name != "Id"}
        facts |= {name: float(facts[name]) for name in FRACTIONS}
        if "members" in facts:
            facts["members"] = int(facts["members"])
        nodes[cell(row["Id"])] = relative(expected, facts)
    edges = []
    directions = {"Directed": True, "Undirected": False}
    for row in rows("edges.csv"):
        facts = {name.lower(): cell(text) for name, text in row.items() if text != "" and name not in ("Source", "Target", "Type")}
        edges.append((cell(row["Source"]), cell(row["Target"]),
                      {**facts, "weight": float(row["Weight"]), "directed": directions[row["Type"]]}))
    tally.check("edges.csv: the first end is the one that states it", [
        f"{one[:2]} for {other[:2]}" for one, other in zip(edges, expected.edges) if one[:2] != other[:2]])
    # A sheet needs no word for it, because its ends have an order.
    compare(tally, "nodes.csv and edges.csv", expected, nodes, edges,
            lambda facts: {name: value for name, value in facts.items() if name != "stated_by"})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    building.add_common_options(parser)
    parser.add_argument("--keep-going", action="store_true", help="the handbook has errors; what is valid is looked at")
    options = parser.parse_args()
    building.require(options)
    environments.enter(VENV, PACKAGES, "graph-packages", environments.leave_out)
    tally = building.Tally()
    with tempfile.TemporaryDirectory() as folder:
        awkward = Path(folder, "awkward")
        for path, text in AWKWARD.items():
            (awkward / path).parent.mkdir(parents=True, exist_ok=True)
            (awkward / path).write_text(text, encoding="utf-8")
        check(options.folkmoot, awkward, Path(folder, "awkward-site"), [], tally)
        check(options.folkmoot, options.content, Path(folder, "site"), ["--keep-going"] * options.keep_going, tally)
    return tally.finish()


def check(folkmoot, content, output, more, tally):
    result = building.build(folkmoot, content, output, *more)
    data = output / "data"
    if not (data / "network.json").is_file():
        building.stop(f"the build of {content} made no data/network.json:\n{result.stderr[-2000:]}")
    expected = Expected(data)
    settings = (content / "site.yaml").read_text(encoding="utf-8")
    base = re.search(r"^base_url: *(\S+)", settings, re.MULTILINE)
    expected.base = base[1].strip("\"'").rstrip("/") + "/" if base else ""
    print(f"{content.name}: {len(expected.nodes)} nodes, {len(expected.edges)} edges; sizes in bytes: " + ", ".join(
        f"{name} {(data / name).stat().st_size}" for name in
        ("network.json", "network.graphml", "network.gexf", "nodes.csv", "edges.csv")))
    graph = networkx_graphml(expected, data, tally)
    networkx_gexf(expected, data, tally)
    networkx_json(expected, tally)
    igraph_graphml(expected, data, tally)
    graphviz(expected, graph, tally)
    sheets(expected, data, tally)


if __name__ == "__main__":
    sys.exit(main())
