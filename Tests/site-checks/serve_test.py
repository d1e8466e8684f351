#!/usr/bin/env python3
"""`folkmoot serve` while files break, disappear and come back, and with clients that are many, slow or malicious.

    Tests/site-checks/serve_test.py --folkmoot .build/release/folkmoot
"""

import argparse
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from live_server import Server

FILES = {
    "site.yaml": "title: Test site\nlanguages: [en]\nbase_url: https://handbook.example/path/\n",
    "index.md": "# Home\n\n[About](about.md)\n",
    "about.md": "---\ntitle: About\n---\nFirst text.\n",
    "draft.md": "---\ntitle: Draft\ndraft: true\n---\nNot yet.\n",
    "communities/rivers.md": "---\nname: Rivers\nsummary: Water.\n---\nFlow.\n",
    "big.txt": "0123456789abcdef" * (1 << 18),  # 4 MiB
}
SECRET = b"the secret outside"
failures = []


def check(name, holds, more=""):
    print(f"{'ok  ' if holds else 'FAIL'} {name} {'' if holds else more}", flush=True)
    if not holds:
        failures.append(name)


def lay(folder):
    content = folder / "content"
    for path, text in FILES.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text)
    (folder / "secret.txt").write_bytes(SECRET)
    (folder / "secret.md").write_bytes(b"# " + SECRET)
    (content / ".hidden.txt").write_bytes(SECRET)
    (content / "link.txt").symlink_to("../secret.txt")
    (content / "link.md").symlink_to("../secret.md")
    (content / "folder-link").symlink_to("..")
    return content


