#!/usr/bin/env python3
"""Compares the schemas with `folkmoot check`: more than 500 values in 30 keys, each in a file of its own.

What an editor refuses and `check` does not, or warns of where `check` reports nothing, is a false alarm, and a fault. What
`check` reports and an editor does not is silent; each of these has to be listed here with the reason why no pattern covers it.

check-jsonschema's reader (YAML 1.2) and validator come from PyPI, into .build/checks-venv."""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import building

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "browser"))
from tools import in_venv  # noqa: E402

DAYS = ["2026", "2026-03", "2026-03-12", "2026-13", "2026-00", "2026-03-32", "2026-02-30", "2026-3", "2026-3-12", "12/03/2026", "March 2026",
        "2026.0", "0x7EA", "+2026", "0999", "'2026'", "\"2026-03\"", "20260312", "2026-03-12T14:00", "2026-03-12 14:00", "soon", "[2026]", "", "~",
        "2026-12-31", "2024-02-29", "2023-02-29", "1899", "9999", "99999", "2026-W12"]
TIMES = ["2026-03-12 14:00", "2026-03-12T14:00", "2026-03-12  14:00", "2026-03-12 14:00:30", "2026-03-12 24:00", "2026-03-12 14:60", "2026-03-12 9:30",
         "2026-03-12 14", "2026-03-12 2pm", "2026-03-12 14:00Z", "2026-03-12 14:00+01:00", "2026-03-12 23:59", "2026-03-12 14.00", "2026-03-12t14:00"]
TEXTS = ["A text.", "2026", "true", "{en: A, cy: B}", "{en: A}", "{english: A}", "[A, B]", "\"\"", "x" * 200, "x" * 201, "1.5", "{}", "no", "{en: 2026}",
         "{en: [A]}"]
LINKS = ["https://example.org/", "http://example.org", "HTTPS://example.org", "www.example.org", "example.org", "mailto:a@example.org", "tel:+441234",
         "javascript:alert(1)", "ftp://example.org", "a@example.org", "https://", "//example.org", "https://example.org/a b", "see the notes", "Write to us.",
         "https:example.org", "[https://example.org]", "12"]
FLAGS = ["true", "false", "yes", "no", "Yes", "NO", "On", "off", "\"true\"", "'yes'", "tRue", "TRUE", "True", "1", "0", "maybe", "y", "[true]", ""]
NUMBERS = ["12", "0", "-1", "1,200", "1 200", "1_200", "1.200", "12.0", "1e3", "'12'", "about 12", "twelve", "1,5", "0x10", "+12", "012", "[12]", "",
           "99999999999"]
IDS = ["open-data", "Open data", "open_data", "[open-data, agile]", "[Open data]", "[]", "12", "{a: b}", "open data; agile", "true", "\"\"", "[[a]]"]
ZONES = ["Europe/London", "America/Toronto", "UTC", "GMT", "PST", "+01:00", "London", "europe/london", "Europe/Londn", "Etc/GMT+5", "Asia/Kolkata",
         "Asia/Calcutta", "America/Argentina/Buenos_Aires", "Europe / London", ""]
EVERY = ["week", "month", "year", "day", "2 weeks", "1 week", "two weeks", "biweekly", "fortnight", "quarter", "weekly", "monthly", "every week", "Week",
         "0 weeks", "2 week", "weeks", "3 months", "14 days", "2weeks", "-1 week", "1.5 weeks"]
ON = ["monday", "Monday", "first tuesday", "last friday", "last day", "15", "mon", "2nd tuesday", "second tuesday", "fifth monday", "firsttuesday", "31",
      "32", "weekday", "monday, tuesday", "last", "first", "-1", "third"]

