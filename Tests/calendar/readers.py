#!/usr/bin/env python3
"""What common programs show of iCalendar files. Each reader works in a process of its own, because some of
them set how others read zones.

usage: readers.py READER < JOBS     a line for each file: its path and two days, the requested range

For each file it prints a line of JSON: a list of [uid, start, end, summary, status], or a text that says why there is
none. Instants are in UTC (`2026-12-03T14:00:00Z`). What lasts whole days has days, and its end is the day after the
last.
"""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "site-checks"))

import environments

HERE = Path(__file__).resolve().parent
BUILD = HERE.parent.parent / ".build"
VENV = BUILD / "calendar-venv"
SAMPLE = [
    "icalendar==7.3.2",
    "recurring-ical-events==3.8.2",
    "vobject==0.9.9",
    "python-dateutil==2.9.0",
    "tzdata==2026.6",
    "PyYAML==6.0.3",
]
PACKAGES = SAMPLE + ["khal==0.14.1", "icalevents==0.3.1", "ics==0.7.3", "ical==14.3.1"]
UTC = dt.timezone.utc


def enter(packages=PACKAGES):
    """Continues in the environment of the readers, in which Python takes zones from PyPI and not from the system."""
    os.environ["PYTHONTZPATH"] = ""
    environments.enter(
        VENV, packages, "calendar-sample" if packages is SAMPLE else "calendar-packages", environments.leave_out
    )


def zone_folder():
    """The zones of PyPI's release, for programs that take them from a folder."""
    import tzdata

    return Path(tzdata.__file__).parent / "zoneinfo"


def written(moment):
    """A day, or an instant in UTC; a time without a zone is written as it is."""
    if isinstance(moment, dt.datetime):
        if moment.tzinfo is None:
            return moment.strftime("%Y-%m-%dT%H:%M:%S")
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat()


def midnight(day):
    return dt.datetime.combine(day, dt.time(), UTC)


def recurring_ical_events(path, first, last):
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return [
        [
            str(event["UID"]),
            written(event.start),
            written(event.end),
            str(event.get("SUMMARY", "")),
            str(event.get("STATUS", "")),
        ]
        for event in recurring_ical_events.of(calendar).between(midnight(first), midnight(last))
    ]


def vobject(path, first, last):
    import vobject

    # It keeps the first zone of a name that it meets, of all files.
    zones = vars(vobject.icalendar)["__tzidMap"]
    utc = zones["UTC"]
    zones.clear()
    zones["UTC"] = utc
    found = []
    for event in getattr(vobject.readOne(path.read_bytes().decode()), "vevent_list", []):
        start = event.dtstart.value
        length = event.dtend.value - start if hasattr(event, "dtend") else dt.timedelta(0)
        starts = [start]
        if event.rruleset is not None and hasattr(event, "rrule"):
            is_time = isinstance(start, dt.datetime)
            zone = start.tzinfo if is_time else None
            ends = (
                (midnight(first).astimezone(zone), midnight(last).astimezone(zone))
                if zone
                else (dt.datetime.combine(first, dt.time()), dt.datetime.combine(last, dt.time()))
            )
            starts = [one if is_time else one.date() for one in event.rruleset.between(*ends, inc=True)]
        found += [
            [
                event.uid.value,
                written(one),
                written(one + length),
                event.summary.value if hasattr(event, "summary") else "",
                event.status.value if hasattr(event, "status") else "",
            ]
            for one in starts
        ]
    return found


def khal(path, first, last):
    from khal.icalendar import split_ics

    # It waits for the disk after every item.
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as folder:
        # As vdirsyncer leaves a calendar: a file for each UID.
        items = Path(folder, "items")
        items.mkdir()
        for number, item in enumerate(split_ics(path.read_bytes().decode())):
            (items / f"{number}.ics").write_text(item, encoding="utf-8", newline="")
        return khal_shows(items, Path(folder, "khal.db"), first, last)


def khal_shows(items, database, first, last):
    """What it shows of a folder of items, with a database that may hold what it read before."""
    import pytz
    from khal.khalendar import CalendarCollection

    locale = {
        "local_timezone": pytz.UTC,
        "default_timezone": pytz.UTC,
        "timeformat": "%H:%M",
        "dateformat": "%Y-%m-%d",
        "longdateformat": "%Y-%m-%d",
        "datetimeformat": "%Y-%m-%d %H:%M",
        "longdatetimeformat": "%Y-%m-%d %H:%M",
        "unicode_symbols": True,
        "firstweekday": 0,
        "weeknumbers": False,
    }
    calendars = {
        "c": {
            "name": "c",
            "path": str(items),
            "readonly": True,
            "color": "",
            "priority": 10,
            "ctype": "calendar",
            "addresses": "",
        }
    }
    shown = CalendarCollection(calendars=calendars, locale=locale, dbpath=str(database))
    found = []
    for event in [
        *shown.get_localized(midnight(first), midnight(last)),
        *shown.get_floating(dt.datetime.combine(first, dt.time()), dt.datetime.combine(last, dt.time())),
    ]:
        end = event.end + dt.timedelta(days=1) if event.allday else event.end
        found.append([event.uid, written(event.start), written(end), event.summary, event_status(event)])
    return found


