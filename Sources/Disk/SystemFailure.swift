internal import Libc

/// A call to the operating system that failed, by its `errno`.
package struct SystemFailure: Error, Equatable, CustomStringConvertible {
    let code: Int32

    package var description: String { String(cString: strerror(code)) }

    var isMissing: Bool { code == ENOENT || code == ENOTDIR }
    var isFull: Bool { code == ENOSPC || code == EDQUOT }
    var isExisting: Bool { code == EEXIST }

    /// What to do about it: half a sentence in the imperative.
    var advice: String {
        switch code {
        case ENOSPC, EDQUOT: "free some space and build again"
        case EACCES, EPERM: "let this user write there, or choose another folder"
        case EROFS: "choose a folder that can be written"
        case EMFILE, ENFILE: "allow more open files (`ulimit -n`) and build again"
        default: "fix that and build again"
        }
    }

    /// The result of a call that returns -1 on failure; tried again when a signal interrupted it.
    @discardableResult
    static func check<N: FixedWidthInteger>(_ call: () -> N) throws(SystemFailure) -> N {
        while true {
            let result = call()
            if result != -1 { return result }
            let code = errno
            if code != EINTR { throw SystemFailure(code: code) }
        }
    }
}
