internal import Build
internal import Disk
internal import Foundation

/// Changes some files and removes others: all of them, or none.
///
/// What is removed waits in a folder that nothing reads, and comes back when anything goes wrong on the way.
struct JointWrite {
    let reader: ContentReader
    /// By path: what the file held when it was read, and what it is to hold.
    let changed: [String: (before: [UInt8], after: [UInt8])]
    let removed: [String]
    /// What those held that were read.
    let known: [String: [UInt8]]

    /// - Throws: `BuildError`; everything is as it was then, unless that says otherwise.
    func run() throws(BuildError) {
        for path in removed {
            if let before = known[path], (try? reader.read(path)) != before {
                throw BuildError("`\(path)` was changed by somebody else meanwhile, so nothing was changed.")
            }
        }
        let waiting = reader.absolutePath(of: ".removed-\(UUID().uuidString)")
        var moved: [(from: String, to: String)] = []
        var written: [String] = []
        do {
            for (path, bytes) in changed.sorted(by: { $0.key < $1.key }) {
                try ContentFile.write(bytes.after, over: bytes.before, at: reader.absolutePath(of: path))
                written.append(path)
            }
            if !removed.isEmpty {
                try FileManager.default.createDirectory(atPath: waiting, withIntermediateDirectories: false)
            }
            for path in removed {
                let place = (from: reader.absolutePath(of: path), to: "\(waiting)/\(moved.count)")
                try FileManager.default.moveItem(atPath: place.from, toPath: place.to)
                moved.append(place)
            }
        } catch {
            let lost = undo(moved, written)
            try? FileManager.default.removeItem(atPath: waiting)
            let reason = (error as? BuildError).map { "\($0)" } ?? error.localizedDescription
            throw BuildError(
                lost.isEmpty
                    ? "Nothing was changed: \(reason)"
                    : "\(reason). These could not be put back: \(lost.joined(separator: ", ")).")
        }
        do {
            if !removed.isEmpty { try FileManager.default.removeItem(atPath: waiting) }
        } catch { throw BuildError("`\(waiting)` holds what was removed. Remove it by hand.") }
        removeEmptyFolders()
    }

    /// - Returns: what could not be put back.
    private func undo(_ moved: [(from: String, to: String)], _ written: [String]) -> [String] {
        let stuck = moved.filter { (try? FileManager.default.moveItem(atPath: $0.to, toPath: $0.from)) == nil }
        let kept = written.filter { path in
            guard let bytes = changed[path] else { return false }
            let target = reader.absolutePath(of: path)
            return (try? ContentFile.write(bytes.before, over: bytes.after, at: target)) == nil
        }
        return stuck.map(\.from) + kept
    }

    /// Folders that held nothing but what was removed, the innermost first.
    private func removeEmptyFolders() {
        let folders = Set(removed.map { $0.split(separator: "/").dropLast().joined(separator: "/") })
        for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) where folder.contains("/") {
            let path = reader.absolutePath(of: folder)
            if (try? FileManager.default.contentsOfDirectory(atPath: path).isEmpty) ?? false {
                try? FileManager.default.removeItem(atPath: path)
            }
        }
    }
}
