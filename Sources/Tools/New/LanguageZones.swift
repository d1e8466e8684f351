/// Time zones of languages that are the main one of a single place, or of places whose clocks agree.
enum LanguageZones {
    /// - Returns: `nil` where a language is at home in several zones, as German and English are.
    static func zone(of code: String) -> String? {
        let parts = code.split(separator: "-")
        if let territory = parts.dropFirst().first(where: { $0.utf8.count == 2 }) {
            return territories[territory.uppercased()]
        }
        return languages[parts.first.map(String.init) ?? ""]
    }

    private static let languages = [
        "am": "Africa/Addis_Ababa", "be": "Europe/Minsk", "bg": "Europe/Sofia", "bs": "Europe/Sarajevo",
        "ca": "Europe/Madrid", "cs": "Europe/Prague", "cy": "Europe/London", "da": "Europe/Copenhagen",
        "el": "Europe/Athens", "et": "Europe/Tallinn", "eu": "Europe/Madrid", "fi": "Europe/Helsinki",
        "fy": "Europe/Amsterdam", "ga": "Europe/Dublin", "gd": "Europe/London", "gl": "Europe/Madrid",
        "he": "Asia/Jerusalem", "hi": "Asia/Kolkata", "hr": "Europe/Zagreb", "hu": "Europe/Budapest",
        "hy": "Asia/Yerevan", "is": "Atlantic/Reykjavik", "it": "Europe/Rome", "ja": "Asia/Tokyo",
        "ka": "Asia/Tbilisi", "ko": "Asia/Seoul", "lb": "Europe/Luxembourg", "lt": "Europe/Vilnius",
        "lv": "Europe/Riga", "mi": "Pacific/Auckland", "mk": "Europe/Skopje", "mt": "Europe/Malta",
        "my": "Asia/Yangon", "nb": "Europe/Oslo", "ne": "Asia/Kathmandu", "nn": "Europe/Oslo", "no": "Europe/Oslo",
        "pl": "Europe/Warsaw", "rm": "Europe/Zurich", "rw": "Africa/Kigali", "sk": "Europe/Bratislava",
        "sl": "Europe/Ljubljana", "sq": "Europe/Tirane", "sr": "Europe/Belgrade", "th": "Asia/Bangkok",
        "tr": "Europe/Istanbul", "uk": "Europe/Kyiv", "uz": "Asia/Tashkent", "vi": "Asia/Ho_Chi_Minh",
        "zu": "Africa/Johannesburg",
    ]

    /// Territories with one zone, but for islands far away.
    private static let territories = [
        "AT": "Europe/Vienna", "BE": "Europe/Brussels", "CH": "Europe/Zurich", "DE": "Europe/Berlin",
        "DK": "Europe/Copenhagen", "ES": "Europe/Madrid", "FI": "Europe/Helsinki", "FR": "Europe/Paris",
        "GB": "Europe/London", "IE": "Europe/Dublin", "IN": "Asia/Kolkata", "IT": "Europe/Rome",
        "LU": "Europe/Luxembourg", "NL": "Europe/Amsterdam", "NO": "Europe/Oslo", "NZ": "Pacific/Auckland",
        "PT": "Europe/Lisbon", "SE": "Europe/Stockholm", "SG": "Asia/Singapore", "TW": "Asia/Taipei",
        "ZA": "Africa/Johannesburg",
    ]
}
