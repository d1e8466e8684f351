extension Shape {
    /// What a text must match to be taken for a value, as a regular expression of ECMA 262; `nil` where any text will
    /// do, or where the value is not a single text. The decoder checks more: no pattern says that a day is in the
    /// calendar.
    public var pattern: String? {
        switch self {
        case .date(.day): "^\(Self.day)$"
        case .date(.time):
            "^(\(Self.day)|[1-9][0-9]{3}-\(Self.monthDay)( +|T)([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?)$"
        case .interval: "^(([1-9][0-9]{0,2}|1000) +)?\(Self.anyCase(["day", "week", "month", "year"]))[Ss]?$"
        case .repeatDay:
            "^(([1-9]|[12][0-9]|3[01])|\(Self.anyCase(["last"])) +\(Self.anyCase(["day"]))"
                + "|(\(Self.anyCase(RepeatDay.ordinals)) +)?"
                + "\(Self.anyCase(RepeatDay.weekdays + RepeatDay.weekdays.map { String($0.prefix(3)) })))$"
        // No scheme, query or fragment, and no part that begins with a dot.
        case .oldPath: "^/*([^/.\\s:?#\\\\][^/:?#\\\\]*/*)+$"
        case .boolean: "^\(Self.anyCase(["true", "false", "yes", "no", "on", "off"]))$"
        case .choice(let values, let also): "^\(Self.anyCase(values + also))$"
        case .url: "^([Hh][Tt][Tt][Pp][Ss]?://[^\\s/]\\S*|[Mm][Aa][Ii][Ll][Tt][Oo]:\\S+|[Tt][Ee][Ll]:\\S+)$"
        // One word with a scheme must be an address that a link may have, and one with dots has a scheme or an `@`.
        case .linkOrText:
            "^(?!([A-Za-z][A-Za-z0-9+.-]*:\\S*|[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}(/\\S*)?)$)"
                + "|^([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):"
        case .occurrence: "^[^@]+@[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        case .colour: "^#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"
        case .id: "^[a-z0-9-]+$"
        case .languageCode: "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"
        case .integer(let range):
            "^\(range.lowerBound < 0 ? "-?" : "")([0-9]+|[0-9]{1,}([, _\\u00A0\\u202F][0-9]{2,3})*[, "
                + "_\\u00A0\\u202F][0-9]{3})$"
        default: nil
        }
    }

    private static let monthDay = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    private static let day = "[1-9][0-9]{3}(-(0[1-9]|1[0-2])|-\(monthDay))?"

    /// Words in whatever letters, which ECMA 262 has no sign for within a pattern; a space is as good as a hyphen.
    private static func anyCase(_ words: [String]) -> String {
        func sign(_ letter: Character) -> String {
            letter == "-" ? "[ _-]" : letter.isLetter ? "[\(letter.uppercased())\(letter)]" : String(letter)
        }
        return "(" + words.map { $0.map(sign).joined() }.joined(separator: "|") + ")"
    }
}
