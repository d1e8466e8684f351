#!/usr/bin/env bash
# readability-lxml 0.9 (PyPI) returns an empty document for an article if links are more than a fifth of its text and it
# has fewer than ten commas.
#
# It finds the article and puts it into a block of its own, then cleans what it found. The block that it has just made is
# cleaned too, as any `div` is: with fewer than ten commas and a link density above 0.2 it is removed, and the summary is
# an empty document. A comma in each paragraph is enough to keep all of the same text.
#
# Lists of communities, resources or links to read are such pages.
#
# Seen with Python 3.11 and lxml 6.1.3 on Debian 12 (share of links: length of the summary's text):
#     without commas 0.17: 1437
#     without commas 0.21: 0
#     with commas    0.21: 1533
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


def tried(label, words, join):
    link = " ".join(["record"] * words)
    text = "".join(
        f"<p>People who look after records in office number {number} meet each month{join} and you can read about "
        f'<a href="/{number}/">{link}</a> there too.</p>' for number in range(12))
    page = f"<html><head><title>Offices</title></head><body><article><h1>Offices</h1>{text}</article></body></html>"
    article = lxml.html.fromstring(page).find(".//article")
    share = sum(len(a.text_content()) for a in article.iter("a")) / len(article.text_content())
    summary = lxml.html.fromstring(readability.Document(page).summary()).text_content()
    print(f"{label} {share:.2f}: {len(' '.join(summary.split()))}")


tried("without commas", 3, "")
tried("without commas", 4, "")
tried("with commas   ", 4, ",")
PYTHON
)
echo "$seen"
expected='without commas 0.17: 1437
without commas 0.21: 0
with commas    0.21: 1533'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
