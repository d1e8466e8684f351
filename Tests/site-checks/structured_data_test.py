#!/usr/bin/env python3
"""Reads the data for search engines on the pages of a built site as third-party programs do (extruct, rdflib), and
compares it with the vocabulary of schema.org and with the page: known types, properties that schema.org has for the
type, values that it takes there, dates of ISO 8601, addresses of pages that exist, and nothing that the page does not
show. Built twice, with and without the address of the site.

The readers and the vocabulary come from PyPI, into .build/structured-venv. Where they cannot be installed the check is
left out, and says so.
"""

import argparse
import datetime
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urlsplit

import building
import environments

ROOT = Path(__file__).resolve().parent.parent.parent
VENV = ROOT / ".build/structured-venv"
PACKAGES = ["extruct==0.18.0", "msgspec-schemaorg==0.2.1"]
BASE = "https://handbook.example/below/"
CONTEXT = "https://schema.org"
# The keys of JSON-LD itself, and what schema.org writes beside a search of a site.
BESIDES = {"@id", "@type", "query-input"}
# Kinds of page with their text elsewhere, or without data.
SILENT = {"person"}
MONTHS = ("January February March April May June July August September October November December").split()


class Vocabulary:
    """The types of schema.org with their properties, and what each of these takes."""

    def __init__(self):
        import msgspec_schemaorg.models as models
        self.models = models
        self.known = {}

    def properties(self, name):
        """Name → the text of what it takes; None for a type that schema.org does not have."""
        if name not in self.known:
            found = getattr(self.models, name, None)
            self.known[name] = found and {key: value for one in reversed(found.__mro__)
                                          for key, value in getattr(one, "__annotations__", {}).items()}
        return self.known[name]

    def ancestors(self, name):
        return {one.__name__ for one in getattr(self.models, name).__mro__}

    def problems(self, thing, where="", base=None):
        """What is wrong with a thing and all within it."""
        name = thing.get("@type")
        properties = self.properties(name) if isinstance(name, str) else None
        if properties is None:
            return [f"{where}: {name!r} is no type of schema.org"]
        found = []
        for key, value in thing.items():
            place = f"{where}/{name}.{key}"
            if key in BESIDES:
                continue
            if key not in properties:
                found.append(f"{place}: schema.org has no such property of this type")
                continue
            for one in value if isinstance(value, list) else [value]:
                found += self.value(one, properties[key], place, base)
        return found

    def value(self, value, takes, place, base):
        taken = set(re.findall(r"\w+", takes)) - {"Union", "List", "None"}
        if isinstance(value, dict) and "@type" in value:
            wrong = self.problems(value, place, base)
            return wrong or ([] if self.ancestors(value["@type"]) & taken else [f"{place}: takes no {value['@type']}"])
        if isinstance(value, dict):
            fits = value.keys() == {"@language", "@value"} and "str" in taken
            return [] if fits else [f"{place}: {value} is no text with its language"]
        if isinstance(value, int) and not isinstance(value, bool):
            return [] if taken & {"int", "float"} or "str" in taken else [f"{place}: {value} is a number"]
        if not isinstance(value, str) or not value:
            return [f"{place}: {value!r} is empty, or of no type that is written here"]
        if taken & {"date", "datetime", "time"}:
            return [] if is_time(value, taken) else [f"{place}: {value!r} is not as ISO 8601 has it"]
        if value.startswith(CONTEXT + "/"):
            # A member of an enumeration.
            return [] if any(one[0].isupper() for one in taken) else [f"{place}: {value!r} is no text"]
        is_address = value.startswith(("https://", "http://"))
        if "str" in taken or is_address and taken & {"URL", "Thing"} or is_address and taken:
            return []
        return [f"{place}: {value!r}, where it takes {sorted(taken)}"]


