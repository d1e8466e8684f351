extension Shape {
    /// What a text must match to be taken for a value, as a regular expression of ECMA 262; `nil` where any text will
    /// do, or where the value is no single text. The decoder looks closer: that a day is in the calendar no pattern
    /// says.
    public var pattern: String? {
        switch self {
        case .date(.day): "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
        case .date(.time): "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}([ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?)?)?$"
        case .url: "^([Hh][Tt][Tt][Pp][Ss]?://[^\\s/]\\S*|[Mm][Aa][Ii][Ll][Tt][Oo]:\\S+|[Tt][Ee][Ll]:\\S+)$"
        // One word with a scheme must be an address that a link may have, and one with dots has a scheme or an `@`.
        case .linkOrText:
            "^(?!([A-Za-z][A-Za-z0-9+.-]*:\\S*|[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}(/\\S*)?)$)"
                + "|^([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]|[Tt][Ee][Ll]):"
        case .occurrence: "^[^@]+@[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        case .id: "^[a-z0-9-]+$"
        case .languageCode: "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"
        case .integer(let range):
            "^\(range.lowerBound < 0 ? "-?" : "")([0-9]+|[0-9]{1,}([, _\\u00A0\\u202F][0-9]{2,3})*[, "
                + "_\\u00A0\\u202F][0-9]{3})$"
        default: nil
        }
    }
}
