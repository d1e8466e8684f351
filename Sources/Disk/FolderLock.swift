internal import Libc

/// One build at a time in an output folder: a lock on a file that holds the number of the process.
///
/// The system releases the lock when its process ends, for any reason. The file is removed with the lock, so that a
/// finished site holds nothing that differs from run to run; one left by a killed build is used again.
final class FolderLock: Sendable {
    static let name = ".folkmoot-lock"

    private let descriptor: Int32
    private let folder: OpenFolder

    /// - Parameter shown: the folder as the user wrote it.
    init(_ folder: OpenFolder, shown: String) throws(BuildError) {
        do throws(SystemFailure) {
            descriptor = try Self.acquire(folder)
        } catch {
            if error.code == EWOULDBLOCK {
                let process = Self.owner(folder).map { " (process \($0))" } ?? ""
                throw BuildError("another build is writing into `\(shown)`\(process): wait for it to end")
            }
            throw BuildError("cannot write into `\(shown)`: \(error); \(error.advice).")
        }
        self.folder = folder
        sign()
    }

    deinit {
        unlinkat(folder.descriptor, Self.name, 0)
        close(descriptor)
    }

    /// The file may be removed by its owner between our opening and locking it: then the lock is on a file that no
    /// one else will find, and is taken again.
    private static func acquire(_ folder: OpenFolder) throws(SystemFailure) -> Int32 {
        while true {
            let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
            let file = try SystemFailure.check { openat(folder.descriptor, name, flags, 0o644) }
            do throws(SystemFailure) {
                try take(file)
                var status = stat()
                try SystemFailure.check { fstat(file, &status) }
                if try folder.facts(of: name)?.identity == FileFacts(status).identity { return file }
                close(file)
            } catch {
                close(file)
                throw error
            }
        }
    }

    /// Some network disks have no locks: there two builds at once are not noticed.
    private static func take(_ file: Int32) throws(SystemFailure) {
        do {
            try SystemFailure.check { flock(file, LOCK_EX | LOCK_NB) }
        } catch {
            if error.code != ENOLCK, error.code != ENOTSUP, error.code != ENOSYS { throw error }
        }
    }

    /// Best effort: the number only helps a person to find the other build.
    private func sign() {
        let text = Array("\(getpid())\n".utf8)
        if ftruncate(descriptor, 0) == 0 { _ = write(descriptor, text, text.count) }
    }

    private static func owner(_ folder: OpenFolder) -> Int? {
        guard let file = try? OpenFile(reading: name, in: folder.descriptor, following: false),
            let bytes = try? file.bytes(upTo: 20)
        else { return nil }
        return Int(String(decoding: bytes, as: UTF8.self).split(separator: "\n").first ?? "")
    }
}
