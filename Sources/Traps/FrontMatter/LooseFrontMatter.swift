internal import Diagnostics

/// Lines that were meant as front matter and are below other text, or in a block of code, where they are not read.
///
/// Pages show such lines as examples. So only the file of an entry that lacks these keys is looked through.
package struct LooseFrontMatter: Sendable {
    /// Those that an entry needs and that are in these lines.
    package let keys: Set<String>
    private let range: ByteRange
    /// In the file, from 1, with the marks around them.
    private let numbers: ClosedRange<Int>
    private let lines: [String]
    private let form: Form
    /// The first line of the file, if it is above these; several lines if more are.
    private let above: (first: String, isMore: Bool)?

    private enum Form { case code, hyphens, bare }

    private static let most = 60

    /// - Parameters:
    ///   - start: where the text begins.
    ///   - needed: the keys of which one must be there.
    /// - Returns: `nil` where there are no such lines.
    package init?(_ file: FrontMatterLines, from start: Int, with needed: [String]) {
        var rows: [(start: Int, text: String)] = []
        var line = start
        while line < file.bytes.count, rows.count < Self.most {
            rows.append((line, file.text(at: line).filter { !$0.isNewline }))
            line = file.next(after: line)
        }
        guard let (whole, inner, form) = Self.find(rows.map(\.text), with: needed) else { return nil }
        lines = rows[inner].map { Self.quoted($0.text) }
        keys = Set(lines.compactMap(Self.key)).intersection(needed)
        range = rows[whole.lowerBound].start..<rows[whole.lowerBound].start + rows[whole.lowerBound].text.utf8.count
        numbers = whole.lowerBound + 1...whole.upperBound + 1
        self.form = form
        let before = rows[..<whole.lowerBound].map(\.text).filter { !$0.allSatisfy(\.isWhitespace) }
        above = before.first.map { ($0, before.count > 1) }
    }

    /// - Parameters:
    ///   - more: lines to write besides.
    ///   - dots: what to write in them, after a space.
    package func finding(adding more: [String], _ dots: String) -> TrapFinding {
        let shown = above.map { "`\($0.first.prefix(40))`" }
        let names = keys.sorted().map { "`\($0)`" }.joined(separator: " and ")
        let place = form == .code ? "in a block of code" : shown.map { "below \($0)" } ?? "without `---` around them"
        let isOne = keys.count == 1
        return TrapFinding(
            range: range,
            message: "The line\(isOne ? "" : "s") with \(names) \(isOne ? "is" : "are") \(place), so "
                + "\(isOne ? "it is" : "they are") not read.",
            help: Help(
                advice(shown) + (dots.isEmpty ? ":" : ".\(dots)"),
                paste: (["---"] + lines + more + ["---"]).joined(separator: "\n")))
    }

    /// - Parameter shown: the first line above them.
    private func advice(_ shown: String?) -> String {
        let (first, last) = (numbers.lowerBound, numbers.upperBound)
        guard let above, let shown else {
            return form == .code
                ? "Write `---` in place of lines \(first) and \(last)" : "Put a line of `---` above them and one below"
        }
        let which = first == last ? "line \(first)" : "lines \(first) to \(last)"
        let marks = form == .hyphens ? "" : ", between two lines of `---`"
        return "Move \(which) to the top\(marks); \(above.isMore ? "the text above" : shown) goes below"
    }

    /// - Returns: the lines with the marks around them, those between the marks, and what the marks are.
    private static func find(
        _ rows: [String], with needed: [String]
    ) -> (whole: ClosedRange<Int>, inner: Range<Int>, Form)? {
        var index = 0
        while index < rows.count {
            let text = rows[index]
            let fence = ["```", "~~~"].first(where: text.hasPrefix)
            let isHyphens = isHyphens(text)
            guard fence != nil || isHyphens else {
                if key(text).map(needed.contains) == true {
                    let end = rows[index...].firstIndex { key($0) == nil && !isBelowKey($0) } ?? rows.count
                    return (index...end - 1, index..<end, .bare)
                }
                index += 1
                continue
            }
            let first = index + 1
            let last = rows[first...].firstIndex { row in fence.map(row.hasPrefix) ?? Self.isHyphens(row) }
            guard let end = last else {
                index = first
                continue
            }
            let inner = rows[first..<end]
            let areKeys = inner.allSatisfy {
                key($0) != nil || isBelowKey($0) || $0.hasPrefix("#") || $0.allSatisfy(\.isWhitespace)
            }
            if areKeys, inner.contains(where: { key($0).map(needed.contains) == true }) {
                return (index...end, first..<end, isHyphens ? .hyphens : .code)
            }
            index = isHyphens ? first : end + 1
        }
        return nil
    }

    private static func isHyphens(_ line: String) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
    }

    /// `name` of `name: Bees`.
    private static func key(_ line: String) -> String? {
        let name = line.prefix { ("a"..."z").contains($0) || $0 == "_" }
        let rest = line[name.endIndex...]
        return !name.isEmpty && (rest.hasPrefix(": ") || rest == ":") ? String(name) : nil
    }

    private static func isBelowKey(_ line: String) -> Bool {
        line.hasPrefix("- ") || line.hasPrefix(" ") && !line.allSatisfy(\.isWhitespace)
    }

    /// With quotes around a value that has a colon in it.
    private static func quoted(_ line: String) -> String {
        guard let name = key(line) else { return line }
        let value = line.dropFirst(name.count + 1).drop { $0 == " " }
        guard let first = value.first, !"\"'[{|>&*#".contains(first), value.contains(": ") else { return line }
        return "\(name): \(String(value).inQuotes)"
    }
}
