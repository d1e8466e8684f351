internal import Diagnostics

/// Footnotes: references in the text, and the list at its end.
extension Renderer {
    mutating func footnoteReference(_ label: FootnoteLabel) {
        guard let (number, reference) = footnotes.refer(to: label) else { return }
        html.append("<sup class=\"footnote\"><a href=\"#")
        html.append(contentsOf: Footnotes.id(number).utf8)
        html.append("\" id=\"")
        html.append(contentsOf: Footnotes.referenceID(number, reference).utf8)
        html.append("\" role=\"doc-noteref\" aria-label=\"")
        appendSlot(.phrase(.footnote(number)))
        // The brackets separate the number from the word before it if there are no styles.
        html.append("\">[")
        html.append(contentsOf: String(number).utf8)
        html.append("]</a></sup>")
    }

    /// The definitions that are referred to, in order of their first references. They may refer to others.
    mutating func appendFootnotes() {
        guard !footnotes.used.isEmpty else { return }
        breakLine()
        html.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
        appendSlot(.phrase(.footnotes))
        html.append("\">\n<ol>\n")
        var next = 0
        while next < footnotes.used.count {
            next += 1
            appendFootnote(next)
        }
        html.append("</ol>\n</section>\n")
        rendered.markup.references = footnotes.references
    }

    private mutating func appendFootnote(_ number: Int) {
        html.append("<li id=\"")
        html.append(contentsOf: Footnotes.id(number).utf8)
        html.append("\">\n")
        if let quote = footnotes.quotes[footnotes.used[number - 1]] {
            ranges.quotes = quote.depthOfQuotes
            run(below: quote)
        }
        appendBacklinks(number)
        html.append("</li>\n")
    }

    /// In the last paragraph, if that is the last thing.
    private mutating func appendBacklinks(_ number: Int) {
        let end = Array("</p>\n".utf8)
        if html.suffix(end.count).elementsEqual(end),
            rendered.markup.slots.last.map({ $0.offset <= html.count - end.count }) ?? true,
            tokens.last.map({ $0.offset <= html.count - end.count }) ?? true
        {
            html.removeLast(end.count)
            appendSlot(.backlinks(number))
            html.append(contentsOf: end)
        } else {
            html.append("<p>")
            appendSlot(.backlinks(number))
            html.append("</p>\n")
        }
    }

    mutating func reportUnused() {
        guard let rewritten else { return }
        for (index, footnote) in rewritten.footnotes.enumerated() where !footnotes.isUsed(index) {
            let name = "`[^\(footnote.label.text.shortened)]`"
            if footnotes.isRepeated(index, footnote.label) {
                report(
                    MarkdownRules.footnote, footnote.range, "There are two footnotes \(name); the first is published.",
                    help: "Give this one another name, here and where the text refers to it.")
            } else {
                report(
                    MarkdownRules.footnote, footnote.range,
                    "Nothing refers to the footnote \(name), so it is left out.",
                    help:
                        Help(
                            "Write \(name) in the text where it belongs. A line right below a footnote is part of it, "
                                + "unless a blank line separates them.")
                )
            }
        }
    }

    /// A reference to nothing stays as it is written. It may be intended: `[^a-z]` is a pattern.
    mutating func reportUndefined(_ label: FootnoteLabel, _ range: ByteRange) {
        let near = footnotes.nearest(to: label)
        guard near != nil || label.isNumber || label.isWord && isAtWord(range) else { return }
        let text = label.text.shortened
        let hint = near.map { " Did you mean `[^\($0)]`?" } ?? ""
        report(
            MarkdownRules.footnote, range, "There is no footnote `[^\(text)]`.\(hint)",
            help: Help("Write the footnote on a line of its own, between blank lines:", paste: "[^\(text)]: Its text."))
    }
}

extension Renderer {
    /// Whether an apparent reference is at a word, and no sign of a pattern is around it.
    fileprivate func isAtWord(_ range: ByteRange) -> Bool {
        guard range.lowerBound > 0, range.upperBound <= file.count else { return false }
        let after = range.upperBound < file.count ? file[range.upperBound] : 0
        return !"+*?{[]$|/\\".utf8.contains(after) && !"[]()^$|/\\+*".utf8.contains(file[range.lowerBound - 1])
    }
}

extension FootnoteLabel {
    fileprivate var isNumber: Bool { text.utf8.allSatisfy(\.isDigit) }

    /// Two letters or more of any alphabet, and no pattern such as `a-z`.
    fileprivate var isWord: Bool {
        text.unicodeScalars.count { $0.properties.isAlphabetic } > 1
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
                    || $0.properties.numericType != nil || "-_:.".unicodeScalars.contains($0)
            }
            && !["a-z", "A-Z", "0-9", "a-f", "A-F"].contains { text.contains($0) }
    }
}

extension Node {
    /// How many quotes it is in, itself included.
    fileprivate var depthOfQuotes: Int {
        var depth = 0
        var node: Node? = self
        while let some = node {
            if some.kind == .quote { depth += 1 }
            node = some.parent
        }
        return depth
    }
}
