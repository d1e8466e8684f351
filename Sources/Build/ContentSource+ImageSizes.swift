internal import Disk
internal import Pictures

extension ContentSource {
    /// How much of an image is read at first. Nearly all PNG, GIF and WebP files say their size within it.
    static let shortHead = 4 * 1024
    /// How much of an image is read at most: enough for the preview and the colours that a camera puts before a photo.
    /// A file that has more before the picture stays without a size.
    static let longHead = 256 * 1024

    /// By path, the sizes of those assets that are images. One that cannot be read or understood is left out: whether
    /// it can be copied is found out later, and a browser may know better.
    ///
    /// - Parameter jobs: as for `parallelMap`.
    func imageSizes(jobs: Int) async -> [String: ImageSize] {
        let images = assets.filter(ContentKind.isMeasured)
        let sizes = await parallelMap(images, jobs: jobs) { _, path in imageSize(path) }
        return Dictionary(uniqueKeysWithValues: zip(images, sizes).compactMap { path, size in size.map { (path, $0) } })
    }

    /// Reads eight times as much as before while that is too little.
    private func imageSize(_ path: String) -> ImageSize? {
        var limit = Self.shortHead
        while limit <= Self.longHead, let bytes = head(path, limit) {
            if let size = ImageSize(header: bytes) { return size }
            if bytes.count < limit { return nil }
            limit *= 8
        }
        return nil
    }
}
