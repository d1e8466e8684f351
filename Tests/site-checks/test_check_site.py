#!/usr/bin/env python3
"""Shows that check_site.py passes a valid site and fails one with a broken link, a broken anchor, an HTML error or words that run
together."""

import subprocess
import sys
import tempfile
from pathlib import Path

CHECK = Path(__file__).resolve().parent / "check_site.py"

SOUND = {
    "index.html": '<h1>Home</h1><p><a href="guide/">Guide</a> <a href="guide/#start">Start</a> '
                  '<a href="https://elsewhere.example/">Elsewhere</a></p>',
    "guide/index.html": '<h1>Guide</h1><h2 id="start">Start</h2><p><a href="../">Home</a> <a href="/guide/">Guide</a></p>',
    "guide/notes.txt": None,
}


def page(body):
    return f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Test</title></head>\n<body>{body}</body>\n</html>\n'


def with_link(target):
    return {**SOUND, "index.html": f'<h1>Home</h1><p><a href="{target}">A link</a></p>'}


# Name, the site, further arguments, expected exit code, what the output must say.
FRENCH = "<p>La communauté des gens qui travaillent sur les données se réunit tous les mois dans une petite salle de la mairie. On y parle de ce qui a marché, de ce qui n'a pas marché et de ce que chacun voudrait apprendre.</p>" * 8
CASES = [
    ("a valid site passes", SOUND, [], 0, ["lychee: 4 links, 0 broken", "nu: 2 files, 0 errors, 0 warnings"]),
    ("a broken link fails", with_link("gone/"), [], 1, ["lychee: 3 links, 1 broken", "index.html:4: gone", "0 errors"]),
    ("a folder without index.html fails", {**with_link("empty/"), "empty/notes.txt": None}, [], 1, ["1 broken", ": empty"]),
    ("a broken anchor fails", with_link("guide/#finish"), [], 1, ["1 broken", "guide#finish", "fragment"]),
    ("an HTML error fails", {**SOUND, "guide/index.html": '<h1 id="start">Guide</h1><p><b>Never closed</p>'}, [], 1,
     ["0 broken", "nu: 2 files,", "guide/index.html:4: ", "open elements"]),
    ("a missing alternative text fails", {**SOUND, "index.html": '<h1>Home</h1><p><img src="guide/notes.txt"></p>'}, [], 1,
     ["0 broken", "1 errors", "alt"]),
    ("a warning is shown and passes", {**SOUND, "index.html": "<section><p>No heading</p></section>"}, [], 0,
     ["0 errors, 1 warnings", "lacks heading"]),
    ("and fails with --strict", {**SOUND, "index.html": "<section><p>No heading</p></section>"}, ["--strict", "--only", "nu"], 1,
     ["0 errors, 1 warnings", "lacks heading"]),
    ("a page in another language than it says fails", {**SOUND, "guide/index.html": '<h1 id="start">Guide</h1>' + FRENCH}, ["--strict", "--only", "nu"], 1,
     ["0 errors, 1 warnings", "appears to be written in"]),
    ("names on a map in a frame may be in any language", {**SOUND, "map/embed/index.html": "<h1>Map</h1>" + FRENCH}, ["--strict", "--only", "nu"], 0, ["0 errors, 0 warnings"]),
    ("--only nu leaves links alone", with_link("gone/"), ["--only", "nu"], 0, ["nu: 2 files"]),
    ("--only lychee leaves HTML alone", {**SOUND, "index.html": "<p><b>Never closed</p>"}, ["--only", "lychee"], 0, ["lychee: "]),
    ("the site's own address is followed", with_link("https://site.example/map/guide/#start"),
     ["--only", "lychee", "--base-url", "https://site.example/map/"], 0, ["lychee: 3 links, 0 broken"]),
    ("and so is its path", with_link("/map/gone/"),
     ["--only", "lychee", "--base-url", "https://site.example/map"], 1, ["lychee: 3 links, 1 broken"]),
    ("words that only styles separate fail", {**SOUND, "index.html": "<h1>Home</h1><p><b>Ada</b><span>\n</span><i>b</i></p><p><a href='guide/'>One</a><span>Two</span></p>"},
     ["--only", "words"], 1, ["words: 2 files, 1 grow together", "index.html:5: One|Two"]),
    ("words in blocks, in lists and within a word pass", {**SOUND, "index.html": "<h1>Home</h1><ul><li><b>One</b></li><li><b>Two</b></li></ul><p>un<b>able</b> <b>a</b> <i>b</i></p>"},
     ["--only", "words"], 0, ["words: 2 files, 0 grow together"]),
    ("what scripts unpack is not text of the page", {**SOUND, "index.html": "<h1>Home</h1><p><a href='guide/'>One</a><script type='text/html'><i>Two</i></script><span>, three</span></p>"},
     ["--only", "words"], 0, ["0 grow together"]),
    ("an empty folder is not a pass", {}, [], 2, ["build the site first"]),
]


def main():
    passed = failed = 0
    for name, site, arguments, code, phrases in CASES:
        with tempfile.TemporaryDirectory(prefix="test-check-site-") as folder:
            for path, body in site.items():
                target = Path(folder, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text("Notes.\n" if body is None else page(body), encoding="utf-8")
            result = subprocess.run([sys.executable, str(CHECK), folder, *arguments], timeout=900,
                                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        missing = [phrase for phrase in phrases if phrase not in result.stdout]
        if result.returncode == code and not missing:
            passed += 1
        else:
            failed += 1
            print(f"FAILED {name}: ended with {result.returncode}, expected {code}; not said: {missing}\n{result.stdout}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
