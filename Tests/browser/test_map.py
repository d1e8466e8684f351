#!/usr/bin/env python3
"""Works with the map as readers do: without script, by keyboard alone, with a mouse and with fingers, through each filter, by
its address and Back, from a disk, in a frame of another site; its downloads; axe in every state; its labels and circles."""

import csv
import io
import json
import math
import re
import shutil
import subprocess
import sys
import tempfile
import xml.dom.minidom
from pathlib import Path
from urllib.parse import urljoin

# First, because it makes the other checks importable.
import readers
import building
from waiting import drawn, timers, until_page

HERE = Path(__file__).resolve().parent
READY = "[data-state=ready]"
SCRIPT = re.compile(r"<script.*?</script>", re.S)
SHOWN = "() => Array.from(document.querySelectorAll('svg [data-community]')).filter(at => at.style.display !== 'none').map(at => at.dataset.community).sort()"
ROWS = "() => Array.from(document.querySelectorAll('tr[data-community]')).filter(at => !at.hidden).map(at => at.dataset.community).sort()"
BOXES = """() => Array.from(document.querySelectorAll('figure.map > svg a text, figure.map > svg :is(.cluster-names, .region-names) text')).filter(at => at.getClientRects().length)
  .map(at => { const box = at.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom, at.textContent]; })"""
CIRCLES = """() => Array.from(document.querySelectorAll('figure.map > svg a circle')).filter(at => at.getClientRects().length)
  .map(at => { const box = at.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2, box.width / 2]; })"""
BOX = "() => document.querySelector('figure.map > svg').getAttribute('viewBox').split(' ').map(Number)"
# Whether picture, list and status agree. Words load the names of terms, and those may find more communities.
SETTLED = """() => {
  const map = window.folkmootMap, found = query => Array.from(document.querySelectorAll(query));
  if (map.state.q && map.root.hasAttribute('data-names') && !window.folkmootNames) return false;
  const shown = found('svg [data-community]').filter(at => at.style.display !== 'none').map(at => at.dataset.community);
  const rows = found('tr[data-community]').filter(at => !at.hidden).map(at => at.dataset.community);
  const said = map.root.querySelector('.map-count'), text = map.root.getAttribute('data-shown');
  return (!rows.length || shown.sort().join() === rows.sort().join())
    && (!said || !shown.length || said.textContent === text.replace('{shown}', shown.length)); }"""
# Whether no click so far has opened anything.
WATCH_CLICKS = """() => addEventListener('click', event => {
  window.clicks = (window.clicks || []).concat(event.defaultPrevented); })"""
PREVENTED = "() => (window.clicks || []).every(Boolean)"
# As the scripts have them, in milliseconds: names are placed and the status is written when all has rested so long; the
# wheel is the picture's again when the page has not been scrolled for so long.
RESTED, SCROLLED = 250, 400
FOCUSED = "() => document.activeElement.dataset.community || document.activeElement.id || ''"
FILTERS = ["government", "role", "topic", "stage", "membership", "language", "event", "wants", "offers"]


class Map(readers.Checks):
    def __init__(self, *of):
        super().__init__(*of)
        self.network = json.loads(self.site.joinpath("data/network.json").read_text(encoding="utf-8"))
        self.ids = sorted(node["id"] for node in self.network["nodes"])

    def page(self, path="map/", **options):
        return super().page(path, **options)

    def ready(self, page):
        if page.evaluate("() => !!window.folkmootMap"):
            page.wait_for_selector(READY)

    def same(self, page, what):
        """Picture and list show the same set, and the status says how many."""
        until_page(page, lambda: page.evaluate(SETTLED))
        shown, rows = page.evaluate(SHOWN), page.evaluate(ROWS)
        self.expect(shown == rows, f"{what}: picture and list differ: {set(shown) ^ set(rows)}")
        status = page.locator(".map-count").text_content()
        said = page.evaluate("() => folkmootMap.root.getAttribute('data-shown')").replace("{shown}", str(len(shown)))
        self.expect(not shown or (status == said and re.search(rf"\b{len(shown)}\b", status)),
                    f"{what}: the status says `{status}` for {len(shown)}")
        return shown

    def shows(self, page, ids, what):
        """The picture comes to show a set."""
        self.becomes(page, lambda: page.evaluate(SHOWN) == ids, what)

    def rest(self, page):
        """Waits until the names are placed and the status is written, on the pages that have a map."""
        if page.evaluate("() => !!window.folkmootMap"):
            until_page(page, lambda: page.evaluate(SETTLED))
        timers(page, RESTED)


# --- without script


