"""What is wrong with the form of an iCalendar file: what RFC 5545 requires, and what readers were seen to stumble
over."""

import re

UID = re.compile(r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
INSTANT, LOCAL, DAY = r"\d{8}T\d{6}Z", r"\d{8}T\d{6}", r"\d{8}"
# Lines that no reader's form of a series needs, and some reader gets wrong.
UNWANTED = {"X-WR-TIMEZONE", "RDATE", "RECURRENCE-ID", "EXRULE", "DURATION", "VALARM"}
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "X-WR-CALNAME", "NAME", "CATEGORIES", "COMMENT"}
ONE_LINE = {"SUMMARY", "LOCATION", "CATEGORIES", "X-WR-CALNAME", "NAME"}
FOLD = 75


class Line:
    def __init__(self, text):
        head, self.has_colon, self.value = text.partition(":")
        while head.count('"') % 2 and ":" in self.value:
            more, _, self.value = self.value.partition(":")
            head += ":" + more
        self.name, *parameters = head.split(";")
        self.parameters = dict(one.partition("=")[::2] for one in parameters)
        self.text = text


def unfolded(data):
    return data.decode("utf-8").replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")


def problems(data, is_feed=None, host=None, cancelled=None):
    """Sentences, none for a valid file.

    `is_feed`: whether it is a calendar to subscribe to, which has neither rules nor zones. `cancelled`: what comes
    before the title of a meeting that does not take place, such as `Cancelled: `."""
    found = bytes_problems(data)
    if found:
        return found
    lines = [Line(text) for text in unfolded(data)[:-1]]
    found += [
        f"{line.text[:60]!r} is no line of a name and a value"
        for line in lines
        if not line.has_colon or not re.fullmatch(r"[A-Z0-9-]+", line.name)
    ]
    if found:
        return found
    found += text_problems(lines)
    tree, wrong = components(lines)
    if wrong:
        return found + wrong
    if len(tree) != 1 or tree[0][0] != "VCALENDAR":
        return found + [f"{[name for name, _, _ in tree]} instead of one VCALENDAR"]
    _, own, parts = tree[0]
    found += own_problems(own) + order_problems([name for name, _, _ in parts])
    zones = {}
    for name, facts, inner in parts:
        if name == "VTIMEZONE":
            zones |= {line.value: inner for line in facts if line.name == "TZID"}
    events = [facts for name, facts, _ in parts if name == "VEVENT"]
    found += zone_problems(zones, events)
    for event in events:
        found += event_problems(event, is_feed, host, cancelled)
    uids = [line.value for event in events for line in event if line.name == "UID"]
    found += [f"UID {uid} comes {uids.count(uid)} times" for uid in sorted(set(uids)) if uids.count(uid) > 1]
    if is_feed and zones:
        found.append("VTIMEZONE in a calendar to subscribe to")
    return found


def own_problems(lines):
    """Of a calendar's own lines."""
    found = []
    if [line.value for line in lines if line.name == "VERSION"] != ["2.0"]:
        found.append("VERSION is not 2.0")
    for name in ("PRODID", "METHOD", "CALSCALE", "X-WR-CALNAME"):
        count = sum(line.name == name for line in lines)
        if count > 1 or name == "PRODID" and count == 0:
            found.append(f"{count} times {name}")
    return found


def order_problems(kinds):
    found = [f"{name} is of no use here" for name in set(kinds) - {"VEVENT", "VTIMEZONE"}]
    if "VEVENT" in kinds and "VTIMEZONE" in kinds[kinds.index("VEVENT") :]:
        found.append("a VTIMEZONE comes after a VEVENT")
    return found


def bytes_problems(data):
    if data.startswith(b"\xef\xbb\xbf"):
        return ["a byte order mark"]
    if not data.endswith(b"\r\n"):
        return ["the last line does not end in CRLF"]
    if re.search(rb"(?<!\r)\n|\r(?!\n)", data):
        return ["a line that does not end in CRLF"]
    found = []
    for line in data.split(b"\r\n")[:-1]:
        if len(line) > FOLD:
            found.append(f"a line of {len(line)} octets: {line[:40]!r}")
        if not line.strip():
            found.append("an empty line")
        try:
            # Each on its own, so that no character is cut by a fold.
            if re.search(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff]", line.decode("utf-8")):
                found.append(f"a control character: {line[:40]!r}")
        except UnicodeDecodeError:
            found.append(f"a line that is no UTF-8, or a fold within a character: {line[:40]!r}")
    return found


