#!/usr/bin/env python3
"""What a subscriber to a calendar sees while the handbook changes: it is built, edited and built again, and
after each edit khal (with the files as vdirsyncer leaves them) and recurring-ical-events show each date once, under the
UID that it had before. Somebody who imported the file of a series, and imports it again, has no date twice either.
"""

import argparse
import datetime as dt
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import readers

readers.enter()

import building
import compare
import handbook
import validity
from handbook import entry

FIRST, LAST = dt.date(2026, 8, 1), dt.date(2028, 8, 1)
FILES = {
    "site.yaml": "title: Calendars\nbase_url: https://calendars.example/\ntime_zone: Europe/London\n",
    "communities/a.md": entry("name: A", "summary: Those who meet."),
    "communities/a/events/coffee.md": entry(
        "title: Coffee", "starts: 2026-11-05 14:00", "minutes: 60", "repeats:", "  every: week", "  until: 2027-06-30"
    ),
    "communities/a/events/board.md": entry(
        "title: Board", "starts: 2026-11-03 09:00", "ends: 2026-11-03 10:30", "revision: 2", "repeats:",
        "  every: month", "  day: first tuesday",
    ),
    "communities/a/events/talk.md": entry("title: Talk", "starts: 2026-12-10 18:00", "minutes: 90"),
    "communities/a/events/camp.md": entry("title: Camp", "starts: 2027-05-01", "ends: 2027-05-03", "revision: 1"),
}
COFFEE, TALK = "communities/a/events/coffee.md", "communities/a/events/talk.md"
MOVED, CANCELLED = "communities/a/events/coffee-later.md", "communities/a/events/coffee-off.md"
FEEDS = ["events.ics", "communities/a/events.ics"]
NAME = "communities.a.events."
HOST = "@calendars.example"


def replaced(path, before, after):
    def edit(content, _):
        text = (content / path).read_text(encoding="utf-8")
        assert before in text, before
        (content / path).write_text(text.replace(before, after, 1), encoding="utf-8")

    return edit


def written(path, text):
    return lambda content, _: (content / path).write_text(text, encoding="utf-8")


def moved(old, new):
    def edit(content, folkmoot):
        subprocess.run(
            [folkmoot, "mv", old, new, "--content", content],
            check=True,
            stdout=subprocess.DEVNULL,
            env=building.environment(),
        )

    return edit


# What is done; the UIDs without host whose SEQUENCE rises, or the common start of those of a series; and what is seen
# of it, as UIDs with the start and the title that they have then.
STEPS = [
    ("nothing is changed", written("notes.txt", ""), [], []),
    (
        "a title is changed",
        replaced(TALK, "title: Talk", "title: A longer talk, with questions"),
        [],
        [("talk", "2026-12-10T18:00:00Z", "A longer talk, with questions")],
    ),
    (
        "a time is changed and its revision raised",
        replaced(TALK, "starts: 2026-12-10 18:00", "starts: 2026-12-11 17:30\nrevision: 1"),
        ["talk"],
        [("talk", "2026-12-11T17:30:00Z", "A longer talk, with questions")],
    ),
    (
        "the time of a series is changed and its revision raised",
        replaced(COFFEE, "starts: 2026-11-05 14:00", "starts: 2026-11-05 15:00\nrevision: 1"),
        ["coffee"],
        [
            ("coffee.2026-12-03", "2026-12-03T15:00:00Z", "Coffee"),
            ("coffee.2027-05-06", "2027-05-06T14:00:00Z", "Coffee"),
        ],
    ),
    (
        "one date is moved by a file",
        written(MOVED, entry("occurrence_of: coffee@2026-12-17", "starts: 2026-12-18 10:00")),
        ["coffee.2026-12-17"],
        [
            ("coffee.2026-12-17", "2026-12-18T10:00:00Z", "Coffee"),
            ("coffee.2026-12-24", "2026-12-24T15:00:00Z", "Coffee"),
        ],
    ),
    (
        "it is moved once more",
        replaced(MOVED, "12-18 10:00", "12-16 11:00\nrevision: 1"),
        ["coffee.2026-12-17"],
        [("coffee.2026-12-17", "2026-12-16T11:00:00Z", "Coffee")],
    ),
    (
        "one date is cancelled by a file",
        written(CANCELLED, entry("occurrence_of: coffee@2026-12-31", "status: cancelled")),
        ["coffee.2026-12-31"],
        [("coffee.2026-12-31", "2026-12-31T15:00:00Z", "Cancelled: Coffee")],
    ),
    (
        "the series gets another id",
        moved("communities/a/events/coffee", "communities/a/events/lean-coffee"),
        [],
        [
            ("coffee.2026-12-17", "2026-12-16T11:00:00Z", "Coffee"),
            ("coffee.2027-05-06", "2027-05-06T14:00:00Z", "Coffee"),
        ],
    ),
    (
        "the file of one date gets another name",
        moved("communities/a/events/coffee-later", "communities/a/events/coffee-wednesday"),
        [],
        [("coffee.2026-12-17", "2026-12-16T11:00:00Z", "Coffee")],
    ),
    (
        "a single event gets another id",
        moved("communities/a/events/talk", "communities/a/events/evening"),
        [],
        [("talk", "2026-12-11T17:30:00Z", "A longer talk, with questions")],
    ),
    (
        "a series is cancelled",
        replaced("communities/a/events/board.md", "revision: 2", "revision: 3\nstatus: cancelled"),
        ["board"],
        [("board.2026-12-01", "2026-12-01T09:00:00Z", "Cancelled: Board")],
    ),
    (
        "the community gets another id",
        moved("communities/a", "communities/b"),
        [],
        [("talk", "2026-12-11T17:30:00Z", "A longer talk, with questions")],
    ),
]


