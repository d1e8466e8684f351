"""The main paths of a site with the keyboard alone, in whichever browser the driver drives."""

from chromium import in_page
from drivers import arrive, tab_to, wait_for

ENOUGH = 3


class Walk:
    """Walks through one site; `place(path, how)` names where a fault was found."""

    def __init__(self, driver, home, place, faults):
        self.driver, self.home, self.place, self.faults = driver, home, place, faults

    def open(self, path):
        self.driver.open(self.home + path)

    def fault(self, path, rule, problem, mend, element=""):
        self.faults.add(f"keyboard {rule}", problem, mend, self.place(path, self.driver.name), element)

    def expect(self, holds, path, rule, problem, mend, element=""):
        self.faults.count()
        if not holds:
            self.fault(path, rule, problem, mend, element)
        return bool(holds)

    def stops(self, path):
        """Tab reaches every link and control in the order of the document, shows where it is, and gets out again."""
        self.open(path)
        names = self.driver.evaluate(in_page("stops"))
        expected = 0
        for _ in range(len(names) + 60):
            self.driver.press("Tab")
            at = self.driver.evaluate(in_page("stop"))
            if at["index"] == -3 or (at["index"] == expected - 1 and expected < len(names)):
                continue  # a box that scrolls is a stop of some browsers
            if expected == len(names):
                break
            if at["index"] != expected:
                wrong = names[expected]
                self.fault(path, "order", "Tab goes elsewhere than the document does, or is caught",
                           "put things in the order of the page, without tabindex above 0 and without catching Tab",
                           f"after {names[expected - 1] if expected else 'the start'}: {at['name']} instead of {wrong}")
                break
            self.look(path, at)
            expected += 1
        self.expect(expected == len(names), path, "reach", "Tab does not reach everything",
                    "use links and buttons; take nothing out of the order", names[min(expected, len(names) - 1)] if names else "")
        if expected == len(names):
            self.expect(at["index"] in (-1, 0), path, "trap", "Tab does not leave the end of the page",
                        "do not catch the Tab key", at["name"])

    def look(self, path, at):
        self.faults.count()
        if at["contrast"] < ENOUGH:
            self.fault(path, "focus", "the focus is not seen (3 to 1 against what lies behind)",
                       "give :focus-visible an outline that stands out from the page in both schemes",
                       f"{at['name']}: {at['contrast']:.1f} to 1")
        if not at["seen"]:
            self.fault(path, "covered", "what has the focus lies outside the window or under something",
                       "let it scroll into view: scroll-padding, no fixed layers", at["name"])

    def skip_link(self, path):
        self.open(path)
        self.driver.press("Tab")
        first = "() => { const a = document.activeElement, box = a.getBoundingClientRect(); return a.localName === 'a' && " \
                "/^#./.test(a.getAttribute('href') || '') && box.top >= 0 && box.left >= 0 && box.width > 1; }"
        if not self.expect(wait_for(self.driver, first, 1), path, "skip link", "the first stop is no visible link into the page",
                           "begin the body with a link to main that shows when it has the focus"):
            return
        self.driver.press("Enter")
        into = "() => { const main = document.querySelector('main'), at = document.activeElement; return at === main || main.contains(at); }"
        moved = wait_for(self.driver, into, 1)
        if not moved:  # without tabindex="-1" the place moves, and the focus with the next Tab
            self.driver.press("Tab")
            moved = wait_for(self.driver, into, 1)
        self.expect(moved, path, "skip link", "the skip link does not lead into main", "let its href name main, with tabindex=-1")

    def search(self, path, word):
        self.open(path)
        if not self.expect(tab_to(self.driver, "element.matches('header input[type=search], header [role=search] input, header search input')"),
                           path, "search", "Tab does not reach a search field in the header", "put the search into the header"):
            return
        self.driver.type(word)
        self.driver.press("Enter")
        self.expect(arrive(self.driver, "/[?&#]q=/.test(location.href)"), path, "search", "Enter does not send the search",
                    "let the form have an action and a field named q")
        results = f"() => Array.from(document.querySelectorAll('main a[href]')).some(link => link.getClientRects().length " \
                  f"&& (link.closest('li, tr, article, section') || link).textContent.toLowerCase().includes({word.lower()!r}))"
        self.expect(wait_for(self.driver, results), path, "search", "the search leads to no results", "show what was found", word)
        self.announced(path, "search")

    def announced(self, path, rule):
        count = "() => Array.from(document.querySelectorAll('main [role=status], main [aria-live]')).some(at => /\\p{Nd}/u.test(at.textContent))"
        self.expect(wait_for(self.driver, count, 3), path, rule, "no count is announced",
                    "write how many there are into an element with role=status that was there before")

    def filter(self, path, word):
        self.open(path)
        field = "main [role=search] input, main search input, main input[type=search]"
        shown = "() => Array.from(document.querySelectorAll('main li, main tbody tr')).filter(at => at.getClientRects().length).length"
        if not self.expect(tab_to(self.driver, f"element.matches('{field}')"), path, "filter", "Tab does not reach the filter",
                           "show the filter with its script"):
            return
        before = self.driver.evaluate(shown)
        self.driver.type(word)
        fewer = f"() => {{ const now = ({shown})(); return now < {before} && now > 0; }}"
        self.expect(wait_for(self.driver, fewer, 3), path, "filter", "typing does not narrow the list", "hide what does not match", word)
        self.announced(path, "filter")

    def language(self, path, other):
        self.open(path)
        if not self.expect(tab_to(self.driver, f"element.matches('a[hreflang={other}]') && !element.closest('main')"), path, "language",
                           f"Tab reaches no link to this page in {other}", "link every page with its translations, with hreflang"):
            return
        self.driver.press("Enter")
        self.expect(arrive(self.driver, f"document.documentElement.lang === '{other}' && "
                           f"location.pathname.replace(/index\\.html$/, '').endsWith('/{other}/{path}')"), path, "language",
                    "the link leads to another page than the same one", "let it lead to the same page in the other language", other)

    def map(self, path):
        self.open(path)
        nodes = self.driver.evaluate("() => Array.from(document.querySelectorAll('main svg a')).map(a => a.getAttribute('href')).filter(Boolean)")
        if not self.expect(nodes, path, "map", "the map has no links", "make each circle a link"):
            return
        self.expect(tab_to(self.driver, "element.closest('svg')"), path, "map", "Tab does not reach the circles", "make each a link with href")
        aim = self.driver.evaluate("() => new URL(document.activeElement.getAttribute('href') || '.', document.baseURI).href")
        self.driver.press("Enter")
        self.expect(arrive(self.driver, f"location.href === {aim!r} && !!document.querySelector('h1')"), path, "map",
                    "Enter on a circle does not open its community", "make each circle a link with href", aim)

    def copy(self, path):
        self.open(path)
        button = "element.localName === 'button' && element.closest('main') && element.parentElement.querySelector('pre')"
        if not self.expect(tab_to(self.driver, button, 400), path, "copy", "Tab reaches no button that copies code",
                           "add a button to each block of code"):
            return
        self.driver.press("Enter")
        said = "() => { const box = document.activeElement.parentElement, status = box.querySelector('[role=status], [aria-live]'); " \
               "return !!status && !!status.textContent.trim(); }"
        self.expect(wait_for(self.driver, said, 3), path, "copy", "copying is not announced", "write it into an element with role=status")
