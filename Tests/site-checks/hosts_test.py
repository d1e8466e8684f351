#!/usr/bin/env python3
"""A site made with `folkmoot build --host SERVER`, served by the real nginx, Apache, lighttpd and Caddy, at the root of a host and
below a path: type, charset, status and caching of every file, old addresses with query and section, and what is not there.

Servers that are not installed are left out and named; `scripts/install-test-tools hosts` installs all four.
"""

import argparse
import collections
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote, urljoin

import building
import servers
from servers import program

SERVERS = ["nginx", "apache", "lighttpd", "caddy"]
PLACES = ["/", "/communities/"]
# The types that a site is to be served with (RFC 6838 and the registrations of each), written down apart from the program's own.
TYPES = {
    ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8", ".md": "text/markdown; charset=utf-8", ".ics": "text/calendar; charset=utf-8", ".json": "application/json",
    ".xml": "application/xml", ".gexf": "application/gexf+xml", ".graphml": "application/graphml+xml", ".svg": "image/svg+xml",
    ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".pdf": "application/pdf",
}
HEADERS = {"Content-Security-Policy": "default-src 'self'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin", "Permissions-Policy": "camera=()"}


def configuration(name, place, root, port, scratch):
    """The command that starts a server, with a configuration that takes what the site brings; `root` is the folder above the site."""
    site = root / place.strip("/")
    file = scratch / f"{name}.conf"
    if name == "nginx":
        file.write_text(servers.nginx(scratch, f"server {{ listen 127.0.0.1:{port}; root {root};\ninclude {site}/.nginx.conf;\n}}"))
        return [program(name), "-p", str(scratch), "-c", str(file)]
    if name == "apache":
        modules = [f"LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so" for module in ("mpm_event", "authz_core", "mime", "dir", "alias", "headers", "rewrite", "autoindex", "filter", "deflate")]
        file.write_text("\n".join([*modules, f"ServerRoot {scratch}", f"PidFile {scratch}/pid", f"ErrorLog {scratch}/error.log", f"Listen 127.0.0.1:{port}", "ServerName localhost", "TypesConfig /etc/mime.types", "DocumentRoot " + str(root),
                                   # As in Debian: parts of names that mean languages and charsets.
                                   "AddLanguage fr .fr", "AddLanguage cy .cy", "AddCharset GB2312 .gb",
                                   f"<Directory {root}>", "AllowOverride FileInfo Indexes", "Options Indexes FollowSymLinks", "Require all granted", "</Directory>", ""]))
        return [program(name), "-X", "-f", str(file)]
    if name == "lighttpd":
        file.write_text(f'server.port = {port}\nserver.bind = "127.0.0.1"\nserver.document-root = "{root}"\nserver.errorlog = "{scratch}/error.log"\nserver.modules = ( "mod_redirect", "mod_setenv", "mod_expire" )\ninclude "{site}/.lighttpd.conf"\n')
        return [program(name), "-D", "-f", str(file)]
    file.write_text(f"{{\n admin off\n auto_https off\n}}\nhttp://127.0.0.1:{port} {{\n root * {root}\n import {site}/.caddyfile\n}}\n")
    return [program(name), "run", "--adapter", "caddyfile", "--config", str(file)]


class Host:
    """A running server, and one connection to it."""

    def __init__(self, name, place, root, scratch):
        self.port = servers.free_port()
        command = configuration(name, place, root, self.port, scratch)
        self.log = open(scratch / "said", "w+", encoding="utf-8")
        environment = os.environ | {"XDG_CONFIG_HOME": str(scratch), "XDG_DATA_HOME": str(scratch), "HOME": str(scratch)}
        self.process = subprocess.Popen(command, stdout=self.log, stderr=subprocess.STDOUT, env=environment)
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                break
            except OSError:
                if self.process.poll() is not None:
                    self.log.seek(0)
                    raise SystemExit(f"{name} did not start: {self.log.read()[-1500:]}") from None
                time.sleep(0.05)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)

    def ask(self, path):
        """Status, headers and bytes."""
        for last in (False, True):
            try:
                self.connection.request("GET", path, headers={"Accept-Encoding": "identity"})
                answer = self.connection.getresponse()
                return answer.status, answer.headers, answer.read()
            except (http.client.HTTPException, OSError):
                self.connection.close()
                if last:
                    raise

    def stop(self):
        self.connection.close()
        self.process.terminate()
        self.process.wait(20)
        self.log.close()


def files(site):
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file() and not path.name.startswith("."))


def old_addresses(site, place):
    """Where the pages at old addresses lead, as they say themselves."""
    moved = {}
    for file in files(site):
        leads = re.search(r'data-to="([^"]+)"', (site / file).read_text(encoding="utf-8")) if file.endswith(".html") else None
        if leads:
            path = place + file.removesuffix("index.html")
            moved[path] = urljoin(path, leads[1]).removesuffix("index.html")
    assert len(moved) >= 2, moved
    return moved


