internal import Content
internal import Site
internal import Theme

/// How old the facts of an entry are.
struct Age: TemplateModel {
    let text: String?
    let sources: [AddressLine]
    let stillRight: StillRight?

    static let slots = SlotTable<Age>("age", "How old the facts of an entry are.") {
        Slot.text("text", "when they were true and whether somebody has confirmed them, in a sentence") { $0.text }
        Slot.rows("sources", "where they are from") { $0.sources }
        Slot.object("still_right", "how to confirm them, where nobody has for a long time") { $0.stillRight }
    }
}

/// How to say that facts still hold.
struct StillRight: TemplateModel {
    let line: String
    let editURL: String?
    let tellURL: String

    static let slots = SlotTable<StillRight>("still right", "How to say that facts still hold.") {
        Slot.text("line", "what to add to the facts in the file") { $0.line }
        Slot.text("edit_url", "where its file can be edited") { $0.editURL }
        Slot.text("tell_url", "where it is said without an account") { $0.tellURL }
    }
}

extension PageScope {
    /// How old the facts of an item are and where they are from; nothing when it says neither.
    func age(of item: Item) -> Age? {
        let sources = sources(item.common.source.items().map(\.value))
        let text = ageText(of: item)
        guard text != nil || !sources.isEmpty else { return nil }
        return Age(
            text: text, sources: sources, stillRight: text == nil || isFresh(item) ? nil : stillRight(item))
    }

    /// By their hosts; with the page, where several are of one host.
    private func sources(_ urls: [String]) -> [AddressLine] {
        let hosts = urls.map { host(of: $0) }
        return zip(urls, hosts).map { url, host in
            let isAlone = hosts.count { $0 == host } == 1
            return AddressLine(text: isAlone ? host : ContactWay.hostAndPath(of: url), url: url)
        }
    }

    private func ageText(of item: Item) -> String? {
        let asOf = item.common.asOf.map { strings.date($0.value) }
        let verified = item.common.verified.map { strings.date($0.value) }
        return switch (asOf, verified) {
        case (let asOf?, let verified?): strings.format("age_confirmed", ["date": asOf, "confirmed": verified])
        case (let asOf?, nil): strings.format("age_unconfirmed", ["date": asOf])
        case (nil, let verified?): strings.format("age_only_confirmed", ["confirmed": verified])
        case (nil, nil): nil
        }
    }

    /// Whether somebody confirmed the facts within the months that settings allow (`health.verify_months`).
    private func isFresh(_ item: Item) -> Bool {
        item.common.verified.map { isRecent($0.value) } ?? false
    }

    /// Whether a date is within these months.
    func isRecent(_ date: PartialDate) -> Bool {
        // A day to come is a slip of the pen.
        guard date.firstDay <= site.today else { return false }
        let verified = date.lastDay.date
        guard let month = verified.month else { return false }
        let limit = HealthThresholds(site.settings.health?.value).verifyMonths
        let today = site.today.date
        let months = (today.year - verified.year) * 12 + (today.month ?? 1) - month
        return months < limit || (months == limit && (verified.day ?? 1) >= (today.day ?? 1))
    }

    /// How to confirm them. No repository host can open a file with a line added, so the line is shown. It names the
    /// month only, so that a page does not change every day.
    private func stillRight(_ item: Item) -> StillRight? {
        let today = site.today.date
        let edit = item.isMadeFromID ? nil : editURL(ofFile: item.path)
        guard edit != nil || site.settings.contact != nil else { return nil }
        return StillRight(
            line: "verified: \(PartialDate(year: today.year, month: today.month).isoDate)", editURL: edit,
            tellURL: remarkURL("right", on: item))
    }
}
