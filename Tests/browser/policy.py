"""The strict policy on every kind of page, over http and from a disk: nothing refused, no request to another host."""

import re
from urllib.parse import urlsplit

from waiting import timers

# Scripts write what they found when the typing has paused for so many milliseconds: the search waits longest.
TYPED = 80
# The strictest that a host can ask for, as the chapter about publishing names it.
STRICT = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; "
          "require-trusted-types-for 'script'; trusted-types folkmoot")
WATCH = """addEventListener('securitypolicyviolation', function (event) {
  console.error('refused by ' + event.effectiveDirective + ': ' + (event.blockedURI || event.sample)); });"""
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*default-src (\'self\'|\'none\')')


class Watched:
    """A tab that remembers its errors and its requests."""

    def __init__(self, page, home):
        self.page, self.home = page, home
        self.errors, self.requests = [], []
        page.context.add_init_script(WATCH)
        page.on("console", lambda message: self.hear(message))
        page.on("pageerror", lambda error: self.errors.append(f"script error: {error}"))
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("dialog", lambda dialog: dialog.dismiss())

    def hear(self, message):
        # The page for addresses that do not exist is an answer of 404 itself; browsers request the icon by themselves.
        asked = message.location.get("url", "")
        own = "404" in message.text and (asked == self.page.url or asked.endswith("/favicon.ico"))
        if message.type in ("error", "warning") and not own:
            self.errors.append(message.text[:200])

    def take(self):
        """Messages since the last call, and requests to anywhere but the site."""
        errors, requests = self.errors, [url for url in self.requests if not self.of_site(url)]
        self.errors, self.requests = [], []
        return errors, requests

    def of_site(self, url):
        return url.startswith((self.home, "data:image/", "about:")) or urlsplit(url).scheme == "blob"


def carries(text, place, faults):
    """Whether the page brings the policy itself: on most hosts nobody can set headers."""
    faults.count()
    if not META.search(text):
        faults.add("policy missing", "the page carries no strict policy", "put the meta element of layout.mustache into it", place)


def check(watched, address, place, faults, leads_on=False):
    """Opens a page, uses what can be used on it, and reports what the browser refused. A redirect is followed."""
    watched.take()
    watched.page.goto(address)
    faults.count()
    if leads_on:
        watched.page.wait_for_url(lambda url: url != address)
        watched.page.wait_for_load_state()
        if watched.page.locator("main h1").count() != 1:
            faults.add("redirect", "a redirect leads to no page", "let it lead to a file where the site was opened from a disk", place)
            watched.take()
            return
    use(watched.page)
    tell(watched, place, faults)


def use(page):
    """Presses every button of the page and types into its fields: what a script adds must keep to the policy too."""
    for button in page.locator("button:visible:not([type=submit])").all()[:12]:
        if button.get_attribute("type") == "button":
            button.click()
    for field in page.locator("main input[type=search]:visible, main input[type=text]:visible").all()[:3]:
        field.fill("a")
    timers(page, TYPED)


def tell(watched, place, faults):
    errors, requests = watched.take()
    for error in dict.fromkeys(errors):
        faults.add("policy violation" if "refused" in error.lower() else "console", "the browser complains",
                   "keep scripts and styles in files of the site, and fix what the message names", place, error)
    for url in dict.fromkeys(requests):
        faults.add("policy request", "asks another host", "keep everything the page needs in the site", place, url)
