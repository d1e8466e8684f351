#!/usr/bin/env python3
"""Compares `folkmoot health` with a simulated world: how much of the truth it finds, how much of what it says is true.

    Benchmarks/health.py --folkmoot .build/release/folkmoot [--set quiet_days=90] [--sweep quiet_days=60,90,120]

The world and the faults of its handbook are in health_world.py. Thresholds are chosen on half A of the communities;
half B is what is reported. Of each signal that was missed or is not true, the simulation says why.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from health_world import SIGNALS, TODAY, World, write_handbook


def half(name):
    """A or B, by a stable hash of the id."""
    return "AB"[hashlib.sha256(name.encode()).digest()[0] % 2]


def setting(text):
    key, value = text.split("=", 1)  # what has no `=` is an error that argparse reports
    return key, value


def found(options, world, folder, settings):
    """Pairs of a community and a signal that the program reports."""
    write_handbook(world, folder, settings)
    command = [options.folkmoot, "health", "--content", folder, "--as-of", str(TODAY), "--format", "json"]
    result = subprocess.run(command, capture_output=True, text=True)
    try:
        rows = json.loads(result.stdout)["signals"]
        pairs = {(row["community"], row["signal"]) for row in rows}
        # Old numbers in an old entry are evidence of the other signal.
        pairs |= {(row["community"], "counts-stale") for row in rows if row["signal"] == "unverified"
                  and any(one["text"].startswith("counted ") for one in row["evidence"])}
    except (ValueError, KeyError, TypeError):
        sys.exit(f"no report came (exit code {result.returncode}):\n{result.stderr or result.stdout}")
    strange = sorted(pair for pair in pairs if pair[0] not in world.entries or pair[1] not in SIGNALS)
    if strange:
        sys.exit(f"not a community or not a signal: {strange[:5]}")
    return pairs


def score(world, told, signal, part):
    """How many are true, reported and both; precision and recall, `–` where there is nothing to divide by."""
    sets = ({name for name, kind in pairs if kind == signal and half(name) == part} for pairs in (world.truth, told))
    true, told = sets
    right = len(true & told)
    return [len(true), len(told), right, *(f"{right / of:.2f}" if of else "–" for of in (len(told), len(true)))]


def show(head, *rows):
    for row in (head, ["---"] * len(head), *rows):
        print(f"| {' | '.join(map(str, row))} |")
    print()


def show_half(world, told, part):
    print(f"Half {part}, {sum(half(name) == part for name in world.entries)} communities\n")
    show(["signal", "true", "found", "right", "precision", "recall"],
         *([signal, *score(world, told, signal, part)] for signal in SIGNALS))
    reasons = Counter()
    for name, signal in world.truth ^ told:
        if half(name) == part:
            is_missed = (name, signal) in world.truth
            why = world.entries[name].reason(signal, is_missed)
            reasons[SIGNALS.index(signal), "missed" if is_missed else "false alarm", why] += 1
    rows = sorted(reasons.items(), key=lambda row: (*row[0][:2], -row[1], row[0][2]))
    show(["signal", "what", "reason", "cases"], *([SIGNALS[at], what, why, count] for (at, what, why), count in rows))


def sweep(options, world, folder):
    """Precision and recall on half A by value, of the signals that change."""
    key, values = options.sweep[0], options.sweep[1].split(",")
    told = [found(options, world, folder, dict(options.set) | {key: value}) for value in values]
    scores = {signal: [score(world, pairs, signal, "A") for pairs in told] for signal in SIGNALS}
    print("Half A, precision / recall\n")
    show(["signal", *(f"{key}: {value}" for value in values)],
         *([signal, *(f"{row[3]} / {row[4]}" for row in rows)] for signal, rows in scores.items()
           if any(row != rows[0] for row in rows)))


def show_truth(world):
    counts = Counter((signal, half(name)) for name, signal in world.truth)
    rows = [[signal, counts[signal, "A"], counts[signal, "B"]] for signal in SIGNALS]
    show(["signal", "true", "half A", "half B"], *([signal, a + b, a, b] for signal, a, b in rows))
    for name, entry in world.entries.items():
        events = [f"{day} {state}" for day, state in entry.one.history]
        events += [f"{stay.left} Person {stay.person} leaves as {stay.part}" for stay in entry.one.stays if stay.left]
        print(f"{name} ({half(name)}): {', '.join(sorted(entry.truth)) or 'nothing'}; {'; '.join(sorted(events))}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folkmoot", default=".build/release/folkmoot", help="the program")
    parser.add_argument("--communities", type=int, default=300, help="how many (default: 300)")
    parser.add_argument("--seed", type=int, default=1, help="another number gives another world (default: 1)")
    parser.add_argument("--set", type=setting, action="append", default=[], metavar="KEY=VALUE", help="a key of health")
    parser.add_argument("--sweep", type=setting, metavar="KEY=A,B,C", help="compare values of a key on half A")
    parser.add_argument("--truth", action="store_true", help="only say what is true; runs nothing")
    parser.add_argument("--write", type=Path, metavar="DIR", help="only write the handbook, into a new folder")
    options = parser.parse_args()
    world = World(options.seed, options.communities)
    if options.truth:
        return show_truth(world)
    if options.write:
        options.write.mkdir(parents=True)
        return write_handbook(world, options.write, dict(options.set))
    with tempfile.TemporaryDirectory() as folder:
        if options.sweep:
            return sweep(options, world, folder)
        told = found(options, world, folder, dict(options.set))
        for part in "AB":
            show_half(world, told, part)


if __name__ == "__main__":
    main()
