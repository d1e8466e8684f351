"""The Tab key through a page, in whichever browser the driver drives: order, reach, sight, no trap, and the skip link."""

from chromium import in_page
from drivers import wait_for

ENOUGH = 3
# Rule → what is wrong, what to do.
RULES = {
    "order": ("Tab goes elsewhere than the document does, or is caught",
              "put things in the order of the page, without tabindex above 0 and without catching Tab"),
    "reach": ("Tab does not reach everything", "use links and buttons; take nothing out of the order"),
    "trap": ("Tab does not leave the end of the page", "do not catch the Tab key"),
    "focus": ("the focus is not seen (3 to 1 against the background)",
              "give :focus-visible an outline that stands out from the page in both schemes"),
    "covered": ("what has the focus is outside the window or under something", "let it scroll into view; no fixed layers"),
    "skip link": ("the first stop is no visible link into the page",
                  "begin the body with a link to main that shows when it has the focus"),
    "skip link leads astray": ("the skip link does not lead into main", "let its href name main, with tabindex=-1"),
    "search field": ("Tab does not reach a search field in the header", "put the search into the header"),
    "search sent": ("Enter does not send the search", "let the form have an action and a field named q"),
    "search results": ("the search leads to no results", "show what was found"),
    "search count": ("no count of results is announced", "write it into an element with role=status that was there before"),
    "filter field": ("Tab does not reach the filter", "show the filter with its script"),
    "filter rows": ("typing does not narrow the list", "hide what does not match"),
    "filter count": ("no count of rows is announced", "write it into an element with role=status that was there before"),
    "language link": ("Tab reaches no link to this page in another language", "link every page with its translations, with hreflang"),
    "language page": ("the link leads to another page than the same one", "let it lead to the same page in the other language"),
    "map links": ("the map has no links", "make each circle a link with href"),
    "map stops": ("Tab does not reach the circles", "make each circle a link with href"),
    "map leads on": ("Enter on a circle does not open its community", "make each circle a link with href"),
    "copy button": ("Tab reaches no button that copies code", "add a button to each block of code"),
    "copy said": ("copying is not announced", "write it into an element with role=status"),
    "theme switch": ("no switch between light and dark", "put one into header or footer"),
    "theme by key": ("the switch does not change the page by keyboard", "use a button, a list or radio buttons"),
    "theme elsewhere": ("the choice is lost on another page", "keep it in localStorage, and apply it before the page shows"),
    "theme reload": ("the choice is lost after a reload", "keep it in localStorage, and apply it before the page shows"),
    "theme back": ("there is no way back to the other colours", "let the switch go both ways"),
    "theme said": ("a screen reader does not hear that the switch changed", "use role=switch with aria-checked"),
}


class Walk:
    """Walks through one site; `place(path, how)` names the place of a fault."""

    def __init__(self, driver, home, place, faults):
        self.driver, self.home, self.place, self.faults = driver, home, place, faults

    def open(self, path):
        self.driver.open(self.home + path)

    def expect(self, rule, holds, path, element=""):
        """Whether the condition holds; if not, adds a fault under this rule."""
        self.faults.count()
        if not holds:
            self.faults.add(f"keyboard {rule}", *RULES[rule], self.place(path, self.driver.name), element)
        return bool(holds)

    def stops(self, path):
        """Tab reaches every link and control in the order of the document, shows its position, and gets out again."""
        self.open(path)
        names = self.driver.evaluate(in_page("stops"))
        reached, at = 0, None
        for _ in range(len(names) + 60):
            self.driver.press("Tab")
            at = self.driver.evaluate(in_page("stop"))
            # A box that scrolls is a stop of some browsers, and some fields have more than one.
            if at["index"] == -3 or (0 <= at["index"] == reached - 1 < len(names) - 1):
                continue
            if reached == len(names) or not self.next_stop(path, names, reached, at):
                break
            reached += 1
        if self.expect("reach", reached == len(names), path, names[min(reached, len(names) - 1)] if names else ""):
            self.expect("trap", at["index"] in (-1, 0), path, at["name"])

    def next_stop(self, path, names, reached, at):
        """Whether the focus is where it should be next, and how it looks there."""
        before = names[reached - 1] if reached else "the start"
        if not self.expect("order", at["index"] == reached, path, f"after {before}: {at['name']} instead of {names[reached]}"):
            return False
        self.expect("focus", at["contrast"] >= ENOUGH, path, f"{at['name']}: {at['contrast']:.1f} to 1")
        self.expect("covered", at["seen"], path, at["name"])
        return True

    def skip_link(self, path):
        self.open(path)
        self.driver.press("Tab")
        first = """() => { const at = document.activeElement, box = at.getBoundingClientRect();
          return at.localName === 'a' && /^#./.test(at.getAttribute('href') || '') && box.top >= 0 && box.left >= 0 && box.width > 1; }"""
        if not self.expect("skip link", wait_for(self.driver, first), path):
            return
        self.driver.press("Enter")
        into = "() => document.querySelector('main').contains(document.activeElement)"
        moved = wait_for(self.driver, into, 1)
        if not moved:  # without tabindex="-1" the place moves, and the focus with the next Tab
            self.driver.press("Tab")
            moved = wait_for(self.driver, into)
        self.expect("skip link leads astray", moved, path)
