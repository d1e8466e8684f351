"""What was found wrong, gathered while the checks run and reported all together at the end."""

from dataclasses import dataclass, field

PLACES = 3


@dataclass(frozen=True)
class Place:
    """Where a fault shows: an address within the site, and how it was looked at."""
    page: str
    kind: str = ""
    lang: str = ""
    scheme: str = ""
    width: int = 0
    how: str = ""

    def __str__(self):
        seen = [self.kind, self.lang, self.scheme, f"{self.width} px" if self.width else "", self.how]
        return f"{self.page} ({', '.join(part for part in seen if part)})" if any(seen) else self.page


@dataclass
class Faults:
    """The same fault of many pages is one entry: (rule, what is wrong, what to do) → places and elements."""
    entries: dict = field(default_factory=dict)
    notes: list = field(default_factory=list)
    looked: int = 0

    def add(self, rule, problem, fix, place, element=""):
        self.entries.setdefault((rule, problem, fix), []).append((place, element))

    def note(self, text):
        """Something that could not be looked at here: not a fault, but it has to be reported."""
        if text not in self.notes:
            self.notes.append(text)

    def merge(self, other):
        """Takes over what another run found."""
        for entry, seen in other.entries.items():
            self.entries.setdefault(entry, []).extend(seen)
        for note in other.notes:
            self.note(note)
        self.looked += other.looked

    def count(self):
        """One more look at a page, so that a run that looked at nothing does not pass."""
        self.looked += 1

    def lines(self):
        found = sorted(self.entries.items(), key=lambda entry: (-pages(entry[1]), entry[0]))
        return [line for (rule, problem, fix), seen in found for line in told(rule, problem, fix, seen)]

    def finish(self):
        for line in self.lines():
            print(line)
        for note in self.notes:
            print(f"note: {note}")
        print(f"{self.looked} looks, {len(self.entries)} faults")
        return 1 if self.entries or not self.looked else 0


def pages(seen):
    return len({place.page for place, _ in seen})


def told(rule, problem, fix, seen):
    lines = [f"FAULT {rule}: {problem}", f"    = {fix}"]
    shown = {}
    for place, element in seen:
        shown.setdefault((place.page, element), place)
    for (_, element), place in list(shown.items())[:PLACES]:
        lines.append(f"    {place}{': ' + element if element else ''}")
    if len(shown) > PLACES:
        lines.append(f"    and {len(shown) - PLACES} more, on {pages(seen)} pages in all")
    return lines