def no_script(checks):
    for width in (1280, 390):
        with checks.page(java_script_enabled=False, viewport={"width": width, "height": 900}) as page:
            links = page.locator("figure.map svg a[data-community]")
            checks.expect(links.count() == len(checks.ids), f"no script, {width}: {links.count()} links for {len(checks.ids)} communities")
            names = [links.nth(index).get_attribute("aria-label") for index in range(links.count())]
            checks.expect(all(names), f"no script, {width}: a circle has no accessible name")
            checks.expect(page.locator(".map-form").is_hidden(), f"no script, {width}: a form that does nothing is shown")
            checks.expect(page.locator("a[href='#s.map']").first.is_visible(), f"no script, {width}: no link past the picture")
            picture, rows = page.locator("figure.map").bounding_box(), page.locator("#s\\.map").bounding_box()
            first = "list" if rows["y"] < picture["y"] else "picture"
            checks.expect(first == ("list" if width == 390 else "picture"), f"no script, {width}: the {first} comes first")
            checks.expect(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), f"no script, {width}: the page scrolls sideways")
            lines = page.locator(".edges .suggested")
            checks.expect(page.locator("input[name=suggestions]").count() == 0, f"no script, {width}: a box is shown that only the script can use")
            if lines.count() and width == 1280:
                are_drawn = lines.evaluate("at => getComputedStyle(at).display") != "none"
                few = len({tuple(sorted((edge["from"], edge["to"]))) for edge in checks.network["edges"] if edge["kind"] != "suggestion"}) < len(checks.ids)
                checks.expect(are_drawn == few, "no script: suggestions are drawn unasked, or where there are few lines, they are not")
            placed(checks, page, f"no script, {width}")


def as_text(checks):
    """Text browsers, which know neither styles nor scripts, show each name of the picture once and nothing that only a script can use."""
    path = checks.site / "map/index.html"
    checks.expect("type=\"checkbox\"" not in SCRIPT.sub("", path.read_text(encoding="utf-8")), "without styles and scripts, the map has a box to tick")
    for command in (["w3m", "-dump", "-cols", "200"], ["lynx", "-dump", "-nolist", "-width=200"]):
        if not shutil.which(command[0]):
            continue
        shown = subprocess.run([*command, str(path)], capture_output=True, text=True, check=True).stdout
        with checks.page(java_script_enabled=False) as page:
            names = [" ".join(name.split()) for name in page.locator("figure.map > svg text").all_text_contents()]
            keys = page.locator("figure.map .legend li:has(.line)").all_text_contents()
            label = page.locator("figure.map figcaption summary").text_content()
        picture = " ".join(shown[:shown.index(label)].split())
        twice = [name for name in set(names) if picture.count(name) > sum(other.count(name) for other in names)]
        checks.expect(not twice, f"{command[0]}: the picture's names appear more than once: {twice[:3]}")
        joined = [pair for pair in zip(names, names[1:]) if " ".join(pair) in picture]
        checks.expect(not joined, f"{command[0]}: the picture's names run together: {joined[:3]}")
        checks.expect(keys and all(": " in key for key in keys), f"{command[0]}: the key does not say what is a line: {keys}")
        checks.expect(re.search(r"^\s*\[[*Xx ]\]", shown, re.M) is None, f"{command[0]}: a box is shown that only the script can use")


def placed(checks, page, what):
    """No label covers another, no circle another, and circles are large enough to hit."""
    placed_labels(checks, page, what)
    circles = page.evaluate(CIRCLES)
    for index, a in enumerate(circles):
        for b in circles[:index]:
            checks.expect(math.dist(a[:2], b[:2]) >= a[2] + b[2] - 0.5, f"{what}: two circles overlap")
    if page.viewport_size["width"] >= 1280:
        checks.expect(min(circle[2] for circle in circles) >= 6, f"{what}: a circle has a radius under 6 pixels")


# --- filters and the address


def filters(checks):
    with checks.page() as page:
        everything = checks.same(page, "at first")
        checks.expect(everything == checks.ids, "at first not all are shown")
        for name in FILTERS:
            field = page.locator(f"[name={name}]")
            page.evaluate("() => { document.querySelectorAll('.map-more').forEach(at => at.open = true); }")
            if not field.count() or not field.is_visible():
                continue
            for value, text in chosen(field):
                (field.check() if value is None else field.select_option(value))
                shown = checks.same(page, f"{name}={value}")
                promised = int(re.search(r"\((\d+)\)$", text).group(1))
                checks.expect(len(shown) == promised, f"{name}={value}: the filter promises {promised} and shows {len(shown)}")
                asked = f"{name}={value or 'yes'}"
                checks.becomes(page, lambda: asked in page.url, lambda: f"{asked} is not in the address {page.url}")
                facts(checks, name, value, shown)
            page.click("button[type=reset]")
            checks.becomes(page, lambda: page.evaluate(SHOWN) == checks.ids and "?" not in page.url,
                           lambda: f"{name}: clearing does not show all: {page.url}")
        combined(checks, page)


def chosen(field):
    """Two values of a filter with its text for them: the first and the last; of a box, its only one."""
    if field.evaluate("at => at.type") == "checkbox":
        return [(None, field.evaluate("at => at.labels[0].textContent.trim()"))]
    options = field.evaluate("at => Array.from(at.options).filter(one => one.value).map(one => [one.value, one.textContent])")
    return [options[0], options[-1]][: len(options)]


