package import Diagnostics

/// Signs between braces that other programs replace by something else: `{{< x >}}` and `{{% x %}}` of Hugo, `{% x %}`
/// of Liquid, Nunjucks and GitBook, `{{ x }}` of all of them.
package struct Shortcode {
    /// From the first brace to the last in the text.
    package let range: Range<Int>
    /// `figure`; without the `/` or `end` of a sign that ends what another one began.
    package let name: String
    let arguments: Substring
    private let sign: Sign

    private enum Sign: CaseIterable {
        case angle, percent, tag, value

        var marks: (open: String, close: String) {
            switch self {
            case .angle: ("{{<", ">}}")
            case .percent: ("{{%", "%}}")
            case .tag: ("{%", "%}")
            case .value: ("{{", "}}")
            }
        }
    }

    /// Bytes of one.
    private static let longest = 400

    /// - Parameter start: the position of a brace in the text.
    package init?(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
        let part = text[start..<min(start + Self.longest, text.count)]
        guard let sign = Sign.allCases.first(where: { part.starts(with: $0.marks.open.utf8) }),
            let close = Self.find(sign.marks.close, in: part, from: start + sign.marks.open.utf8.count)
        else { return nil }
        let inner = part[start + sign.marks.open.utf8.count..<close]
        var words = Substring(decoding: inner, as: UTF8.self).drop { "-/ \t".contains($0) }
        let isValue = sign == .value
        let name = words.prefix { $0.isLetter || $0.isNumber || "-_".contains($0) || isValue && ".$".contains($0) }
        words = words.dropFirst(name.count).withoutBlankEnds
        guard !inner.contains(UInt8(ascii: "\n")), !["comment", "endcomment", "hint", "endhint"].contains(name) else {
            return nil
        }
        if isValue {
            guard Self.isValue(name, words, inner) else { return nil }
        } else {
            guard name.first?.isLetter == true else { return nil }
        }
        let isEnd = sign == .tag && name.hasPrefix("end") && name.count > 3
        self.name = isValue ? "" : String(isEnd ? name.dropFirst(3) : name)
        (self.sign, arguments) = (sign, words)
        range = start..<close + sign.marks.close.utf8.count
    }

    /// Whether a value of another program is between double braces. Sums and sets have such braces, too.
    private static func isValue(_ name: Substring, _ rest: Substring, _ inner: Slice<UnsafeBufferPointer<UInt8>>)
        -> Bool
    {
        // `{{ "/about/" | url }}`
        guard let first = name.first else { return ["\"", "'"].contains(rest.first) && rest.contains("|") }
        guard first.isLetter || ".$".contains(first) else { return false }
        // `{{ insetText({ text: "…" }) }}`
        if rest.first == "(" { return rest.last == ")" }
        if inner.first != 0x20 && !name.contains(".") || inner.contains(0x7B) { return false }
        return rest.isEmpty || rest.hasPrefix("|") || rest.hasPrefix("\"")
    }

    private static func find(_ mark: String, in text: Slice<UnsafeBufferPointer<UInt8>>, from start: Int) -> Int? {
        guard start < text.endIndex else { return nil }
        return text.indices[start...].first { text[$0...].starts(with: mark.utf8) }
    }

    /// What makes it one of a kind on a page.
    package var key: String { sign == .value ? "{{" : "{\(name)" }

    /// It names a page, so that an address can be put in its place.
    package var isReference: Bool { sign != .value && ["ref", "relref"].contains(name) && !target.isEmpty }

    /// The first argument, without quotation marks.
    private var target: String {
        guard let mark = arguments.first, "\"'`".contains(mark) else {
            return String(arguments.prefix { $0 != " " && $0 != "/" })
        }
        return String(arguments.dropFirst().prefix { $0 != mark })
    }

    private func argument(_ key: String) -> String? {
        guard let found = arguments.firstRange(of: "\(key)=\"") else { return nil }
        return String(arguments[found.upperBound...].prefix { $0 != "\"" })
    }

    /// - Parameters:
    ///   - inFile: of `range` in the file.
    ///   - isAddress: whether it is the address of a link.
    ///   - kind: the name of the note for a word such as `tip`; `nil` for any other word.
    package func finding(at inFile: ByteRange, isAddress: Bool, kind: (String) -> String?) -> TrapFinding {
        let marks = sign.marks
        let written = "\(marks.open) \(name.isEmpty ? "…" : name) \(marks.close)"
        var help = Help("Write what it stands for. If it is for readers, put it between backticks.")
        if isAddress {
            help = Help(
                "Write the address of the page:", paste: target, replacement: Replacement(range: inFile, text: target))
        } else if isReference {
            help = Help("Write a link:", paste: "[…](\(target))")
        } else if name == "figure" || name == "img", let source = argument("src") {
            help = .paste("![\(argument("alt") ?? "What the picture shows")](\(source))")
        } else if name == "youtube", !target.isEmpty {
            help = .paste("[Video](https://www.youtube.com/watch?v=\(argument("id") ?? target))")
        } else if let kind = kind(["alert", "callout", "admonition"].contains(name) ? target : name) {
            help = Help("Write a note, with `> ` before each of its lines:", paste: "> [!\(kind)]\n> …")
        }
        return TrapFinding(
            range: inFile,
            message: "`\(written)` is markup of another program and means nothing here: it is shown as written.",
            help: help)
    }
}
