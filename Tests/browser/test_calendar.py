#!/usr/bin/env python3
"""Uses the calendar as readers do: the list and the table of a month, by keyboard, from a disk, without script and without
storage, on a phone, in Arabic and on paper; today by the reader's clock; axe in every state."""

import shutil
import sys
from datetime import datetime

import readers
from waiting import drawn

MONTH = "calendar/2026-12/"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# A handbook's dates of December 2026, all of them known. The rest of the content is made up, and so left out here.
EVENTS = {
    "coffee": "title: Coffee\nstarts: 2026-11-05 14:00\nminutes: 60\nrepeats: {every: week}",
    "fair": "title: Fair\nstarts: 2026-12-12\nends: 2026-12-14",
    "off": "title: Walk\nstarts: 2026-12-09 10:00\nstatus: cancelled",
    "far": "title: Call\nstarts: 2026-12-09 09:00\ntime_zone: America/Los_Angeles",
    **{f"many{number}": f"title: Talk {number}\nstarts: 2026-12-16 1{number}:00" for number in range(6)},
}
SHOWN = "() => Array.from(document.querySelectorAll('.month-list, .month-grid')).filter(at => at.offsetParent).map(at => at.className)"
PRESSED = "() => Array.from(document.querySelectorAll('.months-view [aria-pressed=true]')).map(at => at.getAttribute('data-view'))"
# What a cell says, by its date.
CELL = """date => { const time = document.querySelector(`.month-grid time[datetime="${date}"]`);
  return Array.from(time.parentNode.querySelectorAll('li')).map(at => at.textContent.replace(/\\s+/g, ' ').trim()); }"""
HEADS = "() => Array.from(document.querySelectorAll('.month-grid th')).map(at => at.textContent)"
FOCUSED = "() => document.activeElement.textContent.trim()"
LINKS = "() => Array.from(document.querySelectorAll('.month-grid a')).map(at => at.textContent.trim())"


class Calendar(readers.Checks):
    def shows(self, page, view, what):
        """One of the two is shown, and the button says which."""
        shown, pressed = set(page.evaluate(SHOWN)), page.evaluate(PRESSED)
        self.expect(shown == {f"month-{view}"} and pressed == [view], f"{what}: shown is {shown}, pressed {pressed}")

    def choose(self, page, view):
        page.click(f"[data-view={view}]")


def with_dates(content, scratch):
    """The content with a community of its own, and its events."""
    copy = scratch / "content"
    shutil.copytree(content, copy)
    folder = copy / "communities/clockmakers"
    folder.joinpath("events").mkdir(parents=True)
    folder.joinpath("index.md").write_text("---\nname: Clockmakers\nsummary: They make clocks.\n---\n", encoding="utf-8")
    for name, keys in EVENTS.items():
        folder.joinpath(f"events/{name}.md").write_text(f"---\n{keys}\n---\n", encoding="utf-8")
    return copy


def views(checks):
    """The table is first in a wide window and the list in a narrow one; the choice is kept."""
    with checks.page(MONTH, viewport=WIDE) as page:
        checks.shows(page, "grid", "a wide window")
        checks.choose(page, "list")
        checks.shows(page, "list", "the list is chosen")
        page.reload()
        checks.shows(page, "list", "loaded again")
        page.goto(checks.address + "calendar/")
        checks.shows(page, "list", "another month")
        checks.choose(page, "grid")
        page.set_viewport_size(PHONE)
        drawn(page)
        checks.shows(page, "grid", "chosen, then made narrow")
    with checks.page(MONTH, viewport=PHONE) as page:
        checks.shows(page, "list", "a phone")
        page.set_viewport_size(WIDE)
        drawn(page)
        checks.shows(page, "grid", "made wide")


def table(checks):
    """What the cells of a month say."""
    with checks.page(MONTH) as page:
        def expect(date, wanted):
            found = page.evaluate(CELL, date)
            checks.expect(found == wanted, f"{date}: {found} instead of {wanted}")

        checks.expect(page.inner_text(".month-grid caption") == "December 2026", "the caption is not the month")
        checks.expect(page.evaluate(HEADS)[0] == "Monday", "a week does not begin with Monday")
        expect("2026-12-03", ["14:00 Coffee Clockmakers"])
        expect("2026-12-04", [])
        for day in ("12", "13", "14"):
            expect(f"2026-12-{day}", ["Fair Clockmakers"])
        expect("2026-12-09", ["10:00 Walk Cancelled Clockmakers", "09:00 (Los Angeles time) Call Clockmakers"])
        expect("2026-12-16", [f"1{number}:00 Talk {number} Clockmakers" for number in range(4)] + ["+2 Wednesday 16 December"])
        address = page.locator(".month-grid time[datetime='2026-12-03'] ~ ul a").get_attribute("href")
        checks.expect(address.endswith("communities/clockmakers/events/coffee/#2026-12-03"), f"the 3rd leads to {address}")
        days, cells = page.locator(".month-grid td:not(.is-outside)").count(), page.locator(".month-grid td").count()
        checks.expect((days, cells) == (31, 35), f"{days} days in {cells} cells")
        checks.expect(page.locator(".month-grid td.is-outside").all_inner_texts() == [""] * 4, "a cell of another month is not empty")
    with checks.page(f"ar/{MONTH}") as page:
        checks.expect(page.evaluate(HEADS)[0] == "السبت", "in Arabic a week does not begin with Saturday")
        left, right = (page.locator(".month-grid th").nth(place).bounding_box()["x"] for place in (6, 0))
        checks.expect(left < right, "in Arabic the week does not run from right to left")


