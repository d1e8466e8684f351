#!/usr/bin/env python3
"""What readability-lxml and trafilatura (PyPI) keep of the pages whose files are named on the standard input as JSON:
for each file and program its text, title, author and date."""

import json
import logging
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests/site-checks"))
import environments  # noqa: E402

VENV = ROOT / ".build/reader-venv"
# One after the other: pip 23 cannot put what both need together.
PACKAGES = {"readability": ["readability-lxml==0.9"], "trafilatura": ["trafilatura==2.3.1"]}
INLINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "i", "kbd", "mark", "q", "s", "small", "span", "strong", "sub",
          "sup", "time", "u", "var"}


def text(element):
    """The words of an element, those of two blocks apart from each other."""
    if not isinstance(element.tag, str):
        return ""
    inner = (element.text or "") + "".join(text(child) + (child.tail or "") for child in element)
    return inner if element.tag in INLINE else f" {inner} "


def readability_lxml(html):
    import lxml.html
    from readability import Document

    page = Document(html)
    return {"title": page.short_title(), "text": text(lxml.html.fromstring(page.summary()))}


def trafilatura(html):
    import trafilatura

    about = trafilatura.extract_metadata(html)
    return {"title": about.title, "author": about.author, "date": about.date, "text": trafilatura.extract(html) or ""}


def main():
    for name, packages in PACKAGES.items():
        environments.enter(VENV, packages, f"{name}-packages", environments.leave_out)
    logging.disable(logging.CRITICAL)
    pages = {file: Path(file).read_text(encoding="utf-8") for file in json.load(sys.stdin)}
    json.dump({file: {"readability-lxml": readability_lxml(html), "trafilatura": trafilatura(html)} for file, html in pages.items()},
              sys.stdout)


if __name__ == "__main__":
    main()
