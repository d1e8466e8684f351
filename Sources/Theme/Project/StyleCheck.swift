internal import Diagnostics
internal import Text

/// Looks through a project's style sheets: whether browsers read them to their ends, and what they load.
struct StyleCheck {
    private(set) var problems: [Diagnostic] = []
    /// Names of the project's own pictures and fonts that styles show.
    private(set) var assets: Set<String> = []

    private let files: [String: [UInt8]]

    /// - Parameters:
    ///   - files: of a project's theme, by path.
    ///   - own: its pictures and fonts.
    ///   - base: files of the default theme.
    init(_ files: [String: [UInt8]], _ own: OwnAssets, default base: [String: String]) {
        self.files = files
        var scans: [(path: String, scan: StyleScan)] = []
        for (path, css) in files.sorted(by: { $0.key < $1.key }) where path.hasSuffix(".css") {
            let scan = StyleScan(css)
            scans.append((path, scan))
            problems += scan.faults.map { ThemeRules.brokenStyle.at($0.range, in: path, Self.sentence($0.fault)) }
            problems += scan.imports.map { range in
                ThemeRules.styleImport.at(
                    range, in: path, "`@import` has no effect here: all styles of the theme become one file.",
                    help: "Put what it would load into a style of the theme, such as `components/NAME/NAME.css`.")
            }
            problems += scan.addresses.filter { OtherHost.isAsked(css[$0]) }.map { range in
                OtherHost.problem(
                    at: range, css, in: path,
                    help: "Put the file into `assets/` of the theme, and write `url(assets/NAME)`.")
            }
            let names = OwnAssets.names(at: scan.addresses, in: css)
            assets.formUnion(names.map(\.name))
            problems += names.filter { own.files[$0.name] == nil }.map { name, range in
                ThemeRules.asset.at(
                    range, in: path,
                    "The theme has no file `\(OwnAssets.folder)\(name)`."
                        + NearestMatch.hint(name, among: own.files.keys.sorted()),
                    help: Help(OwnAssets.advice))
            }
        }
        problems += unusedTypefaces(scans, base)
    }

    private static func sentence(_ fault: StyleScan.Fault) -> String {
        switch fault {
        case .comment:
            "This comment is never closed: `*/` is missing, and browsers read all that follows as part of it."
        case .address:
            "This `url(` is never closed: `)` is missing, and browsers read all that follows as part of it."
        case .string: "This string is not closed on its line, and browsers leave out what it is in."
        case .open(let sign):
            "This `\(character(sign))` is never closed: `\(character(closing(sign)))` is missing, and browsers read "
                + "what follows as part of it."
        case .close(UInt8(ascii: "}")):
            "This `}` closes nothing: no `{` is open, and browsers leave out the rule after it."
        case .close(let sign): "This `\(character(sign))` closes nothing, and browsers leave out what it is in."
        }
    }

    private static func closing(_ sign: UInt8) -> UInt8 { sign == UInt8(ascii: "(") ? UInt8(ascii: ")") : sign + 2 }
    private static func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

    // MARK: Typefaces

    /// Names that are looked for in all files: far above what a theme has.
    private static let mostFamilies = 50

    private func unusedTypefaces(
        _ scans: [(path: String, scan: StyleScan)], _ base: [String: String]
    ) -> [Diagnostic] {
        var families: [String: (path: String, name: String, range: ByteRange)] = [:]
        for (path, scan) in scans {
            for family in scan.typefaces.compactMap(\.family) {
                let key = family.name.lowercased()
                if families[key] == nil, families.count < Self.mostFamilies {
                    families[key] = (path, family.name, family.range)
                }
            }
        }
        if families.isEmpty { return [] }
        let texts =
            scans.map { Self.rest(of: files[$0.path]!, $0.scan) }
            + files.filter { $0.key.hasSuffix(".mustache") || $0.key.hasSuffix(".js") }.values
            + base.filter { $0.key.hasSuffix(".css") }.values.map { css in
                let bytes = Array(css.utf8)
                return Self.rest(of: bytes, StyleScan(bytes))
            }
        return families.filter { key, _ in !texts.contains { Self.has(Array(key.utf8), in: $0) } }.values.map {
            path, name, range in
            let written = name.contains(" ") ? "\"\(name)\"" : name
            return ThemeRules.unusedFont.at(
                range, in: path, "No style uses the typeface `\(name)`.",
                help: Help(
                    "Name it where typefaces are set, in `tokens.css`:",
                    paste: ":root { --font: \(written), sans-serif; }"))
        }
    }

    /// A style sheet without its comments and declarations of typefaces.
    private static func rest(of css: [UInt8], _ scan: StyleScan) -> [UInt8] {
        var out = css
        for range in scan.comments + scan.typefaces.map(\.block) {
            for index in range { out[index] = UInt8(ascii: " ") }
        }
        return out
    }

    /// Whether a text has a name as a whole word, in capitals or not.
    private static func has(_ name: [UInt8], in text: [UInt8]) -> Bool {
        func isLetter(_ index: Int) -> Bool {
            guard text.indices.contains(index) else { return false }
            return StyleScan.isName(text[index])
        }
        var i = 0
        while i + name.count <= text.count {
            if lowercased(text[i]) == name[0], !isLetter(i - 1), !isLetter(i + name.count),
                text[i..<i + name.count].elementsEqual(name, by: { lowercased($0) == $1 })
            {
                return true
            }
            i += 1
        }
        return false
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
