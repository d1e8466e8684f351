#!/usr/bin/env python3
"""The pages of `folkmoot serve` in a browser, while somebody writes: a saved text shows by itself and the place on the page stays, what is
wrong lies over the page while its last good version stays, and goes when it is mended; with keys alone, on a phone, in both schemes."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import readers
from readers import building, in_venv
from live_server import Server

PANEL = "section[aria-label='Problems in the handbook']"
HEAD = "---\ntitle: Rivers\nsummary: Water.\n---\n\n"
TEXT = HEAD + "\n\n".join(f"Paragraph {number} of the text." for number in range(80)) + "\n"


def shows(checks, page, script, what, argument=None):
    """Waits for what a script of the page answers with yes, between reloads; no script is made of text, as the page's policy asks."""
    for _ in range(100):
        try:
            if page.evaluate(script, argument):
                checks.expect(True, what)
                return
        except Exception as error:  # the page was loaded anew in between
            if "navigat" not in str(error) and "context" not in str(error):
                raise
        page.wait_for_timeout(100)
    checks.expect(False, what)


HAS = "text => document.body.innerText.includes(text)"
PROBLEM = "text => [...document.querySelectorAll('body > div')].some(at => at.shadowRoot && !at.hidden && at.shadowRoot.textContent.includes(text))"
NO_PANEL = "() => ![...document.querySelectorAll('body > div')].some(at => at.shadowRoot)"


def writing(checks, content, options):
    file = content / "handbook" / "rivers.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(TEXT)
    with checks.page("handbook/rivers/", **options) as page:
        shows(checks, page, HAS, "a page is served", "Paragraph 79")
        page.evaluate("() => scrollTo(0, 900)")
        page.wait_for_timeout(200)
        file.write_text(TEXT.replace("Paragraph 0 ", "The beginning "))
        shows(checks, page, HAS, "a saved text shows by itself", "The beginning")
        shows(checks, page, "() => scrollY > 800", "the place on the page stays")
        file.write_text(TEXT.replace("title: Rivers", 'title: "Rivers'))
        shows(checks, page, PROBLEM, "what is wrong is shown with its file and line", "rivers.md:2:")
        checks.expect(page.evaluate(HAS, "Paragraph 79"), "the last good version stays")
        checks.expect(page.locator(f"{PANEL} details[open]").count() == 1, "an error opens the panel")
        checks.expect(page.locator(f"{PANEL} pre").first.inner_text().strip().startswith('2 | title: "Rivers'), "the line is shown")
        # axe puts a style of its own beside a shadow root, which the page's policy would not let it.
        with checks.page("handbook/rivers/", bypass_csp=True, **options) as other:
            shows(checks, other, PROBLEM, "another tab shows it too", "rivers.md:2:")
            checks.accessible(other, f"broken, {options}")
        page.locator(f"{PANEL} summary").focus()
        page.keyboard.press("Enter")
        checks.expect(page.locator(f"{PANEL} details[open]").count() == 0, "keys do not close the panel")
        page.reload()
        shows(checks, page, PROBLEM, "the panel is there after a reload", "rivers.md:2:")
        checks.expect(page.locator(f"{PANEL} details[open]").count() == 0, "what was closed opens again by itself")
        file.write_text(TEXT.replace("Paragraph 0 ", "Mended "))
        shows(checks, page, HAS, "a mended file shows", "Mended")
        shows(checks, page, NO_PANEL, "the panel goes with the problem")
        # A warning elsewhere, then one here: this one stands first.
        (content / "about-a.md").write_text("# A\n\n[a](mailto:)\n\n[[nowhere]]\n")
        file.write_text(TEXT + "\n[[nowhere-else]]\n")
        shows(checks, page, PROBLEM, "both problems are shown", "nowhere-else")
        checks.expect("rivers.md" in page.locator(f"{PANEL} li code").first.inner_text(), "the problem of another page stands first")
        (content / "about-a.md").unlink()
        file.write_text(TEXT)
        shows(checks, page, NO_PANEL, "all is mended")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    building.add_common_options(parser)
    parser.add_argument("--sample", action="store_true", help="one width and scheme only")
    options = parser.parse_args()
    building.require(options)
    in_venv()
    from chromium import executable, launched

    if executable() is None:
        building.stop("Chromium is not there: run scripts/install-test-tools, or name it in $CHROMIUM")
    ways = [{}, {"viewport": {"width": 390, "height": 800}, "color_scheme": "dark"}]
    with tempfile.TemporaryDirectory() as scratch:
        content = Path(scratch, "content")
        shutil.copytree(options.content, content)
        with Server(options.folkmoot, content) as server, launched() as browser:
            checks = readers.Checks(None, browser, f"http://127.0.0.1:{server.port}/", SimpleNamespace(folkmoot=options.folkmoot, sample=options.sample, theme=None))
            for way in ways[:1] if options.sample else ways:
                writing(checks, content, way)
    print(f"{checks.count} looks at the server's pages, {len(checks.faults)} faults")
    return 1 if checks.faults else 0


if __name__ == "__main__":
    sys.exit(main())
