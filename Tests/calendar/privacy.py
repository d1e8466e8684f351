#!/usr/bin/env python3
"""What a handbook withholds is in none of its calendars: every such place of a handbook holds a word of its own, and
none of the words is in a calendar or in `data/events.json`. In a second build what withheld each is removed,
and then its word is there, so a word that could never be found is noticed. Also, calendars say nothing about an event
that its page does not say.
"""

import argparse
import html.parser
import re
import sys
import tempfile
from pathlib import Path

import readers

readers.enter(readers.SAMPLE)

import building
import handbook
import validity
from handbook import entry

LATER, BEFORE = "2027-02-01", "2026-11-01"
ONCE = ["starts: 2026-12-10 14:00", "minutes: 60"]
WEEKLY = ["starts: 2026-11-05 14:00", "minutes: 60", "repeats:", "  every: week", "  until: 2027-02-28"]


def online(word):
    return f"online: https://{word}.example/call"


# Words that start with `zq` are kept back. Those that are shown without what keeps them back are in SHOWN_THEN.
EVENTS = {
    "members": entry(
        "title: For members", *ONCE, online("zqmembers"), "open_to: members", "speakers: [hidden]",
        body="Text. <!-- zqcomment one --> More text.\n\n<!--\nzqlong comment\n-->\n",
    ),
    "sector": entry(
        "title: For the public sector", *WEEKLY, online("zqsector"), "open_to: public-sector",
        "# zqnote of the writers", "x_note: zqown key",
    ),
    "unsaid": entry("title: For some", *ONCE, online("zqunsaid")),
    "one-date": entry("occurrence_of: sector@2026-12-17", online("zqdate")),
    "draft": entry("title: Zqdraft talk", "draft: true", *ONCE),
    "later": entry("title: Zqlater talk", f"publish_on: {LATER}", *ONCE),
    "over": entry("title: Zqover talk", f"expires_on: {BEFORE}", *WEEKLY),
    "made-up": entry("title: Zqexample talk", "example: true", *ONCE),
    "draft-series": entry("title: Zqseries talk", "draft: true", *WEEKLY),
    "of-draft": entry("occurrence_of: draft-series@2026-12-17", "title: Zqofdraft talk"),
    "draft-date": entry("occurrence_of: sector@2026-12-24", "title: Zqdraftdate talk", "draft: true"),
    "translated": entry("title: In two languages", *ONCE),
    "translated.cy": entry("title: Zqcymraeg talk", "draft: true"),
}
FILES = {f"communities/open/events/{name}.md": text for name, text in EVENTS.items()} | {
    "site.yaml": "title: Calendars\nsummary: Those who meet.\nbase_url: https://calendars.example/\n"
    "time_zone: Europe/London\nlanguages: [en, cy]\nlist_members: counts\nexamples: false\n",
    "communities/open.md": entry("name: Open", "summary: They meet.", "welcome:", "  name: Welcomer"),
    "communities/open/members.md": entry(
        "members:", "  - person: Zqmember Listed", "    part: core", "    agreed: 2026-01-01",
        "  - person: Zqother Unlisted", "    part: steward", "    title: Zqtitle of theirs", "    time: 10",
        "    skills:", "      zqskill: 4",
    ),
    "people/hidden.md": entry("name: Zqname Hidden", "links: [https://zqlink.example/]", body="Zqbody of a person.\n"),
    "communities/closed-off.md": entry("name: Zqcommunity Draft", "summary: Zqsummary of a draft.", "draft: true"),
    "communities/closed-off/events/talk.md": entry("title: Zqinner talk", "place: Zqplace within", *ONCE),
    "communities/with-list.md": entry(
        "name: With a list", "summary: They meet.", "events:",
        "  - title: Zqlisted talk", "    draft: true", "    starts: 2026-12-11 10:00",
        "  - title: Shown talk", "    starts: 2026-12-12 10:00", "    place: Shownplace",
    ),
    "events/hosted.md": entry(
        "title: Hosted talk", *ONCE, "hosts: [open]", online("shownonline"), "open_to: everyone",
        "register: https://shownregister.example/", "agenda:", "  - title: First part", "    minutes: 20",
        body="First paragraph.\n",
    ),
}
# What is taken away for the second build.
LIFTS = [
    ("    draft: true\n", ""),
    ("draft: true\n", ""),
    (f"publish_on: {LATER}\n", ""),
    (f"expires_on: {BEFORE}\n", ""),
    ("examples: false\n", ""),
    ("example: true\n", ""),
    ("open_to: members", "open_to: everyone"),
    ("open_to: public-sector", "open_to: everyone"),
    ("online: https://zqunsaid", "open_to: everyone\nonline: https://zqunsaid"),
    ("<!-- zqcomment one -->", "zqcomment one"),
]
SHOWN_THEN = set(
    "zqmembers zqsector zqunsaid zqdate zqdraft zqlater zqover zqexample zqseries zqofdraft zqdraftdate zqcymraeg "
    "zqinner zqplace zqlisted zqcomment zqcommunity".split()
)
ALWAYS = {"shownonline", "shownregister", "shownplace", "hosted"}


