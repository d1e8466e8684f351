import Foundation

// embed-theme FOLDER OUTPUT.swift
//
// Writes the text files below FOLDER as one Swift dictionary, path to content, in raw string literals.

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
    FileHandle.standardError.write(Data("usage: embed-theme FOLDER OUTPUT.swift\n".utf8))
    exit(64)
}

let folder = URL(fileURLWithPath: arguments[1]).standardizedFileURL.path
let paths = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
    .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
    .filter { ["mustache", "css", "js", "svg", "yaml"].contains(URL(fileURLWithPath: $0).pathExtension) }
    .sorted()

/// As many `#` as no run in the text has, so that nothing in it ends the literal or is interpolated.
func literal(_ text: String) -> String {
    var hashes = 1
    while text.contains("\"" + String(repeating: "#", count: hashes)) || text.contains("\\" + String(repeating: "#", count: hashes)) { hashes += 1 }
    let fence = String(repeating: "#", count: hashes)
    return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
}

var source = "// Made by embed-theme from themes/default; do not edit.\n\nenum DefaultTheme {\n    static let files: [String: String] = [\n"
for path in paths {
    let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    source += "\"\(path)\": \(literal(text)),\n"
}
source += paths.isEmpty ? ":" : ""
source += "    ]\n}\n"
try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
