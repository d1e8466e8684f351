internal import Diagnostics
internal import Markdown
internal import Text
internal import Traps
internal import YAML

extension ValueType where Value == Bool {
    static var boolean: ValueType {
        ValueType(.boolean) { node, reader in
            let text = node.text?.lowercased()
            if let text, let value = words[text] { return value }
            reader.wrongType(node, .boolean, help: help(text, reader.key))
            return nil
        }
    }

    private static let words = [
        "true": true, "yes": true, "on": true, "false": false, "no": false, "off": false,
    ]

    private static func help(_ text: String?, _ key: String) -> Help? {
        switch text {
        case nil: nil
        case "nope", "n", "0", "never", "none", "not": Help("For no, write `\(key): false`.")
        case "yep", "yeah", "y", "1", "ok", "x": Help("For yes, write `\(key): true`.")
        default: Help("For yes, write `\(key): true`; for no, `\(key): false`.")
        }
    }
}

extension ValueType where Value == Int {
    static var count: ValueType { integer(0...1_000_000_000) }

    /// Thousands separators are understood: `1,997` and `1 997`. `1,5` is not a whole number, whatever is meant.
    static func integer(_ range: ClosedRange<Int>) -> ValueType {
        .scalar(.integer(range)) { text in
            let groups = text.split(omittingEmptySubsequences: false) {
                [",", " ", "\u{A0}", "\u{202F}", "_"].contains($0)
            }
            guard
                groups.count == 1
                    || groups.last!.count == 3 && groups.dropFirst().allSatisfy({ (2...3).contains($0.count) }),
                let number = Int(groups.joined()), range.contains(number)
            else { return nil }
            return number
        }
    }
}

extension ValueType where Value == Int {
    /// The version of the content model. A number above those that are known is not a mistake in the file.
    static var format: ValueType {
        let known = integer(1...1)
        return ValueType(known.shape) { node, reader in
            guard case .scalar(let text, _) = node.value, let number = Int(text), number > 1 else {
                return known.read(node, &reader)
            }
            reader.report(
                ContentRules.wrongType, node,
                "This handbook uses format \(number), but this program reads only format 1.",
                help: "Install a newer version of folkmoot.")
            return nil
        }
    }
}

extension ValueType where Value == PartialDate {
    static var date: ValueType { date(.day) }
    static var time: ValueType { date(.time) }

    private static func date(_ precision: TimePrecision) -> ValueType {
        ValueType(.date(precision)) { node, reader in
            guard case .scalar(let text, _) = node.value, let date = PartialDate(text),
                precision == .time || date.minute == nil
            else {
                reader.report(
                    ContentRules.badDate, node, message(for: node, precision),
                    help: DateTrap.help(for: node, precision, reader))
                return nil
            }
            return date
        }
    }

    private static func message(for node: YAMLNode, _ precision: TimePrecision) -> String {
        let found =
            if case .scalar(let text, _) = node.value { "`\(text.prefix(40))` is not a date here" } else {
                "Found \(node.describedKind)"
            }
        return "\(found): write \(Shape.date(precision).expectation)."
    }
}

extension ValueType where Value == String {
    /// Text that is not prose.
    static var plain: ValueType {
        ValueType(.plain) { node, reader in
            guard let text = node.text else {
                reader.wrongType(node, .plain)
                return nil
            }
            reader.reportPlaceholder(text, node)
            return text
        }
    }
    /// Code that knows all addresses checks whether it can be one.
    static var oldPath: ValueType { .scalar(.oldPath) { $0 } }
    static var id: ValueType { .scalar(.id) { ID.isValid($0) ? $0 : nil } }
    static var language: ValueType {
        ValueType(.languageCode) { node, reader in
            guard case .scalar(let text, _) = node.value, LanguageCode.isValid(text) else {
                reader.wrongType(node, .languageCode)
                return nil
            }
            if !LanguageCode.isAssigned(text) {
                reader.report(
                    ContentRules.unknownLanguage, node, "No language has the code `\(text)`.\(LanguageCode.hint(text))",
                    help: "The codes are those of ISO 639, such as `en` for English and `cy` for Welsh.")
            }
            return text
        }
    }
    /// Code that has the zones checks whether there is such a zone.
    static var timeZone: ValueType { .scalar(.timeZone) { (1...100).contains($0.utf8.count) ? $0 : nil } }
    static func term(_ kind: TermKind) -> ValueType { .scalar(.term(kind)) { $0.isEmpty ? nil : $0 } }
    static func entry(_ kind: Kind) -> ValueType { .scalar(.entry(kind)) { $0.isEmpty ? nil : $0 } }

