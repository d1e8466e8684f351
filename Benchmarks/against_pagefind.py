#!/usr/bin/env python3
"""Compares the search with Pagefind over the same pages in one run: bytes and requests to the first results, and over a hundred
queries in one tab; whether known pages are found; time, memory and size of the index; the wait on a slow line.

    Benchmarks/against_pagefind.py --folkmoot BIN --content FOLDER [--content FOLDER …] [--pages 10000 --pages 50000]

Both are served with gzip by the same server on loopback, which counts. The script requests five results of Pagefind, as its own page of
results does; Folkmoot shows up to ten. pagefind and pagefind-bin come from PyPI, into .build/checks-venv."""

import argparse
import gzip
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import contextmanager
from html.parser import HTMLParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "Tests/browser"), str(ROOT / "Benchmarks")]
PAGEFIND = ["pagefind==1.5.2", "pagefind-bin==1.5.2"]
TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css", ".json": "application/json",
         ".svg": "image/svg+xml", ".wasm": "application/wasm"}
# Already packed by Pagefind.
PACKED = (".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pf_sort")
PAGEFIND_PAGE = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Pagefind</title><body><script type="module">
const pagefind = await import('/pagefind/pagefind.js');
await pagefind.init();
window.ask = async (query, count) => {
  const found = await pagefind.search(query);
  const data = await Promise.all(found.results.slice(0, count).map(result => result.data()));
  return data.map(one => one.url);
};
document.body.dataset.ready = 'init';
const query = new URLSearchParams(location.search).get('q');
if (query) { window.found = await ask(query, 5); document.body.dataset.ready = 'results'; }
</script></body></html>"""
# When the results were there, by the clock of the machine in milliseconds.
READY = """new MutationObserver(() => {
  if (!window.shown && document.querySelector('[data-search-state=ready], [data-ready=results]')) window.shown = Date.now();
}).observe(document, { subtree: true, childList: true, attributes: true });"""
OURS_SHOWN = "() => Array.from(document.querySelectorAll('[data-result] a')).map(link => new URL(link.href).pathname)"
OURS_ASK = """(query) => new Promise(done => {
  const field = document.querySelector('input[name=q]'), root = document.querySelector('[data-search-state]');
  field.value = query;
  const start = performance.now();
  field.form.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
  if (root.dataset.searchState === 'ready') return done(performance.now() - start);
  const watch = new MutationObserver(() => { if (root.dataset.searchState === 'ready') { watch.disconnect(); done(performance.now() - start); } });
  watch.observe(root, { attributes: true });
})"""


# --- serving


class Log:
    """What was fetched since the last `clear`: (path, bytes, when it began, when it ended)."""

    def __init__(self):
        self.entries, self.lock = [], threading.Lock()

    def add(self, *entry):
        with self.lock:
            self.entries.append(entry)

    def clear(self):
        with self.lock:
            self.entries = []

    def taken(self):
        with self.lock:
            return list(self.entries)


@contextmanager
def serving(folder, log, delay=0.0):
    packed = {}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            begun = time.time()
            path = unquote(urlsplit(self.path).path)
            file = folder / (path.lstrip("/") + ("index.html" if path.endswith("/") else ""))
            if delay:
                time.sleep(delay)
            if not file.is_file():
                self.send_response(404)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            is_packed = file.suffix in PACKED or "wasm" in file.name
            if file not in packed:
                content = file.read_bytes()
                packed[file] = content if is_packed else gzip.compress(content, 6, mtime=0)
            self.send_response(200)
            self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
            if not is_packed:
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "max-age=3600")
            self.send_header("Content-Length", str(len(packed[file])))
            self.end_headers()
            self.wfile.write(packed[file])
            log.add(path, len(packed[file]), begun, time.time())

        def log_message(self, *_):
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request, client_address):
            """A browser that leaves hangs up; that is nobody's fault."""

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


# --- what is looked for


