internal import Content
internal import Site
internal import Text

/// How cells become values of front matter.
extension SheetImport {
    /// - Parameter known: what the file says already; `nil` for a new one.
    mutating func set(
        _ column: SheetColumn, _ text: String, ofRow row: Int, besides known: (item: Item, entry: Community)?,
        in edit: inout FrontMatterEdit
    ) throws(FrontMatterEdit.Failure) {
        if let language = column.language, language != known?.item.language {
            return try edit.set(column.key, in: language, to: text)
        }
        if let value = value(of: column, text, ofRow: row) {
            return try edit.set(column.key, value, isOrdered: column.way == .list(isOrdered: true))
        }
        switch column.way {
        case .part(let group, let key): try edit.set(key, of: group, to: text)
        case .count: try edit.set("count", of: "member_count", to: Self.digits(text))
        case .platforms:
            let known = Set(
                (known?.entry.channels.items() ?? []).compactMap { $0.value.platform.map { ID.from($0.value) } })
            for item in Sheet.items(text) where !known.contains(ID.from(item)) {
                try edit.add([.init("platform", ID.from(item))], to: "channels")
            }
        case .channels:
            for item in Sheet.items(text) {
                let channel = SheetItem.channel(item)
                try edit.add(channel, to: "channels", alike: channel.count)
            }
        case .connections:
            for item in Sheet.items(text) { try add(item, in: &edit) }
        default: break
        }
    }

    /// The whole value of the column's key; `nil` where the cell is a part of it, or adds to it.
    mutating func value(of column: SheetColumn, _ text: String, ofRow row: Int) -> FrontMatterValue? {
        switch column.way {
        case .text, .date: return .text(text)
        case .choice:
            return .text(isChoice(text, column) ? ID.from(text) : text)
        case .list: return Self.value(Sheet.items(text).map { column.name == "source" ? address(in: $0) : $0 })
        case .terms(let kind):
            let ids = Sheet.items(text).map { folding.use($0, kind, row: row) }.uniqued()
            return kind == .government ? Self.value(ids) : .list(ids)
        case .organisation:
            return Self.value(
                Sheet.items(text).map { name in
                    if folding.known(name, .organisation) != nil || isOfSeveralRows(name) {
                        return folding.use(name, .organisation, row: row)
                    }
                    if !plainOrganisations.contains(name) { plainOrganisations.append(name) }
                    return name
                })
        case .community: return .text(id(ofName: text))
        default: return nil
        }
    }

    /// Whether several rows name an organisation, so that it gets a page on which they are together.
    private func isOfSeveralRows(_ name: String) -> Bool {
        let id = ID.from(name)
        return ID.isValid(id) && id.utf8.count <= Self.longestID && rowsOfOrganisations[id, default: []].count > 1
    }

    /// A sentence in place of a name stays a text.
    private static let longestID = 100

    /// Names and addresses of channels as channels of the row's platform; `nil`, reported, where none is named.
    mutating func joinChannels(_ facts: [Fact], _ row: Int) -> [Fact]? {
        let isOf = { (fact: Fact) in fact.column.way == .channelNames || fact.column.way == .channels }
        let names = facts.filter(isOf).flatMap { fact in Sheet.items(fact.text).map { (fact.column.name, $0) } }
        guard !names.isEmpty, let first = facts.firstIndex(where: isOf) else { return facts }
        var facts = facts.filter { !isOf($0) }
        let platforms = facts.first { $0.column.way == .platforms }.map { Sheet.items($0.text) } ?? []
        var (channels, bare): ([String], [String]) = ([], [])
        for (column, name) in names {
            if options.platforms.contains(ID.from(name)) {
                bare.append(name)
            } else if let channel = SheetItem.channel(name, on: platforms.count == 1 ? platforms[0] : nil) {
                channels.append(channel)
            } else {
                report(
                    SheetRules.row, range(row, column),
                    "\(label(ofRow: row)), column \(column): `\(name)` does not say which platform it is on.",
                    help: "Write `slack: \(name)`; or, where all are on one platform, --set platform=slack")
                return nil
            }
        }
        func add(_ items: [String], to column: String) {
            if items.isEmpty { return }
            if let index = facts.firstIndex(where: { $0.column.name == column }) {
                facts[index].text = Sheet.cell((Sheet.items(facts[index].text) + items).uniqued())
            } else if let column = SheetColumn.all.first(where: { $0.name == column }) {
                facts.insert((column, Sheet.cell(items)), at: first)
            }
        }
        add(bare, to: "platform")
        add(channels, to: "channels")
        return facts
    }

