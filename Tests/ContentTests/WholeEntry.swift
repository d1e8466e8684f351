import Testing

@testable import Content

/// The keys that every kind of entry has, but for its title and summary.
private let commonKeys = """
    redirect_from: [/old/, older/path]
    also_known_as: Another name
    draft: false
    publish_on: 2026-01-01
    expires_on: 2030-12-31
    source: [https://example.gov/source]
    as_of: 2026-03
    verified: 2026-03-12
    lang: cy
    order: -3
    example: false
    social_image: {file: card.png, alt: Cerdyn}
    """

/// Reads an entry with all keys that every kind has, and these. No key of its kind may be unset.
func whole<R: Record>(
    _ path: String, _ keys: String, title: String = "title", _ get: (Entry) -> R?
) throws -> R {
    let parsed = parse(
        path, "---\n\(title): Y teitl\nsummary: Un frawddeg.\n\(commonKeys)\n\(keys)\n---\n\nTestun.\n")
    #expect(parsed.shown == [])
    let record = try #require(parsed.document.flatMap { get($0.entry) })
    expectEveryKey(of: record)
    let common = parsed.common
    #expect(common.title?.value.original == "Y teitl")
    #expect(common.summary?.value.original == "Un frawddeg.")
    #expect(common.redirectFrom.values() == ["/old/", "older/path"])
    #expect(common.alsoKnownAs.values() == ["Another name"])
    #expect(common.draft?.value == false)
    #expect(common.publishOn?.value.isoDate == "2026-01-01")
    #expect(common.expiresOn?.value.isoDate == "2030-12-31")
    #expect(common.source.values() == ["https://example.gov/source"])
    #expect(common.asOf?.value.isoDate == "2026-03")
    #expect(common.verified?.value.isoDate == "2026-03-12")
    #expect(common.language?.value == "cy")
    #expect(common.order?.value == -3)
    #expect(common.socialImage?.value.file?.value == "card.png")
    return record
}

func expectEveryKey<R: Record>(of record: R, sourceLocation: SourceLocation = #_sourceLocation) {
    for field in R.fields {
        #expect(field.isSet(record), "\(R.recordName): \(field.key)", sourceLocation: sourceLocation)
    }
}
