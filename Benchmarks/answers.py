#!/usr/bin/env python3
"""Asks the questions of people who look for their colleagues, on a phone, and reports the place of the right answer.

    Benchmarks/answers.py --folkmoot .build/release/folkmoot [--content content] [--shown]

The questions are in questions.tsv. Each is typed into the field of the home page of a built site, in a window 390 pixels wide,
and sent with Enter. What counts is the place of the first right page among the pages that the answer links to, filters and the
field itself left out. Taps: one on the field, one to send, one on the result; one more for each ten results that have to be
requested."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Tests/browser"))
from chromium import launched, tab  # noqa: E402
from serving import serve  # noqa: E402

READY = "[data-search-state=ready]"
# The pages that an answer leads to, in order; of a link to a part of a page, the page.
LINKS = """() => Array.from(document.querySelectorAll('[data-search-state] a[href]'))
  .filter(at => at.getClientRects().length && !at.closest('.search-facets, form, nav')).map(at => at.href.split(/[?#]/)[0])"""


def questions():
    for line in (HERE / "questions.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            question, answers, _ = line.split("\t")
            yield question, answers.split()


def place(page, home, question, answers):
    """The place of the first right page, from 1, and the pages that the answer leads to."""
    page.goto(home)
    page.fill("main input[name=q]", question)
    page.press("main input[name=q]", "Enter")
    page.wait_for_url("**/search/?q=*")
    page.wait_for_selector(READY, state="attached")
    page.wait_for_function("() => document.querySelectorAll('[data-result]').length || document.querySelector('.search-none:not([hidden])')")
    found = []
    base = urlsplit(home).path
    for link in page.evaluate(LINKS):
        path = unquote(urlsplit(link).path).removeprefix(base).removesuffix("index.html")
        if path not in found:
            found.append(path)
    return next((index for index, path in enumerate(found, 1) if path in answers), None), found


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--folkmoot", required=True)
    arguments.add_argument("--content", default="content")
    arguments.add_argument("--shown", action="store_true", help="also show what was found first instead")
    options = arguments.parse_args()
    asked = list(questions())
    right = taps = 0
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        subprocess.run([options.folkmoot, "build", "--content", options.content, "--output", site], check=True, stdout=subprocess.DEVNULL)
        with serve(site) as home, launched() as browser, tab(browser, viewport={"width": 390, "height": 844}) as page:
            for question, answers in asked:
                at, found = place(page, home, question, answers)
                right += at is not None and at <= 3
                taps += 3 if at is not None else 0
                print(f"{at or '–':>3}  {question}" + (f"   {', '.join(found[:3])}" if options.shown and (at or 9) > 3 else ""))
    print(f"{right} of {len(asked)} have a right page among the first three")


if __name__ == "__main__":
    main()
