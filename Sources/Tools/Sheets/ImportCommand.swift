internal import Build
internal import Content
public import Diagnostics
internal import Disk
internal import Foundation
internal import Site
internal import Spreadsheet
internal import Text
internal import Theme

/// Brings the rows of a sheet into the files of a handbook.
public struct ImportCommand: Sendable {
    /// The sheet's file.
    public var sheet: String
    public var content: String
    /// How the sheet is read.
    public var mapping = ImportMapping()
    /// A file with more of the mapping, which counts where `mapping` says nothing; and one to write for the next sheet.
    public var mappingFile: String?
    public var savedMapping: String?
    public var isDryRun = false
    /// Whether facts that are newer in the handbook are replaced too.
    public var replacesNewer = false
    /// Whether the rows without errors are imported although other rows have errors.
    public var keepsGoing = false
    public var jobs = 1

    public init(sheet: String, content: String) {
        self.sheet = sheet
        self.content = content
    }

    public struct Outcome: Sendable {
        /// Of the sheet, by rows and columns.
        public var problems: [Diagnostic]
        /// Bytes of the sheet, for showing lines in a report.
        public var source: @Sendable (String) -> [UInt8]?
        /// What would change, if requested.
        public var diff: String
        /// What was understood and done, a line each.
        public var report: [String]
        public var exitCode: Int32
    }

    /// - Throws: `BuildError` when the sheet or the content cannot be read, or a file cannot be written.
    public func run() async throws -> Outcome {
        let bytes = try SheetFile.read(sheet)
        let reader = try ContentReader(at: content)
        let source = ContentSource(reader)
        let options = Pipeline.Options.withDrafts(jobs: jobs)
        let before = await Pipeline.read(source, options)
        let table: Sheet
        do throws(Sheet.Failure) { table = try Sheet(bytes, path: sheet) } catch { throw BuildError("\(error)") }
        let mapping = try wholeMapping()
        let choices = try choices(mapping, before.site, source)
        let plan = SheetImport(table, into: before.site, choices)
        if let savedMapping { try Self.save(mapping.draft(plan.headings), to: savedMapping) }
        let planned = plan.changes + plan.terms.map(\.change)
        let after =
            planned.isEmpty
            ? before
            : await Pipeline.read(
                source.with(Dictionary(uniqueKeysWithValues: planned.map { ($0.path, $0.after) })), options)
        let found = after.problems.new(since: before.problems)
        let blocked = planned.compactMap { change in Self.obstacle(to: change, in: reader).map { (change, $0) } }
        let problems = plan.problems + plan.movedToCells(found) + blocked.map { plan.problem(with: $0.0, $0.1) }
        let bad = Set(found.filter { $0.severity == .error }.map(\.path)).union(blocked.map(\.0.path))
        let hasErrors = problems.contains { $0.severity == .error }
        let good = plan.changes.filter { !bad.contains($0.path) }
        let sound = hasErrors && !keepsGoing ? [] : good
        let rows = Set(sound.map(\.row))
        let terms = plan.terms.filter { !bad.contains($0.change.path) && !rows.isDisjoint(with: $0.rows) }.map(\.change)
        if !isDryRun {
            // Files of terms come first, so that no community leads to one without its name.
            for (count, change) in (terms + sound).enumerated() { try Self.write(change, in: reader, done: count) }
        }
        let last =
            hasErrors && !keepsGoing
            ? Self.refusal(rowsWithoutErrors: good.count, dryRun: isDryRun)
            : summary(plan, sound, terms: terms.count)
        return Outcome(
            problems: problems.sortedForReport(), source: { $0 == table.path ? table.bytes : nil },
            diff: isDryRun ? difference(terms + sound) : "",
            report: plan.report + mappingAdvice(plan) + [last], exitCode: hasErrors && !keepsGoing ? 1 : 0)
    }

    private func wholeMapping() throws(BuildError) -> ImportMapping {
        guard let mappingFile else { return mapping }
        return try ImportMapping(SheetFile.read(mappingFile, "mapping"), path: mappingFile).under(mapping)
    }

