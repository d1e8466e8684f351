"""What is linked into the program: versions, licences and where each comes from.

Nothing here is written down twice: the Swift packages are those whose object files the linker was given, their versions those
that SwiftPM resolved; versions and licence texts of C libraries are those of the Debian packages that own the archives.
"""

import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path


class Missing(Exception):
    """Something that a release needs is not there; the text says what to do."""


@dataclass(frozen=True)
class Component:
    """`licence` is an SPDX expression, `text` the whole text that goes with it, `purl` a package URL or empty."""

    name: str
    version: str
    licence: str
    text: str
    home: str
    purl: str = ""


# SPDX expression of each Swift package, by the identity that SwiftPM gives it. A package that is not here stops a release.
SWIFT_LICENCES = {
    "yams": "MIT",
    "swift-argument-parser": "Apache-2.0 WITH Swift-exception",
    "swift-atomics": "Apache-2.0 WITH Swift-exception",
    "swift-collections": "Apache-2.0 WITH Swift-exception",
    "swift-system": "Apache-2.0 WITH Swift-exception",
    "swift-nio": "Apache-2.0",
}

# What else is linked: a file that Debian owns, the SPDX expression, and the project's home.
DEBIAN = [
    ("cmark", "/usr/lib/*-linux-gnu/libcmark.a", "BSD-2-Clause AND MIT", "https://github.com/commonmark/cmark"),
    ("glibc", "/usr/lib/*-linux-gnu/libc.a", "LGPL-2.1-or-later", "https://www.gnu.org/software/libc/"),
    ("libstdc++", "/usr/lib/gcc/*-linux-gnu/*/libstdc++.a", "GPL-3.0-or-later WITH GCC-exception-3.1", "https://gcc.gnu.org/"),
    ("libgcc", "/usr/lib/gcc/*-linux-gnu/*/libgcc.a", "GPL-3.0-or-later WITH GCC-exception-3.1", "https://gcc.gnu.org/"),
]


def components(root, scratch):
    """All components, the program itself left out, sorted by name.

    `root` is the repository, `scratch` the folder in which SwiftPM built it in the configuration `release`.
    Raises Missing where a version or a licence is not known."""
    listed = (scratch / "release/folkmoot.product/Objects.LinkFileList").read_text(encoding="utf-8").splitlines()
    modules = {match[1] for line in listed if (match := re.search(r"/([^/]+)\.build/", line))}
    found = [*swift_packages(root, scratch, modules), *within_packages(scratch, modules), *debian_packages(), *toolchain()]
    return sorted(found, key=lambda component: component.name.casefold())


def swift_packages(root, scratch, modules):
    pins = json.loads((root / "Package.resolved").read_text(encoding="utf-8"))["pins"]
    for pin in pins:
        place = scratch / "checkouts" / Path(pin["location"]).name.removesuffix(".git")
        if not any((place / "Sources" / module).is_dir() for module in modules):
            continue
        identity, version = pin["identity"], pin["state"]["version"]
        if identity not in SWIFT_LICENCES:
            raise Missing(f"{identity} is linked in, and its licence is not in SWIFT_LICENCES of scripts/release/linked.py: add it there.")
        home = pin["location"].removesuffix(".git")
        purl = f"pkg:swift/{home.removeprefix('https://')}@{version}"
        yield Component(place.name, version, SWIFT_LICENCES[identity], licence_text(place), home, purl)


def licence_text(place):
    texts = [path.read_text(encoding="utf-8") for path in sorted([*place.glob("LICENSE*"), *place.glob("NOTICE*")])]
    if not texts:
        raise Missing(f"{place} has no LICENSE: see where its licence is now.")
    return "\n".join(texts)


def within_packages(scratch, modules):
    """C sources that Swift packages carry, of those modules that are linked in."""
    sources = scratch / "checkouts/swift-nio/Sources"
    if "CNIOLLHTTP" in modules:
        header = (sources / "CNIOLLHTTP/include/c_nio_llhttp.h").read_text(encoding="utf-8")
        numbers = [re.search(rf"LLHTTP_VERSION_{part} (\d+)", header) for part in ("MAJOR", "MINOR", "PATCH")]
        if not all(numbers):
            raise Missing("swift-nio's copy of llhttp no longer says its version where scripts/release/linked.py looks.")
        version = ".".join(number[1] for number in numbers)
        yield Component("llhttp", version, "MIT", licence_text(sources / "CNIOLLHTTP"), "https://github.com/nodejs/llhttp", f"pkg:github/nodejs/llhttp@v{version}")
    if "CNIOSHA1" in modules:
        raise Missing("swift-nio's SHA-1 is linked in now: add its licence, which is at the top of its source, to scripts/release/linked.py.")
    if "CYaml" in modules:
        # Yams carries libyaml without its licence: the MIT licence, as Yams has it, with libyaml's own holders.
        terms = licence_text(scratch / "checkouts/Yams").split("Permission is hereby granted", 1)[1]
        text = "The MIT License\n\nCopyright (c) 2017-2020 Ingy döt Net\nCopyright (c) 2006-2016 Kirill Simonov\n\nPermission is hereby granted" + terms
        yield Component("libyaml", "0.2.5", "MIT", text, "https://github.com/yaml/libyaml", "pkg:github/yaml/libyaml@0.2.5")


