#!/usr/bin/env python3
"""Updates a site that is being read, with the commands of the chapter about publishing: every page that a reader gets finds its
styles and scripts. The new site has different ones, as after a release of the program."""

import argparse
import random
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import building
from blocks import all_blocks

PAGE = "content/handbook/writing/publishing.md"
SERVER = "server:/var/www/communities/"
COMMAND = re.compile(rf"rsync -[^&\n]* {SERVER}")
PART = re.compile(rb'(?:href|src)="(?:\.\./|\./)*(assets/[^"]+\.(?:css|js))"')
UPDATES = 6


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Readers:
    """Reads pages as long as it runs, each with its styles and scripts. A page whose parts are not there is broken, unless it
    was replaced between the page and its parts: then the reader has the new one when they load it again."""

    def __init__(self, folder):
        self.folder, self.pages, self.broken, self.replaced, self.is_over = folder, 0, [], 0, False
        self.names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
        self.threads = [threading.Thread(target=self.read, args=(seed,)) for seed in range(2)]

    def __enter__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=self.folder))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.is_over = True
        for thread in self.threads:
            thread.join()
        self.server.shutdown()
        self.server.server_close()

    def get(self, path):
        from http.client import HTTPConnection

        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        try:
            connection.request("GET", "/" + path)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def read(self, seed):
        choice = random.Random(seed)
        while not self.is_over:
            name = choice.choice(self.names)
            status, page = self.get(name)
            if status != 200:
                continue  # A page that is gone is not a broken page.
            self.pages += 1
            missing = [part.decode() for part in PART.findall(page) if self.get(part.decode())[0] != 200]
            if missing and self.get(name) != (status, page):
                self.replaced += 1
            elif missing:
                self.broken.append(f"{name} asks for {missing[0]}, which is not there")


def commands():
    """The commands for `rsync` in the first block of the chapter that copies to a server."""
    return next(filter(None, (COMMAND.findall(one.text) for one in all_blocks() if one.path == PAGE)))


def update(lines, site, public):
    """Runs the commands of the chapter on other folders."""
    for line in lines:
        words = [word.replace(SERVER, f"{public}/") for word in shlex.split(line)]
        subprocess.run([re.sub(r"^site/", f"{site}/", word) for word in words], check=True)


def too_late(public):
    """The parts that were put in place no sooner than a page that needs them. A reader rarely meets the moment between the two,
    so this asks the file system, which notes when a file got its name."""
    late = []
    for page in sorted(public.rglob("*.html")):
        for part in PART.findall(page.read_bytes()):
            if (public / part.decode()).stat().st_ctime_ns >= page.stat().st_ctime_ns:
                late.append(f"{part.decode()} came no sooner than {page.relative_to(public)}, which needs it")
    return late


def theme(folder):
    """A theme that changes the styles and scripts of every page, so that all their names change."""
    for path in ("components/row/row.css", "components/row/row.js", "components/row/row.head.js"):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("/* Other. */\n.row { color: inherit; }\n" if path.endswith("css") else "'other';\n", encoding="utf-8")
    (folder / "theme.yaml").write_text("name: own\nfolkmoot: \">=0.1, <1\"\n", encoding="utf-8")
    return folder


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    building.add_common_options(parser)
    parser.add_argument("--command", action="append", help="instead of the commands in the chapter, as written there")
    options = parser.parse_args()
    building.require(options)
    if not shutil.which("rsync"):
        building.stop("rsync is not installed: scripts/install-test-tools installs it")
    lines = options.command or commands()
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        sites = [place / "one", place / "two"]
        building.must_have_site(options.folkmoot, options.content, sites[0])
        building.must_build(options.folkmoot, options.content, sites[1], "--theme", theme(place / "own"))
        kept = {path.name for path in (sites[0] / "assets").glob("s*.*")} & {path.name for path in (sites[1] / "assets").glob("s*.*")}
        assert not any(name.startswith(("style-", "script-")) for name in kept), "the second site has the styles of the first"
        public = place / "public"
        shutil.copytree(sites[0], public)
        late = []
        with Readers(public) as readers:
            for number in range(UPDATES):
                update(lines, sites[1 - number % 2], public)
                late += too_late(public)
                time.sleep(0.3)
        print(f"{'; '.join(lines)}: {UPDATES} updates, {readers.pages} pages read, {len(readers.broken)} broken, {readers.replaced} replaced while they were read")
        for line in readers.broken[:5] + late[:5]:
            print("    " + line)
        last = building.differences(building.tree(public), building.tree(sites[UPDATES % 2]))
        for line in last[:5]:
            print("    " + line)
    return 1 if readers.broken or late or readers.replaced > 5 or last or readers.pages < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
