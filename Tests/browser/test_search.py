#!/usr/bin/env python3
"""Searches as readers do: in the header and on the page of results, by keyboard alone, from a disk, without script, in two
languages; words mistyped, quoted and missing; facets, the address and Back; titles that are markup; axe in every state."""

import json
import shutil
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote, urlsplit

import readers  # noqa: I001 (it says where `building` is)
import building
from serving import serve
from waiting import drawn, timers, until_page

HERE = Path(__file__).resolve().parent
READY = "[data-search-state=ready]"
TITLES = "() => Array.from(document.querySelectorAll('[data-result]')).map(at => at.querySelectorAll('a').length === 1 ? at.querySelector('a').textContent : 'NOT ONE LINK')"
OPTIONS = "() => Array.from(document.querySelectorAll('.search-box:not([hidden]) [role=option]')).map(at => at.textContent.trim())"
GROUPS = "() => Array.from(document.querySelectorAll('.search-box:not([hidden]) [role=group]')).map(at => document.getElementById(at.getAttribute('aria-labelledby')).textContent)"
HOSTILE = "<img src=x onerror=alert(1)>"
# What is chosen of a facet; nothing where it is not shown.
CHOSEN = "name => (document.querySelector(`.search-facets:not([hidden]) select[name=${name}]`) || {}).value"
# The field requests suggestions when the typing has paused for so many milliseconds.
TYPED = 60
# The same query as that of the suggestions: it is sent after theirs, and so answered after it.
ANSWERED = """() => {
  const search = window.folkmootSearch, index = window.folkmootIndex;
  const field = document.activeElement.name === 'q' ? document.activeElement : document.querySelector('input[name=q]');
  const rows = found => search.best(found, found.pages.filter(page => found.hits[page] === found.known), 20)
    .map(page => search.row(index, page));
  return search.names('').then(names => search.answer(index, names, search.recognise(names, search.parse(field.value.trim(), index))))
    .then(found => Promise.all(rows(found)))
    .then(() => new Promise(done => setTimeout(done))); }"""
TERMS = HERE.parent / "SearchTests/terms.txt"
ENDINGS = HERE.parent / "SearchTests/endings.txt"
FOLDING = HERE.parent / "TextTests/folding.json"


class Search(readers.Checks):
    def results(self, query, path="search/"):
        """Titles for a query, in order."""
        with self.page(f"{path}?q={quote(query)}") as page:
            return page.evaluate(TITLES)

    def ready(self, page):
        if page.evaluate("() => !!window.folkmootSearch && !!document.querySelector('[data-module=search]')"):
            page.wait_for_selector(READY, state="attached")

    def watch(self, page, errors):
        page.on("dialog", lambda dialog: (errors.append("a dialog"), dialog.dismiss()))
        page.on("request", lambda request: errors.append(f"a request to {request.url}") if urlsplit(request.url).hostname not in (None, "", "127.0.0.1") else None)


# What the words name, as the buttons that remove it say.
NAMED = "() => Array.from(document.querySelectorAll('.search-filters button')).map(at => at.firstChild.textContent.trim())"
# The addresses that the notice leads to, from the site's root.
NEAREST = "() => Array.from(document.querySelectorAll('.search-nearest:not([hidden]) li a')).map(at => at.href.split('/').slice(-3, -1).join('/'))"
ADDRESSES = "() => Array.from(document.querySelectorAll('[data-result] a')).map(at => at.href.split('/').slice(-3, -1).join('/'))"
# A handbook of its own, all of it known: which communities are nearest to each other, and what is made up.
TRADES = {
    "site.yaml": "title: Trades\nlanguages: [en, cy, ar]\n",
    "governments/island.md": "---\nname: Island\nalso_known_as: [IL, 'Isle of Bread', Ynys, IN]\n---\n",
    "governments/north.md": "---\nname: North\nparent: island\nalso_known_as: [Gogledd]\n---\n",
    "governments/south.md": "---\nname: South\nparent: island\n---\n",
    "governments/lake.md": "---\nname: Lake\nalso_known_as: [بحيرة, Caergybi]\n---\n",
    "governments/hill.md": f"---\nname: Hill\nalso_known_as: ['{HOSTILE}']\n---\n",
    "roles/baker.md": "---\nname: Bread baker\nalso_known_as: [pastry cook, خباز, pobydd]\n---\n",
    "roles/miller.md": "---\nname: Miller\nalso_known_as: [corn grinder]\n---\n",
    "topics/ovens.md": "---\nname: Ovens\n---\n",
    "topics/stone-ovens.md": "---\nname: Stone ovens\nparent: ovens\n---\n",
    "topics/yeast.md": "---\nname: Yeast\n---\n",
    "communities/a-south.md": "---\nname: South kneaders\nsummary: They knead.\ngovernment: south\nroles: [baker]\ntopics: [stone-ovens]\n---\n",
    "communities/b-lake.md": "---\nname: Lake kneaders\nsummary: They knead by the lake.\ngovernment: lake\nroles: [baker]\ntopics: [yeast]\n---\n",
    "communities/c-lake.md": "---\nname: Lake stokers\nsummary: They keep the fire.\ngovernment: lake\ntopics: [ovens]\n---\n",
    "communities/d-all.md": "---\nname: Everywhere\nsummary: For all who mill.\nroles: [miller]\n---\n",
    "communities/e-made-up.md": "---\nname: Bread baker Bread baker\nsummary: Bread baker in North.\ngovernment: north\nroles: [baker]\nexample: true\n---\n",
    "handbook/rising.md": "---\ntitle: Rising\n---\n\nEach community of millers writes about stones, sieves and flour.\n",
    "handbook/writing/sieves.md": "---\ntitle: All the keys\n---\n\nStones, sieves, flour and grist, keys and crust.\n",
    "resources/flour.md": "---\ntitle: About grain\n---\n\nStones, and sieves.\n",
    # A government within itself, which the check reports.
    "governments/loop.md": "---\nname: Loop\nparent: loop\n---\n",
    "communities/f-loop.md": "---\nname: Loop people\nsummary: They go round.\ngovernment: loop\n---\n",
}