def lifted(text):
    for before, after in LIFTS:
        text = text.replace(before, after)
    return text


def words_in(site, patterns):
    """The lower-case words of the files of some patterns, calendars without their folds."""
    found = set()
    for path in [path for pattern in patterns for path in site.glob(pattern)]:
        data = path.read_bytes()
        text = "\n".join(validity.unfolded(data)) if path.suffix == ".ics" else data.decode("utf-8")
        found |= set(re.findall(r"[a-z]+", text.lower()))
    return found


CALENDARS = ["**/*.ics", "data/events.json"]


class Page(html.parser.HTMLParser):
    """All that a page says, and where it leads."""

    def __init__(self, path):
        super().__init__()
        self.parts = []
        self.feed(path.read_text(encoding="utf-8"))
        self.words = set(words(" ".join(self.parts)))

    def handle_data(self, data):
        self.parts.append(data)

    def handle_starttag(self, tag, attributes):
        self.parts += [value for _, value in attributes if value]


def words(text):
    return re.findall(r"\w+", text.lower())


def beside_pages(site, base):
    """What events in files of calendars say that their pages do not, and how many texts were looked at."""
    found, count, pages = [], 0, {}
    for path in site.glob("**/event.ics"):
        for event in "\n".join(validity.unfolded(path.read_bytes())).split("BEGIN:VEVENT\n")[1:]:
            facts = dict(re.findall(r"^(\w+)[^:\n]*:(.*)$", event, re.MULTILINE))
            page = site / facts["URL"].removeprefix(base).partition("#")[0] / "index.html"
            if page not in pages:
                pages[page] = Page(page).words
            for name in ("SUMMARY", "DESCRIPTION", "LOCATION"):
                # The title of a cancelled event begins by saying so.
                if name not in facts or name == "SUMMARY" and facts.get("STATUS") == "CANCELLED":
                    continue
                count += 1
                text = re.sub(r"\\(.)", lambda part: " " if part[1] == "n" else part[1], facts[name])
                # A text that is cut ends within a word.
                missing = [
                    word
                    for word in words(re.sub(r"\S+…", "", text.replace(facts["URL"].partition("#")[0], "")))
                    if word not in pages[page]
                ]
                if missing:
                    found.append(f"{path.relative_to(site)}: {name} has {missing[:5]}")
    return found, count


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    building.add_common_options(parser)
    options = parser.parse_args()
    building.require(options)
    tally = building.Tally()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        marks = {word for text in FILES.values() for word in re.findall(r"zq[a-z]+", text.lower())}
        sites = {}
        for name, files in (("kept", FILES), ("lifted", {path: lifted(text) for path, text in FILES.items()})):
            handbook.write_files(folder / name, files)
            sites[name] = folder / f"{name}-site"
            building.build(options.folkmoot, folder / name, sites[name], "--keep-going")
            if not any(sites[name].glob("**/*.ics")):
                building.stop("the build made no calendars")
        kept, open_site = (words_in(site, CALENDARS) for site in sites.values())
        tally.check("what is kept back", sorted(f"{word} is in a calendar" for word in marks & kept))
        pages = words_in(sites["kept"], ["**/*.html", "**/*.xml", "**/*.json"])
        tally.check("what is kept back, on pages", sorted(f"{word} is on a page" for word in SHOWN_THEN & pages))
        tally.check("what is no longer kept back", sorted(f"{word} is in none" for word in SHOWN_THEN - open_site))
        tally.check("what is always shown", sorted(f"{word} is in no calendar" for word in ALWAYS - kept))
        never = marks - SHOWN_THEN
        tally.check("what is never shown", sorted(f"{word} is in a calendar" for word in never & open_site))
        print(f"{len(marks)} words that are kept back, {len(marks & kept)} of them in calendars")
        building.must_have_site(options.folkmoot, options.content, folder / "site")
        count = 0
        own = handbook.settings(options.content).get("base_url", "").rstrip("/") + "/"
        for site, base in [*((site, "https://calendars.example/") for site in sites.values()), (folder / "site", own)]:
            problems, texts = beside_pages(site, base)
            count += texts
            tally.check(f"what calendars of {site.name} say besides their pages", problems)
        print(f"{count} texts of calendars compared with their pages")
    return tally.finish()


if __name__ == "__main__":
    sys.exit(main())