class Words(HTMLParser):
    """Words of a page's body: of `.prose`, whatever is in it."""

    def __init__(self, text):
        super().__init__()
        self.words, self.open = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if self.open or "prose" in (dict(attributes).get("class") or "").split():
            self.open.append(tag)

    def handle_endtag(self, tag):
        # Some elements have no end tag.
        while tag in self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if self.open:
            self.words += re.findall(r"[^\W\d_]{4,}", data.lower())


def known_pages(site, seed, count):
    """(kind of query, query, path of the page) from pages of the site, the same for the same seed."""
    rng = random.Random(seed)
    pages = [page for page in json.loads((site / "data/pages.json").read_text()) if page["kind"] not in ("home", "list", "map")]
    pages = [page for page in pages if page["lang"] == pages[0]["lang"]]
    sample = [(page, Words((site / page["url"] / "index.html").read_text())) for page in rng.sample(pages, min(len(pages), 3000))]
    spread = Counter(word for _, words in sample for word in set(words.words))
    titles = Counter(page["title"].lower() for page in pages)
    queries = []
    usable = [(page, words) for page, words in sample if titles[page["title"].lower()] == 1 and len(page["title"].split()) >= 2]
    for page, _ in usable[:count]:
        queries.append(("title", page["title"], "/" + page["url"]))
    rare = [(page, sorted(set(words.words), key=lambda word: (spread[word], word))) for page, words in usable if len(set(words.words)) > 12]
    for page, words in rare[:count]:
        queries.append(("rare words", " ".join(words[:3]), "/" + page["url"]))
    for page, _ in usable:
        long = [word for word in page["title"].split() if re.fullmatch(r"[A-Za-z]{5,}", word)]
        if long and sum(kind == "typo" for kind, *_ in queries) < count:
            word = rng.choice(long)
            queries.append(("typo", page["title"].replace(word, mistyped(word, rng), 1), "/" + page["url"]))
    return queries


def mistyped(word, rng):
    at, letter = rng.randrange(1, len(word)), rng.choice("abcdefghijklmnopqrstuvwxyz")
    kind = rng.choice(["other", "more", "less", "turned"])
    if kind == "turned" and at < len(word) - 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    if kind == "less":
        return word[:at] + word[at + 1:]
    if kind == "more":
        return word[:at] + letter + word[at:]
    return word[:at] + letter + word[at + 1:]


# --- building


def build(options, content, site):
    """Builds the pages and both indexes; what each took."""
    found = {}
    ours = measured([options.folkmoot, "build", "--content", content, "--output", site, "--timings", "--keep-going"])
    found["pages"] = sum(1 for _ in site.rglob("*.html"))
    found["build"] = ours["seconds"]
    line = next(line for line in ours["err"].splitlines() if line.startswith("index"))
    found["index seconds"] = float(re.search(r"(\d+\.\d+) s", line).group(1))
    found["build memory"] = ours["memory"]
    pagefind = measured([sys.executable, "-m", "pagefind", "--site", site, "--root-selector", "main", "--output-path", site / "pagefind"])
    found["pagefind seconds"], found["pagefind memory"] = pagefind["seconds"], pagefind["memory"]
    (site / "pagefind.html").write_text(PAGEFIND_PAGE)
    files = [*(site / "assets/search").rglob("*.js"), *(site / "data").glob("search-*.js")]
    found["files"], found["size"] = len(files), sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
    theirs = [file for file in (site / "pagefind").rglob("*") if file.is_file() and not file.name.startswith(("pagefind-ui", "pagefind-modular", "pagefind-component"))]
    found["pagefind files"], found["pagefind size"] = len(theirs), sum(len(gzip.compress(file.read_bytes(), 6)) for file in theirs)
    return found


def measured(command):
    """Seconds, the most memory in kB, and what was written to standard error."""
    before = time.monotonic()
    with tempfile.TemporaryFile("w+") as messages:
        process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=messages)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        messages.seek(0)
        text = messages.read()
    if process.returncode not in (0, 1):
        sys.exit(text)
    return {"seconds": time.monotonic() - before, "memory": usage.ru_maxrss, "err": text}


