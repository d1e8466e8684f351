import Foundation
import TestSupport
import Testing
import Zones

@testable import Build

/// Time zones from a folder as systems keep them.
@Suite struct SystemZonesTests {
    private static func folder(_ files: [String: [UInt8]]) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "folkmoot-test-\(UUID().uuidString)")
        for (path, bytes) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        return folder.path
    }

    private static let london = Zones.builtInData(of: "Europe/London")!

    @Test(
        arguments: [
            ("tzdata.zi", "# version 2026f\n# redo posix_only\n", "2026f"), ("+VERSION", "2025b\n", "2025b"),
            ("tzdata.zi", "R A 1916 o\n", nil), ("other", "", nil),
        ] as [(String, String, String?)])
    func `the release is read from the file that states it`(file: String, text: String, release: String?) throws {
        let folder = try Self.folder(["Europe/London": Self.london, file: Array(text.utf8)])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let zones = try #require(Zones(folder: folder))
        #expect(zones.release == release)
        #expect(!zones.isBuiltIn && zones["Europe/London"] == Zones.builtIn["Europe/London"])
    }

    @Test func `a folder without zones, and a missing one, are passed over`() throws {
        let folder = try Self.folder(["Europe/London": Array("no zone".utf8), "Etc/UTC/x": []])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(Zones(folder: folder) == nil)
        #expect(Zones(folder: folder + "/nothing") == nil)
    }

    @Test(
        arguments: [
            ("Europe/Helsinki", nil, "Europe/Helsinki"),
            (":America/Argentina/Ushuaia", nil, "America/Argentina/Ushuaia"),
            (nil, "/usr/share/zoneinfo/Europe/London", "Europe/London"),
            (nil, "../usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"), (nil, "Europe/Paris", "Europe/Paris"),
            ("UTC", nil, nil), (nil, "/usr/share/zoneinfo/Etc/UTC", nil), (nil, nil, nil), ("EST5EDT", nil, nil),
            ("Nowhere/Nothing", nil, nil), ("/etc/passwd", nil, nil), ("", "/usr/share/zoneinfo/Europe/London", nil),
        ] as [(String?, String?, String?)])
    func `a computer's zone is that of a place`(tz: String?, link: String?, name: String?) {
        #expect(ComputerZone.name(tz: tz, link: link, zones: .builtIn) == name)
    }

    @Test func `the time zones that were used are named with the timings`() async throws {
        var options = Pipeline.Options()
        options.zones = .builtIn
        let reading = await Pipeline.read(ContentSource([:]), options)
        #expect(reading.timings.description.contains("time zones         release 20"))
        #expect(reading.timings.description.hasSuffix(", of the program\n"))
    }
}
