import Foundation

@testable import Disk

/// A folder of its own for one test, removed with its last use.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init(_ files: [String: String] = [:]) throws {
        path = NSTemporaryDirectory() + "folkmoot-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try put(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    package func at(_ name: String) -> String { "\(path)/\(name)" }

    package func put(_ name: String, _ text: String) throws {
        try makeFolder(BytePath(name).folders.last ?? ".")
        try Data(text.utf8).write(to: URL(fileURLWithPath: at(name)))
    }

    package func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: at(name), withIntermediateDirectories: true)
    }

    package func link(_ name: String, to target: String) throws {
        try makeFolder(BytePath(name).folders.last ?? ".")
        try FileManager.default.createSymbolicLink(atPath: at(name), withDestinationPath: target)
    }

    package func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: at(name)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Everything below a folder: files with their text, links as `→ target`, empty folders as `/`.
    package func tree(_ name: String = "") -> [String: String] {
        let root = name.isEmpty ? path : at(name)
        var tree: [String: String] = [:]
        for case let item as String in FileManager.default.enumerator(atPath: root) ?? .init() {
            let full = "\(root)/\(item)"
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: full) {
                tree[item] = "→ \(target)"
            } else if let children = try? FileManager.default.contentsOfDirectory(atPath: full) {
                if children.isEmpty { tree[item] = "/" }
            } else {
                tree[item] =
                    FileManager.default.contents(atPath: full).map { String(decoding: $0, as: UTF8.self) } ?? "?"
            }
        }
        return tree
    }

    /// The tree without the manifest, and without the lock of a run that is still in scope.
    package func site(_ name: String = "site") -> [String: String] {
        tree(name).filter { $0.key != Manifest.name && $0.key != FolderLock.name }
    }

    /// Writes a whole site as one build does.
    @discardableResult
    package func build(_ files: [String: String], into name: String = "site", takeOver: Bool = false) throws -> Summary
    {
        let folder = try OutputFolder(at: at(name), contentPath: at("content"), takeOver: takeOver)
        let run = try folder.begin(planned: files.keys.sorted())
        return try run.finish(files.map { try run.write($0.key, Array($0.value.utf8)) })
    }
}

/// The message of the `BuildError` that a body throws; empty when it throws none.
package func message(_ body: () throws -> Void) -> String {
    do {
        try body()
        return ""
    } catch {
        return "\(error)"
    }
}

/// The same, for a body that takes a while.
package func failure(_ body: () async throws -> Void) async -> String {
    do {
        try await body()
        return ""
    } catch {
        return "\(error)"
    }
}
