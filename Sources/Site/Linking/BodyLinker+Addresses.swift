internal import Content
internal import Diagnostics
internal import Markdown
internal import Text

/// Addresses with spaces in them, which Markdown takes for text.
extension BodyLinker {
    mutating func reportSpacedAddresses(of body: Rendered, in item: Item, _ language: String) {
        let path = item.translationPaths[language] ?? item.path
        for address in body.spacedAddresses {
            let isThere =
                URLPolicy.isExternal(address.address) || address.isOfComputer || leads(address, from: path, body)
            guard address.isCertain || isThere else { continue }
            problems.append(
                SiteRules.spacedAddress.at(
                    address.range, in: path, address.message(isThere: isThere), help: address.help(isThere: isThere)))
        }
    }

    /// Whether it leads to a page or file that is there, or to a heading of this page.
    private func leads(_ address: SpacedAddress, from path: String, _ body: Rendered) -> Bool {
        let url = LinkPath(address.address)
        if url.path.isEmpty {
            let slug = url.fragment.map { Slug.of(LinkPath.decoded($0)) }
            return body.outline.contains { $0.id == slug }
        }
        guard let target = url.resolved(from: path) else { return false }
        if address.form != .image, case .target? = page(target, url) { return true }
        return index.asset(at: target) != nil
    }
}

extension SpacedAddress {
    fileprivate func message(isThere: Bool) -> String {
        let start = "`\(shown)` has a space in it"
        let lack = isThere ? "" : " There is also nothing with that name."
        switch form {
        case .bare: return "`\(shown)` has a space in it, so the link ends there."
        case .image where !size.isEmpty: return "A picture's address has no size after it, so this is text.\(lack)"
        case .image: return "\(start), so this is not a picture: it is shown as written.\(lack)"
        case .link, .definition, .angles: return "\(start), so this is not a link: it is shown as written.\(lack)"
        }
    }

    fileprivate func help(isThere: Bool) -> Help {
        if isMailbox { return "An e-mail address has no spaces." }
        if isOfComputer {
            return
                "Nobody else can follow it to your computer. Copy the file beside this page, or link to it on the web."
        }
        let written =
            size.isEmpty || address.contains(" ") ? MarkdownAddress.of(address) : address
        let isFixed = isExact && isThere && form != .bare
        return Help(
            advice(written), paste: opening + written + closing,
            replacement: isFixed ? Replacement(range: range, text: written) : nil)
    }

    /// The space is in the address of a mailbox, and not in the text of the e-mail.
    private var isMailbox: Bool {
        address.lowercased().hasPrefix("mailto:") && address.prefix { $0 != "?" }.contains(" ")
    }

    private func advice(_ written: String) -> String {
        if form == .bare { return "If the address goes on there, write `%20` for each space:" }
        if !size.isEmpty { return "Leave the size out: a picture is shown as wide as the page has room." }
        if URLPolicy.isExternal(address) { return "Write `%20` for each space:" }
        return written.hasPrefix("<") ? "Put the address between `<` and `>`:" : "A heading is named by its anchor:"
    }

    /// Short enough for a message.
    private var shown: String { address.utf8.count <= 80 ? address : address.prefix(60) + "…" }
}
