"""A running `folkmoot serve` for tests and benchmarks."""

import http.client
import os
import re
import subprocess
import tempfile
import time


class Server:
    """Serves a folder of content at a free port; ends with its `with` block."""

    def __init__(self, folkmoot, content, *arguments, patience=120):
        self.log = tempfile.TemporaryFile("w+b")
        self.process = subprocess.Popen(
            [str(folkmoot), "serve", "--content", str(content), "--port", "0", *arguments],
            stdout=self.log, stderr=self.log, stdin=subprocess.DEVNULL, env=os.environ | {"SWIFT_BACKTRACE": "enable=no"})
        end = time.monotonic() + patience
        while not (found := re.search(r"http://127\.0\.0\.1:(\d+)/", self.said())):
            if self.process.poll() is not None or time.monotonic() > end:
                self.process.kill()
                raise SystemExit(f"folkmoot serve did not start:\n{self.said()}")
            time.sleep(0.02)
        self.port = int(found.group(1))

    def said(self):
        self.log.seek(0)
        return self.log.read().decode("utf-8", "replace")

    def get(self, path, method="GET", headers=None, timeout=60):
        """Status, headers in lower case, body."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def until(self, path, holds, patience=60):
        """The body of a page as soon as `holds(body)`; an AssertionError gives the last body."""
        end = time.monotonic() + patience
        while True:
            body = self.get(path)[2]
            if holds(body):
                return body
            if time.monotonic() > end:
                raise AssertionError(f"{path} did not become what was expected: {body[-300:]!r}")
            time.sleep(0.01)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