    /// An absolute address with a scheme of the allow-list.
    static var url: ValueType {
        ValueType(.url) { node, reader in
            guard case .scalar(let text, _) = node.value else {
                reader.wrongType(node, .url)
                return nil
            }
            if URLPolicy.isExternal(text), URLPolicy.isAllowed(text), isWhole(text) { return text }
            let bare = !text.contains("://") && text.contains(".") && !text.contains(" ") && !text.contains(":")
            reader.report(
                ContentRules.badURL, node,
                "`\(text.prefix(80))` is not a web address: it must start with `https://` (or `http://`, `mailto:`, "
                    + "`tel:`).",
                help: bare ? schemeHelp(text, node, reader) : nil)
            return nil
        }
    }

    /// Whether an address has its scheme (`//host` and `\\host` do not), its host if it is of the web, and no space.
    private static func isWhole(_ url: String) -> Bool {
        guard let first = url.first, first.isLetter, !url.contains(" ") else { return false }
        guard url.lowercased().hasPrefix("http") else { return true }
        let rest = url.drop { $0 != ":" }
        return rest.hasPrefix("://") && rest.dropFirst(3).first.map { $0.isLetter || $0.isNumber || $0 == "[" } ?? false
    }

    /// Where a site is published.
    static var siteAddress: ValueType {
        ValueType(.url) { node, reader in
            guard case .scalar(let text, _) = node.value else {
                reader.wrongType(node, .url)
                return nil
            }
            if SiteAddress.isValid(text) { return text }
            let lacksScheme = AddressTrap.isSurelyWeb(text) && SiteAddress.isValid("https://\(text)")
            reader.wrongType(node, .url, help: lacksScheme ? schemeHelp(text, node, reader) : nil)
            return nil
        }
    }

    /// For an address without a scheme: the one that it needs, as a fix where the text can be nothing else.
    private static func schemeHelp(_ text: String, _ node: YAMLNode, _ reader: RecordReader) -> Help {
        reader.inPlace(of: node, "https://\(text)", isSure: AddressTrap.isSurelyWeb(text))
    }

    /// Where a repository is shown in a browser, which paths are added to: it holds no key or password.
    static var repositoryAddress: ValueType {
        ValueType(.url) { node, reader in
            guard case .scalar(let text, _) = node.value, SiteAddress.isValid(text), !text.contains("@") else {
                reader.wrongType(
                    node, .url,
                    help:
                        Help(
                            "Copy it from the address bar of the repository's front page, such "
                                + "as", paste: "https://github.com/example/communities")
                )
                return nil
            }
            return text
        }
    }

    /// A link, an e-mail address or a sentence. What looks like a link must be an allowed one.
    static var linkOrText: ValueType {
        ValueType(.linkOrText) { node, reader in
            guard case .scalar(let text, _) = node.value else {
                reader.wrongType(node, .linkOrText)
                return nil
            }
            if let (message, help) = ListTrap.joinedEntries(text, key: reader.isItem ? nil : reader.key) {
                reader.report(ContentRules.wrongType, node, message, help: help)
                return nil
            }
            if let (message, help) = AddressTrap.nearlyALink(text) {
                reader.report(ContentRules.badURL, node, message, help: help ?? schemeHelp(text, node, reader))
                return nil
            }
            reader.reportPlaceholder(text, node)
            if !text.contains(" "), URLPolicy.isExternal(text), !URLPolicy.isAllowed(text) {
                reader.report(
                    ContentRules.badURL, node,
                    "`\(text.prefix(80))` is not an address that may be linked: use `https://`, `http://`, `mailto:` "
                        + "or `tel:`."
                )
                return nil
            }
            return text
        }
    }
}

extension ValueType where Value == Mention {
    static func mention(_ kinds: Kind...) -> ValueType { .scalar(.mention(kinds)) { $0.isEmpty ? nil : Mention($0) } }
}

extension ValueType where Value == Colour {
    static var colour: ValueType { .scalar(.colour) { Colour($0) } }
}
