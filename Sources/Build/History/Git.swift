internal import Foundation

/// git, as a process that only reads, below one folder.
///
/// Neither the folder nor the repository's own configuration is trusted to start anything: no pager, monitor, signature
/// check, external diff or transport runs, and a bare repository inside the content is not used.
package struct Git: Sendable {
    let folder: String

    /// - Parameter folder: absolute.
    package init(folder: String) { self.folder = folder }

    private static let options = [
        "--no-pager", "--no-optional-locks", "--no-replace-objects", "--literal-pathspecs", "-c",
        "core.fsmonitor=false", "-c",
        "core.quotePath=false", "-c", "log.showSignature=false", "-c", "log.follow=false", "-c", "protocol.allow=never",
        "-c",
        "safe.bareRepository=explicit",
    ]
    /// Variables with which a hook's environment names another repository or folder than that of the content.
    private static let redirections: Set = [
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
    ]

    /// Whether a folder is in a repository, by what is on the disk: git itself may refuse to look.
    ///
    /// - Parameter folder: absolute.
    static func hasRepository(around folder: String) -> Bool {
        var parts = folder.split(separator: "/")
        while true {
            if FileManager.default.fileExists(atPath: "/" + (parts + [".git"]).joined(separator: "/")) { return true }
            if parts.popLast() == nil { return false }
        }
    }

    /// - Returns: what it wrote to its standard output; `nil` when it could not be started or did not succeed.
    package func run(_ arguments: [String], input: String = "") -> [UInt8]? {
        let environment = ProcessInfo.processInfo.environment.filter { !Self.redirections.contains($0.key) }
            .merging(["GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"]) { $1 }
        guard
            let (status, output) = ChildProcess.run(
                ["git", "-C", folder] + Self.options + arguments, environment: environment, input: input)
        else { return nil }
        return status == 0 ? output : nil
    }
}
