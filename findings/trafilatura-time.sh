#!/usr/bin/env bash
# trafilatura 2.3.1 (PyPI) leaves out the text of every `time` element.
#
# `time` is in its list of elements that hold nothing to read (`MANUALLY_CLEANED` in settings.py), beside `style` and
# `textarea`, with no exception for one within a paragraph. HTML has the element for just that: a date in a text, with its
# form for programs beside it. Without the element the same text is kept.
#
# A list of the dates of a meeting, marked up as HTML has it, is missing as a whole.
#
# Seen with Python 3.11 and lxml 6.1.3 on Debian 12 (whether the date is in the text):
#     text: True
#     time: False
#
# Exits 1 if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/pip" install -q --disable-pip-version-check trafilatura==2.3.1 lxml_html_clean==0.4.6 >&2
seen=$("$work/env/bin/python3" - <<'PYTHON'
import trafilatura
TEXT = "<p>The group meets every second Thursday, and anybody who looks after records may come and listen first.</p>"
for name, day in (("text", "Thursday 3 December 2026"), ("time", "<time datetime='2026-12-03'>Thursday 3 December 2026</time>")):
    page = (f"<html><head><title>T</title></head><body><main><h1>Meetings</h1>{TEXT * 4}<h2>Dates</h2>"
            f"<ul><li><p>{day}</p></li></ul>{TEXT * 2}</main></body></html>")
    print(f"{name}: {'3 December' in (trafilatura.extract(page) or '')}")
PYTHON
)
echo "$seen"
expected='text: True
time: False'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
