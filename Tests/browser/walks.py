"""The walks by keyboard through a whole site, as tasks like those of tasks.py."""

from itertools import product

import firefox
import keyboard
import main_paths
import theme_switch
from chromium import launched, tab
from drivers import ChromiumDriver
from faults import Faults, Place
from serving import serve

WALKED = ["home", "list communities", "community", "event", "chapter", "map"]
# What has the focus is then in view at once.
STILL = {"reduced_motion": "reduce"}


def walk_chromium(site, lang, scheme):
    faults = Faults()
    with launched() as browser, serve(site.folder) as home, tab(browser, color_scheme=scheme, **STILL) as page:
        walk(ChromiumDriver(page), home, site, lang, scheme, faults)
    return faults


def walk_firefox(site, lang):
    faults = Faults()
    try:
        with firefox.launched() as driver, serve(site.folder) as home:
            walk(driver, home, site, lang, "", faults)
    except (firefox.CannotStart, OSError) as problem:
        faults.note(f"not walked in Firefox: {problem}")
    return faults


def walk(driver, home, site, lang, scheme, faults):
    """All main paths in one language."""
    one = keyboard.Walk(driver, home, lambda path, how: Place("/" + path, "", lang, scheme, 0, how), faults)
    at = {kind: page.path for kind in WALKED if (page := site.first(kind, lang))}
    for path in at.values():
        one.stops(path)
    one.skip_link(at["home"])
    main_paths.search(one, at["home"], site.word)
    for kind in ("list communities", "map"):
        main_paths.filter_of_list(one, at[kind], site.word)
    main_paths.map_of_communities(one, at["map"])
    theme_switch.check(one, at["home"], at["list communities"])
    if page := site.with_code(lang):
        main_paths.copy(one, page.path)
    if lang == site.languages[0]:
        for kind, other in product(("home", "community", "map"), site.languages[1:]):
            if kind in at:
                main_paths.language(one, at[kind], other)


def theme_from_disk(site):
    faults = Faults()
    lang = site.languages[0]
    with launched() as browser, tab(browser, color_scheme="light", **STILL) as page:
        place = lambda path, how: Place("/" + path, how="from a disk")  # noqa: E731
        one = keyboard.Walk(ChromiumDriver(page), site.folder.as_uri() + "/", place, faults)
        theme_switch.check(one, "index.html", site.first("list communities", lang).file)
    return faults
