internal import Build
internal import Disk
internal import Foundation
internal import Text

/// A file that a command makes, and that takes the place of no other.
enum NewFile {
    /// - Parameter shown: its path, as a message names it.
    /// - Throws: `BuildError` when there is something of that name, or it cannot be written.
    static func write(_ text: String, to file: URL, shown: String) throws(BuildError) {
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file, options: .withoutOverwriting)
        } catch {
            throw BuildError("cannot write `\(shown)`: \(error.localizedDescription)")
        }
    }
}