# --- measuring


def waves(entries):
    """How many fetches waited one for the other: an entry of a later wave began after one of the wave before had ended."""
    count, end = 0, -1.0
    for _, _, begun, ended in sorted(entries, key=lambda entry: entry[2]):
        if begun >= end:
            count, end = count + 1, ended
    return count


def first_query(browser, site, query, delay):
    """(requests, bytes, waves) of both from navigation to results: of ours beyond the page's own files, and all bytes."""
    from chromium import tab

    log, found = Log(), []
    with serving(site, log, delay) as address:
        for path, ready in (("search/?q=", "[data-search-state=ready]"), ("pagefind.html?q=", "[data-ready=results]")):
            log.clear()
            with tab(browser, viewport={"width": 1280, "height": 900}) as page:
                page.add_init_script(READY)
                page.goto(address + path + quote(query))
                page.wait_for_selector(ready, state="attached")
                page.wait_for_timeout(800)
                idle, shown = log.taken(), page.evaluate("() => window.shown") / 1000
                # What began later is for excerpts and facets.
                entries = [entry for entry in idle if entry[2] <= shown]
            own = [entry for entry in entries if any(part in entry[0] for part in ("/assets/search/", "/data/search-", "/pagefind/"))]
            found.append({"requests": len(own), "bytes": sum(entry[1] for entry in own), "all bytes": sum(entry[1] for entry in entries),
                          "waves": waves(own), "idle bytes": sum(entry[1] for entry in idle), "idle requests": len(idle)})
    return found


def hundred(browser, site, queries):
    """Requests and bytes of all queries in one tab, and where each known page was found."""
    from chromium import tab

    log, result = Log(), {}
    with serving(site, log) as address:
        with tab(browser, viewport={"width": 1280, "height": 900}) as page:
            page.goto(address + "search/")
            page.wait_for_selector("[data-search-state=ready]", state="attached")
            page.wait_for_timeout(300)
            log.clear()
            ranks = []
            for kind, query, path in queries:
                page.evaluate(OURS_ASK, query)
                shown = page.evaluate(OURS_SHOWN)
                ranks.append((kind, shown.index(path) + 1 if path in shown else 99))
            entries = log.taken()
            result["ours"] = {"requests": len(entries), "bytes": sum(entry[1] for entry in entries), "ranks": ranks}
            # All files that the queries need are there now: what is left is finding and showing.
            times = [page.evaluate(OURS_ASK, query) for _, query, _ in queries]
            result["ours"]["milliseconds"] = statistics.median(times)
        with tab(browser, viewport={"width": 1280, "height": 900}) as page:
            page.goto(address + "pagefind.html")
            page.wait_for_selector("[data-ready=init]", state="attached")
            log.clear()
            page.evaluate("async queries => { for (const query of queries) await ask(query, 5); }", [query for _, query, _ in queries])
            entries = log.taken()
            ranks = []
            for kind, query, path in queries:
                shown = [urlsplit(url).path.replace("index.html", "") for url in page.evaluate("query => ask(query, 10)", query)]
                ranks.append((kind, shown.index(path) + 1 if path in shown else 99))
            result["pagefind"] = {"requests": len(entries), "bytes": sum(entry[1] for entry in entries), "ranks": ranks}
    return result


def slow_line(browser, site, query):
    """Seconds to the first results of both with 400 ms for a round trip and 400 kbit/s."""
    from chromium import tab

    seconds = []
    with serving(site, Log()) as address:
        for path, ready in (("search/?q=", "[data-search-state=ready]"), ("pagefind.html?q=", "[data-ready=results]")):
            with tab(browser, viewport={"width": 390, "height": 800}) as page:
                page.set_default_timeout(120_000)
                session = page.context.new_cdp_session(page)
                session.send("Network.enable")
                session.send("Network.emulateNetworkConditions", {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000})
                began = time.monotonic()
                page.goto(address + path + quote(query), wait_until="commit")
                page.wait_for_selector(ready, state="attached")
                seconds.append(time.monotonic() - began)
    return seconds


