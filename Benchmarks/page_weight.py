#!/usr/bin/env python3
"""What a reader's browser has to fetch for a page of each kind, as a table in Markdown, and whether it keeps to the limits:
30 kB of CSS and 15 kB of script on pages without the map, the search or the form, both before compression (1 kB is 1000 bytes)."""

import argparse
import gzip
import os
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/browser"))
from pages import Site  # noqa: E402

CSS_LIMIT, SCRIPT_LIMIT = 30_000, 15_000
# The map, the search, the form and the dates of events have styles and scripts of their own, which do not count.
LARGE = ("add-", "calendar-", "map-", "months-", "search-", "skills-")
PARTS = ["css", "script", "images"]


class Fetched(HTMLParser):
    """The files that a page asks for by itself, by part."""

    def __init__(self, text):
        super().__init__()
        self.parts = {part: set() for part in PARTS}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        of = dict(attributes)
        rel = (of.get("rel") or "").split()
        if tag == "link" and "stylesheet" in rel:
            self.parts["css"].add(of.get("href"))
        elif tag == "link" and "icon" in rel:
            self.parts["images"].add(of.get("href"))
        elif tag == "script" and of.get("src"):
            self.parts["script"].add(of["src"])
        elif tag in ("img", "source") and of.get("src"):
            self.parts["images"].add(of["src"])


class Weights:
    """The sizes of files, plain and packed, each read once."""

    def __init__(self, folder):
        self.folder, self.known = folder, {}

    def of(self, file):
        if file not in self.known:
            content = Path(self.folder, file).read_bytes()
            self.known[file] = (len(content), len(gzip.compress(content, 6, mtime=0)))
        return self.known[file]

    def page(self, page, without=()):
        """Part → (bytes, bytes packed, files) of one page, without files whose names begin with one of `without`; pictures hardly get
        smaller and are packed all the same."""
        fetched = Fetched((self.folder / page.file).read_text(encoding="utf-8")).parts
        parts = {"html": [page.file], **{part: [located(page.file, link) for link in sorted(fetched[part])
                                            if not os.path.basename(link).startswith(tuple(without))] for part in PARTS}}
        return {part: (*[sum(sizes) for sizes in zip((0, 0), *map(self.of, files))], len(files)) for part, files in parts.items()}


def located(file, link):
    """A link of a page as a path within the site. The page for missing addresses names its files from the root."""
    path = unquote(urlsplit(link).path)
    return path.lstrip("/") if path.startswith("/") else os.path.normpath(os.path.join(os.path.dirname(file), path))


def median(pages):
    return sorted(pages, key=lambda page: page.size)[len(pages) // 2]


def row(kind, count, parts):
    total, packed, requests = (sum(part[index] for part in parts.values()) for index in range(3))
    sizes = [f"{kilobytes(parts[part][0])} ({kilobytes(parts[part][1])})" for part in ["html", *PARTS]]
    return f"| {kind} | {count} | {' | '.join(sizes)} | {kilobytes(total)} ({kilobytes(packed)}) | {requests} |"


def kilobytes(size):
    return f"{size / 1000:.1f}"


def over(page, parts):
    """A line for each limit that a page exceeds."""
    limits = {"css": CSS_LIMIT, "script": SCRIPT_LIMIT}
    return [f"{part} of {parts[part][0]:,} bytes is over {limit:,}" for part, limit in limits.items() if parts[part][0] >= limit]


def table(site, weights):
    kinds = {}
    for page in site.pages:
        kinds.setdefault(page.kind, []).append(page)
    lines = ["| kind of page | pages | HTML | CSS | script | images | total | requests |", "|---|--:|--:|--:|--:|--:|--:|--:|"]
    return lines + [row(kind, len(pages), weights.page(median(pages))) for kind, pages in sorted(kinds.items())]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, metavar="SITE", help="folder of the finished site")
    site = Site(parser.parse_args().site)
    weights = Weights(site.folder)
    print("kB of the page of middling length of each kind, in brackets with gzip -6:\n")
    print("\n".join(table(site, weights)))
    faults = {}
    for page in site.pages:
        for line in over(page, weights.page(page, LARGE)):
            faults.setdefault(line, []).append(page.path)
    for line, pages in faults.items():
        print(f"\nFAULT {line}: /{pages[0]} and {len(pages) - 1} more pages")
    if not faults:
        print(f"\nCSS is under {CSS_LIMIT:,} bytes, script under {SCRIPT_LIMIT:,}, without the map, the search and the form.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