    /// The id of a community of the handbook or of another row; the text itself where none has that name.
    private func id(ofName name: String) -> String {
        idsByName[Self.folded(name)] ?? idsOfRows[Self.folded(name)] ?? name
    }

    /// A connection without a kind is written as it is, so that the checks of the site say what it needs.
    private func add(_ item: String, in edit: inout FrontMatterEdit) throws(FrontMatterEdit.Failure) {
        guard let connection = SheetItem.connection(item) else {
            return try edit.add([.init("to", id(ofName: item))], to: "connections")
        }
        let to = id(ofName: connection.to)
        let lines: [FrontMatterValue.Line] = [.init("to", to), .init("kind", connection.kind)]
        try edit.add(
            lines + (connection.note.map { [.init("note", $0)] } ?? []), to: "connections", alike: lines.count)
    }

    private static let choices = [
        "scope": Scope.allCases.map(\.rawValue), "stage": Stage.allCases.map(\.rawValue) + Array(Stage.synonyms.keys),
        "membership": Membership.allCases.map(\.rawValue),
    ]

    /// Whether a text is one of the values of a column, however it is spelled.
    func isChoice(_ text: String, _ column: SheetColumn) -> Bool { Self.isChoice(text, ofColumn: column.name) }

    static func isChoice(_ text: String, ofColumn name: String) -> Bool {
        choices[name]?.contains(ID.from(text)) ?? false
    }

    /// `https://example.gov/list` of `https://example.gov/list (CC0, July 2020)`: what is said about an address is not
    /// part of it.
    private mutating func address(in text: String) -> String {
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), let end = text.firstIndex(of: " ") else {
            return text
        }
        leftOut[String(text[end...].drop { ": ".contains($0) }), default: 0] += 1
        return String(text[..<end].reversed().drop { ":,".contains($0) }.reversed())
    }

    /// A single item is written as a text.
    private static func value(_ items: [String]) -> FrontMatterValue {
        items.count == 1 ? .text(items[0]) : .list(items)
    }

    /// `1,351` and `1 351` without what separates thousands, `71.0` without what pandas adds; anything else as it is.
    static func digits(_ text: String) -> String {
        func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
        // Other readers of YAML take 0012 for an octal number.
        if text.unicodeScalars.allSatisfy(isDigit) { return Int(text).map(String.init) ?? text }
        let signs: Set<Unicode.Scalar> = [",", ".", " ", "\u{A0}", "\u{202F}"]
        let groups = text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: signs.contains)
        guard groups.count > 1, groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return text }
        let first = groups[0]
        let isFraction = text.unicodeScalars[first.endIndex] == "." || text.unicodeScalars[first.endIndex] == ","
        if groups.count == 2, isFraction, groups[1].count < 3, groups[1].allSatisfy({ $0 == "0" }) {
            return String(first)
        }
        guard first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return text }
        return groups.map { String($0) }.joined()
    }

    /// A summary from the other facts, for a new community without one.
    mutating func madeSummary(_ facts: [Fact], _ id: String) -> String {
        func text(_ name: String) -> String? { facts.first { $0.column.name == name }?.text }
        var summary = MadeSummary(name: text("name") ?? id)
        summary.roles = Sheet.items(text("roles") ?? "").map { folding.id(of: $0, .role) }
        summary.topics = Sheet.items(text("topics") ?? "").map { folding.id(of: $0, .topic) }
        summary.governments = Sheet.items(text("government") ?? "").map { folding.id(of: $0, .government) }
        summary.organisation = Sheet.items(text("organisation") ?? "").first.map {
            folding.known($0, .organisation) ?? $0
        }
        summary.isForPublicSector = text("membership").map(ID.from) == Membership.publicSector.rawValue
        madeSummaries.append(id)
        return summary.text { kind, id in
            site.routes["\(kind.folder)/\(id)/"].map { site[$0].title(in: site.defaultLanguage).text }
                ?? folding.name(id, kind) ?? ID.title(id)
        }
    }
}
