internal import Diagnostics
internal import Markdown
internal import Text
internal import Traps
internal import YAML

/// Reads the two parts of one file into a document.
struct DocumentReader {
    let file: SourceFile
    let entryPath: EntryPath
    let options: ContentParser.Options

    func read(_ parts: FrontMatter) -> ContentParser.Parsed {
        if let problem = emptiness(parts) { return ContentParser.Parsed(problems: [problem]) }
        var problems: [Diagnostic] = []
        var pairs: [YAMLPair] = []
        var isFlow = false
        if let range = parts.yaml {
            let reading = YAMLParser.reading(file.bytes, in: range, path: file.path)
            problems += reading.problems
            if reading.root == nil, reading.problems.contains(where: { $0.severity == .error }) {
                return textAlone(parts, placed(problems, in: range), reading.rest)
            }
            if let root = reading.root {
                guard case .mapping(let found, let flow) = root.value else {
                    return textAlone(parts, problems + [noKeys(root, in: range)])
                }
                (pairs, isFlow) = (found, flow)
            }
        }
        let hasTitle = pairs.contains { $0.key == titleKey && !$0.value.isEmpty }
        let body = rendered(parts, hasTitle: hasTitle)
        problems += body.diagnostics
        if !hasTitle, entryPath.language == nil || body.title != nil {
            pairs += title(from: body, hasFrontMatter: parts.yaml != nil, &problems)
        }
        var reader = recordReader(parts, problems)
        let entry = entry(pairs, flow: isFlow, at: parts.yaml ?? 0..<0, &reader)
        problems = reader.unanswered(problems) + reader.problems
        if options.knowsLanguages {
            problems += reader.textsOutside(
                options.languages, file: entry?.common.language?.value, allowsAlone: true)
        }
        let isIncomplete = reader.foundIncomplete || body.isWithheld
        var incomplete = isIncomplete ? all(of: pairs, flow: isFlow, parts, body) : nil
        incomplete?.isWithheld = reader.foundWithheld || body.isWithheld
        guard var entry, !body.isWithheld else {
            return ContentParser.Parsed(incomplete: incomplete, problems: problems)
        }
        noteID(&entry, &problems)
        if hasTitle { compareTitle(of: entry, with: body, &problems) }
        compareLanguage(of: entry, with: body, from: parts.bodyStart, &problems)
        var document = document(entry, body, parts)
        document.own = OwnFacts.read(pairs)
        return ContentParser.Parsed(document, incomplete: incomplete, problems: problems)
    }

    /// - Parameter problems: of the YAML.
    private func recordReader(_ parts: FrontMatter, _ problems: [Diagnostic]) -> RecordReader {
        var reader = RecordReader(path: file.path, translation: entryPath.language)
        reader.today = options.today
        reader.noteComments(problems, in: file)
        if parts.yaml == nil, entryPath.language == nil {
            reader.lacksFrontMatter = true
            let needed = KeyReference.group(of: entryPath.kind).filter(\.isRequired).map(\.name)
            reader.loose = LooseFrontMatter(FrontMatterLines(file.bytes), from: parts.bodyStart, with: needed)
        }
        return reader
    }

    private func document(_ entry: Entry, _ body: Rendered, _ parts: FrontMatter) -> Document {
        Document(path: file.path, entryPath: entryPath, entry: entry, body: body, bodyStart: parts.bodyStart)
    }

    private func rendered(_ parts: FrontMatter, hasTitle: Bool) -> Rendered {
        var markdown = MarkdownRenderer.Options(unsafeHTML: options.unsafeHTML, documentTitle: !hasTitle)
        markdown.listsExternalLinks = options.listsExternalLinks
        return MarkdownRenderer.render(file.bytes, from: parts.bodyStart, path: file.path, options: markdown)
    }

    // MARK: What cannot be used

    /// Front matter that is a list or a text.
    private func noKeys(_ root: YAMLNode, in range: ByteRange) -> Diagnostic {
        let yaml = root.range.lowerBound..<range.upperBound
        let help: Help? =
            if case .scalar(_, quoted: false) = root.value {
                YAMLTrap.missingSpaces(file.bytes, in: yaml) ?? YAMLTrap.equalsSigns(file.bytes, in: yaml)
            } else { nil }
        return ContentRules.wrongType.at(
            root.range, in: file.path,
            "The lines at the top must look like `name: Bees`: a word, a colon, a space and a text.", help: help)
    }

    /// What a file says if records in its front matter lack a required key. Its mistakes were already reported.
    private func all(of pairs: [YAMLPair], flow: Bool, _ parts: FrontMatter, _ body: Rendered) -> Document? {
        var reader = RecordReader(path: file.path, translation: entryPath.language)
        reader.keepsIncomplete = true
        reader.today = options.today
        return entry(pairs, flow: flow, at: parts.yaml ?? 0..<0, &reader).map { document($0, body, parts) }
    }