# A page in the languages of the site, with words that no other page has.
FORMS = {"en": "A haddock swims in the library.", "cy": "Dau bysgodyn mewn ardd, a dau wregys.", "ar": "وصلنا إلى المستنقع.", "fr": "Une bibliothécaire."}


def with_markup(content, scratch):
    """The content with a community whose name is markup, and with a page in all languages."""
    copy = scratch / "content"
    shutil.copytree(content, copy)
    copy.joinpath("communities/hostile.md").write_text(f"---\nname: '{HOSTILE}'\nsummary: A name that is markup.\n---\n", encoding="utf-8")
    for language, text in FORMS.items():
        name = "forms.md" if language == "en" else f"forms.{language}.md"
        copy.joinpath("resources", name).write_text(f"---\ntitle: Forms {language}\n---\n\n{text}\n", encoding="utf-8")
    return copy


def ask(page, query):
    """Types a query on the page of results, which is busy from the first letter on, and waits for its results."""
    page.fill("input[name=q]", query)
    page.wait_for_selector(READY, state="attached")


def suggested(page):
    """Waits for all suggestions: names come first, and other pages take their place when the index has answered."""
    timers(page, TYPED)
    page.wait_for_selector(".search-box:not([hidden]) [role=option]")
    page.evaluate(ANSWERED)


class Small:
    """A small handbook as a site, while the block runs."""

    def __init__(self, checks, files):
        self.checks, self.files = checks, files

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        scratch = Path(self.folder.name)
        for path, text in self.files.items():
            file = scratch / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        building.must_build(self.checks.folkmoot, scratch / "content", scratch / "site", "--keep-going", *self.checks.theme)
        self.served = serve(scratch / "site")
        return self.served.__enter__()

    def __exit__(self, *error):
        self.served.__exit__(*error)
        self.folder.cleanup()


# --- terms


def lines(file):
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


def forms():
    """The words of each language that have one term: {language: [[word]]}."""
    found = {}
    for line in lines(ENDINGS):
        language, sign, *words = line.split()
        if sign == "=":
            found.setdefault(language, []).append(words)
    return found


class Forms(Small):
    """A page for each of these lists of words, with the first of them; nobody translated it."""

    def __init__(self, checks):
        files = {"site.yaml": f"title: Forms\nlanguages: [en, {', '.join(forms())}]\n"}
        for language, every in forms().items():
            for number, words in enumerate(every):
                files[f"resources/{language}-{number}.md"] = f"---\ntitle: Page {language}-{number}\n---\n\n{words[0]}.\n"
        super().__init__(checks, files)


def terms(checks):
    """The script takes the same terms from a text as the program that makes the index."""
    table = {}
    for line in lines(TERMS):
        text, wanted = line.split(" → ")
        language, text = text[1:].split("] ") if line.startswith("[") else ("en", text)
        table.setdefault(language, []).append((text, wanted))
    with Forms(checks) as home:
        for language, rows in table.items():
            with checks.page(f"{home}{'' if language == 'en' else language + '/'}search/") as page:
                for text, wanted in rows:
                    found = page.evaluate("text => folkmootSearch.terms(text).join(' ')", text)
                    checks.expect(found == wanted, f"terms of {text}, {language}: {found} instead of {wanted}")


