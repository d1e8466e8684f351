internal import Content
internal import Diagnostics
internal import Disk
internal import Traps

/// Files that were meant for pages and whose names do not end as those of pages do: `bees`, `bees.txt`, `bees.md.txt`,
/// `bees.markdown`.
///
/// None of them is published: copied as it is, such a file would show what its front matter holds back.
struct MisnamedPages {
    private(set) var problems: [Diagnostic] = []
    var paths: Set<String> { Set(problems.map(\.path)) }

    /// How much of a file is read to see whether it starts with front matter.
    private static let head = 4096

    /// - Parameters:
    ///   - documents: all that could be read, whose links show which text files are there to be saved.
    ///   - languages: of the site.
    init(_ source: ContentSource, besides documents: [Document], languages: [String]) {
        // Most handbooks have no such file, so neither is made for them.
        lazy var pages = Set(source.documents)
        lazy var linked = Self.linkedNames(in: documents)
        for path in source.assets + source.misnamed {
            guard let name = ContentKind.pageName(of: path),
                ContentKind.isMarkdownByName(path) || Self.startsWithFrontMatter(path, in: source)
            else { continue }
            let page = path.split(separator: "/").dropLast().map { $0 + "/" }.joined() + name
            let isEntry = Self.isEntry(page, languages)
            if !isEntry, ContentKind.isText(path), linked.contains(Self.lastPart(of: path)) { continue }
            problems.append(Self.problem(path, meant: name, isEntry: isEntry, isTaken: pages.contains(page)))
        }
    }

    private static func startsWithFrontMatter(_ path: String, in source: ContentSource) -> Bool {
        guard var bytes = (try? source.open(path))?.bytes(at: 0, count: head) else { return false }
        let isCut = bytes.count == head
        // Windows' Notepad may save UTF-16: its letters of ASCII are what is looked for.
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            bytes = bytes.dropFirst(2).filter { $0 != 0 }
        }
        return FrontMatterLines(bytes).startWithFrontMatter(isCut: isCut)
    }

    /// Whether it would be an entry that is called by the name of its file: no file for readers to save is there.
    private static func isEntry(_ page: String, _ languages: [String]) -> Bool {
        guard case .success(let path) = EntryPath.of(page, languages: languages) else { return true }
        return ![Kind.home, .resource, .chapter, .page].contains(path.kind)
    }

    /// What the files are called that links lead to.
    private static func linkedNames(in documents: [Document]) -> Set<String> {
        Set(
            documents.lazy.flatMap(\.body.links).map { lastPart(of: $0.destination.replacing("%20", with: " ")) })
    }

    private static func lastPart(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    private static func problem(_ path: String, meant name: String, isEntry: Bool, isTaken: Bool) -> Diagnostic {
        let file = lastPart(of: path)
        let ending = file.lastIndex(of: ".").map { "ends in `\(file[$0...])`" } ?? "has no ending"
        var help =
            isTaken ? "`\(name)` is there too: remove the one that is out of date." : "Rename it to `\(name)`."
        if ContentKind.isText(path) {
            help += " Windows shows such endings in File Explorer with View, Show, File name extensions."
            if !isEntry { help += " If it is for readers to save as it is, link to it from a page." }
        }
        return BuildRules.textFileName.at(
            0..<0, in: path, "`\(path)` is left out: the name of a page ends in `.md`, and this one \(ending).",
            help: Help(help))
    }
}
