internal import Content
internal import Diagnostics
internal import Text
internal import Theme

/// Problems that only other sites can show; checked only on request.
enum LinkRules {
    private static func resource(_ address: String) -> [String: String] {
        ["resources/a.md": "---\ntitle: A\n---\n\nSee [the guide](\(address)).\n"]
    }

    static let gone = Rule(
        "external-link-gone", .warning, "A link to another site leads to a page that is there.",
        bad: resource("https://www.example.org/guides/gone"), good: resource("https://www.example.org/guides/found"))

    static let failing = Rule(
        "external-link-failing", .warning, "The site that a link leads to answers.",
        bad: resource("https://www.example.org/guides/failing"), good: resource("https://www.example.org/guides/found"))

    static let moved = Rule(
        "external-link-moved", .note, "A link leads to where a page is now, and not to where it was.",
        bad: resource("https://www.example.org/guides/moved"), good: resource("https://www.example.org/guides/found"))

    static let all = [gone, failing, moved]

    /// - Parameter link: as it is written.
    /// - Returns: `nil` where there is nothing to do.
    static func problem(_ verdict: LinkVerdict, _ link: Located<String>, in path: String) -> Diagnostic? {
        let written = "`\(shortened(link.value))`"
        func leading(_ at: String?) -> String { at.map { " redirects to `\(shortened($0))`, and there" } ?? ":" }
        switch verdict {
        case .found, .unclear, .inPrivate, .notAsked: return nil
        case .moved(let to):
            return moved.at(
                link.range, in: path, "\(written) has moved for good.",
                help: Help("Write where it is now:", paste: "\(to)"))
        case .gone(let status, let at):
            return gone.at(
                link.range, in: path, "\(written)\(leading(at)) the page is gone (the host answers \(status)).",
                help:
                    Help(
                        "Look for it on the same site, or take the link out. What it said may be kept "
                            + "at:", paste: "https://web.archive.org/web/\(link.value)")
            )
        case .frontPage(let to):
            return gone.at(
                link.range, in: path,
                "\(written) leads to the front page `\(shortened(to))`, so the page that was meant is probably gone.",
                help:
                    Help(
                        "Look for it on the same site, or take the link out. What it said may be kept "
                            + "at:", paste: "https://web.archive.org/web/\(link.value)")
            )
        case .failing(let failure, let at):
            return failing.at(
                link.range, in: path, "\(written)\(leading(at)) \(failure.words).",
                help:
                    Help(
                        "Open it in a browser. If it works there, add its beginning to site.yaml to skip it from "
                            + "now on:", paste: "skip_links: [\(link.value.prefix { $0 != "?" && $0 != "#" })]")
            )
        }
    }

    private static func shortened(_ address: String) -> String { address.cut(toScalars: 120) }
}
