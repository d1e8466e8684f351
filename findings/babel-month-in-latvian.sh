#!/usr/bin/env bash
# Babel 2.19.0 (PyPI) writes a month in Latvian with a full stop after the word for "year".
#
# A whole date is "2026. gada 5. marts": the full stop after the number makes it an ordinal, and "gada" is a word. The pattern
# for a month and a year (skeleton yMMMM) has a second one, after "gada", so that the month looks like a new sentence. We had
# expected the pattern of the whole date without its day.
#
# The heading of a calendar that is made with this skeleton is wrong in one language of the European Union.
# `scripts/make-languages` takes the full stop out.
#
# Seen with Python 3.11 on Debian 12:
#     day: 2026. gada 5. marts
#     month: 2026. gada. marts
#
# Exits 1 if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet Babel==2.19.0 >&2
cat > "$work/finding.py" <<'PYTHON'
from datetime import date

from babel.dates import format_date, format_skeleton

day = date(2026, 3, 5)
print(f"day: {format_date(day, 'long', locale='lv')}")
print(f"month: {format_skeleton('yMMMM', day, locale='lv')}")
PYTHON
seen=$(PYTHONIOENCODING=utf-8 "$work/venv/bin/python" "$work/finding.py")
echo "$seen"
expected='day: 2026. gada 5. marts
month: 2026. gada. marts'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
