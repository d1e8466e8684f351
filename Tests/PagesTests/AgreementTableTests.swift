import Build
import Content
import Foundation
import TestSupport
import Testing

/// The one table of where each of 69 marked people may and does appear: every file of a whole site is in it, in each of
/// the four languages. It is kept as text in `Golden/names`; `make bless` renews that.
@Suite struct AgreementTableTests {
    private typealias Who = (MarkedPerson) -> Bool

    /// A row of the table: files that name the people for which something is true, and nobody else.
    private struct Row {
        let output: String
        var files: [String]
        let who: Who

        /// - Parameter files: there is one in each of the four languages, unless `isTranslated` is false.
        init(_ output: String, _ files: String..., isTranslated: Bool = true, who: @escaping Who) {
            self.output = output
            self.files = isTranslated ? files.flatMap { file in MarkedHandbook.prefixes.map { $0 + file } } : files
            self.who = who
        }
    }

    // MARK: The table

    /// What is known of a site before it is built.
    private struct Expected {
        let setting: String
        let mode: MarkedHandbook.Mode

        func nobody(_ person: MarkedPerson) -> Bool { false }
        func hasPage(_ person: MarkedPerson) -> Bool { person.hasPage(inPreview: mode == .preview) }
        func isListed(_ person: MarkedPerson) -> Bool { person.isListed(setting) }
        func isParticipant(_ person: MarkedPerson) -> Bool { setting == "names" && person.hasAgreed }
        func isCredited(_ person: MarkedPerson) -> Bool { mode != .published }
        /// Where a community names nobody for it, the first of its stewards of today is at the door.
        func isAtDoor(_ person: MarkedPerson) -> Bool {
            person.word
                == MarkedPerson.all.first { $0.part.isSteward && $0.isListed(setting) }?.word
        }
        /// The owner of a resource is named where it is a text, or somebody who has a page.
        func isOwner(_ person: MarkedPerson) -> Bool { person.own == nil || hasPage(person) }

        var rows: [Row] { people + credits + pages + map + data + search + assets }

        private var people: [Row] {
            var rows = [
                Row(
                    "lists of members", "communities/a/members/index.html", "communities/b/members/index.html",
                    who: isListed),
                Row(
                    "who is at the door", "communities/a/index.html", "communities/b/index.html",
                    "topics/cloth/index.html", who: isAtDoor),
                Row("who asked, on a backlog", "communities/a/backlog/index.html", who: isParticipant),
                Row("who acts, in a write-up", "communities/a/writeups/w/index.html", who: isParticipant),
                Row("list of people", "people/index.html", who: hasPage),
                Row("their role", "roles/maker/index.html") { hasPage($0) || isAtDoor($0) },
                Row(
                    "where they work", "organisations/office/index.html", "governments/town/index.html", who: hasPage),
                Row("a text that links to them", "resources/r/index.html", who: hasPage),
            ]
            for person in MarkedPerson.all {
                let who: Who = { $0.word == person.word && hasPage($0) }
                rows.append(Row("pages of people", "people/\(person.id)/index.html", who: who))
                rows.append(Row("old addresses of people", "old/\(person.word)/index.html", who: who))
                rows.append(
                    Row(
                        "pictures of people", "people/pictures/of-\(person.word).jpg", "people/\(person.id).png",
                        isTranslated: false, who: who))
            }
            return rows
        }

        private var credits: [Row] {
            var rows = [
                Row(
                    "pages of events", "events/e/index.html", "events/past/index.html",
                    "communities/a/events/embedded/index.html"
                ) { _ in mode == .credited },
                Row("a write-up", "writeups/x/index.html") { _ in mode == .credited },
                Row("feeds", "feed.xml", who: isCredited),
                Row(
                    "feeds of a community and its terms", "communities/a/feed.xml", "topics/cloth/feed.xml",
                    "governments/town/feed.xml", "roles/maker/feed.xml"
                ) { mode == .credited && isCredited($0) },
                Row(
                    "calendars", "events.ics", "communities/a/events.ics", "communities/b/events.ics",
                    "topics/cloth/events.ics",
                    "governments/town/events.ics", "roles/maker/events.ics", "events/e/event.ics",
                    "events/past/event.ics", "communities/a/events/embedded/event.ics", who: nobody),
            ]
            if mode == .preview {
                rows.append(Row("a draft's page of an event", "events/d/index.html", who: isCredited))
                rows.append(Row("the month of a draft", "calendar/2026-06/index.html", who: nobody))
                rows.append(Row("a draft for calendars", "events/d/event.ics", who: nobody))
                rows.append(Row("a draft of a write-up", "writeups/y/index.html", who: isCredited))
                rows.append(Row("who acts, in a draft", "communities/a/writeups/v/index.html", who: isParticipant))
            }
            if mode == .credited {
                for (number, person) in MarkedPerson.all.enumerated() {
                    rows.append(
                        Row("owners of resources", "resources/\(number)/index.html") {
                            $0.word == person.word && isOwner($0)
                        })
                }
            }
            return rows
        }

