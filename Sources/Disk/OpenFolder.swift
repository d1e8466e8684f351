internal import Libc

/// An open folder, from which paths are looked up; closed with its last user. Paths are relative to it.
///
/// A class because several tasks share the one descriptor; it has no state of its own.
package final class OpenFolder: Sendable {
    package let descriptor: Int32

    /// - Parameter following: whether a link at the end of the path is followed.
    /// - Throws: `SystemFailure`.
    package init(_ path: String, in folder: Int32 = AT_FDCWD, following: Bool = true) throws(SystemFailure) {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (following ? 0 : O_NOFOLLOW)
        descriptor = try SystemFailure.check { openat(folder, path, flags) }
    }

    deinit { close(descriptor) }

    /// - Returns: `nil` when nothing is there.
    /// - Throws: `SystemFailure`.
    package func facts(of path: String) throws(SystemFailure) -> FileFacts? {
        try FileFacts.at(path, in: descriptor)
    }

    /// Names in the folder, `.` and `..` left out, sorted by their bytes.
    ///
    /// - Throws: `SystemFailure`.
    package func names() throws(SystemFailure) -> [[UInt8]] {
        // A second descriptor, because closing a listing closes what it was made from.
        let copy = try SystemFailure.check { openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard let listing = fdopendir(copy) else {
            let code = errno
            close(copy)
            throw SystemFailure(code: code)
        }
        defer { closedir(listing) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(listing) else { break }
            let name = Self.name(of: entry)
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
        }
        if errno != 0 { throw SystemFailure(code: errno) }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
        let start = UnsafeRawPointer(entry) + MemoryLayout<dirent>.offset(of: \.d_name)!
        let length = strlen(start.assumingMemoryBound(to: CChar.self))
        return Array(UnsafeRawBufferPointer(start: start, count: length))
    }

    /// Makes one folder; succeeds when a folder (not a link to one) is there already.
    func makeFolder(_ path: String) throws(SystemFailure) {
        do {
            try SystemFailure.check { mkdirat(descriptor, path, 0o755) }
        } catch {
            guard error.isExisting, try facts(of: path)?.kind == .folder else { throw error }
        }
    }

    /// Makes the folders above a path; none may be a link.
    func makeFolders(for path: String) throws(SystemFailure) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        let folder = String(path[..<slash])
        do {
            try makeFolder(folder)
        } catch {
            guard error.isMissing else { throw error }
            try makeFolders(for: folder)
            try makeFolder(folder)
        }
    }

    /// Removes a folder and all that is in it; links are removed, not followed.
    func removeTree(_ path: String) throws(SystemFailure) {
        var folders = [path]
        var next = 0
        while next < folders.count {
            let folder = folders[next]
            next += 1
            for name in try OpenFolder(folder, in: descriptor, following: false).names() {
                let path = "\(folder)/\(String(decoding: name, as: UTF8.self))"
                if try facts(of: path)?.kind == .folder { folders.append(path) } else { try removeFile(path) }
            }
        }
        // Each was found after the one it is in.
        for folder in folders.reversed() { try removeFolder(folder) }
    }

    /// Moves a file or folder from another folder here; a file replaces an existing one. Both must be on one disk.
    func take(_ name: String, from other: OpenFolder, as path: String) throws(SystemFailure) {
        try SystemFailure.check { renameat(other.descriptor, name, descriptor, path) }
    }

    func removeFile(_ path: String) throws(SystemFailure) {
        try SystemFailure.check { unlinkat(descriptor, path, 0) }
    }

    /// Fails when the folder is not empty.
    func removeFolder(_ path: String) throws(SystemFailure) {
        try SystemFailure.check { unlinkat(descriptor, path, AT_REMOVEDIR) }
    }

    /// Whether this process may read the file, a link at the end followed.
    func mayRead(_ path: String) throws(SystemFailure) {
        try SystemFailure.check { faccessat(descriptor, path, R_OK, 0) }
    }

    /// Waits until the names in the folder are on the disk.
    func sync() throws(SystemFailure) {
        try SystemFailure.check { fsync(descriptor) }
    }
}
