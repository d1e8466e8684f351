internal import Diagnostics
internal import Markdown
internal import Text
internal import YAML

extension ValueType where Value == Bool {
    static var boolean: ValueType {
        .scalar(.boolean) {
            ["true": true, "yes": true, "on": true, "false": false, "no": false, "off": false][$0.lowercased()]
        }
    }
}

extension ValueType where Value == Int {
    static var count: ValueType { integer(0...1_000_000_000) }

    /// Thousands separators are understood: `1,997` and `1 997`. `1,5` is no whole number, however it is meant.
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

extension ValueType where Value == PartialDate {
    static var date: ValueType { date(.day) }
    static var time: ValueType { date(.time) }

    private static func date(_ precision: TimePrecision) -> ValueType {
        ValueType(.date(precision)) { node, reader in
            guard case .scalar(let text, _) = node.value, let date = PartialDate(text),
                precision == .time || date.minute == nil
            else {
                reader.report(
                    ContentRules.badDate, node, message(for: node, precision), help: suggestion(for: node, precision))
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

    /// `2026-02-30` and `2026-03-12 9:30`: the form is right, or nearly so.
    private static func nearlyRight(_ text: String, _ exactly: (String) -> Help) -> Help? {
        let words = text.split(separator: " ")
        if words.count == 2, words[1].firstIndex(of: ":") == words[1].index(after: words[1].startIndex),
            let date = PartialDate("\(words[0]) 0\(words[1])"), let clock = date.clock
        {
            return exactly("\(date.isoDate) \(clock)")
        }
        guard let date = words.first, date.utf8.count == 10, let month = PartialDate(String(date.prefix(7))),
            let number = month.month,
            date.dropFirst(7).first == "-", let day = Int(date.suffix(2)),
            day > CivilDay.days(inMonth: number, of: month.year)
        else { return nil }
        return "That month has \(CivilDay.days(inMonth: number, of: month.year)) days."
    }

    /// `12/03/2026` is two days, depending on the country; both are offered.
    private static func suggestion(for node: YAMLNode, _ precision: TimePrecision) -> Help? {
        guard case .scalar(let text, _) = node.value else { return nil }
        func exactly(_ date: String) -> Help {
            let isFit = precision == .time || PartialDate(date)?.minute == nil
            return Help("Perhaps \(date)?", replacement: isFit ? node.replacement(date) : nil)
        }
        if let hint = nearlyRight(text, exactly) { return hint }
        let parts = text.split(whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" }).map(String.init)
        guard parts.count == 3, let a = Int(parts[0]), let b = Int(parts[1]), let c = Int(parts[2]) else {
            // A day of the week may say that the number is a slip.
            let isExact = !text.lowercased().contains("day")
            return DateGuess.of(text).map { isExact ? exactly($0) : "Perhaps \($0)?" }
        }
        func iso(_ y: Int, _ m: Int, _ d: Int) -> String? {
            let date = PartialDate.padded(y, 4) + "-" + PartialDate.padded(m, 2) + "-" + PartialDate.padded(d, 2)
            return PartialDate(date) == nil ? nil : date
        }
        let readings = a > 31 ? [iso(a, b, c)] : c >= 1000 ? [iso(c, b, a), iso(c, a, b)] : []
        let found = readings.compactMap { $0 }
        guard let first = found.first else { return nil }
        if found.allSatisfy({ $0 == first }) { return exactly(first) }
        let other = found.dropFirst().first.flatMap { $0 == first ? nil : " or, with the month first, \($0)" } ?? ""
        return "Perhaps \(first)\(other)?"
    }
}

extension ValueType where Value == String {
    /// Text that is not prose.
    static var plain: ValueType { .scalar(.plain) { $0 } }
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
    static var timeZone: ValueType { .scalar(.timeZone) { TimeZoneName.isValid($0) ? $0 : nil } }
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
                help: bare
                    ? Help(
                        "Perhaps https://\(text)",
                        replacement: text.hasPrefix("www.") ? node.replacement("https://\(text)") : nil) : nil)
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
    static var siteAddress: ValueType { .scalar(.url) { SiteAddress.isValid($0) ? $0 : nil } }

    /// Where a repository is shown in a browser, which paths are added to: no key or password stands in it.
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
            let words = text.split(separator: " ")
            if words.count > 1, let first = words.first, text.contains("://") || text.contains("@"),
                ["–", "—", "•", "*", "·"].contains(String(first)) || URLPolicy.isExternal(String(first))
            {
                reader.report(
                    ContentRules.wrongType, node, "These look like several entries that were joined into one.",
                    help: Help(
                        "Start each on a line of its own with a hyphen and a space:",
                        paste: "  - "
                            + words.filter { $0.count > 1 }.joined(separator: "\n  - ")))
                return nil
            }
            if var (message, help) = nearlyALink(text) {
                if text.hasPrefix("www.") { help.replacement = node.replacement("https://\(text)") }
                reader.report(ContentRules.badURL, node, message, help: help)
                return nil
            }
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

    /// What is no link as it stands, and was meant as one: nobody could press it.
    private static func nearlyALink(_ text: String) -> (message: String, help: Help)? {
        let shown = "`\(text.prefix(80))`"
        if text.hasPrefix("-"), let rest = text.split(separator: " ").first?.dropFirst(),
            URLPolicy.isExternal(String(rest)) || rest.contains("@")
        {
            return (
                "There is no space after the hyphen of \(shown), so it starts no item of a list.",
                Help("Put a space behind it:", paste: "- \(text.dropFirst())")
            )
        }
        // `Jo <jo@example.gov>`, as mail programs write it.
        if let open = text.firstIndex(of: "<"), text.hasSuffix(">"), text[open...].contains("@") {
            return (
                "\(shown) is a name with an e-mail address, which becomes no link.",
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
            "\(shown) is no address that can be pressed: a web address starts with `https://`, and an e-mail address "
                + "has an `@`.",
            "Perhaps https://\(text)"
        )
    }
}

extension ValueType where Value == Mention {
    static func mention(_ kinds: Kind...) -> ValueType { .scalar(.mention(kinds)) { $0.isEmpty ? nil : Mention($0) } }
}