def facts(checks, name, value, shown):
    """What the data says, for the filters that it has."""
    key = {"government": "government", "role": "roles", "topic": "topics", "stage": "stage"}.get(name)
    if not key:
        return
    own = {node["id"] for node in checks.network["nodes"] if value in (node.get(key) if isinstance(node.get(key), list) else [node.get(key)])}
    # Wider terms include those below them.
    checks.expect(own <= set(shown), f"{name}={value}: {own - set(shown)} have it and are not shown")


def combined(checks, page):
    """A word, then a filter: the address says both, a new page at it shows the same, and Back goes back."""
    page.fill("#s\\.q", "")
    page.locator("#s\\.q").press_sequentially("data")
    word = checks.same(page, "q=data")
    checks.expect(0 < len(word) < len(checks.ids), "a word does not narrow the set")
    government = page.locator("[name=government] option:not([disabled])").nth(1).get_attribute("value")
    page.select_option("[name=government]", government)
    both = checks.same(page, "word and government")
    checks.becomes(page, lambda: "q=data" in page.url and f"government={government}" in page.url,
                   lambda: f"the address does not say both: {page.url}")
    with checks.page(page.url) as again:
        checks.shows(again, both, "the address of a view shows another set")
        checks.expect(again.input_value("#s\\.q") == "data", "the address does not fill the form")
    back_and_forth(checks, page, word, both)
    page.fill("#s\\.q", "zzzz")
    checks.becomes(page, lambda: page.locator(".map-none").is_visible() and page.locator(".map-none a").count() == 1,
                   "an empty result has no message, or no links")
    for view, seen in (("list", [False, True, False]), ("coverage", [False, True, True]), ("", [True, True, False])):
        page.fill("#s\\.q", "")
        page.check(f"[name=view][value='{view}']", force=True)
        checks.becomes(page, lambda: views(page) == seen,
                       lambda: f"view={view}: picture, list and coverage are {views(page)}")


def views(page):
    return [page.locator(at).is_visible() for at in ("figure.map", "#s\\.map", ".map-coverage")]


def back_and_forth(checks, page, word, both):
    """From word and filter to the word, to all, and forward again."""
    page.go_back()
    checks.becomes(page, lambda: page.evaluate(SHOWN) == word and page.input_value("[name=government]") == "",
                   "Back does not go back one step")
    page.go_back()
    checks.becomes(page, lambda: page.input_value("#s\\.q") == "" and page.evaluate(SHOWN) == checks.ids,
                   "Back does not go back to the start")
    page.go_forward()
    page.go_forward()
    checks.shows(page, both, "Forward does not come back")


def other_names(checks):
    """A community is found by other names of its terms, which are in the small file of the search."""
    with checks.page() as page:
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        checks.expect(not page.evaluate("() => 'folkmootNames' in window"), "the names are loaded before a word is typed")
        page.focus("#s\\.q")
        page.wait_for_function("() => 'folkmootNames' in window")
        tried = 0
        for title, address, _, names in page.evaluate("() => window.folkmootNames.map(row => row.slice(0, 4))"):
            key, _, term = address.rstrip("/").rpartition("/")
            facet = {"roles": "role", "topics": "topic", "governments": "government"}.get(key.split("/")[-1])
            having = page.evaluate("([facet, term]) => window.folkmootNetwork.nodes.filter(one => (one[facet] || []).includes(term)).map(one => one.id)", [facet, term]) if facet and names else []
            if not having:
                continue
            page.fill("#s\\.q", names)
            shown = checks.same(page, f"q={names}")
            checks.expect(set(having) <= set(shown), f"{title}: `{names}` does not find {set(having) - set(shown)}")
            tried += 1
            if tried == 12:
                break
        checks.expect(tried > 3, f"only {tried} terms with other names were tried")
        checks.expect(sum("/data/search-" in url for url in asked) == 1, f"looking for words loads {asked}")


def coverage_view(checks):
    with checks.page("map/?view=coverage") as page:
        cells = page.locator(".map-coverage td a")
        checks.expect(cells.count() > 0, "the view of coverage is empty")
        full = page.locator(".map-coverage td:not(.depth-0) a").first
        number = int(full.text_content())
        full.click()
        shown = checks.same(page, "a cell of coverage")
        checks.expect(len(shown) == number, f"a cell says {number} and shows {len(shown)}")
        checks.becomes(page, lambda: "government=" in page.url and ("role=" in page.url or "topic=" in page.url),
                       lambda: f"a cell's address is {page.url}")
    with checks.page("map/coverage/") as page:
        cell = page.locator("table.coverage td a").first
        number = int(cell.text_content())
        cell.click()
        aim = "() => (document.getElementById(decodeURIComponent(location.hash.slice(1))) || {}).localName || ''"
        checks.becomes(page, lambda: page.evaluate(aim) == "h3", lambda: f"a cell of {number} leads to {page.url}")


# --- keyboard, mouse, fingers


