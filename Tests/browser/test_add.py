#!/usr/bin/env python3
"""Makes entries as a person who has never used git does: answers, messages, the preview, the file and whether `folkmoot check --strict`
takes it, ways to send it and what is said after each, drafts, the keyboard, a phone, no script, a disk, four languages; axe in every
state."""

import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import readers
from readers import building
from waiting import drawn, timers, until_page

# The form keeps and shows what is typed when the typing has paused for so many milliseconds.
TYPED = 150
# What comes of sending: a message, or words next to the button.
OUTCOME = """kind => {
  const section = document.querySelector(`section[data-kind=${kind}]`);
  return !section.querySelector('.add-errors').hidden || !!section.querySelector('.add-after:not(:empty)'); }"""
AT = "() => document.activeElement.id"
READY = "[data-module=add][data-state=ready]"
OPENED = "window.opened = []; window.open = url => { window.opened.push(url); return null; };"
COMMUNITY = {
    "name": "Bee-keepers: north & south", "summary": "People who look after \"bees\" # and hives.", "government": ["Wales", "Utopia"], "organisation": "Office for Bees",
    "roles": ["scrum master", "Bee-keeper"], "topics": ["agile"], "membership": "open", "join": "bees@example.org", "meets": "Every first Tuesday: online.",
    "member_count": "1,997", "also_known_as": "BKN; Bees", "source": "https://example.org/bees?a=1", "text": "First line\nsecond: line.\n\n# A paragraph that looks like a heading",
}


class Add(readers.Checks):
    def __init__(self, site, *rest):
        super().__init__(site, *rest)
        # A folder of its own, because another process tries other files.
        self.scratch = tempfile.TemporaryDirectory()
        self.content = shutil.copytree(site.parent / "content", Path(self.scratch.name, "content"))

    def ready(self, page):
        if page.locator("[data-module=add]").count() and page.evaluate("() => !!window.folkmootAdd"):
            page.wait_for_selector(READY, state="attached")

    def watch(self, page, errors):
        page.add_init_script(OPENED)
        # Facts dated in the future are not facts.
        page.clock.set_fixed_time(f"{building.AS_OF}T12:00:00")
        page.on("dialog", lambda dialog: (errors.append("a dialog"), dialog.dismiss()))
        page.on("request", lambda request: errors.append(f"a request to {request.url}") if urlsplit(request.url).hostname not in (None, "", "127.0.0.1") else None)

    def strict(self, path, text):
        """What `folkmoot check --strict` says of the content with this file."""
        file = self.content / path.removeprefix("content/")
        self.expect(not file.exists(), f"{path} is there already")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        done = subprocess.run([self.folkmoot, "check", "--content", self.content, "--strict", "--as-of", building.AS_OF], capture_output=True, text=True, check=False)
        file.unlink()
        self.expect(done.returncode == 0, f"{path} does not pass: {done.stderr[:600]}\n{text}")


def copied(content, scratch):
    shutil.copytree(content, scratch / "content")
    return scratch / "content"


def at(kind, key):
    return f"[id='s.{kind}-{key}']"


def fill(page, kind, answers):
    for key, answer in answers.items():
        field = page.locator(at(kind, key))
        if isinstance(answer, list):
            for one in answer:
                field.fill(one)
                field.press("Enter")
        elif field.evaluate("at => at.tagName") == "SELECT":
            field.select_option(answer)
        else:
            field.fill(answer)
    timers(page, TYPED)


def file(page, kind):
    """(path, text) as the page shows it."""
    section = page.locator(f"section[data-kind={kind}]")
    return section.locator(".add-path").text_content() if kind != "remark" else "", section.locator(".add-text").text_content()


def wrapped(text):
    """Breaks lines of more than 76 characters as a mail program does; they are pasted like this."""
    return "\n".join(textwrap.fill(line, 76, break_long_words=False, break_on_hyphens=False) if len(line) > 76 else line for line in text.split("\n"))


def send(page, kind, way):
    """Presses one of the buttons, which removes the result of the one before, and waits for its result."""
    page.click(f"section[data-kind={kind}] [data-way={way}]")
    until_page(page, lambda: page.evaluate(OUTCOME, kind))


def after(page, kind, way):
    """What is said next to a button once it was pressed."""
    return page.locator(f"section[data-kind={kind}] [data-after={way}]")


# --- the file


