#!/usr/bin/env python3
"""What `make release` put into a folder, used as people use it: by chroot in a folder with nothing else, in a Debian 11, by pip in a
virtual environment, as a Debian package and as an image. Needs root, for chroot and mounts; PyPI; and debootstrap's mirror once.
"""

import argparse
import hashlib
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "Tests/site-checks"))

import building  # noqa: E402
import environments  # noqa: E402

PACKAGES = ["twine==7.0.0", "cyclonedx-python-lib[json-validation]==11.12.0"]
# Half of the 72 MB that it had, and some more; with ICU's data it would be 75.
MOST_BYTES = 44_000_000
DAY = "2026-11-24"

faults, looks = [], 0


def expect(holds, what):
    global looks
    looks += 1
    if not holds:
        faults.append(what)
        print("FAULT", what, flush=True)


def run(*command, **options):
    options = {"capture_output": True, "text": True, "check": False, "timeout": 600} | options
    return subprocess.run([str(word) for word in command], **options)


def within(root, *command, proc=True, **options):
    """Runs a command with `root` as its root folder. The mount of /proc goes with the command."""
    (root / "proc").mkdir(exist_ok=True)
    words = " ".join(shlex.quote(str(word)) for word in command)
    mount = f"mount -t proc proc {shlex.quote(str(root / 'proc'))} && " if proc else ""
    return run("unshare", "--mount", "sh", "-c", f"{mount}exec chroot {shlex.quote(str(root))} {words}", **options)


def same_files(one, other):
    """Whether two sites have the same files with the same bytes; says which differ."""
    wrong = building.differences(building.tree(one), building.tree(other))
    wrong += [] if building.manifest(one) == building.manifest(other) else ["the manifests differ"]
    print("\n".join(wrong[:10]), end="\n" if wrong else "")
    return not wrong


def sums(dist):
    listed = dict(reversed(line.split("  ")) for line in (dist / "SHA256SUMS").read_text().splitlines())
    for name, digest in listed.items():
        expect(hashlib.sha256((dist / name).read_bytes()).hexdigest() == digest, f"SHA256SUMS: {name} has another hash")
    return sorted(listed)


def one(dist, pattern):
    found = sorted(dist.glob(pattern))
    expect(len(found) == 1, f"{pattern}: {len(found)} files")
    return found[0]


def in_empty_folder(program, scratch):
    """Nothing is there but the program and what the kernel shows."""
    root = scratch / "empty"
    root.mkdir()
    shutil.copy2(program, root / "folkmoot")
    without = within(root, "/folkmoot", "--version", proc=False)
    expect(without.returncode == 71 and "mount -t proc" in without.stderr, f"without /proc: {without.returncode} {without.stderr!r}")
    made = within(root, "/folkmoot", "new", "handbook", "/handbook", "--title", "Ours")
    expect(made.returncode == 0, f"empty folder, new handbook: {made.stderr}")
    built = within(root, "/folkmoot", "build", "--content", "/handbook/content", "--output", "/site", "--as-of", DAY)
    expect(built.returncode == 0, f"empty folder, build: {built.stderr}")
    beside = run(program, "build", "--content", root / "handbook/content", "--output", scratch / "beside", "--as-of", DAY)
    expect(beside.returncode == 0 and same_files(root / "site", scratch / "beside"), "the site made in an empty folder is not the one made here")


def contents(program, usual, scratch):
    """The whole of the project's content, by this program and by one that has all of ICU and loads the C library."""
    if not usual:
        print("left out: content/ by another build of the same source; --usual names one")
        return
    for name, built_by in {"static": program, "usual": usual.resolve()}.items():
        made = run(built_by, "build", "--content", ROOT / "content", "--output", scratch / name, "--as-of", DAY)
        expect(made.returncode == 0, f"content/ by the {name} program: {made.stderr[-300:]}")
    expect(same_files(scratch / "static", scratch / "usual"), "content/ becomes another site with the static program")


def handbook(prefix, name):
    """Commands that make and build a handbook, and check one that is wrong."""
    return f"cd /root && rm -rf {name} && {prefix} new handbook {name} && cd {name} && {prefix} build && test -s site/index.html && printf -- '---\\nfounded: tomorrow\\n---\\n' > content/communities/wrong.md && ({prefix} check > /dev/null; test $? -eq 1)"


