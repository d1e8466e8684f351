#!/usr/bin/env python3
"""Serves this project's handbook with nginx below a path, as content/handbook/writing/publishing.md says, and opens it from a
disk: every link of every page is followed in both.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import building
import servers
from blocks import block

PAGE = "content/handbook/writing/publishing.md"
BELOW = "/communities/"
LINK = re.compile(rb"""<(?:a|link|script|img)\b[^>]*?\b(?:href|src)=["']([^"']+)""")
HEADERS = {"Content-Security-Policy": "default-src 'self'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin"}


def configuration(root, port, scratch):
    """The chapter's own block, on loopback, within a whole configuration."""
    text = block(PAGE, "nginx").text
    text, listens = re.subn(r"listen 80;", f"listen 127.0.0.1:{port};", text)
    text = re.sub(r"^ *listen \[::\]:80;\n", "", text, flags=re.M)
    text, roots = re.subn(r"root /var/www;", f"root {root};", text)
    text, files = re.subn(r"/etc/nginx/communities\.conf", f"{root}/communities/.nginx.conf", text)
    assert listens == roots == files == 1, "the block listens or looks elsewhere than this test knows"
    return servers.nginx(scratch, f"include {mime_types()};\n{text}")


def mime_types():
    """Where Debian and Homebrew keep the list of types."""
    places = ["/etc/nginx/mime.types", "/opt/homebrew/etc/nginx/mime.types", "/usr/local/etc/nginx/mime.types"]
    return next(place for place in places if Path(place).is_file())


def fetch(url):
    """Status, headers and bytes."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "identity"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def links(page, data):
    """Addresses on the same host or disk, without fragments."""
    found = {urldefrag(urljoin(page, raw.decode().replace("&amp;", "&")))[0] for raw in LINK.findall(data)}
    return {one for one in found if urlsplit(one)[:2] == urlsplit(page)[:2]}


def walk(start, get):
    """Follows every link from the first page on; returns a line for each broken link, and how many pages were seen."""
    seen, waiting, broken, pages = {start}, [start], [], 0
    while waiting:
        page = waiting.pop()
        data = get(page)
        if data is None:
            broken.append(page)
            continue
        if not page.split("?")[0].endswith(("/", ".html")):
            continue
        pages += 1
        for link in links(page, data) - seen:
            seen.add(link)
            waiting.append(link)
    return broken, pages


def over_http(site, tally, scratch):
    root = scratch / "www"
    root.mkdir()
    site.rename(root / "communities")
    port = servers.free_port()
    conf = scratch / "nginx.conf"
    conf.write_text(configuration(root, port, scratch), encoding="utf-8")
    server = subprocess.Popen([servers.program("nginx"), "-p", str(scratch), "-c", str(conf)], stderr=subprocess.PIPE, text=True)
    try:
        home = f"http://127.0.0.1:{port}{BELOW}"
        for _ in range(400):
            try:
                fetch(home)
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.05)
        status, headers, _ = fetch(home)
        tally.check("nginx answers with the headers of the chapter", [f"{name}: {headers.get(name)}" for name, value in HEADERS.items() if value not in (headers.get(name) or "")] + ([] if status == 200 else [str(status)]))
        broken, pages = walk(home, lambda url: (lambda answer: answer[2] if answer[0] == 200 else None)(fetch(url)))
        tally.check(f"every link leads somewhere over HTTP ({pages} pages)", broken or ([] if pages > 100 else ["hardly any page was seen"]))
        status, headers, data = fetch(home + "no/such/page/")
        tally.check("what is not there is answered by the site's own page", [] if status == 404 and b"<main" in data else [f"{status}, {data[:80]!r}"])
        asset = next(one for one in links(home, fetch(home)[2]) if "/assets/" in one)
        tally.check("assets may be kept, pages are requested again", [] if "immutable" in fetch(asset)[1]["Cache-Control"] and fetch(home)[1]["Cache-Control"] == "no-cache" else [str(fetch(asset)[1]["Cache-Control"])])
        return root / "communities"
    finally:
        server.terminate()
        server.wait(20)


def from_disk(site, tally):
    """Like the script that adds index.html to links to a folder."""

    def get(url):
        path = Path(unquote(urlsplit(url).path))
        path = path / "index.html" if path.is_dir() or url.endswith("/") else path
        return path.read_bytes() if path.is_file() else None

    broken, pages = walk(site.as_uri() + "/index.html", get)
    tally.check(f"every link leads somewhere from a disk ({pages} pages)", broken or ([] if pages > 100 else ["hardly any page was seen"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    building.add_common_options(parser)
    options = parser.parse_args()
    building.require(options)
    tally = building.Tally()
    with tempfile.TemporaryDirectory(prefix="serving-") as folder:
        scratch = Path(folder)
        building.must_build(options.folkmoot, options.content, scratch / "site", "--host", "nginx", "--base-url", f"http://127.0.0.1{BELOW}")
        site = over_http(scratch / "site", tally, scratch)
        from_disk(site, tally)
    return tally.finish()


if __name__ == "__main__":
    sys.exit(main())