def keyboard(checks):
    with checks.page() as page:
        stops = page.locator("figure.map svg a[tabindex='0']").count()
        checks.expect(stops == 1, f"the picture is {stops} stops of the keyboard")
        page.evaluate("() => document.querySelector('[data-zoom=all]').focus()")
        page.keyboard.press("Tab")
        first = page.evaluate(FOCUSED)
        checks.expect(first in checks.ids, f"Tab goes to `{first}` instead of a community")
        checks.expect(page.locator(".map-panel h2").text_content() == page.locator(f"tr[data-community='{first}'] th a").text_content(), "the panel is about another community")
        seen = {first}
        for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp", "ArrowUp", "ArrowLeft") * 5:
            before = page.evaluate(FOCUSED)
            page.keyboard.press(key)
            after = page.evaluate(FOCUSED)
            seen.add(after)
            if before != after:
                places = {node["id"]: (node["x"], node["y"]) for node in checks.network["nodes"]}
                dx, dy = (b - a for a, b in zip(places[before], places[after]))
                right = {"ArrowRight": dx > 0, "ArrowLeft": dx < 0, "ArrowDown": dy > 0, "ArrowUp": dy < 0}[key]
                checks.expect(right, f"{key} goes from {before} to {after}")
        checks.expect(len(seen) > 5, f"arrows reach only {seen}")
        page.keyboard.press("+")
        checks.becomes(page, lambda: "at=" in page.url,
                       lambda: f"plus does not zoom, or the address does not say so: {page.url}")
        checks.expect(page.locator("figure.map.is-zoomed").count() == 1, "plus does not zoom")
        page.keyboard.press("0")
        checks.becomes(page, lambda: "at=" not in page.url, "0 does not show all")
        at = page.evaluate(FOCUSED)
        page.keyboard.press("Escape")
        left = page.evaluate("() => !document.activeElement.closest('svg')")
        checks.expect(left, "Escape does not leave the picture")
        page.keyboard.press("Shift+Tab")
        page.evaluate(f"() => document.querySelector(\"svg a[data-community='{at}']\").focus()")
        target = page.evaluate("() => document.activeElement.href.baseVal || document.activeElement.getAttribute('href')")
        target = urljoin(page.url, target)
        page.keyboard.press("Enter")
        checks.becomes(page, lambda: at in target and page.url == target, lambda: f"Enter opens {page.url}")


def panel_focus(checks):
    """A page that scrolls moves circles under a mouse that rests: the panel shows them, and the focus stays in it."""
    with checks.page(f"map/#community={checks.ids[0]}") as page:
        checks.rest(page)
        link = page.locator(".map-panel h2 a")
        link.focus()
        told = link.text_content()
        circles = page.locator("svg a[data-community] circle").filter(visible=True)
        for index in range(circles.count()):
            circles.nth(index).hover(force=True)
            if link.text_content() != told:
                break
        checks.expect(link.text_content() != told, "the panel does not follow the mouse")
        checks.expect(page.evaluate("() => !!document.activeElement.closest('.map-panel')"), "the mouse takes the focus out of the panel")


def mouse(checks):
    with checks.page() as page:
        box = page.locator("figure.map svg").first.bounding_box()
        middle = (box["x"] + box["width"] / 2, min(box["y"] + box["height"] / 2, 800))
        page.mouse.move(*middle)
        timers(page, SCROLLED)
        page.mouse.wheel(0, -300)
        checks.becomes(page, lambda: page.evaluate(BOX)[2] < 900,
                       lambda: f"the wheel does not zoom: {page.evaluate(BOX)}")
        checks.rest(page)
        placed_labels(checks, page, "zoomed")
        dragged(checks, page, middle)
        page.click("[data-zoom=all]")
        # The wheel would zoom, if there were anything to zoom out.
        timers(page, SCROLLED)
        page.mouse.wheel(0, 400)
        checks.becomes(page, lambda: page.evaluate("() => scrollY") > 0,
                       "the page cannot be scrolled past a picture that shows all")
        page.evaluate("() => scrollTo({ top: 0, behavior: 'instant' })")
        named = page.locator("figure.map svg a:has(text.wide:not(.unlabelled))").first
        named.locator("circle").hover()
        checks.becomes(page, lambda: page.locator(".map-panel h2").count() == 1,
                       "pointing at a circle shows nothing beside the picture")


def dragged(checks, page, start):
    zoomed = page.evaluate(BOX)
    page.evaluate(WATCH_CLICKS)
    page.mouse.down()
    page.mouse.move(start[0] + 80, start[1] + 40, steps=4)
    page.mouse.up()
    checks.becomes(page, lambda: page.evaluate(BOX) != zoomed and page.evaluate(BOX)[2] == zoomed[2],
                   "a drag does not move the picture")
    # The click of a drag comes with the end of it; where it is prevented, nothing opens later either.
    drawn(page)
    checks.expect(page.url.split("?")[0] == checks.address + "map/" and page.evaluate(PREVENTED), "a drag opens a page")


def placed_labels(checks, page, what):
    """No name covers another; of each box two pixels are the room around its letters."""
    names = page.evaluate(BOXES)
    checks.expect(names, f"{what}: no names are shown")
    for index, a in enumerate(names):
        for b in names[:index]:
            trim = 2
            checks.expect(not (a[0] + trim < b[2] and b[0] + trim < a[2] and a[1] + trim < b[3] and b[1] + trim < a[3]), f"{what}: `{a[4]}` covers `{b[4]}`")


