package import Theme

extension ContextShape {
    /// Every template that the program renders by itself, by name; all others are partials of these.
    package static let pages: [ContextShape] = [
        LayoutContext.slots.shape, RedirectPage.slots.shape, HomePage.slots.shape, CommunityPage.slots.shape,
        CharterPage.slots.shape, MembersPage.slots.shape, BacklogPage.slots.shape, EventPage.slots.shape,
        WriteupPage.slots.shape, ResourcePage.slots.shape, ChapterPage.slots.shape, EntryPage.slots.shape,
        GuildPage.slots.shape, ManagerPage.slots.shape, ListPage.slots.shape, MapPage.slots.shape,
        CoveragePage.slots.shape, SkillsPage.slots.shape,
        SuggestionsPage.slots.shape, SearchPage.slots.shape, AddPage.slots.shape,
        CalendarPage.slots.shape,
        EmbedPage.slots.shape, SupportPage.slots.shape, NotFoundPage.slots.shape,
    ]

    static func page(_ template: String) -> ContextShape? { pages.first { $0.name == template } }
}
