#!/usr/bin/env python3
"""Reads the calendars of a built site with third-party programs, and compares the dates that they show with the
site's own list (`data/events.json`), and this with a calculation of its own by dateutil and zoneinfo.

The readers come from PyPI, into .build/calendar-venv; libical, KDE's library (Debian: libical3 and
libkf5calendarcore-dev) and ical.js (Thunderbird's, by Node) are used where they are installed. `--sample` takes two.
"""

import argparse
import datetime as dt
import json
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from zoneinfo import ZoneInfo

import readers

readers.enter(readers.SAMPLE if "--sample" in sys.argv else readers.PACKAGES)

import building
import handbook
import series
import validity

SAMPLE = ["recurring-ical-events", "vobject"]
# How far what a reader shows of a file to import is compared, in months.
MONTHS = 24
CANCELLED = "Cancelled: "
# A calendar of that size may lack days, because some readers take no more than a megabyte.
CUT_ABOVE = 700_000
TEXTS = tuple(
    f"{name}{mark}"
    for mark in ":;"
    for name in "PRODID NAME X-WR-CALNAME SOURCE SUMMARY DESCRIPTION LOCATION URL CONFERENCE".split()
)
# At most this many differences of a kind are shown.
SHOWN = 3


class Shown:
    """One date as a reader should show it; `day` is that of the event's clocks."""

    def __init__(self, uid, day, start, end, text, status):
        self.uid, self.day, self.start, self.end, self.text = uid, day, start, end, text
        self.is_cancelled = status == "cancelled"


class Site:
    """A built site with the files of its content."""

    def __init__(self, folder, content, as_of):
        self.folder = folder
        self.handbook = handbook.Handbook(content)
        self.window = series.Window(as_of, self.handbook.zone)
        self.events = json.loads((folder / "data/events.json").read_text(encoding="utf-8"))
        self.languages = series.listed(self.handbook.settings.get("languages", "en"))
        self.feeds = {path.relative_to(folder).as_posix(): path for path in sorted(folder.glob("**/events.ics"))}
        self.files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.glob("**/event.ics"))}

    def language(self, path):
        first = path.split("/")[0]
        return first if first in self.languages[1:] else self.languages[0]

    def in_first_language(self, paths):
        return [(name, path) for name, path in paths.items() if self.language(name) == self.languages[0]]

    def route(self, event):
        return event["url"].removesuffix("index.html")


def in_list(event):
    """The dates of the list, as calendars show them."""
    found = []
    for one in event["occurrences"]:
        if event["all_day"]:
            day = dt.date.fromisoformat(one["starts"])
            end = str(dt.date.fromisoformat(one.get("ends") or one["starts"]) + series.ONE_DAY)
        else:
            start = instant(one["starts"])
            day = start.astimezone(ZoneInfo(event.get("time_zone", "UTC"))).date()
            end = one.get("ends") or series.written(start + series.LENGTH_SHOWN)
        found.append(Shown(one["uid"], day, one["starts"], end, title_of(event["title"], event["status"]), event["status"]))
    return found


def instant(text):
    return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")


def title_of(title, status):
    return CANCELLED * (status == "cancelled") + title


def times(event, dates):
    """Start and end of dates that were calculated here, as calendars show them."""
    return [
        (
            series.written(one.start),
            series.written(one.end if event.is_all_day or one.end else one.start + series.LENGTH_SHOWN),
        )
        for one in dates
    ]


def check_list(site, tally):
    """Compares the list with what the files say."""
    count, lines = 0, []
    for event in site.events:
        route = site.route(event)
        source = site.handbook.events.get(route)
        if source is None:
            lines.append(f"{route}: which file this is was not found")
            continue
        dates = site.window.dates(source)
        count += len(dates)
        expected, found = times(source, dates), [(one.start, one.end) for one in in_list(event)]
        problems = differing(Counter(expected), Counter(found))
        local, _, host = event["uid"].partition("@")
        uids = [f"{local}.{one.day}@{host}" if source.repeats else event["uid"] for one in dates]
        if not problems and uids != [one["uid"] for one in event["occurrences"]]:
            problems.append("other UIDs")
        if event["status"] != source.status:
            problems.append(f"status {event['status']}")
        if event["repeats"] != bool(source.repeats) or source.day and event["all_day"] != source.is_all_day:
            problems.append("repeats or all_day is wrong")
        if bool(event.get("calendar")) != (source.day is not None):
            problems.append(f"calendar: {event['calendar']}")
        if event.get("calendar") and event.get("calendar") not in site.files:
            problems.append(f"{event['calendar']} is not there")
        lines += [f"{route}: {problem}" for problem in problems]
    missing = {one.get("calendar") for one in site.events} ^ {name for name, _ in site.in_first_language(site.files)}
    lines += [f"{path}: in the list or on the disk alone" for path in missing if path]
    tally.check("the list against the files", lines)
    print(f"the list: {len(site.events)} events, {count} dates by dateutil, {len(lines)} differences")


