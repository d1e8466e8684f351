import Content
import Diagnostics
import Testing

/// A file read; problems as `line:column code message | help`.
struct Parsed {
    var document: Document?
    var problems: [Diagnostic]
    var shown: [String]
    /// Problems as `line:column code`, with the lines to write and what a fix writes, if any. Of each rule, one test
    /// compares the whole text, and the others this.
    var placed: [String]

    var codes: [String] { problems.map(\.code) }
    var common: Common { document?.entry.common ?? Common() }
}

/// What help begins with that shows the whole line.
let pasteInPlace = "Paste this line in place of yours:\n"

func parse(_ path: String, _ text: String, languages: [String] = ["en"]) -> Parsed {
    parse(path, bytes: Array(text.utf8), languages: languages)
}

func parse(_ path: String, bytes: [UInt8], languages: [String] = ["en"]) -> Parsed {
    let (document, problems) = ContentParser.parse(SourceFile(path: path, bytes: bytes), .init(languages: languages))
    return Parsed(
        document: document, problems: problems, shown: show(problems, bytes), placed: place(problems, bytes))
}

func settings(_ text: String) -> (settings: Settings?, shown: [String]) {
    let bytes = Array(text.utf8)
    let (settings, problems) = ContentParser.settings(SourceFile(path: "site.yaml", bytes: bytes))
    return (settings, show(problems, bytes))
}

private func show(_ problems: [Diagnostic], _ bytes: [UInt8]) -> [String] {
    let lines = LineIndex(bytes)
    return problems.sortedForReport().map {
        let position = lines.position(of: $0.range.lowerBound)
        return "\(position.line):\(position.column) \($0.code) \($0.message)"
            + ($0.help.map { $0.text.isEmpty ? "" : " | \($0.text)" } ?? "")
    }
}

private func place(_ problems: [Diagnostic], _ bytes: [UInt8]) -> [String] {
    let lines = LineIndex(bytes)
    return problems.sortedForReport().map {
        let position = lines.position(of: $0.range.lowerBound)
        return "\(position.line):\(position.column) \($0.code)" + ($0.help?.paste.map { " | \($0)" } ?? "")
            + ($0.help?.replacement.map { " → \($0.text)" } ?? "")
    }
}

/// The problems of keys of an event below its title.
func placed(event keys: String) -> [String] { parse("events/a.md", "---\ntitle: A\n\(keys)\n---\n").placed }

/// The problems of keys of a community below its name and summary.
func placed(community keys: String) -> [String] {
    parse("communities/a.md", "---\nname: A\nsummary: B.\n\(keys)\n---\n").placed
}

/// The one problem of keys of a community, and the lines that it shows.
func problem(community keys: String) -> (code: String?, message: String?, lines: String?) {
    let problems = parse("communities/a.md", "---\nname: A\nsummary: S.\n\(keys)\n---\n").problems
    #expect(problems.count == 1, "\(keys): \(problems)")
    return (problems.first?.code, problems.first?.message, problems.first?.help?.paste)
}

/// The keys of an event below its title.
func event(_ keys: String, sourceLocation: SourceLocation = #_sourceLocation) -> (event: Event, shown: [String]) {
    let parsed = parse("events/a.md", "---\ntitle: A\n\(keys)\n---\n")
    guard case .event(let event)? = parsed.document?.entry else { return (Event(), parsed.shown) }
    return (event, parsed.shown)
}

func resource(_ keys: String) -> (resource: Resource, shown: [String]) {
    let parsed = parse("resources/a.md", "---\ntitle: A\n\(keys)\n---\n")
    guard case .resource(let resource)? = parsed.document?.entry else { return (Resource(), parsed.shown) }
    return (resource, parsed.shown)
}

func community(_ keys: String) -> (community: Community, shown: [String]) {
    let parsed = parse("communities/a.md", "---\nname: A\nsummary: B.\n\(keys)\n---\n")
    guard case .community(let community)? = parsed.document?.entry else { return (Community(), parsed.shown) }
    return (community, parsed.shown)
}

extension Optional {
    /// The plain values of a list that may be absent; `nil` when it is.
    func values<Element>() -> [Element]? where Wrapped == Located<[Located<Element>]> {
        self.map { $0.value.map(\.value) }
    }
}

extension PartialDate {
    /// `2026-03-12 14:00`, as it was written.
    var written: String { isoDate + (clock.map { " " + $0 } ?? "") }
}
