internal import Content
internal import Text

/// A channel or connection as an item of a cell. What is written is what is read: no fact is lost on the way to a sheet
/// and back.
enum SheetItem {
    /// `slack: #data <https://example.gov/slack>`, or less of it.
    static func channel(_ platform: String, name: String?, url: String?) -> String {
        let rest = [name, url.map { "<\($0)>" }].compactMap { $0 }.joined(separator: " ")
        return rest.isEmpty ? platform : "\(platform): \(rest)"
    }

    /// - Returns: keys of a channel with their values. An address needs no brackets.
    static func channel(_ item: String) -> [FrontMatterValue.Line] {
        guard let colon = item.range(of: ": ") else { return [.init("platform", ID.from(item))] }
        var lines = [FrontMatterValue.Line("platform", ID.from(String(item[..<colon.lowerBound])))]
        var name = Sheet.trimmed(String(item[colon.upperBound...]))
        var url: String?
        if name.hasSuffix(">"), let open = name.lastIndex(of: "<") {
            url = String(name[name.index(after: open)...].dropLast())
            name = Sheet.trimmed(String(name[..<open]))
        } else if isAddress(name) {
            (name, url) = ("", name)
        }
        if !name.isEmpty { lines.append(.init("name", name)) }
        if let url { lines.append(.init("url", url)) }
        return lines
    }

    /// A channel of which only its name or address is written, as an item; `nil` where nothing says on which platform.
    static func channel(_ text: String, on platform: String?) -> String? {
        if isAddress(text) {
            let host = text.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" }.lowercased()
            let known = hosts.first { host == $0.host || host.hasSuffix("." + $0.host) }?.platform
            return (known ?? platform).map { channel($0, name: nil, url: text) }
        }
        if let colon = text.range(of: ": "), ID.isValid(ID.from(String(text[..<colon.lowerBound]))) { return text }
        return platform.map { channel($0, name: text, url: nil) }
    }

    /// Which platform an address is of.
    private static let hosts: [(host: String, platform: String)] = [
        ("slack.com", "slack"), ("teams.microsoft.com", "teams"), ("teams.live.com", "teams"),
        ("groups.google.com", "google-group"), ("discord.gg", "discord"), ("discord.com", "discord"),
        ("github.com", "github"), ("linkedin.com", "linkedin"), ("jiscmail.ac.uk", "mailing-list"),
        ("groups.io", "mailing-list"), ("matrix.to", "matrix"),
    ]

    private static func isAddress(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://")) && !text.contains(" ")
    }

    /// `partner:data-people (a meetup together in 2025)`.
    static func connection(_ kind: String, to: String, note: String?) -> String {
        "\(kind):\(to)" + (note.map { " (\($0))" } ?? "")
    }

    /// - Returns: the parts of a connection; `nil` for a text without a kind.
    static func connection(_ item: String) -> (kind: String, to: String, note: String?)? {
        guard let colon = item.firstIndex(of: ":") else { return nil }
        var to = Sheet.trimmed(String(item[item.index(after: colon)...]))
        var note: String?
        if to.hasSuffix(")"), let open = to.firstIndex(of: "("), open > to.startIndex {
            note = Sheet.trimmed(String(to[to.index(after: open)...].dropLast()))
            to = Sheet.trimmed(String(to[..<open]))
        }
        return (ID.from(String(item[..<colon])), to, note.flatMap { $0.isEmpty ? nil : $0 })
    }
}
