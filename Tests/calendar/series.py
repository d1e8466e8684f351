"""When an event happens, calculated from its front matter without the program: rules by dateutil, instants by
zoneinfo."""

import datetime as dt
import re
from collections import namedtuple
from zoneinfo import ZoneInfo

from dateutil import rrule

UTC = dt.timezone.utc
ONE_DAY = dt.timedelta(days=1)
FREQUENCIES = {"day": rrule.DAILY, "week": rrule.WEEKLY, "month": rrule.MONTHLY, "year": rrule.YEARLY}
WEEKDAYS = dict(
    zip("mon tue wed thu fri sat sun".split(), (rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU))
)
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1}
# How long a meeting without a known length is shown.
LENGTH_SHOWN = dt.timedelta(hours=1)

# `day` is that of the event's clocks; start and end are instants, or days where `is_all_day`, the end being the day
# after the last. `end` is None where the length is not known.
Date = namedtuple("Date", "day start end")


def listed(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def moment(text):
    """A day and a minute of the day, or None; a month or a year is neither."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:[ T](\d?\d):(\d\d)(?::\d\d)?)?", str(text).strip())
    if not found:
        return None, None
    return dt.date.fromisoformat(found[1]), int(found[2]) * 60 + int(found[3]) if found[2] else None


def span(text):
    """The first and the last day of a day, month or year."""
    parts = [int(part) for part in str(text).split(" ")[0].split("-")]
    first = dt.date(*(parts + [1, 1])[:3])
    if len(parts) == 3:
        return first, first
    month = parts[1] if len(parts) == 2 else 12
    return first, dt.date(first.year + month // 12, month % 12 + 1, 1) - ONE_DAY


class Event:
    """An event by the facts of its file, every value a text.

    `rests` are pairs of days between which its community does not meet, the second None where that is not known;
    `replaced` the days that have a file of their own."""

    def __init__(self, facts, site_zone=None, rests=(), replaced=()):
        self.facts, self.rests, self.replaced = facts, list(rests), set(replaced)
        self.zone = ZoneInfo(facts.get("time_zone") or site_zone or "UTC")
        self.day, self.minute = moment(facts["starts"]) if "starts" in facts else (None, None)
        self.repeats = facts.get("repeats")
        self.status = facts.get("status", "planned")

    @property
    def is_all_day(self):
        return self.minute is None

    def rules(self, every=None):
        """One of dateutil's rules for each of its days, or one for the day of its start."""
        count, unit = re.fullmatch(
            r"(?:every )?(?:(\d+) )?(day|week|month|year)s?", (every or self.repeats["every"])
        ).groups()
        start = dt.datetime.combine(self.day, dt.time())
        common = {"freq": FREQUENCIES[unit], "interval": int(count or 1), "wkst": rrule.MO, "dtstart": start}
        days = [day_rule(text) for text in listed(self.repeats.get("day"))]
        if unit == "day" and days:
            # Every n days, as far as they are such days.
            return [rrule.rrule(**common)], [rrule.rrule(rrule.MONTHLY, dtstart=start, **day) for day in days]
        if unit == "week":
            days = [{"byweekday": [day["byweekday"] for day in days]}] if days else [{}]
        in_year = {"bymonth": self.day.month} if unit == "year" and days else {}
        return [rrule.rrule(**common, **in_year, **day) for day in days or [{}]], []

    def rule_days(self):
        """The days of the rule in order, its exceptions among them."""
        if not self.repeats:
            yield self.day
            return
        rules, filters = self.rules()
        last = span(self.repeats["until"])[1] if "until" in self.repeats else dt.date.max
        count = int(self.repeats.get("count", 0))
        union = rrule.rruleset()
        for rule in rules:
            union.rrule(rule)
        wanted = Sorted(filters) if filters else None
        for number, time in enumerate(one for one in union if wanted is None or one in wanted):
            if time.date() > last or (count and number >= count):
                return
            yield time.date()

    def is_left_out(self, day):
        return any(first <= day <= last for first, last in map(span, listed((self.repeats or {}).get("except")))) or (
            day in self.replaced or any(first <= day and (last is None or day <= last) for first, last in self.rests)
        )

    def instant(self, day, minute):
        local = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=minute)
        return local.replace(tzinfo=self.zone).astimezone(UTC)

    def date(self, day):
        facts = self.facts
        last, end_minute = moment(facts["ends"]) if "ends" in facts else (None, None)
        if self.is_all_day:
            return Date(day, day, day + (last - self.day if last else dt.timedelta(0)) + ONE_DAY)
        start = self.instant(day, self.minute)
        end = None
        if last and end_minute is not None:
            end = self.instant(day + (last - self.day), end_minute)
        elif "minutes" in facts:
            end = start + dt.timedelta(minutes=int(facts["minutes"]))
        return Date(day, start, end if end and end > start else None)

    def dates(self, until):
        """Those that take place and begin before a day of its clocks."""
        if self.day is None:
            return
        for day in self.rule_days():
            if day >= until:
                return
            if not self.repeats or not self.is_left_out(day):
                yield self.date(day)

    def begins_in_gap(self, day):
        """Whether the clocks are put forward over its time."""
        if self.is_all_day:
            return False
        local = dt.datetime.combine(day, dt.time()) + dt.timedelta(minutes=self.minute)
        return self.instant(day, self.minute).astimezone(self.zone).replace(tzinfo=None) != local


class Sorted:
    """Whether a day is one of some rules, called with days that never go back."""

    def __init__(self, rules):
        self.union = rrule.rruleset()
        for rule in rules:
            self.union.rrule(rule)
        self.days = iter(self.union)
        self.next = next(self.days, None)

    def __contains__(self, day):
        while self.next is not None and self.next < day:
            self.next = next(self.days, None)
        return self.next == day


def day_rule(text):
    words = str(text).lower().split()
    if words == ["last", "day"]:
        return {"bymonthday": -1}
    if words[0].isdigit():
        return {"bymonthday": int(words[0])}
    weekday = WEEKDAYS[words[-1][:3]]
    return {"byweekday": weekday(ORDINALS[words[0]]) if len(words) == 2 else weekday}


def month_after(day, months):
    number = day.year * 12 + day.month - 1 + months
    return dt.date(number // 12, number % 12 + 1, 1)


class Window:
    """What feeds and the site's list hold: from three months before the month of the build to eighteen after it."""

    def __init__(self, today, site_zone=None):
        self.month = month_after(today, 0)
        self.first, self.end = month_after(today, -3), month_after(today, 18)
        self.zone = ZoneInfo(site_zone or "UTC")

    def dates(self, event):
        first, end = (dt.datetime.combine(day, dt.time(), self.zone).astimezone(UTC) for day in (self.first, self.end))
        found = []
        for date in event.dates(self.end + 2 * ONE_DAY):
            begin, until = (
                (event.instant(one, 0) for one in (date.start, date.end))
                if event.is_all_day
                else (date.start, date.end or date.start)
            )
            if begin < end and (begin >= first or until > first):
                found.append(date)
        return found


def written(moment_or_day):
    if moment_or_day is None or not isinstance(moment_or_day, dt.datetime):
        return moment_or_day and moment_or_day.isoformat()
    return moment_or_day.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
