#!/usr/bin/env python3
"""Shows that page_weight.py passes a light site and fails one with too much style or script."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

WEIGH = Path(__file__).resolve().parent.parent.parent / "Benchmarks/page_weight.py"
PAGE = """<!DOCTYPE html><html lang="en"><link rel="stylesheet" href="{up}a.css"><script src="{up}a.js" defer></script>
<script src="{up}map-1.js" defer></script><img src="{up}a.png" alt="">
"""
# Name, bytes of CSS, bytes of script, kind of the second page, expected exit code, what the output must say.
CASES = [
    ("a light site passes", 29_999, 14_999, "community", 0, ["| home | 1 | 0.2 (0.1) | 30.0 ", "| 45.5 (", "| 5 |", "under 30,000"]),
    ("30 kB of CSS fail", 30_000, 100, "community", 1, ["FAULT css of 30,000 bytes is over 30,000: / and 1 more"]),
    ("15 kB of script fail", 100, 15_000, "community", 1, ["FAULT script of 15,000 bytes is over 15,000: / and 1 more"]),
    ("and what the map has does not count", 100, 14_999, "map", 0, ["under 30,000"]),
]


def write(folder, css, script, kind):
    entries = [{"url": "", "kind": "home", "lang": "en", "title": "Home"}, {"url": "other/", "kind": kind, "lang": "en", "title": "Other"}]
    for name, content in (("a.css", " " * css), ("a.js", " " * script), ("a.png", "x" * 100), ("map-1.js", " " * 200), ("data/pages.json", json.dumps(entries)),
                          ("index.html", PAGE.format(up="")), ("other/index.html", PAGE.format(up="../"))):
        path = Path(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def main():
    failed = 0
    for name, css, script, kind, code, phrases in CASES:
        with tempfile.TemporaryDirectory(prefix="test-page-weight-") as folder:
            write(folder, css, script, kind)
            result = subprocess.run([sys.executable, str(WEIGH), folder], timeout=60, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        missing = [phrase for phrase in phrases if phrase not in result.stdout]
        if result.returncode != code or missing:
            failed += 1
            print(f"FAILED {name}: ended with {result.returncode}, expected {code}; not said: {missing}\n{result.stdout}")
    print(f"{len(CASES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
