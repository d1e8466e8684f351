import TestSupport

/// A community as small as one can be, for tests of what its pages say.
enum DataPeople {
    /// Its file, where nothing of it matters.
    static let file = "---\nname: Data people\nsummary: People who share data.\n---\n"

    static let settings = """
        title: T
        contact: hello@example.gov
        licence: OGL-UK-3.0
        repository: {url: https://github.com/example/handbook, kind: github}
        """

    static let charter =
        "---\npurpose: To share.\ntime: 2 hours a month\nbenefits: [Fewer repairs]\nfor_you_if: {face: Odd "
        + "dates.}\n---\n"

    static func community(_ keys: String) -> String { "---\nname: Data people\nsummary: S.\n\(keys)---\n" }

    static func page(_ keys: String, _ settings: String = settings, today: String = "2026-03-01") async throws
        -> String
    {
        try await TestSite(["site.yaml": settings, "communities/data.md": community(keys)], today: today).main(
            "communities/data/")
    }
}