def files(checks):
    """The answers are in the file, and the file passes."""
    with checks.page("add/") as page:
        fill(page, "community", COMMUNITY)
        path, text = file(page, "community")
        checks.expect(path == "content/communities/bee-keepers-north-south.md", f"the file is called {path}")
        for line in ("government: [wales]", "roles: [delivery-manager, bee-keeper]", "topics: [agile]", "membership: open", "  count: 1997", "  - BKN"):
            checks.expect(f"\n{line}\n" in text, f"the file lacks `{line}`:\n{text}")
        checks.expect("\n# " in text and "Utopia" in text, "a government that is not known is lost")
        checks.strict(path, text)
        long = "The very long named assembly of people who inspect and repair bridges and also culverts"
        fill(page, "community", {"name": long, "meets": long, "government": ["Wales", *(f"{long} {number}"[-70:] for number in range(3))], "summary": f"{long} and all the rest of it"})
        checks.strict(file(page, "community")[0], wrapped(file(page, "community")[1]))
        page.click("section[data-kind=community] .add-again button")
        fill(page, "community", {**COMMUNITY, "join": "Write to Jo; she answers.", "text": "Name\tOffice | floor\nJane\tNorth\t3\n\nSee [[Registrar]] and ![](x.png).\n- one\n- two\tthree"})
        path, text = file(page, "community")
        checks.expect("| Name | Office \\| floor |  |\n| --- | --- | --- |\n| Jane | North | 3 |" in text and "\njoin: Write to Jo; she answers.\n" in text, f"a table, or a semicolon: {text}")
        checks.strict(path, text)
        page.fill(at("community", "text"), "\tJan\tFeb\nCoffee\t1\t2\n\n•\tone\n• two\n  - deeper\n\n14. Januar\n21. Januar\n\n1.\tfirst\n2. second\n\nSee you\n--\nJane <https://example.org/a> [a](b) [^1] 2*3*4\n=")
        timers(page, TYPED)
        path, text = file(page, "community")
        for part in ("|  | Jan | Feb |\n| --- | --- | --- |\n| Coffee | 1 | 2 |", "- one\n- two\n  - deeper", "14\\. Januar\n21\\. Januar", "1. first\n2. second", "\n\\--\nJane https://example.org/a \\[a](b) \\[^1] 2\\*3\\*4\n\\="):
            checks.expect(part in text, f"{part!r} is not in the text: {text}")
        checks.strict(path, text)
        checks.strict(path, wrapped(text.replace("---\n", f"---\n#{path}{'x' * 60}\n", 1)))
        fill(page, "community", {"text": "<b>Bold</b> & more\n# Not a heading\n---\n`code`", "topics": ["rivers, floods; dams"]})
        checks.strict(*file(page, "community"))
        checks.expect("rivers, floods, dams]" in file(page, "community")[1], "topics in one answer are one topic")
        fill(page, "community", {"name": "AU cloud"})
        checks.expect(file(page, "community")[0] == "content/communities/au-cloud-2.md", f"an address that is taken is given again: {file(page, 'community')[0]}")
        fill(page, "community", COMMUNITY)
        path, text = file(page, "community")
        with page.expect_download() as waiting:
            send(page, "community", "download")
        downloaded = Path(waiting.value.path()).read_text(encoding="utf-8")
        checks.expect(downloaded == text.replace("---\n", f"---\n#{path}\n", 1) and waiting.value.suggested_filename == "bee-keepers-north-south.md", "what is downloaded is another file")
        checks.strict(path, downloaded)
        checks.strict(path, wrapped(downloaded))
    for name in ("true", "2026", "- a dash", "it's", "a, b [c]", "*", "Cymuned Ŵyl", "دليل", "x: y", "@home", "tab\there", "  spaces  ", "#", "null", "🐝", "\\n", "Index", "a\u200bb\u202ec\u0085d\u0000e", "Straße łódź", "Ελλάδα"):
        with checks.page("add/") as page:
            fill(page, "community", {"name": name, "summary": name})
            checks.strict(*file(page, "community"))
    with checks.page("add/") as page, tempfile.TemporaryDirectory() as scratch:
        subprocess.run([checks.folkmoot, "new", "handbook", "one", "--title", "T"], cwd=scratch, capture_output=True, check=True)
        for name in ("Sgwrs dŵr â’r tŷ", "Straße", "łódź Æsir þing", "Ελλάδα", "Σίσυφος", "e\u0301te\u0301", "🐝", "🐝 bees", "index", "İstanbul", "日本", "Data’s & more", "a--b--", "x" * 130, "ﬁne", "½ a", "Ⅷ", "C++", "C# & F#", "Q+R", "C++17", "Issue #5", "LGBTQ+网"):
            said = subprocess.run([checks.folkmoot, "new", "community", name, "--summary", "S.", "--content", "one/content"], cwd=scratch, capture_output=True, text=True, check=False)
            made = re.search(r"communities/(\S+)\.md", said.stdout)
            own = page.evaluate("name => window.folkmootAdd.idFrom(name)", name)
            checks.expect(made and made.group(1) == own, f"the id of {name!r} is {own} here, and elsewhere {said.stdout}{said.stderr}")
    others = {
        "event": {"title": "Spring: meeting", "community": "Open Data", "starts": "2027-03-12", "minutes": "90", "kind": "meetup", "place": "Cardiff, room 2", "online": "https://example.org/call", "open_to": "everyone", "summary": "We meet.", "text": "Come."},
        "writeup": {"title": "What we learned", "date": "2026-03-12", "summary": "Much.", "topics": ["agile", "bees"], "outcome": "We share a hive.", "text": "We met.",
                    "decisions": "- We share a hive: for a year; then we look again.\n\n2. No more than 10 people # a group", "authors": ["Ada Example", "sam", "Al-Idrisi: of the map office"],
                    "attendees": "12", "actions": "Write to the office", "actions-who": "jane", "actions-by": "2027-01-10"},
        "resource": {"title": "A checklist", "url": "https://example.org/list", "kind": "template", "summary": "For hives.", "topics": ["bees"], "roles": ["Bee-keeper"], "text": "Use it."},
    }
    for kind, answers in others.items():
        with checks.page(f"add/#s.add-{kind}") as page:
            checks.expect(page.locator(f"section[data-kind={kind}]").is_visible() and page.locator("section[data-kind]:visible").count() == 1, f"#s.add-{kind} shows something else")
            checks.becomes(page, lambda: -20 < page.evaluate(f"() => document.getElementById('s.add-{kind}').getBoundingClientRect().top") < 300, f"#s.add-{kind} does not begin where the questions do")
            fill(page, kind, answers)
            if kind == "event":
                page.fill("[id='s.event-time']", "14:30")
                timers(page, TYPED)
            path, text = file(page, kind)
            if kind == "event":
                checks.expect(path.startswith("content/communities/") and path.endswith("/events/spring-meeting-2027-03-12.md") and "\nstarts: 2027-03-12 14:30\n" in text, f"the event is {path}:\n{text}")
            checks.strict(path, text)


