internal import Content
internal import Site
internal import Text

/// The names by which calendars know events: letters, digits, `-` and `.`, with one `@`.
enum EventUID {
    /// `communities.data.events.coffee`: the address that the event had first.
    static func name(of id: ItemID, in site: SiteGraph) -> String {
        if let date = site[id].occurrence, let series = site.routes[date.seriesRoute] {
            return name(of: series, in: site) + "." + date.day.date.isoDate
        }
        return plain(site.identity(of: id).split(separator: "/").joined(separator: "."))
    }

    /// The host of the site, so that two sites have no name in common; without an address, what the site is called.
    static func host(of site: SiteGraph) -> String {
        let host = site.settings.baseURL?.value.split(separator: "/").dropFirst().first.map(String.init)
        return plain(host ?? ID.from(site.settings.title?.value.original ?? ""))
    }

    /// All else becomes its number.
    private static func plain(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            let isPlain = (97...122).contains(byte | 32) || (48...57).contains(byte) || byte == 45 || byte == 46
            out += isPlain ? String(UnicodeScalar(byte)) : String(byte, radix: 16)
        }
        return out.isEmpty ? "site" : out
    }
}
