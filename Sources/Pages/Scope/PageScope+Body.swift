internal import Content
internal import Markdown
internal import Site
internal import Text
internal import Theme

extension PageScope {
    /// Appends the text of an item as HTML, with its links as this page has them.
    ///
    /// - Parameter here: the address of the page that the text is on, for links within it; empty for this one.
    func appendBody(of id: ItemID, here: String = "", to out: inout [UInt8]) {
        let item = site[id]
        let bodyLanguage = item.bodyLanguage(for: language)
        guard let body = item.bodies[bodyLanguage] else { return }
        let targets = site.linkTargets[id.index][bodyLanguage] ?? []
        let words = shared.strings[bodyLanguage] ?? strings
        body.markup.append(to: &out, words: words.text) { index in
            guard targets.indices.contains(index) else { return .text }
            switch targets[index] {
            case .page(let target, let fragment):
                let title = title(of: target)
                let shown = fragment.flatMap {
                    site.fragment($0, of: target, writtenFor: bodyLanguage, shownIn: language)
                }
                return .to(
                    url(of: target) + (shown.map { "#" + $0 } ?? ""), label: title.text,
                    labelAttributes: words.attributes(of: title.language))
            case .route(let route, let suffix): return .to(url(section: route) + suffix)
            case .file(let path): return .to(root + path)
            case .asset(let path, let suffix):
                return .to(
                    root + PercentEncoding.path(SiteGraph.address(ofAsset: path)) + suffix, size: site.imageSizes[path])
            case .here(let fragment): return .to(here + "#" + fragment)
            case .none: return .text
            }
        }
    }
}