    /// The text of a file whose front matter has no known end.
    func readUnclosed(_ problem: Diagnostic) -> ContentParser.Parsed {
        var parsed = textAlone(FrontMatter(yaml: nil, bodyStart: 0), [])
        parsed.problems = [problem]
        parsed.incomplete?.isWithheld = true
        return parsed
    }

    /// The text of a file whose front matter cannot be read, with what is wrong with that.
    ///
    /// - Parameter rest: what can be read of it.
    private func textAlone(
        _ parts: FrontMatter, _ problems: [Diagnostic], _ rest: YAMLReading.Rest? = nil
    ) -> ContentParser.Parsed {
        let yaml = file.bytes[parts.yaml ?? 0..<0]
        let lines = yaml.split { $0 == 10 || $0 == 13 }
        let body = rendered(parts, hasTitle: lines.contains { $0.starts(with: Array("\(titleKey):".utf8)) })
        var reader = RecordReader(path: file.path)
        reader.keepsIncomplete = true
        var alone = entry([], flow: false, at: 0..<0, &reader).map { document($0, body, parts) }
        alone?.isTextAlone = true
        alone?.isWithheld = WithholdingKey.isNamed(in: String(decoding: yaml, as: UTF8.self))
        let others = rest.map { self.problems(in: $0, parts, body) } ?? []
        return ContentParser.Parsed(incomplete: alone, problems: problems + others + body.diagnostics)
    }

    /// What else is wrong in front matter that cannot be read as a whole: in the lines without a mistake in their YAML.
    private func problems(in rest: YAMLReading.Rest, _ parts: FrontMatter, _ body: Rendered) -> [Diagnostic] {
        guard case .mapping(var pairs, let flow) = rest.root.value else { return [] }
        if !pairs.contains(where: { $0.key == titleKey }), body.title != nil {
            var none: [Diagnostic] = []
            pairs += title(from: body, hasFrontMatter: true, &none)
        }
        var reader = RecordReader(path: file.path, translation: entryPath.language)
        reader.today = options.today
        reader.leftOut = rest.leftOut.map { String(decoding: file.bytes[$0], as: UTF8.self) }
        _ = entry(pairs, flow: flow, at: parts.yaml ?? 0..<0, &reader)
        return reader.problems.filter { problem in !rest.leftOut.contains { $0.overlaps(problem.range) } }.map {
            // What is left out may say the same as a fix would.
            var problem = $0
            problem.help?.replacement = nil
            return problem
        }
    }

    /// The same problems; that of a key which is in its group twice says where the key may belong.
    ///
    /// The file is read once more for that, with other names for the keys that are there a second time.
    private func placed(_ problems: [Diagnostic], in yaml: ByteRange) -> [Diagnostic] {
        guard let index = problems.firstIndex(where: { $0.isUnder(YAMLRules.duplicateKey) }) else { return problems }
        var bytes = file.bytes
        var next = problems[index].range
        var repeated: [(range: ByteRange, key: String)] = []
        while repeated.count < 20 {
            let key = String(decoding: bytes[next], as: UTF8.self)
            let number = String(repeated.count)
            guard next.count > number.count, bytes[next].allSatisfy({ $0 == 95 || (97...122).contains($0) }) else {
                return problems
            }
            repeated.append((next, key))
            let name = String(repeating: "_", count: next.count - number.count) + number
            bytes.replaceSubrange(next, with: Array(name.utf8))
            let (root, found) = YAMLParser.parse(bytes, in: yaml, path: file.path)
            if let root {
                guard case .mapping(let pairs, let flow) = root.value else { return problems }
                var reader = RecordReader(path: file.path, translation: entryPath.language)
                reader.repeated = repeated
                _ = entry(pairs, flow: flow, at: yaml, &reader)
                var said = problems
                if let help = reader.helpForRepeated { said[index].help = help }
                return said
            }
            guard let again = found.first(where: { $0.isUnder(YAMLRules.duplicateKey) }) else { return problems }
            next = again.range
        }
        return problems
    }

    /// A first heading is left out because the page shows its title there: words that the title lacks would be lost.
    private func compareTitle(of entry: Entry, with body: Rendered, _ problems: inout [Diagnostic]) {
        guard let heading = body.title, !heading.text.isEmpty, let title = entry.common.title?.value else { return }
        let titles = [title.original] + title.translations.values
        // A title has no markup: `_Cheat sheet_` repeats *Cheat sheet*.
        func letters(_ text: String) -> String { Slug.of(text).filter { $0 != "_" && $0 != "-" } }
        if titles.contains(where: { letters($0).contains(letters(heading.text)) }) { return }
        problems.append(
            ContentRules.twoTitles.at(
                heading.range, in: file.path,
                "The page is called “\(title.original)”, so this heading is left out.",
                help: "Make both the same, or begin the heading with `##` to keep it."))
    }

