internal import Content
internal import Diagnostics
internal import Site
internal import Text

/// Which community a row is: by its id, or by a name that one community has.
extension SheetImport {
    /// Forms and lists count their rows 1, 2, 3 in a column `ID`, each sheet from the start: as ids these would be
    /// other communities in the next sheet. Numbers that are ids of the handbook already, with the same names, are
    /// ids.
    mutating func reportCountingIDs() {
        guard let column = columns.first(where: { $0.value.way == .id })?.key else { return }
        let rows = sheet.rows.indices.filter { cell($0, column) != nil }
        guard !rows.isEmpty, rows.allSatisfy({ Self.isCount(cell($0, column)!) }),
            let first = rows.first(where: { !isKnown(id: cell($0, column)!, name: nameCell($0)) })
        else { return }
        let heading = sheet.header[column]
        let name = nameCell(first).map { ", “\($0)”," } ?? ""
        report(
            SheetRules.row, sheet.range(ofHeader: column),
            "The column `\(heading)` only counts the rows: \(label(ofRow: first).lowercased())\(name) would be the "
                + "community `\(cell(first, column)!)`, and so would another one in the next sheet.",
            help: "Leave the column out: --map id=")
    }

    /// `1`, `007`, `#3` and `2.0`.
    static func isCount(_ text: String) -> Bool {
        let number = text.drop { $0 == "#" }
        return number.utf8.contains { (48...57).contains($0) }
            && number.utf8.allSatisfy { (48...57).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    }

    func has(_ item: Item, _ name: String) -> Bool {
        item.common.names.contains { Self.folded($0) == Self.folded(name) }
    }

    func isKnown(id: String, name: String?) -> Bool {
        community(id).map { known in name.map { has(known.item, $0) } ?? true } ?? false
    }

    func nameCell(_ row: Int) -> String? {
        columns.first { $0.value.name == "name" }.flatMap { cell(row, $0.key) }
    }

    /// Whether the id of a row is that of one community, and its name that of another; reported.
    mutating func isTwo(_ row: Int, id: String, name: String) -> Bool {
        guard let known = community(id)?.item, !has(known, name), let other = idsByName[Self.folded(name)], other != id
        else { return false }
        report(
            SheetRules.row, sheet.range(row: row, column: nil),
            "\(label(ofRow: row)) has the id of “\(known.title(in: site.defaultLanguage).text)” (`\(id)`) and the "
                + "name of another community, “\(name)” (`\(other)`).",
            help: "Correct one of the two cells; or leave the ids out: --map id=")
        return true
    }

    /// Whether a row of a single cell could be a heading or a note: it is not the name of a known community, and no
    /// fact without a name.
    func isDoubtful(_ row: Int) -> Bool {
        if let name = nameCell(row) { return idsByName[Self.folded(name)] == nil }
        return columns.keys.allSatisfy { cell(row, $0) == nil }
    }

    mutating func reportDoubt(_ row: Int) {
        let text = sheet.rows[row].first { !$0.isEmpty } ?? ""
        report(
            SheetRules.row, sheet.range(row: row, column: nil),
            "\(label(ofRow: row)) has a single cell, “\(text)”, where most rows have more: is it a community?",
            help: "If it is, fill in another cell, such as its summary. If it is a heading or a note, delete the row.")
    }

    static func paths(of id: String) -> [String] { ["communities/\(id).md", "communities/\(id)/index.md"] }

    func community(_ id: String) -> (item: Item, entry: Community)? {
        guard let item = site.routes["communities/\(id)/"].map({ site[$0] }), case .community(let entry) = item.entry
        else { return nil }
        return (item, entry)
    }

    /// The id that a row states, that of the community of its name, or one made from the name.
    mutating func id(of row: Int, _ stated: String?, name: String?) -> String? {
        let found: String?
        if let stated {
            found = id(stated: stated, name: name, row)
        } else if let name {
            found = id(ofName: name, row)
        } else {
            report(
                SheetRules.row, sheet.range(row: row, column: nil),
                "\(label(ofRow: row)) has neither an `id` nor a `name`, so nobody can tell which community it is.")
            return nil
        }
        guard let id = found else { return nil }
        if let other = rowsByID[id] {
            report(
                SheetRules.row, sheet.range(row: row, column: nil),
                "\(label(ofRow: row)) is `\(id)`, as \(label(ofRow: other).lowercased()) is already.",
                help: "Keep one of them; or give them ids of their own in a column `id`.")
            return nil
        }
        rowsByID[id] = row
        return id
    }

    /// The id that a row states; `nil`, reported, where it is none or that of another community.
    private mutating func id(stated: String, name: String?, _ row: Int) -> String? {
        guard ID.isValid(stated), stated.utf8.count <= 100, !EntryPath.isFolderPage(stated), !stated.hasPrefix("-")
        else {
            report(
                SheetRules.row, range(row, "id"),
                "\(label(ofRow: row)), column id: `\(stated)` is not an id: an id has only lower-case letters, digits "
                    + "and hyphens.",
                help: "Write `\(ID.from(stated))`, or leave the cell empty.")
            return nil
        }
        if let name, isTwo(row, id: stated, name: name) { return nil }
        return stated
    }

    /// The id of the one community of a name, or one made from it; `nil`, reported, where there are several or another
    /// community has that id.
    private mutating func id(ofName name: String, _ row: Int) -> String? {
        let known = idsByName[Self.folded(name)]
        if let ids = idsOfShared[Self.folded(name)] {
            report(
                SheetRules.row, range(row, "name"),
                "\(label(ofRow: row)), column name: \(ids.count) communities are called `\(name)`: "
                    + "\(ids.map { "`\($0)`" }.joined(separator: ", ")).",
                help: "Say which it is in a column `id`.")
            return nil
        }
        let id = known ?? ID.from(name)
        guard known != nil || !isTaken(id) else {
            let title = community(id).map { ", “\($0.item.title(in: site.defaultLanguage).text)”" } ?? ""
            report(
                SheetRules.row, range(row, "name"),
                "\(label(ofRow: row)), column name: `\(name)` would be `\(id)`, and there is another community of that "
                    + "id\(title).",
                help: "Say which it is in a column `id`: `\(id)` if it is that one, or an id of its own.")
            return nil
        }
        return id
    }

    /// Whether an id has a file, or may have none: `index` and `readme` are the page of the folder.
    func isTaken(_ id: String) -> Bool {
        EntryPath.isFolderPage(id) || Self.paths(of: id).contains(where: options.paths.contains)
    }
}