# The titles of the best pages for each query; lists whose introductions have the word may come before the page.
BEST = """queries => { const search = folkmootSearch, index = JSON.parse(document.querySelector('[data-index]').dataset.index);
  return Promise.all(queries.map(query => search.find(index, search.parse(query, index))
    .then(found => Promise.all(search.best(found, found.pages, 20).map(page => search.row(index, page)))).then(rows => rows.map(row => row[0])))); }"""


def endings(checks):
    """Plural, case and gender do not count in German, Spanish and French, nor do the endings of English words there."""
    with Forms(checks) as home:
        for language, every in forms().items():
            with checks.page(f"{home}{language}/search/") as page:
                for number, words in enumerate(every):
                    for word, found in zip(words, page.evaluate(BEST, words)):
                        checks.expect(f"Page {language}-{number}" in found, f"{word}: the page with {words[0]} is not among {found}")
        with checks.page(f"{home}de/search/?q=Buergerinnen") as page:
            page.wait_for_selector(".search-excerpt mark")
            marked = page.locator(".search-excerpt mark").all_text_contents()
            checks.expect(marked == ["Bürger"], f"marked: {marked}")
        # Typed letter by letter: also where what is typed has other letters than the term.
        with checks.page(f"{home}fr/search/") as page:
            for typed in ("citoy", "citoyen", "citoyennes"):
                ask(page, typed)
                checks.expect("Page fr-13" in page.evaluate(TITLES), f"{typed}: the page with citoyen is not found")


def letters(checks):
    """The scripts take case and accents off as the program does."""
    with checks.page("search/") as page:
        for row in json.loads(FOLDING.read_text(encoding="utf-8")):
            found = page.evaluate("text => folkmootFold(text)", row["text"])
            checks.expect(found == row["folded"], f"letters of {row['text']}: {found} instead of {row['folded']}")


# --- the page of results


def results(checks):
    for query, title in [("open data", "Open data"), ("Open Data community", "Open data community"), ("plain language", "Plain Language"), ("charter template", "Community charter template"),
                         ("tester", "Tester"), ("QA", "Tester"), ("accesibility", "Accessibility"), ("comunity charter tempalte", "Community charter template"),
                         ("wiki pages", None), ("RESEARCHERS", "User researcher"), ("llywodraeth", None)]:
        found = checks.results(query)
        checks.expect("NOT ONE LINK" not in found, f"{query}: a result without one link")
        checks.expect(title is None or title in found[:3], f"{query}: {title} is not among {found[:3]}")
    with checks.page("search/?q=data%20charter") as page:
        page.wait_for_selector(".search-excerpt mark")
        marked = {text.lower() for text in page.locator(".search-excerpt mark").all_text_contents()}
        checks.expect(marked and all(text.startswith(("data", "charter")) for text in marked), f"marked: {marked}")
        links = page.locator(".search-section a")
        for index in range(links.count()):
            address = links.nth(index).evaluate("at => at.href")
            path, anchor = urlsplit(address).path.strip("/"), urlsplit(address).fragment
            text = (checks.site / path / "index.html").read_text(encoding="utf-8")
            checks.expect(f'id="{anchor}"' in text, f"{address}: no such heading")
    quoted, loose = checks.results('"community of practice"'), checks.results("practice of community")
    checks.expect(quoted and len(quoted) <= len(loose), "a phrase finds no fewer than its words")
    with checks.page('search/?q="practice%20community%20of%20of"') as page:
        checks.expect(page.locator(".search-note").is_visible(), "a phrase that is nowhere: no message")
    with checks.page("search/?q=accesibility") as page:
        page.wait_for_function("() => /accessibility/i.test(document.querySelector('.search-note').textContent)")
    with checks.page("search/?q=qqqqzzzz") as page:
        checks.expect(page.locator(".search-none").is_visible() and "qqqqzzzz" in page.inner_text(".search-none"), "nothing found: no message")
        checks.expect(page.locator(".search-none a").count() == 1, "nothing found: no way to add what is missing")
        checks.expect(page.locator("#s\\.browse").is_visible(), "nothing found: no lists to browse")


def typing(checks):
    """Results follow what is typed; every beginning of a word finds what the word finds."""
    with checks.page("search/") as page:
        shown = [at for at in ("h2", ".search-list", "p:has(> .search-more)") if page.locator(f".search-page {at}").evaluate("at => !at.hidden")]
        checks.expect(not shown, f"before a question there are headings or lists of nothing: {shown}")
        ask(page, "accessib")
        checks.expect(page.locator(".search-page h2").evaluate("at => !at.hidden"), "the results have no heading")
        checks.expect("Accessibility" in page.evaluate(TITLES)[:3], "a beginning finds nothing")
        for end in range(4, len("delivery managers") + 1):
            ask(page, "delivery managers"[:end])
            checks.expect(page.evaluate(TITLES), f"typing {'delivery managers'[:end]}: nothing")
        ask(page, "")
        checks.expect(not page.evaluate(TITLES), "an empty field shows results")
        checks.expect(page.locator("input[name=q]").count() == 1, "more than one field")