def is_time(text, taken):
    """A date, as far as it is known; a time of a day; or both, with or without their offset."""
    try:
        if "time" in taken and re.fullmatch(r"\d\d:\d\d:\d\d", text):
            datetime.time.fromisoformat(text)
            return True
        if re.fullmatch(r"\d{4}(-\d\d)?", text):
            datetime.date.fromisoformat((text + "-01-01")[:10])
            return bool(taken & {"date", "datetime"})
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            datetime.date.fromisoformat(text)
            return bool(taken & {"date", "datetime"})
        if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d)?", text):
            datetime.datetime.fromisoformat(text)
            return "datetime" in taken
    except ValueError:
        pass
    return False


# Data that must not pass, each with a part of the report.
WRONG = [
    ({"@type": "Organisation", "name": "A"}, "no type"),
    ({"@type": "Organization", "startDate": "2026"}, "no such property"),
    ({"@type": "Organization", "areaServed": {"@type": "GovernmentOrganization", "name": "A"}}, "takes no"),
    ({"@type": "Organization", "foundingDate": "5 March 2026"}, "ISO 8601"),
    ({"@type": "Organization", "foundingDate": "2026-02-30"}, "ISO 8601"),
    ({"@type": "Organization", "name": {"@value": "A"}}, "no text"),
    ({"@type": "Organization", "name": ""}, "empty"),
    ({"@type": "Event", "eventSchedule": {"@type": "Schedule", "startTime": "25:00:00"}}, "ISO 8601"),
    ({"@type": "Event", "organizer": {"@type": "Place", "name": "A"}}, "takes no"),
    ({"@type": "Article", "author": {"@type": "Person", "headline": "A"}}, "no such property"),
]


def things(value):
    """A value and all things within it."""
    if isinstance(value, list):
        return [one for item in value for one in things(item)]
    if isinstance(value, dict):
        return [value] * ("@type" in value) + [one for item in value.values() for one in things(item)]
    return []


def words(text):
    return " ".join(text.split())


class Page:
    def __init__(self, path, route):
        import lxml.html
        self.route = route
        self.html = path.read_text(encoding="utf-8")
        tree = lxml.html.document_fromstring(self.html)
        self.language = tree.get("lang")
        canonical = tree.xpath("//link[@rel='canonical']/@href")
        self.canonical = canonical[0] if canonical else None
        for hidden in tree.xpath("//script | //style"):
            hidden.drop_tree()
        summary = tree.xpath("//meta[@name='description']/@content")
        self.summary = " ".join(summary)
        self.text = words(tree.text_content()) + " " + words(" ".join(summary))

    def blocks(self):
        import extruct
        return extruct.extract(self.html, syntaxes=["json-ld"], errors="strict")["json-ld"]

    def preview(self):
        """What other sites show beside a link, by name; every page says each once but for other languages and authors."""
        import extruct
        found = extruct.extract(self.html, syntaxes=["opengraph"], errors="strict")["opengraph"]
        return [(name, value) for one in found for name, value in one["properties"]]

    def shows(self, text):
        return words(text) in self.text

    def shows_date(self, text):
        """In English: the day as it is written there."""
        year, month, day = (text[:10].split("-") + ["", ""])[:3]
        shown = " ".join(([str(int(day))] if day else []) + ([MONTHS[int(month) - 1]] if month else []) + [year])
        clock = re.search(r"T(\d\d:\d\d)", text)
        return self.shows(shown) and (clock is None or self.shows(clock[1]))


