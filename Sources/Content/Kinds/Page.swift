/// The home page, a handbook chapter, or any other page: title and text.
public struct Page: Record {
    public var common = Common()

    public init() {}

    public static let recordName = "page"
    public static let fields: [Field<Page>] = Common.fields(of: \.common, title: "title", titleIsRequired: false)
}
