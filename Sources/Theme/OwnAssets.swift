internal import Diagnostics
internal import Text

/// A project's own pictures and fonts: the files in `assets/` of its theme. Each is published with its hash in its
/// name, so that browsers may keep it for ever.
///
/// A template names one as `{{asset.logo.svg}}`, a style sheet as `url(assets/brand.woff2)`.
struct OwnAssets: Sendable {
    static let folder = "assets/"
    /// Types that browsers show in a page or a style sheet.
    static let types: Set<Substring> = ["svg", "png", "jpg", "jpeg", "webp", "gif", "avif", "woff2", "woff"]
    private static let prefix = "asset."
    static let advice =
        "Put the file there: a picture (\(types.subtracting(["woff", "woff2"]).sorted().joined(separator: ", "))) or a "
        + "font (woff2, woff), with letters, digits, hyphens and dots in its name."

    /// By their names below the folder.
    let files: [String: ThemeAssets.Asset]

    /// - Parameter theme: files by path below the theme's folder.
    init(_ theme: [String: [UInt8]]) {
        files = Dictionary(
            uniqueKeysWithValues: theme.compactMap { path, bytes in
                guard let name = Self.name(of: path) else { return nil }
                let dot = name.lastIndex(of: ".")!
                return (name, ThemeAssets.Asset(String(name[..<dot]), String(name[dot...].dropFirst()), bytes))
            })
    }

    /// The name below the folder; `nil` for a file that is elsewhere, or whose name or type cannot be published.
    static func name(of path: String) -> String? {
        guard path.hasPrefix(folder), let dot = path.lastIndex(of: ".") else { return nil }
        let name = path.dropFirst(folder.count)
        let isPlain = name.utf8.allSatisfy { byte in
            byte.isLetter || byte.isDigit || "._-/".utf8.contains(byte)
        }
        return isPlain && types.contains(path[dot...].dropFirst()) ? String(name) : nil
    }

    // MARK: Templates

    /// The name of the file that a tag shows; `nil` for other tags.
    static func name(in tag: TemplateTags.Tag) -> String? {
        tag.name.hasPrefix(prefix) ? String(tag.name.dropFirst(prefix.count)) : nil
    }

    /// A template with addresses in the place of tags that name a file.
    ///
    /// - Parameter tags: of the template.
    func filled(_ template: [UInt8], _ tags: [TemplateTags.Tag]) -> [UInt8] {
        var out = template
        for tag in tags.reversed() {
            guard let file = Self.name(in: tag).flatMap({ files[$0] }) else { continue }
            out.replaceSubrange(tag.range, with: "{{{root}}}\(file.route)".utf8)
        }
        return out
    }

    // MARK: Styles

    /// A style sheet with addresses in the place of paths below `assets/`. It is published in that folder too.
    func filled(_ styles: [UInt8]) -> [UInt8] {
        if files.isEmpty { return styles }
        var out = styles
        for (name, range) in Self.names(in: styles).reversed() {
            guard let file = files[name] else { continue }
            out.replaceSubrange(range, with: file.route.dropFirst(Self.folder.count).utf8)
        }
        return out
    }

    /// The addresses of a style sheet that start with `assets/`: the name, and the range of the address.
    private static func names(in styles: [UInt8]) -> [(name: String, range: ByteRange)] {
        names(at: StyleScan(styles).addresses, in: styles)
    }

    /// Those of some addresses that start with `assets/`.
    static func names(at addresses: [ByteRange], in styles: [UInt8]) -> [(name: String, range: ByteRange)] {
        let start = Array(folder.utf8)
        return addresses.filter { styles[$0].starts(with: start) }.map { range in
            (String(decoding: styles[range].dropFirst(start.count), as: UTF8.self), range)
        }
    }

    /// Whether a file is a font, by its name.
    static func isFont(_ name: String) -> Bool { name.hasSuffix(".woff2") || name.hasSuffix(".woff") }
}