def facets(checks):
    with checks.page("search/?q=community") as page:
        page.wait_for_selector(".search-facets select")
        names = page.eval_on_selector_all(".search-facets select", "all => all.map(at => at.name)")
        checks.expect(names == ["kind", "government", "role", "topic"], f"facets: {names}")
        for name in names:
            option = page.eval_on_selector(f".search-facets select[name={name}]", "at => [at.options[1].value, at.options[1].textContent]")
            page.select_option(f".search-facets select[name={name}]", option[0])
            page.wait_for_function(f"() => location.search.includes('{name}={option[0]}')")
            page.wait_for_selector(READY, state="attached")
            number = int(option[1].rsplit("(", 1)[1].rstrip(")"))
            status = page.inner_text(".search-status")
            checks.expect(str(number) in status, f"{name}={option[0]}: {option[1]} and then {status}")
            page.go_back()
            # Also the field that was chosen from is made again, without the choice.
            until_page(page, lambda: page.evaluate(CHOSEN, name) == "" and f"{name}=" not in page.url)
            page.wait_for_selector(READY, state="attached")
        ask(page, "data")
        checks.becomes(page, lambda: "q=data" in page.url, "the address does not say what was typed")
    with checks.page("search/?q=data&kind=topic") as page:
        page.wait_for_selector(".search-facets select")
        checks.expect(page.input_value("select[name=kind]") == "topic", "an address with a facet: the field does not say so")
        kinds = set(page.locator(".search-kind").all_text_contents())
        checks.expect(kinds == {"Topic"}, f"only topics were requested: {kinds}")
    with checks.page("search/?q=the") as page:
        if page.locator(".search-more").is_visible():
            before = len(page.evaluate(TITLES))
            # By keyboard: excerpts that arrive push the button away from under a mouse.
            page.press(".search-more", "Enter")
            focused = "() => Array.from(document.querySelectorAll('.search-list > li')).indexOf(document.activeElement.closest('li'))"
            checks.becomes(page, lambda: page.evaluate(focused) >= before, "more results: the focus is not on the first of them")


def filling(checks):
    """Of the first results only those in few files come at once; a press of the button before the rest is there counts."""
    with checks.page("search/") as page:
        # As on a large site far away: each result in a file of its own, which takes half a second to arrive.
        page.evaluate("""() => { const search = folkmootSearch, row = search.row;
            search.fileOf = (part, page) => `file of ${page}`;
            search.row = (index, page) => new Promise(done => setTimeout(done, 500)).then(() => row(index, page)); }""")
        page.evaluate("""() => { const root = document.querySelector('[data-module=search]');
            window.pressed = new Promise(done => new MutationObserver((_, observer) => {
              const shown = () => root.querySelectorAll('[data-result]').length;
              if (root.getAttribute('data-search-state') !== 'ready' || !shown()) return;
              observer.disconnect();
              // What is in sight is reported after a frame.
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
                const first = shown();
                root.querySelector('.search-more').click();
                done(first);
              })));
            }).observe(root, { attributes: true })); }""")
        ask(page, "community")
        first = page.evaluate("() => window.pressed")
        checks.becomes(page, lambda: len(page.evaluate(TITLES)) == first + 10, lambda: f"{first} and ten more: {len(page.evaluate(TITLES))}")


# --- what the words name


class Trades(Small):
    def __init__(self, checks):
        super().__init__(checks, TRADES)


def ignored(checks):
    """Stop words do not count while other words are left; alone, quoted and in capitals they do."""
    with checks.page("search/") as page:
        for text, wanted in {"who does my job in the moon": "moon", "the": "the", "who is it": "who is it", '"the moon"': "the moon", "the IT crowd": "it crowd", "IT IN WALES": "wal",
                             "l’administration d'Espagne": "administration espagn", "people who work with moss": "mos", "les gens dans les mousses": "mous", "من يعمل في الطحالب": "طحالب",
                             "pwy sy'n gweithio gyda mwsogl": "mwsogl", "moss for and of and": "mos"}.items():
            found = page.evaluate("text => folkmootSearch.parse(text, JSON.parse(document.querySelector('[data-index]').dataset.index)).words.map(word => word.term).join(' ')", text)
            checks.expect(found == wanted, f"words of {text}: {found} instead of {wanted}")
        long = "in the " * 100 + "data " * 100
        took = page.evaluate("text => { const index = JSON.parse(document.querySelector('[data-index]').dataset.index), start = performance.now(); folkmootSearch.parse(text, index); return performance.now() - start; }", long)
        checks.expect(took < 100, f"a long query takes {took} ms to read")
    for path in ("fr/search/?q=qui%20travaille%20sur%20accessibility", "cy/search/?q=pwy%20sy'n%20data"):
        with checks.page(path) as page:
            checks.expect(page.evaluate(TITLES), f"{path}: nothing")


