"""What is looked at, cut into tasks that two processes share. A task is a function of this file with its arguments; it starts
a browser of its own and returns the faults it found."""

import re
from functools import partial

import axe_rules
import disk
import five_years
import languages
import layout
import no_script
import policy
from chromium import launched, tab
from faults import Faults, Place
from serving import serve

MISSING = "no/such/page/"


def chunks(items, size=8):
    return [items[start : start + size] for start in range(0, len(items), size)]


def address(home, page):
    if home.startswith("file:"):
        return home + page.file
    return home + (MISSING if page.kind == "not found" else page.path)


def place(page, scheme="", width=0, how=""):
    return Place("/" + page.path, page.kind, page.lang, scheme, width, how)


def looks(site, pages, axe_looks):
    """axe and the layout of some pages. A redirect is stopped, so that it can be looked at."""
    faults = Faults()
    with launched() as browser, serve(site.folder) as home, tab(browser) as page:
        for one in pages:
            if one.kind == "redirect":
                hold_back(page, address(home, one))
            page.goto(address(home, one))
            axe_rules.check(page, partial(place, one), faults, axe_looks)
            layout.check(page, partial(place, one), faults)
    return faults


def hold_back(page, url):
    def without_refresh(route):
        answer = route.fetch()
        leading_on = r'<meta http-equiv="refresh"[^>]*>|<script[^>]*></script>'
        route.fulfill(response=answer, body=re.sub(leading_on, "", answer.text()))

    page.route(url, without_refresh)


def moved(site, old):
    """An old address, over http and from a disk: query and section stay, and without scripts the page is found too."""
    faults = Faults()
    with launched() as browser, serve(site.folder, policy.STRICT) as served:
        for home in (served, site.folder.as_uri() + "/"):
            for script in (True, False):
                with tab(browser, java_script_enabled=script) as page:
                    page.goto(f"{home}{old}/index.html?x=1#part")
                    page.wait_for_selector("header")
                    faults.count()
                    if script and not page.url.endswith("/index.html?x=1#part"):
                        faults.add("moved", f"an old address leads to {page.url}", "see redirect.js",
                                   Place("/" + old, "redirect", "", home.split(":")[0], 0, ""))
    return faults


def policies(site, pages, scheme):
    faults = Faults()
    with launched() as browser, serve(site.folder, policy.STRICT) as served, tab(browser) as page:
        home = served if scheme == "http" else site.folder.as_uri() + "/"
        watched = policy.Watched(page, home)
        for one in pages:
            policy.carries((site.folder / one.file).read_text(encoding="utf-8"), place(one), faults)
            if scheme == "http" or one.kind != "not found":
                policy.check(watched, address(home, one), place(one, how=scheme), faults, one.kind == "redirect")
    return faults


def from_disk(site, scripts):
    faults = Faults()
    how = "from a disk" if scripts else "from a disk without JavaScript"
    with launched() as browser, tab(browser, java_script_enabled=scripts) as page:
        disk.check(page, site.folder, lambda url, home: Place("/" + url.removeprefix(home), how=how), faults)
    return faults


def without_script(site, pages):
    faults = Faults()
    with launched() as browser, serve(site.folder) as home:
        with tab(browser, java_script_enabled=False) as plain, tab(browser) as scripted:
            for one in pages:
                if one.kind != "redirect":
                    no_script.check(plain, scripted, address(home, one), place(one, how="no JavaScript"), faults)
    return faults


def parts(site, pairs):
    faults = Faults()
    with launched() as browser, tab(browser, java_script_enabled=False) as page:
        for one, other in pairs:
            home = site.folder.as_uri() + "/"
            languages.check(page, home + one.file, home + other.file, place(other), faults)
    return faults


def words(site):
    faults = Faults()
    five_years.check(site, faults, Place)
    return faults
