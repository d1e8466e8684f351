#!/usr/bin/env python3
"""Shows that each check of the browser tests passes a valid page and fails a page with the fault it looks for."""

import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from sample_site import write
from tools import in_venv

SOUND = {}
# One button instead of the list.
BUTTON = ("document.querySelector('select').hidden = true; var b = document.createElement('button'); b.type = 'button'; b.textContent = 'Dark';"
          " document.querySelector('header').appendChild(b);"
          " b.addEventListener('click', function () { var dark = !document.documentElement.classList.contains('dark');"
          " localStorage.setItem('theme', dark ? 'dark' : 'light'); document.documentElement.classList.toggle('dark', dark);"
          " b.setAttribute('aria-pressed', dark); });")
GREY = {"main": "<p class='pale'>Pale words</p>", "style": ".pale { color: #bbb }"}
# Nine rows that are alike but for what a style says.
ROWS = "<ol class='rows'>%s</ol>" % "".join(f"<li>Row of {name}</li>" for name in ("oats", "rye", "barley", "wheat", "spelt", "maize", "millet", "rice", "teff"))
# A check, what the site holds, and a word of what it must find there; None: nothing.
CASES = [
    ("axe", SOUND, None),
    ("axe", GREY, "color-contrast"),
    ("axe", {"main": "<p class='pale'>Pale words</p>", "style": "@media (prefers-color-scheme: dark) { .pale { color: #333; background: #222 } }"}, "color-contrast"),
    ("axe", {"main": ROWS}, None),
    ("axe", {"main": ROWS, "style": ".rows li:nth-child(5) { color: #bbb }"}, "color-contrast"),
    ("axe", {"main": ROWS, "style": ".rows li:nth-child(5) { background: #222 }"}, "color-contrast"),
    ("axe", {"main": ROWS, "style": ".rows { color: #888; font-size: 24px } .rows li:nth-child(5) { font-size: 16px }"}, "color-contrast"),
    ("axe", {"main": ROWS, "style": ".rows li:nth-child(4n + 1) { visibility: hidden } .rows { color: #bbb }"}, "color-contrast"),
    ("axe", {"main": ROWS.replace("Row of oats", "x").replace("Row of teff", "y"), "style": ".rows { color: #bbb }"}, "color-contrast"),
    ("axe", {"main": "<div class='lid'></div>" + ROWS, "style": ".rows { line-height: 30px; margin: 0; padding: 0; list-style: none; position: relative } "
             ".lid { position: absolute; left: 0; right: 0; height: 30px; margin-top: 120px; background: #222 }"}, "color-contrast"),
    ("axe", {"main": "<h4>Too deep</h4>"}, "heading-order"),
    ("axe", {"main": "<img src='{up}icon.svg'>"}, "image-alt"),
    ("layout", SOUND, None),
    ("layout", {"main": "<p class='wide'>x</p>", "style": ".wide { width: 900px }"}, "overflow"),
    ("layout", {"main": "<button type='button' class='s'></button>", "style": "button.s { width: 8px; height: 8px; min-height: 0; padding: 0 }"}, "not 24"),
    ("layout", {"main": "<p>Words with <a class='s' href='{up}'>a link</a> among them</p>", "style": "a.s { display: inline; padding: 0 }"}, None),
    ("layout", {"main": "<p><a class='s' href='{up}'>A link</a></p>", "style": "a.s { display: inline; padding: 0 }"}, "not 24"),
    ("layout", {"style": "header a { min-height: 0 }"}, "not 44"),
    ("layout", {"main": "<p class='low'>Two lines of words that need room to be read by all, and then some more of them again</p>",
                "style": ".low { height: 1.2em; overflow: hidden }"}, "spacing"),
    ("layout", {"main": "<div class='skills'><div class='table-wide' tabindex='0'><p class='wide'>x</p></div></div>", "style": ".table-wide { overflow-x: auto } .wide { width: 1400px }"}, "cut"),
    ("layout", {"main": "<nav class='site-menu'><ul><li>Map</li><li>List</li></ul></nav>"}, "cut"),
    ("layout", {"main": "<nav class='site-menu'><ul><li>Map</li><li>List</li></ul></nav>", "style": ".site-menu ul { display: flex }"}, None),
    ("layout", {"main": "<div class='side' tabindex='0'><p class='high'>x</p></div>", "style": ".side { max-height: 100px; overflow-y: auto } .high { height: 200px }"}, "cut"),
    ("layout", {"style": ":focus-visible { outline: none; box-shadow: 0 0 0 3px #000 }"}, "forced"),
    ("layout", {"style": "button, input { border: 0 }"}, "forced"),
    ("layout", {"style": "a { transition: color 1s }"}, "motion"),
    ("layout", {"style": "html { scroll-behavior: smooth }"}, "motion"),
    ("layout", {"style": "@media print { header { display: block } header form { display: block } }"}, "printed"),
    ("policy", SOUND, None),
    ("policy", {"policy": ""}, "policy missing"),
    ("policy", {"main": "<p style='color: red'>Red</p>"}, "policy violation"),
    ("policy", {"main": "<img alt='' src='https://elsewhere.example/a.png'>"}, "policy request"),
    ("policy", {"script": "document.querySelector('h1').setAttribute('style', 'color: red');"}, "policy violation"),
    ("policy", {"script": "missing();"}, "console"),
    ("policy", {"script": "document.querySelector('main button').addEventListener('click', function () { eval('1'); });"}, "policy violation"),
    ("disk", SOUND, None),
    ("disk", {"main": "<a href='{up}other/'>Other</a>", "script": "document.querySelectorAll('main a').forEach(function (a) { a.href = 'assets/'; });"}, "disk"),
    ("script", SOUND, None),
    ("script", {"main": "<button type='button'>Nothing</button>"}, "a control does nothing"),
    ("script", {"main": "<p id='late' hidden>Only later</p>", "script": "document.getElementById('late').hidden = false;"}, "shown by a script"),
    ("script", {"main": "<details><summary>More</summary><p id='d'>Folded</p></details>", "script": "document.querySelector('details').open = true;"}, None),
    ("script", {"main": "<a href='#'>Up</a>"}, "a control does nothing"),
    ("parts", {"main": "<p lang='en'>Words from elsewhere</p>"}, None),
    ("parts", {"main": "<p>Words from elsewhere</p>"}, "language of parts"),
    ("words", SOUND, None),
    ("words", {"style": "a { .b { color: red } }"}, "five years"),
    ("words", {"style": "a:has(b) { display: none }"}, "five years"),
    ("words", {"style": "a:has(b) { position: sticky; top: 0 }"}, None),
    ("words", {"style": "a { color: red; color: color-mix(in srgb, red, blue) }"}, None),
    ("words", {"style": "a { color: color-mix(in srgb, red, blue) }"}, "five years"),
    ("words", {"style": "@layer base { a { color: red } }"}, "five years"),
    ("words", {"script": "var a = b?.c;"}, "five years"),
    ("words", {"script": "var a = /(?<!b)c/;"}, "five years"),
    ("walk", SOUND, None),
    ("skip", {"skip": ""}, "skip link"),
    ("skip", {"skip": '<a class="out" href="#gone">Skip</a>'}, "skip link"),
    ("stops", {"main": "<details><summary>More</summary><a href='{up}'>Folded</a></details>"}, None),
    ("stops", {"style": ":focus-visible { outline: none }"}, "keyboard focus"),
    ("stops", {"style": ":focus-visible { outline: 3px solid #eee }"}, "keyboard focus"),
    ("stops", {"main": "<a href='{up}' tabindex='2'>First</a>"}, "keyboard order"),
    ("stops", {"main": "<a id='t' href='{up}'>Trap</a>",
                  "script": "document.getElementById('t').addEventListener('keydown', function (e) { if (e.key === 'Tab') e.preventDefault(); });"}, "keyboard reach"),
    ("stops", {"main": "<p class='lid'></p>", "style": ".lid { position: fixed; inset: 0; background: #fff }"}, "keyboard covered"),
    ("search", {"script": "document.querySelector('header form').addEventListener('submit', function (e) { e.preventDefault(); });"}, "keyboard search"),
    ("filter", {"script": "document.querySelector('main [role=status]').removeAttribute('role');"}, "keyboard filter"),
    ("filter", {"script": "document.querySelector('main form').hidden = true;"}, "keyboard filter"),
    ("theme", {"script": "localStorage.clear(); addEventListener('pagehide', function () { localStorage.clear(); });"}, "the choice is lost"),
    ("theme", {"script": "document.querySelector('select').hidden = true;"}, "no switch"),
    ("theme", {"script": BUTTON}, None),
    ("theme", {"script": BUTTON + "b.removeAttribute = b.setAttribute = function () {};"}, "does not hear"),
    ("language", {"languages": "<a href='{up}' hreflang='cy'>cy</a>"}, "keyboard language"),
    ("copy", {"script": "document.querySelector('main button').remove();"}, "keyboard copy"),
    ("map", {"script": "document.querySelector('svg a').addEventListener('click', function (e) { e.preventDefault(); });"}, "keyboard map"),
]


def looked_at(numbers):
    """What differed from the expectation in the cases with these numbers."""
    import waiting
    from chromium import launched
    from probes import PROBES
    wrong = []
    with tempfile.TemporaryDirectory(prefix="test-checks-") as scratch, launched() as browser:
        for number in numbers:
            check, changes, expected = CASES[number]
            # What is wrong on purpose never becomes right.
            waiting.PATIENCE = 20 if expected is None else 3
            faults = PROBES[check](write(Path(scratch, str(number)).resolve(), **changes), browser)
            said = "\n".join(faults.lines())
            if not faults.looked or (faults.entries if expected is None else expected not in said):
                wrong.append(f"FAILED {check} {changes}: expected {expected or 'nothing'}, said:\n{said or 'nothing'}")
    return wrong


def main():
    in_venv()
    with ProcessPoolExecutor(max_workers=2) as pool:
        wrong = [line for part in pool.map(looked_at, [range(0, len(CASES), 2), range(1, len(CASES), 2)]) for line in part]
    for line in wrong:
        print(line)
    print(f"{len(CASES) - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
