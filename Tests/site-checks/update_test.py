#!/usr/bin/env python3
"""Updates a site that is being read, with the command of the chapter about publishing: every page that a reader gets finds its
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
COMMAND = re.compile(r"rsync -a (.*) site/ server:/var/www/communities/")
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
    parser.add_argument("--flags", help="the options for rsync, instead of those in the chapter")
    options = parser.parse_args()
    building.require(options)
    if not shutil.which("rsync"):
        building.stop("rsync is not installed: scripts/install-test-tools installs it")
    flags = options.flags or next(filter(None, (COMMAND.search(one.text) for one in all_blocks() if one.path == PAGE))).group(1)
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        sites = [place / "one", place / "two"]
        building.must_have_site(options.folkmoot, options.content, sites[0])
        building.must_build(options.folkmoot, options.content, sites[1], "--theme", theme(place / "own"))
        kept = {path.name for path in (sites[0] / "assets").glob("s*.*")} & {path.name for path in (sites[1] / "assets").glob("s*.*")}
        assert not any(name.startswith(("style-", "script-")) for name in kept), "the second site has the styles of the first"
        public = place / "public"
        shutil.copytree(sites[0], public)
        with Readers(public) as readers:
            for number in range(UPDATES):
                subprocess.run(["rsync", "-a", *shlex.split(flags), f"{sites[1 - number % 2]}/", f"{public}/"], check=True)
                time.sleep(0.3)
        print(f"rsync -a {flags}: {UPDATES} updates, {readers.pages} pages read, {len(readers.broken)} broken, {readers.replaced} replaced while they were read")
        for line in readers.broken[:5]:
            print("    " + line)
        last = building.differences(building.tree(public), building.tree(sites[UPDATES % 2]))
        for line in last[:5]:
            print("    " + line)
    return 1 if readers.broken or readers.replaced > 5 or last or readers.pages < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
