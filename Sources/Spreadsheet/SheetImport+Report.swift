internal import Content
public import Diagnostics
internal import Text

/// The report of an import, for a person.
extension SheetImport {
    /// Moves problems that the checks find in changed files to the cells that cause them; others stay where they are.
    ///
    /// - Parameter found: in the handbook with the changes.
    public func movedToCells(_ found: [Diagnostic]) -> [Diagnostic] {
        let byPath = Dictionary(uniqueKeysWithValues: (changes + terms.map(\.change)).map { ($0.path, $0) })
        let kinds = Dictionary(uniqueKeysWithValues: terms.map { ($0.change.path, $0.kind) })
        return found.map { problem in
            guard let change = byPath[problem.path] else { return problem }
            var problem = problem
            let edit = try? FrontMatterEdit(SourceFile(path: change.path, bytes: change.after), order: [], language: "")
            let keys = edit?.keys(at: problem.range.lowerBound) ?? []
            let ofKey = columns.filter { $0.value.key == keys.first }
            let column =
                kinds[problem.path].map { kind in
                    columns.first { $0.value.way == (kind == .organisation ? .organisation : .terms(kind)) }
                }
                ?? ofKey.max { a, _ in !Self.isPart(a.value, keys) }
            problem.message =
                "\(label(ofRow: change.row))\(column.map { ", column \(sheet.header[$0.key])" } ?? ""): "
                + "\(problem.message)"
            problem.path = sheet.path
            problem.range = sheet.range(row: change.row, column: column?.key)
            return problem
        }
    }

    /// Reports that the file of a change cannot be written.
    public func problem(with change: Change, _ reason: String) -> Diagnostic {
        SheetRules.row.at(
            sheet.range(row: change.row, column: nil), in: sheet.path, "\(label(ofRow: change.row)): \(reason)")
    }

    private static func isPart(_ column: SheetColumn, _ keys: [String]) -> Bool {
        if case .part(_, let key) = column.way { keys.last == key } else { keys.last == "count" || keys.count == 1 }
    }

    // MARK: Report

    /// What was understood, in lines for a person.
    public var report: [String] {
        let written = Set(terms.map(\.change.path))
        return TermKind.allCases.flatMap { reportOfTerms($0, written: written) } + reportOfCells + reportOfSummaries
    }

    /// - Parameter written: paths of the files of new terms.
    private func reportOfTerms(_ kind: TermKind, written: Set<String>) -> [String] {
        var lines: [String] = []
        if let folded = folding.folded[kind], !folded.isEmpty {
            lines.append("Understood as known \(kind.folder): \(Self.arrows(folded))")
        }
        let new = (folding.new[kind] ?? [:]).sorted { $0.key < $1.key }
        func isWritten(_ id: String) -> Bool { written.contains("\(kind.folder)/\(id).md") }
        let withFile = new.filter { isWritten($0.key) }.map(\.value.name)
        if !withFile.isEmpty {
            lines.append("New \(kind.folder), with a file each: \(withFile.joined(separator: ", "))")
        }
        let others = new.filter { !isWritten($0.key) }.map(\.value.name)
        if !others.isEmpty { lines.append("New \(kind.folder): \(others.joined(separator: ", "))") }
        return lines
    }

    private var reportOfCells: [String] {
        var lines: [String] = []
        if let first = plainOrganisations.first {
            lines.append(
                "Organisations that one row names, which get no page: \(plainOrganisations.joined(separator: "; ")). "
                    + "To make one: folkmoot new organisation \(ShellWord.quoted(first))")
        }
        if !empty.isEmpty { lines.append("Taken for empty cells: \(Self.counts(empty))") }
        if !taken.isEmpty { lines.append("Taken for: \(Self.arrows(taken))") }
        if let first = madeDays.first {
            lines.append(
                "Read as the month or year in the file, because the column has only full dates: \(first)"
                    + (madeDays.count == 1 ? "" : ", and \(madeDays.count - 1) more"))
        }
        if !leftOut.isEmpty {
            lines.append("Words after the addresses of sources, which are not kept: \(Self.counts(leftOut))")
        }
        return lines
    }

    private var reportOfSummaries: [String] {
        if madeSummaries.isEmpty { return [] }
        let new = madeSummaries.count == 1 ? "a new community" : "\(madeSummaries.count) new communities"
        return [
            "The sheet has no summary for \(new), so one was made from the other facts; better write your own: "
                + madeSummaries.joined(separator: ", ")
        ]
    }

    private static func arrows(_ texts: [String: String]) -> String {
        texts.sorted { $0.key < $1.key }.map { "\($0.key) → \($0.value)" }.joined(separator: ", ")
    }

    private static func counts(_ texts: [String: Int]) -> String {
        texts.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value)×)" }.joined(separator: ", ")
    }
}
