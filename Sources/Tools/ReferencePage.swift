internal import Build
internal import Content
internal import Diagnostics
internal import Disk
internal import Health
internal import Markdown
internal import Site
internal import Spreadsheet
internal import Text
internal import Theme
internal import Traps
internal import YAML

/// Pages of a handbook that the program writes about itself, as markdown with front matter.
public enum ReferencePage: String, CaseIterable, Sendable {
    case keys, checks, signals

    /// The path of the page in this project's handbook, below `content/`.
    public var path: String { "handbook/writing/\(rawValue).md" }

    /// The whole file.
    public var text: String {
        switch self {
        case .keys: Self.keyPage
        case .checks: Self.checkPage
        case .signals: Self.signalPage
        }
    }

    private static func page(_ title: String, _ summary: String, order: Int, _ introduction: String, _ parts: [String])
        -> String
    {
        "---\ntitle: \(title)\nsummary: \(summary)\norder: "
            + "\(order)\n---\n\n\(introduction)\n\n\(parts.joined(separator: "\n\n"))\n"
    }

    // MARK: Keys

    private static var keyPage: String {
        page(
            "All keys", "Every fact that a file can state, with what it takes and what it is for.", order: 33,
            """
            A fact is a line at the top of a file: its key, a colon, a space and its value. Keys in bold are needed, \
            all others may \
            be left out. Keys that start with `x_` are free for your own notes, and for facts that a \
            [theme of your own](themes.md#facts-of-your-own) shows.

            A date is as exact as you know it: `2026`, `2026-03`, `2026-03-12`. Where a list is taken, a single value \
            is understood too. \
            A text can be written once for each language, with a line such as `en: …` for each below its key.
            """,
            ["## Every file\n\n" + table(KeyReference.common)]
                + KeyReference.all.map { group in
                    let paths = group.path.map { "Where: " + codes(in: $0) + "\n\n" } ?? ""
                    return "\(group.path == nil ? "###" : "##") \(heading(group))\n\n\(paths)\(table(group))"
                })
    }

    private static func heading(_ group: KeyReference.Group) -> String {
        group.name.prefix(1).uppercased() + group.name.dropFirst()
    }

    /// `a.md or b.md` with each name as code.
    private static func codes(in paths: String) -> String {
        paths.split(separator: " ").map { $0 == "or" ? "or" : $0.hasSuffix(",") ? "`\($0.dropLast())`," : "`\($0)`" }
            .joined(separator: " ")
    }

    private static func table(_ group: KeyReference.Group) -> String {
        "| key | takes | what for |\n| --- | --- | --- |\n"
            + group.keys.map {
                "| \($0.isRequired ? "**`\($0.name)`**" : "`\($0.name)`") | \(expectation($0.shape)) | \($0.summary) |"
            }.joined(separator: "\n")
    }

    private static func expectation(_ shape: Shape) -> String {
        switch shape {
        case .record(let name): "[\(name)](#\(Slug.of(name)))"
        case .list(of: .record(let name)): "a list of [\(name)](#\(Slug.of(name)))"
        case .list(of: .term(let kind)): "ids of \(kind.folder)"
        case .term(let kind): "the id of a \(kind.singular)"
        case .list(let item): "a list: \(expectation(item))"
        case .date(.day): "a date"
        case .date(.time): "a date, or a time such as `2026-03-12 14:00`"
        case .integer(let range) where range.lowerBound < 0: "a whole number"
        case .either(let first, _): expectation(first)
        default: shape.expectation
        }
    }

    // MARK: Checks

