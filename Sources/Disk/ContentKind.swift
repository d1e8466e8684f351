package import Diagnostics
internal import Text

/// What a file in the content folder is, judged by its name alone.
package enum ContentKind: Equatable {
    case document, asset
    /// Put there by an operating system or the author's own; passed over in silence.
    case ignored
    /// Left out with a warning; the help says what its author may have meant.
    case refused(help: Help?)

    package static let settingsPath = "site.yaml"
    package static let pinsPath = "map.yaml"
    /// Files that are read but are not pages.
    package static let ownPaths: Set = [settingsPath, pinsPath]

    private static let assets = Set(FileType.pictures + FileType.others)

    /// - Parameter path: relative to the content folder.
    static func of(_ path: String) -> ContentKind {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.index(after: $0)...]) } ?? path
        if isIgnored(name) { return .ignored }
        if name.hasSuffix(".md") || ContentKind.ownPaths.contains(path) { return .document }
        guard let type = FileType.of(name) else { return .refused(help: nil) }
        if assets.contains(type) { return .asset }
        return .refused(help: help(type, path: path))
    }

    /// Whether a link at `path` may lead to a file of this name: a page to a page, settings to settings, any other file
    /// to one that could be published itself. Names such as `_part.md` are there to be linked to.
    static func of(_ path: String, fits target: String) -> Bool {
        if ContentKind.ownPaths.contains(path) { return target.hasSuffix(".yaml") }
        let kind = of(path)
        return kind != .document && kind != .asset || kind == of("/" + target.drop { $0 == "_" })
    }

    private static let markdownEndings: Set = ["md", "markdown", "mdown", "mkd", "mkdn"]

    /// The name of a page that a file of another name may have been meant for: `a.md` for `a`, `a.txt`, `a.markdown`,
    /// `a.MD` and `a.md.txt`; `nil` where it was not.
    package static func pageName(of path: String) -> String? {
        let name = path.split(separator: "/").last ?? ""
        if name.hasSuffix(".md") { return nil }
        var stem = name
        while let dot = stem.lastIndex(of: "."), dot > stem.startIndex {
            let ending = stem[stem.index(after: dot)...].lowercased()
            guard markdownEndings.contains(ending) || ["txt", "text", "mdx"].contains(ending) else { break }
            stem = stem[..<dot]
        }
        return stem.endIndex < name.endIndex || !name.contains(".") ? stem + ".md" : nil
    }

    /// Whether the name says that the file is Markdown, though not as the name of a page does: `a.markdown`,
    /// `a.md.txt`.
    package static func isMarkdownByName(_ path: String) -> Bool {
        let name = path.lowercased()
        return !path.hasSuffix(".md")
            && (name.hasSuffix(".md.txt") || markdownEndings.contains { name.hasSuffix(".\($0)") })
    }

    /// - Parameter path: of an asset.
    package static func isPicture(_ path: String) -> Bool { FileType.of(path).map(FileType.pictures.contains) ?? false }

    /// Whether it is a text file that is copied as it is.
    package static func isText(_ path: String) -> Bool { FileType.of(path) == "txt" }

    static func isFilm(_ path: String) -> Bool { FileType.of(path) == "mp4" }

    /// Whether its bytes are looked at, as for pictures and films.
    package static func isLookedAt(_ path: String) -> Bool { isPicture(path) || isFilm(path) }

    static func isIgnored(_ name: String) -> Bool {
        name.hasPrefix(".") || name.hasPrefix("_") || name == "Thumbs.db" || name == "desktop.ini"
    }

    private static func help(_ type: String, path: String) -> Help? {
        switch type {
        case "md", "markdown", "mdown", "mkd": "The name of a page ends in `.md`."
        case "yaml", "yml":
            path.contains("/")
                ? nil : "The settings are in `site.yaml`; facts about an entry are at the top of its page."
        case "svg": "Save it as PNG or WebP."
        case "tif", "tiff", "bmp", "heic", "ico": "Save it as JPEG, PNG or WebP."
        case "doc", "xls", "ppt", "rtf", "pages", "key", "numbers": "Save it as PDF, or in a current office format."
        case "html", "htm": "Write the page in markdown, in a file whose name ends in `.md`."
        default: nil
        }
    }
}
