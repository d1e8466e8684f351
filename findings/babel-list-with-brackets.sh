#!/usr/bin/env bash
# Babel 2.19.0 (PyPI) puts a choice in brackets into a list of names in Welsh and Luxembourgish.
#
# The word for "and" depends on the word after it in both languages: Welsh has "a" and "ac", Luxembourgish "a" and "an".
# Unicode CLDR writes both in one pattern, as "a(c)" and "a(n)", and Babel prints the pattern as it is. We had expected one
# of the two words, as a reader would.
#
# A site that joins names with these patterns shows "te, coffi, a(c) dŵr". `folkmoot theme language` takes a comma instead.
#
# Seen with Python 3.11 on Debian 12:
#     cy: te, coffi, a(c) dŵr
#     lb: Kaffi, Téi a(n) Äppel
#     ga: tae, caife agus uisce
#
# Exits 1 if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet Babel==2.19.0 >&2
cat > "$work/finding.py" <<'PYTHON'
from babel.lists import format_list

for language, names in {"cy": ["te", "coffi", "dŵr"], "lb": ["Kaffi", "Téi", "Äppel"], "ga": ["tae", "caife", "uisce"]}.items():
    print(f"{language}: {format_list(names, locale=language)}")
PYTHON
seen=$(PYTHONIOENCODING=utf-8 "$work/venv/bin/python" "$work/finding.py")
echo "$seen"
expected='cy: te, coffi, a(c) dŵr
lb: Kaffi, Téi a(n) Äppel
ga: tae, caife agus uisce'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
