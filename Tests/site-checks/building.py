"""What the build tests here share: running the program, reading an output folder, counting outcomes."""

import argparse
import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

AS_OF = "2026-11-24"
MANIFEST = ".folkmoot-manifest.json"
TEMPORARY = ".folkmoot-tmp"
TIMEOUT = 600
# Where suites that run one after the other keep sites that several of them look at.
KEPT_SITES = "FOLKMOOT_KEPT_SITES"


def add_common_options(parser):
    parser.add_argument("--folkmoot", type=Path, required=True, metavar="BIN", help="the program under test")
    parser.add_argument("--content", type=Path, required=True, metavar="DIR", help="a handbook that builds without errors")


def require(options):
    """Exits with 2 where there is nothing to test."""
    options.folkmoot = options.folkmoot.resolve()
    if not os.access(options.folkmoot, os.X_OK):
        stop(f"{options.folkmoot.name} is not there: run `swift build -c release` first, or name another with --folkmoot")
    if not (options.content / "site.yaml").is_file():
        stop(f"{options.content} holds no site.yaml: name the content folder of a handbook with --content")


def stop(message):
    print(message, file=sys.stderr)
    sys.exit(2)


def command(folkmoot, content, output, *more):
    return [str(folkmoot), "build", "--content", str(content), "--output", str(output), "--as-of", AS_OF, *more]


def environment(**more):
    return {**os.environ, "SWIFT_BACKTRACE": "enable=no", **more}


def build(folkmoot, content, output, *more, env=None):
    """The finished build, whatever came of it."""
    return subprocess.run(command(folkmoot, content, output, *more), env=environment(**(env or {})), timeout=TIMEOUT,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, errors="replace")


def must_build(folkmoot, content, output, *more, env=None):
    """A build that the test relies on; without it there is nothing to compare with."""
    result = build(folkmoot, content, output, *more, env=env)
    if result.returncode != 0:
        stop(f"the build of {content} ended with {result.returncode}; this test needs one that ends with 0:\n"
             f"{(result.stdout + result.stderr)[-2000:]}")
    if not Path(output, MANIFEST).is_file():
        stop(f"the build of {content} ended with 0 and wrote no {MANIFEST}: there is nothing to compare with")
    return result


def must_have_site(folkmoot, content, output, *more):
    """As `must_build`, for tests that only look at pages: where $FOLKMOOT_KEPT_SITES names a folder, a site is built once
    for all of them and copied from there."""
    kept = os.environ.get(KEPT_SITES)
    if not kept:
        must_build(folkmoot, content, output, *more)
        return
    program = os.stat(folkmoot)
    name = hashlib.sha256(repr([str(folkmoot), program.st_size, program.st_mtime_ns, str(Path(content).resolve()),
                                sorted(tree(content).items()), more]).encode()).hexdigest()
    with open(Path(kept, name + ".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not Path(kept, name).is_dir():
            must_build(folkmoot, content, Path(kept, name + ".new"), *more)
            Path(kept, name + ".new").rename(Path(kept, name))
    shutil.copytree(Path(kept, name), output)


def counts(result):
    """The numbers of the last line, such as {'pages': 9, 'written': 0, 'unchanged': 12, 'removed': 0}, or None."""
    found = re.findall(r"(\d+) pages?, (\d+) written, (\d+) unchanged, (\d+) removed", result.stdout + result.stderr)
    return dict(zip(["pages", "written", "unchanged", "removed"], map(int, found[-1]))) if found else None


def tree(folder):
    """Path → digest of each file, and path/ → "" of each folder; nothing whose name, or whose folder's, starts with a dot."""
    found = {}
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in folders:
            found[relative(folder, here, name) + "/"] = ""
        for name in files:
            if not name.startswith("."):
                found[relative(folder, here, name)] = digest(Path(here, name))
    return found


def relative(folder, here, name):
    return Path(here, name).relative_to(folder).as_posix()


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def files(found):
    """A tree without its folders."""
    return {path: value for path, value in found.items() if not path.endswith("/")}


def manifest(folder):
    return json.loads((folder / MANIFEST).read_text(encoding="utf-8"))


def temporary_files(folder):
    return [path.name for path in Path(folder, TEMPORARY).rglob("*")] if Path(folder, TEMPORARY).is_dir() else []


def differences(found, expected):
    """One line for each path in which two trees differ."""
    return ([f"missing: {path}" for path in sorted(expected.keys() - found.keys())]
            + [f"unexpected: {path}" for path in sorted(found.keys() - expected.keys())]
            + [f"different: {path}" for path in sorted(found.keys() & expected.keys()) if found[path] != expected[path]])


class Tally:
    """Counts checks and reports those that fail, a few lines each."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, problems):
        """`problems`: lines that say what is wrong; none means that the check passed."""
        if not problems:
            self.passed += 1
            return
        self.failed += 1
        if self.failed <= 10:
            print(f"FAILED {name}")
            for line in problems[:5]:
                print(f"    {line}")
            if len(problems) > 5:
                print(f"    and {len(problems) - 5} more")

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed else 0


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Builds a site as `must_have_site` does, so that it is kept for the tests that follow.")
    add_common_options(parser)
    parser.add_argument("output", type=Path, metavar="SITE")
    given = parser.parse_args()
    require(given)
    must_have_site(given.folkmoot, given.content, given.output)
