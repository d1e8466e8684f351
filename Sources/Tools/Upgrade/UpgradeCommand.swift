internal import Build
public import Disk
internal import Foundation
internal import Text

/// Brings the files that hosts read, the workflows of a handbook and the release that they fetch, to what this program
/// writes for a new handbook. What people changed in them is kept.
public struct UpgradeCommand: Sendable {
    private let folder: String
    /// Write the files, and not only show the differences.
    public var writes = false

    /// - Parameter folder: the repository of the handbook.
    public init(at folder: String) { self.folder = folder }

    /// What is to become of one file.
    private enum Fate {
        case same
        /// `nil` to remove it.
        case becomes(String?, keepingEdits: Bool)
        /// Somebody removed it, and it stays away.
        case removedBefore
        /// A person has to decide, for this reason.
        case left(String)
    }

    /// - Returns: what to show, each line ended, and how many files a person has to look at.
    /// - Throws: `BuildError` when the folder is no handbook, or a file cannot be read or written.
    public func run() throws(BuildError) -> (text: String, left: Int) { try run(NamedRelease.own) }

    func run(
        _ release: NamedRelease, newest: [String: String]? = nil
    ) throws(BuildError) -> (text: String, left: Int) {
        let newest = newest ?? HostFiles.files(release)
        let reader = try ContentReader(at: folder)
        guard reader.has("content/site.yaml") || reader.has(HandbookRelease.path) else {
            throw BuildError(
                "`\(Printable.line(folder))` is no handbook: it has neither `content/site.yaml` nor "
                    + "`\(HandbookRelease.path)`. Run this in its repository.")
        }
        let paths = Set(newest.keys).union(reader.copies())
        var write = JointWrite(reader: reader)
        var text = ""
        var left = 0
        for path in paths.sorted() {
            let here = try reader.text(path)
            let fate = fate(
                of: path, here: here, written: try reader.text(HostFiles.written(path)), newest: newest[path])
            switch fate {
            case .same: break
            case .removedBefore: text += "\(path): you removed it, so it stays away.\n"
            case .left(let reason):
                left += 1
                text += "\(path): \(reason)\n"
                continue
            case .becomes(let after, let keepsEdits):
                text += keepsEdits ? "\(path): your changes are kept.\n" : ""
                text += difference(path, from: here, to: after)
                write.put(after, at: path, over: here)
            }
            write.put(newest[path], at: HostFiles.written(path), over: try reader.text(HostFiles.written(path)))
        }
        let count = Set(write.made.keys).union(write.changed.keys).union(write.removed)
            .count { HostFiles.original(of: $0) == nil }
        if writes { try write.run() }
        return (text + summary(count, left), left)
    }

    private func fate(of path: String, here: String?, written: String?, newest: String?) -> Fate {
        if here == newest { return .same }
        guard let here else { return written == nil ? .becomes(newest, keepingEdits: false) : .removedBefore }
        if here == written { return .becomes(newest, keepingEdits: false) }
        guard let newest else {
            return .left("a newer program has no such file, and you changed it. Remove it if you no longer need it.")
        }
        guard let written else {
            return .left(
                "it is not known what you changed in it. Move it away and run this again to have it as it is now; then "
                    + "bring your changes in.")
        }
        // Somebody may have written exactly what is new, or nothing is new.
        if newest == written { return .same }
        guard let merged = Self.merge(here, from: written, to: newest) else {
            return .left(
                "the new version changes lines that you changed too, or git is not there to bring both together. Bring "
                    + "this in by hand, then copy the new file over `\(HostFiles.written(path))`:\n"
                    + difference(path, from: written, to: newest))
        }
        return merged == here ? .same : .becomes(merged, keepingEdits: true)
    }

    /// Both changes to a text, by git; `nil` where they touch the same lines.
    private static func merge(_ here: String, from written: String, to newest: String) -> String? {
        let folder = FileManager.default.temporaryDirectory.appending(path: "folkmoot-upgrade-" + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let names = ["here", "written", "newest"]
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            for (name, text) in zip(names, [here, written, newest]) {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
        } catch { return nil }
        return Git(folder: folder.path).run(["merge-file", "-p", "--quiet"] + names)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private func difference(_ path: String, from before: String?, to after: String?) -> String {
        guard let after else {
            return "\(path): a newer program has no such file, and you did not change it: removed.\n"
        }
        return UnifiedDiff.text(path, before: before.map { Array($0.utf8) }, after: Array(after.utf8))
            .split(separator: "\n", omittingEmptySubsequences: false).map { Printable.line(String($0)) }
            .joined(separator: "\n")
    }

    private func summary(_ count: Int, _ left: Int) -> String {
        let files = count == 1 ? "1 file" : "\(count) files"
        let open = left == 0 ? "" : left == 1 ? " 1 file is left to you." : " \(left) files are left to you."
        if count == 0 {
            return "Nothing is to be written: the files for hosts are those of folkmoot \(Program.version).\(open)\n"
        }
        return writes
            ? "\(files) changed to those of folkmoot \(Program.version).\(open) Look at the difference in git before "
                + "you commit it.\n"
            : "\(files) would change. `folkmoot upgrade --write` writes what is shown.\(open)\n"
    }
}

extension JointWrite {
    /// - Parameter text: `nil` to remove the file.
    fileprivate mutating func put(_ text: String?, at path: String, over before: String?) {
        guard text != before else { return }
        switch (text, before) {
        case (let text?, nil): made[path] = .bytes(Array(text.utf8))
        case (let text?, let before?): changed[path] = (Array(before.utf8), Array(text.utf8))
        case (nil, let before):
            removed.append(path)
            known[path] = before.map { Array($0.utf8) }
        }
    }
}

extension ContentReader {
    fileprivate func has(_ path: String) -> Bool { (try? read(path)) != nil }

    /// - Returns: `nil` when there is no such file.
    /// - Throws: `BuildError` when it cannot be read, is no text, or would lie outside of the folder.
    fileprivate func text(_ path: String) throws(BuildError) -> String? {
        guard canHold(path) else {
            throw BuildError("`\(path)` would lie outside of the repository: a folder on its way is a link.")
        }
        guard FileManager.default.fileExists(atPath: absolutePath(of: path)) else { return nil }
        guard let bytes = try? read(path), let text = String(validating: bytes, as: UTF8.self) else {
            throw BuildError("cannot read `\(path)` as text; nothing was changed.")
        }
        return text
    }

    /// The files of which there is a copy as it was written.
    fileprivate func copies() -> [String] {
        let folder = HostFiles.written("")
        let found = FileManager.default.enumerator(atPath: absolutePath(of: folder))
        return (found?.compactMap { $0 as? String } ?? []).filter { has(folder + $0) }
    }
}