def debian(dist, scratch, suite="bullseye"):
    kept = ROOT / f".build/debootstrap-{suite}.tar"
    if not kept.is_file():
        print(f"making a Debian {suite} …", flush=True)
        made = run("debootstrap", "--variant=minbase", "--include=python3,python3-venv", suite, scratch / "fresh", timeout=1200)
        if made.returncode != 0:
            sys.exit(f"debootstrap failed: {made.stdout[-500:]}{made.stderr[-500:]}")
        kept.parent.mkdir(exist_ok=True)
        run("tar", "-C", scratch / "fresh", "-cf", kept, ".", timeout=600)
    root = scratch / suite
    root.mkdir()
    run("tar", "-C", root, "-xf", kept)
    for file in dist.iterdir():
        shutil.copy2(file, root / "root" / file.name)
    tarball = one(dist, "*.tar.gz").name
    wheel, deb = one(dist, "*.whl").name, one(dist, "*.deb").name
    ways = {
        "tarball": f"tar -C /opt -xzf /root/{tarball} && " + handbook(f"/opt/{tarball.removesuffix('.tar.gz')}/bin/folkmoot", "by-tarball"),
        "wheel": f"python3 -m venv /opt/venv && /opt/venv/bin/pip install --quiet --no-index /root/{wheel} && " + handbook("/opt/venv/bin/folkmoot", "by-wheel") + " && cd /root && /opt/venv/bin/python -m folkmoot --version",
        "deb": f"dpkg --install /root/{deb} && " + handbook("folkmoot", "by-deb") + " && test -f /usr/share/bash-completion/completions/folkmoot && test -z \"$(dpkg --verify folkmoot)\" && dpkg --remove folkmoot && ! test -e /usr/bin/folkmoot",
    }
    for way, commands in ways.items():
        started = time.monotonic()
        done = within(root, "bash", "-c", commands)
        expect(done.returncode == 0, f"{suite}, {way}: {done.stdout[-300:]}{done.stderr[-600:]}")
        print(f"{suite}, {way}: installed, a handbook made, built and checked in {time.monotonic() - started:.1f} s", flush=True)


