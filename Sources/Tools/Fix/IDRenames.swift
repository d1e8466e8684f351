internal import Build
internal import Content
internal import Diagnostics
internal import Disk
internal import Foundation
internal import Site
internal import Text

/// Files and folders whose names have to be ids but are not (`events/Lean_Coffee.md`), the names that they get, and
/// the links that follow them. Nothing is renamed to a name that is taken.
struct IDRenames {
    /// Old and new paths of files below the content folder, sorted by the old ones.
    private(set) var moves: [(old: String, new: String)] = []
    /// By new path: the bytes before and after of files in which links change.
    private(set) var edited: [String: (before: [UInt8], after: [UInt8])] = [:]
    /// By path of a file or folder, in small letters: its path afterwards.
    private var renamed: [String: String] = [:]
    /// Paths of files, pages and folders, in small letters.
    private var taken: Set<String> = []

    /// - Throws: `BuildError` when a file cannot be read.
    init(_ source: ContentSource, jobs: Int) async throws {
        let options = Pipeline.Options.withDrafts(jobs: jobs)
        let reading = await Pipeline.read(source, options)
        let refused = Set(reading.problems.lazy.filter { $0.isUnder(ContentRules.badFileName) }.map(\.path))
        if refused.isEmpty { return }
        let paths = source.documents + source.assets
        for path in paths { take(path) }
        for path in refused.sorted() { plan(path, reading.site.languages) }
        moves = paths.map { ($0, mapped($0)) }.filter { $0.0 != $0.1 }.sorted { $0.0 < $1.0 }
        if moves.isEmpty { return }
        var files: [String: [UInt8]] = [:]
        for path in source.documents { files[mapped(path)] = try source.read(path).get() }
        let assets = source.assets.map { (mapped($0), [UInt8]()) }
        let after = await Pipeline.read(ContentSource(files.merging(assets) { a, _ in a }), options)
        edit(files, linkedIn: after.site)
    }

    private mutating func take(_ path: String) {
        let path = path.lowercased()
        taken.insert(path)
        if path.hasSuffix(".md") { taken.insert(String(path.dropLast(3))) }
        for index in path.indices where path[index] == "/" { taken.insert(String(path[..<index])) }
    }

    /// Notes new names for the parts of a path that have to be ids, the outermost first.
    private mutating func plan(_ path: String, _ languages: [String]) {
        let old = path.split(separator: "/").map(String.init)
        var new = old
        for _ in old {
            guard case .failure(let bad) = EntryPath.of(new.joined(separator: "/"), languages: languages),
                !bad.isTooLong, !bad.text.isEmpty, !Self.mayBeTranslation(bad.text),
                let index = new.indices.first(where: { index in
                    index < new.count - 1 ? new[index] == bad.text : new[index].hasPrefix(bad.text + ".")
                })
            else { return }
            new[index] = ID.from(bad.text) + new[index].dropFirst(bad.text.count)
            let (from, to) = (old[...index].joined(separator: "/"), new[...index].joined(separator: "/"))
            if renamed[from.lowercased()] != nil { continue }
            let stem = to.hasSuffix(".md") ? String(to.dropLast(3)) : to
            guard !taken.contains(stem.lowercased()) || from.lowercased() == to.lowercased() else { return }
            renamed[from.lowercased()] = to
            take(to)
        }
    }

