internal import Build
public import Disk
internal import Foundation
internal import Text
internal import Theme

/// Brings the workflows of a handbook, and the release that they fetch, to what this program writes for a new handbook.
/// What people changed in them is kept.
public struct UpgradeCommand: Sendable {
    private let folder: String
    /// Write the files, and not only show the differences.
    public var writes = false

    /// - Parameter folder: the repository of the handbook.
    public init(at folder: String) { self.folder = folder }

    /// What will happen to one file.
    private enum Fate {
        case same
        /// `nil` to remove it.
        case becomes(String?, keepingEdits: Bool)
        /// Somebody removed it, and it stays removed.
        case removedBefore
        /// A person has to bring both together: the file stays, and the new one comes beside it.
        case beside(reason: String)
        /// A person has to do something first.
        case left(reason: String)
    }

    /// - Returns: what to show, each line ended, and how many files a person has to look at.
    /// - Throws: `BuildError` when the folder is not a handbook, or a file cannot be read or written.
    public func run() throws(BuildError) -> (text: String, left: Int) { try run(NamedRelease.own) }

    func run(
        _ release: NamedRelease, newest: [String: String]? = nil
    ) throws(BuildError) -> (text: String, left: Int) {
        let reader = try reader()
        var newest = newest ?? WorkflowFiles.files(release)
        if let here = try reader.text(HandbookRelease.path)?.withPlainLines {
            try Self.refuseOlder(than: HandbookRelease.value(of: "version", in: here))
            // A program that is not a release does not know a better one.
            if release.sha256 == nil { newest[HandbookRelease.path] = here }
        }
        var write = JointWrite(reader: reader)
        var text = ""
        var left = 0
        for path in Set(newest.keys).union(reader.copies()).sorted() {
            let (said, needsPerson) = try upgrade(path, to: newest[path], reader, &write)
            text += said
            left += needsPerson ? 1 : 0
        }
        let count = Set(write.made.keys).union(write.changed.keys).union(write.removed)
            .count { !WorkflowFiles.isCopy($0) }
        if writes { try write.run() }
        return (text + summary(count, left), left)
    }

    /// - Returns: what to show of a file, and whether a person has to look at it.
    private func upgrade(
        _ path: String, to newest: String?, _ reader: ContentReader, _ write: inout JointWrite
    ) throws(BuildError) -> (text: String, needsPerson: Bool) {
        // A system may have ended the lines of a checkout in its own way, which is not a change by a person.
        let file = try reader.text(path)
        let copy = try reader.text(WorkflowFiles.written(path))
        let (here, written) = (file?.withPlainLines, copy?.withPlainLines)
        var (text, needsPerson) = ("", false)
        switch try fate(of: path, here: here, written: written, newest: newest, reader) {
        case .same: break
        case .removedBefore:
            text =
                "\(path): you removed it, so it is not added. To have it again, remove "
                + "`\(WorkflowFiles.written(path))` and run this again.\n"
        case .left(let reason): return ("\(path): \(reason)\n", true)
        case .beside(let reason):
            needsPerson = true
            text =
                "\(path): \(reason) " + (writes ? "The new file is" : "With --write, the new file comes")
                + " beside it, as `\(Self.beside(path))`: copy what you want from it into your file, then remove it.\n"
                + difference(path, from: written ?? here, to: newest)
            write.put(newest, at: Self.beside(path), over: nil)
        case .becomes(let after, let keepsEdits):
            text = keepsEdits ? "\(path): your changes are kept.\n" : ""
            text += difference(path, from: here, to: after)
            let ended = here == file ? after : after?.replacingOccurrences(of: "\n", with: "\r\n")
            write.put(ended, at: path, over: file)
        }
        if newest != written { write.put(newest, at: WorkflowFiles.written(path), over: copy) }
        return (text, needsPerson)
    }

    private func reader() throws(BuildError) -> ContentReader {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw BuildError(
                "There is no folder `\(Printable.line(folder))`. Name the folder of the handbook's repository.")
        }
        let reader = try ContentReader(at: folder)
        guard reader.has("content/site.yaml") || reader.has(HandbookRelease.path) else {
            throw BuildError(
                "`\(Printable.line(folder))` is not a handbook: it has neither `content/site.yaml` nor "
                    + "`\(HandbookRelease.path)`. Run this in its repository.")
        }
        return reader
    }

    /// - Throws: `BuildError` where a newer program wrote the files.
    private static func refuseOlder(than version: String?) throws(BuildError) {
        guard let theirs = version.flatMap({ Version($0) }), let own = Version(Program.version), own < theirs else {
            return
        }
        throw BuildError(
            "The workflows of this handbook were written by a newer version than this one, which is "
                + "\(Program.version). Install that, and run this again.")
    }

    private static func beside(_ path: String) -> String { path + ".new" }

    private func fate(
        of path: String, here: String?, written: String?, newest: String?, _ reader: ContentReader
    ) throws(BuildError) -> Fate {
        if here == newest { return .same }
        guard let here else { return written == nil ? .becomes(newest, keepingEdits: false) : .removedBefore }
        if here == written { return .becomes(newest, keepingEdits: false) }
        guard let newest else {
            return .left(reason: "this version has no such file, and you changed it. Remove it if you do not need it.")
        }
        if newest == written { return .same }
        if try reader.text(Self.beside(path)) != nil {
            return .left(
                reason: "`\(Self.beside(path))` is still there. Copy what you want from it, remove it, and run this "
                    + "again.")
        }
        guard let written else { return .beside(reason: "it is not known what you changed in it.") }
        if let merged = Self.merge(here, from: written, to: newest) {
            return merged == here ? .same : .becomes(merged, keepingEdits: true)
        }
        guard Git(folder: reader.root).run(["--version"]) != nil else {
            return .left(
                reason: "git is needed to bring your changes and the new file together. Install it, and run this again."
            )
        }
        return .beside(reason: "you and this version changed the same lines.")
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
        let open = left == 0 ? "" : left == 1 ? " 1 file needs you." : " \(left) files need you."
        if count == 0 {
            let named = left == 0 ? "The" : "All other"
            return "\(named) files for hosts are those of folkmoot \(Program.version), with your own changes.\(open)\n"
        }
        return writes
            ? "Wrote \(files) for folkmoot \(Program.version).\(open) Look at the difference in git before you commit "
                + "it.\n"
            : "Would write \(files); `folkmoot upgrade --write` does.\(open)\n"
    }
}

extension String {
    fileprivate var withPlainLines: String { replacingOccurrences(of: "\r\n", with: "\n") }
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
    /// - Throws: `BuildError` when it cannot be read, is not text, or would be outside the folder.
    fileprivate func text(_ path: String) throws(BuildError) -> String? {
        guard canHold(path) else {
            throw BuildError(
                "`\(path)` would be outside the repository: a folder in its path is a link. Put a folder in its place.")
        }
        let file = absolutePath(of: path)
        if (try? FileManager.default.destinationOfSymbolicLink(atPath: file)) != nil {
            throw BuildError("`\(path)` is a link to another file, so nothing was changed. Put a file in its place.")
        }
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        guard let bytes = try? read(path), let text = String(validating: bytes, as: UTF8.self) else {
            throw BuildError("cannot read `\(path)` as text; nothing was changed.")
        }
        return text
    }

    /// The files that have a copy as they were written.
    fileprivate func copies() -> [String] {
        let folder = WorkflowFiles.written("")
        let found = FileManager.default.enumerator(atPath: absolutePath(of: folder))
        return (found?.compactMap { $0 as? String } ?? []).filter { WorkflowFiles.isOne($0) && has(folder + $0) }
    }
}
