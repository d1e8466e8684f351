"""Firefox as the system has it, driven by its built-in WebDriver BiDi (W3C): no other program is needed."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import websocket

NAMES = ["firefox-esr", "firefox"]
MAC = ["/Applications/Firefox.app/Contents/MacOS/firefox"]
# WebDriver's own code points for keys.
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Space": " ", "ArrowDown": "\ue015", "ArrowRight": "\ue014", "Home": "\ue011"}
SHIFT = "\ue008"
# Less motion, so that what has the focus is in view at once.
PREFERENCES = 'user_pref("ui.prefersReducedMotion", 1);\nuser_pref("accessibility.tabfocus", 7);\n'


class CannotStart(Exception):
    """Firefox is missing or did not answer: this says nothing about the site."""


def executable():
    found = [os.environ.get("FIREFOX"), *(shutil.which(name) for name in NAMES), *MAC]
    return next((path for path in found if path and os.access(path, os.X_OK)), None)


@contextmanager
def launched():
    """A driver for a new Firefox with an empty profile."""
    if executable() is None:
        raise CannotStart("Firefox is not there: install firefox-esr, or name it in $FIREFOX")
    with tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as profile:
        Path(profile, "user.js").write_text(PREFERENCES, encoding="utf-8")
        process = subprocess.Popen([executable(), "--headless", "--no-remote", "--profile", profile,
                                    "--remote-debugging-port", "0", "about:blank"], text=True, errors="replace",
                                   stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env={**os.environ, "HOME": profile})
        try:
            yield FirefoxDriver(address(process))
        finally:
            process.terminate()
            process.wait(30)


def address(process):
    for line in process.stderr:
        found = re.search(r"ws://\S+", line)
        if found:
            return found.group(0) + "/session"
    raise CannotStart(f"Firefox ended with {process.wait(10)} before it answered")


class FirefoxDriver:
    name = "Firefox"

    def __init__(self, url):
        self.socket = websocket.create_connection(url, suppress_origin=True, timeout=60)
        self.last = 0
        self.call("session.new", capabilities={})
        self.context = self.call("browsingContext.getTree")["contexts"][0]["context"]
        self.resize(1280, 800)

    def call(self, method, **params):
        self.last += 1
        self.socket.send(json.dumps({"id": self.last, "method": method, "params": params}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.last:
                if answer["type"] == "error":
                    raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
                return answer["result"]

    def open(self, url):
        # The walk before may have ended in the tool bar: a new tab begins with the page.
        before, self.context = self.context, self.call("browsingContext.create", type="tab")["context"]
        self.call("browsingContext.close", context=before)
        self.resize(1280, 800)
        self.call("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def evaluate(self, function):
        """What a function of the page answers, by way of JSON."""
        answer = self.call("script.callFunction", target={"context": self.context}, awaitPromise=True,
                           functionDeclaration=f"() => JSON.stringify(({function.strip().rstrip(';')})())")
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"].get("value", "null"))

    def press(self, key):
        *shift, name = key.split("+")
        down = [SHIFT] if shift else []
        strokes = [("keyDown", value) for value in [*down, KEYS[name]]] + [("keyUp", value) for value in [KEYS[name], *down]]
        self.perform(strokes)

    def type(self, text):
        self.perform([(kind, letter) for letter in text for kind in ("keyDown", "keyUp")])

    def perform(self, strokes):
        self.call("input.performActions", context=self.context, actions=[
            {"type": "key", "id": "keyboard", "actions": [{"type": kind, "value": value} for kind, value in strokes]}])

    def resize(self, width, height):
        self.call("browsingContext.setViewport", context=self.context, viewport={"width": width, "height": height})
