#!/usr/bin/env python3
"""Measures `folkmoot serve`: from the moment at which a file is saved to the moment at which its page has been served again.

    Benchmarks/serve.py --folkmoot .build/release/folkmoot --pages 10000

A generated handbook is served, and its files are saved as an editor would: the text of 20 pages, the title of 20, 20 new ones, and
these removed again. The clock starts before the file is written; it ends when the browser's stream of events has announced a new
version and the page, requested at that moment, has arrived whole and holds what was written.
"""

import argparse
import shutil
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/site-checks"))
from live_server import Server  # noqa: E402


class Events:
    def __init__(self, port):
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.connection.sendall(b"GET /_folkmoot/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
        self.buffer = b""
        self.wait()

    def wait(self):
        """Waits until a version is announced."""
        while b"data: " not in self.buffer:
            part = self.connection.recv(4096)
            if not part:
                sys.exit("the stream of events ended")
            self.buffer += part
        self.buffer = b""


def measure(server, stream, save, page, mark):
    start = time.perf_counter()
    save()
    stream.wait()
    told = time.perf_counter()
    status, _, body = server.get(page)
    served = time.perf_counter()
    if (mark not in body) if mark else status != 404:
        sys.exit(f"{page} is not what was saved: {status}, {body[:200]!r}")
    time.sleep(0.1)  # the clock of the file system moves on, as it does between two savings by hand
    return (told - start) * 1000, (served - start) * 1000


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--folkmoot", type=Path, default=ROOT / ".build/release/folkmoot")
    arguments.add_argument("--pages", type=int, default=10_000)
    arguments.add_argument("--edits", type=int, default=20)
    options = arguments.parse_args()
    content = ROOT / ".build/bench/serve"
    shutil.rmtree(content, ignore_errors=True)
    subprocess.run([sys.executable, ROOT / "Benchmarks/generate.py", content, "--pages", str(options.pages), "--seed", "1"], check=True, stdout=subprocess.DEVNULL)
    files = sorted(content.glob("resources/*/*.md"))
    files = files[:: max(1, len(files) // options.edits)][: options.edits]
    rows = {}
    begun = time.perf_counter()
    with Server(options.folkmoot, content) as server:
        print(f"{options.pages} pages, ready after {time.perf_counter() - begun:.1f} s; {len(files)} edits of each kind; milliseconds from saving to …\n")
        stream = Events(server.port)

        def run(kind, of):
            rows[kind] = [measure(server, stream, *of(number, file)) for number, file in enumerate(files)]

        def page(file):
            return "/" + str(file.relative_to(content).with_suffix("")) + "/"

        def text(number, file):
            mark = f"newly-written-{number}"
            return lambda: file.write_text(file.read_text() + f"\n{mark}\n"), page(file), mark.encode()

        def title(number, file):
            mark = f"Renamed {number}"
            lines = file.read_text().split("\n")
            lines[next(index for index, line in enumerate(lines) if line.startswith("title:"))] = f"title: {mark}"
            return lambda: file.write_text("\n".join(lines)), page(file), mark.encode()

        def new(number, file):
            made = file.with_name(f"made-{number}.md")
            mark = f"made-text-{number}"
            return lambda: made.write_text(f"---\ntitle: Made {number}\n---\n{mark}\n"), page(made), mark.encode()

        def removed(number, file):
            made = file.with_name(f"made-{number}.md")
            return made.unlink, page(made), None

        for kind, of in [("the text of a page", text), ("the title of a page", title), ("a new page", new), ("a page removed", removed)]:
            run(kind, of)
        with open(f"/proc/{server.process.pid}/status") as status:
            memory = next((line.split()[1] for line in status if line.startswith("VmHWM")), "0")
    print(f"| saved | announced (median) | served (median) | served (min – max) |\n|---|---|---|---|")
    for kind, times in rows.items():
        told, served = [one for one, _ in times], [one for _, one in times]
        print(f"| {kind} | {statistics.median(told):.0f} | {statistics.median(served):.0f} | {min(served):.0f} – {max(served):.0f} |")
    print(f"\nmemory at its peak: {int(memory) // 1024} MB")


main()
