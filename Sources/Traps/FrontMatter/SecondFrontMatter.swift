internal import Diagnostics

/// Keys that hold a page back in a second front matter below the first: a program put its own above the one of a file,
/// or a line of three hyphens is between a remark and the keys.
///
/// It would be published as text, and the page would be public.
package enum SecondFrontMatter {
    /// - Parameters:
    ///   - yaml: the first front matter without its lines of hyphens.
    ///   - body: where the text below it begins.
    /// - Returns: what is wrong; `nil` for any other file.
    package static func find(_ lines: FrontMatterLines, below yaml: Range<Int>, from body: Int) -> TrapFinding? {
        var first = body
        while first < lines.bytes.count, lines.bytes[first] <= 32 { first = lines.next(after: first) }
        guard first < lines.bytes.count else { return nil }
        let isOpened = lines.bytes[first] == UInt8(ascii: "-") && lines.isFence(at: first)
        guard isOpened || isEmpty(lines, yaml),
            HeldBackKeys.stand(in: lines, from: isOpened ? lines.next(after: first) : first, byName: true)
        else { return nil }
        return TrapFinding(
            range: first..<first + 3,
            message: "A second front matter begins here, and it is not read. It has a key that holds the page back, so "
                + "this page is not published.",
            help: Help(
                "Move its keys into the first front matter, between two lines of three hyphens:",
                paste: "---\ntitle: …\ndraft: true\n---"))
    }

    /// Whether there is nothing but remarks.
    private static func isEmpty(_ lines: FrontMatterLines, _ yaml: Range<Int>) -> Bool {
        var line = yaml.lowerBound
        while line < yaml.upperBound {
            guard lines.text(at: line).first(where: { !$0.isWhitespace }) ?? "#" == "#" else { return false }
            line = lines.next(after: line)
        }
        return true
    }
}
