import Foundation
import Testing

/// What may be imported where. The build itself checks the targets of this package against Package.swift
/// (`--explicit-target-dependency-import-check error` in the Makefile); this is about everything else.
@Suite struct ArchitectureTests {
    static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    /// Each library with the only target that may import it. Foundation has none of these rules: see below.
    static let libraries = [
        "Yams": "YAML", "CMark": "Markdown", "CMarkArena": "Markdown",
        "ArgumentParser": "folkmoot", "NIOCore": "Preview", "NIOPosix": "Preview",
        "NIOHTTP1": "Preview",
    ]

    /// Targets at the edge, which may read disk, clock and environment.
    static let edge: Set = ["Disk", "Build", "Tools", "Preview", "folkmoot", "embed-files"]

    @Test(arguments: libraries.keys.sorted())
    func `each library is imported by one target, and not in its interface`(library: String) throws {
        let importing = try Self.files().filter { Self.imports(in: $0.text).contains { $0.module == library } }
        #expect(Set(importing.map(\.target)) == [try #require(Self.libraries[library])])
        for file in importing {
            let isHidden = Self.imports(in: file.text).allSatisfy { $0.module != library || $0.access != "public" }
            #expect(isHidden, "\(file.path)")
        }
    }

    @Test(arguments: ["Foundation", "Libc", "Dispatch"])
    func `only targets at the edge know the system`(library: String) throws {
        for file in try Self.files() where Self.imports(in: file.text).contains(where: { $0.module == library }) {
            #expect(Self.edge.contains(file.target), "\(file.path) imports \(library)")
        }
    }

    @Test func `only one file asks which C library there is`() throws {
        let libraries: Set = ["Glibc", "Musl", "Darwin"]
        let importing = try Self.files().filter { Self.imports(in: $0.text).contains { libraries.contains($0.module) } }
        #expect(importing.map(\.path) == ["Libc/Libc.swift"])
    }

    static func files() throws -> [(target: String, path: String, text: String)] {
        let paths = FileManager.default.enumerator(atPath: sources.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let target = String(path.prefix { $0 != "/" })
            return (target, path, try String(contentsOf: sources.appending(path: path), encoding: .utf8))
        }
    }

    static func imports(in text: String) -> [(access: String, module: String)] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
            guard let index = words.firstIndex(of: "import"), index <= 1, words.count == index + 2 else { return nil }
            return (index == 0 ? "" : String(words[0]), String(words[index + 1]))
        }
    }
}
