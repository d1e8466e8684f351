/// A fact of a project's own: a key of front matter that starts with `x_`, which its `theme.yaml` declares under
/// `fields`.
package struct OwnField: Sendable, Equatable {
    /// Without `x_`: a template has it as `{{x.region}}`.
    package let name: String
    /// One phrase for those who write themes.
    package let summary: String

    /// What keys of one's own start with.
    static let prefix = "x_"

    package init(_ name: String, _ summary: String) {
        self.name = name
        self.summary = summary
    }

    /// Whether a key can be declared: what follows `x_` has lower-case letters, digits and underscores.
    static func isKey(_ key: String) -> Bool {
        key.hasPrefix(prefix) && key.utf8.count > prefix.utf8.count && key.utf8.count <= 60
            && key.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }
}