def event_status(event):
    return event._vevents[event.ref].get("STATUS", "")


def icalevents(path, first, last):
    from icalevents.icalevents import events

    return [
        [
            event.uid,
            *((written(one) if not event.all_day else one.date().isoformat()) for one in (event.start, event.end)),
            event.summary or "",
            event.status or "",
        ]
        for event in events(string_content=path.read_bytes(), start=midnight(first), end=midnight(last), tzinfo=UTC)
    ]


def ics(path, first, last):
    """It repeats nothing: of a series it has the first date."""
    from ics import Calendar

    found = []
    for event in Calendar(path.read_bytes().decode()).events:
        ends = (event.begin, event.end)
        times = [one.date().isoformat() if event.all_day else written(one.datetime) for one in ends]
        found.append([event.uid, *times, event.name or "", event.status or ""])
    return found


def home_assistant(path, first, last):
    from zoneinfo import ZoneInfo
    from ical.calendar_stream import IcsCalendarStream

    calendar = IcsCalendarStream.calendar_from_ics(path.read_bytes().decode())
    return [
        [
            event.uid,
            written(event.dtstart),
            written(event.end),
            event.summary or "",
            event.status.value if event.status else "",
        ]
        for event in calendar.timeline_tz(ZoneInfo("UTC")).overlapping(midnight(first), midnight(last))
    ]


def libical(path, first, last):
    return Libical().read(path, first, last)


class Libical:
    """The C library, as GNOME and others use it."""

    def __init__(self):
        import ctypes as c

        self.c = c
        self.library = c.CDLL("libical.so.3")

        class Time(c.Structure):
            _fields_ = [(name, c.c_int) for name in "year month day hour minute second is_date is_daylight".split()] + [
                ("zone", c.c_void_p)
            ]

        class Span(c.Structure):
            _fields_ = [("start", c.c_longlong), ("end", c.c_longlong), ("is_busy", c.c_int)]

        self.Time, self.Span = Time, Span
        self.Callback = c.CFUNCTYPE(None, c.c_void_p, c.POINTER(Span), c.c_void_p)
        for name, result, *arguments in [
            ("icalparser_parse_string", c.c_void_p, c.c_char_p),
            ("icalcomponent_get_first_component", c.c_void_p, c.c_void_p, c.c_int),
            ("icalcomponent_get_next_component", c.c_void_p, c.c_void_p, c.c_int),
            ("icalcomponent_string_to_kind", c.c_int, c.c_char_p),
            ("icalcomponent_get_uid", c.c_char_p, c.c_void_p),
            ("icalcomponent_get_summary", c.c_char_p, c.c_void_p),
            ("icalcomponent_get_status", c.c_int, c.c_void_p),
            ("icalproperty_status_to_string", c.c_char_p, c.c_int),
            ("icalcomponent_get_dtstart", Time, c.c_void_p),
            ("icalcomponent_foreach_recurrence", None, c.c_void_p, Time, Time, self.Callback, c.c_void_p),
            ("icalcomponent_free", None, c.c_void_p),
            ("set_zone_directory", None, c.c_char_p),
            ("icaltime_from_string", Time, c.c_char_p),
        ]:
            function = getattr(self.library, name)
            function.restype, function.argtypes = result, list(arguments)
        self.library.set_zone_directory(str(zone_folder()).encode())

    def read(self, path, first, last):
        root = self.library.icalparser_parse_string(path.read_bytes())
        if not root:
            return "not parsed"
        kind = self.library.icalcomponent_string_to_kind(b"VEVENT")
        ends = [self.library.icaltime_from_string(f"{day:%Y%m%d}T000000Z".encode()) for day in (first, last)]
        found = []
        event = self.library.icalcomponent_get_first_component(root, kind)
        while event:
            found += self.occurrences(event, *ends)
            event = self.library.icalcomponent_get_next_component(root, kind)
        self.library.icalcomponent_free(root)
        return found

    def occurrences(self, event, first, last):
        library, found = self.library, []
        is_day = library.icalcomponent_get_dtstart(event).is_date
        status = library.icalproperty_status_to_string(library.icalcomponent_get_status(event))
        texts = [
            (one or b"").decode()
            for one in (library.icalcomponent_get_uid(event), library.icalcomponent_get_summary(event), status)
        ]

        def note(_, span, __):
            times = [dt.datetime.fromtimestamp(one, UTC) for one in (span.contents.start, span.contents.end)]
            if is_day:
                # A span of days includes the day after the last, except for a second.
                times = [times[0].date(), (times[1] + dt.timedelta(seconds=1)).date() - dt.timedelta(days=1)]
            found.append([texts[0], *map(written, times), *texts[1:]])

        library.icalcomponent_foreach_recurrence(event, first, last, self.Callback(note), None)
        return found


