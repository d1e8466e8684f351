#!/usr/bin/env python3
"""Dates of events as readers with other clocks and days see them: local hours, what is on, soon or over, the dates of a series,
a table of hours, calendars to subscribe to; without a script, from a disk, by keyboard, on paper; axe in two languages."""

import sys

import readers
from waiting import until_page

EVENTS = {
    "morning": "starts: 2026-11-24 09:00\nends: 2026-11-24 10:00",
    "west": "starts: 2026-11-25 18:00\nminutes: 60\ntime_zone: America/Los_Angeles",
    "off": "starts: 2026-11-25 10:00\nends: 2026-11-25 11:00\nstatus: cancelled",
    "coffee": "starts: 2026-11-26 14:00\nends: 2026-11-26 15:00\nrepeats:\n  every: week",
    "fair": "starts: 2026-11-27\nends: 2026-11-28",
    "walk": "starts: 2026-12-01 20:00",
}
DATES = {"late": "occurrence_of: coffee@2026-12-10\nstarts: 2026-12-11 16:30", "none": "occurrence_of: coffee@2026-12-17\nstatus: cancelled"}
FILES = {
    "site.yaml": "title: Test\ntime_zone: Europe/London\nlanguages: [en, ar]\n",
    "topics/tea.md": "---\nname: Tea\n---\n",
    "governments/britain.md": "---\nname: Britain\ntime_zone: Europe/London\n---\n",
    "governments/zealand.md": "---\nname: Zealand\ntime_zone: Pacific/Auckland\n---\n",
    "communities/bees.md": "---\nname: Bees\nsummary: People with bees.\ntopics: [tea]\ngovernment: [britain, zealand]\n---\n",
    **{f"communities/bees/events/{name}.md": f"---\ntitle: {name.title()}\n{keys}\n---\n" for name, keys in EVENTS.items()},
    **{f"communities/bees/events/{name}.md": f"---\n{keys}\n---\n" for name, keys in DATES.items()},
}
COFFEE = "communities/bees/events/coffee/"
LISTS = ["", "events/", "communities/bees/", "topics/tea/"]
# Before everything that the site holds.
EARLY = "2026-11-24T06:00:00Z"
# Titles in the list of what is to come.
COMING = """() => Array.from(document.querySelectorAll('[data-coming-up] .row'), row => row)
  .filter(row => row.offsetParent).map(row => row.querySelector('.row-title').textContent.trim())"""
SHOWN = "title => { const row = Array.from(document.querySelectorAll('.row')).find(row => row.querySelector('.row-title').textContent.trim() === title); return row && row.innerText; }"
TEXT = "selector => { const at = document.querySelector(selector); return at ? at.innerText.replace(/\\s+/g, ' ').trim() : ''; }"


class Dates(readers.Checks):
    now = EARLY

    def watch(self, page, errors):
        page.clock.install(time=self.now)

    def at(self, now, path, zone="Europe/London", **options):
        """A page as a reader sees it at an instant in a time zone."""
        self.now = now
        return self.page(path, timezone_id=zone, **options)


def with_dates(content, scratch):
    for name, text in FILES.items():
        path = scratch / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return scratch / "content"


def row(page, title):
    return " ".join((page.evaluate(SHOWN, title) or "").split())


def local_hours(checks):
    """The reader's hour, only where it differs, with the weekday where that differs."""
    for zone, coffee, west in [
        ("Europe/London", "", "Thursday, 02:00 your time"), ("Asia/Kolkata", "19:30 your time", "Thursday, 07:30 your time"),
        ("America/Los_Angeles", "06:00 your time", ""), ("Pacific/Auckland", "Friday, 03:00 your time", "Thursday, 15:00 your time"),
    ]:
        with checks.at(EARLY, "events/", zone) as page:
            for title, hour in (("Coffee", coffee), ("West", west)):
                text = row(page, title)
                checks.expect(("your time" in text) == bool(hour) and hour in text, f"{zone}, {title}: {text}")
            checks.expect("your time" not in row(page, "Fair"), "a day has an hour")
        with checks.at(EARLY, "communities/bees/events/west/", zone) as page:
            when = page.evaluate(TEXT, ".facts dd")
            hour = "" if zone == "Europe/London" else west
            checks.expect(("your time" in when) == bool(hour) and hour in when, f"{zone}, facts: {when}")
    with checks.at(EARLY, "ar/events/", "Asia/Kolkata") as page:
        checks.expect("19:30 بتوقيتكم" in page.inner_text("main"), "Arabic has no local hour")


