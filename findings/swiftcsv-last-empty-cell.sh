#!/usr/bin/env bash
# SwiftCSV 0.10.0 drops an empty last cell when the file does not end in a line break.
#
# RFC 4180 lets the last record end with or without a line break, so `a,b` and `1,` below it are two columns either way.
# With the line break the last row is ["1", ""]. Without it the row is ["1"]: a row of two columns comes back with one
# cell, and code that reads cells by position loses a column in the last row only.
#
# Seen with Swift 6.3.1 on Debian 12:
#     with a line break:    [["a", "b"], ["1", ""]]
#     without a line break: [["a", "b"], ["1"]]
#
# Exits 1 if that changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/Sources/finding"
cat > "$work/Package.swift" <<'SWIFT'
// swift-tools-version: 6.0
import PackageDescription
let package = Package(
    name: "finding",
    dependencies: [.package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0")],
    targets: [.executableTarget(name: "finding", dependencies: ["SwiftCSV"])]
)
SWIFT
cat > "$work/Sources/finding/main.swift" <<'SWIFT'
import SwiftCSV

func rows(_ text: String) throws -> [[String]] {
    let csv = try EnumeratedCSV(string: text, delimiter: .comma, loadColumns: false)
    return [csv.header] + csv.rows
}
print("with a line break:    \(try rows("a,b\n1,\n"))")
print("without a line break: \(try rows("a,b\n1,"))")
SWIFT
swift build --package-path "$work" >&2
seen=$("$work/.build/debug/finding")
echo "$seen"
expected='with a line break:    [["a", "b"], ["1", ""]]
without a line break: [["a", "b"], ["1"]]'
[ "$seen" = "$expected" ] || { echo "This is no longer the case." >&2; exit 1; }
