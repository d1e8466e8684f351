#!/usr/bin/env python3
"""Writes a made-up handbook: the same arguments always give the same bytes.

    Benchmarks/generate.py .build/bench/content --pages 10000 --seed 1

    OUT/site.yaml                        OUT/index.md
    OUT/resources/NN/page-NNNNN.md       a hundred to a folder, about 5 kB each
    OUT/topics/ID.md                     the names of the topics the pages are filed under

With --kind meetups it has the shape of a real site of that size, which has 3,466 files: half of them are write-ups with
authors and topics, a quarter are people, a sixth are topics, and the rest are notes. All link to one another, half of the
links as wiki links.

    OUT/writeups/meetup-NNNNN.md         OUT/people/ID.md
    OUT/resources/note-NNNNN.md          OUT/topics/ID.md

With --hugo DIR the same pages are also written as a Hugo site that does comparable work: a page for each file and each
topic, a sitemap, and every relative link looked up, so that a broken one stops the build. Of meetups, a page for each
author, related pages, and a feed for each topic too.

The words are made from syllables and drawn by Zipf's law, so that a few are everywhere and most are rare, as in a language.
"""

import argparse
import itertools
import random
import re
import sys
from pathlib import Path

PAGES_A_FOLDER = 100
VOCABULARY = 8000
TOPICS = 40
BODY_BYTES = 4700  # with front matter and links a file comes to about 5 kB


