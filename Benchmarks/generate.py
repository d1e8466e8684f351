#!/usr/bin/env python3
"""Writes a made-up handbook: the same arguments always give the same bytes.

    Benchmarks/generate.py .build/bench/content --pages 10000 --seed 1

    OUT/site.yaml                        OUT/index.md
    OUT/resources/NN/page-NNNNN.md       a hundred to a folder, about 5 kB each
    OUT/topics/ID.md                     the names of the topics the pages are filed under

With --hugo DIR the same pages are also written as a Hugo site that does comparable work: a page for each file and each
topic, a sitemap, and every relative link looked up, so that a broken one stops the build.

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


def hugo_place(path, text):
    """Where Hugo keeps a content file and what it calls things, or None for a file it has no use for."""
    if path == "site.yaml":
        return None
    if path == "index.md":
        return "content/_index.md", text
    term = re.fullmatch(r"topics/(.+)\.md", path)
    if term:
        return f"content/topics/{term[1]}/_index.md", text.replace("\nname: ", "\ntitle: ", 1)
    return f"content/{path}", text


def write(root, path, text):
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode("utf-8"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, metavar="OUT", help="folder for the content; it must be empty or not there yet")
    parser.add_argument("--pages", type=int, default=10000, help="how many pages (default: 10000)")
    parser.add_argument("--seed", type=int, default=1, help="another number gives another handbook (default: 1)")
    parser.add_argument("--kind", choices=["wiki"], default="wiki", help="what the pages are (default: wiki)")
    parser.add_argument("--hugo", type=Path, metavar="DIR", help="also write the same pages as a Hugo site here")
    options = parser.parse_args()
    if options.pages < 2:
        parser.error("--pages must be 2 or more, because the pages link to each other")
    for folder in filter(None, [options.out, options.hugo]):
        if folder.exists() and any(folder.iterdir()):
            sys.exit(f"{folder} is not empty: name a new folder, or empty this one first")

    size = 0
    for path, text in handbook(options.seed, options.pages):
        write(options.out, path, text)
        size += len(text)
        if options.hugo and hugo_place(path, text):
            write(options.hugo, *hugo_place(path, text))
    if options.hugo:
        for path, text in HUGO.items():
            write(options.hugo, path, text)
    print(f"{options.pages} pages, {size / options.pages / 1000:.1f} kB each, in {options.out}")


if __name__ == "__main__":
    main()
