"""Words of a page that run together where no styles apply: in text browsers, in readers of pages, in what is copied."""

from html.parser import HTMLParser

# Elements that browsers show inline without any styles, and those of SVG, whose text follows the same rule.
INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "data", "dfn", "em", "i", "kbd", "label", "mark", "q", "s", "samp", "small", "span",
          "strong", "sub", "sup", "time", "u", "var", "button", "svg", "g", "text", "tspan", "circle", "path", "ins", "del"}
# They contain no text of the page.
SILENT = {"script", "style", "template", "title"}
EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Words(HTMLParser):
    """Finds neighbours: two texts with the end of one element and the beginning of another between them, and no white space."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.joined, self.silent = [], 0
        self.forget()

    def forget(self):
        self.before, self.ended, self.begun = "", False, False

    def handle_starttag(self, name, attributes):
        if name in SILENT:
            self.silent += 1
        elif name in EMPTY or name not in INLINE:
            self.forget()
        else:
            self.begun = self.begun or self.ended

    def handle_startendtag(self, name, attributes):
        if name not in INLINE:
            self.forget()

    def handle_endtag(self, name):
        if name in SILENT:
            self.silent = max(0, self.silent - 1)
        elif name not in INLINE:
            self.forget()
        else:
            self.ended = True

    def handle_data(self, text):
        if self.silent:
            return
        if self.before and self.ended and self.begun and self.before[-1].isalnum() and text[0].isalnum():
            self.joined.append((self.getpos()[0], f"{self.before.split()[-1][-30:]}|{text.split()[0][:30]}"))
        self.before, self.ended, self.begun = (text if not text[-1].isspace() else ""), False, False


def joined(html):
    """(line, `left|right`) of each pair of words that run together."""
    words = Words()
    words.feed(html)
    words.close()
    return words.joined