def touch(checks):
    with checks.page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        checks.expect(page.is_checked("#s\\.view\\.list") and page.locator("figure.map").is_hidden(), "on a phone the list is not the view that comes first")
        page.tap("#s\\.view\\.network")
        checks.expect(page.is_checked("#s\\.view\\.network") and "view=" not in page.url, "on a phone the picture does not become the view")
        figure = page.locator("figure.map > svg")
        figure.scroll_into_view_if_needed()
        finger = Finger(page, still(page, figure))
        pinched(checks, page, finger)
        finger.put((5, 5))
        finger.up()
        page.evaluate("() => document.querySelector('[data-zoom=all]').click()")
        checks.rest(page)
        tapped(checks, page)


def still(page, locator):
    """Where a part of the page is, once it no longer moves: the page scrolls smoothly."""
    def moved():
        before = locator.bounding_box()
        drawn(page)
        return before == locator.bounding_box()

    until_page(page, moved)
    return locator.bounding_box()


class Finger:
    """One finger or more, which start in the middle of a box."""

    def __init__(self, page, box):
        self.session = page.context.new_cdp_session(page)
        self.middle = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def send(self, kind, *points):
        points = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(points)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def put(self, *points):
        self.send("touchStart", *points)

    def up(self):
        self.send("touchEnd")

    def move(self, *points):
        """`points` are functions of a step."""
        self.put(*(point(0) for point in points))
        for step in range(1, 9):
            self.send("touchMove", *(point(step) for point in points))
        self.up()


def pinched(checks, page, finger):
    x, y = finger.middle
    finger.move(lambda step: (x - 20 - 10 * step, y), lambda step: (x + 20 + 10 * step, y))
    checks.becomes(page, lambda: page.evaluate(BOX)[2] < 700, lambda: f"a pinch does not zoom: {page.evaluate(BOX)}")
    # The last move may still be on its way to the picture.
    drawn(page)
    zoomed = page.evaluate(BOX)
    checks.expect(page.evaluate("() => visualViewport.scale") < 1.1, "a pinch zooms the page too")
    finger.move(lambda step: (x + 8 * step, y + 4 * step))
    checks.becomes(page, lambda: page.evaluate(BOX)[:2] != zoomed[:2],
                   "a finger does not move the picture that is zoomed in")
    checks.rest(page)
    names = page.locator("figure.map svg text.wide:not(.unlabelled)")
    checks.expect(names.count() > 0, "on a phone no names are shown")


def tapped(checks, page):
    circle = page.locator("figure.map svg a circle").first.bounding_box()
    page.evaluate(WATCH_CLICKS)
    page.touchscreen.tap(circle["x"] + circle["width"] / 2, circle["y"] + circle["height"] / 2)
    panel = page.locator(".map-panel h2")
    # Where the click was prevented, nothing opens later either.
    checks.becomes(page, lambda: "/map/" in page.url and panel.count() == 1 and page.evaluate(PREVENTED),
                   lambda: f"the first tap on a circle opens {page.url} instead of looking")


# --- the arrangements

REGIONS = """() => {
  const names = Array.from(document.querySelectorAll('.region-names text'));
  return Array.from(document.querySelectorAll('.regions circle')).map((at, index) => [+at.getAttribute('cx'), +at.getAttribute('cy'), +at.getAttribute('r'), names[index].textContent]); }"""
PLACES = "() => Object.fromEntries(folkmootMap.nodes.map(node => [node.facets.id, [node.x, node.y, node.r]]))"
MOVING = "() => document.querySelector('figure.map').classList.contains('is-moving')"
# Where the circles of some communities are in each frame of the move.
WATCH_MOVE = """() => { const seen = window.seen = []; (function look() {
  seen.push(folkmootMap.nodes.slice(0, 5).map(node => [+node.circle.getAttribute('cx'), +node.circle.getAttribute('cy')]));
  if (seen.length < 200) requestAnimationFrame(look); })(); }"""


def view(page, value):
    page.check(f"[name=view][value='{value}']", force=True)