    private func choices(_ mapping: ImportMapping, _ site: SiteGraph, _ source: ContentSource) throws
        -> SheetImport.Options
    {
        var choices = SheetImport.Options(
            map: mapping.columns, replacesNewer: replacesNewer, dates: mapping.dates, paths: Set(source.documents)
        ) { try? source.read($0).get() }
        (choices.separators, choices.set) = (mapping.split, mapping.set)
        let theme = try ThemeFolder.theme(of: site, content: content)
        let words = try site.languages.map { try theme.strings($0, first: site.defaultLanguage) }
        choices.words = HeadingWords.all(words)
        choices.cells = HeadingWords.cells(words)
        let language = site.defaultLanguage
        let name = site.settings.theme.flatMap { $0.value == ThemeFolder.default ? nil : $0.value }
        choices.cells.file =
            ThemeFolder.folder(of: name ?? ThemeFolder.forLanguages, content: content) + "/i18n/\(language).yaml"
        let missing = try theme.missingWords(language)
        for key in ["sheet_about", "sheet_seasons"] where !missing.contains(key) {
            choices.cells.written[key] = words[0][key]
        }
        let named = words.flatMap { $0.values(ofGroup: "platform") }.map(ID.from)
        let used = site.communities.flatMap { id -> [String] in
            guard case .community(let entry) = site[id].entry else { return [] }
            return entry.channels.items().compactMap { $0.value.platform?.value }
        }
        choices.platforms = Set(named + used)
        return choices
    }

    private func difference(_ changes: [SheetImport.Change]) -> String {
        let folder = content.hasSuffix("/") ? String(content.dropLast()) : content
        return changes.map { UnifiedDiff.text("\(folder)/\($0.path)", before: $0.before, after: $0.after) }.joined()
    }

    private static func save(_ text: String, to file: String) throws(BuildError) {
        if FileFacts.exists(file) {
            throw BuildError("`\(file)` is there already, and nothing was written. Name another file, or delete it.")
        }
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .withoutOverwriting) } catch {
            throw BuildError("cannot write `\(file)`: \(error.localizedDescription)")
        }
    }

    /// How to keep the mapping of a form, whose questions name no facts.
    private func mappingAdvice(_ plan: SheetImport) -> [String] {
        if let savedMapping {
            let words = ["folkmoot", "import", sheet] + (content == "content" ? [] : ["--content", content])
            let command = (words + ["--mapping", savedMapping]).map {
                $0.contains { !($0.isLetter || $0.isNumber || "-_./".contains($0)) } ? ShellWord.quoted($0) : $0
            }.joined(separator: " ")
            return ["Wrote \(savedMapping). Finish it, then: \(command)"]
        }
        let questions = plan.headings.filter { $0.fact == nil && ($0.text.contains("?") || $0.text.count > 20) }
        return questions.isEmpty || mappingFile != nil
            ? []
            : [
                "To say once which question is which fact, write a file with --save-mapping import.yaml, finish it, "
                    + "and use it with --mapping import.yaml."
            ]
    }

    private static func refusal(rowsWithoutErrors count: Int, dryRun isDryRun: Bool) -> String {
        let start = "Nothing \(isDryRun ? "would be" : "was") written, because of the errors above."
        return count == 0
            ? start
            : "\(start) With --keep-going the \(count == 1 ? "row" : "\(count) rows") without errors "
                + "\(count == 1 ? "is" : "are") imported."
    }

    private func summary(_ plan: SheetImport, _ sound: [SheetImport.Change], terms: Int) -> String {
        let new = sound.count { $0.before == nil }
        let counts = "\(new) new, \(sound.count - new) changed, \(plan.unchanged) unchanged"
        let files = terms == 0 ? "" : "; \(terms) file\(terms == 1 ? "" : "s") of new terms"
        let left = plan.rowsLeftOut + plan.changes.count - sound.count
        return
            "\(isDryRun ? "Would import" : "Imported"): "
            + "\(counts)\(files)\(left == 0 ? "" : "; \(left) left out because of errors")."
    }

    /// Why a file cannot be written as planned, in a sentence; `nil` when it can.
    private static func obstacle(to change: SheetImport.Change, in reader: ContentReader) -> String? {
        let path = reader.absolutePath(of: change.path)
        guard change.before != nil else {
            return FileFacts.exists(path)
                ? "`\(change.path)` is there already, and cannot be read."
                : reader.canHold(change.path) ? nil : "its folder leads out of the content folder."
        }
        guard let real = try? RealPath.following(path), reader.isInside(real) else {
            return "`\(change.path)` leads out of the content folder."
        }
        return FileManager.default.isWritableFile(atPath: real) ? nil : "`\(change.path)` may not be written."
    }

    private static func write(_ change: SheetImport.Change, in reader: ContentReader, done: Int) throws {
        let after =
            done == 0
            ? "" : " (\(done) file\(done == 1 ? " was" : "s were") written before; the same import goes on from there)"
        try ContentFile.write(
            change.after, over: change.before, at: reader.absolutePath(of: change.path), remark: after)
    }
}

enum SheetFile {
    static func read(_ path: String, _ what: String = "sheet") throws(BuildError) -> [UInt8] {
        do { return Array(try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw FileManager.default.fileExists(atPath: path)
                ? BuildError("cannot read the \(what) `\(path)`: \(error.localizedDescription)")
                : BuildError("There is no \(what) `\(path)`.")
        }
    }
}
