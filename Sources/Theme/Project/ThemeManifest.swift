internal import Diagnostics
internal import Text
internal import YAML

/// What `theme.yaml` says about a theme.
struct ThemeManifest {
    static let path = "theme.yaml"
    /// What a theme extends.
    static let base = "default"
    private static let keys = ["name", "extends", "folkmoot", "fields"]

    private(set) var name: String?
    /// Facts of its own, in the order of the file.
    private(set) var fields: [OwnField] = []
    private(set) var problems: [Diagnostic] = []

    /// The default theme itself, read from a folder by those who work on it: it replaces words and tokens as a whole.
    var isDefault: Bool { name == Self.base }

    /// - Parameters:
    ///   - bytes: of the file; `nil` when there is none.
    ///   - version: of the program.
    init(_ bytes: [UInt8]?, version: String) {
        guard let bytes else {
            let help = Help("Create it with the lines", paste: Self.text(name: "mine", version: version))
            problems = [ThemeRules.noManifest.at(0..<0, in: Self.path, "The theme has no `theme.yaml`.", help: help)]
            return
        }
        let (root, problems) = ThemeYAML.parse(bytes, path: Self.path)
        self.problems = problems
        if case .mapping(let pairs, _) = root?.value {
            for pair in pairs { read(pair, version) }
        } else if problems.isEmpty {
            fail(
                root?.range ?? 0..<0,
                "Found \(root?.describedKind ?? "nothing"): `theme.yaml` is lines of `key: text`.",
                help: .paste(Self.text(name: "mine", version: version)))
        }
    }

    /// A file for a theme that works with this version and those up to the next that may break it.
    static func text(name: String, version: String) -> String {
        let numbers = Version(version)?.numbers ?? [0, 0, 0]
        return "name: \(name)\nextends: \(base)\nfolkmoot: \">=\(numbers[0]).\(numbers[1]), <\(numbers[0] + 1)\""
    }

    private mutating func read(_ pair: YAMLPair, _ version: String) {
        guard Self.keys.contains(pair.key) else {
            return fail(
                pair.keyRange,
                "`\(pair.key)` is not a key of `theme.yaml`: it has "
                    + "\(Self.keys.map { "`\($0)`" }.joined(separator: ", "))."
                    + NearestMatch.hint(pair.key, among: Self.keys)
            )
        }
        if pair.key == "fields" { return readFields(pair.value) }
        guard case .scalar(let text, _) = pair.value.value, !pair.value.isEmpty else {
            return fail(pair.value.range, "Found \(pair.value.describedKind): `\(pair.key)` must be a single text.")
        }
        switch pair.key {
        case "name": name = text
        case "extends" where text != Self.base:
            fail(pair.value.range, "`\(text)` cannot be extended: `extends` is `\(Self.base)`.")
        case "folkmoot": check(text, at: pair.value.range, version)
        default: break
        }
    }

    private mutating func readFields(_ node: YAMLNode) {
        guard case .mapping(let pairs, _) = node.value else {
            return fail(
                node.range,
                "Found \(node.describedKind): `fields` has a line for each key, with what it is for.",
                help: .paste("fields:\n  x_region: The region that it serves."))
        }
        for pair in pairs {
            guard OwnField.isKey(pair.key) else {
                fail(
                    pair.keyRange,
                    "`\(pair.key)` is not a key of your own: such keys start with `x_`, and have lower-case letters, "
                        + "digits and underscores.")
                continue
            }
            guard case .scalar(let text, _) = pair.value.value, !pair.value.isEmpty else {
                fail(
                    pair.value.range,
                    "Found \(pair.value.describedKind): say in a phrase what `\(pair.key)` is for.")
                continue
            }
            fields.append(OwnField(String(pair.key.dropFirst(OwnField.prefix.count)), text))
        }
    }

    private mutating func check(_ text: String, at range: ByteRange, _ version: String) {
        guard let versions = VersionRange(text) else {
            return fail(
                range,
                "`\(text)` is not a range of versions: write comparisons (`>=`, `>`, `<=`, `<`, `=`), joined by "
                    + "commas, such as `>=0.1, <1`."
            )
        }
        guard let program = Version(version), !versions.contains(program) else { return }
        problems.append(
            ThemeRules.version.at(
                range, in: Self.path, "This is folkmoot \(version), and the theme is made for `\(text)`.",
                help:
                    Help(
                        "Use a version of the theme that is made for this one; or, when the theme works as it is, "
                            + "change `folkmoot` here.")
            ))
    }

    private mutating func fail(_ range: ByteRange, _ message: String, help: Help? = nil) {
        problems.append(ThemeRules.manifest.at(range, in: Self.path, message, help: help))
    }
}
