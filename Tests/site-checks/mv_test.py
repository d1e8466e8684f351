#!/usr/bin/env python3
"""Entries of a handbook get other ids with `folkmoot mv`: `check --strict` stays clean, old addresses lead to the new ones, nothing
keeps the old id, and moving back gives the original files, except for the old addresses."""

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import building

FOLDERS = ["communities", "events", "writeups", "resources", "people", "governments", "organisations", "roles", "topics", "skills", "handbook"]


def entries(content):
    """One path without `.md` of each entry that has a file, by folder; those in a community's folder too."""
    found = []
    for folder in FOLDERS + [str(path.relative_to(content)) for path in content.glob("communities/*/*") if path.is_dir()]:
        for path in sorted((content / folder).glob("*")):
            is_entry = path.is_dir() and (path / "index.md").is_file() or (path.suffix == ".md" and "." not in path.stem and path.stem != "index")
            if is_entry:
                found.append(f"{folder}/{path.name.removesuffix('.md')}")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    building.add_common_options(parser)
    parser.add_argument("--entries", type=int, default=12, help="how many, one of each folder first")
    options = parser.parse_args()
    building.require(options)
    faults, count = [], 0
    with tempfile.TemporaryDirectory() as scratch:
        content = Path(scratch, "content")
        shutil.copytree(options.content, content)

        def run(*arguments):
            return subprocess.run([options.folkmoot, *arguments, "--content", content], capture_output=True, text=True, check=False, env=building.environment())

        def expect(holds, what):
            nonlocal count
            count += 1
            if not holds:
                faults.append(what)
                print("FAULT", what, flush=True)

        every = entries(content)
        random.Random(1).shuffle(every)
        first = {path.rpartition("/")[0]: path for path in every}
        chosen = (list(first.values()) + [path for path in every if path not in first.values()])[: options.entries]
        chosen = [path for path in chosen if not any(path.startswith(f"{other}/") for other in chosen)]
        old = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
        for entry in chosen:
            name = entry.rpartition("/")[2]
            done = run("mv", entry, f"{entry}-renamed")
            expect(done.returncode == 0, f"{entry}: {done.stderr[:600]}")
        done = run("check", "--strict", "--as-of", building.AS_OF)
        expect(done.returncode == 0, f"after moving, check --strict says: {(done.stderr + done.stdout)[:1500]}")
        site, whole = Path(scratch, "site"), Path(scratch, "before")
        building.must_build(options.folkmoot, content, site)
        building.must_have_site(options.folkmoot, options.content, whole)
        gone = {path.relative_to(whole) for path in whole.rglob("*.html")} - {path.relative_to(site) for path in site.rglob("*.html")}
        expect(not gone, f"pages that are gone: {sorted(map(str, gone))[:6]}")
        for entry in chosen:
            page = site / entry / "index.html"
            expect(page.is_file() and f"{entry.rpartition('/')[2]}-renamed/" in page.read_text(encoding="utf-8"), f"{entry}: the old address leads nowhere")
        for entry in reversed(chosen):
            done = run("mv", f"{entry}-renamed", entry)
            expect(done.returncode == 0, f"{entry}, back: {done.stderr[:600]}")
        new = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
        expect(set(new) == set(old), f"other files than before: {sorted(map(str, set(new) ^ set(old)))[:6]}")
        redirect = re.compile(rb"^redirect_from: [^\n]*\n", re.MULTILINE)
        for path in set(new) & set(old):
            before, after = redirect.sub(b"", old[path]), redirect.sub(b"", new[path])
            # A page without facts now has some.
            expect(before == after or after == b"---\n---\n" + before, f"{path.relative_to(content)} is not as it was")
        for arguments, what in ((("mv", "roles/nothing", "roles/x"), "what is not there"), (("mv", chosen[0], "elsewhere/x"), "another folder"), (("mv", chosen[0], chosen[0].rpartition("/")[0] + "/Big Name"), "a name that is no id"), (("mv", chosen[0], "../x"), "a way out")):
            done = run(*arguments)
            expect(done.returncode == 2 and done.stderr.startswith("folkmoot: "), f"{what}: {done.returncode} {done.stderr[:300]}")
        expect({path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == new, "a move that was refused changed something")
    print(f"{count} looks at {len(chosen)} moves, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
