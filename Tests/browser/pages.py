"""The pages of a built site, and which of them stand for the others."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Page:
    """`file` is the path below the site's folder, `kind` what data/pages.json says, with the section for lists."""
    file: str
    kind: str
    lang: str
    size: int
    title: str = ""

    @property
    def path(self):
        """The end of the address: `about/` for `about/index.html`."""
        return re.sub(r"(^|/)index\.html$", r"\1", self.file)


class Site:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        listed = json.loads((self.folder / "data/pages.json").read_text(encoding="utf-8"))
        self.languages = list(dict.fromkeys(entry["lang"] for entry in listed))
        self.pages = [self.page(entry) for entry in listed] + self.unlisted({entry["url"] for entry in listed})
        if len(listed) == 0:
            raise ValueError(f"data/pages.json of {folder} lists no page")

    def page(self, entry):
        file = entry["url"] if entry["url"].endswith(".html") else entry["url"] + "index.html"
        kind = entry["kind"]
        if kind in ("list", "page"):
            section = [part for part in entry["url"].split("/") if part and part not in self.languages]
            kind = f"{kind} {section[0] if section else ''}".strip()
        return Page(file, kind, entry["lang"], (self.folder / file).stat().st_size, entry["title"])

    def unlisted(self, listed):
        """The page for addresses that do not exist, and the redirects."""
        found = []
        for path in sorted(self.folder.rglob("*.html")):
            file = path.relative_to(self.folder).as_posix()
            text = path.read_text(encoding="utf-8")
            if file == NOT_FOUND:
                found.append(Page(file, "not found", language(text), path.stat().st_size))
            elif 'http-equiv="refresh"' in text:
                found.append(Page(file, "redirect", language(text), path.stat().st_size))
            elif file not in listed and file.removesuffix("index.html") not in listed:
                found.append(Page(file, "other", language(text), path.stat().st_size))
        return found

    def of_each_kind(self, languages=None, both_ends=False):
        """The longest page of each kind in each language; with `both_ends` the shortest too."""
        groups = {}
        for page in self.pages:
            if languages is None or page.lang in languages or page.kind in ("not found", "redirect"):
                groups.setdefault((page.kind, page.lang), []).append(page)
        chosen = []
        for group in groups.values():
            group.sort(key=lambda page: (-page.size, page.file))
            chosen += dict.fromkeys([group[0], group[-1]] if both_ends else [group[0]])
        return chosen

    def translations(self, pages):
        """Pairs of a page in the first language and the same in another, for those of `pages` that are in another."""
        of = {page.file: page for page in self.pages}
        return [(of[page.file.removeprefix(page.lang + "/")], page) for page in pages
                if page.lang in self.languages[1:] and page.kind != "redirect" and page.file.removeprefix(page.lang + "/") in of]

    @property
    def word(self):
        """A word that some but not all communities have in their names: what the walks search for."""
        names = [entry.title.lower() for entry in self.pages if entry.kind == "community" and entry.lang == self.languages[0]]
        found = sorted({word for name in names for word in re.findall(r"[a-z]{4,}", name)})
        return next((word for word in found if 0 < sum(word in name for name in names) < len(names)), "")

    def with_code(self, lang):
        """A page of the language with a block of code, or None. In the form it is shown only without script."""
        return next((page for page in self.pages if page.lang == lang
                     and page.kind != "list add" and "<pre" in (self.folder / page.file).read_text(encoding="utf-8")), None)

    def first(self, kind, lang):
        """The longest page of a kind in a language, or None."""
        found = [page for page in self.of_each_kind([lang]) if page.kind == kind and page.lang == lang]
        return found[0] if found else None


def language(text):
    found = re.search(r'<html lang="([^"]+)"', text)
    return found.group(1) if found else ""