def debian_packages():
    for name, pattern, licence, home in DEBIAN:
        files = sorted(Path("/").glob(pattern.lstrip("/")))
        if not files:
            raise Missing(f"{pattern} is missing. Run `make release` on Debian or Ubuntu; scripts/install-release-tools installs what it needs.")
        package, version = owner(max(files, key=lambda file: [int(part) for part in re.findall(r"\d+", str(file))]))
        text = Path("/usr/share/doc", package.split(":")[0], "copyright")
        if not text.is_file():
            raise Missing(f"{text} is missing, so the licence of {name} is not known. Install the package {package} again.")
        distribution = "ubuntu" if "ubuntu" in version else "debian"
        yield Component(name, version, licence, with_common_licences(text.read_text(encoding="utf-8")), home, f"pkg:deb/{distribution}/{package.split(':')[0]}@{version}")


def with_common_licences(text):
    """A text, with the licences that it only names because every Debian has them."""
    named = sorted(set(re.findall(r"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])", text)))
    # A newer licence names the older ones by "or later", and links lead to the newest.
    whole = {Path("/usr/share/common-licenses", name).resolve() for name in named if Path("/usr/share/common-licenses", name).is_file()}
    return text + "".join(f"\n{'=' * 30} {path.name} {'=' * 30}\n\n{path.read_text(encoding='utf-8')}" for path in sorted(whole))


def owner(file):
    """The Debian package that owns a file, and its version."""
    # Debian 12 lists files where they were before /usr was merged.
    for path in (file.resolve(), file, Path("/", *file.parts[2:])):
        asked = subprocess.run(["dpkg-query", "--search", str(path)], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            package = asked.stdout.split(": ")[0].split(",")[0]
            version = subprocess.run(["dpkg-query", "--show", "--showformat", "${Version}", package], capture_output=True, text=True, check=True)
            return package, version.stdout
    raise Missing(f"{file} belongs to no Debian package, so its version and licence are not known.")


def toolchain():
    """The parts of the Swift toolchain: standard library, Foundation with ICU's code, libdispatch, and what of LLVM is in them."""
    said = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=True).stdout
    number = re.search(r"Swift version (\d+(?:\.\d+)+)", said)
    swiftc = Path(subprocess.run(["bash", "-c", "readlink -f \"$(command -v swiftc)\""], capture_output=True, text=True, check=True).stdout.strip())
    text = swiftc.parent.parent / "share/swift/LICENSE.txt"
    if not number or not text.is_file():
        raise Missing("The Swift toolchain does not say its version and licence where scripts/release/linked.py looks.")
    home, licence = "https://www.swift.org/", "Apache-2.0 WITH Swift-exception"
    for name in ("swift", "swift-foundation", "swift-corelibs-foundation", "swift-corelibs-libdispatch"):
        yield Component(name, number[1], licence, text.read_text(encoding="utf-8"), home, f"pkg:github/swiftlang/{name}@swift-{number[1]}-RELEASE")
    clang = re.search(r"clang version (\d+(?:\.\d+)+)", subprocess.run([str(swiftc.parent / "clang"), "--version"], capture_output=True, text=True, check=True).stdout)
    apache, exception = text.read_text(encoding="utf-8").split("## Runtime Library Exception", 1)[0], Path(__file__).with_name("llvm-exception.txt").read_text(encoding="utf-8")
    if not clang:
        raise Missing("clang of the Swift toolchain does not say its version.")
    # Its support library is in the runtime: it takes names of Swift apart.
    yield Component("LLVM", clang[1], "Apache-2.0 WITH LLVM-exception", apache + exception, "https://llvm.org/", f"pkg:github/llvm/llvm-project@llvmorg-{clang[1]}")
    headers = swiftc.parent.parent / "lib/swift/_foundation_unicode/uvernum.h"
    version = re.search(r'define U_ICU_VERSION "([0-9.]+)"', headers.read_text(encoding="utf-8"))
    if not version:
        raise Missing(f"{headers} does not say the version of ICU.")
    licence = Path(__file__).with_name("icu-licence.txt").read_text(encoding="utf-8")
    yield Component("ICU", version[1], "Unicode-3.0 AND ICU AND BSD-3-Clause", licence, "https://icu.unicode.org/", f"pkg:github/swiftlang/swift-foundation-icu@swift-{number[1]}-RELEASE")