    /// Whether a name ends in the code of a language that the settings lack.
    private static func mayBeTranslation(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: ".") else { return false }
        let code = String(name[name.index(after: dot)...])
        return LanguageCode.isValid(code) && LanguageCode.isAssigned(code)
    }

    /// Where a file is afterwards.
    private func mapped(_ path: String) -> String {
        if let new = renamed[path.lowercased()] { return new }
        let folder = path.indices.last { path[$0] == "/" && renamed[path[..<$0].lowercased()] != nil }
        return folder.map { renamed[path[..<$0].lowercased()]! + path[$0...] } ?? path
    }

    // MARK: Links

    private mutating func edit(_ files: [String: [UInt8]], linkedIn site: SiteGraph) {
        let former = Dictionary(moves.map { ($0.new, $0.old) }, uniquingKeysWith: { a, _ in a })
        for item in site.items where !item.isMadeFromID && !item.isEmbedded {
            for (language, body) in item.bodies {
                let path = item.translationPaths[language] ?? item.path
                guard let bytes = files[path] else { continue }
                let changes = body.links.filter { $0.kind != .wiki }.compactMap { link in
                    replacement(link.destination, at: link.range, in: bytes, of: former[path] ?? path)
                }
                let after = bytes.making(changes)
                if after != bytes { edited[path] = (bytes, after) }
            }
        }
    }

    private func replacement(_ destination: String, at range: ByteRange, in bytes: [UInt8], of path: String)
        -> Replacement?
    {
        let url = LinkPath(destination)
        guard range.upperBound <= bytes.count, bytes[range].elementsEqual(destination.utf8),
            let target = url.resolved(from: path)
        else { return nil }
        let (from, to) = (target.split(separator: "/"), mapped(target).split(separator: "/"))
        guard from != to, from.count == to.count else { return nil }
        var parts = url.path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        var part = parts.count - (parts.last == "" ? 2 : 1)
        var step = from.count - 1
        while part >= 0, step >= 0, !["", ".", ".."].contains(parts[part]) {
            if from[step] != to[step] { parts[part] = String(to[step]) }
            (part, step) = (part - 1, step - 1)
        }
        return Replacement(
            range: range, text: parts.joined(separator: "/") + destination.dropFirst(url.path.count))
    }

    // MARK: Writing

    /// Goes file by file, so that a name may get other capitals on a disk that ignores case. All are renamed and
    /// written, or none.
    ///
    /// - Parameter beforeEach: called before each file with its path; an error counts as one of this file.
    /// - Throws: `BuildError` when a file cannot be renamed or written; then everything is as it was, unless the error
    ///   says otherwise.
    func write(with reader: ContentReader, beforeEach: (String) throws -> Void = { _ in }) throws(BuildError) {
        var renamed: [(old: String, new: String)] = []
        var written: [String] = []
        do {
            for (old, new) in moves {
                try beforeEach(old)
                try Self.rename(old, to: new, in: reader)
                renamed.append((old, new))
            }
            for (path, bytes) in edited.sorted(by: { $0.key < $1.key }) {
                try beforeEach(path)
                try ContentFile.write(bytes.after, over: bytes.before, at: reader.absolutePath(of: path))
                written.append(path)
            }
        } catch {
            let lost = undo(renamed, written, reader)
            throw BuildError(
                lost.isEmpty
                    ? "Nothing was changed: \(error)"
                    : "\(error). These could not be put back: \(lost.joined(separator: ", ")).")
        }
        EmptyFolders.remove(above: moves.map(\.old), in: reader, keepsKinds: false)
    }

    private static func rename(_ old: String, to new: String, in reader: ContentReader) throws {
        let target = reader.absolutePath(of: new)
        do {
            try FileManager.default.createDirectory(
                at: URL(fileURLWithPath: target).deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.moveItem(atPath: reader.absolutePath(of: old), toPath: target)
        } catch { throw BuildError("cannot rename `\(old)`: \(error.localizedDescription)") }
    }

    /// - Returns: what could not be put back.
    private func undo(_ renamed: [(old: String, new: String)], _ written: [String], _ reader: ContentReader) -> [String]
    {
        let kept = written.filter { path in
            guard let bytes = edited[path] else { return false }
            let target = reader.absolutePath(of: path)
            return (try? ContentFile.write(bytes.before, over: bytes.after, at: target)) == nil
        }
        let stuck = renamed.reversed().filter { (try? Self.rename($0.new, to: $0.old, in: reader)) == nil }
        EmptyFolders.remove(above: moves.map(\.new), in: reader, keepsKinds: false)
        return kept + stuck.map(\.new)
    }

    /// A line for each file.
    ///
    /// - Parameter prefix: goes before paths.
    func report(_ prefix: String, isDryRun: Bool) -> String {
        let moved = moves.map {
            "\(prefix)\($0.old): \(isDryRun ? "would be " : "")renamed to \(prefix)\($0.new), which is an id"
        }
        let changed = edited.keys.sorted().map { "\(prefix)\($0): links \(isDryRun ? "would " : "")follow" }
        return (moved + changed).map { Printable.line($0) + "\n" }.joined()
    }
}