    /// A screen reader reads Portuguese aloud as English where the page says that it is English.
    private func compareLanguage(of entry: Entry, with body: Rendered, from start: Int, _ problems: inout [Diagnostic])
    {
        let stated = entryPath.language ?? entry.common.language?.value ?? options.languages[0]
        guard let found = TextLanguage.other(than: stated, in: body.plainText) else { return }
        let name = TextLanguage.name(found)
        let (message, help): (String, Help)
        if entryPath.language != nil {
            message = "This text seems to be in \(name), and the name of the file says `\(stated)`."
            help = "Translate it, or remove the text: the page then shows the original's, and says so."
        } else {
            message = "This text seems to be in \(name), and the page says that it is in `\(stated)`."
            help = Help(
                "So that screen readers pronounce it right, add this line to the front matter:",
                paste: "lang: \(found)")
        }
        let first = file.bytes[start...].firstIndex { $0 > 32 } ?? start
        let end = file.bytes[first...].firstIndex { $0 == 10 || $0 == 13 } ?? file.bytes.count
        problems.append(ContentRules.languageOfText.at(first..<end, in: file.path, message, help: help))
    }

    /// The one problem of an empty file that needs some keys.
    private func emptiness(_ parts: FrontMatter) -> Diagnostic? {
        let needed = KeyReference.group(of: entryPath.kind).filter(\.isRequired)
        guard parts.yaml == nil, entryPath.language == nil, !needed.isEmpty,
            file.bytes[parts.bodyStart...].allSatisfy({ $0 <= 32 })
        else { return nil }
        return ContentRules.missingKey.at(
            0..<0, in: file.path, "This file is empty.",
            help: Help(
                "A \(entryPath.kind.rawValue) begins with lines such as these:",
                paste: "---\n"
                    + needed.map { "\($0.name): …" }.joined(separator: "\n") + "\n---"))
    }

    private var titleKey: String {
        switch entryPath.kind {
        case .community, .person, .government, .organisation, .role, .topic, .skill: "name"
        default: "title"
        }
    }

    /// The first heading is the title of a file without one; a file with neither takes its file name.
    private func title(from body: Rendered, hasFrontMatter: Bool, _ problems: inout [Diagnostic]) -> [YAMLPair] {
        func pair(_ text: String, _ range: ByteRange) -> [YAMLPair] {
            [
                YAMLPair(
                    key: titleKey, keyRange: range, value: YAMLNode(value: .scalar(text, quoted: true), range: range))
            ]
        }
        if let heading = body.title, !heading.text.isEmpty { return pair(heading.text, heading.range) }
        let namesItself: [Kind] = [.charter, .members, .backlog, .home]
        let mustHaveOne = hasFrontMatter && ![Kind.page, .chapter].contains(entryPath.kind)
        if namesItself.contains(entryPath.kind) || entryPath.isIntroduction || mustHaveOne { return [] }
        let name = entryPath.name.split { "-_ ".contains($0) }.joined(separator: " ")
        // Then it is said which lines the file begins with.
        let isToldMore = KeyReference.group(of: entryPath.kind).contains { $0.isRequired && $0.name != titleKey }
        if isToldMore { return pair(name.prefix(1).uppercased() + name.dropFirst(), 0..<0) }
        problems.append(
            ContentRules.noTitle.at(
                0..<0, in: file.path, "This page has no title, so it is called “\(name)”.",
                help: Help(
                    "Start the file with a heading, such as",
                    paste: "# \(name.prefix(1).uppercased() + name.dropFirst())")))
        return pair(name, 0..<0)
    }

    private func entry(_ pairs: [YAMLPair], flow: Bool, at range: ByteRange, _ reader: inout RecordReader) -> Entry? {
        func record<R: Record>(_ type: R.Type) -> R? {
            reader.record(type, pairs: pairs, flow: flow, at: range.lowerBound..<range.lowerBound)
        }
        switch entryPath.kind {
        case .community: return record(Community.self).map(Entry.community)
        case .charter: return record(Charter.self).map(Entry.charter)
        case .members: return record(Members.self).map(Entry.members)
        case .backlog: return record(Backlog.self).map(Entry.backlog)
        case .event: return record(Event.self).map(Entry.event)
        case .writeup: return record(Writeup.self).map(Entry.writeup)
        case .resource: return record(Resource.self).map(Entry.resource)
        case .person: return record(Person.self).map(Entry.person)
        case .government, .organisation, .role, .topic, .skill:
            return record(Term.self).map { .term(entryPath.kind.termKind!, $0) }
        case .home, .chapter, .page: return record(Page.self).map(Entry.page)
        }
    }

    /// A file's name is its id; a key that says otherwise would contradict it.
    private func noteID(_ entry: inout Entry, _ problems: inout [Diagnostic]) {
        let id: Located<String>? =
            switch entry {
            case .event(let event): event.id
            case .writeup(let writeup): writeup.id
            case .resource(let resource): resource.id
            default: nil
            }
        guard let id, id.value != entryPath.id else { return }
        problems.append(
            ContentRules.unknownKey.at(
                id.range, in: file.path,
                "The file's name is its id, so `id: \(id.value)` is left out; its id is `\(entryPath.id)`."))
    }
}
