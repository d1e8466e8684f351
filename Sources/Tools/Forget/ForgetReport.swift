internal import Content
internal import Diagnostics
internal import Text
internal import Traps

/// Reports what mentions somebody, what was removed, and what stays elsewhere.
struct ForgetReport {
    /// Mentions that are listed one by one; content could hold any number.
    private static let most = 1_000
    /// Bytes of a line that are shown after a mention, and half as many before it.
    private static let width = 120

    let forgetting: Forgetting
    let files: [String: [UInt8]]
    let isDone: Bool
    /// Before the paths.
    let prefix: String
    let history: ForgetHistory

    /// Lines, without the last end.
    var text: String {
        let person = forgetting.person
        var out: [String] = []
        let removed = forgetting.removed.sorted(by: Self.isBefore)
        let left = forgetting.left.sorted(by: Self.isBefore)
        if removed.isEmpty, left.isEmpty, forgetting.blocked.isEmpty {
            out.append(
                "Nothing mentions them by the id or name that you gave. An id is in small letters; a name is "
                    + "written as it is "
                    + "in the files. Look for other spellings too.")
        }
        out += section(isDone ? "Removed:" : "With --remove, this would be removed:", removed, isLeft: false)
        out += section(
            "To change before anything can be removed, because it is written in a form that cannot be changed here:",
            forgetting.blocked, isLeft: false)
        out += section(
            (isDone ? "Left for" : "To be decided by")
                + " you, because cutting a sentence or changing an address is not safe:",
            left, isLeft: true)
        out += remarks(person)
        out.append("")
        out += elsewhere(hasRemoved: !removed.isEmpty)
        return out.joined(separator: "\n")
    }

    private static func isBefore(_ a: Forgetting.Mention, _ b: Forgetting.Mention) -> Bool {
        (a.path, a.offset ?? -1) < (b.path, b.offset ?? -1)
    }

    private func section(_ title: String, _ mentions: [Forgetting.Mention], isLeft: Bool) -> [String] {
        if mentions.isEmpty { return [] }
        var lines = [title]
        var index: (path: String, lines: LineIndex)?
        for mention in mentions.prefix(Self.most) {
            let isNow = isDone && isLeft
            guard let offset = mention.offset, let bytes = bytes(of: mention.path, isNow: isNow) else {
                lines.append("  \(prefix)\(mention.path)" + (mention.what.isEmpty ? "" : ": \(mention.what)"))
                continue
            }
            if index?.path != mention.path { index = (mention.path, LineIndex(bytes)) }
            let position = index!.lines.position(of: isNow ? forgetting.offset(offset, after: mention.path) : offset)
            let what =
                mention.what.isEmpty
                ? Self.excerpt(of: bytes, at: isNow ? forgetting.offset(offset, after: mention.path) : offset)
                : mention.what
            let column = isLeft ? ":\(position.column)" : ""
            lines.append("  \(prefix)\(mention.path):\(position.line)\(column): \(what)")
        }
        if mentions.count > Self.most { lines.append("  and \(mentions.count - Self.most) more") }
        return lines + [""]
    }

    private func bytes(of path: String, isNow: Bool) -> [UInt8]? {
        (isNow ? forgetting.changed[path] : nil) ?? files[path] ?? forgetting.otherTexts[path]
    }

    /// The part of a line around an offset.
    private static func excerpt(of bytes: [UInt8], at offset: Int) -> String {
        let isEnd = { (byte: UInt8) in byte == 10 || byte == 13 }
        let isInside = { (byte: UInt8) in byte & 0xC0 == 0x80 }
        let offset = min(offset, bytes.count)
        var start = max(0, offset - width / 2)
        var end = min(bytes.count, offset + width)
        let isCut = (start: start > 0, end: end < bytes.count)
        let line = bytes[start..<offset].lastIndex(where: isEnd)
        let next = bytes[offset..<end].firstIndex(where: isEnd)
        start = line.map { $0 + 1 } ?? start
        end = next ?? end
        while start < offset, isInside(bytes[start]) { start += 1 }
        while end > offset, end < bytes.count, isInside(bytes[end]) { end -= 1 }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        return (isCut.start && line == nil ? "…" : "") + text[...].withoutBlankEnds
            + (isCut.end && next == nil ? "…" : "")
    }

    private func remarks(_ person: ForgottenPerson) -> [String] {
        var lines: [String] = []
        if !person.namesakes.isEmpty {
            let files = person.namesakes.prefix(5).map { "`\(prefix)\($0)`" }.joined(separator: ", ")
            lines.append(
                "Others have the same name "
                    + "(\(files)), so "
                    + "places with the name alone are left to you.")
        }
        if !person.shortNames.isEmpty {
            lines.append(
                "Not looked for, because a name of one word may be somebody else's: "
                    + person.shortNames.prefix(5).map { "`\($0)`" }.joined(separator: ", ") + ".")
        }
        let kinds =
            forgetting.unseen == 0
            ? ""
            : "\(forgetting.unseen) file\(forgetting.unseen == 1 ? "" : "s") of another kind, such as pictures "
                + "and PDF, "
        lines.append(
            "Not searched: \(kinds)files whose names begin with `.` or `_`, and sheets and folders outside "
                + "`\(prefix)`."
        )
        return lines
    }

    private func elsewhere(hasRemoved: Bool) -> [String] {
        var lines = ["What stays:", "- \(history.text)"]
        lines += [
            "- Forks, clones and copies of others keep it too, and so do caches, search engines and archives "
                + "of the web.",
            "",
            "What you can do: publish the site again (`folkmoot build` removes the page of the person and does "
                + "not make it again), and do not write the name in the commit message. The owner of the repository "
                + "can remove names from its history with `git filter-repo`, then ask the support team of the host to "
                + "remove what it still keeps. Search engines and archives have forms for removal.",
        ]
        return lines
    }
}