def hours(checks):
    """The zone of the browser is offered, a repetition is written by its first day, and a past day is queried."""
    with checks.page("add/#s.add-event", timezone_id="America/Toronto") as page:
        checks.expect(page.input_value(at("event", "time_zone")) == "America/Toronto", "the zone of the browser is not offered")
        page.reload()
        page.wait_for_selector(READY)
        checks.expect(page.locator("section[data-kind=event] .add-restored").is_hidden(), "a zone alone is a draft")
        for starts, repeats, lines in (
            ("2027-03-02", "month weekday", "repeats:\n  every: month\n  day: first tuesday\n"),
            ("2027-03-30", "month weekday", "repeats:\n  every: month\n  day: last tuesday\n"),
            ("2027-04-30", "month", "repeats:\n  every: month\n  day: last day\n"),
            ("2027-03-30", "month", "repeats:\n  every: month\n  day: 30\n"),
            ("2027-03-02", "month", "repeats:\n  every: month\n  day: 2\n"),
            ("2028-02-29", "year", "repeats:\n  every: year\n  day: last day\n"),
            ("2027-03-02", "2 weeks", "repeats:\n  every: 2 weeks\n"),
        ):
            fill(page, "event", {"title": "Coffee", "starts": starts, "repeats": repeats, "time_zone": "America/Toronto"})
            path, text = file(page, "event")
            checks.expect(f"\ntime_zone: America/Toronto\n{lines}" in text, f"{repeats} from {starts} is {text}")
            checks.strict(path, text)
        fill(page, "event", {"time_zone": "Europe/London"})
        checks.expect("time_zone" not in file(page, "event")[1], "the zone of the handbook is written")
        fill(page, "event", {"time_zone": "PST"})
        send(page, "event", "copy")
        checks.expect("time zone" in page.inner_text("[id='s.event-time_zone-error']"), "PST is taken for a zone")
        over = page.locator("section[data-kind=event] .add-over")
        fill(page, "event", {"time_zone": "", "repeats": "", "community": "Open Data", "starts": "2026-11-23"})
        checks.expect(over.is_visible() and "what happened" in over.inner_text(), "an event of yesterday is not queried")
        page.click("section[data-kind=event] .add-over a")
        page.wait_for_selector(READY)
        checks.expect(page.input_value(at("writeup", "title")) == "Coffee" and page.input_value(at("writeup", "date")) == "2026-11-23" and page.input_value(at("writeup", "community")) != "", "the write-up does not begin with what was said")
    with checks.page("add/#s.add-event", timezone_id="Europe/London") as page:
        checks.expect(page.input_value(at("event", "time_zone")) == "", "the zone of the handbook is offered")
        for starts, repeats, isShown in (("2026-11-23", "", True), ("2026-11-24", "", False), ("2026-11-23", "week", False)):
            fill(page, "event", {"starts": starts, "repeats": repeats})
            checks.expect(page.locator("section[data-kind=event] .add-over").is_visible() == isShown, f"{starts} {repeats} is queried, or is not")


def messages(checks):
    """A mistake is reported at its field, in words, and nothing is sent."""
    with checks.page("add/") as page:
        send(page, "community", "repository")
        checks.expect(page.evaluate("() => window.opened.length") == 0, "an empty form is sent")
        checks.expect(page.evaluate("() => document.activeElement.id") == "s.community-name", "the first field to fix has not the focus")
        checks.expect(page.locator("section[data-kind=community] .add-missing a").count() == 2, "what is still needed is not listed above the ways to send it")
        page.click("section[data-kind=community] .add-missing a >> nth=1")
        checks.expect(page.evaluate(AT) == "s.community-summary", "what is needed does not lead to its question")
        checks.expect(page.locator("section[data-kind=community] .add-error:visible").count() == 2 and page.locator("section[data-kind=community] .add-errors").is_visible(), "no message requests the needed answers")
        for key, wrong, right in (("summary", "x" * 201, "x" * 200), ("source", "our page", "https://example.org"), ("member_count", "many", "12"), ("member_count", "-5", "5"), ("source", "javascript:alert(1)", "https://example.org"),
                                  ("join", "javascript:alert(1)", "Ask anybody."), ("join", "chat.example.gov/bees", "https://chat.example.gov/bees"), ("member_count", "1,5", "1,500")):
            field, error = page.locator(at("community", key)), page.locator(f"[id='s.community-{key}-error']")
            field.fill(wrong)
            field.press("Tab")
            checks.becomes(page, lambda: error.is_visible() and field.get_attribute("aria-invalid") == "true"
                           and error.get_attribute("id") in (field.get_attribute("aria-describedby") or ""),
                           f"{key}: `{wrong[:20]}` is taken")
            field.fill(right)
            checks.becomes(page, lambda: not error.is_visible() and field.get_attribute("aria-invalid") is None,
                           lambda: f"{key}: `{right[:20]}` is not taken: {error.text_content()}")
        fill(page, "community", {"name": "Bees", "summary": "Bees and hives."})
        page.fill(at("community", "source"), "our page")
        page.press(at("community", "source"), "Tab")
        bar = page.locator("section[data-kind=community] .add-bar")
        checks.becomes(page, lambda: bar.get_attribute("data-enough") is None and page.locator("section[data-kind=community] .add-missing a").count() == 1,
                       "an answer that is not right is enough to send")
        page.fill(at("community", "source"), "www.example.org/bees")
        page.press(at("community", "source"), "Tab")
        checks.becomes(page, lambda: page.input_value(at("community", "source")) == "https://www.example.org/bees" and bar.get_attribute("data-enough") is not None,
                       "an address without its beginning is not completed")
        page.fill(at("community", "name"), "Community of open data")
        page.wait_for_selector(".add-alike:visible")
        checks.expect("Open Data" in page.inner_text(".add-alike"), "a community that may be the same is not shown")
        with page.context.expect_page() as opened:
            page.click(".add-alike a >> nth=0")
        checks.becomes(opened.value, lambda: "/communities/" in opened.value.url, "its link leads elsewhere")
    with checks.page("add/#s.add-event") as page:
        for key, wrong in (("community", "Nobody's"), ("minutes", "an hour"), ("minutes", "0"), ("register", "the desk")):
            page.fill(at("event", key), wrong)
            page.press(at("event", key), "Tab")
            error = page.locator(f"[id='s.event-{key}-error']")
            checks.becomes(page, error.is_visible, f"{key}: `{wrong}` is taken")
    with checks.page("add/#s.add-writeup") as page:
        for day, is_taken in (("2026-11-25", False), (building.AS_OF, True)):
            page.fill(at("writeup", "date"), day)
            page.press(at("writeup", "date"), "Tab")
            error = page.locator("[id='s.writeup-date-error']")
            checks.becomes(page, lambda: error.is_visible() != is_taken,
                           f"a write-up of {day} is {'refused' if is_taken else 'taken'}")


