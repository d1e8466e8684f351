#!/usr/bin/env bash
# extruct 0.18.0 (PyPI) finds no JSON-LD in a script whose type says its profile, and says nothing.
#
# JSON-LD 1.1 (section 7, on HTML) lets the type of a script have a `profile` parameter, which distinguishes compacted
# from expanded data. extruct compares the whole attribute with `application/ld+json`, so it does not see such a block,
# nor one with a charset or with capitals. The answer is an empty list, even with errors="strict".
#
# Anyone who checks a page with extruct is told that it has no data, and has to leave the profile out.
#
# Seen with Python 3.11 on Debian 12:
#     application/ld+json: 1
#     application/ld+json;profile=http://www.w3.org/ns/json-ld#compacted: 0
#     application/ld+json; charset=utf-8: 0
#     Application/LD+JSON: 0
#
# Exits 1 if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet extruct==0.18.0 >&2
cat > "$work/finding.py" <<'PYTHON'
import extruct

TYPES = [
    "application/ld+json",
    "application/ld+json;profile=http://www.w3.org/ns/json-ld#compacted",
    "application/ld+json; charset=utf-8",
    "Application/LD+JSON",
]
for kind in TYPES:
    page = (
        f'<!DOCTYPE html><html lang="en"><head><title>T</title><script type="{kind}">'
        '{"@context":"https://schema.org","@type":"Organization","name":"Data people"}</script></head><body></body></html>'
    )
    print(f"{kind}: {len(extruct.extract(page, syntaxes=['json-ld'], errors='strict')['json-ld'])}")
PYTHON
seen=$("$work/venv/bin/python" "$work/finding.py")
echo "$seen"
expected='application/ld+json: 1
application/ld+json;profile=http://www.w3.org/ns/json-ld#compacted: 0
application/ld+json; charset=utf-8: 0
Application/LD+JSON: 0'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
