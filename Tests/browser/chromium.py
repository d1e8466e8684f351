"""Chromium as the system has it, driven by Playwright."""

import os
import re
import shutil
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright
from waiting import drawn

# Without its windows it takes half of the time.
NAMES = ["chromium-headless-shell", "chrome-headless-shell", "chromium", "chromium-browser", "google-chrome"]
MAC = ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]
IN_PAGE = Path(__file__).resolve().parent / "in_page"


def executable():
    """The browser's path: $CHROMIUM, or the first that is found; None without one."""
    found = [os.environ.get("CHROMIUM"), *(shutil.which(name) for name in NAMES), *MAC]
    return next((path for path in found if path and os.access(path, os.X_OK)), None)


@contextmanager
def launched():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable())
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def tab(browser, **options):
    """A page in a context of its own, so that nothing is remembered from the one before."""
    context = browser.new_context(**options)
    context.set_default_timeout(20_000)
    try:
        yield context.new_page()
    finally:
        context.close()


def resize(page, width):
    """Waits until the page's own scripts have been notified: that happens before the next frame is drawn."""
    page.set_viewport_size({"width": width, "height": 800})
    drawn(page)


def in_page(name):
    """A function of in_page/, as text that a browser evaluates; {{name}} brings in a shared one."""
    text = (IN_PAGE / f"{name}.js").read_text(encoding="utf-8")
    return re.sub(r"\{\{([a-z-]+)\}\}", lambda found: in_page(found.group(1)).strip(), text)
