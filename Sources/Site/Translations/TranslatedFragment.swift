package import Content
internal import Markdown

extension SiteGraph {
    /// Where a link of a text that is not translated leads in another language: `#part` is `#rhan` on the Welsh page.
    ///
    /// - Parameters:
    ///   - fragment: as in the text with the link, without `#`.
    ///   - language: of that text.
    ///   - shown: the language of the page that shows it.
    /// - Returns: the heading at the same position, where both texts have the same headings by number and level; `nil`
    ///   for the top of the page.
    package func fragment(
        _ fragment: String, of target: ItemID, writtenFor language: String, shownIn shown: String
    ) -> String? {
        let item = self[target]
        let (from, to) = (item.bodyLanguage(for: language), item.bodyLanguage(for: shown))
        guard from != to, let written = item.bodies[from], let other = item.bodies[to] else { return fragment }
        if let index = written.outline.firstIndex(where: { $0.id == fragment }),
            written.outline.map(\.level) == other.outline.map(\.level)
        {
            return other.outline[index].id
        }
        return other.outline.contains { $0.id == fragment } ? fragment : nil
    }
}