def text_problems(lines):
    found = []
    for line in lines:
        if re.search(r"\\(?![;,n\\])", re.sub(r"\\\\", "", line.value)) and line.name in TEXTS:
            found.append(f"a backslash before something else: {line.text[:60]}")
        if (
            line.name in TEXTS
            and re.search(r"(?<!\\)[;,]", line.value.replace("\\\\", ""))
            and line.name != "CATEGORIES"
        ):
            found.append(f"a comma or semicolon without its backslash: {line.text[:60]}")
        if line.name == "CATEGORIES" and "," in line.value:
            found.append(f"a comma in CATEGORIES: {line.text[:60]}")
        if line.name in ONE_LINE and "\\n" in line.value.replace("\\\\", ""):
            found.append(f"a line break in {line.name}")
        if line.name in TEXTS and line.value != line.value.strip():
            found.append(f"{line.name} begins or ends with a space")
        if line.name in UNWANTED or line.name == "BEGIN" and line.value in UNWANTED:
            found.append(f"{line.name}:{line.value[:40]}")
        if "RANGE" in line.parameters or "THISANDFUTURE" in line.text:
            found.append(f"THISANDFUTURE: {line.text[:60]}")
    return found


def components(lines):
    """The tree of name, lines and parts."""
    stack, wrong = [("", [], [])], []
    for line in lines:
        if line.name == "BEGIN":
            stack.append((line.value, [], []))
        elif line.name == "END":
            if len(stack) < 2 or stack[-1][0] != line.value:
                return [], [f"END:{line.value} ends nothing"]
            done = stack.pop()
            stack[-1][2].append(done)
        else:
            stack[-1][1].append(line)
    if len(stack) > 1:
        wrong.append(f"{stack[-1][0]} has no end")
    if stack[0][1]:
        wrong.append(f"a line outside: {stack[0][1][0].text[:60]}")
    return stack[0][2], wrong


def zone_problems(zones, events):
    used = {line.parameters["TZID"] for event in events for line in event if "TZID" in line.parameters}
    found = [f"TZID {name} has no VTIMEZONE" for name in sorted(used - zones.keys())]
    found += [f"the VTIMEZONE {name} is used by nothing" for name in sorted(zones.keys() - used)]
    for name, parts in zones.items():
        if not any(kind == "STANDARD" for kind, _, _ in parts):
            found.append(f"the VTIMEZONE {name} has no STANDARD")
        for kind, lines, _ in parts:
            names = [line.name for line in lines]
            if kind not in ("STANDARD", "DAYLIGHT") or any(
                names.count(one) != 1 for one in ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO")
            ):
                found.append(f"{kind} of the VTIMEZONE {name}: {', '.join(names)}")
            for line in lines:
                if (
                    line.name == "RRULE"
                    and "UNTIL" in line.value
                    and not re.search(rf"UNTIL={INSTANT}(;|$)", line.value)
                ):
                    found.append(f"the VTIMEZONE {name}: UNTIL is not in UTC")
    return found


def event_problems(lines, is_feed, host, cancelled):
    by_name = {}
    for line in lines:
        by_name.setdefault(line.name, []).append(line)
    uid = by_name["UID"][0].value if "UID" in by_name else "an event without UID"
    found = [
        f"{len(by_name.get(name, []))} times {name}"
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY")
        if len(by_name.get(name, [])) != 1
    ]
    found += [
        f"{len(by_name[name])} times {name}"
        for name in ("SEQUENCE", "STATUS", "LOCATION", "URL", "DESCRIPTION", "RRULE", "CATEGORIES")
        if len(by_name.get(name, [])) > 1
    ]
    if found:
        return [f"{uid}: {problem}" for problem in found]
    if not UID.fullmatch(uid) or host and not uid.endswith("@" + host):
        found.append("the UID has another form")
    if not re.fullmatch(INSTANT, by_name["DTSTAMP"][0].value):
        found.append("DTSTAMP is not in UTC")
    if "SEQUENCE" in by_name and not by_name["SEQUENCE"][0].value.isdigit():
        found.append("SEQUENCE is no number")
    start, end = by_name["DTSTART"][0], by_name["DTEND"][0]
    forms = [form(line) for line in (start, end)]
    if None in forms or forms[0] != forms[1]:
        found.append(f"{start.text} to {end.text}")
    elif end.value <= start.value:
        found.append(f"it ends when it starts, or before: {start.text} to {end.text}")
    if is_feed and (forms[0] not in ("UTC", "DAY") or "RRULE" in by_name or "EXDATE" in by_name):
        found.append("not a date in UTC or a day in a calendar to subscribe to")
    if "RRULE" not in by_name and forms[0] not in ("UTC", "DAY"):
        found.append("a time of some zone without a rule")
    found += rule_problems(by_name, forms[0])
    if cancelled is not None:
        is_cancelled = [line.value for line in by_name.get("STATUS", [])] == ["CANCELLED"]
        if is_cancelled != by_name["SUMMARY"][0].value.startswith(cancelled):
            found.append(f"STATUS and SUMMARY differ: {by_name['SUMMARY'][0].value[:40]}")
    return [f"{uid}: {problem}" for problem in found]