def look(host, name, place, site, tally):
    """Requests everything that the site has, once."""
    wrong, table = collections.defaultdict(list), collections.Counter()
    moved = old_addresses(site, place)
    for file in files(site):
        path = place + (file.removesuffix("index.html") if file == "index.html" or file.endswith("/index.html") else file)
        status, headers, body = host.ask(quote(path))
        if path in moved:
            continue
        expected = "application/atom+xml" if file.endswith("feed.xml") else TYPES.get(Path(file).suffix)
        # lighttpd sets caching by a setting that has no word for "immutable".
        keeps = "max-age=31536000" if name == "lighttpd" else "public, max-age=31536000, immutable"
        caching = keeps if file.startswith("assets/") else "no-cache"
        said = (headers["Content-Type"] or "").lower().replace("charset=\"utf-8\"", "charset=utf-8")
        table[(Path(file).suffix, said)] += 1
        if status != 200:
            wrong["status"].append(f"{path}: {status}")
        if said != expected:
            wrong["type"].append(f"{path}: {said}, not {expected}")
        if headers["Cache-Control"] != caching or len(headers.get_all("Cache-Control")) != 1:
            wrong["caching"].append(f"{path}: {headers.get_all('Cache-Control')}")
        for header, value in HEADERS.items():
            if value not in (headers[header] or "") or len(headers.get_all(header)) != 1:
                wrong["headers"].append(f"{path}: {header}: {headers.get_all(header)}")
        if body != (site / file).read_bytes():
            wrong["bytes"].append(path)
    for path, target in moved.items():
        for query in ("", "?q=a%20b&x=1"):
            status, headers, _ = host.ask(path + query)
            location = (headers["Location"] or "").removeprefix(f"http://127.0.0.1:{host.port}")
            if status != 301 or location != target + query:
                wrong["old addresses"].append(f"{path}{query}: {status} {location}")
    for path in ("no/such/page/", "no-such-file.ics", "data/", "assets/", "assets/no-such-style-0123456789abcdef.css"):
        status, headers, body = host.ask(place + path)
        # lighttpd has no setting that changes the status of its refusal to list a folder.
        if name == "lighttpd" and path.endswith(("data/", "assets/")) and status == 403:
            continue
        if status != 404 or b"<main" not in body or "text/html" not in headers["Content-Type"] or "max-age" in (headers["Cache-Control"] or ""):
            wrong["what is not there"].append(f"{path}: {status} {headers['Content-Type']} {headers['Cache-Control']} {body[:60]!r}")
    status, headers, _ = host.ask(place + "map")
    if status not in (301, 302, 307, 308) or not headers["Location"].split("?")[0].endswith(place + "map/"):
        wrong["a folder without its slash"].append(f"{status} {headers['Location']}")
    tally.check(f"{name} at {place}: {sum(table.values())} files, {len(moved)} old addresses", [f"{kind}: {line}" for kind, lines in wrong.items() for line in [*lines[:4], *([f"and {len(lines) - 4} more"] if len(lines) > 4 else [])]])
    return table


def in_chromium(url, old, new):
    """An old address with query and section, opened as a reader would."""
    from playwright.sync_api import sync_playwright

    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "browser"))
    from chromium import executable

    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{url}{old}?q=bees#join")
        reached = page.url
        browser.close()
    return [] if reached == f"{url}{new}?q=bees#join" else [f"{old}: {reached}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    building.add_common_options(parser)
    parser.add_argument("--only", action="append", choices=SERVERS)
    parser.add_argument("--table", action="store_true", help="print which type each kind of file was served with")
    options = parser.parse_args()
    building.require(options)
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "browser"))
    from tools import in_venv

    in_venv()
    tally = building.Tally()
    tables = {}
    with tempfile.TemporaryDirectory(prefix="hosts-test-") as name:
        scratch = Path(name)
        content = scratch / "content"
        shutil.copytree(options.content, content)
        settings = (content / "site.yaml").read_text(encoding="utf-8")
        (content / "site.yaml").write_text(settings + "markdown_pages: true\n", encoding="utf-8")
        # Old addresses, of a page that had two of them.
        page = content / "handbook/five-stages.md"
        page.write_text(page.read_text(encoding="utf-8").replace("---\n", "---\nredirect_from: [old/stages/, stages.html]\n", 1), encoding="utf-8")
        for server in options.only or SERVERS:
            if not program(server):
                print(f"left out: {server} is not installed; scripts/install-test-tools hosts installs it")
                continue
            for place in PLACES:
                work = scratch / (server + place.strip("/"))
                site = work / "www" / place.strip("/")
                site.mkdir(parents=True)
                building.must_build(options.folkmoot, content, site, "--host", server, "--base-url", f"https://hosts.example{place}")
                for folder in [work, *work.rglob("*")]:
                    folder.chmod(0o755 if folder.is_dir() else 0o644)
                scratch.chmod(0o755)
                host = Host(server, place, work / "www", work)
                try:
                    tables[(server, place)] = look(host, server, place, site, tally)
                    tally.check(f"{server} at {place}: query and section in Chromium", in_chromium(f"http://127.0.0.1:{host.port}", f"{place}old/stages/", f"{place}handbook/five-stages/"))
                finally:
                    host.stop()
    if options.table:
        for (server, place), table in tables.items():
            for (suffix, said), count in sorted(table.items()):
                print(f"{server:9} {place:14} {suffix:9} {said:40} {count}")
    if not tables:
        building.stop("no server was looked at")
    return tally.finish()


if __name__ == "__main__":
    sys.exit(main())
