import Foundation

// embed-files FOLDER TYPE OUTPUT.swift
//
// Writes the text files below FOLDER as `TYPE.files`, a Swift dictionary from path to text, and the pictures (PNG) as
// `TYPE.pictures`, from path to base64. An output that already holds the same is left as it is, so that nothing is
// compiled again only because this program was.

let arguments = CommandLine.arguments
guard arguments.count == 4 else {
    FileHandle.standardError.write(Data("usage: embed-files FOLDER TYPE OUTPUT.swift\n".utf8))
    exit(64)
}
let (type, output) = (arguments[2], arguments[3])
let folder = URL(fileURLWithPath: arguments[1]).standardizedFileURL.path

/// Whether a path leads to a file that is not what systems and editors leave behind.
func isEmbedded(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    let name = path.split(separator: "/").last ?? ""
    return FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder) && !isFolder.boolValue
        && name != ".DS_Store" && !name.hasPrefix(".#") && !name.hasSuffix("~") && !name.hasSuffix(".swp")
}

/// As many `#` as no run in the text has, so that nothing in it ends the literal or is interpolated.
func literal(_ text: String) -> String {
    var fence = "#"
    while text.contains("\"" + fence) || text.contains("\\" + fence) { fence += "#" }
    return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
}

/// A property of a dictionary whose values are literals.
func dictionary(_ name: String, of paths: [String], _ literal: (String) throws -> String) rethrows -> String {
    let lines = try paths.map { try "\"\($0)\": \(literal($0)),\n" }.joined()
    return "    static let \(name): [String: String] = [\n\(paths.isEmpty ? ":" : lines)    ]\n"
}

let paths = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
    .filter(isEmbedded).sorted()
let texts = try dictionary("files", of: paths.filter { !$0.hasSuffix(".png") }) { path in
    literal(try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8))
}
let pictures = try dictionary("pictures", of: paths.filter { $0.hasSuffix(".png") }) { path in
    "\"\(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")).base64EncodedString())\""
}
let source = "// Made by embed-files; do not edit.\n\nenum \(type) {\n\(texts)\(pictures)}\n"
if (try? String(contentsOfFile: output, encoding: .utf8)) != source {
    try source.write(toFile: output, atomically: true, encoding: .utf8)
}