def by_the_minute(checks):
    """Events that begin, are on and end, without loading the page again."""
    with checks.at("2026-11-26T12:59:30Z", "events/") as page:
        checks.expect("in " not in row(page, "Coffee"), f"more than an hour before: {row(page, 'Coffee')}")
        for later, says in [("10:30", "in 50 minutes"), ("49:00", "in 1 minute"), ("01:00", "On now"), ("59:30", "On now")]:
            page.clock.run_for(later)
            text = row(page, "Coffee")
            checks.expect(says in text, f"{says} is not said: {text}")
            checks.expect("in 1 minutes" not in text and text.count("On now") < 2, text)
        page.clock.run_for("01:00")
        text = row(page, "Coffee")
        checks.expect("3 December" in text and "On now" not in text, f"the series did not go on: {text}")
        checks.expect(page.evaluate(COMING)[-1] == "Coffee" or page.evaluate(COMING).index("Coffee") > page.evaluate(COMING).index("Fair"), "the list is out of order")
    with checks.at("2026-11-25T10:30:00Z", "events/") as page:
        checks.expect("On now" not in row(page, "Off"), "what is cancelled is on")
    with checks.at("2026-11-28T20:00:00Z", "events/") as page:
        checks.expect("On now" in row(page, "Fair"), f"the second day of the fair: {row(page, 'Fair')}")


def over(checks):
    """Past events disappear from the lists; the page of the event stays and says so."""
    for path in LISTS:
        with checks.at("2026-11-26T16:00:00Z", path) as page:
            found = page.evaluate(COMING)
            checks.expect("Morning" not in found and "West" not in found and "Off" not in found, f"{path}: what is over is listed: {found}")
            checks.expect("Coffee" in found or path == "", f"{path}: the series is gone: {found}")
    with checks.at("2026-11-24T12:00:00Z", "communities/bees/") as page:
        next_one = page.evaluate(TEXT, ".essentials > layout-box")
        checks.expect("West" in next_one and "25 November" in next_one, f"next meetup: {next_one}")
    with checks.at("2027-11-24T12:00:00Z", "communities/bees/") as page:
        checks.expect("Over" in row(page, "Coffee"), f"the page holds no later date: {row(page, 'Coffee')}")
    with checks.at("2026-11-24T12:00:00Z", "communities/bees/events/morning/") as page:
        checks.expect("This event is over." in page.inner_text("main"), "the event does not say that it is over")
        checks.expect(page.locator(".facts").is_visible(), "the page of the event is gone")
    with checks.at("2026-11-26T16:00:00Z", COFFEE) as page:
        checks.expect("This event is over." not in page.inner_text("main"), "the series is called over")
        checks.expect("3 December" in page.evaluate(TEXT, ".facts dd"), "the next date is not in the facts")
        checks.expect("Over" in page.evaluate(TEXT, ".date-list li"), "the first date is not marked")
    # A heading goes with its list.
    with checks.at("2026-12-02T23:00:00Z", "") as page:
        checks.expect(not page.evaluate(COMING) and not page.locator("#s\\.events").is_visible() or "Coffee" in page.evaluate(COMING), "the heading stays")


def dates(checks):
    """The dates of a series, each at a place of its own."""
    with checks.at(EARLY, COFFEE + "#2026-12-10") as page:
        lines = page.locator(".date-list li")
        checks.expect(lines.count() == 6, f"{lines.count()} dates")
        checks.expect(page.locator("[id='2026-12-10']").is_visible(), "the date has no place")
        text = page.evaluate(TEXT, "[id='2026-12-10']")
        checks.expect("Moved instead on Friday 11 December 2026, 16:30 to 17:30" in text, text)
        checks.expect("Cancelled" in page.evaluate(TEXT, "[id='2026-12-17']"), "the cancelled date")
        page.click("[id='2026-12-10'] a")
        checks.becomes(page, lambda: "One date of" in page.inner_text("main"), "the moved date does not name its series")
    with checks.at(EARLY, COFFEE) as page:
        rows = [" ".join(text.split()) for text in page.locator(".hours tbody tr").all_inner_texts()]
        checks.expect(rows == ["Britain 14:00", "Zealand Friday, 03:00"], f"hours: {rows}")