def arrangements(checks):
    """By government: each circle moves visibly to the region with its government's name, and back again."""
    governments = {node["id"]: (node.get("government") or [None])[0] for node in checks.network["nodes"]}
    with checks.page() as page:
        before = page.evaluate(PLACES)
        page.evaluate(WATCH_MOVE)
        view(page, "government")
        checks.becomes(page, lambda: "view=government" in page.url and not page.evaluate(MOVING), lambda: f"the address is {page.url}, or the circles do not arrive")
        steps = page.evaluate("() => new Set(window.seen.map(JSON.stringify)).size")
        # The first, the last, and at least one between: a busy machine draws few frames.
        checks.expect(steps > 2, f"the circles jump: {steps} places on the way")
        in_regions(checks, page, governments, "by government")
        placed_labels(checks, page, "by government")
        names = page.locator(".region-names text").filter(visible=True).count()
        checks.expect(names > 10, f"only {names} governments are named")
        page.go_back()
        checks.becomes(page, lambda: page.evaluate(PLACES) == before, "Back does not bring the circles back")
    with checks.page("map/?view=government", reduced_motion="reduce") as page:
        in_regions(checks, page, governments, "by government, opened at its address")
        view(page, "")
        checks.expect(page.evaluate(PLACES) == before, "with reduced motion the circles move")
        page.focus("svg a[tabindex='0']")
        page.keyboard.press("ArrowRight")
        checks.expect(page.evaluate(FOCUSED) in checks.ids, "arrows do not go from circle to circle")
    with checks.page("map/embed/?view=government") as page:
        checks.becomes(page, lambda: page.evaluate("() => folkmootMap.isByGovernment === true"), "a frame does not show the arrangement of its address")


def in_regions(checks, page, governments, what):
    regions, places = page.evaluate(REGIONS), page.evaluate(PLACES)
    checks.expect(len(regions) == len(set(governments.values())), f"{what}: {len(regions)} regions for {len(set(governments.values()))} governments")
    own = {}
    for name, (x, y, r) in places.items():
        around = [region for region in regions if math.dist((x, y), region[:2]) + r <= region[2] + 0.1]
        checks.expect(len(around) == 1, f"{what}: {name} is within {len(around)} regions")
        own.setdefault(governments[name], set()).update(region[3] for region in around)
    checks.expect(all(len(names) == 1 for names in own.values()), f"{what}: a government has two regions: {own}")


def in_sight(checks):
    """The whole picture and the filters, without scrolling; on a phone upright, one tap away."""
    for width in (1280, 1440):
        for asked in ("map/", "map/?view=government"):
            with checks.page(asked, viewport={"width": width, "height": 900}) as page:
                parts = [page.locator(at).bounding_box() for at in ("figure.map > svg", "#s\\.q", "[name=government]", "[name=topic]", ".map-view")]
                checks.expect(all(part["y"] >= 0 and part["y"] + part["height"] <= 900 for part in parts), f"{asked}, {width}: picture or filters are not in sight: {parts}")
                checks.expect(page.evaluate("() => scrollY") == 0, f"{asked}, {width}: the page scrolls by itself")
    with checks.page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as page:
        page.tap("#s\\.view\\.government")
        figure = page.locator("figure.map > svg")
        box = still(page, figure)
        checks.expect(box["height"] > box["width"], "on a phone the picture lies")
        checks.expect(box["y"] >= 0 and box["y"] + box["height"] <= 844, f"on a phone the picture is not in sight after one tap: {box}")
        circles = page.evaluate(CIRCLES)
        inside = [circle for circle in circles if box["x"] <= circle[0] <= box["x"] + box["width"] and box["y"] <= circle[1] <= box["y"] + box["height"]]
        checks.expect(len(inside) == len(checks.ids), f"on a phone {len(checks.ids) - len(inside)} circles are outside the picture")


# --- disk, frame, downloads


def disk(checks):
    with checks.page((checks.site / "map/index.html").as_uri()) as page:
        page.locator("#s\\.q").press_sequentially("data")
        shown = checks.same(page, "from a disk")
        checks.expect(0 < len(shown) < len(checks.ids), "from a disk a word does not narrow the set")
        link = page.locator("svg a[data-community]").first.get_attribute("href")
        checks.expect(link.endswith("index.html"), f"from a disk a circle leads to {link}")
        with_address = page.url
    with checks.page((checks.site / "map/index.html").as_uri() + "?q=data") as page:
        checks.shows(page, shown, f"from a disk the address is not read ({with_address})")


def frame(checks):
    from serving import serve

    with tempfile.TemporaryDirectory() as folder, serve(Path(folder)) as host:
        with checks.page("map/") as page:
            page.fill("#s\\.q", "data")
            checks.rest(page)
            page.evaluate("() => document.querySelector('.map-share').open = true")
            code = page.input_value("#s\\.embed")
            shown = page.evaluate(SHOWN)
            checks.becomes(page, lambda: page.input_value("#s\\.link") == page.url, "the link to the view is another")
        checks.expect(code.startswith("<iframe ") and "q=data" in code, f"the code to embed is {code}")
        Path(folder, "index.html").write_text(f"<!DOCTYPE html><title>Host</title><link rel=icon href=data:,><h1>Host</h1>{code}", encoding="utf-8")
        with checks.page(host) as page:
            inner = page.frame_locator("iframe")
            inner.locator(READY).wait_for()
            checks.becomes(page, lambda: page.frames[1].evaluate(SHOWN) == shown,
                           lambda: f"the frame shows another set: {set(page.frames[1].evaluate(SHOWN)) ^ set(shown)}")
            checks.expect(inner.locator("header, footer, nav").count() == 0, "the frame has the site's header or footer")
            inner.locator("svg a[data-community]").filter(visible=True).first.locator("circle").click()
            checks.becomes(page, lambda: "/communities/" in page.url, lambda: f"a circle in the frame opens {page.url}")


