#!/usr/bin/env python3
"""Builds one handbook under different circumstances, all of which must give the same bytes.

One job and eight; files created in another order, in another place, with later times; another time zone and language.
Then builds again over what is there, which must write nothing.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

import building


def shuffled_copy(source, folder, seed):
    """The same files, created in another order and a year younger."""
    paths = sorted(path for path in source.rglob("*") if path.is_file())
    random.Random(seed).shuffle(paths)
    later = time.time() + 365 * 86400
    for path in paths:
        target = folder / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        os.utime(target, (later, later))


def whole(folder):
    """The tree and the manifest's bytes."""
    return {**building.tree(folder), building.MANIFEST: building.digest(folder / building.MANIFEST)}


def times(folder):
    return {path: (folder / path).stat().st_mtime_ns for path in building.files(whole(folder))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    building.add_common_options(parser)
    parser.add_argument("--seed", type=int, default=1, help="another number gives another order of files (default: 1)")
    options = parser.parse_args()
    building.require(options)
    # A file system in memory lists a folder in the order of creation; others list by a hash of the name.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="determinism-test-") as scratch, \
            tempfile.TemporaryDirectory(prefix="determinism-test-", dir=memory) as elsewhere:
        return run(options, Path(scratch), Path(elsewhere) / "content")


def run(options, scratch, copy):
    tally = building.Tally()
    # Feeds say what the git history says, which copies do not have.
    plain = shutil.copytree(options.content, scratch / "content")
    shuffled_copy(options.content, copy, options.seed)
    builds = {
        "one job": (plain, ["--jobs", "1"], {}),
        "eight jobs": (plain, ["--jobs", "8"], {}),
        "files in another order, a year younger": (copy, [], {}),
        "another time zone and language": (plain, [], {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "C"}),
    }
    expected, first = None, None
    for number, (name, (content, arguments, env)) in enumerate(builds.items()):
        output = scratch / f"output-{number}"
        building.must_build(options.folkmoot, content, output, *arguments, env=env)
        if expected is None:
            expected, first = whole(output), output
        else:
            tally.check(f"{name}: the same bytes as with one job", building.differences(whole(output), expected))

    earlier = times(first)
    result = building.must_build(options.folkmoot, plain, first)
    numbers = building.counts(result)
    tally.check("a second build reports 0 written and 0 removed",
                [] if numbers and numbers["written"] == numbers["removed"] == 0 else
                [f"the last line should read like `9 pages, 0 written, 12 unchanged, 0 removed, 0.1 s`; it counts {numbers}"])
    tally.check("a second build touches no file", building.differences(times(first), earlier))
    tally.check("a second build changes no file", building.differences(whole(first), expected))

    kept = scratch / "output-history"
    building.must_build(options.folkmoot, options.content, kept, "--jobs", "1")
    expected = whole(kept)
    building.must_build(options.folkmoot, options.content, kept, "--jobs", "8", env={"TZ": "Pacific/Auckland"})
    tally.check("with the history of git: the same bytes in another time zone", building.differences(whole(kept), expected))
    return tally.finish()


if __name__ == "__main__":
    sys.exit(main())
