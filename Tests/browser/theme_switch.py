"""The switch between light and dark, with the keyboard alone."""

from chromium import in_page
from drivers import tab_to, wait_for

CHOICES = 3
# Whether the page is dark: the background of its text.
DARK = """() => {
  for (const at of [document.body, document.documentElement]) {
    const found = /rgba?\\(([^)]+)\\)/.exec(getComputedStyle(at).backgroundColor);
    const parts = found[1].split(/[\\s,\\/]+/).map(parseFloat);
    if (parts.length < 4 || parts[3] > 0.5) return (parts[0] + parts[1] + parts[2]) / 3 < 128;
  }
  return matchMedia('(prefers-color-scheme: dark)').matches;
}"""
# What a screen reader says about a button with two states; a list and radio buttons say it by themselves.
STATE = """() => { const at = document.activeElement;
  return ['aria-checked', 'aria-pressed', 'aria-label'].map(name => at.getAttribute(name)).concat(at.textContent.trim()).join('|'); }"""
# Which of the choices of a list or of radio buttons is taken.
TAKEN = """() => { const of = window.themeOptions;
  return of[0].localName === 'select' ? of[0].selectedIndex : of.findIndex(at => at.checked); }"""


def check(walk, path, other):
    """The page can be made dark where it is light, or light where it is dark; that holds on another page and after a reload,
    and there is a way back."""
    walk.open(path)
    kind = walk.driver.evaluate(in_page("theme-options"))
    if not walk.expect("theme switch", kind, path):
        return
    system = walk.driver.evaluate(DARK)
    if not walk.expect("theme by key", switched(walk, path, not system), path, kind):
        return
    for page, rule in ((other, "theme elsewhere"), (path, "theme reload")):
        walk.open(page)
        walk.expect(rule, is_dark(walk, not system), page)
    walk.expect("theme back", switched(walk, path, system), path, kind)


def is_dark(walk, dark, seconds=None):
    return wait_for(walk.driver, f"() => ({DARK})() === {str(bool(dark)).lower()}", seconds)


def switched(walk, path, dark):
    """Tries one choice after the other until the page is dark, or light; returns whether one worked."""
    # A choice changes the page at once; most of them are not the one looked for.
    return any(take(walk, path, choice) and is_dark(walk, dark, 1) for choice in range(CHOICES))


def take(walk, path, choice):
    """Goes to the switch from the start of the page and takes a choice; returns whether it could be reached."""
    walk.open(path)
    driver, kind = walk.driver, walk.driver.evaluate(in_page("theme-options"))
    mine = f"element === window.themeOptions[{choice if kind == 'buttons' else 0}]"
    if kind == "radios":
        mine = "window.themeOptions.includes(element)"
    if not tab_to(driver, mine, 400):
        return False
    if kind in ("list", "radios"):
        go_to(driver, kind, choice)
        return True
    before = driver.evaluate(STATE)
    driver.press("Enter")
    if kind == "button":
        walk.expect("theme said", driver.evaluate(STATE) != before, path, before)
    return True


def go_to(driver, kind, choice):
    for _ in range(CHOICES):
        at = driver.evaluate(TAKEN)
        if at == choice:
            return
        # At the end of a list the arrow does nothing, so it starts again from the top; radio buttons go round.
        driver.press("Home" if kind == "list" and at > choice else "ArrowDown")
