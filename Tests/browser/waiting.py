"""Waits for a state of a page, on a machine however busy. Nothing here waits longer than needed."""

import time

# How long to wait for a page that is wrong, in seconds.
PATIENCE = 20
PAUSE = 0.02
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
TIMER = "milliseconds => new Promise(done => setTimeout(done, milliseconds))"
LEAVING = ("context", "navigat", "detached", "no such frame", "unknown error", "actor")


def until(answer, patience=None, pause=time.sleep):
    """The first true answer of a function, or its last one when time is up. A page that is being left has none."""
    end = time.monotonic() + (PATIENCE if patience is None else patience)
    while True:
        found = answered(answer)
        if found or time.monotonic() > end:
            return found
        pause(PAUSE)


def until_page(page, answer):
    """`until`, while the page's own events (its address, errors in its console) go on arriving."""
    return until(answer, pause=lambda seconds: page.wait_for_timeout(seconds * 1000))


def answered(answer):
    try:
        return answer()
    except Exception as error:  # noqa: BLE001 - the page it ran in is being left
        if not any(word in str(error) for word in LEAVING):
            raise
        return None


def drawn(page):
    """Until two frames are drawn: the page has then been notified of its new size, of scrolling and of what is in sight."""
    page.evaluate(FRAMES)


def timers(page, milliseconds):
    """Until the page's timers of at most so many milliseconds have run, as far as they are set: they run in order."""
    page.evaluate(TIMER, milliseconds)
