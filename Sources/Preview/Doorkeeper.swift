internal import Libc
internal import NIOCore
internal import Synchronization

/// Counts connections, so that there are never more than the machine has descriptors for.
final class Doorkeeper: Sendable {
    private let count = Atomic<Int>(0)
    private let most: Int

    /// Each may send a file, which takes a descriptor too; some are for the folder.
    init(most: Int) {
        var limit = rlimit()
        #if canImport(Glibc)
        let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
        #else
        let isKnown = getrlimit(RLIMIT_NOFILE, &limit) == 0
        #endif
        self.most = isKnown ? max(8, min(most, (Int(clamping: limit.rlim_cur) - 40) / 2)) : most
    }

    /// Closes a connection that is one too many.
    func admit(_ channel: any Channel) -> Bool {
        guard count.add(1, ordering: .relaxed).newValue <= most else {
            count.subtract(1, ordering: .relaxed)
            return false
        }
        channel.closeFuture.whenComplete { _ in self.count.subtract(1, ordering: .relaxed) }
        return true
    }
}