class Khal:
    """Keeps its items and its database from one build to the next.

    A calendar that is subscribed to is replaced item by item; items that no longer exist are removed."""

    def __init__(self, folder):
        self.items = folder / "items"
        self.items.mkdir(parents=True)
        self.database = folder / "khal.db"

    def take(self, data):
        from khal.icalendar import split_ics

        new = {}
        for item in split_ics(data.decode()):
            uid = next(line[4:] for line in item.splitlines() if line.startswith("UID:"))
            new[hashlib.sha1(uid.encode()).hexdigest() + ".ics"] = item
        for path in self.items.iterdir():
            if path.name not in new:
                path.unlink()
        for name, item in new.items():
            if not (self.items / name).is_file() or (self.items / name).read_bytes() != item.encode():
                # khal looks at the folder's time, which renaming changes.
                new_file = self.items / f".{name}"
                new_file.write_bytes(item.encode())
                new_file.replace(self.items / name)

    def shows(self):
        return readers.khal_shows(self.items, self.database, FIRST, LAST)


class Recurring:
    def __init__(self, folder):
        folder.mkdir(parents=True)
        self.path = folder / "calendar.ics"

    def take(self, data):
        self.path.write_bytes(data)

    def shows(self):
        return readers.recurring_ical_events(self.path, FIRST, LAST)


class Importer:
    """Imports a file, event by event: an event that it has is replaced where SEQUENCE rose, and stays where it did not."""

    def __init__(self, folder):
        folder.mkdir(parents=True)
        self.path, self.events, self.zones = folder / "imported.ics", {}, {}

    def take(self, data):
        import icalendar

        for part in icalendar.Calendar.from_ical(data).subcomponents:
            if part.name == "VTIMEZONE":
                self.zones[str(part["TZID"])] = part
            else:
                uid = str(part["UID"])
                if uid not in self.events or sequence_of(part) > sequence_of(self.events[uid]):
                    self.events[uid] = part
        calendar = icalendar.Calendar({"PRODID": "-//Importer//EN", "VERSION": "2.0"})
        for part in [*self.zones.values(), *self.events.values()]:
            calendar.add_component(part)
        self.path.write_bytes(calendar.to_ical())

    def shows(self):
        return readers.recurring_ical_events(self.path, FIRST, LAST)


def sequence_of(event):
    return int(event.get("SEQUENCE", 0))


