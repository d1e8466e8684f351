internal import Disk
internal import Foundation

/// Folders that hold nothing once their files are elsewhere.
enum EmptyFolders {
    /// What keeps an empty folder in a repository, or a computer leaves in it.
    private static let fillers: Set<String> = [".gitkeep", ".keep", ".DS_Store"]

    /// Removes a folder and those below that hold no files but fillers; never follows a link.
    ///
    /// - Parameter path: absolute.
    /// - Returns: the first name that keeps the folder, below it; `nil` when it is gone or was not a folder.
    static func remove(_ path: String) -> String? {
        let disk = FileManager.default
        guard isFolder(path) else { return nil }
        var folders = [path]
        var kept: String?
        var next = 0
        while next < folders.count {
            let folder = folders[next]
            next += 1
            for name in ((try? disk.contentsOfDirectory(atPath: folder)) ?? []).sorted() {
                if isFolder("\(folder)/\(name)") {
                    folders.append("\(folder)/\(name)")
                } else if !fillers.contains(name) {
                    kept = kept ?? String("\(folder)/\(name)".dropFirst(path.count + 1))
                }
            }
        }
        for folder in folders.reversed() {
            guard let names = try? disk.contentsOfDirectory(atPath: folder), names.allSatisfy(fillers.contains) else {
                continue
            }
            try? disk.removeItem(atPath: folder)
        }
        return kept
    }

    /// Removes the folders that files were in, where they hold nothing now; the innermost first.
    ///
    /// - Parameters:
    ///   - files: paths below the content folder, at which nothing is any more.
    ///   - keepsKinds: whether folders right below the content folder stay, since each holds a kind of entry.
    static func remove(above files: [String], in reader: ContentReader, keepsKinds: Bool) {
        var folders: Set<String> = []
        for file in files {
            var parts = file.split(separator: "/").dropLast()
            while parts.count > (keepsKinds ? 1 : 0), folders.insert(parts.joined(separator: "/")).inserted {
                parts.removeLast()
            }
        }
        for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            let path = reader.absolutePath(of: folder)
            if (try? FileManager.default.contentsOfDirectory(atPath: path).isEmpty) ?? false {
                try? FileManager.default.removeItem(atPath: path)
            }
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType == .typeDirectory
    }
}
