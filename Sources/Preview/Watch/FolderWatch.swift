internal import Dispatch
internal import Libc

/// Reports that something in some folders may have changed. A look at the folders shows what did.
///
/// Linux reports at once (inotify); elsewhere, and where it cannot (a disk of the network, too many folders), the
/// caller looks by itself now and then.
final class FolderWatch {
    /// One element stands for any number of changes.
    let changes: AsyncStream<Void>
    /// Reports a change that nothing watches for.
    let continuation: AsyncStream<Void>.Continuation
    #if os(Linux)
    private let descriptor: Int32
    /// The system's numbers for folders; it gives none of them twice.
    private var watched: Set<Int32> = []
    private let source: any DispatchSourceRead
    #endif

    init() {
        (changes, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
        #if os(Linux)
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        self.descriptor = descriptor
        source = DispatchSource.makeReadSource(
            fileDescriptor: max(descriptor, 0), queue: DispatchQueue(label: "folkmoot.watch"))
        source.setEventHandler { [continuation] in
            // What is saved together is reported together.
            usleep(Self.moment)
            if Self.isWorthALook(descriptor) { continuation.yield() }
        }
        if descriptor >= 0 { source.activate() }
        #endif
    }

    /// - Parameter folders: absolute paths; those that are watched already stay so.
    /// - Returns: whether changes in all of them will be reported at once; those that are newly watched count as a
    ///   change.
    func watch(_ folders: [String]) -> Bool {
        #if os(Linux)
        guard descriptor >= 0 else { return false }
        let known = watched.count
        defer { if watched.count > known { continuation.yield() } }
        let mask =
            IN_CLOSE_WRITE | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE | IN_MOVE_SELF | IN_ONLYDIR
        // One that is gone by now was reported by the folder that it was in.
        return folders.allSatisfy { folder in
            let watch = inotify_add_watch(descriptor, folder, UInt32(mask))
            if watch >= 0 { watched.insert(watch) }
            return watch >= 0 || errno != ENOSPC
        }
        #else
        return false
        #endif
    }

    #if os(Linux)
    private static let size = 64 * 1024
    /// In microseconds.
    private static let moment: UInt32 = 5_000

    /// Takes what the system reports. Changes of hidden files alone, such as an editor's, are not worth a look.
    private static func isWorthALook(_ descriptor: Int32) -> Bool {
        var isWorth = false
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
        defer { buffer.deallocate() }
        while true {
            let count = read(descriptor, buffer.baseAddress!, size)
            guard count > 0 else { return isWorth }
            let head = MemoryLayout<inotify_event>.size
            var offset = 0
            while offset + head <= count {
                let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                let isHidden = event.len > 0 && buffer[offset + head] == UInt8(ascii: ".")
                if !isHidden { isWorth = true }
                offset += head + Int(event.len)
            }
        }
    }
    #endif
}