    private static var checkPage: String {
        let families: [(String, [Rule])] = [
            (
                "Files and folders",
                DiskRules.all + [BuildRules.textFileName] + BuildRules.ofSettings + PictureRules.all
            ), ("How facts are written", YAMLRules.all),
            ("What facts say", ContentRules.all), ("Texts", MarkdownRules.all), ("Between pages", SiteRules.all),
            ("Changes, with `--changed-since`", ChangeRules.all),
            ("Other sites, with `--external-links`", LinkRules.all), ("Spreadsheets", SheetRules.all),
            ("Themes", ThemeRules.all),
        ]
        return page(
            "All checks",
            "Every problem that folkmoot reports, by its code, with an example of what it finds and how it should be.",
            order: 34,
            """
            After each message comes the code of its check, such as `[bad-date]`. An error means that nothing is \
            published; a warning means that readers are affected. `folkmoot check` reports all problems at once.
            """,
            families.map { name, rules in "## \(name)\n\n" + rules.map(section).joined(separator: "\n\n") })
    }

    private static func section(_ rule: Rule) -> String {
        let bad = rule.bad.isEmpty ? "" : "\n\n" + example("Reported", rule.bad, besides: rule.good)
        let good = rule.bad.isEmpty ? "" : "\n\n" + example("Right", rule.good, besides: rule.bad)
        let severity = rule.severity.rawValue
        return "### \(rule.code)\n\n\(severity.prefix(1).uppercased() + severity.dropFirst()). "
            + "\(escaped(rule.rule))\(bad)\(good)"
    }

    // MARK: Signals

    private static var signalPage: String {
        page(
            "All signals", "What folkmoot health looks for, why it matters, and an example of each.", order: 35,
            """
            `folkmoot health` says which communities may need a hand. A signal is a reason to offer help, never a \
            mark, and what \
            is not known is not a signal: [Who needs a hand](../who-needs-a-hand.md) says how to use it. Thresholds \
            are set in `site.yaml` \
            under [`health`](keys.md#health-settings). The examples are as of 1 March 2026.
            """,
            (Signal.all + [.thinEntry]).map { signal in
                "## \(signal.code)\n\n**\(signal.name).** \(signal.why) \(signal.step)\n\n"
                    + example("Found", signal.bad, besides: signal.good) + "\n\n"
                    + example("Not found", signal.good, besides: signal.bad)
            })
    }

    private static func escaped(_ text: String) -> String {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .map {
                $0.offset % 2 == 1
                    ? String($0.element)
                    : String($0.element).replacing("[", with: "\\[").replacing("<", with: "\\<").replacing(
                        "*", with: "\\*")
            }.joined(separator: "`")
    }

    /// The files in which the example differs from the other; all of them where it differs in none.
    private static func example(_ word: String, _ files: [String: String], besides others: [String: String]) -> String {
        let own = files.filter { others[$0.key] != $0.value }
        return (own.isEmpty ? files : own).sorted { $0.key < $1.key }.map { path, text in
            if text.hasPrefix("GIF") { return "\(word), in `\(visible(path))`: a picture of \(size(of: text))." }
            let shown = visible(text)
            let fence = shown.contains("```") ? "````" : "```"
            return
                "\(word), in `\(visible(path))`:\n\n\(fence)text\n\(shown)\(shown.hasSuffix("\n") ? "" : "\n")\(fence)"
        }.joined(separator: "\n\n")
    }

    private static func size(of picture: String) -> String {
        let (bytes, large) = (picture.utf8.count, picture.utf8.count / 1_000_000)
        return large > 0 ? "more than \(large) MB" : "\(bytes) bytes"
    }

    private static let lines = 16, width = 100

    /// Cut to a size that can be read, and with invisible characters written out.
    private static func visible(_ text: String) -> String {
        var lines = text.split(separator: "\n", maxSplits: lines + 1, omittingEmptySubsequences: false).map { line in
            let shown = line.unicodeScalars.prefix(width).map {
                isUnseen($0) ? "⟨U+\(String($0.value, radix: 16, uppercase: true))⟩" : String($0)
            }.joined()
            return !line.unicodeScalars.dropFirst(width).isEmpty ? shown + "…" : String(shown)
        }
        if lines.count > Self.lines { lines = lines.prefix(Self.lines) + ["…"] }
        return lines.joined(separator: "\n")
    }

    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || scalar == "\u{A0}" || InvisibleCharacter(scalar) != nil
            || (scalar.properties.isWhitespace && scalar != " ")
    }
}
