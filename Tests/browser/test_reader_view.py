#!/usr/bin/env python3
"""Pages in a reader view: what Readability.js, the one in Firefox, keeps of each kind of page in each language.

The script is taken from the Firefox that is installed and run in Chromium, so this needs both."""

import collections
import re
import sys
import zipfile
from pathlib import Path

import readers

KINDS = ["community", "event", "writeup", "charter", "chapter", "page", "resource", "role", "skill", "members"]
# How much of the words is kept: of each kind on average, and of each page. The lowest shares are those of short, untranslated pages:
# where the text alone is long enough for an article, the lead and the notice that the page is not translated are dropped.
OF_KIND, OF_PAGE = 0.9, 0.87
# The page without its title, which is shown separately, and the ways to other pages.
WORDS = """() => { const main = document.querySelector('main').cloneNode(true);
  main.querySelectorAll('h1, nav, .outline, .backlinks, .page-foot, details').forEach(part => part.remove());
  document.body.append(main); const text = main.innerText; main.remove(); return text; }"""
# With styles, which keep the cells of a table apart. As Firefox does, this puts the text into a page as HTML; it comes from the site
# under test alone.
READ = """() => { %s; const view = new Readability(document.cloneNode(true)).parse();
  if (!view) return null;
  const box = document.body.appendChild(document.createElement('div'));
  box.innerHTML = view.content;
  return [view.title, view.lang, box.innerText]; }"""
LIBRARIES = ["/usr/lib/firefox-esr", "/usr/lib/firefox", "/Applications/Firefox.app/Contents/Resources"]


def readability():
    """The source of Readability.js, or None without Firefox."""
    for folder in LIBRARIES:
        if (archive := Path(folder, "omni.ja")).exists():
            with zipfile.ZipFile(archive) as files:
                name = next((name for name in files.namelist() if name.endswith("/Readability.js")), None)
                return files.read(name).decode() if name else None
    return None


def counted(text):
    return collections.Counter(re.findall(r"\w+", text))


def views(checks):
    from pages import Site

    source = readability()
    if source is None:
        readers.building.stop("Firefox is not there: run scripts/install-test-tools browsers")
    site = Site(checks.site)
    shares = collections.defaultdict(list)
    for shown in site.of_each_kind(both_ends=True):
        if shown.kind.split()[0] not in KINDS:
            continue
        with checks.page(shown.file) as page:
            words = counted(page.evaluate(WORDS))
            title, lang, text = page.evaluate(READ % source) or ("", "", "")
            kept = (words & counted(text)).total() / words.total()
            shares[shown.kind.split()[0]].append(kept)
            checks.expect(kept >= OF_PAGE, f"{shown.file}: a reader view keeps {kept:.2f} of the words")
            checks.expect(lang == shown.lang, f"{shown.file}: a reader view says that the language is {lang}")
            checks.expect(title and title in page.locator("h1").inner_text(), f"{shown.file}: a reader view calls it {title}")
    for kind, kept in shares.items():
        mean = sum(kept) / len(kept)
        print(f"{kind}: {mean:.2f} of the words on average, {min(kept):.2f} at least, of {len(kept)} pages")
        checks.expect(mean >= OF_KIND, f"a reader view keeps {mean:.2f} of the words of a {kind}")


if __name__ == "__main__":
    sys.exit(readers.run(__doc__, [views], readers.Checks, "pages in a reader view"))