# (kind, key, how the value is put, values). `{}` is the value.
CASES = [
    ("community", "founded", "founded: {}", DAYS), ("community", "stage_since", "stage_since: {}", DAYS[:16]), ("community", "as_of", "as_of: {}", DAYS[:16]),
    ("community", "summary", "summary: {}", TEXTS), ("community", "meets", "meets: {}", TEXTS), ("community", "join", "join: {}", LINKS),
    ("community", "source", "source: {}", LINKS), ("community", "draft", "draft: {}", FLAGS), ("community", "roles", "roles: {}", IDS),
    ("community", "topics", "topics: {}", IDS), ("community", "stage", "stage: {}", ["forming", "Forming", "mature", "maturing", "active", "", "[forming]", "self sustaining"]),
    ("community", "membership", "membership: {}", ["open", "Open", "public-sector", "public sector", "anyone", "closed", "invitation only", "invitation"]),
    ("community", "scope", "scope: {}", ["team", "international", "one government", "cross-government", "government", "one-government"]),
    ("community", "member_count", "member_count: {}", ["{count: 12}", "12", "{count: 12, as_of: 2026}", "{as_of: 2026}", "{count: many}", "{count: 1,200}",
                                                      "{count: -1}", "{number: 12}", "[12]", "{count: 12.0}", "about 12"]),
    ("community", "channels", "channels: {}", ["[{platform: slack}]", "{platform: slack}", "[slack]", "slack", "[{name: a}]", "[{platform: slack, url: x}]",
                                              "[{platform: slack, url: 'https://a.example'}]", "[{platform: Slack}]", "[]"]),
    ("community", "redirect_from", "redirect_from: {}", ["old/", "[old/a/, older]", "../x", "/old/b", "https://example.org/a", "old page", "a?b", "old/../x", ""]),
    ("event", "starts", "starts: {}", TIMES + DAYS[:14]), ("event", "ends", "starts: 2026-03-12\nends: {}", TIMES[:8] + ["2026-03-12", "2026-03-11"]),
    ("event", "minutes", "starts: 2026-03-12 14:00\nminutes: {}", NUMBERS), ("event", "time_zone", "starts: 2026-03-12 14:00\ntime_zone: {}", ZONES),
    ("event", "every", "starts: 2026-03-12 14:00\nrepeats: {{every: {}}}", EVERY), ("event", "day", "starts: 2026-03-12 14:00\nrepeats: {{every: month, day: \"{}\"}}", ON),
    ("event", "except", "starts: 2026-03-12 14:00\nrepeats: {{every: week, except: {}}}", ["2026-03-19", "[2026-03-19]", "2026-03", "next week", "[]", "[soon]"]),
    ("event", "kind", "starts: 2026-03-12\nkind: {}", ["lean-coffee", "Lean Coffee", "party", "talk", "workshop", "show and tell"]),
    ("event", "status", "starts: 2026-03-12\nstatus: {}", ["cancelled", "canceled", "Cancelled", "postponed", "happened", "moved", "off"]),
    ("event", "online", "starts: 2026-03-12\nonline: {}", LINKS), ("event", "languages", "starts: 2026-03-12\nlanguages: {}",
                                                                   ["en", "[en, cy]", "English", "EN", "en-GB", "no", "eng", "e", "[no]", "en_GB", "cy; en"]),
    ("event", "access", "starts: 2026-03-12\naccess: {}", TEXTS[:8]), ("writeup", "date", "date: {}", DAYS[:18]), ("writeup", "attendees", "attendees: {}", NUMBERS),
    ("writeup", "recording", "recording: {}", LINKS), ("person", "agreed", "agreed: {}", DAYS[:18]), ("resource", "url", "url: {}", LINKS),
    ("government", "time_zone", "time_zone: {}", ZONES), ("government", "parent", "parent: {}", IDS),
]
HEADS = {"community": ("communities", "name: \"{}\"\nsummary: S.\n"), "event": ("events", "title: A title\n"), "writeup": ("writeups", "title: A title\ndate: 2026-01-01\n"),
         "person": ("people", "name: Ada Example\nagreed: 2026-01-01\n"), "resource": ("resources", "title: A title\nurl: https://example.org\n"),
         "government": ("governments", "name: \"{}\"\n")}

