internal import Content
internal import Disk
internal import Foundation

/// Recent answers about addresses, so that they are not requested again: a file of JSON.
///
/// Keeps only answers that need no action. Pages that are gone and hosts in trouble are requested each time, so that
/// a link that works again is found at once.
struct LinkCache {
    let path: String
    private let today: CivilDay
    private var entries: [String: Entry] = [:]

    /// How many days an answer is valid.
    static let days = 7
    private static let most = 64 << 20

    private struct Entry: Codable {
        /// The day, as 2026-03-12.
        var asked: String
        /// `found`, `moved` or `unclear`.
        var answer: String
        var to: String?
    }

    private struct File: Codable {
        var version: Int
        var addresses: [String: Entry]

        enum CodingKeys: String, CodingKey {
            case version = "folkmoot_links"
            case addresses
        }
    }

    /// The file in the user's cache folder; `nil` where the machine names no such folder.
    static var standardPath: String? {
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") { return folder + "/folkmoot/links.json" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        #if canImport(Darwin)
        return home + "/Library/Caches/folkmoot/links.json"
        #else
        return home + "/.cache/folkmoot/links.json"
        #endif
    }

    /// - Throws: `BuildError` where the path is another file, which is not overwritten.
    init(at path: String, today: CivilDay) throws {
        self.path = path
        self.today = today
        guard FileManager.default.fileExists(atPath: path) else { return }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        // As `mktemp` leaves it.
        if size == 0 { return }
        guard size <= Self.most, let data = FileManager.default.contents(atPath: path),
            let file = try? JSONDecoder().decode(File.self, from: data), file.version == 1
        else {
            throw BuildError(
                "`\(path)` is not a file in which folkmoot keeps answers of other sites, so it is left as it is. Name "
                    + "another with --links-cache, or delete it."
            )
        }
        let first = (today + -Self.days).date.isoDate
        entries = file.addresses.filter { $0.value.asked >= first && $0.value.asked <= today.date.isoDate }
    }

    subscript(address: WebAddress) -> LinkVerdict? {
        switch entries[address.text] {
        case let entry? where entry.answer == "found": .found
        case let entry? where entry.answer == "unclear": .unclear
        case let entry? where entry.answer == "moved": entry.to.map { .moved(to: $0) }
        default: nil
        }
    }

    /// Some addresses that were found not long ago.
    var found: [WebAddress] {
        entries.filter { $0.value.answer == "found" }.keys.sorted().prefix(3).compactMap { WebAddress($0) }
    }

    mutating func note(_ address: WebAddress, _ verdict: LinkVerdict) {
        func entry(_ answer: String, to: String? = nil) -> Entry {
            Entry(asked: today.date.isoDate, answer: answer, to: to)
        }
        entries[address.text] =
            switch verdict {
            case .found: entry("found")
            case .unclear: entry("unclear")
            case .moved(let to): entry("moved", to: to)
            default: nil
            }
    }

    /// Writes in one step: a run that is broken off leaves the file whole.
    func save() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let url = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try encoder.encode(File(version: 1, addresses: entries)).write(to: url, options: .atomic)
        } catch {
            throw BuildError(
                "Answers of other sites cannot be kept in `\(path)`: \(error.localizedDescription). Name another "
                    + "file with --links-cache."
            )
        }
    }
}