def raw(port, data, timeout=20):
    """What comes back for these bytes until the server closes or says no more."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as connection:
        connection.sendall(data)
        got = b""
        try:
            while part := connection.recv(65536):
                got += part
        except (TimeoutError, ConnectionResetError):
            pass
        return got


def events(port):
    """An open stream of versions, and the first one."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=60)
    connection.sendall(b"GET /_folkmoot/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    return connection


def received(connection, text, patience=60):
    """Whether the stream reports it, on a machine that may be busy."""
    connection.settimeout(patience)
    got = b""
    try:
        while text not in got:
            part = connection.recv(4096)
            if not part:
                return False
            got += part
    except TimeoutError:
        return False
    return True


def version(server):
    return int(server.get("/")[2].split(b'data-version="')[1].split(b'"')[0])


def edits(server, content):
    about = content / "about.md"
    check("a page is served", server.get("/about/")[0] == 200 and b"First text." in server.get("/about/")[2])
    check("a draft is not", server.get("/draft/")[0] == 404)
    feed = server.get("/sitemap.xml")[2]
    check("addresses are those of the server", f"http://127.0.0.1:{server.port}/about/".encode() in feed and b"handbook.example" not in feed, feed[:300])
    about.write_text("---\ntitle: About\n---\nSecond text.\n")
    server.until("/about/", lambda body: b"Second text." in body)
    check("a saved text is served", True)
    about.write_text("---\ntitle: \"About\n---\nBroken text.\n")
    server.until("/_folkmoot/problems.json", lambda body: b"yaml-syntax" in body)
    problem = json.loads(server.get("/_folkmoot/problems.json")[2])["problems"][0]
    check("a broken file is reported with name and line", problem["path"].endswith("about.md") and problem["line"] == 2, problem)
    check("and its last good version stays", b"Second text." in server.get("/about/")[2])
    temporary = content / ".about.md.swp"
    temporary.write_text("---\ntitle: About\n---\nThird text.\n")
    temporary.rename(about)  # as many editors save
    server.until("/about/", lambda body: b"Third text." in body)
    check("fixed by a file put in its place", b"yaml-syntax" not in server.get("/_folkmoot/problems.json")[2])
    (content / "handbook/deep/er").mkdir(parents=True)
    (content / "handbook/deep/er/new.md").write_text("# New\n\nDeep text.\n")
    server.until("/handbook/deep/er/new/", lambda body: b"Deep text." in body)
    (content / "handbook/deep/er/new.md").write_text("# New\n\nDeeper text.\n")
    server.until("/handbook/deep/er/new/", lambda body: b"Deeper text." in body)
    check("new folders are followed", True)
    shutil.rmtree(content / "handbook")
    server.until("/handbook/deep/er/new/", lambda body: b"Deeper text." not in body)
    check("a removed folder is gone", server.get("/handbook/deep/er/new/")[0] == 404)


def gone_and_back(server, content):
    kept = content.with_name("kept")
    # At once: of a folder that goes file by file, the last version may be one that lacks pages.
    content.rename(kept)
    server.until("/_folkmoot/problems.json", lambda body: b'"failure"' in body)
    check("without the folder the last version stays", server.get("/about/")[0] == 200)
    shutil.copytree(kept, content, symlinks=True)
    server.until("/_folkmoot/problems.json", lambda body: b'"failure"' not in body)
    (content / "about.md").write_text("---\ntitle: About\n---\nAfter it came back.\n")
    server.until("/about/", lambda body: b"After it came back." in body)
    check("a folder that came back is followed", True)
    shutil.rmtree(kept)


def many(server, content):
    streams = [events(server.port) for _ in range(100)]
    check("a hundred connections get the version", all(received(one, b"data: ") for one in streams))
    (content / "about.md").write_text("---\ntitle: About\n---\nFor a hundred.\n")
    check("and of the next one", all(received(one, b"data: ") for one in streams))
    check("beside them pages are served", b"For a hundred." in server.get("/about/")[2])
    for one in streams:
        one.close()


def slow(server):
    half = socket.create_connection(("127.0.0.1", server.port))
    half.sendall(b"GET / HTTP/1.1\r\nHost: loc")
    deaf = []
    for _ in range(20):
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", server.port))
        connection.sendall(b"GET /big.txt HTTP/1.1\r\nHost: localhost\r\n\r\n" * 5)
        deaf.append(connection)
    # A server that waited for them would give up only after a minute.
    try:
        statuses = [server.get("/about/", timeout=30)[0] for _ in range(50)]
    except TimeoutError:
        statuses = []
    check("slow clients delay nobody", statuses == [200] * 50)
    check("a large file arrives whole", server.get("/big.txt")[2].decode() == FILES["big.txt"])
    for one in [half, *deaf]:
        one.close()


def memory(server):
    """Of the server, in MiB; 0 where the system has no list of it."""
    try:
        status = Path(f"/proc/{server.process.pid}/status").read_text()
    except OSError:
        return 0
    return int(status.split("VmRSS:")[1].split()[0]) // 1024


def crowd(server):
    """Clients that do not read, that read late, that send many requests at once, and more clients than are allowed."""
    before = memory(server)
    deaf = []
    for _ in range(60):
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", server.port))
        connection.sendall(b"GET /big.txt HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20)
        deaf.append(connection)
    time.sleep(0.5)
    grown = memory(server) - before
    # The requested files are 4800 MiB.
    check("clients that do not read hold little memory", grown < 100, f"{grown} MiB")
    late = socket.socket()
    late.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    late.settimeout(60)
    late.connect(("127.0.0.1", server.port))
    late.sendall(b"GET /big.txt HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    time.sleep(0.2)
    got = b"".join(iter(lambda: late.recv(1 << 16), b""))
    check("the last answer of a connection arrives whole", got.split(b"\r\n\r\n", 1)[1].decode() == FILES["big.txt"], len(got))
    for one in [late, *deaf]:
        one.close()
    targets = ["/about/", "/nothing/", "/sitemap.xml", "/about", "/"] * 20
    requests = "".join(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n" for target in targets)
    got = raw(server.port, (requests + "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n").encode(), timeout=60)
    answers = got.count(b"HTTP/1.1 200") + got.count(b"HTTP/1.0 200"), got.count(b"HTTP/1.1 404"), got.count(b"HTTP/1.1 301")
    check("a hundred requests at once are answered", answers == (61, 20, 20), answers)
    for _ in range(6):
        streams = [events(server.port) for _ in range(100)]
        heard = all(received(one, b"data: ") for one in streams)
        for one in streams:
            one.close()
    check("streams that were left make room for others", heard and server.get("/about/")[0] == 200)


def short(server, content):
    """A file that gets shorter while it is sent, and one that a link replaces."""
    big = content / "big.txt"
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(60)
    connection.connect(("127.0.0.1", server.port))
    connection.sendall(b"GET /big.txt HTTP/1.1\r\nHost: localhost\r\n\r\n")
    connection.recv(1000)
    big.write_text("short")
    try:
        while connection.recv(1 << 20):
            pass
        ended = True
    except ConnectionError:
        ended = True
    except TimeoutError:
        ended = False
    check("a file that got shorter ends the connection", ended)
    connection.close()
    big.unlink()
    big.symlink_to("../secret.txt")
    seen = [server.get("/big.txt")[2] for _ in range(20)]
    check("a link put in its place is never followed", not any(SECRET in body for body in seen))
    big.unlink()
    big.write_text(FILES["big.txt"])
    both = raw(server.port, b"HEAD /_folkmoot/events HTTP/1.1\r\nHost: localhost\r\n\r\nGET /about HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    check("HEAD of the events has no body", both.split(b"\r\n\r\n", 1)[1].startswith(b"HTTP/1.1 301"), both[:400])


def parts(server):
    """A player requests a film from its middle on."""
    whole = FILES["big.txt"].encode()
    for header, status, expected in [("bytes=100-199", 206, whole[100:200]), ("bytes=-5", 206, whole[-5:]), (f"bytes={len(whole) - 3}-", 206, whole[-3:]), ("bytes=99999999-", 416, b""), ("bytes=1-2,4-5", 200, whole)]:
        got, headers, body = server.get("/big.txt", headers={"Range": header})
        check(f"{header} is answered with {status}", got == status and body == expected and headers.get("accept-ranges") == "bytes", (got, headers, len(body)))
    got, headers, body = server.get("/about/", headers={"Range": "bytes=0-3"})
    check("a page is always whole", got == 200 and b"</html>" in body)


def outside(server):
    targets = [
        "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/about/../../secret.txt", "//secret.txt", "/./../secret.txt",
        "/..\\secret.txt", "/%5c..%5csecret.txt", "/.hidden.txt", "/link.txt", "/link/", "/link.md", "/folder-link/secret.txt", "/folder-link/secret/", "/%00/../secret.txt",
        "/secret.txt%00.txt", "/%c0%ae%c0%ae/secret.txt", "/....//secret.txt", "/_folkmoot/../secret.txt", "/_folkmoot/%2e%2e/secret.txt", "/etc/passwd", "//etc/passwd",
        "/../../../../../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "file:///etc/passwd", "/file:///etc/passwd", "/site.yaml", "/content/site.yaml", "/about.md",
        "http://localhost/../secret.txt", "*", "/" + "../" * 3000 + "secret.txt", "/" + "%2e%2e/" * 3000 + "secret.txt", "/?../../secret.txt", "/~root", "/\udcff",
    ]
    bad = []
    for target in targets:
        got = raw(server.port, f"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode("utf-8", "surrogateescape"))
        home = target.startswith("/?")
        if not got.startswith(b"HTTP/1.1 ") or SECRET in got or b"root:" in got or b"languages:" in got or (b" 200 " in got.split(b"\r\n")[0] and not home):
            bad.append((target[:60], got[:80]))
    check(f"{len(targets)} ways to what is not the site's find nothing", not bad, bad)
    for name in ["evil.example", f"evil.example:{server.port}", "127.0.0.1.evil.example", ""]:
        got = raw(server.port, f"GET /about/ HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n".encode())
        check(f"the host `{name}` is refused", got.startswith((b"HTTP/1.1 403", b"HTTP/1.1 400")) and b"text" not in got.split(b"<h1>")[-1], got[:80])
    two = raw(server.port, b"GET /about/ HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
    check("two hosts are refused", two.startswith(b"HTTP/1.1 4"), two[:80])
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"]:
        status, headers, _ = server.get("/about/", method=method)
        check(f"{method} is refused", status == 405 and headers.get("allow") == "GET, HEAD", status)
    status, headers, body = server.get("/about/", method="HEAD")
    check("HEAD has no body", status == 200 and body == b"" and int(headers["content-length"]) > 0)
    for junk in [b"\x00" * 1000, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"A" * 200_000, b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 50_000 + b"\r\n",
                 b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n" + b"x" * 300_000, b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n"]:
        try:
            raw(server.port, junk, timeout=1)
        except OSError:
            pass
    check("the server keeps running after junk", server.get("/about/")[0] == 200)


def served(folkmoot, content, *arguments):
    """A server that cannot start, when it has ended."""
    command = [str(folkmoot), "serve", "--content", str(content), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def port_in_use(folkmoot, content, server):
    run = served(folkmoot, content, "--port", str(server.port))
    check("a port in use is reported, with one that is free", run.returncode == 2 and "in use" in run.stderr and "--port " in run.stderr, run.stderr)
    run = served(folkmoot, f"{content}-not")
    check("a missing folder is reported", run.returncode == 2 and "content-not" in run.stderr, run.stderr)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--folkmoot", type=Path, required=True)
    folkmoot = arguments.parse_args().folkmoot.resolve()
    with tempfile.TemporaryDirectory() as folder:
        content = lay(Path(folder))
        with Server(folkmoot, content) as server:
            first = version(server)
            # A look that finds no change leaves nothing to wait for. A slow machine sees less here, and never fails.
            time.sleep(0.5)
            check("nothing is shown again while nothing changes", version(server) == first)
            edits(server, content)
            outside(server)
            parts(server)
            many(server, content)
            slow(server)
            crowd(server)
            short(server, content)
            gone_and_back(server, content)
            port_in_use(folkmoot, content, server)
            check("it still runs", server.process.poll() is None and server.get("/")[0] == 200)
        with Server(folkmoot, content, "--drafts") as server:
            check("drafts are shown when requested", b"Not yet." in server.get("/draft/")[2])
    if failures:
        sys.exit(f"{len(failures)} of the checks failed")


main()
