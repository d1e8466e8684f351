internal import Diagnostics
internal import Disk
internal import Pictures

/// What is known of a picture or film of the content before it is published.
struct PictureLook: Sendable {
    /// Of the file as it was looked at; `nil` when it may have changed since without a change of its facts.
    let facts: FileFacts?
    /// As a browser shows it.
    let size: ImageSize?
    let problem: Diagnostic?
    /// Whether it must not be published, for the reason in `problem`.
    let isLeftOut: Bool

    /// How much is read at first for the width and height. Nearly all pictures say them within it.
    private static let shortHead = 4 * 1024
    /// How much is read at most: enough for a large colour profile. A picture that has more before stays without.
    private static let longHead = 256 * 1024

    /// - Parameter path: one that cannot be opened has neither size nor problem: copying it will report it.
    init(_ path: String, in source: ContentSource) {
        facts = source.facts[path]
        do {
            let picture = try source.open(path)
            let isPicture = ContentKind.isPicture(path)
            size = isPicture ? Self.size(of: picture) : nil
            problem =
                isPicture && picture.size > PictureRules.mostBytes
                ? PictureRules.large(path, bytes: picture.size, size, start: picture.bytes(at: 0, count: 4)) : nil
            isLeftOut = false
        } catch {
            size = nil
            problem = (error as? PictureFlaw).map { PictureRules.leftOut(path, $0) }
            isLeftOut = problem != nil
        }
    }

    /// Reads eight times as much as before while that is too little.
    private static func size(of picture: OpenAsset) -> ImageSize? {
        var limit = shortHead
        while limit <= longHead {
            let bytes = picture.bytes(at: 0, count: limit)
            if let size = ImageSize(header: bytes) { return size }
            if bytes.count < limit { return nil }
            limit *= 8
        }
        return nil
    }
}

extension ContentSource {
    /// By path, what is known of those assets that are pictures or films.
    ///
    /// - Parameters:
    ///   - former: what was known at an earlier time; files that did not change since are not looked at again.
    ///   - jobs: as for `parallelMap`.
    func pictures(after former: [String: PictureLook] = [:], jobs: Int) async -> [String: PictureLook] {
        let paths = assets.filter(ContentKind.isLookedAt)
        let looks = await parallelMap(paths, jobs: jobs) { _, path in
            if let known = former[path], known.facts != nil, known.facts == facts[path] { return known }
            return PictureLook(path, in: self)
        }
        return Dictionary(uniqueKeysWithValues: zip(paths, looks))
    }
}
