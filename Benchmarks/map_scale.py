#!/usr/bin/env python3
"""The map of a large network: how long the layout takes, how large its page is, and how soon a keystroke shows its result.

Generates communities that share people, so that so many pairs are connected, and opens the map in headless Chromium."""

import argparse
import gzip
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "Tests/browser"), str(ROOT / "Tests/site-checks")]
PAGE_LIMIT, GZIP_LIMIT, KEY_LIMIT, LAYOUT_LIMIT = 4_000_000, 500_000, 100, 2.0
KEYSTROKES = "open data people"
TYPE = """async (text) => {
  const field = document.querySelector('.map-form input[name=q]'), times = [];
  for (const letter of text) {
    const start = performance.now();
    field.value += letter;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    // Two frames on, the result of the first has been drawn.
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    times.push(performance.now() - start);
  }
  return times;
}"""


def generate(folder, communities, pairs, seed):
    rng = random.Random(seed)
    words = "open data design service product content research cloud security policy finance digital people delivery learning".split()
    members = [[] for _ in range(communities)]
    shared, person = set(), 0
    while len(shared) < pairs:
        person += 1
        home = rng.randrange(communities)
        own = {home} | {(home + int(rng.gauss(0, 12))) % communities if rng.random() < 0.9 else rng.randrange(communities) for _ in range(rng.choice([1, 1, 2, 3]))}
        for community in own:
            members[community].append(f"Person {person}")
        shared |= {(a, b) for a in own for b in own if a < b}
    folder.joinpath("communities").mkdir(parents=True)
    folder.joinpath("site.yaml").write_text("title: Scale\n")
    for n, people in enumerate(members):
        lines = "".join(f"  - person: {name}\n" for name in people)
        text = f"---\nname: {rng.choice(words).title()} {rng.choice(words)} people of place {n}\nsummary: People who share what works in {rng.choice(words)} and {rng.choice(words)} across teams.\n"
        text += f"government: government-{n % 40}\nroles: [role-{rng.randrange(30)}, role-{rng.randrange(30)}]\ntopics: [topic-{rng.randrange(80)}, topic-{rng.randrange(80)}]\n"
        text += f"stage: {rng.choice(['forming', 'maturing'])}\nmember_count: {{count: {rng.randrange(5, 900)}, as_of: 2026-01}}\n"
        text += f"members:\n{lines}---\n" if people else "---\n"
        folder.joinpath(f"communities/c{n}.md").write_text(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folkmoot", type=Path, required=True)
    parser.add_argument("--communities", type=int, default=2000)
    parser.add_argument("--pairs", type=int, default=10000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    from tools import in_venv

    in_venv()
    short = []
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        generate(scratch / "content", options.communities, options.pairs, options.seed)
        run = subprocess.run([options.folkmoot, "build", "--content", scratch / "content", "--output", scratch / "site", "--timings", "--keep-going"], capture_output=True, text=True)
        if run.returncode:
            sys.exit(run.stderr)
        timings = [line for line in run.stderr.splitlines() if re.search(r"\d\.\d+ s", line)]
        print("\n".join(timings[-8:]))
        layout = next((float(found.group(1)) for line in timings if line.startswith("draw the map") and (found := re.search(r"(\d+\.\d+) s", line))), None)
        page = scratch.joinpath("site/map/index.html").read_bytes()
        data = next(scratch.joinpath("site/assets").glob("network-*.js")).read_bytes()
        sizes = {"page": (len(page), len(gzip.compress(page, 6))), "its data": (len(data), len(gzip.compress(data, 6)))}
        for name, (raw, packed) in sizes.items():
            print(f"{name}: {raw:,} bytes, {packed:,} gzipped")
        times = keystrokes(scratch / "site")
        print(f"keystrokes to the result: {', '.join(f'{time:.0f}' for time in times)} ms; the slowest {max(times):.0f}")
        if layout is None or layout > LAYOUT_LIMIT:
            short.append(f"the layout takes {layout} s")
        if sizes["page"][0] > PAGE_LIMIT or sizes["page"][1] > GZIP_LIMIT:
            short.append("the page is too large")
        if max(times) > KEY_LIMIT:
            short.append(f"a keystroke takes {max(times):.0f} ms")
    for line in short:
        print("short:", line)
    return 1 if short else 0


def keystrokes(site):
    from chromium import launched, tab
    from serving import serve

    with serve(site) as address, launched() as browser, tab(browser, viewport={"width": 1280, "height": 900}) as page:
        page.goto(address + "map/")
        page.wait_for_selector("[data-state=ready]")
        page.wait_for_timeout(1000)
        return page.evaluate(TYPE, KEYSTROKES)


if __name__ == "__main__":
    sys.exit(main())
