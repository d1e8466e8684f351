#!/usr/bin/env bash
# zic of glibc 2.36 (Debian 12) writes a slim file for America/Ojinaga that is an hour out for a week of 2022.
#
# Ojinaga left Mountain Daylight Time for Central Standard Time on 30 October 2022, a week before the clocks of Central
# Time went back. The fat form (-b fat, Debian's own) has that week: 12:00 UTC on 2 November is 06:00. The slim form
# (-b slim, the default of zic since tz 2020b) ends its list of changes on 30 October and leaves the rest to the rule
# `CST6CDT,M3.2.0,M11.1.0`, which has summer time until 6 November: 07:00. Every reader that follows RFC 9636 shows
# that, zdump and Python's zoneinfo among them. The files of tzdata on PyPI, which another zic made, are right. Of the
# 598 names of release 2026f it is the only one where the two forms differ between 1970 and 2037; Asia/Gaza and
# Asia/Hebron differ for some days of years from 2074 on.
#
# Seen with libc-bin 2.36-9+deb12u14 and tzdata 2026f-0+deb12u1 on Debian 12:
#     fat:  2022-11-02 06:00:00-06:00
#     slim: 2022-11-02 07:00:00-05:00
#
# Needs Debian 12 with its package lists (apt-get update) and Python 3.9. Exits 1 if what is seen changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
apt-get download -qq libc-bin=2.36-9+deb12u14 tzdata=2026f-0+deb12u1 >&2
for package in *.deb; do dpkg -x "$package" "$work/root"; done
seen=$(
    for form in fat slim; do
        "$work/root/usr/sbin/zic" -b "$form" -d "$work/$form" "$work/root/usr/share/zoneinfo/tzdata.zi"
        python3 - "$work/$form/America/Ojinaga" "$form" <<'PYTHON'
import datetime
import sys
import zoneinfo

with open(sys.argv[1], "rb") as file:
    zone = zoneinfo.ZoneInfo.from_file(file)
noon = datetime.datetime(2022, 11, 2, 12, tzinfo=datetime.timezone.utc)
print(f"{sys.argv[2] + ':':<5} {noon.astimezone(zone)}")
PYTHON
    done
)
echo "$seen"
expected='fat:  2022-11-02 06:00:00-06:00
slim: 2022-11-02 07:00:00-05:00'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
