public import Text

/// The picture beside the name of the site.
public struct Logo: Record {
    public var file: Located<String>?
    public var dark: Located<String>?
    public var alt: Located<LocalizedText>?
    public init() {}

    /// The files that it names.
    public var files: [String] { [file, dark].compactMap { $0?.value } }

    public static let recordName = "logo"
    public static let example = GroupExample(["file: /pictures/logo.png"])
    public static let fields: [Field<Logo>] = [
        Field(
            "file", \.file, .plain, required: true,
            "A picture of the content folder, such as `/pictures/logo.png`, or a file in `assets/` of the theme, such "
                + "as `logo.svg`."),
        Field("dark", \.dark, .plain, "The same for dark colours, where it is another file."),
        Field("alt", \.alt, .text(maximum: 100), "What it says besides the name of the site, such as a ministry."),
    ]
}

/// The colours of the site: those that take the place of the theme's.
public struct Colours: Record {
    public var accent: Located<ColourPair>?
    public var header: Located<ColourPair>?
    public var highlight: Located<ColourPair>?
    public init() {}
    public static let recordName = "colours"
    public static let example = GroupExample(["accent: \"#1d70b8\""])
    public static let fields: [Field<Colours>] = [
        Field("accent", \.accent, .record(orTextOf: "light"), "Links, buttons and what is chosen."),
        Field(
            "header", \.header, .record(orTextOf: "light"),
            "The band with the name of the site; what is on it is white."),
        Field(
            "highlight", \.highlight, .record(orTextOf: "light"),
            "The line above the header and the button of the search; what is on it is nearly black."),
    ]
}

/// A colour for a light page and for a dark one.
public struct ColourPair: Record {
    public var light: Located<Colour>?
    public var dark: Located<Colour>?
    public init() {}
    public static let recordName = "colour"
    public static let example = GroupExample(["light: \"#1d70b8\""], more: ["dark: \"#8ab4f8\""])
    public static let fields: [Field<ColourPair>] = [
        Field("light", \.light, .colour, required: true, "The colour on a light page."),
        Field(
            "dark", \.dark, .colour,
            "The colour on a dark page; without it, the theme's for `accent`, and the same one for the others."),
    ]
}
