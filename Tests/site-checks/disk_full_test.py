#!/usr/bin/env python3
"""Builds onto a disk that is too small, then onto the same disk made larger.

The first build must say which file did not fit and why, and end with neither 0 nor 1; what it leaves must be whole files.
The second must give what a build elsewhere gives. The disk is a file system in memory, which only root may mount:
without root, or where mounting is forbidden, the test is skipped.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import building

BLOCK = 4096


def disk_use(folder):
    """Bytes that the files take there, each rounded up to a block."""
    return sum(-(-(Path(here, name).stat().st_size) // BLOCK) * BLOCK for here, _, names in os.walk(folder) for name in names)


def skip(reason):
    print(f"skipped: {reason}")
    print("0 passed, 0 failed, 1 skipped")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    building.add_common_options(parser)
    parser.add_argument("--fraction", type=float, default=0.5, help="how much of the site the small disk holds (default: 0.5)")
    options = parser.parse_args()
    building.require(options)
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return skip("mounting a small file system needs root: run it with sudo")
    with tempfile.TemporaryDirectory(prefix="disk-full-test-") as scratch:
        reference, disk = Path(scratch, "reference"), Path(scratch, "disk")
        disk.mkdir()
        building.must_have_site(options.folkmoot, options.content, reference)
        size = disk_use(reference)
        small = max(int(size * options.fraction) // BLOCK, 2) * BLOCK
        mounted = mount(disk, f"size={small}")
        if mounted.returncode != 0:
            return skip(f"mounting is not allowed here: {mounted.stderr.strip()}")
        try:
            return run(options, reference, disk, larger=size * 4 + (16 << 20))
        finally:
            subprocess.run(["umount", str(disk)], check=True, timeout=60)


def mount(disk, choices):
    return subprocess.run(["mount", "-t", "tmpfs", "-o", choices, "tmpfs", str(disk)],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)


def run(options, reference, disk, larger):
    tally = building.Tally()
    expected = building.tree(reference)
    output = disk / "site"

    result = building.build(options.folkmoot, options.content, output)
    said = result.stderr.strip()[-1000:] or "(nothing on stderr)"
    tally.check("on a full disk the build ends with neither 0 nor 1, and not by a signal",
                [] if result.returncode > 1 else [f"it ended with {result.returncode}", said])
    tally.check("it says that there is no space left", [] if "No space left" in result.stderr else [said])
    names = [*building.files(expected), building.MANIFEST]
    tally.check("and names the file", [] if any(name in result.stderr for name in names) else [said])
    found = building.files(building.tree(output))
    tally.check("every file there is whole",
                [f"{path} is not what a complete build writes" for path in sorted(found) if found[path] != expected.get(path)])

    resized = mount(disk, f"remount,size={larger}")
    if resized.returncode != 0:
        building.stop(f"the disk could not be made larger: {resized.stderr.strip()}")
    result = building.build(options.folkmoot, options.content, output)
    tally.check("on a larger disk the build succeeds",
                [] if result.returncode == 0 else [f"it ended with {result.returncode}", result.stderr.strip()[-1000:]])
    tally.check("and gives the same site as elsewhere", building.differences(building.tree(output), expected))
    tally.check("with no temporary file left", building.temporary_files(output))
    print(f"the first build left {len(found)} of {len(building.files(expected))} files")
    return tally.finish()


if __name__ == "__main__":
    sys.exit(main())