def form(line):
    """`UTC`, `DAY`, or the name of a zone; None for what is neither."""
    if line.parameters == {"VALUE": "DATE"} and re.fullmatch(DAY, line.value):
        return "DAY"
    if not line.parameters and re.fullmatch(INSTANT, line.value):
        return "UTC"
    if line.parameters.keys() == {"TZID"} and re.fullmatch(LOCAL, line.value):
        return line.parameters["TZID"]
    return None


def rule_problems(by_name, kind):
    found = []
    for line in by_name.get("RRULE", []):
        parts = dict(part.partition("=")[::2] for part in line.value.split(";"))
        if "COUNT" in parts:
            found.append("COUNT in a rule")
        if "UNTIL" in parts and not re.fullmatch(DAY if kind == "DAY" else INSTANT, parts["UNTIL"]):
            found.append(f"UNTIL={parts['UNTIL']}")
        if "BYSETPOS" in parts:
            found.append("BYSETPOS in a rule")
        if (
            parts.get("FREQ") == "WEEKLY"
            and int(parts.get("INTERVAL", 1)) > 1
            and "," in parts.get("BYDAY", "")
            and "WKST" not in parts
        ):
            found.append("several weekdays every few weeks without WKST")
    for line in by_name.get("EXDATE", []):
        if "RRULE" not in by_name or "," in line.value or form(line) != kind:
            found.append(f"{line.text} is not as DTSTART is, or several dates")
    dates = [line.value for line in by_name.get("EXDATE", [])]
    found += [f"EXDATE {date} twice" for date in sorted(set(dates)) if dates.count(date) > 1]
    return found


