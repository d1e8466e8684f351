internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

/// A link; plain text where there is no address. Texts of a list are links without one, so that both can be shown
/// alike.
struct PageLink: TemplateModel {
    /// Finished HTML: there are dozens on a page, and a template that put each together from its parts would take most
    /// of a build's time.
    let html: String
    let text: String
    let attributes: String?
    let url: String?

    static let slots = SlotTable<PageLink>("link", "A link; plain text where there is no address.") {
        Slot.html("link", "the finished link") { $0.html }
        Slot.text("text", "its words alone") { $0.text }
        Slot.html("attributes", "`lang` and `dir` where it is not the page's language, for the tag around it") {
            $0.attributes
        }
        Slot.text("url", "its address") { $0.url }
    }
}

/// A link with more facts about it.
protocol LinkModel: TemplateModel {
    var link: PageLink { get }
}

extension SlotTable where Root: LinkModel {
    static var link: SlotTable { PageLink.slots.of { $0.link } }
}

/// An address with its words, which a template puts together itself.
struct AddressLine: TemplateModel {
    let text: String
    let url: String?

    static let slots = SlotTable<AddressLine>("address", "An address with its words.") {
        Slot.text("text", "the words") { $0.text }
        Slot.text("url", "the address; absent where the words are not a link") { $0.url }
    }
}

/// Links, and texts in the form of links.
extension PageScope {
    /// A person or community by id, else a text; nothing for the id of a person who has no page.
    func somebody(_ text: (text: String, language: String)?) -> [PageLink] {
        guard let text else { return [] }
        let routes = ["people/\(text.text)/", "communities/\(text.text)/"]
        if let id = routes.compactMap({ site.routes[$0] }).first { return [link(to: id)] }
        return MemberPrivacy(site).isPerson(text.text) ? [] : [plain(text.text, in: text.language)]
    }

    /// Text, or a link where there is an address.
    func plain(_ text: String, in textLanguage: String? = nil, url: String? = nil) -> PageLink {
        let attributes = attributes(language: textLanguage)
        return PageLink(
            html: Self.linkHTML(text, attributes: attributes, url: url), text: text, attributes: attributes, url: url)
    }

    static func linkHTML(_ text: String, attributes: String?, url: String?) -> String {
        var out: [UInt8] = []
        let url = url.flatMap { URLPolicy.isAllowed($0) ? $0 : nil }
        out.reserveCapacity(text.utf8.count + (url?.utf8.count ?? 0) + 48)
        if let url {
            out += "<a href=\"".utf8
            HTMLEscape.append(url, to: &out)
            out += (URLPolicy.isExternal(url) ? "\" rel=\"noopener\"" : "\"").utf8
        } else if attributes != nil {
            out += "<span".utf8
        }
        if let attributes { out += attributes.utf8 }
        if url != nil || attributes != nil { out += ">".utf8 }
        HTMLEscape.append(text, to: &out)
        out += (url != nil ? "</a>" : attributes != nil ? "</span>" : "").utf8
        return String(decoding: out, as: UTF8.self)
    }

    /// `id` and, for text that is not in this page's language, `lang` and where needed `dir`, ready to be put into a
    /// tag; `nil` for none.
    func attributes(id: String? = nil, language textLanguage: String?) -> String? {
        let language = textLanguage.flatMap { strings.attributes(of: $0) }
        guard let id else { return language }
        return " id=\"\(HTMLEscape.text(id))\"" + (language ?? "")
    }

    func link(to id: ItemID) -> PageLink {
        let title = self.title(of: id)
        return plain(title.text, in: title.language, url: url(of: id))
    }

    func link(to reference: Reference, in fileLanguage: String? = nil) -> PageLink {
        switch reference {
        case .item(let id): link(to: id)
        case .name(let name): plain(name, in: fileLanguage)
        }
    }

    /// Texts that may be in several languages, as lines of a list.
    func lines(_ texts: [(text: String, language: String)]) -> [PageLink] {
        texts.map { plain($0.text, in: $0.language) }
    }

    /// A link, an e-mail address or plain text, as a link where it is one.
    func contact(_ text: String, in textLanguage: String? = nil) -> PageLink {
        switch ContactWay(text) {
        case .link(let url, let shown): plain(shown, url: url)
        case .text: plain(text, in: textLanguage)
        }
    }

    /// How many more there are than a list shows, in words; `nil` for none.
    func more(_ count: Int) -> String? { count > 0 ? strings.count("and_more", count) : nil }

    func host(of url: String) -> String { ContactWay.host(of: url) }
}
