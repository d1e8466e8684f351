"""The events of a handbook as its files state them, and handbooks of random events."""

import datetime as dt
import itertools
import random
import re

import yaml

import series

SYNONYMS = {"date": "starts", "start": "starts", "end": "ends", "timezone": "time_zone", "tz": "time_zone"}


def front_matter(path):
    """Reads every value as a text."""
    text = path.read_text(encoding="utf-8-sig", errors="replace").replace("\r\n", "\n")
    found = re.match(r"---\n(.*?)^---\s*$", text, re.DOTALL | re.MULTILINE)
    return (yaml.load(found[1], Loader=yaml.BaseLoader) or {}) if found else {}


def settings(content):
    return yaml.load((content / "site.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


class Handbook:
    """What its files say of events, by their addresses.

    `events`: each event with a file, or that is an item of its community; `series_of`: the series of an event that is
    one date of it; `made_up`: examples among real communities."""

    def __init__(self, content):
        self.settings = settings(content)
        self.zone = self.settings.get("time_zone")
        self.language = series.listed(self.settings.get("languages", "en"))[0]
        self.rests, self.examples = {}, {}
        self.facts = {
            route: {SYNONYMS.get(key, key): value for key, value in one.items()} for route, one in self.read(content)
        }
        self.series_of, replaced = {}, {}
        for route, one in self.facts.items():
            name, _, day = one.get("occurrence_of", "").partition("@")
            whole = next((other for other in candidates(name, route) if other in self.facts), None)
            if day and whole:
                self.series_of[route] = whole
                replaced.setdefault(whole, set()).add(dt.date.fromisoformat(day))
                self.facts[route] = filled(one, self.facts[whole], day)
        self.made_up = {route for route in self.facts if self.is_made_up(route)}
        self.events = {
            route: series.Event(one, self.zone, self.rests.get(owner(route), ()), replaced.get(route, ()))
            for route, one in self.facts.items()
        }

    def read(self, content):
        """The address and the facts of each event."""
        for path in sorted(content.glob("**/*.md")):
            parts = path.relative_to(content).with_suffix("").parts
            parts = parts[:-1] if parts[-1] == "index" else parts
            if any(part.startswith((".", "_")) or "." in part for part in parts):
                continue
            if parts[-2:-1] == ("events",) and len(parts) in (2, 4):
                yield "/".join(parts) + "/", front_matter(path)
            elif len(parts) == 2 and parts[0] == "communities":
                community, route = front_matter(path), "/".join(parts)
                self.rests[route] = rest_of(community)
                self.examples[route] = community.get("example") == "true"
                for item in series.listed(community.get("events")):
                    yield f"{route}/events/{item.get('id') or slug(self.text(item.get('title', '')))}/", item

    def is_made_up(self, route):
        if all(self.examples.values()):
            return False
        return self.facts[route].get("example") == "true" or self.examples.get(owner(route), False)

    def text(self, value):
        """In the handbook's first language."""
        return value.get(self.language) or next(iter(value.values()), "") if isinstance(value, dict) else value

    def title(self, route):
        return self.text(self.facts[route].get("title", ""))


def owner(route):
    """The address of the community of an event."""
    return "/".join(route.split("/")[:2])


def candidates(name, route):
    """The routes that the name of an event may mean."""
    community, _, own = name.rpartition("/")
    if community:
        return [f"communities/{community}/events/{own}/"]
    return [route.rsplit("/", 2)[0] + f"/{name}/", f"events/{name}/"]


def slug(title):
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def rest_of(community):
    found = []
    if "paused" in community:
        found.append(
            (series.span(community["paused"])[0], series.span(community["until"])[1] if "until" in community else None)
        )
    if "closed" in community:
        found.append((series.span(community["closed"])[0], None))
    return found


def filled(own, whole, day):
    """One date of a series; the series gives what it leaves out."""
    facts = {
        key: whole[key]
        for key in ("title", "time_zone", "status", "place", "summary", "kind", "online", "open_to", "example")
        if key in whole
    } | own
    day_of_series, minute = series.moment(whole["starts"])
    if "starts" not in own:
        facts["starts"] = day + clock(minute)
    if "ends" in own or "minutes" in own:
        return facts
    if "minutes" in whole:
        facts["minutes"] = whole["minutes"]
    start, own_minute = series.moment(facts["starts"])
    if "ends" in whole and start:
        last, last_minute = series.moment(whole["ends"])
        if own_minute is not None and minute is not None and last_minute is not None:
            length = dt.timedelta(days=(last - day_of_series).days, minutes=last_minute - minute)
            end = dt.datetime.combine(start, dt.time()) + dt.timedelta(minutes=own_minute) + length
            facts["ends"] = f"{end:%Y-%m-%d %H:%M}"
        elif own_minute is None and minute is None:
            facts["ends"] = str(start + (last - day_of_series))
    return facts


def clock(minute):
    return "" if minute is None else f" {minute // 60:02}:{minute % 60:02}"


ZONES = """
Europe/London America/Vancouver Africa/Casablanca Africa/Cairo Australia/Lord_Howe America/Nuuk America/Asuncion
Asia/Kathmandu Europe/Dublin Europe/Paris Europe/Lisbon Europe/Athens Europe/Chisinau Atlantic/Azores Africa/El_Aaiun
Africa/Lagos Africa/Johannesburg Africa/Abidjan America/New_York America/Chicago America/Denver America/Phoenix
America/Los_Angeles America/Anchorage America/Halifax America/St_Johns America/Edmonton America/Winnipeg
America/Havana America/Santiago America/Sao_Paulo America/Mexico_City America/Scoresbysund America/Miquelon
Asia/Jerusalem Asia/Gaza Asia/Beirut Asia/Amman Asia/Tehran Asia/Kolkata Asia/Almaty Asia/Tokyo Asia/Dhaka
Australia/Sydney Australia/Adelaide Australia/Eucla Australia/Brisbane Pacific/Auckland Pacific/Chatham
Pacific/Kiritimati Pacific/Pago_Pago Pacific/Easter Pacific/Norfolk Antarctica/Troll UTC Etc/UTC GMT Etc/GMT+5 CET
US/Eastern Asia/Calcutta
""".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
TITLES = [
    "Coffee",
    "Talk: who, what, where",
    "Open door; come in",
    "Café über Mittag, je länger der Titel, desto eher wird die Zeile gefaltet, auch zwischen ä und ö",
    "技術者の集まり、毎月の勉強会と情報交換、初めての方も歓迎します",
    "“Quoted” & <marked> — 100 %",
    "🎉 Party 🎉",
]
COMMUNITIES = {
    "alpha": "roles: [designer]\ntopics: [tables, maps]\ngovernment: avalon",
    "beta": "topics: [maps]\npaused: 2027-02-01\nuntil: 2027-03-31",
    "gamma": "roles: [designer]\ngovernment: lyonesse\nclosed: 2027-09-01",
}


def write_random(content, count, seed, today, language="en"):
    """A handbook of random events, in all zones and with all rules of the content model; the same for the same seed."""
    dice = random.Random(seed)
    for folder in ["events", *(f"communities/{name}/events" for name in COMMUNITIES), "governments"]:
        (content / folder).mkdir(parents=True)
    (content / "site.yaml").write_text(
        "title: Calendars\nbase_url: https://calendars.example/below/\ntime_zone: Europe/London\nlanguages: [en, cy]\n"
    )
    for name, facts in COMMUNITIES.items():
        (content / f"communities/{name}.md").write_text(
            f"---\nname: {name.capitalize()}\nsummary: People of {name}.\n{facts}\n---\n"
        )
    for name in ("avalon", "lyonesse"):
        (content / f"governments/{name}.md").write_text(f"---\nname: {name.capitalize()}\n---\n")
    for number in range(count):
        facts = random_event(dice, number, today)
        folder = content / dice.choice(["events", *(f"communities/{name}/events" for name in COMMUNITIES)])
        write(folder / f"event-{number:04}.md", facts)
        if "repeats" in facts and dice.random() < 0.3:
            for date, own in occurrence_files(dice, facts, f"event-{number:04}", today):
                write(folder / f"event-{number:04}-on-{date}.md", own)


def entry(*lines, body=""):
    """A file of such lines of front matter."""
    return "\n".join(["---", *lines, "---", body])


def write_files(content, files):
    for path, text in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")


def write(path, facts):
    path.write_text(f"---\n{yaml.safe_dump(facts, allow_unicode=True, sort_keys=False)}---\n", encoding="utf-8")


def random_event(dice, number, today):
    while True:
        facts = {"title": f"{dice.choice(TITLES)} {number}"}
        day = today + dt.timedelta(days=dice.choice([dice.randint(-40, 60), dice.randint(-1200, 700)]))
        minute = dice.choice([None, *[dice.randrange(0, 1440, 5)] * 4])
        if dice.random() < 0.9:
            facts["time_zone"] = ZONES[number % len(ZONES)]
        if dice.random() < 0.7:
            facts["repeats"] = random_rule(dice)
            # Most series begin on one of their days.
            probe = series.Event({**facts, "starts": str(day)})
            if dice.random() < 0.9:
                day = next(probe.rule_days(), day)
        facts["starts"] = f"{day}{clock(minute)}"
        facts |= random_length(dice, day, minute)
        if dice.random() < 0.08:
            facts["status"] = "cancelled"
        if dice.random() < 0.3:
            facts["revision"] = dice.randint(1, 9)
        if "repeats" in facts:
            add_end(dice, facts, today)
        if is_sound(facts, today):
            return facts


def random_rule(dice):
    unit = dice.choice(["day", "week", "week", "week", "month", "month", "month", "year"])
    count = dice.choice([1, 1, 2, 3, 5]) if unit != "year" else dice.choice([1, 1, 2])
    nth = [
        f"{dice.choice(['first', 'second', 'third', 'fourth', 'fifth', 'last'])} {dice.choice(WEEKDAYS)}"
        for _ in range(2)
    ]
    days = {
        "day": [None, None, WEEKDAYS[:5], nth[:1], ["last day"]],
        "week": [None, [dice.choice(WEEKDAYS)], sorted(dice.sample(WEEKDAYS, dice.randint(2, 4)))],
        "month": [
            None,
            nth[:1],
            nth[:1],
            nth,
            [str(dice.randint(1, 31))],
            ["15", "last day"],
            ["last day"],
            [nth[0], "15"],
            [dice.choice(WEEKDAYS)],
        ],
        "year": [None, None, nth[:1], ["last day"]],
    }[unit]
    rule = {"every": f"{count} {unit}s" if count > 1 else unit}
    chosen = dice.choice(days)
    return rule | ({"day": chosen if len(chosen) > 1 or dice.random() < 0.3 else chosen[0]} if chosen else {})


def random_length(dice, day, minute):
    kind = dice.choice(["none", "minutes", "ends", "ends"])
    if kind == "none":
        return {}
    if minute is None:
        return {"ends": str(day + dt.timedelta(days=dice.choice([0, 1, 2, 6])))} if kind == "ends" else {}
    if kind == "minutes":
        return {"minutes": dice.choice([15, 30, 60, 90, 480, 1440, 2880])}
    late = minute + dice.choice([30, 60, 90, dice.randint(1, 600)]) + dice.choice([0, 0, 0, 1440, 2880])
    return {"ends": f"{day + dt.timedelta(days=late // 1440)}{clock(late % 1440)}"}


def near(event, today, limit=60):
    """Days of its rule that are not long over."""
    return [
        day for day, _ in zip((day for day in event.rule_days() if day > today - dt.timedelta(days=120)), range(limit))
    ]


def add_end(dice, facts, today):
    rule = facts["repeats"]
    days = near(series.Event(facts), today)
    if days and dice.random() < 0.3:
        rule["until"] = str(dice.choice(days) + dt.timedelta(days=dice.choice([0, 0, 0, 1, 20])))
    elif dice.random() < 0.15:
        rule["count"] = dice.choice([1, 2, 5, 10, 40])
    days = near(series.Event(facts), today)
    off = sorted(
        str(day) for day in dice.sample(days[1:], min(max(len(days) - 1, 0), dice.choice([0, 0, 0, 1, 1, 2, 6])))
    )
    if off:
        rule["except"] = off if len(off) > 1 or dice.random() < 0.5 else off[0]


def occurrence_files(dice, facts, name, today):
    event = series.Event(facts)
    days = [day for day in near(event, today, 12) if not event.is_left_out(day)]
    for day in dice.sample(days, min(len(days), dice.choice([1, 1, 2]))):
        own = {"occurrence_of": f"{name}@{day}"}
        change = dice.choice(["moved", "moved", "cancelled", "changed"])
        if change == "moved":
            minute = event.minute and (event.minute + 95) % 1440 // 5 * 5
            own["starts"] = f"{day + dt.timedelta(days=dice.choice([0, 1, -1, 7, 30]))}{clock(minute)}"
        elif change == "cancelled":
            own["status"] = "cancelled"
        else:
            own |= {"title": f"Special {name}", "place": "Room 2, at the end"}
        yield day, own


def is_sound(facts, today):
    """Whether the program accepts it: it has a date, and none at a time that no clock shows."""
    event = series.Event(facts, "Europe/London")
    until = series.month_after(today, 26)
    days = list(itertools.takewhile(lambda day: day < until, event.rule_days())) or list(
        itertools.islice(event.rule_days(), 1)
    )
    if not days or "repeats" in facts and all(event.is_left_out(day) for day in days):
        return False
    return not any(event.begins_in_gap(day) for day in days if day > today - dt.timedelta(days=500))