def success(ranks):
    kinds = {}
    for kind, rank in ranks:
        kinds.setdefault(kind, []).append(rank)
    return {kind: (len(of), sum(rank == 1 for rank in of) / len(of), sum(rank <= 10 for rank in of) / len(of)) for kind, of in kinds.items()}


def measure(options, name, content, scratch):
    from chromium import launched

    site = scratch / f"{name}-site"
    built = build(options, content, site)
    queries = known_pages(site, options.seed, options.queries)
    rng = random.Random(options.seed)
    mixed = rng.sample(queries, min(100, len(queries)))
    print(f"\n## {name}: {built['pages']} pages", flush=True)
    print(f"index: {built['index seconds']:.2f} s within a build of {built['build']:.1f} s and {built['build memory'] / 1024:.0f} MB in all; "
          f"Pagefind {built['pagefind seconds']:.1f} s, {built['pagefind memory'] / 1024:.0f} MB")
    print(f"size: {built['size']:,} bytes gzipped in {built['files']} files; Pagefind {built['pagefind size']:,} in {built['pagefind files']}", flush=True)
    with launched() as browser:
        for kind in ("title", "rare words", "typo"):
            query = next((query for of, query, _ in queries if of == kind), None)
            if query is None:
                continue
            ours, theirs = first_query(browser, site, query, 0.05)
            print(f"first query ({kind}): {ours['requests']} requests, {ours['bytes']:,} bytes ({ours['all bytes']:,} with page, style and script; "
                  f"{ours['idle bytes']:,} when all is still), {ours['waves']} one after the other; "
                  f"Pagefind {theirs['requests']}, {theirs['all bytes']:,} bytes, {theirs['waves']}", flush=True)
        result = hundred(browser, site, mixed)
        print(f"{len(mixed)} queries in a tab: {result['ours']['requests']} requests, {result['ours']['bytes']:,} bytes; "
              f"Pagefind {result['pagefind']['requests']}, {result['pagefind']['bytes']:,}", flush=True)
        print(f"from files to results: {result['ours']['milliseconds']:.1f} ms, median")
        whole = hundred(browser, site, queries)
        ours, theirs = success(whole["ours"]["ranks"]), success(whole["pagefind"]["ranks"])
        for kind in ours:
            print(f"found ({kind}, {ours[kind][0]}): first {ours[kind][1]:.2f}, among ten {ours[kind][2]:.2f}; Pagefind {theirs[kind][1]:.2f}, {theirs[kind][2]:.2f}")
        seconds = slow_line(browser, site, queries[0][1])
        print(f"slow line: {seconds[0]:.1f} s; Pagefind {seconds[1]:.1f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folkmoot", type=Path, required=True)
    parser.add_argument("--content", type=Path, action="append", default=[], help="a handbook; can be given again")
    parser.add_argument("--pages", type=int, action="append", default=[], help="so many made-up pages; can be given again")
    parser.add_argument("--queries", type=int, default=100, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scratch", type=Path, help="where sites are built, and stay")
    options = parser.parse_args()
    from tools import in_venv

    in_venv()
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PAGEFIND], check=True)
    import generate

    with tempfile.TemporaryDirectory() as temporary:
        scratch = options.scratch or Path(temporary)
        for content in options.content:
            path = content.resolve()
            measure(options, path.parent.name if path.name == "content" else path.name, path, scratch)
        for pages in options.pages:
            content = scratch / f"generated-{pages}"
            if not content.is_dir():
                for path, text in generate.handbook(options.seed, pages, 60_000):
                    (content / path).parent.mkdir(parents=True, exist_ok=True)
                    (content / path).write_text(text)
            measure(options, f"generated-{pages}", content, scratch)


if __name__ == "__main__":
    sys.exit(main())
