internal import Build
internal import Content
internal import Diagnostics
internal import Disk
internal import Site
internal import Text

/// A handbook as it would be after a move, read without writing it.
struct MoveTrial {
    let move: Move
    let files: [String: [UInt8]]
    let assets: [String]
    let before: SiteGraph
    let options: Pipeline.Options

    struct Outcome {
        /// By their new paths.
        let files: [String: [UInt8]]
        let reading: Pipeline.Reading
        let check: MoveCheck
        /// Links that would lead to another page.
        let strays: [MovedLink]
    }

    /// - Returns: by their old paths, the files that say something else, and what they make.
    func run() async -> (changed: [String: [UInt8]], outcome: Outcome) {
        let changed = move.apply(to: files)
        let outcome = await read(changed)
        if outcome.strays.isEmpty { return (changed, outcome) }
        let spelledOut = move.apply(to: files, spelledOut: outcome.strays)
        return (spelledOut, await read(spelledOut))
    }

    private func read(_ changed: [String: [UInt8]]) async -> Outcome {
        var after = Dictionary(uniqueKeysWithValues: assets.map { (move.path($0), [UInt8]()) })
        for (path, bytes) in files { after[move.path(path)] = changed[path] ?? bytes }
        let reading = await Pipeline.read(ContentSource(after), options)
        let check = MoveCheck(move, before: before, after: reading.site)
        return Outcome(files: after, reading: reading, check: check, strays: check.strayLinks())
    }

    /// - Throws: `BuildError` when a link or a fact would lead to another page.
    func refuseStrays(of outcome: Outcome) throws(BuildError) {
        if let stray = outcome.strays.first {
            let item = before.items[stray.item]
            let path = item.translationPaths[stray.language] ?? item.path
            let link = item.bodies[stray.language]!.links[stray.index]
            let line = LineIndex(files[path] ?? []).position(of: link.range.lowerBound).line
            throw BuildError(
                "`\(path):\(line)`: the link `\(Printable.line(link.destination))` would lead to another page. Write "
                    + "the whole path there first; nothing was changed.")
        }
        if let stray = outcome.check.strayFacts().first {
            throw BuildError(
                "`\(stray.path)` would no longer refer to `\(stray.named.dropLast())`, because something else "
                    + "has that name. Choose another id; nothing was changed.")
        }
    }
}
