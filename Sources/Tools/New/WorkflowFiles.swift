internal import Build
internal import Foundation
internal import Text

/// The workflows of a handbook, and the release of the program that they fetch.
///
/// A copy of each as it was written is kept below `.folkmoot/written/`, so that `folkmoot upgrade` can distinguish what
/// people changed in it from what a newer program would.
enum WorkflowFiles {
    private static let base = ".folkmoot/written/"

    /// The path of the copy of a file as it was written.
    static func written(_ path: String) -> String { base + path }

    static func isCopy(_ path: String) -> Bool { path.hasPrefix(base) }

    /// Whether a path is one that this program, or another version of it, may write. Anybody can put a copy of any file
    /// into a proposal.
    static func isOne(_ path: String) -> Bool {
        path == ".gitlab-ci.yml" || path == HandbookRelease.path || path == ".folkmoot/fetch"
            || [".github/workflows/", ".forgejo/workflows/"].contains { path.hasPrefix($0) } && path.hasSuffix(".yml")
                && path.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    /// The files by path, as this program writes them.
    static func files(_ release: NamedRelease) -> [String: String] {
        var files = StarterFiles.files.filter { isOne($0.key) }
        files[HandbookRelease.path] = files[HandbookRelease.path]?
            .replacingOccurrences(of: "@VERSION@", with: release.version)
            .replacingOccurrences(of: "@HOME@", with: release.home)
            .replacingOccurrences(of: "@SHA256@", with: release.sha256 ?? "unknown")
        return files
    }

    /// The same, each with its copy.
    static func withCopies(_ files: [String: String]) -> [String: String] {
        files.merging(files.map { (written($0.key), $0.value) }) { $1 }
    }
}

/// The release that the workflows of a handbook are to fetch.
struct NamedRelease {
    var version = Program.version
    var home = Program.home
    /// Of the program, in hexadecimal digits; `nil` where the program was not published.
    var sha256: String?

    /// The release of this program. A program that somebody compiled has none.
    static var own: NamedRelease {
        // The same file wherever it was installed from. Releases are for x86-64.
        #if arch(x86_64)
        let isPublished = Program.isRelease
        #else
        let isPublished = false
        #endif
        let program = isPublished ? FileManager.default.contents(atPath: "/proc/self/exe") : nil
        return NamedRelease(sha256: program.map { SHA256.text(of: Array($0)) })
    }
}
