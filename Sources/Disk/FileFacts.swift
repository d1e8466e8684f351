internal import Libc

/// What is at a path, as `stat` reports it.
package struct FileFacts: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case file, folder, link
        /// A pipe, a socket or a device.
        case other
    }

    /// One thing on this machine, whatever the paths that lead to it.
    package struct Identity: Sendable, Hashable {
        let device: UInt64
        let node: UInt64
    }

    package let kind: Kind
    /// In bytes.
    package let size: Int
    let identity: Identity
    /// When its bytes or anything else about it last changed, in nanoseconds since 1970.
    package let changed: Int64

    init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        size = Int(status.st_size)
        identity = Identity(
            device: UInt64(truncatingIfNeeded: status.st_dev), node: UInt64(truncatingIfNeeded: status.st_ino))
        #if canImport(Darwin)
        changed = Self.nanoseconds(status.st_ctimespec)
        #else
        changed = Self.nanoseconds(status.st_ctim)
        #endif
    }

    /// Longer than the steps of a file system's clock.
    package static let tick: Int64 = 20_000_000

    /// The time, as `changed` has it.
    package static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return nanoseconds(time)
    }

    /// Cannot trap, whatever the clock says.
    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }

    /// The facts about `path`, seen from an open folder; a link at its end is not followed unless `following`.
    ///
    /// - Returns: `nil` when nothing is there.
    /// - Throws: `SystemFailure` when the system does not say.
    package static func at(
        _ path: String, in folder: Int32 = AT_FDCWD, following: Bool = false
    ) throws(SystemFailure) -> FileFacts? {
        var status = stat()
        do {
            try SystemFailure.check { fstatat(folder, path, &status, following ? 0 : AT_SYMLINK_NOFOLLOW) }
        } catch {
            if error.isMissing { return nil }
            throw error
        }
        return FileFacts(status)
    }
}
