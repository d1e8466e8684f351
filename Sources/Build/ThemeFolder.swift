internal import Foundation
internal import Theme

/// Reads a project's theme: files that shadow those of the default theme.
enum ThemeFolder {
    private static let types: Set<String> = ["mustache", "css", "js", "svg", "yaml"]
    private static let sizeLimit = 4 << 20

    /// - Parameters:
    ///   - name: `default`, the path of a folder, or the name of a folder below `themes/`.
    /// - Throws: `BuildError` when there is no such folder.
    static func load(_ name: String) throws -> Theme {
        if name == "default" { return try Theme() }
        let candidates = name.contains("/") ? [name] : ["themes/" + name, name]
        guard let folder = candidates.first(where: isFolder) else {
            throw BuildError("There is no theme `\(name)`: looked for the folder \(candidates.map { "`\($0)`" }.joined(separator: " and ")).")
        }
        return try Theme(overriding: files(below: folder))
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func files(below folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for path in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
            guard types.contains(URL(fileURLWithPath: path).pathExtension), !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
            guard let data = FileManager.default.contents(atPath: folder + "/" + path) else {
                throw BuildError("The theme's file `\(folder)/\(path)` cannot be read.")
            }
            guard data.count <= sizeLimit else { throw BuildError("The theme's file `\(folder)/\(path)` is larger than \(sizeLimit >> 20) MiB.") }
            files[path] = Array(data)
        }
        return files
    }
}
