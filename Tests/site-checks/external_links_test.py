#!/usr/bin/env python3
"""`folkmoot check --external-links` against a server on loopback: what is reported, how often and how fast a host gets requests, what is kept,
and that private networks are left alone unless an option allows them."""

import argparse
import http.server
import json
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import building

# One server under two names, used side by side: each of them gets a request a second.
ENTRY = """---
title: Links
source: [BASE/found]
---

[gone](BASE/gone) [moved](BASE/moved/page) [trouble](BASE/trouble) [endless](BASE/endless) [again](BASE/gone#part)
[loop](OTHER/loop) [file](OTHER/file) [broken](OTHER/broken) [globs](<OTHER/a{b,c}[1-3]>) [agent](OTHER/agent)
[no head](OTHER/no-head)
"""

# With an address to write to, of whose lack a note would tell.
SETTINGS = "title: T\ncontact: handbook@example.org\n"


class Handler(http.server.BaseHTTPRequestHandler):
    """Each path answers in its own way; the class records who requested what, and when."""

    asked = []
    times = {}
    protocol_version = "HTTP/1.1"

    def answer(self, status, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):  # the name that the library calls
        Handler.asked.append((time.monotonic(), self.command, self.path, self.headers.get("User-Agent", ""),
                              self.headers.get("Cookie")))
        Handler.times.setdefault(self.headers.get("Host", ""), []).append(time.monotonic())
        match self.path:
            case "/found" | "/a%7Bb,c%7D%5B1-3%5D" | "/a%7Bb,c%7D[1-3]" | "/agent":
                self.answer(200, Set_Cookie="a=b")
            case "/moved/page":
                self.answer(301, Location="/found")
            case "/no-head":
                self.answer(405 if self.command == "HEAD" else 200)
            case "/trouble":
                self.answer(503)
            case "/loop":
                self.answer(302, Location="/loop")
            case "/file":
                self.answer(302, Location="file:///etc/passwd")
            case "/endless":
                self.endless()
            case "/broken":
                self.close_connection = True
                self.wfile.write(b"no answer\r\n\r\n")
            case _:
                self.answer(404)

    do_HEAD = do_GET

    def do_CONNECT(self):  # as a proxy does that then fails
        Handler.asked.append((time.monotonic(), self.command, self.path, "", None))
        self.send_response(200)
        self.end_headers()
        self.close_connection = True

    def endless(self):
        if self.command == "HEAD":
            self.answer(404)
            return
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for _ in range(200):
                self.wfile.write(b"10000\r\n" + b"x" * 65536 + b"\r\n")
        except OSError:
            pass  # the client has enough
        self.close_connection = True

    def log_message(self, *arguments):
        pass


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folkmoot", required=True)
    options = parser.parse_args()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base, other = f"http://127.0.0.1:{server.server_port}", f"http://localhost:{server.server_port}"
    count, faults = 0, []

    def expect(holds, what):
        nonlocal count
        count += 1
        if not holds:
            faults.append(what)
            print("FAULT", what, flush=True)

    with tempfile.TemporaryDirectory() as scratch:
        content = Path(scratch, "content")
        (content / "resources").mkdir(parents=True)
        (content / "site.yaml").write_text(SETTINGS)
        (content / "resources" / "links.md").write_text(ENTRY.replace("BASE", base).replace("OTHER", other))

        own = {"XDG_CACHE_HOME": f"{scratch}/cache", "no_proxy": "127.0.0.1,localhost"}

        def check(*arguments, **environment):
            return subprocess.run(
                [str(Path(options.folkmoot).absolute()), "check", "--content", "content", "--format", "json", *arguments], cwd=scratch, capture_output=True, text=True,
                check=False, timeout=300, env=building.environment() | own | environment)

        def found(done):
            return sorted((problem["code"].removeprefix("external-link-"),
                           problem["message"].split("`")[1].removeprefix(base).removeprefix(other))
                          for problem in map(json.loads, done.stdout.splitlines()))

        done = check("--external-links")
        expect(done.returncode == 0 and not Handler.asked
               and "(--links-private does): localhost (6), 127.0.0.1 (5)" in done.stderr,
               f"a private network gets requests without permission: {Handler.asked} {done.stderr}")

        done = check("--external-links", "--links-private")
        expected = [("failing", "/broken"), ("failing", "/trouble"), ("gone", "/gone"), ("gone", "/gone#part"), ("moved", "/moved/page")]
        expect(found(done) == expected, f"reported: {found(done)} {done.stderr}")
        expect(done.returncode == 0, f"faults of other sites must not be errors: {done.returncode}")
        expect("2 pages could not be checked" in done.stderr, f"not reported: {done.stderr}")
        expect(len(Handler.times) == 2, f"asked: {list(Handler.times)}")
        for host, times in Handler.times.items():
            gaps = [after - before for before, after in zip(times, times[1:])]
            # A process that starts late makes one gap longer and the next shorter, and most of them stay as they are.
            expect(len(gaps) > 5 and statistics.median(gaps) > 0.8, f"{host} gets requests after {gaps}")
            expect(sum(gaps) > len(gaps) - 1, f"{host} gets {len(times)} requests within {sum(gaps):.1f} s")
        expect(all(agent.startswith("folkmoot/") for *_, agent, _ in Handler.asked), "the requests name the client")
        expect(all(cookie is None for *_, cookie in Handler.asked), "a cookie came back")
        expect([path for *_, path, _, _ in Handler.asked].count("/gone") == 2, "an address gets one HEAD and then one GET request")

        Handler.asked.clear()
        done = check("--external-links", "--links-private", "--strict")
        asked = {path for *_, path, _, _ in Handler.asked}
        expect(asked == {"/gone", "/trouble", "/broken"}, f"asked again: {asked}")
        expect(found(done) == expected and done.returncode == 1, f"the second time: {done.returncode} {found(done)}")
        expect("known from the last 7 days" in done.stderr, done.stderr)

        done = check("--external-links", "--links-cache", "content/site.yaml", "--links-private")
        expect(done.returncode == 2 and (content / "site.yaml").read_text() == SETTINGS, f"an unrelated file is overwritten: {done.stderr}")
        done = check("--external-links", PATH="/nonexistent")
        expect(done.returncode == 2 and "curl" in done.stderr, f"without curl: {done.returncode} {done.stderr}")
        done = check("--links-private")
        expect(done.returncode == 64, f"an option without effect passes: {done.returncode} {done.stderr}")

        # Behind a proxy that opens every connection and then says nothing: its own answer is not the site's, and this machine stays
        # out of reach whatever the exceptions are.
        page = content / "resources" / "links.md"
        page.write_text(f"---\ntitle: Links\n---\n\n[a](https://nowhere.invalid.folkmoot-test.net/a/b) [b](http://x.localhost:{server.server_port}/found)\n")
        Handler.asked.clear()
        done = check("--external-links", https_proxy=base, http_proxy=base, no_proxy="localhost,127.0.0.1")
        expect([code for code, _ in found(done)] == ["failing", "failing"], f"behind a proxy: {found(done)} {done.stderr}")
        expect({command for _, command, *_ in Handler.asked} <= {"CONNECT"}, f"behind a proxy, this machine gets requests: {Handler.asked}")
        try:
            six = http.server.ThreadingHTTPServer.__new__(type("Six", (http.server.ThreadingHTTPServer,), {"address_family": socket.AF_INET6}))
            six.__init__(("::1", 0), Handler)
        except OSError:
            print("no IPv6 here")
        else:
            threading.Thread(target=six.serve_forever, daemon=True).start()
            page.write_text(f"---\ntitle: Links\n---\n\n[a](http://[::1]:{six.server_port}/found) [b](http://[::1]:{six.server_port}/gone)\n")
            done = check("--external-links", "--links-private")
            expect([code for code, _ in found(done)] == ["gone"], f"IPv6: {found(done)} {done.stderr}")
            six.shutdown()
    server.shutdown()
    print(f"external links: {count} looks, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