        private var pages: [Row] {
            [
                Row("home", "index.html", who: nobody),
                Row("list of events", "events/index.html", who: nobody),
                Row(
                    "calendar", "calendar/index.html", "calendar/2026-02/index.html", "calendar/2026-04/index.html",
                    "calendar/2026-05/index.html", "communities/a/calendar/index.html",
                    "communities/b/calendar/index.html", who: nobody),
                Row("list of write-ups", "writeups/index.html", who: nobody),
                Row(
                    "skills", "skills/index.html", "skills/sewing/index.html", "skills/maps/index.html", who: nobody),
                Row("needs without a list", "communities/c/members/index.html", who: nobody),
                Row("for managers", "communities/a/for-your-manager/index.html", who: nobody),
                Row("the form", "add/index.html", who: nobody),
                Row("the page of the search", "search/index.html", who: nobody),
                Row(
                    "all other pages", "communities/index.html", "communities/c/index.html",
                    "communities/a/charter/index.html", "resources/index.html", "handbook/index.html",
                    "handbook/why/index.html", "governments/index.html",
                    "organisations/index.html", "roles/index.html", "topics/index.html", who: nobody),
                Row("page not found", "404.html", isTranslated: false, who: nobody),
            ]
        }

        private var map: [Row] {
            [
                Row("map", "map/index.html", who: nobody), Row("map in a frame", "map/embed/index.html", who: nobody),
                Row("coverage", "map/coverage/index.html", who: nobody),
                Row("suggested connections", "map/suggestions/index.html", who: nobody),
                Row("what the map's script reads", "assets/network-HASH.js", isTranslated: false, who: nobody),
            ]
                + ["network.json", "network.graphml", "network.gexf", "nodes.csv", "edges.csv"].map {
                    Row("data/\($0)", "data/\($0)", isTranslated: false, who: nobody)
                }
        }

        private var data: [Row] {
            ["communities.json", "communities.csv", "events.json"].map {
                Row("data/\($0)", "data/\($0)", isTranslated: false, who: nobody)
            } + [
                Row("data/pages.json", "data/pages.json", isTranslated: false, who: hasPage),
                Row("sitemap.xml", "sitemap.xml", isTranslated: false, who: hasPage),
                Row("robots.txt", "robots.txt", isTranslated: false, who: nobody),
            ]
        }

        /// Everything that is on a page and not in its frame can be found.
        private var search: [Row] {
            let isFound: Who = { hasPage($0) || isListed($0) || isCredited($0) }
            func files(_ letter: String) -> [String] {
                ["en", "cy", "fr", "ar"].map {
                    letter.isEmpty ? "data/search-\($0).js" : "assets/search/\($0)/\(letter)-HASH.js"
                }
            }
            return [
                ("communities and terms", "", nobody), ("titles", "p", hasPage), ("texts", "x", isFound),
                ("words", "t", isFound), ("spellings", "s", isFound), ("facets", "f", nobody),
            ].map { name, letter, who in
                var row = Row("search: \(name)", isTranslated: false, who: who)
                row.files = files(letter)
                return row
            }
        }

        private var assets: [Row] {
            let names = ["add", "calendar", "head", "map", "months", "redirect", "script", "search", "skills", "style"]
            var row = Row("scripts, styles and pictures", isTranslated: false, who: nobody)
            row.files =
                ["assets/icon-HASH.svg", "assets/link-preview-HASH.png"] + names.map { "assets/\($0)-HASH.js" }
                + names.map { "assets/\($0)-HASH.css" }
            return [row]
        }
    }

    // MARK: What is found