# --- ways out


def ways(checks):
    """The address carries path and text for each host; what is too long, or a host that takes none, is copied."""
    hosts = {
        "github": ("/new/main", lambda query, url: query["filename"][0]),
        "forgejo": ("/_new/main/content/communities", lambda query, url: "content/communities/" + query["filename"][0]),
        "gitlab": ("/-/new/main/", lambda query, url: query["file_name"][0]),
    }
    for host, (place, named) in hosts.items():
        with checks.page("add/") as page:
            page.evaluate("host => document.querySelector('[data-module=add]').setAttribute('data-repository', host)", host)
            fill(page, "community", COMMUNITY)
            path, text = file(page, "community")
            send(page, "community", "repository")
            if host == "gitlab":
                url = after(page, "community", "repository").locator("a").get_attribute("href")
            else:
                url = page.evaluate("() => window.opened[0]")
            split = urlsplit(url)
            query = parse_qs(split.query, keep_blank_values=True)
            checks.expect(split.path.endswith(place), f"{host}: the address is {url[:120]}")
            checks.expect(named(query, url) == path, f"{host}: the path is {named(query, url)}")
            checks.expect(("value" in query) == (host != "gitlab") and query.get("value", [text])[0] == text, f"{host}: the text is {query.get('value')}")
    with checks.page("add/") as page:
        fill(page, "community", {**COMMUNITY, "text": "Long. " * 2000})
        path, text = file(page, "community")
        send(page, "community", "repository")
        steps = after(page, "community", "repository")
        checks.expect(steps.locator("li").count() == 2 and path in steps.inner_text(), "an address that is too long has no steps instead")
        checks.expect(len(steps.locator("a").get_attribute("href")) < 6000 and not page.evaluate("() => window.opened.length"), "an address that is too long is opened")
    with checks.page("add/") as page:
        fill(page, "community", {"name": "Bees", "summary": "Bees & hives."})
        path, text = file(page, "community")
        address = page.evaluate("file => window.folkmootAdd.mailAddress(file)", {"path": path, "title": "Bees & Co", "alone": text})
        query = parse_qs(urlsplit(address["url"]).query)
        checks.expect(address["url"].startswith("mailto:hello@folkmoot.example?") and "Bees & Co" in query["subject"][0] and text in query["body"][0].replace("\r\n", "\n"), f"the e-mail is {unquote(address['url'])[:300]}")
        checks.expect(not page.evaluate("file => window.folkmootAdd.mailAddress(file).isFilled", {"path": "x", "title": "Bees", "alone": "y" * 2000}), "an e-mail of 2,000 characters is filled in")
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        send(page, "community", "copy")
        checks.expect(page.evaluate("() => navigator.clipboard.readText()") == text.replace("---\n", f"---\n#{path}\n", 1), "what is copied is another text")
        checks.expect("copied" in after(page, "community", "copy").inner_text(), "no message says that it is copied")


