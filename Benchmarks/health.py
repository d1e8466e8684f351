#!/usr/bin/env python3
"""Holds `folkmoot health` against a simulated world: of what is true of its communities, how much is found, and how much is right.

    Benchmarks/health.py --folkmoot .build/release/folkmoot [--set quiet_days=90] [--sweep quiet_days=60,90,120]

The world and the faults of its handbook are in health_world.py. Thresholds are chosen on half A of the communities; half B is
what is reported. For each signal that was missed or is not true, the simulation says why.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from health_world import SIGNALS, TODAY, World, write_handbook


def half(name):
    return "AB"[hashlib.sha256(name.encode()).digest()[0] % 2]


def setting(text):
    """KEY=VALUE as a pair."""
    if not re.fullmatch(r"[a-z_]+=[\w.,-]+", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE, such as quiet_days=90")
    return tuple(text.split("=", 1))


def found(options, world, folder, settings):
    """Pairs of a community and a signal that the program tells."""
    write_handbook(world, folder, settings)
    command = [options.folkmoot, "health", "--content", folder, "--as-of", str(TODAY), "--format", "json"]
    result = subprocess.run(command, capture_output=True, text=True)
    try:
        pairs = {(row["community"], row["signal"]) for row in json.loads(result.stdout)["signals"]}
    except (ValueError, KeyError, TypeError):
        sys.exit(f"no report came (exit code {result.returncode}):\n{result.stderr or result.stdout}")
    names = {one.id for one in world.communities}
    strange = [pair for pair in pairs if pair[0] not in names or pair[1] not in SIGNALS]
    if strange:
        sys.exit(f"not a community or not a signal: {sorted(strange)[:5]}")
    return pairs


def true_pairs(world):
    return {(entry.one.id, signal) for entry in world.entries for signal in entry.truth}


def score(true, told, signal, part):
    """How many are true, told and both; precision and recall, `–` where nothing could be told."""
    true, told = ({pair for pair in pairs if pair[1] == signal and half(pair[0]) == part} for pairs in (true, told))
    right = len(true & told)
    shares = [f"{right / of:.2f}" if of else "–" for of in (len(told), len(true))]
    return [len(true), len(told), right, *shares]


def show(*rows):
    print("\n".join("| " + " | ".join(map(str, row)) + " |" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:])) + "\n")


def show_half(world, told, part):
    true, entries = true_pairs(world), {entry.one.id: entry for entry in world.entries}
    print(f"Half {part}, {sum(half(name) == part for name in entries)} communities\n")
    show(["signal", "true", "found", "right", "precision", "recall"],
         *([signal, *score(true, told, signal, part)] for signal in SIGNALS))
    reasons = Counter()
    for name, signal in true ^ told:
        if half(name) == part:
            is_missed = (name, signal) in true
            reasons[signal, not is_missed, entries[name].reason(signal, is_missed)] += 1
    rows = sorted(reasons.items(), key=lambda item: (SIGNALS.index(item[0][0]), item[0][1], -item[1], item[0][2]))
    show(["signal", "what", "reason", "cases"],
         *([signal, "false alarm" if is_false else "missed", why, count] for (signal, is_false, why), count in rows))


def sweep(options, world, folder):
    """Precision and recall on half A by value, of the signals that change."""
    key, values = options.sweep[0], options.sweep[1].split(",")
    told = [found(options, world, folder, dict(options.set) | {key: value}) for value in values]
    rows = [[signal, *(" / ".join(score(true_pairs(world), pairs, signal, "A")[3:]) for pairs in told)] for signal in SIGNALS
            if len({frozenset(pair for pair in pairs if pair[1] == signal) for pairs in told}) > 1]
    print("Half A, precision / recall\n")
    show(["signal", *(f"{key}: {value}" for value in values)], *rows)


def show_truth(world):
    counts = Counter((signal, half(name)) for name, signal in true_pairs(world))
    show(["signal", "true", "half A", "half B"],
         *([signal, counts[signal, "A"] + counts[signal, "B"], counts[signal, "A"], counts[signal, "B"]] for signal in SIGNALS))
    for entry in world.entries:
        events = [f"{day} {state}" for day, state in entry.one.history]
        events += [f"{stay.left} Person {stay.person} leaves as steward" for stay in entry.one.stays if stay.part == "steward" and stay.left]
        print(f"{entry.one.id} ({half(entry.one.id)}): {', '.join(sorted(entry.truth)) or 'nothing'}; {'; '.join(sorted(events))}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folkmoot", help="the program")
    parser.add_argument("--communities", type=int, default=300, help="how many (default: 300)")
    parser.add_argument("--seed", type=int, default=1, help="another number gives another world (default: 1)")
    parser.add_argument("--set", type=setting, action="append", default=[], metavar="KEY=VALUE", help="a key of health in site.yaml")
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
    if not options.folkmoot:
        parser.error("--folkmoot is needed, unless --truth or --write is given")
    with tempfile.TemporaryDirectory() as folder:
        if options.sweep:
            return sweep(options, world, folder)
        told = found(options, world, folder, dict(options.set))
        for part in "AB":
            show_half(world, told, part)


if __name__ == "__main__":
    main()
