#!/usr/bin/env python3
"""Finds words in comments, messages and texts for which plain English has a better one.

    words_test.py            the files of this repository
    words_test.py --test     its own examples

Code is not looked at: in Swift and Python only comments and strings are, and in tests of Swift only comments and names,
because strings there are input.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# What to avoid, and what to write. https://www.gov.uk/guidance/style-guide/a-to-z and https://www.plainlanguage.gov
# have the reasons.
WORDS = [
    (r"whom", "who"),
    (r"whoever|whosoever", "anyone who"),
    (r"anew", "again"),
    (r"mend(s|ed|ing)?", "fix"),
    (r"amiss", "wrong"),
    (r"likewise", "also"),
    (r"hitherto|heretofore", "until now"),
    (r"thereof|therein|thereby|whereof|wherein", "a sentence of its own"),
    (r"called so", "with that name"),
    (r"held against", "compared with"),
    (r"parted by", "separated by"),
    (r"stands?(?! (in )?for\b| out\b|-alone)", "is"),
    (r"stood", "was"),
    (r"told of", "about"),
    (r"(lies?|lay|lying) (in|on|below|within|outside|near)", "is in"),
    (r"behind (the|a) (colon|number|name|address|hyphen|key|word|slash|dot|comma)", "after"),
    (r"utili[sz]e[sd]?", "use"),
    (r"in order to", "to"),
    (r"prior to", "before"),
    (r"commence[sd]?", "start"),
]
PATTERN = re.compile("|".join(rf"(?P<w{n}>\b(?:{word})\b)" for n, (word, _) in enumerate(WORDS)), re.IGNORECASE)
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
# These are right where people stand, or something is in their way.
OF_PEOPLE = re.compile(r"stands?|stood", re.IGNORECASE)
# The words that a search passes over are a list of all there are.
PASSED_OVER = re.compile(r"(?ms)^search_ignored:.*?^(?=\S)")
OTHER_LANGUAGE = re.compile(r"\.(cy|fr|ar)\.(md|yaml)$|i18n/(?!en)[a-z-]+\.yaml$|New/Starter/languages/")


def blank(match):
    """The same number of lines, without the text."""
    return "\n" * match.group().count("\n")


def code(text, comment, reads_strings):
    """The comments and strings of a program; a string in three quotes may have several lines."""
    is_open = False
    for number, line in enumerate(text.splitlines(), 1):
        was_open = is_open
        is_open ^= line.count('"""') % 2 == 1
        if was_open or '"""' in line:
            yield number, line if reads_strings else ""
            continue
        yield from ((number, found.group(1)) for found in re.finditer(rf"(?:^|\s){comment}+ (.*)", line))
        yield from ((number, name) for name in re.findall(r"func `([^`]*)`", line))
        if reads_strings:
            yield from ((number, string) for string in STRING.findall(line))


def prose(text):
    text = re.sub(r"(?ms)^( *)(```|~~~).*?^\1\2", blank, text)
    yield from ((number, re.sub(r"`[^`]*`", "", line)) for number, line in enumerate(text.splitlines(), 1))


def lines(path, text):
    """Number and text of what people read in a file."""
    if path.endswith(".swift"):
        return code(text, "/", reads_strings=not path.startswith("Tests/"))
    if path.endswith(".py") or path.startswith("scripts/"):
        return code(text, "#", reads_strings=True)
    if path.endswith(".yaml"):
        return enumerate(PASSED_OVER.sub(blank, text).splitlines(), 1)
    return prose(text)


def faults(path, text):
    for number, line in lines(path, text):
        for match in PATTERN.finditer(line):
            if path.startswith("content/") and OF_PEOPLE.fullmatch(match.group()):
                continue
            _, better = WORDS[int(match.lastgroup[1:])]
            yield f"{path}:{number}: `{match.group()}`: write `{better}`, or another sentence."


def is_read(path):
    if path == "Tests/prose/words_test.py" or OTHER_LANGUAGE.search(path) or "/Golden/" in path or "/Cases/" in path:
        return False
    return path.endswith((".swift", ".py", ".md")) or path == "themes/default/i18n/en.yaml" or path.startswith("scripts/")


# Path, text, how many faults.
EXAMPLES = [
    ("a.swift", "/// Where it stands.\n", 1),
    ("a.swift", "let stands = 1\nlet x = f(behind: 2)\n", 0),
    ("a.swift", "/// An abbreviation stands for the zone.\n", 0),
    ("a.swift", 'let x = "Whoever reads it."\n', 1),
    ("a.swift", "/// What lies in a folder, or would lie below it.\n", 2),
    ("a.md", "Do not lie about it. It is laid out in columns.\n", 0),
    ("a.swift", "let x = 1  // Read anew.\n", 1),
    ("Tests/a.swift", 'let input = "whom it stands"\n', 0),
    ("Tests/a.swift", "@Test func `whom it greets`() {}\n", 1),
    ("a.md", "Ask them, whom you know.\n\n```text\nwhoever\n```\n", 1),
    ("content/a.md", "It stands in their way.\n", 0),
    ("a.py", "# Likewise.\n", 1),
    ("a.py", 'def f():\n    """One.\n\n    Whoever reads it.\n    """\n', 1),
    ("a.swift", 'let help = """\n    Whoever reads it.\n    """\n', 1),
    ("Tests/a.swift", 'let input = """\n    whom: it\n    """\n', 0),
    ("themes/default/i18n/en.yaml", 'search_ignored: "who\n  whom"\nnext: whom\n', 1),
]


def main():
    if sys.argv[1:] == ["--test"]:
        wrong = [example for example in EXAMPLES if len(list(faults(*example[:2]))) != example[2]]
        print(*(f"wrong: {example}" for example in wrong), f"{len(EXAMPLES) - len(wrong)} of {len(EXAMPLES)} examples", sep="\n")
        return 1 if wrong else 0
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True).stdout
    found = []
    for path in filter(is_read, listed.split("\0")):
        file = ROOT / path
        if file.is_file():
            found += faults(path, file.read_text(encoding="utf-8", errors="replace"))
    print(*found, f"{len(found)} words to replace", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
