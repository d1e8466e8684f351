internal import Libc

/// Decides whether a site may be written at a path, and makes the folder.
///
/// Compares folders by device and inode, not by their names: links, `..` and file systems that do not distinguish
/// case cannot deceive it.
struct OutputLocation {
    /// As the user wrote it.
    let shown: String
    private let location: RealPath
    private let content: RealPath
    private let home: String?
    private let contentName: String

    /// - Parameter contentName: what the content folder is called in messages.
    init(
        at path: String, contentPath: String, home: String?, contentName: String = "content folder"
    ) throws(BuildError) {
        shown = path
        self.home = home
        self.contentName = contentName
        location = try Self.resolve(path)
        content = try Self.resolve(contentPath)
    }

    /// The user's home folder, by the environment.
    static var home: String? { getenv("HOME").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } }

    private static func resolve(_ path: String) throws(BuildError) -> RealPath {
        do throws(SystemFailure) {
            if path.isEmpty { throw SystemFailure(code: ENOENT) }
            return try RealPath(path)
        } catch {
            let isLink = ((try? FileFacts.at(path)) ?? nil)?.kind == .link
            let reason = isLink ? "it is a link that leads nowhere" : "\(error)"
            throw BuildError("cannot use the folder `\(path)`: \(reason). Choose another one.")
        }
    }

    /// Makes the folder, with those above it, unless the location is refused.
    func open() throws(BuildError) -> OpenFolder {
        try check()
        do throws(SystemFailure) { return try make() } catch {
            throw BuildError("cannot create the folder `\(shown)`: \(error); \(error.advice).")
        }
    }

    /// - Throws: where a site must not be written.
    func check() throws(BuildError) {
        let reason: String?
        do throws(SystemFailure) { reason = try refusal() } catch {
            throw BuildError("cannot create the folder `\(shown)`: \(error); \(error.advice).")
        }
        if let reason { throw BuildError("cannot build into `\(shown)`: \(reason). Choose another folder.") }
    }

    private func make() throws(SystemFailure) -> OpenFolder {
        var path = location.existing
        for name in location.missing {
            path += path == "/" ? name : "/\(name)"
            try SystemFailure.makeFolder(path)
        }
        return try OpenFolder(path)
    }

    private func refusal() throws(SystemFailure) -> String? {
        if location.text == "/" { return "it is the root of the file system" }
        let above = try location.chain()
        if location.missing.isEmpty, let facts = try FileFacts.at(location.existing) {
            if facts.kind != .folder { return "it is not a folder" }
            if let home, try FileFacts.at(home, following: true)?.identity == facts.identity {
                return "it is your home folder"
            }
            if let reason = try coversContent(facts.identity) { return reason }
        }
        return try liesInContent(above)
    }

    private func coversContent(_ identity: FileFacts.Identity) throws(SystemFailure) -> String? {
        guard let level = try content.chain().firstIndex(where: { $0.identity == identity }) else { return nil }
        return level == 0 && content.missing.isEmpty
            ? "it is the \(contentName), and pages would be written among the sources"
            : "the \(contentName) is in it"
    }

    /// Inside the content folder only below a name that the reader passes over, such as `.site` or `_site`.
    private func liesInContent(_ above: [(path: String, identity: FileFacts.Identity)]) throws(SystemFailure) -> String?
    {
        guard content.missing.isEmpty, let own = try FileFacts.at(content.existing)?.identity,
            let level = above.firstIndex(where: { $0.identity == own })
        else { return nil }
        let below = location.existing.utf8.dropFirst(above[level].path.utf8.count)
        let names = below.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) } + location.missing
        if names.contains(where: ContentKind.isIgnored) { return nil }
        return "it is in the \(contentName), and the next build would read its own pages"
    }
}

extension SystemFailure {
    /// Makes a folder with an absolute path, unless there is one.
    fileprivate static func makeFolder(_ path: String) throws(SystemFailure) {
        do {
            try check { mkdir(path, 0o755) }
        } catch {
            guard error.isExisting, try FileFacts.at(path, following: true)?.kind == .folder else { throw error }
        }
    }
}
