internal import Build
internal import Content
internal import Diagnostics
internal import Disk
internal import Network
internal import Site

/// Writes the positions of the communities on the map into `map.yaml`, from which later builds start.
public struct MapPinCommand: Sendable {
    public var content: String
    /// Whether communities that are pinned may find another position.
    public var isFresh = false
    public var jobs = 1

    public init(content: String) { self.content = content }

    /// - Throws: `BuildError` when the content cannot be read, or the file cannot be written.
    public func run() async throws -> EditOutcome {
        let reader = try ContentReader(at: content)
        let source = ContentSource(reader)
        let path = ContentKind.pinsPath
        let before = source.documents.contains(path) ? try source.read(path).get() : nil
        // A community that is published later keeps its position too.
        let reading = await Pipeline.read(isFresh ? source.with([path: []]) : source, .withDrafts(jobs: jobs))
        let problems = reading.problems.filter { $0.path == path }
        // Lines that cannot be read are somebody's work, and would be lost.
        if !isFresh, !problems.isEmpty { return .refused(problems) { $0 == path ? before : nil } }
        let site = reading.site
        let network = CommunityNetwork(site)
        let circles = NetworkLayout(network, Suggestions(network, site), site).circles
        var pins = Dictionary(
            uniqueKeysWithValues: zip(network.nodes.map { site[$0].id }, circles.map { MapPin(x: $0.x, y: $0.y) }))
        pins = pins.filter { $0.value.y <= MapPin.limits.y }
        let new = pins.keys.count { site.pins[$0] == nil }
        // A community whose file has an error today has not left.
        let broken = site.pins.filter { pins[$0.key] == nil && isWritten($0.key, in: source) }
        let gone = Set(site.pins.keys).subtracting(pins.keys).count - broken.count
        pins.merge(broken) { $1 }
        let text = Self.head + pins.sorted { $0.key < $1.key }.map { "\($0): [\($1.x), \($1.y)]\n" }.joined()
        if before.map({ $0 == Array(text.utf8) }) ?? false {
            return .done("All \(pins.count) communities are pinned already.")
        }
        try ContentFile.write(Array(text.utf8), over: before, at: reader.absolutePath(of: path))
        return .done(
            "Pinned \(pins.count) communit\(pins.count == 1 ? "y" : "ies") in \(path): \(new) new, \(gone) "
                + "gone\(broken.isEmpty ? "" : ", \(broken.count) kept although their files have errors"). Commit the "
                + "file, and they stay where readers remember them."
        )
    }

    private func isWritten(_ id: String, in source: ContentSource) -> Bool {
        source.documents.contains { $0 == "communities/\(id).md" || $0 == "communities/\(id)/index.md" }
    }

    private static let head = """
        # The places of communities on the map: from the left and from the top, in a picture 1000 wide.
        # Replaced by each `folkmoot map pin`. A community that is not here finds a place by itself.

        """
}
