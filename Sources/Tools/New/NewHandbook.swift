internal import Build
internal import Content
public import Disk
internal import Foundation
internal import Text
internal import Theme

/// Makes the files of a new handbook: content with a made-up example of each kind, texts for people who take part,
/// and the files with which GitHub and GitLab check proposals and publish.
public struct NewHandbook: Sendable {
    private let folder: String
    private let title: String
    private let today: CivilDay

    /// - Parameter title: what the handbook is called.
    public init(at folder: String, title: String) {
        self.folder = folder
        self.title = title
        today = Today.day(in: nil, .ofSystem)
    }

    /// Writes the files into a folder that is empty or not there yet.
    ///
    /// - Returns: what to do next.
    /// - Throws: `BuildError` when something is there, or cannot be written.
    public func make() throws(BuildError) -> String {
        let isLine = !title.unicodeScalars.contains {
            $0.properties.generalCategory == .control || $0.properties.generalCategory == .lineSeparator
                || $0.properties.generalCategory == .paragraphSeparator
        }
        guard isLine, title.contains(where: { !$0.isWhitespace }), title.count <= 200 else {
            throw BuildError(
                "The title of a handbook is one line of at most 200 characters, such as \"Communities of practice\"; "
                    + "nothing was written."
            )
        }
        let root = URL(fileURLWithPath: folder)
        let there = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        // A repository that was just made on a host has these, and nothing is lost with them.
        if let taken = there.filter({ $0 != ".git" }).sorted().first {
            throw BuildError(
                "`\(Printable.line(folder))` is not empty (it has `\(Printable.line(taken))`), so nothing was "
                    + "written. Name a new folder."
            )
        }
        guard
            !FileManager.default.fileExists(atPath: root.path) || FileManager.default.isWritableFile(atPath: root.path)
        else {
            throw BuildError("`\(Printable.line(folder))` cannot be written.")
        }
        for (path, text) in Starter(title: title, today: today).files {
            let file = root.appending(path: path)
            do {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file, options: .withoutOverwriting)
            } catch {
                throw BuildError("cannot write `\(Printable.line(folder))/\(path)`: \(error.localizedDescription)")
            }
        }
        return Self.next(title, in: folder, from: FileManager.default.currentDirectoryPath)
    }

    /// What to do next.
    ///
    /// - Parameters:
    ///   - folder: as it was named on the command line.
    ///   - current: the folder in which the command ran, absolute.
    static func next(_ title: String, in folder: String, from current: String) -> String {
        let base = URL(fileURLWithPath: current, isDirectory: true)
        let isHere = URL(fileURLWithPath: folder, relativeTo: base).standardized.path == base.standardized.path
        let first = isHere ? [] : ["cd \(ShellWord.quoted(folder))"]
        let steps = first + ["folkmoot build", "open site/index.html in a browser"]
        return """
            Made the handbook “\(title)” in \(isHere ? "this folder" : "`\(Printable.line(folder))`").
            Next:
            \(steps.map { "  \($0)" }.joined(separator: "\n"))
            README.md says how to publish it, and what to change first.
            """
    }
}
