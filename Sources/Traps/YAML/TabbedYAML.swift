package import Diagnostics

/// Lines of YAML that are indented with tabs, or have one after a hyphen, all of them at once.
///
/// YAML allows tabs at neither place, and its parser stops at the first. How many columns a tab was meant for depends
/// on the editor: the caller, which can parse the text, tries the `widths`.
package struct TabbedYAML {
    package static let widths = [2, 4, 8]

    private let source: YAMLSource
    private var lines: [Line] = []

    private enum Place { case indent, hyphen, empty }

    private struct Line {
        let number: Int
        let place: Place
        /// The spaces, tabs and hyphens that it starts with.
        let lead: ByteRange
    }

    package init(_ source: YAMLSource) {
        self.source = source
        var block: Block?
        for number in source.lineStarts.indices.map({ $0 + 1 }) {
            let range = source.line(number)
            if let open = block {
                if isBlank(range) || open.holds(source.bytes[range]) { continue }
                if !startsWithTab(range) { block = nil }
            }
            if let line = line(number, range) { lines.append(line) }
            if block == nil { block = Block(openedBy: source.bytes[range]) }
        }
    }

    /// A text of several lines, after `|` or `>`: a tab behind its indent is a part of it.
    private struct Block {
        /// The spaces before the line of its key; `nil` where there are tabs.
        let indent: Int?

        /// - Returns: `nil` for a line after which no such text comes.
        init?(openedBy line: ArraySlice<UInt8>) {
            let words = String(decoding: line, as: UTF8.self).split(separator: " ")
            guard words.count > 1, let sign = words.last, sign.hasPrefix("|") || sign.hasPrefix(">"),
                sign.dropFirst().allSatisfy({ "+-".contains($0) || $0.isNumber }),
                let before = words.dropLast().last, before.hasSuffix(":") || before.hasSuffix("-")
            else { return nil }
            let spaces = line.prefix { $0 == UInt8(ascii: " ") }.count
            indent = line.dropFirst(spaces).first == UInt8(ascii: "\t") ? nil : spaces
        }

        func holds(_ line: ArraySlice<UInt8>) -> Bool {
            indent.map { line.prefix { $0 == UInt8(ascii: " ") }.count > $0 } ?? false
        }
    }

    private func isBlank(_ range: ByteRange) -> Bool {
        source.bytes[range].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }

    private func startsWithTab(_ range: ByteRange) -> Bool {
        source.bytes[range].first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "\t")
    }

    private func line(_ number: Int, _ range: ByteRange) -> Line? {
        let bytes = source.bytes
        func isBlank(_ i: Int) -> Bool { bytes[i] == UInt8(ascii: " ") || bytes[i] == UInt8(ascii: "\t") }
        var end = range.lowerBound
        while end < range.upperBound,
            isBlank(end) || bytes[end] == UInt8(ascii: "-") && end + 1 < range.upperBound && isBlank(end + 1)
        { end += 1 }
        let lead = range.lowerBound..<end
        guard let tab = bytes[lead].firstIndex(of: UInt8(ascii: "\t")) else { return nil }
        let isAfterHyphen = bytes[lead.lowerBound..<tab].contains(UInt8(ascii: "-"))
        let place = end == range.upperBound && !isAfterHyphen ? Place.empty : isAfterHyphen ? .hyphen : .indent
        return Line(number: number, place: place, lead: lead)
    }

    /// The start of a line as it should be.
    private func lead(of line: Line, width: Int) -> String {
        if line.place == .empty { return "" }
        var text = ""
        var isAfterHyphen = false
        for byte in source.bytes[line.lead] {
            switch byte {
            case UInt8(ascii: "-"):
                text += "- "
                isAfterHyphen = true
            case _ where isAfterHyphen: break
            case UInt8(ascii: "\t"): text += String(repeating: " ", count: width)
            default: text += " "
            }
        }
        return text
    }

    private func fixed(_ line: Line, width: Int) -> String {
        lead(of: line, width: width) + source.text(line.lead.upperBound..<source.line(line.number).upperBound)
    }

    /// The text with spaces for its tabs.
    package func text(width: Int) -> YAMLSource {
        let replaced = lines.map { Replacement(range: $0.lead, text: lead(of: $0, width: width)) }
        let bytes = source.bytes.making(replaced)
        let end = source.range.upperBound + bytes.count - source.bytes.count
        return YAMLSource(bytes: bytes, range: source.range.lowerBound..<end, path: source.path)
    }

    /// Whether every line that is indented at all is indented with tabs alone: then any width will do.
    package var isTabbedThroughout: Bool {
        let isMixed = lines.contains { line in
            line.place == .indent && source.bytes[line.lead].contains(UInt8(ascii: " "))
        }
        if isMixed { return false }
        let tabbed = Set(lines.map(\.number))
        return source.lineStarts.indices.map { $0 + 1 }.allSatisfy { number in
            tabbed.contains(number) || source.bytes[source.line(number)].first != UInt8(ascii: " ")
        }
    }

    // MARK: Problems

    /// Lines that one help shows, and bytes of one of them.
    private static let limits = (lines: 30, bytes: 1000)

    /// One for each run of lines.
    ///
    /// - Parameter width: of a tab; `nil` where it is not certain.
    package func problems(width: Int?) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var rest = lines[...]
        while let first = rest.first {
            let run = rest.enumerated().prefix {
                $1.number == first.number + $0 && $1.place == first.place && $0 < Self.limits.lines
            }.map(\.element)
            rest = rest.dropFirst(run.count)
            let tab = source.bytes[first.lead].firstIndex(of: UInt8(ascii: "\t")) ?? first.lead.lowerBound
            problems.append(
                YAMLRules.tab.at(
                    tab..<(tab + 1), in: source.path, Self.message(first.place, count: run.count),
                    help: help(run, width: width)))
        }
        return problems
    }

    private static func message(_ place: Place, count: Int) -> String {
        switch (place, count) {
        case (.indent, 1): "A tab indents this line; YAML wants spaces."
        case (.indent, _): "Tabs indent \(count) lines from here on; YAML wants spaces."
        case (.hyphen, 1): "A tab comes after this hyphen; YAML wants a space."
        case (.hyphen, _): "Tabs come after the hyphens of \(count) lines from here on; YAML wants a space."
        case (.empty, 1): "This line looks empty, but a tab is on it."
        case (.empty, _): "\(count) lines from here on look empty, but tabs are on them."
        }
    }

    private func help(_ run: [Line], width: Int?) -> Help {
        let place = run[0].place
        if place == .indent, width == nil {
            return Help(
                "Write spaces in place of the tabs: two for each step to the right, and the same number for lines "
                    + "that belong together.")
        }
        let fixed = run.map { self.fixed($0, width: width ?? Self.widths[0]) }
        let text = run.indices.map { i in
            let end = source.line(run[i].number).upperBound
            return fixed[i] + source.text(end..<(i + 1 < run.count ? source.line(run[i + 1].number).lowerBound : end))
        }
        let range = source.line(run[0].number).lowerBound..<source.line(run[run.count - 1].number).upperBound
        let replacement = Replacement(range: range, text: text.joined())
        if place == .empty {
            return Help(
                run.count == 1 ? "Empty the line, or delete it." : "Empty them, or delete them.",
                replacement: replacement)
        }
        let spaces = place == .hyphen ? "a space" : [2: "two spaces", 4: "four spaces"][width ?? 2] ?? "eight spaces"
        let advice = run.count == 1 ? "Put \(spaces) in its place" : "Put \(spaces) in the place of each tab"
        guard fixed.allSatisfy({ $0.utf8.count <= Self.limits.bytes }) else {
            return Help("\(advice).", replacement: replacement)
        }
        return Help("\(advice):", paste: fixed.joined(separator: "\n"), replacement: replacement)
    }
}