def named(checks):
    """What the words name is a filter that is seen and can be taken away, by its longest name and by any; Back brings it again."""
    with Trades(checks) as home:
        for query, wanted in {
            "bread bakers in the South": ["Profession: Bread baker", "Government: South"], "PASTRY COOKS SOUTH": ["Profession: Bread baker", "Government: South"],
            "who is a baker in isle of bread?": ["Government: Island"], "stone ovens": ["Topic: Stone ovens"], "oven": ["Topic: Ovens"], "bread in il": ["Government: Island"],
            "flour in ovens": ["Topic: Ovens"], "co-il": [], '"stone ovens"': [], "ovening": [], "IN": ["Government: Island"], "ovens lake north": ["Topic: Ovens", "Government: Lake", "Government: North"],
        }.items():
            with checks.page(f"{home}search/?q={quote(query)}") as page:
                found = page.evaluate(NAMED)
                checks.expect(found == wanted, f"{query} names {found} instead of {wanted}")
        for query, first in {"ovens south": ["communities/a-south"], "baker": ["roles/baker", "communities/b-lake"], "bread baker": ["roles/baker", "communities/a-south", "communities/b-lake", "communities/e-made-up"],
                             "ovens island": ["communities/a-south"], "ovens": ["topics/ovens"]}.items():
            with checks.page(f"{home}search/?q={quote(query)}") as page:
                found = page.evaluate(ADDRESSES)
                checks.expect(found[:len(first)] == first or query == "baker", f"{query}: {found} instead of {first}")
        with checks.page(f"{home}search/?q={quote(HOSTILE)}") as page:
            checks.expect(page.evaluate(NAMED) == ["Government: Hill"] and page.locator("main img").count() == 0, f"a name of markup: {page.evaluate(NAMED)}")
        for path, wanted in {"cy/search/?q=pobydd%20yng%20Nghaergybi": ["Bread baker", "Lake"], "ar/search/?q=" + quote("خباز في البحيرة"): ["Bread baker", "Lake"]}.items():
            with checks.page(home + path) as page:
                found = [text.split(": ")[1] for text in page.evaluate(NAMED)]
                checks.expect(found == wanted, f"{path} names {found} instead of {wanted}")
                checks.expect(page.evaluate(ADDRESSES)[:1] == ["communities/b-lake"], f"{path}: {page.evaluate(ADDRESSES)}")
        with checks.page(f"{home}search/?q=ovens%20lake") as page:
            checks.expect(page.evaluate(ADDRESSES)[0] == "communities/c-lake", f"ovens lake: {page.evaluate(ADDRESSES)}")
            checks.expect("Topic: Ovens" in page.inner_text(".search-status") and "Government: Lake" in page.inner_text(".search-status"), "no message says what narrows the results")
            page.wait_for_selector(".search-facets select")
            checks.expect(page.locator(".search-facets select[name=topic]").count() == 0, "what the words name can be chosen besides")
            button = page.locator(".search-filters button").nth(1)
            checks.expect("remove" in button.get_attribute("aria-label"), "a button does not say what it does")
            button.focus()
            page.keyboard.press("Enter")
            page.wait_for_function("() => location.search.includes('plain=government%3Alake')")
            page.wait_for_selector(READY, state="attached")
            checks.expect(page.evaluate(NAMED) == ["Topic: Ovens"], f"taken away: {page.evaluate(NAMED)}")
            checks.expect(page.evaluate("() => document.activeElement.closest('.search-filters') !== null"), "taken away: the focus is lost")
            checks.expect("communities/c-lake" in page.evaluate(ADDRESSES)[:2], f"a word again: {page.evaluate(ADDRESSES)}")
            page.keyboard.press("Enter")
            page.wait_for_function("() => location.search.includes('topic%3Aovens')")
            page.wait_for_selector(READY, state="attached")
            checks.expect(page.evaluate("() => document.activeElement.name") == "q", "the last is taken away: the focus is not in the field")
            page.go_back()
            until_page(page, lambda: page.evaluate(NAMED) == ["Topic: Ovens"])
            page.go_back()
            checks.becomes(page, lambda: page.evaluate(NAMED) == ["Topic: Ovens", "Government: Lake"], "Back does not bring a filter again")
            page.go_forward()
            checks.becomes(page, lambda: page.evaluate(NAMED) == ["Topic: Ovens"], "Forward does not take it away")
            ask(page, "yeast")
            checks.becomes(page, lambda: "plain" not in page.url, "what is no longer searched for stays in the address")


