internal import Content
internal import Site
internal import Text
internal import Theme

/// A page of a private site for those who support communities, a whole document: all communities, or one of them:
/// `support.mustache`.
struct SupportPage: TemplateModel {
    private let scope: PageScope
    private let notes: SupportNotes
    /// `nil` for all.
    private let community: SupportNotes.Community?

    /// - Parameter community: an index into the notes; `nil` for all of them.
    init(_ community: Int?, _ notes: SupportNotes, _ scope: PageScope) {
        (self.scope, self.notes) = (scope, notes)
        self.community = community.map { notes.communities[$0] }
    }

    /// - Throws: `ThemeError` when the theme lacks the template.
    func render() throws -> [UInt8] { try scope.shared.theme.render(ThemeAssets.support, context) }

    private var assets: ThemeAssets { scope.shared.assets }

    static let slots = SlotTable<SupportPage>(
        "support", "A page of the private site that `folkmoot health --site` writes.", including: [document]
    ) {
        Slot.object("overview", "all communities; absent on the page of one") { page in
            page.community == nil ? Overview(page.notes, page.scope) : nil
        }
        Slot.object("community", "one of them") { page in page.community.map { Entry($0, page.scope) } }
    }

    /// The document around it.
    private static let document = SlotTable<SupportPage>("support") {
        Slot.words("t", "the words of the interface by their keys") { $0.scope.strings }
        Slot.text("lang", "the language of the site; signals are in English") { $0.scope.language }
        Slot.text("dir", "`ltr` or `rtl`, of the same language") { TextDirection.of($0.scope.language).rawValue }
        Slot.text("title", "of the page") { page in
            page.community.map { page.scope.title(of: $0.id).text } ?? "Communities to help"
        }
        Slot.text("site_title", "of the site") { $0.scope.siteTitle }
        Slot.text("home_url", "the page of all communities") { $0.scope.url(section: "") }
        Slot.text("style", "the stylesheet") { $0.scope.root + $0.assets.style.route }
        Slot.text("icon", "for the tab of the browser") { $0.scope.root + $0.assets.icon.route }
        Slot.text("script", "the script") { $0.scope.root + $0.assets.script.route }
        Slot.text("head_script", "the script that runs before anything is drawn") {
            $0.scope.root + $0.assets.headScript.route
        }
        Slot.html("own_assets", "styles of the map and of these pages") { $0.scope.ownAssets(of: ThemeAssets.support) }
    }

    /// A sentence of a report, in which code is between backticks.
    private static func html(_ message: String) -> String {
        message.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
            let text = HTMLEscape.text(String(part))
            return index.isMultiple(of: 2) ? text : "<code>\(text)</code>"
        }.joined()
    }

    /// All communities, those first that want help most.
    private struct Overview: TemplateModel {
        let notes: SupportNotes
        let scope: PageScope

        init(_ notes: SupportNotes, _ scope: PageScope) { (self.notes, self.scope) = (notes, scope) }

        private func entries(_ levels: SupportNotes.Level...) -> [Entry] {
            notes.communities.filter { levels.contains($0.level) }.map { Entry($0, scope) }
        }

        static let slots = SlotTable<Overview>(
            "support overview", "All communities, those first that want help most.",
            including: [MapPicture.slots.of { MapPicture($0.scope, in: .support($0.notes)) }]
        ) {
            Slot.text("summary", "how many there are of each, in a sentence") { $0.notes.summary }
            Slot.text("since", "with which day it is compared") { $0.notes.changes?.since }
            Slot.list("changes", "what is better and worse") { overview in
                (overview.notes.changes?.lines ?? []).map { overview.scope.plain($0) }
            }
            Slot.rows("entries", "communities with signals") { $0.entries(.most, .some) }
            Slot.rows("thin", "entries that say little") { $0.entries(.thin) }
            Slot.rows("rest", "communities without a signal, and those that have ended or rest") {
                $0.entries(.quiet, .past)
            }
        }
    }

    /// One community.
    private struct Entry: TemplateModel {
        let community: SupportNotes.Community
        let scope: PageScope

        init(_ community: SupportNotes.Community, _ scope: PageScope) {
            (self.community, self.scope) = (community, scope)
        }

        private var title: (text: String, language: String) { scope.title(of: community.id) }

        static let slots = SlotTable<Entry>("support entry", "A community in the private site.") {
            Slot.text("name", "its title") { $0.title.text }
            Slot.text("name_lang", "of the title") { $0.title.language }
            Slot.text("url", "its page in the private site") { $0.scope.url(of: $0.community.id) }
            Slot.text("public_url", "its page in the handbook, where the address of that is known") { entry in
                guard entry.community.isPublic else { return nil }
                return entry.scope.site.baseURL.map {
                    $0 + entry.scope.site.href(entry.scope.prefix + entry.scope.site[entry.community.id].route)
                }
            }
            Slot.text("level", "`most`, `some`, `thin`, `quiet` or `past`") { $0.community.level.rawValue }
            Slot.text("level_text", "the same in words") { $0.community.level.text }
            Slot.text("names", "of its signals") { $0.community.signals.map(\.name).joined(separator: ", ") }
            Slot.html("step", "the first next step") { $0.community.signals.first.map { SupportPage.html($0.step) } }
            Slot.list("signals", "the weightiest first") { $0.community.signals.map(SignalLine.init) }
            Slot.object("mail", "to the steward") { $0.community.mail.map(Mail.init) }
        }
    }

    private struct SignalLine: TemplateModel {
        let signal: SupportNotes.Signal

        static let slots = SlotTable<SignalLine>("support signal", "A signal with its evidence.") {
            Slot.text("name", "what was found") { $0.signal.name }
            Slot.text("why", "why it matters") { $0.signal.why }
            Slot.html("step", "what to do next") { SupportPage.html($0.signal.step) }
            Slot.text("url", "where the handbook helps") { $0.signal.url }
            Slot.list("evidence", "where it was found") { $0.signal.evidence.map(EvidenceLine.init) }
        }
    }

    private struct EvidenceLine: TemplateModel {
        let evidence: (position: String, text: String)

        static let slots = SlotTable<EvidenceLine>("evidence", "A place in a file, and what is there.") {
            Slot.text("place", "file and line") { $0.evidence.position }
            Slot.html("text", "what is there, or follows from it") { SupportPage.html($0.evidence.text) }
        }
    }

    private struct Mail: TemplateModel {
        let mail: (language: String, subject: String, text: String)

        static let slots = SlotTable<Mail>("mail", "An e-mail that can be sent to the steward.") {
            Slot.text("subject", "its subject") { $0.mail.subject }
            Slot.text("text", "its paragraphs") { $0.mail.text }
            Slot.text("lang", "its language") { $0.mail.language }
            Slot.text("dir", "`ltr` or `rtl`") { TextDirection.of($0.mail.language).rawValue }
        }
    }
}