def afterwards(checks):
    """After each way out, the form says next to its button what should be there now, and what to do if it is not."""
    said = {
        "repository": ("GitHub should now be open", "Did no page open?", "another way below"),
        "mail": ("Your mail program should now show the message", "Did no mail program open?", "with the subject “New in the handbook: Bees”"),
        "download": ("bees.md should now be in your downloads", "Is no file there?", "Paste it into a message to hello@folkmoot.example"),
        "copy": ("The text is copied. Nothing is sent yet", "Does pasting bring something else?", "Select the text above"),
    }
    with checks.page("add/") as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        fill(page, "community", {"name": "Bees", "summary": "Bees & hives."})
        text = file(page, "community")[1]
        for way, parts in said.items():
            box = after(page, "community", way)
            checks.expect(box.get_attribute("role") == "status" and box.inner_text() == "", f"{way}: there is no empty region that could announce something")
            send(page, "community", way)
            words = box.inner_text()
            checks.expect(all(part in words for part in parts), f"{way}: it says {words!r}")
            checks.expect(page.locator(".add-after:not(:empty)").count() == 1, f"{way}: what was said before is still there")
            checks.expect(page.evaluate("() => document.activeElement.getAttribute('data-way')") == way, f"{way}: the focus left the button")
        send(page, "community", "mail")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        box = after(page, "community", "mail")
        checks.becomes(page, lambda: "The text is copied." in box.inner_text(), "Tab from the button does not lead to the button that copies")
        checks.expect("name: Bees" in page.evaluate("() => navigator.clipboard.readText()") and text.split("---\n")[1] in page.evaluate("() => navigator.clipboard.readText()"), "the step copies another text")
        checks.expect(box.locator("a").get_attribute("href") == "mailto:hello@folkmoot.example", "the address in the steps leads elsewhere")
        page.click("section[data-kind=community] .add-again button")
        checks.expect(page.locator(".add-after:not(:empty)").count() == 0, "what was said stays when the form is empty again")
    with checks.page("add/") as page:
        # A browser that lets nobody copy.
        page.evaluate("() => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false; }")
        fill(page, "community", {"name": "Bees", "summary": "Bees & hives."})
        send(page, "community", "copy")
        checks.expect("did not allow copying" in after(page, "community", "copy").inner_text() and page.locator("section[data-kind=community] .add-text").is_visible(), "a text that could not be copied is not shown")
    with checks.page("add/#s.add-remark") as page:
        fill(page, "remark", {"page": "Open Data", "about": "right"})
        send(page, "remark", "repository")
        checks.expect("with your report filled in" in after(page, "remark", "repository").inner_text(), "a report has no words of its own")


def previews(checks):
    """The preview is what the page will show, with notes on what it will not."""
    with checks.page("add/") as page:
        title = page.locator("section[data-kind=community] .add-preview h4")
        checks.expect(title.get_attribute("aria-label"), "an empty title is read as a sign")
        fill(page, "community", {**COMMUNITY, "text": "One line\ngoes on. See https://example.org/a.\n\n1. first\n2. second\n\nName\tOffice\nJo\tNorth\n\n<b>Not bold</b> and \\*plain*."})
        box = page.locator("section[data-kind=community] .add-preview")
        words = box.inner_text()
        checks.expect(title.get_attribute("aria-label") is None, "the title of the preview is not read aloud")
        checks.expect(box.locator("h4").inner_text() == COMMUNITY["name"] and "What is the community called?" not in words and COMMUNITY["summary"] in words, f"the preview is {words}")
        checks.expect("Delivery manager · Bee keeper" in words and "Wales" in words and "Utopia" not in words, f"names are not as the page has them: {words}")
        checks.expect("One line goes on." in words and box.locator("ol li").count() == 2 and box.locator("th").count() == 2 and box.locator("b").count() == 0 and "<b>Not bold</b>" in words, f"the text is {words}")
        checks.expect(box.locator("a[href='mailto:bees@example.org']").count() == 1 and box.locator("a[href='https://example.org/a']").count() == 1, "addresses are no links")
        notes = page.locator("section[data-kind=community] .add-notes")
        checks.expect("Utopia is not in this handbook yet" in notes.inner_text() and "pictures" not in notes.inner_text(), "what becomes of an unknown government is not said")
        checks.expect("Utopia" in page.locator("section[data-kind=community] .add-field[data-key=government] .add-note").inner_text(), "it is not said below the question")
        fill(page, "community", {"text": "The hives: hives.jpg"})
        checks.expect("sends no pictures" in notes.inner_text(), "what becomes of a picture is not said")
        send(page, "community", "mail")
        checks.expect("sends no pictures" in after(page, "community", "mail").inner_text(), "the picture is forgotten once it is sent")
        fill(page, "community", {"text": "None."})
        checks.expect("pictures" not in notes.inner_text(), "a picture that is gone is still mentioned")
        page.evaluate("""() => { const data = new DataTransfer(); data.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
          document.getElementById('s.community-text').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }""")
        checks.expect("sends no pictures" in notes.inner_text(), "a picture that is pasted is lost without a word")
    with checks.page("add/#s.add-event", timezone_id="Europe/London") as page:
        fill(page, "event", {"title": "Coffee", "community": "Open Data", "starts": "2027-03-12", "minutes": "90", "repeats": "month weekday", "online": "https://example.org/call"})
        page.fill("[id='s.event-time']", "14:30")
        timers(page, TYPED)
        words = page.inner_text("section[data-kind=event] .add-preview")
        checks.expect(all(part in words for part in ("12 March 2027", "14:30", "90 minutes", "Europe/London", "Ask the organisers")) and "example.org" not in words, f"the preview of an event is {words}")
        fill(page, "event", {"open_to": "everyone"})
        checks.expect("example.org" in page.inner_text("section[data-kind=event] .add-preview"), "the address of an open call is not shown")
        send(page, "event", "repository")
        checks.expect(page.evaluate("() => window.opened.length") == 1, f"an event that comes again is not sent: {page.inner_text('section[data-kind=event] .add-field[data-key=repeats]')}")


