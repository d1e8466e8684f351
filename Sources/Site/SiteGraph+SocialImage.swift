package import Content
package import Pictures

extension SiteGraph {
    /// A picture for links to pages that is there, with its path below the content folder and its size in pixels.
    package typealias LinkPicture = (path: String, size: ImageSize, alt: LocalizedText?, language: String)

    /// The picture that other sites show beside a link: that of the page, else that of its community, else the site's.
    package func linkPicture(of id: ItemID?) -> LinkPicture? {
        let owners = [id, id.flatMap { self[$0].community }].compactMap(\.self)
        for owner in owners {
            let item = self[owner]
            if let picture = linkPicture(item.common.socialImage?.value, in: item.path, item.language) {
                return picture
            }
        }
        return linkPicture(settings.socialImage?.value, in: "site.yaml", defaultLanguage)
    }

    private func linkPicture(_ image: SocialImage?, in file: String, _ language: String) -> LinkPicture? {
        guard let image, let path = image.file.flatMap({ LinkPath($0.value).resolved(from: file) }),
            let size = imageSizes[path]
        else { return nil }
        return (path, size, image.alt?.value, language)
    }
}
