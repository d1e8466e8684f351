#!/usr/bin/env python3
"""The pages of `folkmoot serve` in a browser, while a person writes: a saved text shows by itself and the place on the
page stays, problems are over the page while its last good version stays, and go when they are fixed; with keys
alone, on a phone, in both schemes.

The page may be loaded again at any moment, more than once for one change, so nothing is read from it just once: each
look is repeated until it holds (`Checks.becomes`), and no script relies on a body that is not there yet."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import readers
from readers import building, in_venv
from live_server import Server
from waiting import drawn, until_page

PANEL = "section[aria-label='Problems in the handbook']"
HEAD = "---\ntitle: Rivers\nsummary: Water.\n---\n\n"
TEXT = HEAD + "\n\n".join(f"Paragraph {number} of the text." for number in range(80)) + "\n"


HAS = "text => !!document.body?.innerText.includes(text)"
PROBLEM = """text => [...document.querySelectorAll('body > div')]
  .some(at => at.shadowRoot && !at.hidden && at.shadowRoot.textContent.includes(text))"""
# A page that has not yet requested the problems shows none either; the panel comes a moment after the answer.
NO_PANEL = """async () => {
  if (!performance.getEntriesByType('resource').some(at => at.name.includes('/problems.json'))) return false;
  await new Promise(done => setTimeout(done, 50));
  return ![...document.querySelectorAll('body > div')].some(at => at.shadowRoot); }"""
CLOSED = "() => !!sessionStorage.getItem('folkmoot-problems')"


class Reader:
    """Somebody who looks at one page of the server."""

    def __init__(self, checks, page):
        self.checks, self.page = checks, page

    def shows(self, script, what, argument=None):
        self.checks.becomes(self.page, lambda: self.page.evaluate(script, argument), what)

    def opened(self, count, what):
        """How many panels are open."""
        details = self.page.locator(f"{PANEL} details[open]")
        self.checks.becomes(self.page, lambda: details.count() == count, what)

    def reads(self, selector, holds, what):
        """What the first such part of the panel says."""
        parts = self.page.locator(f"{PANEL} {selector}")
        self.checks.becomes(self.page, lambda: any(holds(text) for text in parts.all_inner_texts()[:1]), what)

    def close(self, what):
        """By key, again if the page was reloaded meanwhile."""
        details, summary = (self.page.locator(f"{PANEL} {part}") for part in ("details[open]", "summary"))

        def closed():
            if details.count():
                summary.press("Enter")
            return details.count() == 0

        self.checks.becomes(self.page, closed, what)

    def scroll(self):
        """At once, also where a page scrolls smoothly."""
        self.page.evaluate("() => scrollTo({ top: 900, behavior: 'instant' })")
        drawn(self.page)


def writing(checks, server, content, options):
    file = content / "handbook" / "rivers.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(TEXT)
    # A page that is not there yet would be an error in the console.
    server.until("/handbook/rivers/", lambda body: b"Paragraph 79" in body)
    with checks.page("handbook/rivers/", **options) as page:
        reader = Reader(checks, page)
        reader.shows(HAS, "a page is served", "Paragraph 79")
        reader.scroll()
        file.write_text(TEXT.replace("Paragraph 0 ", "The beginning "))
        reader.shows(HAS, "a saved text shows by itself", "The beginning")
        reader.shows("() => scrollY > 800", "the place on the page stays")
        file.write_text(TEXT.replace("title: Rivers", 'title: "Rivers'))
        broken(checks, reader, options)
        file.write_text(TEXT.replace("Paragraph 0 ", "Put right "))
        reader.shows(HAS, "a fixed file shows", "Put right")
        reader.shows(NO_PANEL, "the panel goes with the problem")
        warned(reader, content, file)


def broken(checks, reader, options):
    """The panel over the page of a file that cannot be read."""
    page = reader.page
    reader.shows(PROBLEM, "what is wrong is shown with its file and line", "rivers.md:2:")
    reader.shows(HAS, "the last good version stays", "Paragraph 79")
    reader.opened(1, "an error opens the panel")
    reader.reads("pre", lambda text: text.strip().startswith('2 | title: "Rivers'), "the line is shown")
    # axe puts a style of its own beside a shadow root, which the page's policy would not let it.
    with checks.page("handbook/rivers/", bypass_csp=True, **options) as other:
        Reader(checks, other).shows(PROBLEM, "another tab shows it too", "rivers.md:2:")
        checks.accessible(other, f"broken, {options}")
    reader.close("keys do not close the panel")
    # The page writes it down a moment after.
    until_page(page, lambda: page.evaluate(CLOSED))
    page.reload()
    reader.shows(PROBLEM, "the panel is there after a reload", "rivers.md:2:")
    reader.opened(0, "what was closed opens again by itself")


def warned(reader, content, file):
    """A warning elsewhere, then one here: this one comes first."""
    (content / "about-a.md").write_text("# A\n\n[a](mailto:)\n\n[[nowhere]]\n")
    file.write_text(TEXT + "\n[[nowhere-else]]\n")
    reader.shows(PROBLEM, "both problems are shown", "nowhere-else")
    reader.reads("li code", lambda text: "rivers.md" in text, "the problem of another page comes first")
    (content / "about-a.md").unlink()
    file.write_text(TEXT)
    reader.shows(NO_PANEL, "everything is fixed")


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
            rest = SimpleNamespace(folkmoot=options.folkmoot, sample=options.sample, theme=None)
            checks = readers.Checks(None, browser, f"http://127.0.0.1:{server.port}/", rest)
            for way in ways[:1] if options.sample else ways:
                writing(checks, server, content, way)
    print(f"{checks.count} looks at the server's pages, {len(checks.faults)} faults")
    return 1 if checks.faults else 0


if __name__ == "__main__":
    sys.exit(main())