PYTHON = {
    "recurring-ical-events": recurring_ical_events,
    "vobject": vobject,
    "khal": khal,
    "icalevents": icalevents,
    "ics": ics,
    "ical": home_assistant,
    "libical": libical,
}
OTHERS = ["kcalendarcore", "ical.js"]
# The readers that take zones from the system's files.
OF_SYSTEM = {"icalevents", "ics", "kcalendarcore"}
# Its grammar takes a minute for a megabyte.
LARGEST = {"ics": 100_000}


def kcalendarcore():
    """The command of a small program on KDE's library; an error where it cannot be built."""
    source, program = HERE / "kcalendarcore.cpp", BUILD / "calendar-kcalendarcore"
    if not program.is_file() or program.stat().st_mtime < source.stat().st_mtime:
        library = subprocess.run(["g++", "-print-multiarch"], capture_output=True, text=True, check=True).stdout.strip()
        headers = [
            f"/usr/include/{library}/qt5",
            f"/usr/include/{library}/qt5/QtCore",
            f"/usr/include/{library}/qt5/QtGui",
            "/usr/include/KF5/KCalendarCore",
        ]
        if not all(Path(folder).is_dir() for folder in headers):
            raise FileNotFoundError("Debian's libkf5calendarcore-dev is not installed")
        subprocess.run(
            [
                "g++",
                "-O1",
                "-fPIC",
                "-std=c++17",
                *(f"-I{folder}" for folder in headers),
                str(source),
                "-o",
                str(program),
                "-lKF5CalendarCore",
                "-lQt5Core",
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
    return [str(program)]


def ical_js():
    """Its command: Thunderbird brings the library, and Node runs it."""
    node = shutil.which("node")
    archive = Path(os.environ.get("THUNDERBIRD", "/usr/share/thunderbird"), "omni.ja")
    if not node or not archive.is_file():
        raise FileNotFoundError("Node, or Thunderbird's omni.ja (the folder THUNDERBIRD), is not there")
    library = BUILD / "calendar-ical.mjs"
    with zipfile.ZipFile(archive) as files:
        library.write_bytes(files.read("modules/calendar/Ical.sys.mjs"))
    return [node, str(HERE / "icaljs.mjs"), str(library)]


def command(reader):
    """How a reader is started; an error says why it cannot be."""
    if reader == "kcalendarcore":
        return kcalendarcore()
    if reader == "ical.js":
        return ical_js()
    if reader == "libical":
        Libical()
    return [sys.executable, str(HERE / "readers.py"), reader]


def release(folder):
    try:
        return (folder / "tzdata.zi").read_text(encoding="utf-8").split("\n", 1)[0].removeprefix("# version ").strip()
    except OSError:
        return "unknown"


def available(readers):
    """The commands of those that are there; says which are not."""
    found = {}
    system, own = release(Path("/usr/share/zoneinfo")), release(zone_folder())
    for reader in readers:
        try:
            if reader in OF_SYSTEM and system != own:
                raise FileNotFoundError(f"it takes the system's zones, which are of release {system}, not {own}")
            found[reader] = command(reader)
        except (OSError, subprocess.SubprocessError) as error:
            print(f"without {reader}: {error}")
    return found


def read(commands, jobs):
    """Reader → the seconds it took, and path → what it shows; for jobs of a path and two days.

    Two readers work at a time."""
    from concurrent.futures import ThreadPoolExecutor

    def one(reader):
        start, begun = commands[reader], time.monotonic()
        own = [job for job in jobs if job[0].stat().st_size <= LARGEST.get(reader, sys.maxsize)]
        lines = "".join(f"{path}\t{first}\t{last}\n" for path, first, last in own)
        result = subprocess.run(
            start,
            input=lines,
            capture_output=True,
            text=True,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "TZ": "UTC"},
        )
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        if result.returncode or len(answers) != len(own):
            raise SystemExit(
                f"{reader} ended with {result.returncode} after {len(answers)} of {len(own)} files:\n"
                f"{result.stderr[-2000:]}"
            )
        return time.monotonic() - begun, {str(path): answer for (path, _, _), answer in zip(own, answers)}

    with ThreadPoolExecutor(max_workers=2) as pool:
        return dict(zip(commands, pool.map(one, commands)))


def main():
    reader = PYTHON[sys.argv[1]]
    output = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # The output of libraries must not be taken for an answer.
    for line in sys.stdin:
        path, first, last = line.rstrip("\n").split("\t")
        try:
            answer = reader(Path(path), dt.date.fromisoformat(first), dt.date.fromisoformat(last))
        except Exception as error:  # Any error of a reader is its answer.
            answer = f"{type(error).__name__}: {error}"[:300]
        print(json.dumps(answer), file=output, flush=True)


if __name__ == "__main__":
    main()
