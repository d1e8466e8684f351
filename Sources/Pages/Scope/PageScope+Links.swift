internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

/// Links, and texts in the form of links.
extension PageScope {
    /// Text, or a link where there is an address. `link` is the finished HTML: there are dozens on a page, and a
    /// template that put each together from its parts would take most of a build's time.
    func plain(_ text: String, in textLanguage: String? = nil, url: String? = nil) -> Context {
        let attributes = attributes(language: textLanguage)
        return [
            "link": .text(Self.linkHTML(text, attributes: attributes, url: url)), "text": .text(text),
            "attributes": .text(attributes), "url": .text(url),
        ]
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

    /// `id` and, for text that is not in this page's language, `lang` and where needed `dir`, ready to stand in a tag;
    /// `nil` for none.
    func attributes(id: String? = nil, language textLanguage: String?) -> String? {
        let language = textLanguage.flatMap { strings.attributes(of: $0) }
        guard let id else { return language }
        return " id=\"\(HTMLEscape.text(id))\"" + (language ?? "")
    }

    func link(to id: ItemID) -> Context {
        let title = self.title(of: id)
        return plain(title.text, in: title.language, url: url(of: id))
    }

    func link(to reference: Reference, in fileLanguage: String? = nil) -> Context {
        switch reference {
        case .item(let id): link(to: id)
        case .name(let name): plain(name, in: fileLanguage)
        }
    }

    /// Texts that may be in several languages, as lines of a list.
    func lines(_ texts: [(text: String, language: String)]) -> [Context] {
        texts.map { plain($0.text, in: $0.language) }
    }

    /// A link, an e-mail address or plain text, as a link where it is one.
    func contact(_ text: String, in textLanguage: String? = nil) -> Context {
        switch ContactWay(text) {
        case .link(let url, let shown): plain(shown, url: url)
        case .text: plain(text, in: textLanguage)
        }
    }

    func host(of url: String) -> String { ContactWay.host(of: url) }
}
