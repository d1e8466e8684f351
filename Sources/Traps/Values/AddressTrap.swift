package import Diagnostics
internal import Text

/// Addresses as they are typed into a browser, shown by a mail program or said aloud: without what makes them a link.
package enum AddressTrap {
    /// Text that was meant as a link and is not one: nobody could follow it.
    ///
    /// - Returns: what is wrong and what to do; no help where only the scheme is missing.
    package static func nearlyALink(_ text: String) -> (message: String, help: Help?)? {
        let shown = "`\(text.prefix(80))`"
        if text.hasPrefix("-"), let rest = text.split(separator: " ").first?.dropFirst(),
            URLPolicy.isExternal(String(rest)) || rest.contains("@")
        {
            return (
                "There is no space after the hyphen of \(shown), so it does not start a list item.",
                Help("Put a space after it:", paste: "- \(text.dropFirst())")
            )
        }
        // `Jo <jo@example.gov>`, as mail programs write it.
        if let open = text.firstIndex(of: "<"), text.hasSuffix(">"), text[open...].contains("@") {
            return (
                "\(shown) is a name with an e-mail address, which does not become a link.",
                "Write the address alone: \(text[text.index(after: open)...].dropLast())"
            )
        }
        let host = text.prefix { $0 != "/" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard !text.contains(where: \.isWhitespace), labels.count >= 2, let last = labels.last, last.utf8.count >= 2,
            last.utf8.allSatisfy({ (97...122).contains($0 | 0x20) }),
            labels.allSatisfy({
                !$0.isEmpty
                    && $0.utf8.allSatisfy { (97...122).contains($0 | 0x20) || (48...57).contains($0) || $0 == 45 }
            })
        else { return nil }
        return (
            "\(shown) is not an address that can be followed: a web address starts with `https://`, and an e-mail "
                + "address has an `@`.",
            nil
        )
    }

    /// Whether a text without a scheme can only be a web address: `www.…`, or a host under a domain that ends no
    /// file's name. `notes.md` may be a file, and `node.js` a word.
    package static func isSurelyWeb(_ text: String) -> Bool {
        if text.hasPrefix("www.") { return true }
        let host = text.prefix { $0 != "/" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1, let last = labels.last, labels.allSatisfy(isLabel) else { return false }
        if domains.contains(String(last)) { return true }
        // `digital.gov.uk` and `data.gouv.fr`.
        return labels.count > 2 && last.utf8.count == 2 && last.allSatisfy(\.isLetter)
            && secondLevels.contains(String(labels[labels.count - 2]))
    }

    private static let domains: Set = ["org", "com", "net", "edu", "gov", "int", "eu"]
    private static let secondLevels: Set = ["gov", "gob", "gouv", "govt", "ac", "co", "nhs"]

    private static func isLabel(_ label: Substring) -> Bool {
        !label.isEmpty && label.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}
