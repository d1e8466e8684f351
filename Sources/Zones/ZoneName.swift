/// Names of the IANA database.
public enum ZoneName {
    /// Whether a text has the form of a name, such as `Europe/London`, `Etc/GMT+5` or `UTC`: parts of letters, digits,
    /// `_`, `+` and `-`, which never lead out of a folder.
    public static func hasForm(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return text.utf8.count <= 60 && parts.count <= 4
            && parts.allSatisfy { part in
                part.first.map { (65...90).contains($0 & ~32) } ?? false
                    && part.allSatisfy {
                        (65...90).contains($0 & ~32) || (48...57).contains($0) || [95, 45, 43].contains($0)
                    }
            }
    }

    /// The zones that somebody can mean by a text that is not a name: an abbreviation (`PST`), a city (`london`,
    /// `New York`), or a name of Windows and Outlook (`W. Europe Standard Time`); the likeliest first.
    public static func meant(by text: String) -> [String] {
        let word = text.lowercased()
        if let known = abbreviations[word] ?? abbreviations[String(word.prefix { $0 != " " })] { return known }
        if let windows = windows[word] { return [windows] }
        let city = word.split { $0 == "/" }.last.map { $0.split(separator: " ").joined(separator: "_") } ?? ""
        return Zones.names.filter { name in
            let lower = name.lowercased()
            return lower == word || lower.hasSuffix("/" + city)
        }.filter { !$0.hasPrefix("posix/") }
    }

    /// In small letters. An abbreviation stands for the zone with and without summer time: anyone who writes `PST` in
    /// July seldom means an hour that nobody's clock shows.
    private static let abbreviations: [String: [String]] = {
        let zones: [(String, [String])] = [
            ("America/Los_Angeles", ["pst", "pdt", "pt", "pacific"]),
            ("America/Denver", ["mst", "mdt", "mt", "mountain"]),
            ("America/Chicago", ["cst", "cdt", "ct", "central"]),
            ("America/New_York", ["est", "edt", "et", "eastern"]),
            ("America/Halifax", ["adt", "atlantic"]), ("America/St_Johns", ["nst", "ndt", "newfoundland"]),
            ("America/Anchorage", ["akst", "akdt", "alaska"]), ("Pacific/Honolulu", ["hst", "hawaii"]),
            ("Europe/London", ["bst", "uk"]), ("Asia/Kolkata", ["ist", "india"]), ("Europe/Dublin", ["ist"]),
            ("Asia/Jerusalem", ["ist", "idt"]), ("Asia/Shanghai", ["cst", "china"]), ("Europe/Paris", ["cest"]),
            ("Europe/Berlin", ["cest"]), ("Europe/Athens", ["eest"]), ("Europe/Lisbon", ["west"]),
            ("Europe/Moscow", ["msk"]), ("Australia/Sydney", ["aest", "aedt", "aet"]),
            ("Australia/Adelaide", ["acst", "acdt"]), ("Australia/Perth", ["awst"]),
            ("Pacific/Auckland", ["nzst", "nzdt"]), ("Asia/Tokyo", ["jst"]), ("Asia/Seoul", ["kst"]),
            ("Asia/Singapore", ["sgt"]), ("Asia/Hong_Kong", ["hkt"]), ("Asia/Manila", ["pht"]),
            ("Asia/Jakarta", ["wib"]), ("Asia/Karachi", ["pkt"]), ("Asia/Dubai", ["gst"]),
            ("Africa/Johannesburg", ["sast"]), ("Africa/Nairobi", ["eat"]), ("Africa/Lagos", ["wat"]),
            ("Africa/Maputo", ["cat"]), ("America/Sao_Paulo", ["brt"]), ("America/Bogota", ["cot"]),
            ("America/Lima", ["pet"]), ("America/Santiago", ["clt", "clst"]),
            ("America/Argentina/Buenos_Aires", ["art"]),
        ]
        var found: [String: [String]] = [:]
        for (zone, words) in zones { for word in words { found[word, default: []].append(zone) } }
        return found
    }()

    /// By Unicode CLDR 48, windowsZones: the zone for the territory 001.
    private static let windows = [
        "gmt standard time": "Europe/London", "w. europe standard time": "Europe/Berlin",
        "romance standard time": "Europe/Paris", "central europe standard time": "Europe/Budapest",
        "central european standard time": "Europe/Warsaw", "e. europe standard time": "Europe/Chisinau",
        "fle standard time": "Europe/Kyiv", "gtb standard time": "Europe/Bucharest",
        "greenwich standard time": "Atlantic/Reykjavik", "india standard time": "Asia/Kolkata",
        "china standard time": "Asia/Shanghai", "tokyo standard time": "Asia/Tokyo",
        "singapore standard time": "Asia/Singapore", "arabian standard time": "Asia/Dubai",
        "south africa standard time": "Africa/Johannesburg", "e. africa standard time": "Africa/Nairobi",
        "w. central africa standard time": "Africa/Lagos", "aus eastern standard time": "Australia/Sydney",
        "e. australia standard time": "Australia/Brisbane", "w. australia standard time": "Australia/Perth",
        "new zealand standard time": "Pacific/Auckland", "us mountain standard time": "America/Phoenix",
        "e. south america standard time": "America/Sao_Paulo", "argentina standard time": "America/Buenos_Aires",
        "canada central standard time": "America/Regina",
    ]
}
