#!/usr/bin/env bash
# WeasyPrint 70.0 (PyPI) draws no shape in an SVG link that inherits `text-anchor`.
#
# It treats `a` as text, so `text-anchor: middle` or `end` moves the link and clips its contents to the box of its
# letters. A circle alone in a link disappears; one with a label is drawn only where the label covers it. A circle outside
# a link, or in a `g`, is drawn. In SVG 2 the property applies only to text.
#
# A map whose circles are links is empty on paper if `text-anchor` is set once on the `svg` for all labels.
#
# Seen with Python 3.11 on Debian 12 (dark pixels of a circle with a radius of 20):
#     in a link: 1272
#     in a link, text-anchor above it: 0
#     in a group, text-anchor above it: 1272
#
# Exits 1 if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
command -v pdftoppm >/dev/null || { echo "Install poppler-utils first: this looks at what is drawn." >&2; exit 2; }
python3 -m venv "$work/env"
"$work/env/bin/pip" install -q --disable-pip-version-check weasyprint==70.0 pillow==12.0.0 >&2
seen=$(cd "$work" && env/bin/python3 - <<'PYTHON'
import subprocess

import weasyprint
from PIL import Image

CIRCLE = '<circle cx="50" cy="50" r="20"/>'


def ink(label, picture):
    page = ('<!doctype html><title>t</title><style>@page { size: 100px 100px; margin: 0 } body { margin: 0 }</style>'
            f'<svg viewBox="0 0 100 100" width="100" height="100">{picture}</svg>')
    weasyprint.HTML(string=page).write_pdf("page.pdf")
    subprocess.run(["pdftoppm", "-r", "96", "-gray", "-singlefile", "page.pdf", "page"], check=True)
    print(f"{label}: {sum(Image.open('page.pgm').histogram()[:128])}")


ink("in a link", f'<a href="#x">{CIRCLE}</a>')
ink("in a link, text-anchor above it", f'<g text-anchor="middle"><a href="#x">{CIRCLE}</a></g>')
ink("in a group, text-anchor above it", f'<g text-anchor="middle"><g>{CIRCLE}</g></g>')
PYTHON
)
echo "$seen"
expected='in a link: 1272
in a link, text-anchor above it: 0
in a group, text-anchor above it: 1272'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