def nobody(checks):
    """Where no community has all that is named the page says which is nearest, and why; also where no profession has that name."""
    with Trades(checks) as home:
        for query, none, nearest, why in [
            ("bread baker in North", "No community for Bread baker in North. Nearest:", ["communities/a-south", "communities/b-lake"], ["same profession · South, which is part of Island, like North", "same profession · another government: Lake"]),
            ("yeast island", "No community for Yeast in Island. Nearest:", ["communities/b-lake"], ["same topic · another government: Lake"]),
            ("millers in North", "No community for Miller in North. Nearest:", ["communities/d-all"], ["same profession · not tied to one government"]),
            ("hill", "No community in Hill.", [], []),
            ("north", "No community in North. Nearest:", ["communities/a-south"], ["South, which is part of Island, like North"]),
            ("stone ovens lake", "No community for Stone ovens in Lake. Nearest:", ["communities/a-south", "communities/c-lake"], ["same topic · another government: South", "related topic: Ovens · same government: Lake"]),
        ]:
            with checks.page(f"{home}search/?q={quote(query)}") as page:
                notice = page.inner_text(".search-nearest") if page.locator(".search-nearest").is_visible() else ""
                found = page.evaluate(NEAREST)
                checks.expect(notice.startswith(none) and found[:len(nearest)] == nearest, f"{query}: {notice!r}, {found}")
                for reason in why:
                    checks.expect(reason in notice, f"{query}: {reason} is not among the reasons: {notice!r}")
                checks.expect("communities/e-made-up" not in found, f"{query}: what is made up is near")
                checks.expect(none.split(".")[0] in page.inner_text(".search-status"), f"{query}: that there is none is not said to those who listen")
        with checks.page(f"{home}cy/search/?q=pobydd%20Gogledd") as page:
            checks.expect("Nid oes cymuned" in page.inner_text(".search-nearest") and page.evaluate(NEAREST)[:1] == ["communities/a-south"], f"in Welsh: {page.inner_text('.search-nearest')}")
        for query, roles in {"sword grinder": ["roles/miller"], "pastry baker": ["roles/baker"], "sword swallower": [], "grinder of knives": []}.items():
            with checks.page(f"{home}search/?q={quote(query)}") as page:
                found = page.evaluate(NEAREST)
                checks.expect(found == roles, f"{query}: {found} instead of {roles}")
                if roles:
                    notice = page.inner_text(".search-nearest")
                    checks.expect(notice.startswith("No profession here has that name. The nearest are:") and query in notice, f"{query}: {notice!r}")
                    checks.expect(page.locator(".search-nearest a").last.evaluate("at => at.href").endswith("/add/"), f"{query}: no way to add the name")


def order(checks):
    """Chapters about the program come after what readers search for, unless that is their title; made-up pages come last."""
    with Trades(checks) as home:
        for query, first in {"stones sieves": "resources/flour", "sieves flour grist": "resources/flour", "all the keys": "writing/sieves"}.items():
            with checks.page(f"{home}search/?q={quote(query)}") as page:
                found = page.evaluate(ADDRESSES)
                checks.expect(found[:1] == [first], f"{query}: {found} instead of {first}")
        for query in ("bread baker", "baker north", "kneaders baker"):
            with checks.page(f"{home}search/?q={quote(query)}") as page:
                found = page.evaluate(ADDRESSES)
                real, made = found.index("communities/a-south") if "communities/a-south" in found else 0, found.index("communities/e-made-up") if "communities/e-made-up" in found else 99
                checks.expect(real < made, f"{query}: what is made up comes first: {found}")


def alike(checks):
    """The fields of the header and of the home page offer the same, and the map shows the same."""
    def offered(page, field):
        page.fill(field, "bakers in the North")
        suggested(page)
        return page.evaluate(GROUPS), page.evaluate(OPTIONS)

    with Trades(checks) as home:
        with checks.page(home) as page:
            header = offered(page, "header input[name=q]")
            page.press("header input[name=q]", "Escape")
            big = offered(page, "main input[name=q]")
            checks.expect(header == big, f"the header offers {header}, the home page {big}")
            checks.expect(any(text.startswith("No community") for text in big[0]) or "North" in big[1], f"on the home page: {big}")
            page.fill("main input[name=q]", "pastry cook in north")
            suggested(page)
            page.wait_for_selector(".search-box:not([hidden]) .search-box-kind:has-text('No community for Bread baker in North. Nearest:')")
            checks.expect(page.evaluate(OPTIONS)[:2] == ["North", "Bread baker"], f"what is named does not come first: {page.evaluate(OPTIONS)}")
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            page.wait_for_url("**/governments/north/")
        with checks.page(home + "map/?q=pastry%20cooks%20in%20the%20island") as page:
            shown = "() => Array.from(document.querySelectorAll('tr[data-community]')).filter(at => !at.hidden).map(at => at.getAttribute('data-community'))"
            checks.becomes(page, lambda: page.evaluate(shown) == ["a-south"], lambda: f"on the map: {page.evaluate(shown)}")


