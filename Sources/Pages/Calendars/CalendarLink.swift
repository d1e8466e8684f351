internal import Site
internal import Text
internal import Theme

/// Where a calendar can be subscribed to: part of a page, and a link in its head.
struct CalendarLink: TemplateModel {
    let title: String
    let titleHTML: String
    /// From the page.
    let url: String
    /// With the site's address, where that is known.
    let address: String?

    static let slots = SlotTable<CalendarLink>("subscribe", "Where a calendar can be subscribed to.") {
        Slot.text("subscribe_to", "the invitation, with the name of the calendar") { $0.title }
        Slot.html("subscribe_to_html", "the same as HTML, where a name in another language says so") { $0.titleHTML }
        Slot.text("url", "the file, from the page") { $0.url }
        Slot.text("address", "of the file with the site's; absent where that is not known") { $0.address }
        Slot.text("app_url", "the same for programs with calendars (`webcal:`)") { $0.appURL }
    }

    /// For the head of the page.
    var headLink: String {
        "<link rel=\"alternate\" type=\"text/calendar\" title=\"\(HTMLEscape.text(title))\" "
            + "href=\"\(HTMLEscape.text(url))\">\n"
    }

    private var appURL: String? {
        address.flatMap { address in address.firstRange(of: "://").map { "webcal" + address[$0.lowerBound...] } }
    }
}

extension PageScope {
    /// - Parameter owner: a community, role, topic or government; `nil` for the whole site.
    /// - Returns: `nil` for what has no calendar.
    func calendar(of owner: ItemID?) -> CalendarLink? {
        if let owner, !site.calendars.has(owner) { return nil }
        let route = prefix + (owner.map { site[$0].route } ?? "") + SiteGraph.calendarName
        let name = owner.map { title(of: $0) } ?? text(site.settings.title?.value) ?? ("", language)
        let invitation = phrase("subscribe_to", "title", name)
        return CalendarLink(
            title: invitation.text, titleHTML: invitation.html, url: root + route,
            address: shared.baseURL.map { $0 + route })
    }
}
