/// The picture that other sites show beside a link to a page: `social_image`.
public struct SocialImage: Record {
    public var file: Located<String>?
    public var alt: Located<LocalizedText>?
    public init() {}
    public static let recordName = "picture for links"
    public static let example = GroupExample(["file: /pictures/card.png", "alt: What the picture shows."])
    public static let fields: [Field<SocialImage>] = [
        Field(
            "file", \.file, .plain, required: true, "Its path from this file, or with `/` from the content folder."),
        Field("alt", \.alt, .text, required: true, "What it shows, in words."),
    ]
}
