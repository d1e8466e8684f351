#!/usr/bin/env bash
# readability-lxml 0.9 (PyPI) returns only the heading of a page if the class of its block is `page-head`.
#
# A class with `page` in it adds 25 points to a block, about as much as ten paragraphs. A block with a heading and one
# sentence then beats a list of eight entries below it, and the summary holds nothing else. The same page with the class
# `title` keeps both. `page-title` does the same as `page-head`.
#
# Themes often give the top of a page this class.
#
# Seen with Python 3.11 and lxml 6.1.3 on Debian 12 (length of the summary's text):
#     title: 1256
#     page-head: 72
#
# Exits 1 if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
# The package names its dependencies in a way that some versions of pip refuse.
"$work/env/bin/pip" install -q --disable-pip-version-check --no-deps readability-lxml==0.9 lxml==6.1.3 lxml_html_clean==0.4.6 cssselect==1.6.0 chardet==7.7.0 >&2
seen=$("$work/env/bin/python3" - <<'PYTHON'
import lxml.html
import readability

ENTRIES = "".join(
    f"<li><p>Community number {number}, where people who look after records meet each month.</p>"
    "<p><a href='/x/'>More about the community, its members and its events</a> for those who want to take part.</p></li>"
    for number in range(8))
for name in ("title", "page-head"):
    page = (f"<html><head><title>T</title></head><body><main><div class='{name}'><h1>Communities</h1>"
            "<p>Everything that is known of them, in one list, for everybody.</p></div>"
            f"<div><ul>{ENTRIES}</ul></div></main></body></html>")
    summary = lxml.html.fromstring(readability.Document(page).summary()).text_content()
    print(f"{name}: {len(' '.join(summary.split()))}")
PYTHON
)
echo "$seen"
expected='title: 1256
page-head: 72'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