# --- the header


def header(checks):
    with checks.page("about/") as page:
        page.keyboard.press("/")
        checks.expect(page.evaluate("() => document.activeElement.name") == "q", "/ does not lead to the field")
        page.keyboard.type("data")
        suggested(page)
        groups, options = page.evaluate(GROUPS), page.evaluate(OPTIONS)
        checks.expect(groups and groups[0] == "Community", f"communities do not come first: {groups}")
        checks.expect(len(set(groups)) == len(groups) and len(groups) > 2, f"groups: {groups}")
        field = page.locator("input[name=q]")
        checks.expect(field.get_attribute("aria-expanded") == "true", "the field does not say that it is open")
        page.keyboard.press("ArrowUp")
        active = field.get_attribute("aria-activedescendant")
        checks.expect(page.locator(f"[id='{active}']").inner_text() == options[-1], "up does not lead to the last option")
        page.keyboard.press("ArrowDown")
        checks.expect(field.get_attribute("aria-activedescendant") is None, "down does not lead back to the field")
        page.keyboard.press("ArrowDown")
        checks.expect(page.locator("[role=option][aria-selected=true]").inner_text() == options[0], "down does not lead to the first option")
        page.keyboard.press("Escape")
        checks.expect(page.locator(".search-box").is_hidden() and field.get_attribute("aria-expanded") == "false", "Escape does not close")
        checks.expect(field.input_value() == "data", "Escape took what was typed")
        page.keyboard.press("ArrowDown")
        suggested(page)
        page.keyboard.press("ArrowDown")
        title = page.locator("[role=option][aria-selected=true]").inner_text()
        page.keyboard.press("Enter")
        page.wait_for_url("**/communities/**")
        checks.expect(page.inner_text("h1") == title, f"Enter leads to {page.inner_text('h1')} instead of {title}")
    with checks.page("about/") as page:
        page.click("input[name=q]")
        page.keyboard.type("bread maker nowhere")
        suggested(page)
        page.keyboard.press("Enter")
        page.wait_for_url("**/search/?q=*")
        page.wait_for_selector(READY, state="attached")
        checks.expect(page.input_value("input[name=q]") == "bread maker nowhere", "the page of results does not hold the words")
    with checks.page("about/") as page:
        page.fill("input[name=q]", "plain lang")
        page.wait_for_selector(".search-box [role=option]:has-text('Plain Language')")
        page.click(".search-box [role=option]:has-text('Plain Language')")
        page.wait_for_url("**/communities/**")


def markup(checks):
    """A title that is markup is text wherever it is shown."""
    with checks.page(f"search/?q={quote('onerror')}") as page:
        checks.expect(HOSTILE in page.evaluate(TITLES), "the title with markup is not found as text")
        # The last part of a result that is written.
        page.wait_for_selector(".search-excerpt")
        drawn(page)
        checks.expect(page.locator("main img").count() == 0, "a title became an element")
    with checks.page(f"search/?q={quote(HOSTILE)}") as page:
        checks.expect(page.input_value("input[name=q]") == HOSTILE and page.locator("main img").count() == 0, "a query became an element")
    with checks.page("about/") as page:
        page.fill("input[name=q]", "onerror")
        page.wait_for_selector(".search-box [role=option]")
        checks.expect(page.evaluate(OPTIONS)[0] == HOSTILE and page.locator(".search-box img").count() == 0, "a suggestion became an element")


# --- where and how


def disk(checks):
    start = checks.site.joinpath("search/index.html").as_uri()
    with checks.page(start + "?q=open%20data") as page:
        checks.expect("Open data" in page.evaluate(TITLES)[:3], "from a disk: nothing is found")
        page.wait_for_selector(".search-excerpt")
        result = page.locator("[data-result] a").first
        title = result.inner_text()
        result.click()
        page.wait_for_url(lambda url: "/search/" not in url)
        checks.expect(page.inner_text("main h1") == title, f"from a disk: the result {title} leads to {page.url}")
    with checks.page(checks.site.joinpath("about/index.html").as_uri()) as page:
        page.fill("input[name=q]", "plain")
        page.locator(".search-box [role=option]:has-text('Plain Language')").first.click()
        page.wait_for_url("**/communities/**")
        found = page.inner_text("main h1")
        checks.expect("Plain Language" in found, f"from a disk: a suggestion leads to {found}, at {page.url}")


