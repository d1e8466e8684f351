package import Disk

/// Files that are not published, laid over those that are.
package struct Overlay: Sendable {
    /// By path below the content folder.
    package let files: [String: [UInt8]]
    /// Of their paths in reports.
    package let prefix: String
    /// What the user should know, as sentences.
    package private(set) var messages: [String] = []

    /// - Throws: `BuildError` when the folder cannot be read, or lies where a build would publish it.
    package init(at folder: String, over content: ContentReader, named name: String) throws {
        let reader = try ContentReader(at: folder)
        // The other way round it would be published twice.
        guard !(reader.root + "/").hasPrefix(content.root + "/"), !(content.root + "/").hasPrefix(reader.root + "/")
        else {
            throw BuildError(
                "the overlay `\(folder)` and the content `\(name)` lie within each other, so a build would publish "
                    + "what is private; move it out.")
        }
        let source = ContentSource(reader)
        var files: [String: [UInt8]] = [:]
        for path in source.documents where path.hasSuffix(".md") { files[path] = try source.read(path).get() }
        self.files = files
        prefix = ContentPath.prefix(of: folder)
        let others = source.assets.count + source.documents.count { !$0.hasSuffix(".md") }
        if others > 0 {
            messages.append(
                "\(others) file\(others == 1 ? "" : "s") of \(folder) that are no .md file are not looked at.")
        }
    }
}
