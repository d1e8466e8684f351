"""Each check over one small site, for test_checks.py."""

from functools import partial
from types import SimpleNamespace

import axe_rules
import disk
import five_years
import keyboard
import languages
import layout
import main_paths
import no_script
import policy
import theme_switch
from chromium import tab
from drivers import ChromiumDriver
from faults import Faults, Place
from serving import serve


def opened(check, site, browser):
    faults = Faults()
    with serve(site) as home, tab(browser) as page:
        page.goto(home)
        check(page, partial(place, "/"), faults)
    return faults


def place(path, scheme="", width=0, how=""):
    return Place(path, "", "", scheme, width, how)


def strict(site, browser):
    faults = Faults()
    with serve(site) as served, tab(browser) as page:
        for home, path in ((served, ""), (site.as_uri() + "/", "index.html")):
            policy.carries((site / "index.html").read_text(encoding="utf-8"), place("/"), faults)
            policy.check(policy.Watched(page, home), home + path, place("/"), faults)
    return faults


def from_disk(site, browser):
    faults = Faults()
    with tab(browser) as page:
        disk.check(page, site, lambda url, home: place(url), faults, steps=3)
    return faults


def scriptless(site, browser):
    faults = Faults()
    with serve(site) as home, tab(browser, java_script_enabled=False) as plain, tab(browser) as scripted:
        no_script.check(plain, scripted, home, place("/"), faults)
    return faults


def parts(site, browser):
    faults = Faults()
    with serve(site) as home, tab(browser) as page:
        languages.check(page, home, home + "cy/", place("/cy/"), faults)
    return faults


def words(site, browser):
    faults = Faults()
    five_years.check(SimpleNamespace(folder=site), faults, Place)
    return faults


WALKS = {
    "stops": lambda walk: walk.stops(""),
    "skip": lambda walk: walk.skip_link(""),
    "search": lambda walk: main_paths.search(walk, "", "oats"),
    "filter": lambda walk: main_paths.filter_of_list(walk, "guide/", "oats"),
    "language": lambda walk: main_paths.language(walk, "guide/", "cy"),
    "map": lambda walk: main_paths.map_of_communities(walk, ""),
    "copy": lambda walk: main_paths.copy(walk, ""),
    "theme": lambda walk: theme_switch.check(walk, "", "guide/"),
}


def walked(names, site, browser):
    faults = Faults()
    with serve(site) as home, tab(browser, reduced_motion="reduce", color_scheme="light") as page:
        walk = keyboard.Walk(ChromiumDriver(page), home, lambda path, how: place("/" + path, how=how), faults)
        for name in names:
            WALKS[name](walk)
    return faults


PROBES = {
    "axe": partial(opened, axe_rules.check),
    "layout": partial(opened, layout.check),
    "policy": strict,
    "disk": from_disk,
    "script": scriptless,
    "parts": parts,
    "words": words,
    "walk": partial(walked, list(WALKS)),
    **{name: partial(walked, [name]) for name in WALKS},
}