def differing(expected, found):
    return [f"not there: {one}" for one in sorted((expected - found).elements(), key=str)] + [
        f"unexpected: {one}" for one in sorted((found - expected).elements(), key=str)
    ]


def check_form(site, tally, host):
    paths = {**site.feeds, **site.files}
    lines = []
    for name, path in paths.items():
        cancelled = CANCELLED if site.language(name) == "en" else None
        lines += [
            f"{name}: {problem}"
            for problem in validity.problems(path.read_bytes(), name in site.feeds, host, cancelled)
        ]
    tally.check("the form of the files", lines)
    print(f"the form of {len(paths)} files: {len(lines)} faults")


def expected_in_feed(site, name, path):
    """The dates that a calendar to subscribe to should have.

    The site's has all but examples; any other has those of its community, and of the other events in it. One
    that would be too large for readers has the days that fit, from the month of the build on and then before it."""
    inner = name.split("/")
    by_uid = {one.uid: (event, one) for event in site.events for one in in_list(event)}
    there = [by_uid[uid] for uid in uids_in(path) if uid in by_uid]
    chosen = {event["url"] for event, _ in there}
    if inner == ["events.ics"]:
        chosen = {event["url"] for event in site.events if site.route(event) not in site.handbook.made_up}
    elif inner[0] == "communities":
        chosen |= {event["url"] for event in site.events if event.get("community") == inner[1]}
    shown = [one for event, one in by_uid.values() if event["url"] in chosen]
    if path.stat().st_size > CUT_ABOVE:
        days = [one.day for _, one in there]
        shown = [one for one in shown if min(days) <= one.day <= max(days)]
    return shown


def uids_in(path):
    return {line[4:] for line in validity.unfolded(path.read_bytes()) if line.startswith("UID:")}


def expected_in_file(site, event, path):
    """The dates that a file to import should have, and the days between which they are compared."""
    route = site.route(event)
    source, month = site.handbook.events[route], site.window.month
    until = series.month_after(month, MONTHS)
    text = path.read_text(encoding="utf-8")
    if source.repeats and "\nRRULE:FREQ" not in text[text.find("BEGIN:VEVENT") :]:
        shown = in_list(event)  # Written out date by date.
    elif source.repeats:
        is_over = not any(one.day >= month for one in source.dates(dt.date.max))
        dates = [one for one in source.dates(until) if is_over or one.day >= month]
        shown = shown_of(event, source, dates)
        # Single dates that the form of a series cannot express are separate.
        local, _, host = event["uid"].partition("@")
        beside = uids_in(path)
        for one in shown:
            own = f"{local}.{one.day}@{host}"
            one.uid = own if own in beside else one.uid
    else:
        shown = shown_of(event, source, source.dates(dt.date.max))
    for other in site.events:
        if site.handbook.series_of.get(site.route(other)) == route:
            one = site.handbook.events[site.route(other)]
            shown += shown_of(other, one, one.dates(dt.date.max))
    first = min([dt.date.fromisoformat(one.start[:10]) for one in shown], default=month)
    # The next date may begin before the month does by UTC.
    return shown, first - 3 * series.ONE_DAY, until - series.ONE_DAY


def shown_of(event, source, dates):
    dates = list(dates)
    return [
        Shown(event["uid"], date.day, start, end, title_of(event["title"], event["status"]), event["status"])
        for date, (start, end) in zip(dates, times(source, dates))
    ]


def check_languages(site, tally):
    """In each further language there are the same calendars, and they differ in texts and addresses alone."""
    lines = []
    for language in site.languages[1:]:
        for name, path in [one for paths in (site.feeds, site.files) for one in site.in_first_language(paths)]:
            other = site.folder / language / name
            if not other.is_file():
                lines.append(f"{language}/{name} is not there")
            elif path.stat().st_size < CUT_ABOVE and facts_of(path) != facts_of(other):
                lines.append(f"{language}/{name} has other dates than {name}")
    tally.check("the files in other languages", lines)