    /// By file: the people whose word is in its name or in its text, in any letter case.
    private static func found(in site: TestSite) -> [String: Set<String>] {
        var found: [String: Set<String>] = [:]
        for (path, text) in site.files {
            let name = withoutHash(path)
            let text = name.contains(#/^assets/search/../t-/#) ? words(ofTerms: text) : text
            let matches = (path + "\n" + text.lowercased()).matches(of: #/zor[bcfhkmptw]o[bcfhkmptw]/#)
            found[name, default: []].formUnion(matches.map { String($0.output) })
        }
        return found
    }

    private static func withoutHash(_ path: String) -> String {
        path.replacing(#/-[0-9a-f]{16}\./#) { _ in "-HASH." }
            .replacing(#/^(assets/search/../[a-z])[0-9a-f]{10}\.js$/#) { "\($0.1)-HASH.js" }
    }

    /// The terms of a search file; each is written as the length of what it shares with the one before, and the rest.
    private static func words(ofTerms script: String) -> String {
        let signs = (0x21...0x7E).map { UInt16($0) }.filter { ![0x22, 0x5C, 0x3C].contains($0) }
        let parts = script.split(separator: "\"")[3].split(separator: " ")
        var (terms, last): ([String], [UInt16]) = ([], [])
        for index in stride(from: 0, to: parts.count, by: 2) {
            let part = Array(parts[index].utf16)
            last = Array(last.prefix(signs.firstIndex(of: part[0])!) + part.dropFirst())
            terms.append(String(decoding: last, as: UTF16.self))
        }
        return terms.joined(separator: " ")
    }

    // MARK: The tests

    @Test(arguments: MarkedHandbook.Mode.allCases)
    private func `each is in the files of the table and in no others, and every file is in the table`(
        mode: MarkedHandbook.Mode
    ) async throws {
        #expect(MarkedPerson.all.count == 69 && Set(MarkedPerson.all.map(\.word)).count == 69)
        var columns: [Column] = []
        for setting in MarkedHandbook.settings {
            let found = Self.found(in: try await MarkedHandbook.site(setting, mode))
            let rows = Expected(setting: setting, mode: mode).rows
            Self.compare(found, with: rows, setting)
            columns.append(Column(setting: setting, rows: rows, found: found))
        }
        try Self.compare(Self.text(of: columns, mode), withFile: "\(mode.rawValue).txt")
    }

    /// What is not for readers: the list of what a build wrote.
    @Test func `a folder holds these files, and a list that names nobody else`() async throws {
        let folder = try TemporaryFolder(
            Dictionary(uniqueKeysWithValues: MarkedHandbook.content("names").map { ("content/\($0.key)", $0.value) }))
        var command = BuildCommand(content: folder.at("content"), output: folder.at("site"))
        command.options.asOf = PartialDate(MarkedHandbook.today)!.firstDay
        command.options.baseURL = "https://example.gov/"
        command.keepsGoing = true
        #expect(try await command.run().exitCode == 0)
        let written = folder.tree("site")
        let site = try await MarkedHandbook.site("names")
        #expect(Set(written.keys).subtracting(site.files.keys) == [".folkmoot-manifest.json"])
        let list = try #require(written[".folkmoot-manifest.json"])
        func words(_ text: String) -> Set<Substring> { Set(text.matches(of: #/zor[a-z]{3}/#).map(\.output)) }
        #expect(words(list) == words(site.files.keys.joined(separator: " ")) && !words(list).isEmpty)
    }

    private static func compare(_ found: [String: Set<String>], with rows: [Row], _ setting: String) {
        let files = rows.flatMap(\.files)
        #expect(Set(files).count == files.count, "A file is in two rows.")
        let unknown = Set(found.keys).subtracting(files).sorted()
        #expect(unknown == [], "\(setting): say in the table who may be named in these")
        for row in rows {
            for file in row.files {
                let expected = Set(MarkedPerson.all.filter(row.who).map(\.word))
                let there = found[file] ?? []
                let (extra, lacking) = (there.subtracting(expected), expected.subtracting(there))
                #expect(extra == [] && lacking == [], "\(setting): \(file) names \(extra) and not \(lacking)")
                // What is a person's own is not there without them.
                let isOwn = file.contains("zor") || row.output == "scripts, styles and pictures"
                #expect(found[file] != nil || expected.isEmpty && isOwn, "\(setting): \(file) is missing")
            }
        }
    }

    // MARK: As text

    private struct Column {
        let setting: String
        let rows: [Row]
        let found: [String: Set<String>]
    }

    private static func text(of columns: [Column], _ mode: MarkedHandbook.Mode) -> String {
        func padded(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        var outputs: [String] = []
        for row in columns[0].rows where !outputs.contains(row.output) { outputs.append(row.output) }
        let states = MarkedPerson.states
        let counts = states.map { state in MarkedPerson.all.count { $0.state == state } }
        var text =
            "How many of \(MarkedPerson.all.count) people are named, by what they agreed to "
            + "(\(mode.rawValue)):\n"
        for (number, state) in states.enumerated() {
            text += "\(number + 1): \(counts[number]) people: \(state)\n"
        }
        let head = columns.map { $0.setting.padding(toLength: 22, withPad: " ", startingAt: 0) }.joined()
            .trimmingCharacters(in: .whitespaces)
        text += "\n" + padded("", 30) + "files  \(head)\n" + padded("", 35)
        text += columns.map { _ in "  " + (1...states.count).map { padded("\($0)", 4) }.joined() }.joined() + "\n"
        for output in outputs {
            let files = columns.map { column in
                column.rows.filter { $0.output == output }.flatMap(\.files).filter { column.found[$0] != nil }
            }
            text += output.padding(toLength: 30, withPad: " ", startingAt: 0) + padded("\(files[0].count)", 5)
            for (column, files) in zip(columns, files) {
                let words = files.reduce(into: Set<String>()) { $0.formUnion(column.found[$1]!) }
                text += "  "
                for state in states {
                    let count = MarkedPerson.all.count { $0.state == state && words.contains($0.word) }
                    text += padded(count == 0 ? "-" : "\(count)", 4)
                }
            }
            text += "\n"
        }
        return text
    }

    private static func compare(_ text: String, withFile name: String) throws {
        let file = GoldenTests.folder.appending(path: "names/\(name)")
        if GoldenTests.isBlessing {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8), "look at what changed, then `make bless`")
    }
}
