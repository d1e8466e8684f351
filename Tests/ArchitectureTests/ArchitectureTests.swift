import Foundation
import Testing

/// What may be imported where. The build itself refuses what a target does not depend on
/// (`--explicit-target-dependency-import-check error` in the Makefile); this is about everything else.
@Suite struct ArchitectureTests {
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

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

    /// The build also accepts what a dependency of a target depends on.
    @Test(arguments: ["Sources", "Tests"]) func `each target declares what it imports`(folder: String) throws {
        let declared = try Self.declared()
        for file in try Self.files(in: folder) {
            for (_, module) in Self.imports(in: file.text) where declared[module] != nil {
                let isDeclared = declared[file.target]?.contains(module) == true
                #expect(isDeclared, "\(folder)/\(file.path) imports \(module)")
            }
        }
    }

    /// The targets of Package.swift, each with the names after its own, its dependencies among them.
    static func declared() throws -> [String: Set<String>] {
        let manifest = try String(contentsOf: package.appending(path: "Package.swift"), encoding: .utf8)
        let targets = manifest.split(separator: #/[tT]arget\(\s*name: "/#).dropFirst()
        let named = targets.map { target in
            let names = target.matches(of: #/"([A-Za-z]+)"/#).map { String($0.1) }
            return (String(target.prefix { $0 != "\"" }), Set(names))
        }
        return Dictionary(named) { $0.union($1) }
    }

    static func files(in folder: String = "Sources") throws -> [(target: String, path: String, text: String)] {
        let root = package.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let target = String(path.prefix { $0 != "/" })
            return (target, path, try String(contentsOf: root.appending(path: path), encoding: .utf8))
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