def downloads(checks):
    with checks.page("map/?q=data") as page:
        checks.rest(page)
        shown = page.evaluate(SHOWN)
        page.evaluate("() => document.querySelector('.map-share').open = true")
        texts = {}
        for kind in ("csv", "json", "svg"):
            with page.expect_download() as waiting:
                page.click(f"[data-download={kind}]")
            texts[kind] = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(texts["csv"])))
        checks.expect(sorted(row["id"] for row in rows) == shown, "the sheet holds another set")
        checks.expect(all(row["url"].startswith("http") and row["name"] for row in rows), "the sheet lacks names or addresses")
        checks.expect(sorted(node["id"] for node in json.loads(texts["json"])["nodes"]) == shown, "the JSON holds another set")
        picture = xml.dom.minidom.parseString(texts["svg"])
        checks.expect(len(picture.getElementsByTagName("a")) == len(shown), f"the picture holds {len(picture.getElementsByTagName('a'))} communities")
        checks.expect("fill" in texts["svg"] and "var(" not in texts["svg"], "the picture has no colours of its own")
    whole = list(csv.DictReader(io.StringIO(checks.site.joinpath("data/communities.csv").read_text(encoding="utf-8-sig"))))
    # What is made up has no place on the map, and one in the sheet.
    checks.expect({row["id"] for row in whole} >= set(checks.ids), "data/communities.csv does not hold all")


# --- axe

# Rows and circles are alike: of hundreds, axe takes minutes and says the same of each. A short run looks at the first of them.
FEWER = """() => ['tr', 'figure.map > svg a', 'main li', '.coverage td'].forEach(at =>
  Array.from(document.querySelectorAll(at)).slice(40).filter(one => !one.contains(document.activeElement)).forEach(one => one.remove()))"""