def no_script(checks):
    with checks.page("search/", java_script_enabled=False) as page:
        checks.expect(page.locator("noscript").count() == 1 or page.locator(".notice").first.is_visible(), "without script there is no message")
        links = page.locator("main ul a")
        checks.expect(links.count() >= 6, f"without script: {links.count()} lists")
        for index in range(links.count()):
            path = links.nth(index).evaluate("at => at.getAttribute('href')")
            checks.expect((checks.site / "search" / path / "index.html").resolve().is_file(), f"without script: {path} leads nowhere")
        for hidden in (".search-more", ".search-none", ".search-facets"):
            checks.expect(page.locator(hidden).is_hidden(), f"without script {hidden} is shown")


def languages(checks):
    welsh = checks.results("llywodraeth cymru", "cy/search/")
    checks.expect(any("Cymru" in title for title in welsh), f"in Welsh: {welsh[:5]}")
    checks.expect("Plain Language" in checks.results("plain language", "cy/search/"), "a page without translation is not found in Welsh")
    with checks.page("cy/search/?q=cymru") as page:
        href = page.locator("[data-result] a").first.evaluate("at => at.getAttribute('href')")
        checks.expect("cy/" in href, f"a result in Welsh leads to {href}")
    for language, queries in {"cy": ["pysgodyn", "bysgodyn", "mhysgodyn", "physgodyn", "gardd", "ngardd", "gwregys"], "ar": ["مستنقع", "بالمستنقع", "للمستنقع", "المستنقع"],
                              "fr": ["bibliothèque", "bibliothécaires"]}.items():
        for query in queries:
            found = checks.results(query, f"{language}/search/")
            checks.expect(f"Forms {language}" in found[:3], f"{query}: the page with another form of the word is not among {found[:3]}")
    with checks.page("cy/search/") as page:
        for word, forms in {"cymuned": "chymuned gymuned nghymuned", "llan": "lan", "rhwydwaith": "rwydwaith", "afal": "gafal ngafal", "mam": "", "ysgol": "gysgol ngysgol", "pethau": "bethau mhethau phethau"}.items():
            found = page.evaluate("word => folkmootSearch.mutations(word).sort().join(' ')", word)
            checks.expect(found == forms, f"mutations of {word}: {found}")
    with checks.page("ar/search/?q=data") as page:
        checks.expect(page.evaluate(TITLES), "in Arabic: nothing")


def lost(checks):
    """Missing files: the page says so, and does not wait for ever."""
    from chromium import tab

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "site")
        shutil.copytree(checks.site, copy)
        copy.joinpath("data/search-en.js").unlink()
        with tab(checks.browser) as page:
            page.goto(copy.joinpath("search/index.html").as_uri() + "?q=open%20data")
            page.wait_for_selector(READY, state="attached")
            checks.expect("Open data" in page.evaluate(TITLES)[:3], "without the file of names nothing is found")
        for file in copy.joinpath("assets/search/en").glob("t*.js"):
            file.unlink()
        # The browser's console reports the files too.
        with tab(checks.browser) as page:
            page.goto(copy.joinpath("search/index.html").as_uri() + "?q=data")
            page.wait_for_selector(READY, state="attached")
            checks.expect("could not be loaded" in page.inner_text(".search-status"), "missing files: no message")


# --- axe


def accessible(checks):
    def open_box(page):
        if page.locator("input[name=q]").first.is_visible():
            page.fill("input[name=q]", "data")
            suggested(page)
            page.keyboard.press("ArrowDown")

    def at_home(page):
        page.fill("main input[name=q]", "devops in Wales")
        suggested(page)

    def excerpts(page):
        page.wait_for_selector(".search-excerpt", state="attached")

    states = {"empty": ("search/", None), "results": ("search/?q=open%20data%20charter", excerpts), "narrowed": ("search/?q=data&kind=topic", lambda page: page.wait_for_selector(".search-facets select")),
              "mistyped": ("search/?q=accesibility", None), "nothing": ("search/?q=qqqqzzzz", None), "suggestions": ("about/", open_box), "Welsh": ("cy/search/?q=cymru", None), "Arabic": ("ar/search/?q=data", excerpts),
              "named": ("search/?q=content%20design%20uk", excerpts), "nobody": ("search/?q=devops%20in%20Wales", excerpts), "nobody, in Arabic": ("ar/search/?q=DevOps%20Cymru", excerpts), "no profession": ("search/?q=policy%20analyst", None),
              "suggestions at home": ("", at_home)}
    for name, (path, act) in states.items():
        for scheme, width in [("light", 1280)] if checks.is_sample else [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390), ("dark", 320)]:
            with checks.page(path, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
                if act:
                    act(page)
                checks.accessible(page, f"{name}, {scheme}, {width}")


ALL = [terms, endings, letters, results, typing, facets, filling, ignored, named, nobody, order, alike, header, markup, disk, no_script, languages, lost, accessible]


if __name__ == "__main__":
    sys.exit(readers.run(__doc__, ALL, Search, "the search", with_markup))