def facts_of(path):
    return [line for line in validity.unfolded(path.read_bytes()) if not line.startswith(TEXTS)]


def check_readers(site, commands, tally):
    every = {}
    low, high = site.window.first - dt.timedelta(days=400), site.window.end + dt.timedelta(days=400)
    for name, path in site.in_first_language(site.feeds):
        every[path] = (name, expected_in_feed(site, name, path), low, high, False)
    by_file = {event.get("calendar"): event for event in site.events if event.get("calendar")}
    for name, path in site.in_first_language(site.files):
        event = by_file.get(name)
        if event is None:
            tally.check(name, ["belongs to no event of the list"])
            continue
        shown, first, last = expected_in_file(site, event, path)
        every[path] = (name, shown, first, last, bool(site.handbook.events[site.route(event)].repeats))
    jobs = [(path, first, last) for path, (_, _, first, last, _) in every.items()]
    for reader, (seconds, shown) in readers.read(commands, jobs).items():
        wrong, count = {}, 0
        for path, (name, expected, first, last, is_series) in every.items():
            if str(path) not in shown:
                continue
            found, dates = compare(reader, expected, shown[str(path)], first, last, is_series)
            count += dates
            for kind, line in found:
                wrong.setdefault(kind, []).append(f"{name}: {line}")
        print(
            f"{reader}: {len(shown)} files, {count} dates, {sum(map(len, wrong.values()))} differences"
            + "".join(f", {len(lines)} of {kind}" for kind, lines in sorted(wrong.items()))
            + f" ({seconds:.0f} s)"
        )
        tally.check(f"{reader} reads something", [] if count else ["no date was compared"])
        for kind, lines in sorted(wrong.items()):
            tally.check(f"{reader}, {kind}: {len(lines)}", lines[:SHOWN])


def compare(reader, expected, found, first, last, is_series):
    """What differs, as pairs of a kind and words, and how many dates were compared."""
    if isinstance(found, str):
        return [("files that it refuses", found)], 0
    within = [one for one in expected if str(first) <= one.start < str(last)]
    if reader == "ics" and is_series:
        # It repeats nothing.
        starts = {}
        for one in within:
            starts[one.uid] = min(starts.get(one.uid, one.start), one.start)
        within = [one for one in within if one.start == starts[one.uid]]
    wrong, by_key = [], {}
    for one in found:
        if str(first) <= one[1] < str(last):
            by_key.setdefault((one[0], one[1]), []).append(one)
    for one in within:
        same = by_key.get((one.uid, one.start))
        if not same:
            wrong.append(("dates missing", f"{one.uid}: {one.start}"))
            continue
        _, _, end, text, status = same.pop()
        if end != one.end:
            wrong.append(("other ends", f"{one.uid}: {one.start} to {end}, not {one.end}"))
        if text.split() != one.text.split():
            wrong.append(("other titles", f"{one.uid}: {text!r}, not {one.text!r}"))
        if (status.upper() == "CANCELLED") != one.is_cancelled:
            wrong.append(("other states", f"{one.uid}: {one.start} has the status {status!r}"))
    wrong += [
        ("dates too many", f"{uid}: {start} to {end}") for more in by_key.values() for uid, start, end, *_ in more
    ]
    return wrong, len(within)


# What is changed in the series of `validity.GOOD`, which fault must then be found in what readers show, and whether a reader
# can tell that repeats nothing.
WRONG = [
    (b"London:20261203T140000", b"London:20261203T143000", "dates missing", True),
    (b"London:20261203T140000", b"London:20261203T143000", "dates too many", True),
    (b"London:20261203T150000", b"London:20261203T160000", "other ends", True),
    (b"EXDATE;TZID=Europe/London:20261231T140000\r\n", b"", "dates too many", False),
    (b"EXDATE;TZID=Europe/London:20261231", b"EXDATE;TZID=Europe/London:20270107", "dates missing", False),
    (b"UNTIL=20281231T235959Z", b"UNTIL=20271231T235959Z", "dates missing", False),
    (b"FREQ=WEEKLY", b"FREQ=WEEKLY;INTERVAL=2", "dates missing", False),
    (b"DTSTART:20270101T140000Z", b"DTSTART:20270101T143000Z", "dates missing", True),
    (b"SUMMARY:Cancelled: Coffee", b"SUMMARY:Coffee", "other titles", True),
    (b"STATUS:CANCELLED", b"STATUS:CONFIRMED", "other states", True),
    (b"coffee.2026-12-31@", b"coffee.2026-12-30@", "dates too many", True),
]


