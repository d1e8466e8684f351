import Foundation
import Zones

/// Reads lines of a zone and a local time in seconds, and writes the instant of each by the zones of the program and by
/// those of the folder that is the only argument.
@main
struct ZoneInstants {
    static func main() {
        let folder = CommandLine.arguments.dropFirst().first ?? "/usr/share/zoneinfo"
        let system = Zones(release: nil) { FileManager.default.contents(atPath: "\(folder)/\($0)").map(Array.init) }
        var out = ""
        while let line = readLine() {
            let words = line.split(separator: " ")
            guard words.count == 2, let local = Int(words[1]) else { continue }
            let instants = [Zones.builtIn, system].map { $0[String(words[0])].map { String($0.instant(local)) } ?? "-" }
            out += instants.joined(separator: " ") + "\n"
            if out.utf8.count > 1 << 20 {
                FileHandle.standardOutput.write(Data(out.utf8))
                out = ""
            }
        }
        FileHandle.standardOutput.write(Data(out.utf8))
    }
}
