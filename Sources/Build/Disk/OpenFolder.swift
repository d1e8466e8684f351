#if canImport(Darwin)
internal import Darwin
#elseif canImport(Musl)
internal import Musl
#else
internal import Glibc
#endif

/// An open folder, from which paths are looked up; closed with its last user. Paths are relative to it.
///
/// A class because several tasks share the one descriptor; it has no state of its own.
final class OpenFolder: Sendable {
    let descriptor: Int32

    init(_ path: String, in folder: Int32 = AT_FDCWD, following: Bool = true) throws(SystemFailure) {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (following ? 0 : O_NOFOLLOW)
        descriptor = try SystemFailure.check { openat(folder, path, flags) }
    }

    deinit { close(descriptor) }

    /// `nil` when nothing stands there.
    func facts(of path: String) throws(SystemFailure) -> FileFacts? {
        try FileFacts.at(path, in: descriptor)
    }

    /// Names in the folder, `.` and `..` left out, sorted by their bytes.
    func names() throws(SystemFailure) -> [[UInt8]] {
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

    /// Makes one folder; fine when a folder (not a link to one) stands there already.
    func makeFolder(_ path: String) throws(SystemFailure) {
        do {
            try SystemFailure.check { mkdirat(descriptor, path, 0o755) }
        } catch {
            guard error.isExisting, try facts(of: path)?.kind == .folder else { throw error }
        }
    }

    /// Puts a file of another folder here, in the place of what may stand there. Both must be on one disk.
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
