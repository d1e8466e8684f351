internal import Build
internal import Disk
internal import Foundation

/// Makes, changes and removes files: all of them, or none.
///
/// Makes new files first and removes files last, so that nothing is lost at any moment. Removed files wait in a folder
/// that nothing reads, and come back when anything goes wrong on the way. A run that is ended by force leaves what it
/// had done until then, and perhaps that folder.
struct JointWrite {
    enum NewFile {
        case bytes([UInt8])
        case copy(of: String)
    }

    let reader: ContentReader
    var made: [String: NewFile] = [:]
    /// By path: what the file held when it was read, and what it is to hold.
    var changed: [String: (before: [UInt8], after: [UInt8])] = [:]
    /// In the order in which they go.
    var removed: [String] = []
    /// The bytes of the files that were read.
    var known: [String: [UInt8]] = [:]
    /// Called before each file with its path; an error counts as one of this file.
    var beforeEach: (String) throws -> Void = { _ in }

    private struct Done {
        var made: [String] = []
        var written: [String] = []
        var moved: [(path: String, to: String)] = []
    }

    /// - Throws: `BuildError`; then everything is as it was, unless the error says otherwise.
    func run() throws(BuildError) {
        for path in removed {
            if let before = known[path], (try? reader.read(path)) != before {
                throw BuildError("`\(path)` was changed by somebody else in the meantime, so nothing was written.")
            }
        }
        let name = UUID().uuidString
        let waiting = reader.absolutePath(of: Self.prefix + name)
        var done = Done()
        do {
            try make(&done)
            try write(&done)
            try move(to: waiting, &done)
        } catch {
            let reason = "\(error)"
            let lost = undo(done)
            guard !lost.isEmpty else {
                try? FileManager.default.removeItem(atPath: waiting)
                throw BuildError("Nothing was changed: \(reason)")
            }
            // The name must not look like that of files to remove.
            let kept = reader.absolutePath(of: ".not-put-back-" + name)
            let isKept = (try? FileManager.default.moveItem(atPath: waiting, toPath: kept)) != nil
            throw BuildError(
                "\(reason). These could not be put back: \(lost.joined(separator: ", "))."
                    + (done.moved.isEmpty ? "" : " What was removed is in `\(isKept ? kept : waiting)`."))
        }
        do {
            if !removed.isEmpty { try FileManager.default.removeItem(atPath: waiting) }
        } catch { throw BuildError("The removed files are still in `\(waiting)`. Delete that folder by hand.") }
        EmptyFolders.remove(above: removed, in: reader, keepsKinds: true)
    }

    private func make(_ done: inout Done) throws {
        for (path, file) in made.sorted(by: { $0.key < $1.key }) {
            try beforeEach(path)
            let target = reader.absolutePath(of: path)
            switch file {
            case .bytes(let bytes): try ContentFile.write(bytes, over: nil, at: target)
            case .copy(let other):
                do {
                    try FileManager.default.createDirectory(
                        at: URL(fileURLWithPath: target).deletingLastPathComponent(), withIntermediateDirectories: true)
                    try FileManager.default.copyItem(atPath: reader.absolutePath(of: other), toPath: target)
                } catch { throw BuildError("cannot write `\(path)`: \(error.localizedDescription)") }
            }
            done.made.append(path)
        }
    }

    private func write(_ done: inout Done) throws {
        for (path, bytes) in changed.sorted(by: { $0.key < $1.key }) {
            try beforeEach(path)
            try ContentFile.write(bytes.after, over: bytes.before, at: reader.absolutePath(of: path))
            done.written.append(path)
        }
    }

    private func move(to waiting: String, _ done: inout Done) throws {
        guard !removed.isEmpty else { return }
        do {
            try FileManager.default.createDirectory(atPath: waiting, withIntermediateDirectories: false)
        } catch { throw BuildError("cannot write `\(waiting)`: \(error.localizedDescription)") }
        for path in removed {
            try beforeEach(path)
            let moved = (path: path, to: "\(waiting)/\(done.moved.count)")
            do {
                try FileManager.default.moveItem(atPath: reader.absolutePath(of: path), toPath: moved.to)
            } catch { throw BuildError("cannot remove `\(path)`: \(error.localizedDescription)") }
            done.moved.append(moved)
        }
    }

    /// - Returns: what could not be put back.
    private func undo(_ done: Done) -> [String] {
        let stuck = done.moved.filter {
            (try? FileManager.default.moveItem(atPath: $0.to, toPath: reader.absolutePath(of: $0.path))) == nil
        }
        let kept = done.written.filter { path in
            guard let bytes = changed[path] else { return false }
            let target = reader.absolutePath(of: path)
            return (try? ContentFile.write(bytes.before, over: bytes.after, at: target)) == nil
        }
        let new = done.made.filter {
            (try? FileManager.default.removeItem(atPath: reader.absolutePath(of: $0))) == nil
        }
        EmptyFolders.remove(above: Array(made.keys), in: reader, keepsKinds: true)
        return stuck.map(\.path) + kept + new
    }

    // MARK: What an interrupted run left

    private static let prefix = ".removed-"

    /// Folders with what such a run was about to remove; their names, sorted.
    static func leftovers(in reader: ContentReader) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: reader.root)) ?? []
        return names.filter { $0.hasPrefix(prefix) }.sorted()
    }
}
