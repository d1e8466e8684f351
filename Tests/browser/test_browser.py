#!/usr/bin/env python3
"""Looks at a handbook in a browser, as readers do who use a keyboard, a magnifier, paper or a locked-down machine.

axe and layout on every kind of page; the strict policy over http and from a disk; pages without JavaScript; the main paths
by keyboard, in Chromium and in Firefox; the language of parts; style and scripts for browsers of five years ago. Chromium
and Firefox are the system's; what drives them comes from PyPI into .build/checks-venv.
"""

import argparse
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "site-checks"))
import building  # noqa: E402
from tools import in_venv  # noqa: E402

CHECKS = ["looks", "policy", "disk", "script", "parts", "words", "keyboard"]
MOVED = """---
title: A page that moved
summary: It had another address before.
redirect_from: [resources/where-it-was]
---

It is here now.
"""


def options_given():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    building.add_common_options(parser)
    parser.add_argument(
        "--theme", type=Path, metavar="DIR", help="a theme's folder, instead of the one in the program"
    )
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="a second handbook; only its pages are looked at")
    parser.add_argument(
        "--sample", action="store_true", help="one page of each kind in one language, for about a minute"
    )
    parser.add_argument(
        "--small", type=Path, metavar="DIR",
        help="a part of the handbook, for the two sites that show only a redirect and links to files (default: all of it)",
    )
    parser.add_argument(
        "--every-page", action="store_true", help="every page, not only the longest and the shortest of each kind"
    )
    parser.add_argument("--only", choices=CHECKS, action="append", help="one of the checks; can be given again")
    options = parser.parse_args()
    building.require(options)
    return options


def built(options, content, output, *more):
    """The site of a handbook, with a redirect and with the word that its searches look for."""
    from pages import Site

    theme = ["--theme", str(options.theme)] if options.theme else []
    building.must_have_site(options.folkmoot, content, output, *theme, *more)
    return Site(output)


def with_redirect(content, folder, settings=""):
    """A copy of the handbook with a page that moved, and with more lines in site.yaml."""
    shutil.copytree(content, folder)
    folder.joinpath("resources").mkdir(exist_ok=True)
    folder.joinpath("resources/a-page-that-moved.md").write_text(MOVED, encoding="utf-8")
    with open(folder / "site.yaml", "a", encoding="utf-8") as file:
        file.write(settings)
    return folder


def planned(options, scratch):
    """All tasks, the longest first, so that both processes end at the same time."""
    import tasks
    import walks
    from axe_rules import LOOKS, SAMPLE

    small = options.small or options.content
    site = built(options, options.content, scratch / "site")
    moved = built(options, with_redirect(small, scratch / "content"), scratch / "moved")
    files = built(options, with_redirect(small, scratch / "files-content", "\nlinks: files\n"), scratch / "files")
    first, last = site.languages[0], site.languages[-1]
    sites = [site]
    if options.corpus and not options.sample:
        sites.append(built(options, options.corpus, scratch / "corpus", "--keep-going"))
    plan = {name: [] for name in CHECKS}
    for one in sites:
        pages = (
            one.pages
            if options.every_page
            else one.of_each_kind([first] if options.sample else None, both_ends=not options.sample)
        )
        each = one.of_each_kind([first] if options.sample else None)
        plan["looks"] += [
            (tasks.looks, one, some, SAMPLE if options.sample else LOOKS) for some in tasks.chunks(pages)
        ]
        plan["policy"] += [
            (tasks.policies, one, some, scheme) for some in tasks.chunks(each, 16) for scheme in ("http", "file")
        ]
        plan["script"] += [(tasks.without_script, one, some) for some in tasks.chunks(each, 16)]
        pairs = one.translations(one.of_each_kind(one.languages[1:2]) if options.sample else one.pages)
        plan["parts"] += [(tasks.parts, one, some) for some in tasks.chunks(pairs, 60)]
    plan["disk"] = [(tasks.from_disk, site, True), (tasks.from_disk, files, False)]
    plan["policy"].append((tasks.moved, moved, "resources/where-it-was"))
    plan["words"] = [(tasks.words, site)]
    plan["keyboard"] = [(walks.theme_from_disk, site), (walks.walk_chromium, site, first, "light")]
    if not options.sample:
        plan["keyboard"] += [(walks.walk_chromium, site, lang, "dark") for lang in dict.fromkeys([first, last])]
        plan["keyboard"] += [(walks.walk_firefox, site, lang) for lang in dict.fromkeys([first, last])]
    return [task for name in (options.only or CHECKS) for task in plan[name]]


def main():
    options = options_given()
    in_venv()
    from chromium import executable
    from faults import Faults

    if executable() is None:
        building.stop("Chromium is not there: run scripts/install-test-tools, or name it in $CHROMIUM")
    faults = Faults()
    with tempfile.TemporaryDirectory(prefix="browser-") as scratch, ProcessPoolExecutor(max_workers=2) as pool:
        running = [pool.submit(*task) for task in planned(options, Path(scratch))]
        for done in running:
            faults.merge(done.result())
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main())
