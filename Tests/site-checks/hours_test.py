#!/usr/bin/env python3
"""Compares what is next, on and over, its order, its hours and its zones with a calculation of its own.

Random events in thirty time zones, on sites in five: single and repeated, with and without an end, an hour or
exceptions, most of them within weeks of the day of the build. What the page of all events says is compared with what
Python's zoneinfo and a walk from date to date give, text by text.
"""

import argparse
import html
import random
import re
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

SITES = ["Europe/London", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata", "UTC"]
ZONES = SITES + [
    "America/New_York", "America/Chicago", "America/Denver", "America/Halifax", "America/St_Johns", "America/Sao_Paulo",
    "America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Santiago", "America/Anchorage",
    "Africa/Casablanca", "Africa/Cairo", "Africa/Lagos", "Africa/Johannesburg", "Europe/Dublin", "Europe/Paris",
    "Europe/Berlin", "Europe/Athens", "Asia/Jerusalem", "Asia/Tokyo", "Australia/Sydney", "Australia/Lord_Howe",
    "Pacific/Chatham", "Pacific/Kiritimati",
]
TODAYS = [date(2026, 3, 29), date(2026, 10, 25), date(2026, 11, 1), date(2026, 12, 9), date(2027, 3, 14)]


class Event:
    def __init__(self, number, site_zone, today):
        self.name = f"event-{number:04}"
        zone = random.choice(ZONES + [None] * 8)
        self.foreign = zone is not None and zone != site_zone
        self.written_zone = zone
        self.zone = ZoneInfo(zone or site_zone)
        self.day = today + timedelta(days=random.randint(-40, 20))
        self.minute = random.choice([None, *[random.randrange(1440)] * 5])
        self.length = self.random_length()
        self.every, self.unit = None, None
        self.until, self.off = None, []
        if random.random() < 0.5:
            self.every, self.unit = random.randint(1, 3), random.choice(["day", "week", "month", "year"])
            if random.random() < 0.2:
                self.until = today + timedelta(days=random.randint(-10, 30))
            if self.until and self.until < self.day:
                self.until = self.day
            # The days that are left out are days of the series, as the program requires.
            days = [day for day, _ in zip(self.days(), range(40))]
            self.off = sorted(random.sample(days[1:], min(len(days) - 1, random.choice([0, 0, 1, 2]))))

    def random_length(self):
        kind = random.choice(["none", "minutes", "ends", "ends"])
        if kind == "minutes":
            return ("minutes", random.choice([30, 45, 60, 90, 480, 1440, 2880, 4000]))
        if kind == "ends":
            days = random.choice([0, 0, 0, 1, 2, 5])
            if self.minute is None:
                return ("ends", days, None)
            late = self.minute + random.randint(1, 300)
            return ("ends", days + late // 1440, late % 1440)
        return ("none",)

    def days(self):
        """The days of the series, exceptions included; of a single event its day."""
        count = 0
        while self.every is not None or count == 0:
            day = self.step(count * (self.every or 1))
            count += 1
            if count > 4000 or (self.until and day and day > self.until):
                return
            if day:
                yield day

    def step(self, steps):
        if self.unit in (None, "day"):
            return self.day + timedelta(days=steps)
        if self.unit == "week":
            return self.day + timedelta(weeks=steps)
        months = self.day.year * 12 + self.day.month - 1 + steps * (12 if self.unit == "year" else 1)
        try:
            return date(months // 12, months % 12 + 1, self.day.day)
        except ValueError:
            return None

    def instant(self, day, minute):
        local = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
        return local.replace(tzinfo=self.zone).timestamp()

    def times(self, day):
        """Begin and end as instants, and the end as a local day and minute, or None."""
        begin = self.instant(day, self.minute or 0)
        end, shown = begin, None
        if self.minute is None:
            end = self.instant(day + timedelta(days=1), 0)
        if self.length[0] == "minutes":
            end = max(end, begin + 60 * self.length[1])
            if self.minute is not None:
                local = datetime.fromtimestamp(end, self.zone)
                shown = (local.date(), local.hour * 60 + local.minute)
        elif self.length[0] == "ends":
            last = day + timedelta(days=self.length[1])
            shown = (last, self.length[2])
            end = self.instant(last + timedelta(days=1), 0) if self.length[2] is None else self.instant(*shown)
        if end < begin or shown == (day, self.minute):
            shown = None
        return begin, max(begin, end), shown

    def skips(self, day):
        """Whether the clocks are put forward over the time at which it starts on a day, or at which it says that it ends."""
        ends = [(day + timedelta(days=self.length[1]), self.length[2])] if self.length[0] == "ends" else []
        return any(minute is not None and self.is_skipped(at, minute) for at, minute in [(day, self.minute), *ends])

    def is_skipped(self, day, minute):
        local = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
        there = datetime.fromtimestamp(local.replace(tzinfo=self.zone).timestamp(), self.zone)
        return there.replace(tzinfo=None) != local

    def text(self):
        lines = [f"title: {self.name}", f"starts: {self.day}{clock(self.minute, ' ')}"]
        if self.length[0] == "minutes":
            lines.append(f"minutes: {self.length[1]}")
        elif self.length[0] == "ends":
            lines.append(f"ends: {self.day + timedelta(days=self.length[1])}{clock(self.length[2], ' ')}")
        if self.written_zone:
            lines.append(f"time_zone: {self.written_zone}")
        if self.every:
            lines += ["repeats:", f"  every: {self.every} {self.unit}s"]
            lines += [f"  until: {self.until}"] if self.until else []
            lines += [f"  except: [{', '.join(map(str, self.off))}]"] if self.off else []
        return "\n".join(["---", *lines, "---", ""])

    def shown(self, day, end):
        """The words of the list for one time."""
        words = f"{day:%A} {day.day} {day:%B} {day.year}{clock(self.minute, ', ')}"
        if end:
            last, minute = end
            if last == day:
                words += f" to {clock(minute, '')}" if minute is not None else ""
            else:
                words += f" to {last:%A} {last.day} {last:%B} {last.year}{clock(minute, ', ')}"
        if self.foreign and self.minute is not None:
            zone = self.written_zone
            words += f" ({zone.split('/')[-1].replace('_', ' ')} time)" if "/" in zone else f" ({zone})"
        return words


def clock(minute, before):
    return "" if minute is None else f"{before}{minute // 60:02}:{minute % 60:02}"


def expected(events, site_zone, today):
    """The lists of what is to come and what is over, each with names and words, by the rules of the handbook."""
    dawn = datetime(today.year, today.month, today.day, tzinfo=ZoneInfo(site_zone)).timestamp()
    coming, past = [], []
    for event in events:
        found = None
        for day in event.days():
            begin, end, shown = event.times(day)
            if day not in event.off and (begin >= dawn or end > dawn):
                found = (begin, event.name, event.shown(day, shown), begin < dawn)
                break
        if found:
            coming.append(found)
            continue
        off = [day for day in event.off if event.times(day)[0] >= dawn or event.times(day)[1] > dawn]
        if off:
            # It is shown as cancelled, and so is never on.
            begin, _, shown = event.times(off[0])
            coming.append((begin, event.name, event.shown(off[0], shown), False))
        else:
            begin, _, shown = event.times(event.day)
            past.append((-begin, event.name, event.shown(event.day, shown), False))
    return [[row[1:] for row in sorted(rows)] for rows in (coming, past)]


def listed(page):
    """The same, as the page of all events has it."""
    lists = []
    for heading in ("Coming up", "Past events"):
        part = re.split(rf"<h2[^>]*>{heading}", page)
        rows = part[1].split("<h2")[0].split('<p class="row-title">')[1:] if len(part) > 1 else []
        lists.append([
            (re.search(r">([^<]+)</a>", row)[1], html.unescape(re.search(r"<time[^>]*>([^<]+)<", row)[1]),
             "state-on" in row) for row in rows
        ])
    return lists


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folkmoot", required=True)
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = random.randrange(1 << 32) if options.seed is None else options.seed
    random.seed(seed)
    wrong, rows, on = [], 0, 0
    for site_zone, today in zip(SITES, TODAYS):
        events = []
        while len(events) < options.events // len(SITES):
            event = Event(len(events), site_zone, today)
            # A time that no clock shows is refused by the program.
            if not any(event.skips(day) for day, _ in zip(event.days(), range(400))):
                events.append(event)
        with tempfile.TemporaryDirectory() as folder:
            content = Path(folder) / "content"
            (content / "events").mkdir(parents=True)
            (content / "site.yaml").write_text(f"title: T\ntime_zone: {site_zone}\n")
            for event in events:
                (content / "events" / f"{event.name}.md").write_text(event.text())
            result = subprocess.run(
                [str(Path(options.folkmoot).resolve()), "build", "--as-of", str(today), "--keep-going"], cwd=folder,
                capture_output=True, text=True)
            page = (Path(folder) / "site/events/index.html").read_text()
            if result.returncode or ": error: " in result.stdout + result.stderr:
                wrong.append(f"{site_zone}: {(result.stdout + result.stderr)[:600]}")
        for heading, want, have in zip(("Coming up", "Past events"), expected(events, site_zone, today), listed(page)):
            rows += len(want)
            on += sum(row[2] for row in want)
            for one, other in zip(want + [None] * len(have), have + [None] * len(want)):
                if one != other:
                    wrong.append(f"{site_zone} as of {today}, {heading}: {other}, not {one}")
                    break
    print(f"{rows} events on {len(SITES)} sites with seed {seed}, {on} of them on: {len(wrong)} differences")
    print("\n".join(wrong[:10]))
    return 1 if wrong or rows == 0 or (on == 0 and options.events > 100) else 0


if __name__ == "__main__":
    sys.exit(main())
