/// A name in a template, or in what a template receives.
///
/// Names are compared at every step of rendering. Two are taken to be the same if their hashes of 64 bits are: one
/// number is compared instead of a text. A test shows that the hashes of all names of the default theme differ.
package struct FieldName: Hashable, Sendable {
    package let text: String
    /// FNV-1a.
    private let hash: UInt64

    package init(_ text: String) {
        self.text = text
        hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }

    @inline(__always)
    package static func == (a: FieldName, b: FieldName) -> Bool { a.hash == b.hash }

    package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
