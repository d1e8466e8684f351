internal import Disk
internal import Libc
package import Zones

extension Zones {
    /// The time zones of the system, from the TZif files that its C library reads too; those in the program where there
    /// are none.
    ///
    /// Does not use Foundation: on Linux it has a release of its own, which was a year old when this was written.
    package static let ofSystem: Zones = folders.lazy.compactMap { Zones(folder: $0) }.first ?? .builtIn

    /// `release 2026f, of the system`.
    var origin: String {
        "\(release.map { "release \($0)" } ?? "of an unknown release"), of the \(isBuiltIn ? "program" : "system")"
    }

    /// Where systems keep them: by the variable of glibc and musl, then as Python (PEP 615) and Go look for them.
    private static var folders: [String] {
        [getenv("TZDIR").map { String(cString: $0) }].compactMap { $0 }.filter { $0.hasPrefix("/") }
            + ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"]
    }

    /// The time zones in a folder; `nil` if it has none.
    package convenience init?(folder: String) {
        let load: @Sendable (String) -> [UInt8]? = { name in SystemZones.bytes(at: "\(folder)/\(name)") }
        guard SystemZones.probes.contains(where: { load($0).flatMap { ZoneRules(tzif: $0) } != nil }) else {
            return nil
        }
        self.init(release: SystemZones.release(of: folder), load: load)
    }
}

private enum SystemZones {
    /// A folder with one of these holds zones: some systems leave old names out.
    static let probes = ["Etc/UTC", "UTC", "Europe/London"]

    /// The largest file of the database has less than 4 KiB.
    private static let largest = 256 * 1024

    static func bytes(at path: String, upTo limit: Int = largest) -> [UInt8]? {
        guard let file = try? OpenFile(reading: path, following: true), let facts = try? file.facts(),
            facts.kind == .file
        else { return nil }
        return try? file.bytes(upTo: min(limit, Int(facts.size)))
    }

    /// Debian and others ship the source, which begins with `# version 2026f`; macOS has the file `+VERSION`.
    static func release(of folder: String) -> String? {
        let source = bytes(at: "\(folder)/tzdata.zi", upTo: 64).map { String(decoding: $0, as: UTF8.self) }
        let line = source?.prefix { !$0.isNewline } ?? ""
        let file = bytes(at: "\(folder)/+VERSION", upTo: 64).map { String(decoding: $0, as: UTF8.self) }
        let words = (line.hasPrefix("# version ") ? line.dropFirst(10) : file?[...])?.split { $0.isWhitespace } ?? []
        return words.first.map(String.init)
    }
}
