"""The fenced blocks of this project's README and handbook."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# Pages that the program writes; their examples are tests of their own.
GENERATED = {"keys.md", "checks.md", "signals.md"}
FENCE = re.compile(r"^(```+)(\w*)\n(.*?)^\1 *$", re.S | re.M)


@dataclass
class Block:
    path: str
    line: int
    language: str
    text: str

    @property
    def name(self):
        return f"{self.path}:{self.line}" + (f" ({self.language})" if self.language else "")


def all_blocks():
    pages = [ROOT / "README.md", *sorted((ROOT / "content/handbook").rglob("*.md")), *sorted((ROOT / "content/resources").rglob("*.md"))]
    for page in pages:
        if page.name in GENERATED:
            continue
        text = page.read_text(encoding="utf-8")
        for found in FENCE.finditer(text):
            yield Block(page.relative_to(ROOT).as_posix(), text[: found.start()].count("\n") + 1, found[2], found[3])


def block(path, language):
    """The only block of a language on a page."""
    found = [one for one in all_blocks() if one.path == path and one.language == language]
    assert len(found) == 1, f"{path} has {len(found)} blocks of {language}"
    return found[0]
