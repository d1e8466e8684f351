#!/usr/bin/env python3
"""Kills builds at random moments and looks at what they leave behind.

Each round changes a copy of the content, starts a build over the last complete one and kills it. After the kill every
file must hold the bytes of the build before or of the build after, nothing in between; an undisturbed build after it
must give exactly what a build into an empty folder gives. Files that the program did not make must survive.
"""

import argparse
import hashlib
import json
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import building

KEPT = b"Kept by hand.\n"
KEPT_DIGEST = hashlib.sha256(KEPT).hexdigest()


def page(name, text):
    return f"---\ntitle: {name}\nsummary: A page of the kill test.\n---\n\n{text}\n"


class Content:
    """A copy of the handbook and the changes made to it, none of which breaks a link."""

    def __init__(self, source, folder, rng):
        shutil.copytree(source, folder)
        self.folder, self.rng, self.spare = folder, rng, []
        self.pages = sorted(path for path in folder.rglob("*.md")
                            if not any(part.startswith((".", "_")) for part in path.relative_to(folder).parts))
        for number in range(3):
            self.add(f"before-{number}")

    def add(self, name):
        path = self.folder / "resources" / f"kill-test-{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(page(f"Kill test {name}", "Soon to be deleted."), encoding="utf-8")
        self.spare.append(path)

    def change(self, number):
        """Three pages grow, one goes, one comes; every second round the site's licence, and so every page's foot, changes too."""
        for path in self.rng.sample(self.pages, min(3, len(self.pages))):
            with path.open("a", encoding="utf-8") as file:
                file.write(f"\n\nChanged in round {number}.\n")
        self.spare.pop(0).unlink()
        self.add(f"round-{number}")
        if number % 2 == 0:
            settings = self.folder / "site.yaml"
            text = settings.read_text(encoding="utf-8")
            without = re.sub(r"(?m)^licence:.*\n", "", text)
            settings.write_text(f"{without.rstrip()}\nlicence: Round {number}\n", encoding="utf-8")


def kill_after(command, delay):
    """Whether the child was still running when the signal came."""
    child = subprocess.Popen(command, env=building.environment(), stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    child.kill()
    return child.wait(timeout=building.TIMEOUT) == -signal.SIGKILL


def leave_foreign_files(output):
    """A file beside the site's own, and one with a leading dot. Returns their paths."""
    output.mkdir()
    foreign = [output / "kept-by-hand.txt", output / ".kept-by-hand"]
    for path in foreign:
        path.write_bytes(KEPT)
    return foreign


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    building.add_common_options(parser)
    parser.add_argument("--kills", type=int, default=100, help="rounds (default: 100)")
    parser.add_argument("--seed", type=int, default=1, help="another number kills at other moments (default: 1)")
    options = parser.parse_args()
    building.require(options)
    with tempfile.TemporaryDirectory(prefix="kill-test-") as scratch:
        return run(options, Path(scratch), random.Random(options.seed))


def run(options, scratch, rng):
    tally = building.Tally()
    content = Content(options.content, scratch / "content", rng)
    output, reference = scratch / "output", scratch / "reference"
    foreign = leave_foreign_files(output)

    building.must_have_site(options.folkmoot, content.folder, reference)
    before = building.tree(reference)
    started = time.monotonic()
    building.must_build(options.folkmoot, content.folder, output)
    expected_time = time.monotonic() - started
    # A foreign file in a folder of the site's own; the page of the folder is deleted later.
    foreign.append(output / "resources" / content.spare[0].stem / "kept-by-hand.txt")
    if foreign[-1].parent.is_dir():
        foreign[-1].write_bytes(KEPT)
    else:
        foreign.pop()
    kept = {path.relative_to(output).as_posix(): KEPT_DIGEST for path in foreign if path.name[0] != "."}
    kept.update({f"{path.parent.relative_to(output).as_posix()}/": "" for path in foreign if path.parent != output})

    running = partial = 0
    for number in range(options.kills):
        content.change(number)
        shutil.rmtree(reference)
        building.must_build(options.folkmoot, content.folder, reference)
        after = building.tree(reference)

        delay = rng.random() * expected_time
        running += kill_after(building.command(options.folkmoot, content.folder, output), delay)
        found = building.files(building.tree(output))
        partial += half_way(found, building.files(before), building.files(after))
        tally.check(f"round {number}, killed after {delay:.3f} s", torn(found, before, after, kept) + torn_manifest(output))

        started = time.monotonic()
        result = building.build(options.folkmoot, content.folder, output)
        # Every second build writes little; the next kill must still find the long ones at work.
        expected_time = max(time.monotonic() - started, expected_time * 0.8)
        tally.check(f"round {number}, build after the kill", unrecovered(result, output, reference, after, kept))
        before = after

    for path in foreign:
        intact = path.is_file() and path.read_bytes() == KEPT
        tally.check(f"{path.relative_to(output)} survives",
                    [] if intact else ["a file that the program did not make was changed or removed"])
    print(f"{running} of {options.kills} kills landed while the build was running, {options.kills - running} after it had "
          f"finished; {partial} left the site half old, half new")
    if not running and options.kills:
        tally.check("kills land", ["no kill hit a running build: use a larger handbook or more --kills"])
    return tally.finish()


def torn(found, before, after, kept):
    """What a killed build may not leave: a file that is neither old nor new, a stranger, a gap."""
    problems = []
    for path, value in sorted(found.items()):
        allowed = {tree[path] for tree in (before, after, kept) if path in tree}
        if value not in allowed:
            problems.append(f"{path} is neither the old nor the new one" if allowed else f"{path} belongs to neither build")
    steady = building.files(before).keys() & after.keys()
    return problems + [f"{path} is gone, though both builds have it" for path in sorted(steady - found.keys())]


def torn_manifest(output):
    try:
        building.manifest(output)
    except (OSError, json.JSONDecodeError) as error:
        return [f"{building.MANIFEST} cannot be read: {error}"]
    return []


def half_way(found, before, after):
    """Whether some of the changed files are new already and others are not."""
    changed = [path for path in before.keys() | after.keys() if before.get(path) != after.get(path)]
    return 0 < sum(found.get(path) == after.get(path) for path in changed) < len(changed)


def unrecovered(result, output, reference, after, kept):
    """How the site differs from a build into an empty folder."""
    if result.returncode != 0:
        return [f"it ended with {result.returncode}: {result.stderr.strip()[-500:]}"]
    problems = building.differences(building.tree(output), {**after, **kept})
    if building.manifest(output) != building.manifest(reference):
        problems.append(f"{building.MANIFEST} differs from that of a build into an empty folder")
    return problems + [f"temporary file left: {name}" for name in building.temporary_files(output)]


if __name__ == "__main__":
    sys.exit(main())
