internal import Build
internal import Content
internal import Diagnostics
internal import Disk
public import Spreadsheet
internal import Text
internal import YAML

/// How a sheet is read, kept for the next sheet of its kind: the file of `--mapping`.
///
/// ```yaml
/// columns: {name: What is the community called?}
/// set: {government: wales}
/// split: {topics: ","}
/// dates: day-first
/// ```
public struct ImportMapping: Sendable, Equatable {
    /// Name of a column → heading in the sheet, or nothing to leave that column out.
    public var columns: [String: String] = [:]
    /// Name of a column → what its empty cells say.
    public var set: [String: String] = [:]
    /// Name of a column → what separates the items of its lists beside a semicolon.
    public var split: [String: String] = [:]
    public var dates: DateOrder?

    public init() {}

    /// - Throws: `BuildError` with the line of what is not as above.
    init(_ bytes: [UInt8], path: String) throws(BuildError) {
        func failure(_ offset: Int, _ message: String) -> BuildError {
            BuildError("`\(path)`, line \(LineIndex(bytes).position(of: offset).line): \(message)")
        }
        let (root, problems) = YAMLParser.parse(bytes, in: 0..<bytes.count, path: path)
        if let problem = problems.first(where: { $0.severity == .error }) {
            throw failure(problem.range.lowerBound, problem.message)
        }
        guard let root else { return }
        guard case .mapping(let pairs, _) = root.value else {
            throw failure(root.range.lowerBound, "a mapping has the keys \(Self.keys).")
        }
        for pair in pairs {
            switch pair.key {
            case "columns": columns = try Self.texts(pair, failure)
            case "set": set = try Self.texts(pair, failure)
            case "split": split = try Self.texts(pair, failure)
            case "dates":
                guard case .scalar(let text, _) = pair.value.value, let order = DateOrder(rawValue: text) else {
                    throw failure(pair.keyRange.lowerBound, "`dates` is day-first, month-first or year-first.")
                }
                dates = order
            default:
                throw failure(
                    pair.keyRange.lowerBound,
                    "`\(Printable.line(pair.key))` is not a key of a mapping. The keys are \(Self.keys)."
                        + NearestMatch.hint(pair.key, among: ["columns", "set", "split", "dates"]))
            }
        }
    }

    private static let keys = "`columns`, `set`, `split` and `dates`"

    private static func texts(_ pair: YAMLPair, _ failure: (Int, String) -> BuildError) throws(BuildError) -> [String:
        String]
    {
        if pair.value.isEmpty { return [:] }
        guard case .mapping(let lines, _) = pair.value.value else {
            throw failure(pair.keyRange.lowerBound, "`\(pair.key)` has a line such as `name: …` for each fact.")
        }
        var texts: [String: String] = [:]
        for line in lines {
            guard case .scalar(let text, _) = line.value.value else {
                throw failure(line.keyRange.lowerBound, "`\(Printable.line(line.key))` takes a single text.")
            }
            texts[line.key] = text
        }
        return texts
    }

    /// Merges another mapping over this one: the command line takes precedence.
    func under(_ other: ImportMapping) -> ImportMapping {
        var all = self
        all.columns.merge(other.columns) { $1 }
        all.set.merge(other.set) { $1 }
        all.split.merge(other.split) { $1 }
        all.dates = other.dates ?? dates
        return all
    }

    /// The text of a file with this mapping and the headings of a sheet: those that name a fact and, as comments, the
    /// others.
    ///
    /// - Parameter headings: as `SheetImport` has them.
    func draft(_ headings: [(text: String, fact: String?, fits: [String])]) -> String {
        var lines = [
            "# How `folkmoot import FILE.csv --mapping import.yaml` reads a sheet.",
            "# Each line is a fact and the heading of its column. Nothing after the colon leaves the fact out.",
            "columns:",
        ]
        var columns = columns
        for (text, fact, _) in headings {
            if let fact, columns[fact] == nil || columns[fact] == text {
                columns[fact] = nil
                lines.append("  \(fact): \(FrontMatterValue.written(text))")
            }
        }
        for (fact, heading) in columns.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(fact): \(FrontMatterValue.written(heading))")
        }
        let unknown = headings.filter { $0.fact == nil }
        if !unknown.isEmpty {
            lines.append("  # These are not facts yet. Write which fact each one is, and remove its #:")
            lines += unknown.map { "  # \($0.fits.first ?? "fact"): \(FrontMatterValue.written($0.text))" }
        }
        lines += Self.group("set", set, "The value of each empty cell of a column:", example: "government: wales")
        lines += Self.group(
            "split", split, "What separates the items of a column, besides semicolons:", example: "topics: \",\"")
        lines += [
            "# How to read 3/4/2026: day-first, month-first or, for 21-02-03, year-first.",
            dates.map { "dates: \($0.rawValue)" } ?? "# dates: day-first",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func group(_ key: String, _ values: [String: String], _ what: String, example: String) -> [String] {
        let lines = values.sorted { $0.key < $1.key }.map { "  \($0.key): \(FrontMatterValue.written($0.value))" }
        return ["# \(what)"] + (lines.isEmpty ? ["# \(key):", "#   \(example)"] : ["\(key):"] + lines)
    }
}