def interrupted(command, folder):
    """What a server prints first, and how Ctrl-C ends it: by the signal itself."""
    server = subprocess.Popen([*map(str, command), "serve", "--port", "0"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        said = server.stdout.readline()
        server.send_signal(signal.SIGINT)
        return said, server.wait(timeout=20)
    finally:
        server.kill()


def signals(dist, scratch):
    """In a virtual environment here: the program's own exit codes, and a signal that ends it."""
    venv = scratch / "venv"
    run(sys.executable, "-m", "venv", venv)
    installed = run(venv / "bin/pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", one(dist, "*.whl"))
    expect(installed.returncode == 0, f"pip: {installed.stderr}")
    for command in ([venv / "bin/folkmoot"], [venv / "bin/python", "-m", "folkmoot"]):
        expect(run(*command, "no-such-command").returncode == 64, f"{command[-1]}: another exit code than the program's")
        run(*command, "new", "handbook", scratch / "served")
        said, ended = interrupted(command, scratch / "served")
        expect("http://127.0.0.1" in said and ended == -signal.SIGINT, f"{command[-1]} serve said {said!r} and ended with {ended}")
        shutil.rmtree(scratch / "served")
    listed = zipfile.ZipFile(one(dist, "*.whl")).namelist()
    expect(any(name.endswith("licenses/copyright") for name in listed), "the wheel lacks the licences")
    print("wheel:", ", ".join(listed))


def declared(dist):
    """What third-party checkers report about the metadata."""
    checked = run(Path(sys.prefix) / "bin/twine", "check", "--strict", one(dist, "*.whl"))
    print("twine:", checked.stdout.strip().splitlines()[-1] if checked.stdout.strip() else checked.stderr[-300:])
    expect(checked.returncode == 0, f"twine: {checked.stdout[-400:]}{checked.stderr[-400:]}")
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    text = one(dist, "*.cdx.json").read_text(encoding="utf-8")
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    expect(wrong is None, f"the list of what is linked in is no CycloneDX 1.6: {wrong}")
    print(f"CycloneDX 1.6: {'valid' if wrong is None else wrong}, {text.count('bom-ref') - 1} components")
    judged = run("lintian", "--allow-root", "--tag-display-limit", "0", one(dist, "*.deb"))
    print("lintian:", judged.stdout.strip().replace("\n", "\n  ") or "nothing", judged.stderr[-300:])
    expect(not re.search(r"^E:", judged.stdout, re.MULTILINE) and judged.returncode in (0, 2), f"lintian: {judged.stdout[-1000:]}")


def manual(dist, scratch):
    run("tar", "-C", scratch, "-xzf", one(dist, "*.tar.gz"))
    page = next(scratch.glob("folkmoot-*/share/man/man1/folkmoot.1.gz"))
    plain = scratch / "folkmoot.1"
    plain.write_text(run("gzip", "-dc", page).stdout)
    linted = run("mandoc", "-T", "lint", "-W", "warning", plain)
    expect(linted.returncode == 0, f"manual page: {linted.stdout[-600:]}")
    shown = run("mandoc", "-T", "utf8", plain).stdout
    for words in ("folkmoot build", "base-url", "EXIT STATUS", "folkmoot new community"):
        expect(words in re.sub(".\b", "", shown), f"the manual page lacks {words!r}")
    for shell, file in {"bash": "share/bash-completion/completions/folkmoot"}.items():
        checked = run(shell, "-n", next(scratch.glob(f"folkmoot-*/{file}")))
        expect(checked.returncode == 0, f"completions for {shell}: {checked.stderr}")


def image(dist, scratch):
    """The image runs with the handbook as its only volume."""
    store = ["--root", scratch / "images", "--runroot", scratch / "run", "--storage-driver", "vfs"]
    built = run("buildah", *store, "build", "--isolation", "chroot", "--file", ROOT / "Containerfile", "--tag", "folkmoot", dist)
    expect(built.returncode == 0, f"buildah: {built.stderr[-600:]}")
    if built.returncode != 0:
        return
    container = run("buildah", *store, "from", "folkmoot").stdout.strip()
    (scratch / "volume").mkdir()
    # The folder for programs is no part of an image FROM scratch.
    done = run("buildah", *store, "run", "--isolation", "chroot", "--volume", f"{scratch / 'volume'}:/handbook", container, "/folkmoot", "new", "handbook", "/handbook")
    expect(done.returncode == 0, f"image, new handbook: {done.stdout[-300:]}{done.stderr[-600:]}")
    done = run("buildah", *store, "run", "--isolation", "chroot", "--volume", f"{scratch / 'volume'}:/handbook", container, "/folkmoot", "build")
    expect(done.returncode == 0 and (scratch / "volume/site/index.html").is_file(), f"image, build: {done.stdout[-300:]}{done.stderr[-600:]}")
    print("image:", (done.stderr or done.stdout).strip().splitlines()[-1] if done.stderr + done.stdout else "")
    run("buildah", *store, "rm", container)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dist", type=Path)
    parser.add_argument("--usual", type=Path, metavar="BIN", help="a program of the same source that is linked as usual")
    parser.add_argument("--only", action="append", metavar="WORD", help="only the parts with this name")
    options = parser.parse_args()
    environments.enter(ROOT / ".build/release-venv", PACKAGES, "release.txt", lambda error: sys.exit(f"twine and cyclonedx-python-lib could not be installed: {error}"))
    if os.geteuid() != 0:
        sys.exit("This test makes roots of its own with chroot: run it as root, such as in a container.")
    dist = options.dist.resolve()
    with tempfile.TemporaryDirectory(prefix="release-test-") as name:
        scratch = Path(name)
        program = dist / "folkmoot"
        print(", ".join(sums(dist)))
        size = program.stat().st_size
        print(f"program: {size:,} bytes")
        expect(size < MOST_BYTES, f"the program has {size:,} bytes: is ICU's data back? See Sources/StaticLinux.")
        parts = {
            "empty": lambda: in_empty_folder(program, scratch), "content": lambda: contents(program, options.usual, scratch), "debian": lambda: debian(dist, scratch),
            "signals": lambda: signals(dist, scratch), "declared": lambda: declared(dist), "manual": lambda: manual(dist, scratch), "image": lambda: image(dist, scratch),
        }
        for part, look in parts.items():
            if not options.only or part in options.only:
                look()
    print(f"release: {looks} looks, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