GOOD = b"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Folkmoot//EN
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19700329T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:communities.a.events.coffee@handbook.example
DTSTAMP:20261101T000000Z
DTSTART;TZID=Europe/London:20261203T140000
DTEND;TZID=Europe/London:20261203T150000
RRULE:FREQ=WEEKLY;UNTIL=20281231T235959Z
EXDATE;TZID=Europe/London:20261231T140000
SUMMARY:Coffee\\, caf\xc3\xa9\\; C:\\\\new
DESCRIPTION:An hour.\\nSecond line.
END:VEVENT
BEGIN:VEVENT
UID:communities.a.events.coffee.2026-12-31@handbook.example
DTSTAMP:20261101T000000Z
DTSTART:20270101T140000Z
DTEND:20270101T150000Z
SUMMARY:Cancelled: Coffee
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR
""".replace(b"\n", b"\r\n")
# What must not pass: bytes, their replacement, and a part of the report.
WRONG = [
    (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR", "byte order mark"),
    (b"VERSION:2.0\r\n", b"VERSION:2.0\n", "CRLF"),
    (b"END:VCALENDAR\r\n", b"END:VCALENDAR", "CRLF"),
    (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\n" * 2, "ends nothing"),
    (b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "one VCALENDAR"),
    (b"DESCRIPTION:An", b"DESCRIPTION:" + b"a" * 70 + b"An", "octets"),
    (b"caf\xc3\xa9", b"caf\xc3\r\n \xa9", "within a character"),
    (b"An hour.", b"An\x0chour.", "control"),
    (b"An hour.", b"An\\thour.", "backslash"),
    (b"An hour.", b"An\\Nhour.", "backslash"),
    (b"An hour.", b"An, hour.", "without its backslash"),
    (b"Coffee\\, ", b"Coffee\\n", "line break"),
    (b"DESCRIPTION:An", b"DESCRIPTION: An", "begins or ends"),
    (b"DESCRIPTION:An", b"description:An", "no line of a name"),
    (b"DESCRIPTION:An hour", b"CATEGORIES:talk\\, more\r\nDESCRIPTION:An hour", "CATEGORIES"),
    (b"DESCRIPTION:An hour", b"CATEGORIES:talk\r\nCATEGORIES:more\r\nDESCRIPTION:An hour", "CATEGORIES"),
    (b"VERSION:2.0\r\n", b"VERSION:2.0\r\nX-WR-TIMEZONE:UTC\r\n", "X-WR-TIMEZONE"),
    (b"VERSION:2.0\r\n", b"", "VERSION"),
    (b"PRODID:-//Folkmoot//EN\r\n", b"", "PRODID"),
    (b"UNTIL=20281231T235959Z", b"COUNT=10", "COUNT"),
    (b"UNTIL=20281231T235959Z", b"UNTIL=20281231", "UNTIL"),
    (b"UNTIL=20281231T235959Z", b"UNTIL=20281231T235959", "UNTIL"),
    (b"FREQ=WEEKLY;UNTIL", b"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL", "WKST"),
    (b"FREQ=WEEKLY;UNTIL", b"FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1;UNTIL", "BYSETPOS"),
    (b"EXDATE;TZID=Europe/London:20261231T140000", b"EXDATE:20261231T140000Z", "EXDATE"),
    (
        b"EXDATE;TZID=Europe/London:20261231T140000",
        b"EXDATE;TZID=Europe/London:20261231T140000,20270107T140000",
        "EXDATE",
    ),
    (b"EXDATE;TZID=Europe/London:20261231T140000", b"EXDATE;VALUE=DATE:20261231", "EXDATE"),
    (b"EXDATE;TZID=Europe/London:20261231T140000\r\n", b"EXDATE;TZID=Europe/London:20261231T140000\r\n" * 2, "twice"),
    (b"EXDATE;TZID=Europe/London:20261231T140000", b"RDATE;TZID=Europe/London:20261231T140000", "RDATE"),
    (
        b"UID:communities.a.events.coffee.2026-12-31@",
        b"RECURRENCE-ID:20261231T140000Z\r\nUID:communities.a.events.coffee.2026-12-31@",
        "RECURRENCE-ID",
    ),
    (b"UID:communities.a.events.coffee.2026-12-31@", b"UID:communities.a.events.coffee@", "2 times"),
    (b"UID:communities.a.events.coffee.2026-12-31@", b"UID:communities/a/events/coffee@", "another form"),
    (b"coffee.2026-12-31@handbook.example", b"coffee.2026-12-31@other.example", "another form"),
    (b"UID:communities.a.events.coffee@handbook.example\r\n", b"", "0 times UID"),
    (
        b"UID:communities.a.events.coffee@handbook.example\r\nDTSTAMP:20261101T000000Z\r\n",
        b"UID:communities.a.events.coffee@handbook.example\r\n",
        "0 times DTSTAMP",
    ),
    (b"DTSTAMP:20261101T000000Z", b"DTSTAMP:20261101T000000", "DTSTAMP is not"),
    (b"DTEND;TZID=Europe/London:20261203T150000\r\n", b"", "DTEND"),
    (b"DTEND;TZID=Europe/London:20261203T150000", b"DTEND;TZID=Europe/London:20261203T140000", "ends when it starts"),
    (b"DTEND;TZID=Europe/London:20261203T150000", b"DTEND:20261203T150000Z", " to "),
    (
        b"DTSTART:20270101T140000Z\r\nDTEND:20270101T150000Z",
        b"DTSTART:20270101T140000\r\nDTEND:20270101T150000",
        " to ",
    ),
    (
        b"RRULE:FREQ=WEEKLY;UNTIL=20281231T235959Z\r\nEXDATE;TZID=Europe/London:20261231T140000\r\n",
        b"",
        "without a rule",
    ),
    (b"SUMMARY:Cancelled: Coffee", b"SUMMARY:Coffee", "STATUS and SUMMARY"),
    (b"STATUS:CANCELLED\r\n", b"", "STATUS and SUMMARY"),
    (
        b"END:VCALENDAR",
        b"BEGIN:VTIMEZONE\r\nTZID:UTC\r\nEND:VTIMEZONE\r\nEND:VCALENDAR",
        "after a VEVENT",
    ),
    (b"TZID:Europe/London", b"TZID:Europe/Paris", "no VTIMEZONE"),
    (b"BEGIN:STANDARD", b"BEGIN:DAYLIGHT", "ends nothing"),
    (b"TZOFFSETFROM:+0000\r\n", b"", "DAYLIGHT of the VTIMEZONE"),
    (b"BYMONTH=10;BYDAY=-1SU", b"BYMONTH=10;BYDAY=-1SU;UNTIL=20301010", "UNTIL is not in UTC"),
    (
        b"BEGIN:VEVENT\r\nUID:communities.a.events.coffee.",
        b"BEGIN:VALARM\r\nEND:VALARM\r\nBEGIN:VEVENT\r\nUID:communities.a.events.coffee.",
        "VALARM",
    ),
]


def unnoticed():
    """Faults that this module misses in files that are wrong on purpose, and reports in a correct one."""
    found = [f"a good file: {problem}" for problem in problems(GOOD, host="handbook.example", cancelled="Cancelled: ")]
    for before, after, word in WRONG:
        assert before in GOOD, before
        said = problems(GOOD.replace(before, after, 1), host="handbook.example", cancelled="Cancelled: ")
        if not any(word in problem for problem in said):
            found.append(f"{after!r}: {said}, without {word!r}")
    for word in ("VTIMEZONE in a calendar", "not a date in UTC"):
        if not any(word in problem for problem in problems(GOOD, is_feed=True)):
            found.append(f"a series to subscribe to: without {word!r}")
    return found


if __name__ == "__main__":
    wrong = unnoticed()
    print("\n".join(wrong) or f"{len(WRONG)} wrong files are noticed")
    raise SystemExit(1 if wrong else 0)
