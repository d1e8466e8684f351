internal import Content
internal import Diagnostics
internal import Markdown
internal import Site
internal import Text

/// Where texts still say the old id of an entry that moved, in words: only a person knows what these mean.
struct RemainingNames {
    struct Found {
        let path: String
        /// From 1.
        let line: Int
        let text: String
    }

    private let move: Move
    private let site: SiteGraph
    /// By path: what is not a word, such as a link.
    private var passedOver: [String: [ByteRange]] = [:]

    /// - Parameter site: the one after the move.
    init(_ move: Move, in site: SiteGraph) {
        self.move = move
        self.site = site
        for (index, item) in site.items.enumerated() {
            for (language, body) in item.bodies {
                let path = item.translationPaths[language] ?? item.path
                // A link that leads nowhere is only its text.
                passedOver[path, default: []] += zip(body.links, site.linkTargets[index][language] ?? [])
                    .filter { $0.1 != .none }.map(\.0.range)
            }
        }
    }

    /// What the moved entry is still called, if that is its old id in words.
    var name: (path: String, text: String)? {
        guard move.oldID != move.newID, let id = site.routes[move.new + "/"],
            let title = site[id].common.title?.value.original,
            ID.from(title) == move.oldID
        else { return nil }
        return (site[id].path, title)
    }

    /// In order of paths and lines, one for each line.
    func find(in files: [String: [UInt8]]) -> [Found] {
        files.sorted { $0.key < $1.key }.flatMap { path, bytes in
            path.hasSuffix(".md") || path.hasSuffix(".yaml") ? find(in: SourceFile(path: path, bytes: bytes)) : []
        }
    }

    private func find(in file: SourceFile) -> [Found] {
        let words = file.bytes.words(move.oldID)
        guard !words.isEmpty else { return [] }
        let lines = LineIndex(file.bytes)
        let bodyStart = file.path.hasSuffix(".yaml") ? file.bytes.count : file.bodyStart ?? 0
        var skipped = passedOver[file.path] ?? []
        if bodyStart < file.bytes.count { skipped += LinkDefinitions.destinations(in: file.bytes, from: bodyStart) }
        skipped.sort { $0.lowerBound < $1.lowerBound }
        var next = 0
        var found: [Found] = []
        for word in words {
            while next < skipped.count, skipped[next].upperBound <= word.lowerBound { next += 1 }
            if next < skipped.count, skipped[next].lowerBound < word.upperBound { continue }
            guard says(word, in: file.bytes, isFact: word.lowerBound < bodyStart) else { continue }
            let line = lines.position(of: word.lowerBound).line
            if found.last?.line == line { continue }
            found.append(Found(path: file.path, line: line, text: String(decoding: file.bytes[word], as: UTF8.self)))
        }
        return found
    }

    /// Whether it is more than an ordinary word: an id of one word means the entry only in its path or as code.
    private func says(_ word: ByteRange, in bytes: [UInt8], isFact: Bool) -> Bool {
        var start = word.lowerBound
        while start > 0, bytes[start - 1] > 0x20, !"()<>[]\"'`,".utf8.contains(bytes[start - 1]),
            word.lowerBound - start < 300
        { start -= 1 }
        let before = bytes[start..<word.lowerBound]
        let folder = move.old.dropLast(move.oldID.count)
        // An entry that only went to another folder keeps its name.
        if move.oldID == move.newID, folder.isEmpty || !String(decoding: before, as: UTF8.self).hasSuffix(folder) {
            return false
        }
        // An address of another site.
        if before.contains(UInt8(ascii: ":")), before.contains(UInt8(ascii: "/")) { return false }
        if isFact {
            if before.contains(UInt8(ascii: "/")) || isWholeValue(word, in: bytes) { return false }
            return move.oldID.contains("-")
        }
        if move.oldID.contains("-") { return true }
        let isCode =
            word.lowerBound > 0 && word.upperBound < bytes.count && bytes[word.lowerBound - 1] == UInt8(ascii: "`")
            && bytes[word.upperBound] == UInt8(ascii: "`")
        return isCode || String(decoding: before, as: UTF8.self).hasSuffix(folder)
    }

    /// Whether it is a whole value or key of facts: those were looked at as such.
    private func isWholeValue(_ word: ByteRange, in bytes: [UInt8]) -> Bool {
        let before = bytes[..<word.lowerBound].last { !" \"'".utf8.contains($0) } ?? 0x0A
        let after = bytes[word.upperBound...].first { !" \"'\r".utf8.contains($0) } ?? 0x0A
        return ":-[,{\n".utf8.contains(before) && ":],}\n#".utf8.contains(after)
    }
}

extension [UInt8] {
    /// Where an id is written as a whole word, in any letter case and perhaps with spaces for its hyphens.
    fileprivate func words(_ id: String) -> [ByteRange] {
        let id = Array(id.utf8)
        guard let first = id.first else { return [] }
        func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
        func isPart(_ byte: UInt8) -> Bool {
            byte >= 0x80 || byte == 45 || byte == 95 || (48...57).contains(byte) || (97...122).contains(lower(byte))
        }
        var found: [ByteRange] = []
        var index = 0
        while index + id.count <= count {
            defer { index += 1 }
            guard lower(self[index]) == first, index == 0 || !isPart(self[index - 1]) else { continue }
            let end = index + id.count
            let isSame = id.indices.allSatisfy {
                lower(self[index + $0]) == id[$0] || (id[$0] == 45 && self[index + $0] == 32)
            }
            if isSame, end == count || !isPart(self[end]) { found.append(index..<end) }
        }
        return found
    }
}