def writeups(checks):
    """A write-up has its meeting, decisions, authors and actions, and the file passes."""
    with checks.page("add/#s.add-writeup") as page:
        meeting = page.locator(at("writeup", "event"))
        values = meeting.evaluate("at => [...at.options].map(one => one.value).filter(Boolean)")
        days = meeting.evaluate("at => [...at.options].map(one => one.dataset.day || '').filter(Boolean)")
        checks.expect(values and days == sorted(days, reverse=True) and all(day <= building.AS_OF for day in days), f"the meetings are {values[:5]}")
        series = [value for value in values if "@" in value and value.startswith("example-data-people/")][0]
        meeting.select_option(series)
        timers(page, TYPED)
        checks.expect(page.input_value(at("writeup", "date")) == series.split("@")[1] and page.input_value(at("writeup", "title")) != "" and page.input_value(at("writeup", "community")) != "", "the meeting does not fill in its title, day and community")
        checks.expect(meeting.evaluate("at => [...at.options].every(one => !one.value || one.dataset.community === 'example-data-people')"), "meetings of other communities are offered")
        checks.expect(page.locator("section[data-kind=writeup] .add-bar[data-enough]").count() == 1, "a title and a day are not enough")
        fill(page, "writeup", {"decisions": "We share a hive.\nWe meet monthly; online.", "authors": "Ada Example، sam,", "text": "We met.", "actions": "Write to the office", "actions-who": "Jo", "actions-by": "2027-01-10"})
        page.click("section[data-kind=writeup] [data-do=another]")
        page.keyboard.type("Book a room")
        timers(page, TYPED)
        path, text = file(page, "writeup")
        for part in (f"\nevent: {series}\n", "\ndecisions:\n  - We share a hive.\n  - We meet monthly; online.\n", "\nauthors:\n  - Ada Example\n  - Sam\n",
                     "\nactions:\n  - what: Write to the office\n    who: Jo\n    by: 2027-01-10\n  - what: Book a room\n"):
            checks.expect(part in text, f"{part!r} is not in the write-up:\n{text}")
        checks.expect(path.startswith("content/communities/example-data-people/writeups/"), f"the write-up is {path}")
        checks.strict(path, text)
        words = page.inner_text("section[data-kind=writeup] .add-preview")
        checks.expect("We meet monthly; online." in words and "10 January 2027" in words and "Ada Example · Sam" in words, f"the preview of a write-up is {words}")
        page.reload()
        page.wait_for_selector(READY)
        checks.expect(file(page, "writeup") == (path, text), "the draft of a write-up is not kept")
        page.click("section[data-kind=writeup] .add-action:first-of-type [data-do=drop]")
        timers(page, TYPED)
        checks.expect("Write to the office" not in file(page, "writeup")[1] and "what: Book a room" in file(page, "writeup")[1], "an action cannot be taken away")
        page.fill(at("writeup", "actions"), "")
        page.fill("[id='s.writeup-actions-who']", "Jo")
        send(page, "writeup", "copy")
        checks.expect(page.locator("[id='s.writeup-actions-error']").is_visible() and page.evaluate(AT) == "s.writeup-actions", "somebody without an action is sent")


def phone(checks):
    """On a phone the way to sending is always in reach, covers nothing that has the focus, and says when there is enough."""
    for path in ("add/", "ar/add/"):
        with checks.page(path, viewport={"width": 390, "height": 844}, reduced_motion="reduce") as page:
            bar = page.locator("section[data-kind=community] .add-bar")
            seen = "at => { const box = at.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"
            checks.expect(bar.evaluate(seen) and bar.locator("[role=status]").inner_text() != "", f"{path}: the bar is not there from the first")
            before = bar.inner_text()
            fill(page, "community", {"name": "Bees"})
            checks.expect(bar.inner_text() != before and bar.get_attribute("data-enough") is None, f"{path}: one answer of two is not counted")
            fill(page, "community", {"summary": "Bees and hives."})
            checks.expect(bar.get_attribute("data-enough") is not None, f"{path}: two answers are not enough")
            covered = page.evaluate("""async () => {
              const bar = document.querySelector('.add-bar'), found = [];
              for (const field of document.querySelectorAll('section[data-kind=community] .add-field :is(input, select)')) {
                field.focus();
                await new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)));
                if (field.getBoundingClientRect().bottom > bar.getBoundingClientRect().top) found.push(field.id);
              }
              return found; }""")
            checks.expect(not covered, f"{path}: the bar covers {covered}")
            bar.locator("button").click()
            checks.becomes(page, lambda: page.evaluate(AT) == "s.add-community-result", f"{path}: the bar does not lead to the preview")
            checks.expect(bar.evaluate("at => at.getBoundingClientRect().bottom <= document.activeElement.getBoundingClientRect().top"), f"{path}: the bar covers the preview")
            tight = page.evaluate("""() => [...document.querySelectorAll('section[data-kind=community] .add-ways button')].map(at => at.getBoundingClientRect())
              .filter((box, index, all) => index && box.top - all[index - 1].bottom < 8).length""")
            checks.expect(not tight, f"{path}: buttons touch")
            checks.accessible(page, f"{path}, phone")
    with checks.page("add/#s.add-event", viewport={"width": 390, "height": 844}) as page:
        label, field = page.locator("label[for='s.event-time']"), page.locator("[id='s.event-time']")
        checks.expect(abs(label.bounding_box()["y"] + label.bounding_box()["height"] / 2 - field.bounding_box()["y"] - field.bounding_box()["height"] / 2) < 12, "the word before the time is apart from its field")
    # A low window keeps its room for the questions.
    with checks.page("add/", viewport={"width": 640, "height": 320}) as page:
        checks.expect(page.locator("section[data-kind=community] .add-bar").evaluate("at => getComputedStyle(at).position") == "static", "the bar stays in a low window")


