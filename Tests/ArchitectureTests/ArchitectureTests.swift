import Foundation
import Testing

/// The arrows between targets, held against what the files import. SwiftPM lets an undeclared import of a sibling
/// compile; this table is the architecture diagram.
@Suite struct ArchitectureTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let allowed: [String: Set<String>] = [
        "Diagnostics": [],
        "YAML": ["Diagnostics", "Yams"],
        "Markdown": ["Diagnostics", "CMark", "CMarkArena"],
        "Content": ["Diagnostics", "YAML", "Markdown"],
        "Site": ["Diagnostics", "Content", "Markdown"],
        "Network": ["Site", "Content"],
        "Search": ["Content", "Diagnostics"],
        "Calendar": ["Content"],
        "Theme": [
            "Diagnostics", "YAML", "Markdown", "Content", "Site", "Network", "Search", "Calendar", "Spreadsheet",
            "Mustache", "Synchronization",
        ],
        "Spreadsheet": ["Diagnostics", "Content", "Site", "SwiftCSV"],
        "Build": [
            "Network", "Spreadsheet", "Diagnostics", "YAML", "Markdown", "Content", "Site", "Theme", "Foundation",
            "Glibc", "Darwin", "Musl",
        ],
        "Preview": [
            "Build", "Markdown", "Diagnostics", "Foundation", "NIOCore", "NIOHTTP1", "NIOPosix", "Dispatch",
            "Synchronization", "Glibc", "Darwin", "Musl",
        ],
        "folkmoot": ["Preview", "Build", "Markdown", "Content", "Diagnostics", "ArgumentParser", "Foundation"],
        "embed-files": ["Foundation"],
    ]

    @Test(arguments: allowed.keys.sorted())
    func `a target imports only what stands below it`(target: String) throws {
        let allowed = try #require(Self.allowed[target])
        for (path, text) in try Self.sources(in: target) {
            for name in Self.imports(text) { #expect(allowed.contains(name), "\(path) imports \(name)") }
        }
    }

    @Test func `each third-party library is imported by one target, and not in its interface`() throws {
        for library in ["Yams", "CMark", "Mustache", "ArgumentParser", "SwiftCSV", "NIOPosix"] {
            let targets = try Self.allowed.keys.filter { target in
                try Self.sources(in: target).contains { Self.imports($0.text).contains(library) }
            }
            #expect(targets.count == 1, "\(library): \(targets)")
            for target in targets {
                for (path, text) in try Self.sources(in: target) {
                    #expect(!text.contains("public import \(library)"), "\(path)")
                }
            }
        }
    }

    @Test func `every folder of Sources is in the table`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
        #expect(Set(folders).subtracting(["CMark", "CMarkArena", ".DS_Store"]) == Set(Self.allowed.keys))
    }

    static func sources(in target: String) throws -> [(path: String, text: String)] {
        let folder = root.appending(path: "Sources/\(target)")
        let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try paths.filter { $0.hasSuffix(".swift") }.map {
            ("\(target)/\($0)", try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
        }
    }

    static func imports(_ text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), place <= 1,
                place == 0 || ["internal", "public", "private"].contains(words[0])
            else { return nil }
            return words.last.map(String.init)
        }
    }
}
