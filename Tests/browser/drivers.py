"""One way to open pages, press keys and look, for every browser: the walks by keyboard are written for it."""

from waiting import until

KEYS = {"Tab", "Shift+Tab", "Enter", "Space", "ArrowDown", "ArrowRight", "Home"}
READY = "() => document.readyState === 'complete'"


class ChromiumDriver:
    name = "Chromium"

    def __init__(self, page):
        self.page = page

    def open(self, address):
        self.page.goto(address)

    def evaluate(self, function):
        return self.page.evaluate(function)

    def press(self, key):
        self.page.keyboard.press(key)

    def type(self, text):
        self.page.keyboard.type(text)

    def resize(self, width, height):
        self.page.set_viewport_size({"width": width, "height": height})


def wait_for(driver, function, seconds=None):
    """The first true answer of a function of the page, or the last one. Between two pages there may be none."""
    return until(lambda: driver.evaluate(function), seconds)


def tab_to(driver, condition, limit=150):
    """Presses Tab until `condition`, about `element`, holds for what has the focus; False when it never does."""
    test = f"""() => {{ const element = document.activeElement;
      return !!(element && element !== document.body && ({condition})); }}"""
    for _ in range(limit):
        driver.press("Tab")
        if driver.evaluate(test):
            return True
    return False


def arrive(driver, condition):
    """Waits until a new page is there that meets `condition`."""
    return wait_for(driver, f"() => document.readyState === 'complete' && ({condition})")
