internal import Build
internal import Content
internal import Diagnostics
internal import Disk
internal import Text

/// Somebody to forget, with the id and names by which the content knows them.
struct ForgottenPerson {
    /// Under `people/`, whether or not there is such a file.
    let id: String?
    /// The names to look for, as they are written.
    let names: [String]
    /// Names from their file that are not looked for, because others have them too: of one word only.
    let shortNames: [String]
    /// Their own files, translations among them; last the one by which they were found, so that they are found by it
    /// again where a run was ended before all were removed.
    let files: [String]
    /// Files of other people who have one of the names.
    let namesakes: [String]
    /// Finds the names, and the id where it has more than one word.
    let search: NameSearch
    /// Names that nobody else has, by their words.
    private let own: Set<[[UInt8]]>

    private struct File {
        let path: String
        let id: String
        let names: [String]
    }

    /// - Parameters:
    ///   - person: an id, the path of a file, or a name.
    ///   - files: path to bytes.
    /// - Throws: `BuildError` when that is nobody, or two people.
    init(_ person: String, in files: [String: [UInt8]], languages: [String]) throws(BuildError) {
        let people = Self.people(in: files, languages)
        let path = person.hasSuffix(".md") ? String(person.dropLast(3)) : person
        let wanted = path.hasPrefix("people/") ? String(path.dropFirst(7)) : path
        let typed = NameSearch.words(of: wanted)
        guard !typed.isEmpty else {
            throw BuildError(
                "`\(Printable.line(person))` is neither an id nor a name. Write the id of a file under people/, or a "
                    + "name as it is written.")
        }
        let id = ID.isValid(wanted) ? wanted : try Self.id(ofName: typed, among: people)
        self.id = id
        let theirs = people.filter { $0.id == id }
        let isFinder = { (file: File) in file.names.contains { NameSearch.words(of: $0) == typed } }
        self.files = (theirs.filter { !isFinder($0) } + theirs.filter(isFinder)).map(\.path)
        var seen: Set<[[UInt8]]> = []
        let all = ((ID.isValid(wanted) ? [] : [wanted]) + theirs.flatMap(\.names)).filter {
            seen.insert(NameSearch.words(of: $0)).inserted
        }
        let isLong = { (name: String) in
            let words = NameSearch.words(of: name)
            return words.count > 1 || (words == typed && !ID.isValid(wanted))
        }
        names = all.filter(isLong)
        shortNames = all.filter { !isLong($0) }
        let words = Set(names.map { NameSearch.words(of: $0) })
        let others = people.filter { $0.id != id }.map {
            (file: $0, words: Set($0.names.map { NameSearch.words(of: $0) }))
        }
        namesakes = others.filter { !$0.words.isDisjoint(with: words) }.map(\.file.path)
        own = words.subtracting(others.flatMap(\.words))
        let hint = id.map { NameSearch.words(of: $0).count > 1 ? [$0] : [] } ?? []
        search = NameSearch(names + hint)
    }

    /// - Returns: `nil` where nobody has the name.
    private static func id(ofName words: [[UInt8]], among people: [File]) throws(BuildError) -> String? {
        let ids = Set(people.filter { $0.names.contains { NameSearch.words(of: $0) == words } }.map(\.id)).sorted()
        guard ids.count < 2 else {
            throw BuildError(
                "Several people have this name: \(ids.map { "`people/\($0)`" }.joined(separator: ", ")). Name one of "
                    + "them by the id.")
        }
        return ids.first
    }

    /// Whether a text is a name of theirs, nobody else's, and nothing more.
    func isName(_ text: String) -> Bool { own.contains(NameSearch.words(of: text)) }

    /// Sorted by path.
    private static func people(in files: [String: [UInt8]], _ languages: [String]) -> [File] {
        files.keys.filter { $0.hasPrefix("people/") && $0.hasSuffix(".md") }.sorted().compactMap { path in
            guard case .success(let entryPath) = EntryPath.of(path, languages: languages), entryPath.kind == .person
            else { return nil }
            let parsed = ContentParser.read(SourceFile(path: path, bytes: files[path]!), .init(languages: languages))
            return File(
                path: path, id: entryPath.id, names: (parsed.document ?? parsed.incomplete)?.entry.common.names ?? [])
        }
    }
}
