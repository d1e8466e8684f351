#!/usr/bin/env python3
"""Compares the cases of Tests/MarkdownTests/Cases with cmark-gfm: cases marked as the same are the same, others differ.

usage: against_cmark_gfm.py [CASES ...]      exit 1 if a case is not as it says; needs Debian's cmark-gfm

A case is `=== name`, the text, `--- html`, what folkmoot renders (checked by CaseTests), and where GitHub's renderer gives
something else, `--- differs` with the reason. Ids, classes and names for assistive technology are ignored, as are the place of
links back from a footnote, and brackets around its number."""
import html.parser, os, pathlib, re, subprocess, sys

EXTENSIONS = ["table", "strikethrough", "autolink", "tagfilter", "tasklist", "footnotes"]
BLOCKS = set("p ul ol li table thead tbody tr th td div blockquote pre section hr h1 h2 h3 h4 h5 h6".split())

class Reader(html.parser.HTMLParser):
    """Tags and text, as far as they say the same to a reader."""
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.skipped, self.pre = [], 0, 0
    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        name = attributes.get("class") or ""
        if self.skipped or re.search("footnote-back", name):
            self.skipped += 1
            return
        kept = []
        for key in ("href", "src", "title", "alt", "start"):
            if key in attributes and "footnote" not in str(self.parts[-1:]) and not attributes[key].startswith("#fn"):
                kept.append((key, attributes[key]))
        if "checked" in attributes: kept.append(("checked", ""))
        align = attributes.get("align") or next(iter(re.findall("align-([a-z]+)", name)), None)
        if align: kept.append(("align", align))
        if tag in BLOCKS: self.trim()
        self.pre += tag == "pre"
        self.parts.append("<%s%s>" % (tag, "".join(' %s="%s"' % pair for pair in kept)))
    def handle_endtag(self, tag):
        if self.skipped:
            self.skipped -= 1
            return
        self.pre -= tag == "pre"
        if tag in BLOCKS: self.trim()
        if tag == "p" and self.parts[-1] == "<p>": self.parts.pop()
        else: self.parts.append("</%s>" % tag)
    def handle_data(self, data):
        if self.skipped: return
        # Here the brackets around the number of a footnote are text, there styles put them.
        if self.parts[-2:] == ["<sup>", "<a>"]: data = data.strip("[]")
        if not self.pre: data = re.sub(r"\s+", " ", data)
        after_block = self.parts and re.match(r"</?(\w+)", self.parts[-1]) and re.match(r"</?(\w+)", self.parts[-1])[1] in BLOCKS
        if after_block and not self.pre: data = data.lstrip()
        if data: self.parts.append(data)
    def trim(self):
        if self.parts and not self.parts[-1].startswith("<") and not self.pre:
            self.parts[-1] = self.parts[-1].rstrip()
            if not self.parts[-1]: self.parts.pop()

def normal(text):
    reader = Reader()
    reader.feed(text)
    reader.close()
    reader.trim()
    return reader.parts

def cases(path):
    for block in re.split(r"^=== ", path.read_text(), flags=re.M)[1:]:
        name, rest = block.split("\n", 1)
        text, rest = rest.split("--- html\n", 1)
        markup, *reason = rest.split("--- differs\n")
        yield name, text, markup, bool(reason)

def main():
    folder = pathlib.Path(__file__).resolve().parent.parent / "MarkdownTests" / "Cases"
    paths = [pathlib.Path(argument) for argument in sys.argv[1:]] or sorted(folder.glob("*.txt"))
    command = ["cmark-gfm", "--unsafe"] + [part for name in EXTENSIONS for part in ("-e", name)]
    same = different = wrong = 0
    for path in paths:
        for name, text, markup, differs in cases(path):
            other = subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode()
            if (normal(markup) != normal(other)) != differs:
                wrong += 1
                print("%s: %s %s\n%s\nhere      %s\ncmark-gfm %s\n" % (
                    path.name, name, "is said to differ and does not" if differs else "differs", text, normal(markup), normal(other)))
            elif differs: different += 1
            else: same += 1
    print("against cmark-gfm: %d cases the same, %d different for a reason, %d not as they say" % (same, different, wrong))
    sys.exit(wrong > 0)

main()