def accessible(checks):
    from axe_rules import violations

    states = [("at first", "map/", None), ("searched", "map/?q=data", None), ("one looked at", f"map/?community={checks.ids[0]}", None), ("zoomed", "map/?at=200,200,300", None),
              ("list", "map/?view=list", None), ("coverage", "map/?view=coverage", None), ("nothing found", "map/?q=zzzz", None), ("without suggestions", "map/?suggestions=no", None),
              ("by government", "map/?view=government", None),
              ("all open", "map/", "() => document.querySelectorAll('main details').forEach(at => at.open = true)"),
              ("embed", "map/embed/", None), ("coverage page", "map/coverage/", None), ("suggestions page", "map/suggestions/", None)]
    for scheme, width in (("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390))[: 1 if checks.is_sample else 4]:
        for name, path, action in states:
            with checks.page(path, color_scheme=scheme, viewport={"width": width, "height": 900}) as page:
                if action:
                    page.evaluate(action)
                if width == 390 and name in ("at first", "searched"):
                    page.click("#s\\.view\\.network")
                checks.rest(page)
                if name in ("at first", "searched", "zoomed", "embed", "by government"):
                    placed_labels(checks, page, f"{name}, {scheme}, {width}")
                if checks.is_sample:
                    page.evaluate(FEWER)
                for violation in violations(page):
                    checks.expect(False, f"axe, {name}, {scheme}, {width}: {violation['id']}: {violation['help']}: {violation['nodes'][0]['html'][:120]}")
                checks.count += 1
                sideways = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
                checks.expect(sideways <= 0, f"{name}, {scheme}, {width}: the page is {sideways} px too wide")


# Drawn names that are not in the name that a circle has for screen readers and for people who speak to their computer.
UNSAID = """() => Array.from(document.querySelectorAll('figure.map > svg a text')).filter(at => at.getClientRects().length)
  .filter(at => !at.parentNode.getAttribute('aria-label').includes(at.textContent.replace(/…$/, ''))).map(at => at.textContent)"""


def said(checks):
    """Names that are cut are part of the accessible names: of all circles, in every language."""
    from axe_rules import violations

    only = {"runOnly": {"type": "rule", "values": ["label-content-name-mismatch"]}, "resultTypes": ["violations"]}
    prefixes = [""] + sorted(f"{path.parent.parent.name}/" for path in checks.site.glob("*/map/index.html"))
    for prefix in prefixes:
        for path in ("map/", "map/?view=government", "map/embed/"):
            for width in (1280, 390):
                with checks.page(prefix + path, viewport={"width": width, "height": 900}) as page:
                    if width == 390 and path == "map/":
                        page.click("#s\\.view\\.network")
                    checks.rest(page)
                    what, unsaid = f"{prefix}{path}, {width}", page.evaluate(UNSAID)
                    checks.expect(not unsaid, f"{what}: drawn and not said: {unsaid}")
                    circles = [node["html"][:160] for violation in violations(page, only) for node in violation["nodes"]]
                    checks.expect(not circles, f"{what}: axe: {circles}")


# --- colours

# What the three kinds of colour blindness leave of linear red, green and blue (Machado, Oliveira and Fernandes, 2009).
BLIND = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
APART = 0.09


def linear(colour):
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def oklab(rgb):
    """Ottosson, 2020: equal distances look about equal."""
    cones = ((0.4122214708, 0.5363325363, 0.0514459929), (0.2119034982, 0.6806995451, 0.1073969566), (0.0883024619, 0.2817188376, 0.6299787005))
    axes = ((0.2104542553, 0.7936177850, -0.0040720468), (1.9779984951, -2.4285922050, 0.4505937099), (0.0259040371, 0.7827717662, -0.8086757660))
    roots = [max(0, sum(a * b for a, b in zip(row, rgb))) ** (1 / 3) for row in cones]
    return [sum(a * b for a, b in zip(row, roots)) for row in axes]


def seen(colour, matrix):
    return oklab([min(1, max(0, sum(a * b for a, b in zip(row, linear(colour))))) for row in matrix])


def contrast(a, b):
    bright, dark = sorted((0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05 for red, green, blue in (linear(a), linear(b))), reverse=True)
    return bright / dark


def colours(checks):
    """The colours of governments are apart for everybody, and stand out from their background (WCAG 1.4.11)."""
    tokens = HERE.parent.parent.joinpath("themes/default/tokens.css").read_text(encoding="utf-8")

    def values(name):
        return re.search(rf"--{name}: var\(--light, (#[0-9a-f]{{6}})\) var\(--dark, (#[0-9a-f]{{6}})\)", tokens).groups()

    for scheme in (0, 1):
        palette = {f"g{index}": values(f"g{index}")[scheme] for index in range(7)} | {"none": values("ink-soft")[scheme]}
        for ground in ("paper", "paper-soft"):
            for name, colour in palette.items():
                ratio = contrast(colour, values(ground)[scheme])
                checks.expect(ratio >= 3, f"{name} {colour} on {ground} has a contrast of {ratio:.2f}")
        for kind, matrix in BLIND.items():
            for index, (name, colour) in enumerate(palette.items()):
                for other, beside in list(palette.items())[:index]:
                    distance = math.dist(seen(colour, matrix), seen(beside, matrix))
                    checks.expect(distance >= APART, f"{name} {colour} and {other} {beside} are {distance:.3f} apart with {kind}")


# --- names that objects of JavaScript have by themselves


def odd_names(checks):
    """Ids and names such as `constructor`: the scripts look things up by names that contributors choose."""
    names = ["constructor", "tostring", "valueof", "hasownproperty", "prototype"]
    with tempfile.TemporaryDirectory() as folder:
        content, output = Path(folder, "content"), Path(folder, "site")
        content.joinpath("communities").mkdir(parents=True)
        content.joinpath("site.yaml").write_text("title: T\n", encoding="utf-8")
        for name in names:
            text = f"---\nname: {name}\nsummary: S.\ngovernment: {name}\nroles: [{name}]\ntopics: [constructor]\nwants: [{name}]\n---\n"
            content.joinpath(f"communities/{name}.md").write_text(text, encoding="utf-8")
        building.must_build(checks.folkmoot, content, output, "--keep-going", *checks.theme)
        for path in ("map/index.html", "map/embed/index.html"):
            with checks.page(output.joinpath(path).as_uri() + "?role=constructor") as page:
                checks.expect(page.evaluate(SHOWN) == ["constructor"], f"{path}: a role called constructor shows {page.evaluate(SHOWN)}")
                texts = page.evaluate("() => Array.from(document.querySelectorAll('.map-form option')).map(at => at.textContent).join(' ')")
                checks.expect("function" not in texts, f"{path}: the filters say {texts[:200]}")


def one_government(checks):
    """Its name is no filter, and the view of coverage compares with it all the same."""
    with tempfile.TemporaryDirectory() as folder:
        content, output = Path(folder, "content"), Path(folder, "site")
        content.joinpath("communities").mkdir(parents=True)
        content.joinpath("site.yaml").write_text("title: T\n", encoding="utf-8")
        for name, government in (("a", "government: north\n"), ("b", "government: north\n"), ("c", "")):
            text = f"---\nname: {name}\nsummary: S.\n{government}roles: [baker, {name}]\n---\n"
            content.joinpath(f"communities/{name}.md").write_text(text, encoding="utf-8")
        building.must_build(checks.folkmoot, content, output, "--keep-going", *checks.theme)
        with checks.page(output.joinpath("map/index.html").as_uri()) as page:
            checks.expect(page.locator("select[name=role]").is_visible(), "one government: professions are no filter")
            checks.expect(not page.locator("select[name=government]").is_visible(), "one government: it is offered as a filter")
            page.check("#s\\.view\\.coverage")
            counts = page.locator(".map-coverage td a").all_text_contents()
            checks.expect(sorted(counts) == ["1", "1", "2", "–"], f"one government: the view of coverage has {counts}")


ALL = [colours, odd_names, one_government, no_script, as_text, filters, other_names, coverage_view, keyboard, panel_focus, mouse, touch, arrangements, in_sight, disk, frame, downloads, said, accessible]


if __name__ == "__main__":
    sys.exit(readers.run(__doc__, ALL, Map, "the map"))