def subscribing(checks):
    """The address is that of the page; a button copies it."""
    with checks.at(EARLY, "communities/bees/", permissions=["clipboard-read", "clipboard-write"]) as page:
        summary = page.locator(".subscribe > summary")
        summary.focus()
        page.keyboard.press("Enter")
        address = f"{checks.address}communities/bees/events.ics"
        checks.expect(page.locator(".subscribe input").input_value() == address, "the address in the field")
        checks.expect(page.locator(".subscribe-open").get_attribute("href") == address.replace("http:", "webcal:"), "the link for programs")
        button = page.locator(".subscribe button")
        for key in ("Tab", "Tab", "Tab"):
            page.keyboard.press(key)
        checks.expect(button.evaluate("at => at === document.activeElement"), "the keyboard does not come to the button")
        page.keyboard.press("Enter")
        checks.becomes(page, lambda: button.inner_text() == "Copied", "the button does not say that it copied")
        checks.expect(page.evaluate("() => navigator.clipboard.readText()") == address, "the clipboard")
        checks.expect(page.locator(".subscribe [role=status]").inner_text() == "Copied", "nothing is announced")
    with checks.at(EARLY, (checks.site / COFFEE / "index.html").as_uri()) as page:
        page.click(".subscribe > summary")
        href = page.locator(".subscribe-open").get_attribute("href")
        checks.expect(href.endswith("events.ics") and "webcal" not in href, f"from a disk: {href}")
        checks.expect(not page.locator(".subscribe input").is_visible(), "an address of a disk is shown")


def no_script(checks):
    """All times are there, the lists say by which day they are right, and the link leads to the file."""
    with checks.browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for path in LISTS:
            page.goto(checks.address + path)
            checks.expect(page.locator("noscript p").first.is_visible() and "As of 24 November 2026" in page.locator("noscript p").first.inner_text(), f"{path}: the day of the build is not said")
            checks.expect("Morning" in page.inner_text("main"), f"{path}: a row is missing")
        page.goto(checks.address + COFFEE)
        page.click(".subscribe > summary")
        checks.expect(page.locator(".subscribe-open").get_attribute("href").endswith("communities/bees/events.ics"), "the link")
        checks.expect(not page.locator(".subscribe button").is_visible(), "a button that does nothing")
        checks.expect("Add to calendar" in page.inner_text("main"), "the file of the event")


def on_paper(checks):
    """The address is printed, the steps are not."""
    with checks.at(EARLY, COFFEE) as page:
        for state in ("closed", "open"):
            page.emulate_media(media="print")
            checks.expect(page.locator(".subscribe-printed").is_visible(), f"{state}: the address is not printed")
            checks.expect(not page.locator(".subscribe dl").is_visible(), f"{state}: the steps are printed")
            page.emulate_media(media="screen")
            page.click(".subscribe > summary")


def accessible(checks):
    """axe, and nothing beyond the window, with a reader far away while something is on."""
    schemes, widths = (("light",) if checks.is_sample else ("light", "dark")), (390, 1280)
    for path in ("events/", COFFEE, "communities/bees/events/off/", "communities/bees/", "ar/events/", f"ar/{COFFEE}"):
        for scheme in schemes:
            for width in widths:
                with checks.at("2026-11-26T14:30:00Z", path, "Pacific/Auckland", color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
                    if page.locator(".subscribe").count():
                        page.click(".subscribe > summary")
                    until_page(page, lambda: page.locator(".state-on").count() or "off" in path)
                    checks.accessible(page, f"{path}, {scheme}, {width}")


ALL = [local_hours, by_the_minute, over, dates, subscribing, no_script, on_paper, accessible]


if __name__ == "__main__":
    sys.exit(readers.run(__doc__, ALL, Dates, "dates", with_dates))