class Language:
    """Words by rank, commonest first. A page draws from it with its own generator, so that pages do not depend on each other."""

    def __init__(self, seed, vocabulary=VOCABULARY):
        rng = random.Random(f"{seed}:language")
        onsets = "b d f g h j k l m n p r s t v w br dr fl gr kl pl st tr".split()
        vowels = "a e i o u ai ea ou".split()
        codas = ["", "", "", "n", "r", "l", "s", "m"]
        words = {}
        while len(words) < vocabulary:
            syllables = 1 + len(words) * 3 // vocabulary + pick(rng, [0, 1])  # common words are short
            words["".join(pick(rng, onsets) + pick(rng, vowels) + pick(rng, codas) for _ in range(syllables))] = None
        self.words = list(words)
        self.weights = list(itertools.accumulate(1 / rank for rank in range(1, vocabulary + 1)))
        # Long words far apart in the vocabulary: two topics that look alike would be reported as one misspelt.
        rare = [word for word in self.words[vocabulary // 2:] if len(word) >= 9]
        self.topics = rare[:: len(rare) // TOPICS][:TOPICS]

    def draw(self, rng, count):
        return rng.choices(self.words, cum_weights=self.weights, k=count)

    def phrase(self, rng, count):
        return " ".join(self.draw(rng, count))

    def title(self, rng, count):
        return self.phrase(rng, count).capitalize()


def pick(rng, choices):
    """Only `random()` is promised to give the same numbers in every version of Python."""
    return choices[int(rng.random() * len(choices))]


def paragraph(language, rng):
    sentences = []
    for _ in range(3 + int(rng.random() * 3)):
        words = language.draw(rng, 8 + int(rng.random() * 10))
        at = 2 + int(rng.random() * 4)
        wrap = pick(rng, ["{}", "*{}*", "**{}**", "`{}`"])
        words[at] = wrap.format(words[at])
        sentences.append(" ".join(words).capitalize() + ".")
    return " ".join(sentences)


def bullets(language, rng, mark="-"):
    return "\n".join(f"{mark} {language.phrase(rng, 5 + int(rng.random() * 6))}" for _ in range(4))


def code(language, rng):
    lines = [f"{name} = {value}({argument})" for name, value, argument in (language.draw(rng, 3) for _ in range(5))]
    return "```\n" + "\n".join(lines) + "\n```"


def quote(language, rng):
    return f"> {language.phrase(rng, 14).capitalize()},\n> *{language.phrase(rng, 8)}*."


def location(number):
    """The folder and the file name of a page."""
    return f"{number // PAGES_A_FOLDER:02d}", f"page-{number:05d}.md"


def links(language, rng, number, pages):
    """Five to other pages, by relative path, and two to elsewhere."""
    folder, _ = location(number)
    sentences = []
    for _ in range(5):
        other = (number + 1 + int(rng.random() * (pages - 1))) % pages
        to_folder, name = location(other)
        path = name if to_folder == folder else f"../{to_folder}/{name}"
        sentences.append(f"{language.title(rng, 4)} [{language.phrase(rng, 3)}]({path}).")
    for _ in range(2):
        host, part = language.draw(rng, 2)
        sentences.append(f"{language.title(rng, 3)} [{language.phrase(rng, 2)}](https://{host}.example.org/{part}).")
    return sentences


def page(language, seed, number, pages):
    """The text of one page: front matter and markdown that CommonMark and Hugo read alike."""
    rng = random.Random(f"{seed}:{number}")
    topics = sorted({pick(rng, language.topics) for _ in range(3)})
    reviewed = f"{2024 + int(rng.random() * 3)}-{1 + int(rng.random() * 12):02d}-{1 + int(rng.random() * 28):02d}"
    front = (f"---\ntitle: {language.title(rng, 4)} {number}\nsummary: {language.title(rng, 12)}.\n"
             f"topics: [{', '.join(topics)}]\nreviewed: {reviewed}\n---\n")
    pointers = links(language, rng, number, pages)
    special = [bullets(language, rng), code(language, rng), quote(language, rng), bullets(language, rng, "1.")]
    blocks, length = [paragraph(language, rng)], 0
    while length < BODY_BYTES:
        # A number in each heading keeps the anchors of a page distinct.
        section = [f"## {language.title(rng, 3)} {len(blocks)}", paragraph(language, rng)]
        if special:
            section.append(special.pop(0))
        section.append(" ".join([paragraph(language, rng)] + pointers[:2]))
        del pointers[:2]
        blocks.append("\n\n".join(section))
        length = sum(map(len, blocks))
    if pointers:
        blocks.append(" ".join(pointers))
    return front + "\n" + "\n\n".join(blocks) + "\n"


def handbook(seed, pages, vocabulary=VOCABULARY):
    """The content: (path, text) of every file, in order."""
    language = Language(seed, vocabulary)
    yield "site.yaml", ("format: 1\ntitle: A generated handbook\nsummary: Made-up pages to measure a build with.\n"
                        "base_url: https://handbook.example.org/\n")
    yield "index.md", "---\ntitle: A generated handbook\nsummary: Where to begin.\n---\n\nStart at the resources.\n"
    for topic in language.topics:
        yield f"topics/{topic}.md", f"---\nname: {topic.capitalize()}\n---\n\nAbout {topic}.\n"
    for number in range(pages):
        yield "resources/{}/{}".format(*location(number)), page(language, seed, number, pages)


class Meetups:
    """A handbook of write-ups, people, topics and notes in the proportions of a real one."""

    SHARES = {"people": 0.226, "topics": 0.168, "resources": 0.114}
    LINKS = 9
    BODY_BYTES = 2400

    def __init__(self, seed, pages):
        self.seed, self.language = seed, Language(seed)
        rng = random.Random(f"{seed}:names")
        counts = {folder: max(2, int(pages * share)) for folder, share in self.SHARES.items()}
        rare = self.language.words[VOCABULARY // 4:]

        def names(count):
            found = {}
            while len(found) < count:
                found.setdefault(f"{pick(rng, rare)} {pick(rng, rare)}")
            return list(found)

        named = names(counts["people"] + counts["topics"])
        self.people, self.topics = named[:counts["people"]], named[counts["people"]:]
        self.notes = [f"note-{number:05d}" for number in range(counts["resources"])]
        self.writeups = [f"meetup-{number:05d}" for number in range(max(2, pages - sum(counts.values())))]
        self.ids = ([("writeups", one) for one in self.writeups] + [("resources", one) for one in self.notes]
                    + [("people", self.id(one)) for one in self.people] + [("topics", self.id(one)) for one in self.topics])

    @staticmethod
    def id(name):
        return name.replace(" ", "-")

    def few(self, rng, names, count):
        """Some of them, the first ones most often, as a few people write most and a few topics are everywhere."""
        return sorted({self.id(names[int(len(names) * rng.random() ** 2)]) for _ in range(count)})

    def body(self, rng, wiki):
        links = []
        for number in range(self.LINKS):
            folder, id = pick(rng, self.ids)
            words = self.language.phrase(rng, 2)
            links.append(f"[[{id}|{words}]]" if wiki and number % 2 else f"[{words}](../{folder}/{id}.md)")
        blocks, length = [], 0
        while length < self.BODY_BYTES:
            text = f"{paragraph(self.language, rng)} {' '.join(links[:2])}"
            del links[:2]
            blocks += [f"## {self.language.title(rng, 3)} {len(blocks)}", text, bullets(self.language, rng)]
            length = sum(map(len, blocks))
        return "\n\n".join(blocks + [" ".join(links)]).rstrip() + "\n"

    def files(self, wiki=True):
        """(path, text) of every file, in order.

        - wiki: whether half of the links are wiki links.
        """
        yield "site.yaml", ("format: 1\ntitle: A generated handbook\nsummary: Made-up pages to measure a build with.\n"
                            "base_url: https://handbook.example.org/\ncontact: handbook@example.org\n"
                            "list_members: names\n")
        yield "index.md", "---\ntitle: A generated handbook\nsummary: Where to begin.\n---\n\nStart at the write-ups.\n"
        for name in self.topics:
            yield f"topics/{self.id(name)}.md", f"---\nname: {name.capitalize()}\n---\n\nAbout {name}.\n"
        for name in self.people:
            yield f"people/{self.id(name)}.md", (
                f"---\nname: {name.title()}\nsummary: Writes about {name}.\nagreed: 2026-01-10\n---\n\nA made-up person.\n")
        for folder, ids in ("resources", self.notes), ("writeups", self.writeups):
            for id in ids:
                rng = random.Random(f"{self.seed}:{id}")
                front = (f"---\ntitle: {self.language.title(rng, 4)} {id[-5:]}\nsummary: {self.language.title(rng, 12)}.\n"
                         f"topics: [{', '.join(self.few(rng, self.topics, 3))}]\n")
                if folder == "writeups":
                    day = f"{2016 + int(rng.random() * 10)}-{1 + int(rng.random() * 12):02d}-{1 + int(rng.random() * 28):02d}"
                    front += f"date: {day}\nauthors: [{', '.join(self.few(rng, self.people, 2))}]\n"
                yield f"{folder}/{id}.md", f"{front}---\n\n{self.body(rng, wiki)}"


HUGO = {
    # Code is not highlighted and quotation marks are not curled: neither is part of the comparison.
    "hugo.toml": """baseURL = "https://handbook.example.org/"
title = "A generated handbook"
disableKinds = ["rss"]
[taxonomies]
topic = "topics"
[minify]
minifyOutput = false
[markup.highlight]
codeFences = false
[markup.goldmark.extensions.typographer]
disable = true
""",
    "layouts/_default/baseof.html": """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title>
<meta name="description" content="{{ .Summary | plainify }}">
<link rel="canonical" href="{{ .Permalink }}">
</head>
<body>
<header><nav aria-label="Site"><ul>
<li><a href="{{ "/" | relURL }}">{{ site.Title }}</a></li>
<li><a href="{{ "/resources/" | relURL }}">Resources</a></li>
<li><a href="{{ "/topics/" | relURL }}">Topics</a></li>
</ul></nav></header>
<main>
{{ block "main" . }}{{ end }}
</main>
<footer><p>{{ site.Title }}</p></footer>
</body>
</html>
""",
    "layouts/_default/single.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<p>{{ .Summary | plainify }}</p>
<ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ .Content }}
<p>Reviewed <time datetime="{{ .Params.reviewed }}">{{ time.Format "2 January 2006" .Params.reviewed }}</time></p>
{{ end }}
""",
    "layouts/_default/list.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ .Content }}
<ul>{{ range .RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Summary | plainify }}</li>
{{ end }}</ul>
{{ end }}
""",
    "layouts/_default/taxonomy.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>
{{ end }}</ul>
{{ end }}
""",
    "layouts/_default/term.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ .Content }}
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Summary | plainify }}</li>
{{ end }}</ul>
{{ end }}
""",
    "layouts/404.html": """{{ define "main" }}<h1>Not found</h1>{{ end }}
""",
    # A relative link must lead to a page, as it must in a Folkmoot build; a broken one stops the build.
    "layouts/_default/_markup/render-link.html": """{{- $href := .Destination -}}
{{- if not (urls.Parse .Destination).IsAbs -}}
{{- with .Page.GetPage .Destination -}}{{- $href = .RelPermalink -}}
{{- else -}}{{- errorf "%s: no page at %q" .Page.File.Path .Destination -}}{{- end -}}
{{- end -}}
<a href="{{ $href }}">{{ .Text }}</a>{{- /**/ -}}
""",
}


# What differs for meetups.
HUGO_MEETUPS = HUGO | {
    "hugo.toml": HUGO["hugo.toml"].replace('disableKinds = ["rss"]\n', "").replace(
        'topic = "topics"', 'topic = "topics"\nauthor = "people"') + """[related]
includeNewer = true
threshold = 50
[[related.indices]]
name = "topics"
weight = 100
""",
    "layouts/_default/single.html": """{{ define "main" }}<h1>{{ .Title }}</h1>
<p>{{ .Summary | plainify }}</p>
<ul>{{ range .GetTerms "topics" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
{{- range .GetTerms "people" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ with .Date }}<p><time datetime="{{ .Format "2006-01-02" }}">{{ .Format "2 January 2006" }}</time></p>{{ end }}
{{ .Content }}
<ul>{{ range first 5 (site.RegularPages.Related .) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ end }}
""",
}


def hugo_place(path, text):
    """Where Hugo keeps a content file and what it calls things, or None for a file it has no use for."""
    if path == "site.yaml":
        return None
    if path == "index.md":
        return "content/_index.md", text
    term = re.fullmatch(r"(topics|people)/(.+)\.md", path)
    if term:
        return f"content/{term[1]}/{term[2]}/_index.md", text.replace("\nname: ", "\ntitle: ", 1)
    # Terms are pages in folders of their own, which is where links to them lead.
    text = re.sub(r"\(\.\./(topics|people)/([\w-]+)\.md\)", r"(/\1/\2)", text)
    return f"content/{path}", text.replace("\nauthors: ", "\npeople: ", 1)


def write(root, path, text):
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode("utf-8"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, metavar="OUT", help="folder for the content; it must be empty or not there yet")
    parser.add_argument("--pages", type=int, default=10000, help="how many pages (default: 10000)")
    parser.add_argument("--seed", type=int, default=1, help="another number gives another handbook (default: 1)")
    parser.add_argument("--kind", choices=["wiki", "meetups"], default="wiki", help="what the pages are (default: wiki)")
    parser.add_argument("--hugo", type=Path, metavar="DIR", help="also write the same pages as a Hugo site here")
    options = parser.parse_args()
    if options.pages < 2:
        parser.error("--pages must be 2 or more, because the pages link to each other")
    for folder in filter(None, [options.out, options.hugo]):
        if folder.exists() and any(folder.iterdir()):
            sys.exit(f"{folder} is not empty: name a new folder, or empty this one first")

    is_wiki = options.kind == "wiki"
    meetups = None if is_wiki else Meetups(options.seed, options.pages)
    size = 0
    for path, text in handbook(options.seed, options.pages) if is_wiki else meetups.files():
        write(options.out, path, text)
        size += len(text)
    if options.hugo:
        for path, text in handbook(options.seed, options.pages) if is_wiki else meetups.files(wiki=False):
            if hugo_place(path, text):
                write(options.hugo, *hugo_place(path, text))
        for path, text in (HUGO if is_wiki else HUGO_MEETUPS).items():
            write(options.hugo, path, text)
    print(f"{options.pages} pages, {size / options.pages / 1000:.1f} kB each, in {options.out}")


if __name__ == "__main__":
    main()
