internal import Foundation
internal import Zones

/// The time zone that a computer is set to.
package enum ComputerZone {
    /// Its name in the IANA list; `nil` where it is that of no place, such as UTC on a server, or is not known.
    package static var name: String? {
        let named = ProcessInfo.processInfo.environment["TZ"]
        return name(tz: named, link: named == nil ? link : nil, zones: .ofSystem)
    }

    /// - Parameters:
    ///   - tz: the variable `TZ`, such as `Europe/London` or `:Europe/London`; it takes precedence.
    ///   - link: what the file of the local time leads to.
    static func name(tz: String?, link: String?, zones: Zones) -> String? {
        let path = tz.map { $0.hasPrefix(":") ? String($0.dropFirst()) : $0 } ?? link ?? ""
        let name = path.components(separatedBy: "zoneinfo/").last ?? ""
        let isPlace = name.contains("/") && !["Etc/", "SystemV/", "posix/", "right/"].contains(where: name.hasPrefix)
        return isPlace && ZoneName.hasForm(name) && zones[name] != nil ? name : nil
    }

    private static var link: String? {
        if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime") { return target }
        // Debian has the name beside a copy of the file.
        guard let data = FileManager.default.contents(atPath: "/etc/timezone") else { return nil }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").first.map(String.init)
    }
}
