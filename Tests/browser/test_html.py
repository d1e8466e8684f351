#!/usr/bin/env python3
"""HTML in texts, as Chromium has it under the site's own policy.

Vectors: none of their pages opens a dialog, sends a request to another host, runs a script or holds what no text may have. Random
fragments: the tree that Chromium parses from a page is the tree that its bytes say, read as strictly as XML."""

import argparse
import html
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tools import in_venv

ELEMENTS = set("""a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
hr i img input ins kbd li mark ol p picture pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot
th thead time tr u ul var wbr""".split())
ATTRIBUTES = set("""href src srcset media type alt title lang dir width height open reversed start value colspan rowspan scope datetime cite
id class rel loading role tabindex aria-label aria-hidden disabled checked""".split())
VOID = {"br", "hr", "img", "wbr", "source", "input"}

MARKS = """<a|href="x.md">|<a href="x.md">|</a>|<a name="n1"></a>|<b>|</b>|<i>|</i>|<p>|</p>|<p align="center">|<div>|</div>|<div id="d">|<ul>|</ul>|<ol>
</ol>|<li>|</li>|<dl>|</dl>|<dt>|<dd>|</dd>|<table>|</table>|<tr>|</tr>|<td>|</td>|<th scope="row">|</th>|<thead>|</thead>|<tbody>|</tbody>|<tfoot>|<caption>
</caption>|<h2>|</h2>|<h3 id="h">|</h3>|<details>|<details open>|</details>|<summary>|</summary>|<figure>|</figure>|<figcaption>|</figcaption>|<pre>|</pre>
<pre>
x|<blockquote>|</blockquote>|<br>|</br>|<hr>|<img src="a.png" alt="A">|<picture>|<source srcset="a.png">|</picture>|<ruby>|</ruby>|<rt>|<rp>|<kbd>|</kbd>
<ins>|</ins>|<del>|</del>|<span lang="cy">|</span>|<code>|</code>|<center>|</center>|<font>|</font>|<svg>|</svg>|<math>|<form>|</form>|<select>|<option>
<template>|<style>|</style>|<script>|</script>|<textarea>|<title>|<word>|<!-- c -->|<?p?>|<!X>|</ x>|&amp;|&lt;|&copy|&nbsp;|&#65;|&|<|>|"|'|\\|*|**|~~|`|_
[a](x.md)|![A](a.png)|[[x]]|www.a.gov|[^1]|[^1]: f|# H|## H2|- |1. |> |> [!NOTE]|| a | b |
|---|---||| c | <ul><li>d</ul> ||    |```|---|{% hint style="info" %}|{% endhint %}|a|b c|text|é|\t""".replace("\n", "|").split("|")

DUMP = """text => {
  const root = new DOMParser().parseFromString(text, 'text/html').querySelector('main div.prose');
  const out = [], at = node => {
    if (node.nodeType === 3) return out.push('#' + node.data);
    out.push('<' + node.localName + [...node.attributes].map(a => ' ' + a.name + '=' + a.value).sort().join(''));
    for (const child of node.childNodes) at(child);
    out.push('>');
  };
  if (root) at(root);
  return out;
}"""
LOOK = """() => {
  const found = [];
  for (const node of document.querySelectorAll('main div.prose *')) {
    found.push('<' + node.localName);
    for (const a of node.attributes) found.push(a.name + '=' + a.value);
    for (const name of ['mouseover', 'focus', 'toggle', 'load', 'error', 'pointerover', 'animationend']) node.dispatchEvent(new Event(name));
  }
  return {found, ran: typeof ran !== 'undefined'};
}"""
TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)( ?/)?>')
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"<>]*)"')


def written_tree(text):
    """What the bytes of the text's container say, as the browser's tree is dumped; a fault where they are not well-formed."""
    start = re.search(r'<div class="prose"', text)
    if not start:
        return []
    out, open_, i = [], [], start.start()
    while True:
        tag = TAG.match(text, i)
        if tag:
            closing, name, attributes, _ = tag.groups()
            i = tag.end()
            if closing:
                if not open_ or open_.pop() != name:
                    raise ValueError(f"</{name}> closes something else")
                out.append(">")
                if not open_:
                    return out
            else:
                pairs = sorted(f" {key}={html.unescape(value)}" for key, value in ATTRIBUTE.findall(attributes))
                out.append(f"<{name}{''.join(pairs)}")
                if name in VOID:
                    out.append(">")
                else:
                    open_.append(name)
        else:
            end = text.find("<", i + 1)
            if text[i] == "<" or end < 0:
                raise ValueError(f"no tag at {text[i:i + 40]!r}")
            out.append("#" + html.unescape(text[i:end]))
            i = end


def fragments(count, seed):
    chance = random.Random(seed)
    for _ in range(count):
        parts = []
        for _ in range(chance.randint(2, 30)):
            parts.append(chance.choice(MARKS))
            parts.append(chance.choice(["", "", "", " ", "\n", "\n", "\n\n"]))
        yield "".join(parts)


