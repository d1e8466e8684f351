"""The forms in which the program is distributed: a tarball, a wheel for pip, a package for Debian."""

import re
import subprocess
import tempfile
import textwrap
from email.utils import formatdate
from pathlib import Path

from archives import Member, gzipped, tar, wheel

SUMMARY = "Handbooks of communities of practice, and a searchable map of them"
DESCRIPTION = """\
Folkmoot turns a folder of Markdown files into a handbook for communities of
practice, a map of all of them, a shared wiki, calendars, and write-ups of what
happened when people met. It checks what people write, says at which line
something is wrong and what to write there, and publishes plain files that any
web host can serve.

One program without anything to install beside it. `folkmoot new handbook
my-handbook` makes the first handbook.
"""
COMPLETIONS = {"bash": "share/bash-completion/completions/folkmoot", "zsh": "share/zsh/vendor-completions/_folkmoot", "fish": "share/fish/vendor_completions.d/folkmoot.fish"}


def shared(release):
    """What belongs beside the program, below a prefix such as /usr: manual page, completions, licences."""
    return [
        Member("share/man/man1/folkmoot.1.gz", gzipped(release.manual)),
        *(Member(path, release.completions[shell]) for shell, path in COMPLETIONS.items()),
        Member("share/doc/folkmoot/copyright", release.copyright),
        Member("share/doc/folkmoot/CHANGELOG.md.gz", gzipped(release.changelog)),
    ]


def for_debian(release):
    """The same as Debian wants it: the texts of common licences are in every system, and a changelog has a form of its own."""
    apache = re.compile(rb"TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION.*?END OF TERMS AND CONDITIONS", re.DOTALL)
    # Only the texts after the line that names each.
    common = re.compile(rb"\n={30} [^\n]+ ={30}\n.*?(?=\n-{78}\n|\Z)", re.DOTALL)
    changelog = f"folkmoot ({release.version}) unstable; urgency=medium\n\n  * Version {release.version}; CHANGELOG.md.gz says what is new.\n\n -- {release.maintainer}  {formatdate(release.when)}\n"
    return [
        *(Member(member.path, common.sub(b"", apache.sub(b"These are in /usr/share/common-licenses/Apache-2.0.", member.content))) if member.path.endswith("/copyright") else member for member in shared(release)),
        Member("share/doc/folkmoot/changelog.gz", gzipped(changelog.encode())),
        Member("share/lintian/overrides/folkmoot", (Path(__file__).parent / "lintian-overrides").read_bytes()),
    ]


def tarball(release):
    members = [Member("bin/folkmoot", release.program, True), *shared(release), Member("LICENSE", release.licence), Member(release.sbom_name, release.sbom)]
    return tar(members, f"folkmoot-{release.version}-linux-{release.machine}", release.when)


def wheel_tag(machine):
    """The program is linked statically, so it runs with the glibc of any age and with musl; the oldest names that pip knows say so."""
    return f"py3-none-manylinux_2_17_{machine}.manylinux2014_{machine}.musllinux_1_1_{machine}"


def python_wheel(release):
    """The program is installed as it is, into the folder of scripts: signals and exit codes are its own."""
    info, data = f"folkmoot-{release.version}.dist-info", f"folkmoot-{release.version}.data"
    tag = wheel_tag(release.machine)
    texts = [Member(f"{info}/licenses/LICENSE", release.licence), Member(f"{info}/licenses/copyright", release.copyright)]
    metadata = "\n".join([
        "Metadata-Version: 2.4", "Name: folkmoot", f"Version: {release.version}", f"Summary: {SUMMARY}",
        f"License-Expression: {release.licence_expression}", "License-File: LICENSE", "License-File: copyright",
        "Keywords: static site generator,communities of practice,handbook,map,markdown",
        "Classifier: Environment :: Console", "Classifier: Operating System :: POSIX :: Linux", "Classifier: Topic :: Documentation",
        "Classifier: Programming Language :: Python :: 3",
        f"Project-URL: Home, {release.home}",
        "Requires-Python: >=3.8", "Description-Content-Type: text/markdown", "", DESCRIPTION])
    described = "\n".join(["Wheel-Version: 1.0", "Generator: folkmoot make release", "Root-Is-Purelib: false", *(f"Tag: py3-none-{platform}" for platform in tag.split("-")[2].split(".")), ""])
    package = Path(__file__).parent
    members = [
        Member("folkmoot/__init__.py", (package / "wheel_init.py").read_bytes()),
        Member("folkmoot/__main__.py", (package / "wheel_main.py").read_bytes()),
        Member(f"{data}/scripts/folkmoot", release.program, True),
        *(Member(f"{data}/data/{member.path}", member.content) for member in shared(release) if "/doc/" not in member.path),
        *texts,
        Member(f"{info}/sboms/{release.sbom_name}", release.sbom),
        Member(f"{info}/METADATA", metadata.encode()), Member(f"{info}/WHEEL", described.encode()),
    ]
    return f"folkmoot-{release.version}-{tag}.whl", wheel(members, info, release.when)


def debian_package(release):
    """Made by dpkg-deb, which takes the day of all files from SOURCE_DATE_EPOCH."""
    architecture = {"x86_64": "amd64", "aarch64": "arm64"}[release.machine]
    name = f"folkmoot_{release.version}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch, "folkmoot")
        for member in [Member("bin/folkmoot", release.program, True), *for_debian(release)]:
            path = root / "usr" / member.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(member.content)
            path.chmod(member.mode)
        for folder in [root, *(path for path in root.rglob("*") if path.is_dir())]:
            folder.chmod(0o755)
        size = sum(-(-path.stat().st_size // 1024) for path in root.rglob("*") if path.is_file())
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN").chmod(0o755)
        body = textwrap.indent("\n".join(line or "." for line in DESCRIPTION.strip().splitlines()), " ")
        control = f"""\
Package: folkmoot
Version: {release.version}
Architecture: {architecture}
Maintainer: {release.maintainer}
Installed-Size: {size}
Section: web
Priority: optional
Recommends: git, curl
Homepage: {release.home}
Description: {SUMMARY[0].lower() + SUMMARY[1:]}
{body}
"""
        (root / "DEBIAN/control").write_text(control, encoding="utf-8")
        (root / "DEBIAN/control").chmod(0o644)
        made = Path(scratch, name)
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(made)], check=True, capture_output=True, text=True,
                       env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "SOURCE_DATE_EPOCH": str(release.when)})
        return name, made.read_bytes()
