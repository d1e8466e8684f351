"""The switch between light, dark and what the system says, with the keyboard alone."""

from drivers import tab_to, wait_for
from chromium import in_page

OPTIONS = 3
MEND = "put a switch with three choices into header or footer, keep the choice in localStorage, and apply it before the page shows"
# Whether the page is dark: what lies behind its text.
DARK = """() => {
  for (const at of [document.body, document.documentElement]) {
    const found = /rgba?\\(([^)]+)\\)/.exec(getComputedStyle(at).backgroundColor);
    const parts = found[1].split(/[\\s,\\/]+/).map(parseFloat);
    if (parts.length < 4 || parts[3] > 0.5) return (parts[0] + parts[1] + parts[2]) / 3 < 128;
  }
  return matchMedia('(prefers-color-scheme: dark)').matches;
}"""


def check(walk, path, other):
    """Of the three choices one makes the page dark, in a browser that is set to light; it holds on another page and after a reload."""
    walk.open(path)
    kind = walk.driver.evaluate(in_page("theme-options"))
    if not walk.expect(kind, path, "theme", "no switch between light, dark and automatic", MEND):
        return
    seen = [choose(walk, path, kind, option) for option in range(OPTIONS)]
    if not walk.expect(any(seen) and not all(seen), path, "theme", "the switch does not change the page by keyboard", MEND, f"{kind}: dark is {seen}"):
        return
    choose(walk, path, kind, seen.index(True))
    for page, when in ((other, "on another page"), (path, "after a reload")):
        walk.open(page)
        walk.expect(wait_for(walk.driver, DARK, 1), page, "theme", f"the choice is lost {when}", MEND)


def choose(walk, path, kind, option):
    """Takes a choice by keyboard from the start of the page; whether the page is dark then, None if it cannot be reached."""
    if kind != "cycle":
        walk.open(path)
        walk.driver.evaluate(in_page("theme-options"))
    aim = option if kind == "buttons" else 0
    mine = "window.themeOptions.includes(element)" if kind == "radios" else f"element === window.themeOptions[{aim}]"
    if not tab_to(walk.driver, mine, 400):
        return None
    take(walk.driver, kind, option)
    return wait_for(walk.driver, DARK, 0.5)


def take(driver, kind, option):
    if kind in ("buttons", "cycle"):
        driver.press("Enter")
        return
    current = "() => { const of = window.themeOptions; return of[0].localName === 'select' ? of[0].selectedIndex : of.findIndex(at => at.checked); }"
    for _ in range(OPTIONS):
        if driver.evaluate(current) == option:
            return
        # At the end of a list the arrow does nothing, so it starts again from the top; radio buttons go round.
        driver.press("Home" if kind == "list" and driver.evaluate(current) > option else "ArrowDown")