def sequences(data):
    """UID without its host → SEQUENCE."""
    import icalendar

    return {
        str(event["UID"]).removesuffix(HOST): sequence_of(event)
        for event in icalendar.Calendar.from_ical(data).walk("VEVENT")
    }


class Subscription:
    """Of one calendar, by some reader; or an import."""

    def __init__(self, path, reader):
        self.path, self.reader = path, reader

    def problems(self, site, expected):
        self.reader.take((site / self.path).read_bytes())
        return [
            f"{kind}: {line}" for kind, line in compare.compare("", expected, self.reader.shows(), FIRST, LAST, True)[0]
        ]


def in_list(site):
    events = json.loads((site / "data/events.json").read_text(encoding="utf-8"))
    return [one for event in events for one in compare.in_list(event)]


def after_step(site, before, step, tally):
    """Looks at the calendars of one build, beside those of the build before; the dates of its list."""
    title, _, rising, seen = step
    gone = [path for path in FEEDS if not (site / path).is_file()]
    tally.check(f"{title}: what is subscribed to", [f"{path} is not there any more" for path in gone])
    for path in [one for one in FEEDS if one not in gone]:
        data = (site / path).read_bytes()
        lines = [
            f"form: {problem}" for problem in validity.problems(data, True, "calendars.example", compare.CANCELLED)
        ]
        now, then = sequences(data), before.get(path, {})
        lines += [f"{uid} is gone" for uid in then.keys() - now.keys()] + [
            f"{uid} is new" for uid in now.keys() - then.keys() if then
        ]
        for uid in then.keys() & now.keys():
            rises = any(uid == name or uid.startswith(name + ".") for name in (NAME + one for one in rising))
            if rises != (now[uid] > then[uid]) or now[uid] < then[uid]:
                lines.append(f"{uid}: SEQUENCE {then[uid]} became {now[uid]}")
        tally.check(f"{title}: UIDs and SEQUENCE in {path}", sorted(lines))
        before[path] = now
    shown = in_list(site)
    there = {(one.uid, one.start, one.text) for one in shown}
    missing = [one for one in seen if (NAME + one[0] + HOST, *one[1:]) not in there]
    tally.check(f"{title}: the list", [f"there is no {one}" for one in missing])
    return shown


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folkmoot", type=Path, required=True, metavar="BIN", help="the program under test")
    options = parser.parse_args()
    folkmoot = options.folkmoot.resolve()
    tally, before = building.Tally(), {}
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        content, site = folder / "content", folder / "site"
        handbook.write_files(content, FILES)
        subscriptions = [Subscription("events.ics", reader(folder / reader.__name__)) for reader in (Khal, Recurring)]
        imported = Importer(folder / "imported")
        for step in [("the first build", None, [], []), *STEPS]:
            if step[1]:
                step[1](content, folkmoot)
            building.must_build(folkmoot, content, site)
            expected = after_step(site, before, step, tally)
            for one in subscriptions:
                tally.check(f"{step[0]}: what {type(one.reader).__name__} shows", one.problems(site, expected))
            tally.check(f"{step[0]}: the series imported again", imported_problems(site, imported, expected))
    print(f"{len(STEPS)} edits of a handbook that is subscribed to")
    return tally.finish()


def imported_problems(site, imported, expected):
    """The dates of the weekly series from the month of the build on, by their instants: one UID has many dates."""
    path = next(
        path
        for path in site.glob("communities/*/events/*/event.ics")
        if path.parent.name in ("coffee", "lean-coffee") and b"RRULE" in path.read_bytes()
    )
    imported.take(path.read_bytes())
    wanted = sorted(
        (one.start, one.text) for one in expected if one.uid.startswith(NAME + "coffee.") and one.start >= "2026-11-01"
    )
    found = sorted((start, text) for _, start, _, text, _ in imported.shows())
    return [f"not shown: {one}" for one in wanted if one not in found] + [
        f"unexpected or twice: {one}" for one in set(found) if found.count(one) > wanted.count(one)
    ]


if __name__ == "__main__":
    sys.exit(main())
