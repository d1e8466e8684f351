/// Checks which host a request was meant for.
///
/// A page of another site can have its own name lead to this machine (DNS rebinding), and would then read drafts as if
/// they were its own. The browser still sends that name: so only addresses, `localhost` and names that were allowed
/// count. An address in figures is never somebody's name.
struct HostCheck: Sendable {
    /// In lower-case letters.
    let names: Set<String>

    init(names: [String]) { self.names = Set(names.map { $0.lowercased() }).union(["localhost"]) }

    /// - Parameter host: the value of the header field, perhaps with a port.
    func allows(_ host: String) -> Bool {
        if host.hasPrefix("[") {
            guard let end = host.firstIndex(of: "]") else { return false }
            let address = host[host.index(after: host.startIndex)..<end]
            return !address.isEmpty && address.utf8.allSatisfy(Self.isOfIPv6)
                && Self.isPort(host[host.index(after: end)...])
        }
        let colon = host.firstIndex(of: ":") ?? host.endIndex
        guard Self.isPort(host[colon...]) else { return false }
        var name = host[..<colon].lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        return names.contains(name) || Self.isIPv4(name)
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.isEmpty
            || (text.hasPrefix(":") && text.utf8.count <= 6
                && text.utf8.dropFirst().allSatisfy { (48...57).contains($0) })
    }

    private static func isIPv4(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { part in
                part.utf8.count <= 3 && part.utf8.allSatisfy { (48...57).contains($0) } && UInt8(part) != nil
            }
    }

    private static func isOfIPv6(_ byte: UInt8) -> Bool {
        (48...58).contains(byte) || (97...102).contains(byte | 0x20) || byte == 46
    }
}
