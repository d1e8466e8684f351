#!/usr/bin/env python3
"""Pages on paper, as Chromium prints them on A4 and on Letter: no sheet is empty, the last has more than a line, the list of the map
has its heading on each sheet, and no word of the page is missing."""

import re
import subprocess
import sys
import tempfile

import readers

SIZES = ["A4", "Letter"]
# In CSS pixels, about as wide as paper without its margins.
PAPER = {"width": 720, "height": 1000}
# All words visible on paper, without texts for screen readers only and without the options of `select`.
WORDS = """() => { const texts = [], walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const isClipped = part => part.closest('main') && (getComputedStyle(part).clipPath !== 'none' || isClipped(part.parentElement));
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const part = text.parentElement;
    if (part.checkVisibility() && !part.closest('select') && !isClipped(part)) texts.push(text.data);
  }
  return texts.join(' '); }"""
# In the head of the list of the map.
HEADING = "Connected with"
# The kinds that were cut once, or left a sheet empty.
SAMPLE = {"list map", "community", "chapter", "backlog"}


def sheets(page, size):
    """The text of each sheet of paper."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        page.pdf(path=file.name, format=size)
        text = subprocess.run(["pdftotext", "-layout", file.name, "-"], capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


def paper(checks):
    from pages import Site

    pages = [page for page in Site(checks.site).of_each_kind(["en"], both_ends=True) if page.kind not in ("redirect", "other")]
    for shown in pages:
        if checks.is_sample and shown.kind not in SAMPLE:
            continue
        with checks.page(shown.file, viewport=PAPER) as page:
            page.emulate_media(media="print")
            words = set(re.findall(r"\w{4,}", page.evaluate(WORDS)))
            for size in SIZES[:1] if checks.is_sample else SIZES:
                texts = sheets(page, size)
                empty = [number + 1 for number, text in enumerate(texts) if not text.strip()]
                checks.expect(not empty, f"{shown.file} on {size}: sheets {empty} of {len(texts)} are empty")
                last = texts[-1].strip()
                checks.expect(len(texts) == 1 or "\n" in last, f"{shown.file} on {size}: the last of {len(texts)} sheets has one line: {last!r}")
                if shown.file == "map/index.html":
                    # The picture comes first, perhaps with its legend on a sheet of its own.
                    bare = [number + 1 for number, text in enumerate(texts) if number > 1 and HEADING not in text]
                    checks.expect(not bare, f"{shown.file} on {size}: sheets {bare} of the list have no heading")
                # A word may go on in the next line.
                whole = re.sub(r"\s+", "", "".join(texts))
                missing = sorted(word for word in words if word not in whole)
                checks.expect(not missing, f"{shown.file} on {size}: {len(missing)} words are missing, such as {missing[:5]}")


if __name__ == "__main__":
    sys.exit(readers.run(__doc__, [paper], readers.Checks, "pages on paper"))
