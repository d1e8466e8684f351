internal import Disk
internal import Text
internal import Theme

/// The release of the program that a handbook's workflows run: `.folkmoot/release`, beside the content folder.
package struct HandbookRelease {
    package static let path = ".folkmoot/release"

    /// Such as `0.1.0`.
    let version: String

    /// - Returns: `nil` where the file is missing or names no version.
    package init?(besides content: String) {
        guard let reader = try? ContentReader(at: content + "/.."), let bytes = try? reader.read(Self.path),
            let version = Self.value(of: "version", in: String(decoding: bytes, as: UTF8.self))
        else { return nil }
        self.version = version
    }

    /// The value of a key in a file of lines such as `key = value`.
    package static func value(of key: String, in text: String) -> String? {
        text.split(whereSeparator: \.isNewline).first { $0.hasPrefix(key + " = ") }
            .map { String($0.dropFirst(key.utf8.count + 3)) }
    }

    /// A message for a user whose program is not the release that the workflows run.
    package var message: String? {
        guard let theirs = Version(version), let own = Version(Program.version), theirs != own else { return nil }
        let named =
            "The workflows of this handbook run folkmoot \(Printable.line(version)), and this is \(Program.version). "
        return theirs < own
            ? named + "`folkmoot upgrade` shows what would change in them."
            : named + "Files that are right for that version may have errors in this one: install the newer one."
    }
}