def drafts(checks):
    """Answers are there again until they are thrown away; an address may fill fields in."""
    with checks.page("add/") as page:
        fill(page, "community", COMMUNITY)
        before = file(page, "community")
        page.reload()
        page.wait_for_selector(READY)
        checks.expect(file(page, "community") == before, "a draft is not kept")
        checks.expect(page.locator("section[data-kind=community] .add-restored").is_visible(), "no message says that a draft is there")
        page.click(".add-kinds a[data-kind=event]")
        event = page.locator("section[data-kind=event]")
        checks.becomes(page, lambda: event.is_visible() and page.url.endswith("#s.add-event"),
                       "the other kind is not shown")
        page.click(".add-kinds a[data-kind=community]")
        page.click("section[data-kind=community] .add-restored button")
        checks.expect(page.input_value(at("community", "name")) == "", "starting again does not empty the form")
        page.click("section[data-kind=community] [data-do=undo]")
        timers(page, TYPED)
        checks.expect(file(page, "community") == before, "answers that were thrown away do not come back")
        page.click("section[data-kind=community] .add-again button")
        page.reload()
        page.wait_for_selector(READY)
        checks.expect(page.input_value(at("community", "name")) == "" and not page.locator(".add-chosen li").count(), "a deleted draft comes back")
    # Links once had their facts after a question mark.
    with checks.page("add/?kind=community&government=wales&name=A%20%26%20B&x=%zz") as page:
        checks.expect("name: A & B" in file(page, "community")[1], "an address of old does not fill in")
    with checks.page("add/#kind=community&government=wales&name=A%20%26%20B&x=%zz") as page:
        path, text = file(page, "community")
        checks.expect("name: A & B" in text and "government: [wales]" in text, f"an address does not fill in: {text}")
        fill(page, "community", {"summary": "Of a link."})
        page.reload()
        page.wait_for_selector(READY)
        checks.expect("summary: Of a link." in file(page, "community")[1], "the draft that a link began is not kept")
        page.goto(checks.address + "add/")
        page.wait_for_selector(READY)
        checks.expect(page.input_value(at("community", "name")) == "", "the draft of a link is mixed with one's own")
        fill(page, "community", {"name": "Mine"})
        # The page loads itself again for what a link on it says.
        page.evaluate("() => { location.hash = 'kind=community&name=Other'; }")
        checks.becomes(page, lambda: page.get_attribute(".add-page", "data-state") == "ready" and page.input_value(at("community", "name")) == "Other" and page.input_value(at("community", "summary")) == "",
                       "another link gets the draft of the first")
        page.goto(checks.address + "add/")
        page.wait_for_selector(READY)
        checks.expect(page.input_value(at("community", "name")) == "Mine", "a link throws one's own draft away")


def copies(checks):
    """An event is made again from its page: the form for events, with the old facts except the day; and what a link said stays."""
    with checks.page("communities/example-data-people/") as page:
        page.goto(page.evaluate("() => [...document.querySelectorAll('a[href*=\"/events/\"]')].map(at => at.href).filter(at => at.includes('example-data-people/events/'))[0]"))
        title = page.inner_text("h1")
        page.click("a[href*='kind=event']")
        page.wait_for_selector(READY)
        checks.expect(page.locator("section[data-kind=event]").is_visible(), "the form of another kind is shown")
        checks.expect(page.input_value(at("event", "title")) == title and page.input_value(at("event", "kind")) != "" and page.input_value(at("event", "starts")) == "", "the event is not filled in, or its day is")
        page.fill(at("event", "title"), "Other")
        page.click("section[data-kind=event] .add-again button")
        checks.expect(page.input_value(at("event", "title")) == title, "starting again loses what the link said")
        page.fill(at("event", "place"), "x")
        page.reload()
        page.wait_for_selector(READY)
        checks.expect(page.input_value(at("event", "place")) == "x", "the last key before the page is left is lost")


def remarks(checks):
    """Something about a page: from its foot, as a message to the repository or by e-mail, without a file."""
    with checks.page("communities/au-open-data/") as page:
        page.click(".page-foot a[href*='kind=remark']")
        page.wait_for_selector(READY)
        checks.expect(page.locator("section[data-kind=remark]").is_visible() and "(/communities/au-open-data/)" in page.input_value(at("remark", "page")) and page.input_value(at("remark", "about")) == "wrong", "the page is not filled in")
        send(page, "remark", "repository")
        checks.expect(page.locator("[id='s.remark-text-error']").is_visible() and not page.evaluate("() => window.opened.length"), "a report of a mistake is sent without saying what is wrong")
        page.fill(at("remark", "text"), "The link <b>is</b> gone.\nIt is at https://example.org")
        timers(page, TYPED)
        send(page, "remark", "repository")
        split = urlsplit(page.evaluate("() => window.opened[0]"))
        query = parse_qs(split.query)
        checks.expect(split.path.endswith("/issues/new") and query["title"][0].startswith("Something is wrong") and "(/communities/au-open-data/)" in query["title"][0] and "The link <b>is</b> gone." in query["body"][0] and "Something is wrong" in query["body"][0], f"the message is {split}")
        page.evaluate("() => document.querySelector('[data-module=add]').setAttribute('data-repository', 'gitlab')")
        send(page, "remark", "repository")
        split = urlsplit(page.evaluate("() => window.opened[1]"))
        checks.expect(split.path.endswith("/-/issues/new") and {"issue[title]", "issue[description]"} == set(parse_qs(split.query)), f"gitlab: {split}")
        mail = page.evaluate("() => window.folkmootAdd.mailAddress({ path: '', title: 'A page', alone: 'All right.' })")
        checks.expect(parse_qs(urlsplit(mail["url"]).query) == {"subject": ["A page"], "body": ["All right."]}, f"the e-mail is {mail}")
        page.select_option(at("remark", "about"), "right")
        timers(page, TYPED)
        checks.expect("verified: 2026-11\n" in file(page, "remark")[1], "that all is right brings no line to add")
        page.fill(at("remark", "page"), "")
        send(page, "remark", "mail")
        checks.expect(page.locator("[id='s.remark-page-error']").is_visible(), "a message about no page is sent")
        checks.accessible(page, "remark")


