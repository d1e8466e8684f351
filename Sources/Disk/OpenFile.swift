internal import Libc

/// An open file; closed when it goes out of scope.
package struct OpenFile: ~Copyable {
    let descriptor: Int32

    /// How many bytes are held at once while a file is compared or copied. A multiple of 32, as `ContentHash` requires.
    static let chunk = 64 * 1024

    /// Opens for reading. Never waits, not even on a pipe: check `facts().kind` before reading.
    ///
    /// - Parameter following: whether a link at the end of the path is followed.
    /// - Throws: `SystemFailure`.
    package init(reading path: String, in folder: Int32 = AT_FDCWD, following: Bool) throws(SystemFailure) {
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (following ? 0 : O_NOFOLLOW)
        descriptor = try SystemFailure.check { openat(folder, path, flags) }
    }

    /// Makes a file that must not exist yet, readable by all as far as the process's umask allows.
    init(creating path: String, in folder: Int32) throws(SystemFailure) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
        descriptor = try SystemFailure.check { openat(folder, path, flags, 0o644) }
    }

    deinit { close(descriptor) }

    /// Where the file itself is, as the system has it: without links; `nil` when that is unknown.
    var realPath: String? {
        var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX) + 1)
        #if canImport(Darwin)
        guard fcntl(descriptor, F_GETPATH, &buffer) == 0 else { return nil }
        return String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
        #else
        let count = buffer.withUnsafeMutableBytes {
            readlink("/proc/self/fd/\(descriptor)", $0.baseAddress!, Int(PATH_MAX))
        }
        return count > 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
        #endif
    }

    /// - Throws: `SystemFailure`.
    package func facts() throws(SystemFailure) -> FileFacts {
        var status = stat()
        try SystemFailure.check { fstat(descriptor, &status) }
        return FileFacts(status)
    }

    /// Reads from where the last read ended until the buffer is full or the file ends.
    /// - Returns: the number of bytes read.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let n = try SystemFailure.check { systemRead(descriptor, rest.baseAddress!, rest.count) }
            if n == 0 { break }
            filled += n
        }
        return filled
    }

    /// The first `size` bytes, or fewer when the file is shorter by now.
    ///
    /// - Throws: `SystemFailure`.
    package func bytes(upTo size: Int) throws(SystemFailure) -> [UInt8] {
        var failure: SystemFailure?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            do throws(SystemFailure) {
                count = try read(into: UnsafeMutableRawBufferPointer(buffer))
            } catch { failure = error }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Reads from `offset` on until the buffer is full or the file ends; does not move the read position.
    ///
    /// - Returns: the number of bytes read.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(SystemFailure) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let n = try SystemFailure.check { pread(descriptor, rest.baseAddress!, rest.count, off_t(offset + filled)) }
            if n == 0 { break }
            filled += n
        }
        return filled
    }

    /// Whether the next bytes of the file are these.
    /// - Parameter buffer: at least as long as `bytes`; overwritten.
    func continues(
        with bytes: UnsafeRawBufferPointer, buffer: UnsafeMutableRawBufferPointer
    ) throws(SystemFailure) -> Bool {
        let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<bytes.count])
        guard try read(into: part) == bytes.count else { return false }
        return bytes.isEmpty || memcmp(part.baseAddress!, bytes.baseAddress!, bytes.count) == 0
    }

    func write(_ bytes: [UInt8]) throws(SystemFailure) {
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(SystemFailure) in try write(bytes) }
        }
        try result.get()
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(SystemFailure) {
        var done = 0
        while done < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
            done += try SystemFailure.check { systemWrite(descriptor, rest.baseAddress!, rest.count) }
        }
    }

    /// Waits until the bytes are on the disk.
    func sync() throws(SystemFailure) {
        try SystemFailure.check { fsync(descriptor) }
    }

    /// Closes, and reports when the file system could not keep what was written (network disks say so only here).
    consuming func finish() throws(SystemFailure) {
        let result = close(descriptor)
        let code = errno
        discard self
        if result == -1, code != EINTR { throw SystemFailure(code: code) }
    }
}

// Inside `OpenFile` the bare names are its own methods.
private func systemRead(_ file: Int32, _ to: UnsafeMutableRawPointer, _ count: Int) -> Int { read(file, to, count) }
private func systemWrite(_ file: Int32, _ from: UnsafeRawPointer, _ count: Int) -> Int { write(file, from, count) }
