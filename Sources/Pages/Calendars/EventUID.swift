internal import Content
internal import Site
internal import Text

/// The name by which calendars know an event: letters, digits, `-` and `.`, with one `@`.
struct EventUID {
    /// `communities.data.events.coffee`: the address that the event had first.
    private let name: String
    /// The host of the site, so that two sites have no name in common; without an address, what the site is called.
    private let host: String

    init(_ id: ItemID, in site: SiteGraph) {
        name = Self.name(of: id, in: site)
        host = Self.plain(site.authority)
    }

    /// - Parameter day: of one date of a series, `2026-12-03`.
    func text(on day: String? = nil) -> String { name + (day.map { "." + $0 } ?? "") + "@" + host }

    private static func name(of id: ItemID, in site: SiteGraph) -> String {
        if let date = site[id].occurrence, let series = site.routes[date.seriesRoute] {
            return name(of: series, in: site) + "." + date.day.date.isoDate
        }
        return plain(site.identity(of: id).split(separator: "/").joined(separator: "."))
    }

    /// All else becomes its number.
    static func plain(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            let isPlain = (97...122).contains(byte | 32) || (48...57).contains(byte) || byte == 45 || byte == 46
            out += isPlain ? String(UnicodeScalar(byte)) : String(byte, radix: 16)
        }
        return out.isEmpty ? "site" : out
    }
}