def keyboard(checks):
    """An entry with keys alone."""
    with checks.page("add/") as page:
        page.focus(".add-kinds a >> nth=0")
        for _ in range(5):
            page.keyboard.press("Tab")
        checks.expect(page.evaluate("() => document.activeElement.id") == "s.community-name", "Tab does not lead from the kinds to the first question")
        page.keyboard.type("Bees")
        page.keyboard.press("Enter")
        for field, text in (("summary", "Bees and hives."), ("government", "Wales")):
            page.keyboard.press("Tab")
            checks.becomes(page, lambda: page.evaluate(AT) == f"s.community-{field}",
                           lambda: f"Tab does not lead to {field}, but to {page.evaluate(AT)}")
            page.keyboard.type(text)
        page.keyboard.press("Enter")
        page.keyboard.press("Shift+Tab")
        label = "() => document.activeElement.getAttribute('aria-label') || ''"
        checks.becomes(page, lambda: "Wales" in page.evaluate(label),
                       lambda: f"what was chosen cannot be reached: {page.evaluate(AT)}")
        page.keyboard.press("Enter")
        chosen = page.locator(".add-chosen li")
        checks.becomes(page, lambda: page.evaluate(AT) == "s.community-government" and not chosen.count(),
                       "what was chosen cannot be taken away, or the focus is lost")
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("() => document.activeElement.getAttribute('data-way')") == "repository":
                break
        page.keyboard.press("Enter")
        until_page(page, lambda: page.evaluate(OUTCOME, "community"))
        checks.expect(page.evaluate("() => window.opened.length") == 1, "a file is not sent by keys")


# --- without


def plain(checks):
    """Without script the file to fill in, and the steps, for each kind."""
    with checks.page("add/", java_script_enabled=False) as page:
        checks.expect(page.locator(".add-plain:visible").count() == 5 and page.locator("form.add-form:visible").count() == 0, "without script the steps are not shown")
        for kind, title in (("community", "name"), ("event", "title"), ("writeup", "title"), ("resource", "title")):
            text = page.inner_text(f"section[data-kind={kind}] .add-plain code")
            checks.expect(text.startswith(f"---\n{title}:") and text.rstrip().endswith("---"), f"{kind}: the template is {text}")
        checks.expect(page.locator(".add-plain a[href*='/new/main']").count() == 4 and page.locator(".add-plain a[href*='/issues/new']").count() == 1, "the steps lead nowhere")


def disk(checks):
    with checks.page((checks.site / "add/index.html").as_uri()) as page:
        fill(page, "community", {"name": "Bees", "summary": "Bees.", "roles": ["scrum master"]})
        checks.expect("roles: [delivery-manager]" in file(page, "community")[1], "from a disk the names are not known")
    with checks.page((checks.site / "index.html").as_uri()) as page:
        page.click(".steps a[href*='add/']")
        page.wait_for_selector(READY)


def languages(checks):
    for language, heading in (("cy", "Ychwanegu"), ("ar", "أضف"), ("fr", "Compléter")):
        with checks.page(f"{language}/add/") as page:
            checks.expect(heading in page.inner_text("h1"), f"{language}: the page is called {page.inner_text('h1')}")
            fill(page, "community", {"name": "Gwenynwyr", "summary": "Pobl.", "government": ["Cymru"]})
            checks.expect("government: [wales]" in file(page, "community")[1], f"{language}: Cymru is not known")
            send(page, "community", "repository")
            checks.expect(re.search(r"/new/main\?filename=content%2Fcommunities%2Fgwenynwyr\.md", page.evaluate("() => window.opened[0]")), f"{language}: the address is another")


def accessible(checks):
    widths = (1280,) if checks.is_sample else (1280, 320)
    for width in widths:
        for scheme in ("light",) if checks.is_sample else ("light", "dark"):
            for path in ("add/", "ar/add/#s.add-event"):
                with checks.page(path, viewport={"width": width, "height": 900}, color_scheme=scheme) as page:
                    kind = "event" if "event" in path else "community"
                    states = {"empty": lambda: None, "wrong": lambda: send(page, kind, "repository"), "filled": lambda: fill(page, kind, COMMUNITY if kind == "community" else {"title": "A"})}
                    if kind == "community":
                        states["steps"] = lambda: (fill(page, kind, {"name": "Open data", "text": "Long. " * 2000}), send(page, kind, "repository"))
                        states["file"] = lambda: page.click(f"section[data-kind={kind}] summary")
                    for state, make in states.items():
                        make()
                        drawn(page)
                        checks.accessible(page, f"{path}, {scheme}, {width}, {state}")


ALL = [files, hours, messages, ways, afterwards, previews, writeups, drafts, copies, remarks, keyboard, phone, plain, disk, languages, accessible]

if __name__ == "__main__":
    sys.exit(readers.run(__doc__, ALL, Add, "the form", copied))
