"""Archives whose bytes depend on nothing but what is in them and the day of the commit."""

import base64
import gzip
import hashlib
import io
import tarfile
import zipfile
from dataclasses import dataclass
from datetime import datetime, timezone


@dataclass(frozen=True)
class Member:
    """A file of an archive: its path, its bytes, and whether it is a program."""

    path: str
    content: bytes
    executable: bool = False

    @property
    def mode(self):
        return 0o755 if self.executable else 0o644


def gzipped(content):
    packed = io.BytesIO()
    # Without a name and a time.
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9, mtime=0, filename="") as stream:
        stream.write(content)
    return packed.getvalue()


def tar(members, top, when):
    """A gzipped tar of the members below the folder `top`; `when` in seconds since 1970."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for folder in sorted({"/".join([top, *member.path.split("/")[:depth]]) for member in members for depth in range(member.path.count("/") + 1)}):
            entry = tarfile.TarInfo(folder)
            entry.type, entry.mode, entry.mtime = tarfile.DIRTYPE, 0o755, when
            archive.addfile(entry)
        for member in sorted(members, key=lambda member: member.path):
            entry = tarfile.TarInfo(f"{top}/{member.path}")
            entry.size, entry.mode, entry.mtime = len(member.content), member.mode, when
            archive.addfile(entry, io.BytesIO(member.content))
    return gzipped(packed.getvalue())


def wheel(members, dist_info, when):
    """A wheel (PyPA's binary distribution format): a zip whose last file lists the others with their hashes."""
    stamp = datetime.fromtimestamp(when, timezone.utc).timetuple()[:6]
    packed, record = io.BytesIO(), []
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:

        def add(member):
            entry = zipfile.ZipInfo(member.path, stamp)
            entry.external_attr, entry.compress_type, entry.create_system = (0o100000 | member.mode) << 16, zipfile.ZIP_DEFLATED, 3
            archive.writestr(entry, member.content)

        for member in members:
            add(member)
            digest = base64.urlsafe_b64encode(hashlib.sha256(member.content).digest()).rstrip(b"=").decode()
            record.append(f"{member.path},sha256={digest},{len(member.content)}")
        name = f"{dist_info}/RECORD"
        add(Member(name, ("\n".join([*record, f"{name},,"]) + "\n").encode()))
    return packed.getvalue()