def build(folkmoot, texts, work):
    """The folder of a site with a page for each text, and the numbers of texts whose pages are held back."""
    content, site = Path(work, "content"), Path(work, "site")
    resources = content / "resources"
    resources.mkdir(parents=True)
    content.joinpath("site.yaml").write_text("title: T\n", encoding="utf-8")
    resources.joinpath("x.md").write_text("---\ntitle: X\n---\n\nx\n", encoding="utf-8")
    resources.joinpath("a.png").write_bytes(bytes.fromhex(
        "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc000000301010018dd8db00000000049454e44ae426082"))
    for number, text in enumerate(texts):
        resources.joinpath(f"t{number}.md").write_text(f"---\ntitle: T{number}\n---\n\nw\n\n{text}\n", encoding="utf-8")
    subprocess.run([folkmoot, "build", "--content", content, "--output", site, "--keep-going"], stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, timeout=900, check=False)
    check = subprocess.run([folkmoot, "check", "--content", content, "--format", "json"], stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL, timeout=900, check=False)
    problems = (json.loads(line) for line in check.stdout.splitlines() if line.startswith(b"{"))
    withheld = {int(Path(problem["path"]).stem[1:]) for problem in problems
                if problem["code"] in ("comment", "withheld") and problem["severity"] == "error"}
    return site, withheld


def judge(seen):
    """What a page has that no text may have."""
    for item in seen["found"]:
        if item.startswith("<"):
            if item[1:] not in ELEMENTS | {"button"}:
                yield f"the element {item}>"
            continue
        name, _, value = item.partition("=")
        if name not in ATTRIBUTES and not name.startswith("data-"):
            yield f"the attribute {name}"
        scheme = re.match(r"[\s\0-\x20]*([a-zA-Z][a-zA-Z0-9+.-]*):", value)
        if name in ("href", "src", "srcset", "cite") and scheme and scheme.group(1).lower() not in ("http", "https", "mailto", "tel"):
            yield f"the address {value}"
    if seen["ran"]:
        yield "a script that ran"


def check_vectors(browser, folkmoot, vectors):
    from chromium import tab
    from policy import STRICT, Watched
    from serving import serve
    faults = 0
    with tempfile.TemporaryDirectory(prefix="test-html-") as work:
        site, withheld = build(folkmoot, [text for _, text in vectors], work)
        with serve(site, STRICT) as home, tab(browser) as page:
            watched = Watched(page, home)
            dialogs = []
            page.on("dialog", lambda dialog: dialogs.append(dialog.message))
            for number, (kind, text) in enumerate(vectors):
                page.goto(f"{home}resources/t{number}/")
                found = [*judge(page.evaluate(LOOK)), *dialogs]
                errors, requests = watched.take()
                found += errors + [f"a request to {url}" for url in requests]
                if page.locator("main div.prose").count() != (0 if number in withheld else 1):
                    found.append("a text that is to be held back" if number in withheld else "no text")
                dialogs.clear()
                if found:
                    faults += 1
                    print(f"FAILED {kind}: {text!r}: {'; '.join(found)}")
    print(f"{len(vectors)} vectors, {faults} failed")
    return faults


def check_trees(browser, folkmoot, texts):
    from chromium import tab
    faults, compared = 0, 0
    with tempfile.TemporaryDirectory(prefix="test-html-") as work:
        site, withheld = build(folkmoot, texts, work)
        with tab(browser) as page:
            for number, text in enumerate(texts):
                path = site / f"resources/t{number}/index.html"
                if not path.is_file():
                    continue
                compared += 1
                bytes_ = path.read_text(encoding="utf-8")
                try:
                    meant = written_tree(bytes_)
                    parsed = page.evaluate(DUMP, bytes_)
                    where = next((i for i, (a, b) in enumerate(zip(meant, parsed)) if a != b), None)
                    fault = None if meant == parsed else f"at {where}: written {meant[where or 0:][:4]}, parsed {parsed[where or 0:][:4]}"
                except ValueError as error:
                    fault = str(error)
                if fault:
                    faults += 1
                    if faults < 20:
                        print(f"FAILED fragment {number}: {text!r}: {fault}")
    if compared + len(withheld) != len(texts):
        faults += 1
        print(f"FAILED: of {len(texts)} pages {compared} were published and {len(withheld)} held back")
    print(f"{compared} trees compared, {faults} failed")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folkmoot", type=Path, required=True, metavar="BIN")
    parser.add_argument("--fragments", type=int, default=2_000, help="random fragments (default: 2000)")
    parser.add_argument("--seed", type=int, default=21)
    parser.add_argument("--sample", action="store_true", help="every tenth vector and 100 fragments")
    options = parser.parse_args()
    in_venv()
    from chromium import launched
    from html_vectors import all_vectors
    vectors = all_vectors()
    if len(vectors) < 400:
        sys.exit(f"There are only {len(vectors)} vectors.")
    if options.sample:
        vectors, options.fragments = vectors[::10], 100
    folkmoot = options.folkmoot.resolve()
    with launched() as browser:
        faults = check_vectors(browser, folkmoot, vectors)
        faults += check_trees(browser, folkmoot, list(fragments(options.fragments, options.seed)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