# Why the schema cannot say it: by the code of the problem, with what the value has to be like.
REASONS = [
    ("bad-date", r"\d{4}-02-(29|30)", "how many days a month has"),
    ("bad-date", r"\d{4}\.0|0x[0-9A-F]+|\+\d+|\d{4}-02-30|1e3", "YAML reads it as a number that is a year"),
    ("wrong-type", r".*(\d\.0|0x[0-9A-Fa-f]+|\d+e\d+).*", "YAML reads it as a whole number"),
    ("wrong-type", r"https://example.org/a b|\S+ \S+.*", "a text may have several words"),
    ("term-not-id", ".*", "which names there are"), ("fact-in-the-future", ".*", "what day it is"), ("unknown-term", ".*", "which files there are"), ("event-ends-before-start", ".*", "two keys beside each other"),
    ("event-day-moves", ".*", "two keys beside each other"), ("month-without-day", ".*", "two keys beside each other"),
]


def reason(code, value):
    return next((why for known, pattern, why in REASONS if known == code and re.fullmatch(pattern, value)), None)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    building.add_common_options(parser)
    parser.add_argument("--all", action="store_true", help="list what check refuses and the schema takes, with the reason")
    options = parser.parse_args()
    building.require(options)
    in_venv()
    import jsonschema
    from ruamel.yaml import YAML

    # As editors read YAML 1.2: a date is a string.
    reader = YAML(typ="safe", pure=True)
    reader.constructor.add_constructor("tag:yaml.org,2002:timestamp", lambda constructor, node: constructor.construct_scalar(node))
    with tempfile.TemporaryDirectory() as place:
        content = Path(place, "content")
        content.mkdir()
        (content / "site.yaml").write_text("title: T\nlanguages: [en, cy]\n", encoding="utf-8")
        made, keys = {}, set()
        for number, (kind, key, pattern, values) in enumerate(CASES):
            keys.add((kind, key))
            folder = HEADS[kind][0]
            for at, value in enumerate(values):
                lines = pattern.format(value)
                own = {line.split(":")[0] for line in lines.split("\n")}
                head = HEADS[kind][1].replace("{}", f"Name {number} {at}")
                text = "".join(line + "\n" for line in head.splitlines() if line.split(":")[0] not in own) + lines + "\n"
                path = f"{folder}/case-{number}-{at}.md"
                (content / folder).mkdir(exist_ok=True)
                (content / path).write_text(f"---\n{text}---\n", encoding="utf-8")
                made[path] = (kind, key, value, text)
        done = subprocess.run([options.folkmoot, "check", "--content", content, "--format", "json", "--as-of", building.AS_OF], capture_output=True, text=True,
                              check=False)
        found = {}
        for line in done.stdout.splitlines():
            if line.startswith("{"):
                problem = json.loads(line)
                found.setdefault(str(Path(problem["path"]).relative_to(content)), []).append(problem)
        # As in editors that know the keyword: it warns of whatever it applies to.
        with_warnings = jsonschema.validators.extend(
            jsonschema.Draft202012Validator, {"deprecationMessage": lambda validator, message, value, schema: [jsonschema.ValidationError(message)]})
        validators = {}
        for kind in HEADS:
            schema = subprocess.run([options.folkmoot, "schema", kind], capture_output=True, text=True, check=True).stdout
            validators[kind] = [jsonschema.Draft202012Validator(json.loads(schema)), with_warnings(json.loads(schema))]
        alarms, silent, agreed = [], [], 0
        for path, (kind, key, value, text) in made.items():
            problems = found.get(path, [])
            refused = [p for p in problems if p["severity"] == "error"]
            try:
                facts = reader.load(text)
                refusals, remarks = ([error.message[:80] for error in validator.iter_errors(facts)] for validator in validators[kind])
            except Exception as error:  # what is not YAML is underlined as such
                refusals = remarks = [str(error)[:80]]
            if refusals and not refused or remarks and not problems:
                alarms.append((kind, key, value, remarks[0]))
            elif refused and not refusals or problems and not remarks:
                missed = (refused or problems)[0]
                silent.append((kind, key, value, missed["code"], missed["message"][:110]))
            else:
                agreed += 1
        print(f"{len(made)} values in {len(keys)} keys: {agreed} agreed, {len(alarms)} false alarms, {len(silent)} silent in an editor")
        unexplained = [one for one in silent if not reason(one[3], one[2])]
        for alarm in alarms:
            print("FALSE ALARM", *alarm)
        for one in silent if options.all else unexplained:
            print("SILENT", *one[:4], f"({reason(one[3], one[2])})" if reason(one[3], one[2]) else one[4])
    return 1 if alarms or unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