def today(checks):
    """The day of the reader is marked, whenever the site was made."""
    with checks.page(MONTH) as page:
        marked = page.locator(".month-grid [aria-current=date] time")
        for now, wanted in [("2026-12-10T12:00:00", ["2026-12-10"]), ("2027-01-10T12:00:00", [])]:
            page.clock.set_fixed_time(datetime.fromisoformat(now))
            page.reload()
            found = [time.get_attribute("datetime") for time in marked.all()]
            checks.expect(found == wanted, f"on {now} {found} is marked")


def keyboard(checks):
    """From the buttons through the table in reading order; `+2` leads to the day in the list."""
    with checks.page(MONTH) as page:
        page.focus("[data-view=grid]")
        for link in page.evaluate(LINKS):
            page.keyboard.press("Tab")
            found = page.evaluate(FOCUSED)
            checks.expect(found == link, f"the next link is {found} instead of {link}")
        page.focus(".month-grid a[href='#s.2026-12-16']")
        page.keyboard.press("Enter")
        checks.becomes(page, lambda: page.evaluate(FOCUSED) == "Wednesday 16 December", "+2 does not lead to its day")
        checks.shows(page, "list", "after +2")
        page.keyboard.press("Tab")
        checks.expect(page.evaluate(FOCUSED) == "Talk 0", "the events of the day do not come after the day")
        page.focus("[data-view=grid]")
        page.keyboard.press("Space")
        checks.shows(page, "grid", "by the space bar")
    with checks.page(f"{MONTH}#s.2026-12-16") as page:
        checks.shows(page, "list", "the address of a day")


def no_script(checks):
    for path in (MONTH, "communities/clockmakers/calendar/"):
        with checks.page(path, java_script_enabled=False) as page:
            checks.expect(page.locator(".month-list").first.is_visible(), f"{path}: without script there is no list")
            checks.expect(not page.locator(".months-view").is_visible(), f"{path}: without script the buttons are shown")
            checks.expect(page.locator(".months-ways [rel=prev], .months-ways summary").first.is_visible(), f"{path}: there is no way to other months")


def disk(checks):
    """From a disk, and where the browser keeps nothing."""
    with checks.page(checks.site.joinpath(MONTH, "index.html").as_uri()) as page:
        checks.shows(page, "grid", "from a disk")
        checks.choose(page, "list")
        checks.shows(page, "list", "from a disk, chosen")
    with checks.page(MONTH) as page:
        page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })")
        page.reload()
        checks.choose(page, "list")
        checks.shows(page, "list", "without storage")


def paper(checks):
    with checks.page(MONTH) as page:
        page.emulate_media(media="print")
        checks.expect(page.evaluate(SHOWN) == ["month-list"], f"printed is {page.evaluate(SHOWN)}")
        checks.expect(not page.locator(".months-ways").is_visible(), "the buttons are printed")


def community(checks):
    """A table for each month of a community, and none of its own name."""
    with checks.page("communities/clockmakers/calendar/") as page:
        captions = page.locator(".month-grid caption").all_inner_texts()
        checks.expect(captions[:2] == ["November 2026", "December 2026"] and len(captions) == 12, f"tables: {captions}")
        checks.expect(page.evaluate(CELL, "2026-12-03") == ["14:00 Coffee"], "its own name is in its calendar")


def accessible(checks):
    states = {"a month": (MONTH, "grid"), "a month as a list": (MONTH, "list"), "the month of the build": ("calendar/", "grid"),
              "in Arabic": (f"ar/{MONTH}", "grid"), "in Arabic, as a list": (f"ar/{MONTH}", "list"),
              "of a community": ("communities/clockmakers/calendar/", "grid")}
    for name, (path, view) in states.items():
        for scheme, width in [("light", 1280), ("dark", 390)] if checks.is_sample else [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390), ("dark", 320)]:
            with checks.page(path, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
                checks.choose(page, view)
                checks.accessible(page, f"{name}, {scheme}, {width}")
    with checks.page(MONTH, forced_colors="active") as page:
        edges = page.locator("[data-view=grid]").evaluate("at => [getComputedStyle(at).backgroundColor, getComputedStyle(at.previousElementSibling).backgroundColor]")
        checks.expect(edges[0] != edges[1], "in forced colours nothing says which view is chosen")


ALL = [views, table, today, keyboard, no_script, disk, paper, community, accessible]


if __name__ == "__main__":
    sys.exit(readers.run(__doc__, ALL, Calendar, "the calendar", with_dates))