def unnoticed(commands):
    """Mistakes that a reader shows and nothing finds, and correct files in which a fault is found."""
    repeats = {"every": "week", "until": "2028-12-31", "except": "2026-12-31"}
    facts = {"starts": "2026-12-03 14:00", "minutes": "60", "time_zone": "Europe/London", "repeats": repeats}
    weekly = series.Event(facts)
    first, last = dt.date(2026, 12, 1), dt.date(2028, 12, 1)
    uid, host = "communities.a.events.coffee", "@handbook.example"
    coffee = {"uid": uid + host, "title": "Coffee, café; new", "status": "planned"}
    shown = shown_of(coffee, weekly, weekly.dates(last))
    times = ("2027-01-01T14:00:00Z", "2027-01-01T15:00:00Z")
    shown.append(Shown(f"{uid}.2026-12-31{host}", None, *times, "Cancelled: Coffee", "cancelled"))
    files = [validity.GOOD] + [validity.GOOD.replace(before, after, 1) for before, after, _, _ in WRONG]
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.ics") for number in range(len(files))]
        for path, data in zip(paths, files):
            path.write_bytes(data.replace(b"C:\\\\new", b"new"))
        for reader, (_, answers) in readers.read(commands, [(path, first, last) for path in paths]).items():
            found = [
                {kind for kind, _ in compare(reader, shown, answers[str(path)], first, last, True)[0]} for path in paths
            ]
            lines += [f"{reader}: {sorted(found[0])} in a file that is right"] if found[0] else []
            lines += [
                f"{reader}: {after!r} is not found to be of {kind}"
                for kinds, (_, after, kind, always) in zip(found[1:], WRONG)
                if kind not in kinds and (always or reader != "ics")
            ]
    return lines


def build(folkmoot, content, output, as_of):
    # By the same zones as the readers.
    os.environ["TZDIR"] = str(readers.zone_folder())
    result = building.build(folkmoot, content, output, "--keep-going", "--as-of", str(as_of))
    if not (output / "data/events.json").is_file():
        building.stop(f"the build of {content} made no data/events.json:\n{(result.stdout + result.stderr)[-2000:]}")
    return result


def check(options, content, output, commands, tally):
    """Builds a handbook and looks at all of its calendars; the finished build."""
    print(f"== {content}" if content in options.content else f"== {options.random} random events, seed {options.seed}")
    result = build(options.folkmoot, content, output, options.as_of)
    site = Site(output, content, options.as_of)
    base = site.handbook.settings.get("base_url", "")
    check_list(site, tally)
    check_form(site, tally, base.split("/")[2] if base else None)
    check_languages(site, tally)
    check_readers(site, commands, tally)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folkmoot", type=Path, required=True, metavar="BIN", help="the program under test")
    parser.add_argument("--content", type=Path, metavar="DIR", action="append", default=[], help="may be repeated")
    parser.add_argument("--random", type=int, default=0, metavar="N", help="a handbook of N random events")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--as-of", type=dt.date.fromisoformat, default=dt.date.fromisoformat(building.AS_OF))
    parser.add_argument("--sample", action="store_true", help=f"with {' and '.join(SAMPLE)} alone")
    parser.add_argument("--readers", metavar="NAMES", help="with these alone, separated by commas")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leaves what is built in a new folder")
    options = parser.parse_args()
    options.folkmoot = options.folkmoot.resolve()
    names = SAMPLE if options.sample else [*readers.PYTHON, *readers.OTHERS]
    commands = readers.available(options.readers.split(",") if options.readers else names)
    tally = building.Tally()
    tally.check("faults that are seen in wrong files", validity.unnoticed())
    tally.check("faults that are seen in what readers show", unnoticed(commands))
    with tempfile.TemporaryDirectory() as folder:
        folder = options.keep or Path(folder)
        for number, content in enumerate(options.content):
            check(options, content, folder / f"site-{number}", commands, tally)
        if options.random:
            content = folder / "random"
            handbook.write_random(content, options.random, options.seed, options.as_of)
            result = check(options, content, folder / "site", commands, tally)
            lines = (result.stdout + result.stderr).splitlines()
            tally.check("the random handbook", [line for line in lines if ": error: " in line])
    return tally.finish()


if __name__ == "__main__":
    sys.exit(main())