class Check:
    def __init__(self, site, base, tally, made_up):
        self.site, self.base, self.tally, self.made_up = site, base, tally, made_up
        self.vocabulary = Vocabulary()
        self.kinds = {page["url"]: page["kind"] for page in json.loads(Path(site, "data/pages.json").read_text(encoding="utf-8"))}
        self.types, self.bytes, self.identities, self.triples = Counter(), [], {}, 0

    def run(self):
        for path in sorted(self.site.rglob("*.html")):
            route = path.relative_to(self.site).as_posix()
            route = route.removesuffix("index.html") if route.endswith("/index.html") or route == "index.html" else route
            page = Page(path, route)
            blocks = page.blocks()
            self.tally.check(f"/{route}: speaks where it should", self.presence(page, blocks))
            for block in blocks:
                self.tally.check(f"/{route}", self.block(page, block))
            self.tally.check(f"/{route}: as a link", self.preview(page))
        used = [one for one in self.bytes if one]
        print(f"  {len(self.bytes)} pages, {len(used)} with data: {sum(used):,} bytes, {sum(used) // max(len(used), 1)} each, "
              f"{max(used, default=0)} the most; {self.triples:,} statements")
        print("  " + ", ".join(f"{name} {count}" for name, count in self.types.most_common()))

    def preview(self, page):
        """Open Graph on all pages that have a place in the site, with whole addresses or none."""
        said = page.preview()
        if page.route == "404.html" or page.route.endswith("map/embed/") or "http-equiv=\"refresh\"" in page.html:
            return [f"{name} on a page that nobody links to" for name, _ in said]
        repeated = {"og:locale:alternate", "article:author"}
        names = [name for name, _ in said if name not in repeated]
        values = dict(said)
        found = [f"{name} is said twice" for name in set(names) if names.count(name) > 1]
        found += [f"no {name}" for name in ("og:title", "og:type", "og:site_name") if not values.get(name)]
        if not page.shows(values.get("og:title", "")):
            found.append(f"the title of a link is not on the page: {values.get('og:title')!r}")
        if values.get("og:description", "") != page.summary:
            found.append("a link says something else than the summary of the page")
        if values.get("og:url") != (page.canonical if self.base else None):
            found.append(f"the address of a link is {values.get('og:url')!r}, the canonical one {page.canonical!r}")
        found += [f"{name} is no whole address of the site" for name in ("og:url", "og:image", "article:author")
                  if name in values and not (self.base and values[name].startswith(self.base))]
        return found

    def presence(self, page, blocks):
        """Pages for readers have data, unless they are made up, about a person, or written in another language elsewhere."""
        self.bytes.append(sum(len(one.encode()) for one in re.findall(r"<script type=\"application/ld\+json\">.*?</script>\n", page.html)))
        kind = self.kinds.get(page.route)
        is_made_up = any(page.shows(notice) for notice in self.made_up)
        if is_made_up:
            return ["what is made up has data"] if blocks else []
        is_elsewhere = page.canonical is not None and page.canonical != (self.base or "") + page.route
        if kind is None or kind in SILENT or is_elsewhere:
            return []
        if self.base is None and page.language != "en":
            return []
        return [] if len(blocks) == 1 else [f"{len(blocks)} blocks of data on the page of a {kind}"]

    def block(self, page, block):
        if block.keys() != {"@context", "@graph"} or block["@context"] != CONTEXT:
            return [f"keys {sorted(block)}, context {block.get('@context')!r}"]
        found = []
        for thing in block["@graph"]:
            self.types[thing["@type"]] += 1
            found += self.vocabulary.problems(thing)
        found += self.addresses(page, block) + self.unseen(page, block["@graph"])
        return found + self.statements(block)

    def statements(self, block):
        """The same as triples, which rdflib makes of it."""
        import rdflib
        text = json.dumps({**block, "@context": {"@vocab": CONTEXT + "/"}})
        graph = rdflib.Graph().parse(data=text, format="json-ld")
        self.triples += len(graph)
        lacking = [thing["@type"] for thing in things(block["@graph"])
                   if not any(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{CONTEXT}/{thing['@type']}")))]
        return [f"{name} is lost as triples" for name in lacking]

    def addresses(self, page, block):
        found = []
        for thing in things(block["@graph"]):
            for key in ("@id", "url", "item", "mainEntityOfPage", "urlTemplate"):
                if key in thing:
                    found += self.address(key, thing)
        return found

    def address(self, key, thing):
        address = thing[key]
        if self.base is None:
            is_own = BASE in address or not address.startswith(("https://", "http://")) or key in ("@id", "item", "urlTemplate")
            return [f"{key} {address}, though the site has no address"] if is_own else []
        if not address.startswith(self.base):
            return [] if key == "url" and thing["@type"] in ("CreativeWork", "VirtualLocation") else [f"{key} leads elsewhere: {address}"]
        if key == "@id":
            known = self.identities.setdefault(address, thing["@type"])
            if known != thing["@type"]:
                return [f"{address} is a {known} elsewhere and a {thing['@type']} here"]
        route = unquote(urlsplit(address).path.removeprefix(urlsplit(self.base).path))
        there = self.site / route
        return [] if (there / "index.html").is_file() or there.is_file() else [f"{key} leads to no page: {address}"]

    def unseen(self, page, graph):
        """What is said and not shown. The names of the site and of its search are in the header."""
        found = []
        for thing in things(graph):
            if thing["@type"] == "ListItem":
                continue
            for key in ("name", "headline", "alternateName", "description", "knowsAbout"):
                for value in thing.get(key, []) if isinstance(thing.get(key), list) else [thing.get(key)]:
                    text = value.get("@value") if isinstance(value, dict) else value
                    if isinstance(text, str) and not page.shows(text):
                        found.append(f"{thing['@type']}.{key} is not on the page: {text[:80]}")
            if page.language == "en":
                dates = {"Organization": ["foundingDate", "dissolutionDate"], "Article": ["datePublished"],
                         "Event": ["startDate", "endDate"], "Schedule": []}.get(thing["@type"], [])
                found += [f"{key} {thing[key]} is not on the page" for key in dates if key in thing and not self.date(page, key, thing)]
        return found

    @staticmethod
    def date(page, key, thing):
        """An end on the day of the start is shown by its time alone."""
        if key == "endDate" and thing[key][:10] == thing["startDate"][:10] and "T" in thing[key]:
            return page.shows(thing[key][11:16])
        return page.shows_date(thing[key])


def check(folkmoot, content, folder, tally, made_up, *more):
    for base in (BASE, None):
        site = Path(folder, "with" if base else "without")
        settings = Path(folder, "content")
        subprocess.run(["cp", "-R", f"{content}/.", str(settings)], check=True)
        text = Path(content, "site.yaml").read_text(encoding="utf-8")
        text = re.sub(r"(?m)^base_url:.*\n", "", text) + (f"base_url: {base}\n" if base else "")
        Path(settings, "site.yaml").write_text(text, encoding="utf-8")
        building.must_build(folkmoot, settings, site, *more)
        print(f"{content}, {'with' if base else 'without'} the address of the site:", flush=True)
        Check(site, base, tally, made_up).run()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    building.add_common_options(parser)
    parser.add_argument("--keep-going", action="store_true", help="the handbook has errors; what is valid is looked at")
    options = parser.parse_args()
    building.require(options)
    environments.enter(VENV, PACKAGES, "structured-packages", environments.leave_out)
    tally = building.Tally()
    vocabulary = Vocabulary()
    for thing, said in WRONG:
        problems = vocabulary.problems(thing)
        tally.check(f"this check itself: {thing}", [] if any(said in one for one in problems) else [f"{problems} instead of {said}"])
    made_up = [words(re.search(r"(?m)^example_notice: *(.*)$", path.read_text(encoding="utf-8"))[1].strip("\"'"))
               for path in sorted(ROOT.glob("themes/default/i18n/*.yaml"))]
    with tempfile.TemporaryDirectory() as folder:
        check(options.folkmoot, options.content, folder, tally, made_up, *["--keep-going"] * options.keep_going)
    return tally.finish()


if __name__ == "__main__":
    sys.exit(main())
