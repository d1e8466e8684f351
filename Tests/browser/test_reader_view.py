#!/usr/bin/env python3
"""Pages in a reader view: what Readability.js, the one in Firefox, keeps of each kind of page in each language, and what
readability-lxml and trafilatura (PyPI) keep of those that are texts.

Readability.js is taken from the Firefox that is installed and run in Chromium, so this needs both."""

import collections
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import readers

KINDS = ["community", "event", "writeup", "charter", "chapter", "page", "resource", "role", "skill", "members"]
# How much of the words is kept: of each kind on average, and of each page. The lowest shares are those of short, untranslated pages:
# where the text alone is long enough for an article, the subtitle and the notice that the page is not translated are dropped.
OF_KIND, OF_PAGE = 0.95, 0.87
# The other programs are for texts; of a page of links, as of a role or a topic, they keep little.
TEXTS = ["community", "event", "writeup", "charter", "chapter", "page"]
# Of all of them on average, and of each kind. trafilatura leaves out the dates of an event (findings/trafilatura-time.sh).
OF_TEXTS = {"readability-lxml": 0.95, "trafilatura": 0.92}
OF_TEXT_KIND = {"readability-lxml": 0.9, "trafilatura": 0.8}
# readability-lxml returns nothing of a text that is shorter if a fifth of it is links (findings/readability-lxml-links.sh).
FEW_WORDS = 60
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


def extracted(checks):
    """What readability-lxml and trafilatura keep."""
    from pages import Site

    site = Site(checks.site)
    chosen = [shown for shown in site.of_each_kind(both_ends=True) if shown.kind.split()[0] in TEXTS]
    files = [str(site.folder / shown.file) for shown in chosen]
    done = subprocess.run([sys.executable, str(Path(__file__).parent / "extractors.py")], input=json.dumps(files), text=True,
                          capture_output=True, timeout=900)
    printed, _, found = done.stdout.rpartition("\n")
    if done.returncode != 0 or not found:
        # What could not be installed is left out.
        print(printed)
        return checks.expect(done.returncode == 0, f"the programs failed: {done.stderr[-2000:]}")
    shares = {name: collections.defaultdict(list) for name in OF_TEXTS}
    for shown, kept in zip(chosen, json.loads(found).values()):
        kind = shown.kind.split()[0]
        with checks.page(shown.file) as page:
            words, title = counted(page.evaluate(WORDS)), page.locator("h1").inner_text()
            published = page.locator("meta[property='article:published_time']")
            date = published.get_attribute("content")[:10] if published.count() else None
        for name, view in kept.items():
            # Before a short title's site or community, readability-lxml takes both for the title.
            is_title = view["title"] and (view["title"] in title or title in view["title"])
            checks.expect(is_title, f"{shown.file}: {name} calls it {view['title']}")
            if name == "trafilatura" and kind == "writeup" and date and len(date) == 10:
                checks.expect(view["date"] == date, f"{shown.file}: {name} dates it {view['date']} instead of {date}")
            if words.total() >= FEW_WORDS or name != "readability-lxml":
                shares[name][kind].append((words & counted(view["text"])).total() / words.total())
    for name, of_kinds in shares.items():
        every = [share for kept in of_kinds.values() for share in kept]
        mean = sum(every) / len(every)
        print(f"{name}: {mean:.2f} of the words on average, {min(every):.2f} at least, of {len(every)} pages")
        checks.expect(mean >= OF_TEXTS[name], f"{name} keeps {mean:.2f} of the words")
        for kind, kept in of_kinds.items():
            mean = sum(kept) / len(kept)
            checks.expect(mean >= OF_TEXT_KIND[name], f"{name} keeps {mean:.2f} of the words of a {kind}")


if __name__ == "__main__":
    sys.exit(readers.run(__doc__, [views, extracted], readers.Checks, "pages in a reader view"))
