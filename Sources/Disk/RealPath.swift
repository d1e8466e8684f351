internal import Libc

/// Where a path leads once all links are followed, for paths whose last parts may not exist yet.
package struct RealPath: Equatable {
    /// Absolute, without links; exists.
    let existing: String
    /// Names below `existing` that are still to be made; usually empty.
    let missing: [String]

    var text: String {
        missing.reduce(existing) { $0 == "/" ? "/\($1)" : "\($0)/\($1)" }
    }

    /// - Throws: when a part is not a folder, is a link to nothing, or the missing part holds `..`.
    package init(_ path: String) throws(SystemFailure) {
        var parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String($0)! }
        let start = path.utf8.first == UInt8(ascii: "/") ? "/" : "./"
        var missing: [String] = []
        while true {
            let head = start + parts.joined(separator: "/")
            do throws(SystemFailure) {
                existing = try Self.following(head)
                self.missing = missing.reversed()
                return
            } catch {
                guard error.code == ENOENT, let last = parts.popLast() else { throw error }
                // A name that is there and leads nowhere is a dangling link.
                if last == ".." || FileFacts.exists(head) { throw error }
                if last != "." { missing.append(last) }
            }
        }
    }

    /// The path itself with all links followed.
    ///
    /// - Throws: `SystemFailure`.
    package static func following(_ path: String) throws(SystemFailure) -> String {
        guard let real = realpath(path, nil) else { throw SystemFailure(code: errno) }
        defer { free(real) }
        return String(cString: real)
    }

    /// `existing` and every folder above it, innermost first, with what identifies each.
    ///
    /// - Throws: `SystemFailure`.
    package func chain() throws(SystemFailure) -> [(path: String, identity: FileFacts.Identity)] {
        var links: [(path: String, identity: FileFacts.Identity)] = []
        var path = existing
        while true {
            if let facts = try FileFacts.at(path) { links.append((path, facts.identity)) }
            guard path != "/", let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return links }
            path = slash == path.startIndex ? "/" : String(path[..<slash])
        }
    }
}

extension FileFacts {
    /// Whether something is there, even a link to nothing.
    package static func exists(_ path: String) -> Bool {
        ((try? FileFacts.at(path)) ?? nil) != nil
    }
}
