package import Diagnostics
package import Disk
internal import Foundation

/// Files that are not published, laid over those that are.
package struct Overlay: Sendable {
    /// By path below the content folder.
    package let files: [String: [UInt8]]
    /// Of the files.
    var paths: Set<String> { Set(files.keys) }
    /// The prefix of their paths in reports.
    package let prefix: String
    /// What is wrong with the folder itself, such as a link that leads out of it.
    package let problems: [Diagnostic]
    /// What the user should know, as sentences.
    package private(set) var messages: [String] = []

    /// - Throws: `BuildError` when the folder cannot be read, or is where it would be published.
    package init(at folder: String, over content: ContentReader, named name: String) throws {
        let reader = try ContentReader(at: folder)
        // A build of the outer one would publish the inner one too.
        guard !(reader.root + "/").hasPrefix(content.root + "/"), !(content.root + "/").hasPrefix(reader.root + "/")
        else {
            throw BuildError(
                "the overlay `\(folder)` is inside the content `\(name)`, or the other way round, so a build would "
                    + "publish what is private; move it out.")
        }
        if let site = OutputFolder.siteAround(reader.root) {
            throw BuildError(
                "the overlay `\(folder)` is in `\(site)`, which holds a site, so it would be copied to a host with "
                    + "it; move it out.")
        }
        prefix = ContentPath.prefix(of: folder)
        let source = ContentSource(reader)
        var files: [String: [UInt8]] = [:]
        for path in source.documents where path.hasSuffix(".md") {
            switch source.read(path) {
            case .success(let bytes): files[path] = bytes
            case .failure(let problem):
                throw BuildError("cannot read `\(prefix)\(path)`: \(problem.diagnostic.message)")
            }
        }
        self.files = files
        problems = source.problems
        let others = source.assets.count + source.documents.count { !$0.hasSuffix(".md") }
        if others > 0 {
            messages.append(
                "Ignored \(others) file\(others == 1 ? "" : "s") of \(folder), because only .md files are read.")
        }
    }
}
