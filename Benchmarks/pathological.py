#!/usr/bin/env python3
"""Measures the Markdown target with texts that make parsers slow: each at three sizes, doubled twice.

usage: pathological.py --folkmoot PATH [--repeats 10000] [--sample]

Each is rendered as one body, through `folkmoot render`; from the time and the memory of a run those of an empty one are
taken away. Linear means: twice the text takes about twice as much. Reported is the growth from the smallest to the largest,
which is four times the text, as the best of three runs each. A text that is refused (the limits of MarkdownLimits) says
so. Exit 1 if anything grows by more than LIMIT, takes more than SECONDS, or crashes. --sample: one size, one run each.
The classes are those of cmark's own test of pathological inputs, and of what folkmoot adds to CommonMark. The one class
in which libcmark 0.30.2 is quadratic by itself (unclosed brackets of images) is not here: the limit on the brackets of a
paragraph refuses it, and the unit tests of that limit hold a text just below it and one just above."""
import argparse, os, subprocess, sys, tempfile, time

LIMIT = 9.0      # growth for four times the text; 16 is quadratic
SECONDS = 20.0

# Made one at a time: a process that is begun counts the memory of the one that begins it.
INPUTS = {
    # CommonMark: what cmark's own tests name.
    "nested strong emphasis": lambda n: "*a **a " * n + "b" + " a** a*" * n,
    "closers without openers": lambda n: "a_ " * n,
    "openers without closers": lambda n: "_a " * n,
    "openers and closers, multiple of three": lambda n: "a***" + "***b***c***" * n,
    "link closers without openers": lambda n: "a]" * n,
    "link openers without closers": lambda n: "[a" * n,
    "mismatched openers and closers": lambda n: "*a_ " * n,
    "link openers and emphasis closers": lambda n: "[ a_" * n,
    "nested brackets": lambda n: "[" * n + "a" + "]" * n,
    "nested quotes": lambda n: "> " * n + "a",
    "nested lists": lambda n: "".join("  " * min(i, 90) + "* a\n" for i in range(n)),
    "runs of backticks": lambda n: "".join("e" + "`" * (i % 200 + 1) for i in range(n)),
    "links that are not closed": lambda n: "[a](<b" * n,
    "links that are not closed, plain": lambda n: "[a](b" * n,
    "comments that are not closed": lambda n: "</" + "<!--" * n,
    "instructions that are not closed": lambda n: "a <?" * n,
    "definitions": lambda n: "".join("[x%d]: y\n" % i for i in range(n)),
    "many references": lambda n: "[a]: b\n\n" + "[a] [b] " * n,
    "entities": lambda n: "&lt;&#65;&x" * n,
    "blank lines in nested lists": lambda n: "- " * 60 + "a\n" + "\n" * n,
    # What is added to it.
    "delimiter rows": lambda n: "|a|\n|-|\n\n" * n,
    "rows": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
    "lines that may be delimiter rows": lambda n: "a\n" + "|-:\n" * n,
    "a wide row": lambda n: "|a" * n + "\n" + "|-" * n + "\n",
    "rows that lack cells": lambda n: "|a" * 150 + "\n" + "|-" * 150 + "\n" + "b\n" * n,
    "a cell of bars": lambda n: "|a|\n|-|\n|" + "\\|" * n,
    "footnotes": lambda n: "".join("[^%d]\n\n[^%d]: b\n\n" % (i, i) for i in range(n)),
    "references to one footnote": lambda n: "[^a] " * n + "\n\n[^a]: b\n",
    "references to no footnote": lambda n: "[^a]: b\n\n" + "[^1x] " * n,
    "footnotes in footnotes": lambda n: "[^a]: " * n + "b\n\n[^a]\n",
    "struck text that is not closed": lambda n: "~~a " * n,
    "struck text": lambda n: "~~a~~ ~b~ " * n,
    "struck and emphasised": lambda n: "~a *b " * n,
    "addresses": lambda n: "www.a.b http://c.d e@f.g " * n,
    "addresses and parentheses": lambda n: "http://a.b" + "(" * n + ")" * n * 2,
    "addresses and entities": lambda n: "http://a.b" + "&a;" * n,
    "dots and at signs": lambda n: "a.b@" * n,
    "underscores of a domain": lambda n: "www." + "a_." * n,
    "lines that end in CR": lambda n: "ab\r" * n,
    "domains that are none": lambda n: "www._" * n,
    "a tag over two long lines": lambda n: 'x <a b="' + "a" * 2 * n + "\n" + "a" * n + '">',
    "footnotes and references that miss": lambda n: "".join("[^%d]: x\n" % i for i in range(n // 4)) + "".join("\nx[^a%d]\n" % i for i in range(n // 4)),
    "references that miss behind a long text": lambda n: "[^2]: x\n\n[^2] " + "a " * 10 * n + "[^1] " * 4_900,
    "wiki links": lambda n: "[[a]] [[b|c]] [[d " * n,
    "tasks": lambda n: "- [ ] a\n" * n,
    "notes": lambda n: "> [!NOTE]\n> a\n\n" * n,
    "nested notes": lambda n: "".join("> " * min(i + 1, 90) + "[!NOTE]\n" for i in range(n)),
    "headings of one name": lambda n: "# a\n" * n,
    "raw tags": lambda n: "<b>" * n,
    "raw tags that nest": lambda n: "<div>\n" * n,
    "raw tags and their ends": lambda n: "<b>a</b> " * n,
    "raw end tags": lambda n: "<div>" * 50 + "</b>" * n,
    "raw tags in emphasis": lambda n: "*a <div>" * n,
    "raw tags that are not closed": lambda n: "<div>" + "<a " * n,
    "raw tags with quotes that are not closed": lambda n: "<div>" + "<a b=\"" * n,
    "raw attributes": lambda n: "<b " + "a=b " * n + ">x</b>",
    "raw attributes of many names": lambda n: "".join("<b a%d=b>" % i for i in range(n)),
    "raw rows": lambda n: "<table>" + "<tr><td>a<td>b" * n + "</table>",
    "raw tables in tables": lambda n: "<table><tr><td>" * n,
    "raw items": lambda n: "<ul>" + "<li><p>a" * n,
    "raw paragraphs in lists": lambda n: "- <p>a\n" * n,
    "raw names": lambda n: "".join("<a name=n%d></a>" % i for i in range(n)),
    "raw names in empty paragraphs": lambda n: "<p><a name=n></a>" * n,
    "raw headings": lambda n: "<h2>a</h2>\n" * n,
    "raw scripts": lambda n: "<div>" + "<script>a" * n,
    "raw scripts in a line": lambda n: "a <script>b " * n,
    "raw scripts with ends": lambda n: "a <script>b</script> " * n,
    "raw instructions": lambda n: "<div>" + "<? >" * n,
    "raw comments": lambda n: "<div>" + "<!--a-->" * n,
    "raw comments that are not closed": lambda n: "<div>" + "<!--" * n,
    "raw details without summaries": lambda n: "<details>a</details>" * n,
    "raw pictures": lambda n: "<picture><source srcset=a.png><img src=a.png alt=a></picture>" * n,
    "raw words": lambda n: "a <b1> " * n,
    "raw entities": lambda n: "<div>" + "".join("&a%d;" % i for i in range(n)),
    "raw tags in items on one line": lambda n: "- <div>" + "<b>a</b>" * n,
    "hints": lambda n: "{% hint style=\"info\" %}\na\n{% endhint %}\n\n" * n,
    "zero-width spaces": lambda n: "a\u200b " * n,
    "lines of tabs": lambda n: "a\tb\tc\n" * n,
}

def run(folkmoot, path):
    started = time.monotonic()
    with open(path, "rb") as text, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen([folkmoot, "render"], stdin=text, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        refused = b"markdown-too-" in errors.read(20_000)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode, refused, time.monotonic() - started

def measure(folkmoot, text, runs):
    with tempfile.NamedTemporaryFile(suffix=".md") as file:
        file.write(text.encode()); file.flush()
        results = [run(folkmoot, file.name) for _ in range(runs)]
    return min(r[0] for r in results), min(r[1] for r in results), results[0][2], results[0][3], len(text.encode())

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--folkmoot", required=True)
    parser.add_argument("--repeats", type=int, default=10_000)
    parser.add_argument("--sample", action="store_true")
    args = parser.parse_args()
    sizes = [args.repeats] if args.sample else [args.repeats, 2 * args.repeats, 4 * args.repeats]
    runs = 1 if args.sample else 3
    empty = measure(args.folkmoot, "a\n", runs)
    failed = 0
    print("%-42s %s" % ("", "  ".join("%20s" % ("%d repeats" % n) for n in sizes)))
    for name, text in INPUTS.items():
        rows = [measure(args.folkmoot, text(n), runs) for n in sizes]
        cells = "  ".join("%7.3f s %6.0f MB%s" % (max(r[0] - empty[0], 0), max(r[1] - empty[1], 0), " R" if r[3] else "  ") for r in rows)
        bad = [r for r in rows if r[2] != 0 or r[0] > SECONDS]
        growth = ""
        if len(rows) > 1:
            # Times below 20 ms, and memory below 8 MB, are noise.
            times = [max(r[0] - empty[0], 0.02) for r in rows]
            memory = [max(r[1] - empty[1], 8) for r in rows]
            larger = rows[-1][4] / rows[0][4] / 4
            growth = "x%4.1f x%4.1f" % (times[-1] / times[0] / larger, memory[-1] / memory[0] / larger)
            if times[-1] / times[0] / larger > LIMIT or memory[-1] / memory[0] / larger > LIMIT: bad.append(rows[-1])
        failed += bool(bad)
        print("%-42s %s  %s%s" % (name, cells, growth, "  FAILED" if bad else ""))
        sys.stdout.flush()
    print("R: refused by a limit. Growth of time and memory is for four times the text.")
    sys.exit(failed > 0)

main()
