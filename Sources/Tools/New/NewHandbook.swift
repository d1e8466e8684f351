internal import Build
internal import Content
public import Disk
internal import Foundation
internal import Text
internal import Theme

/// Makes the files of a new handbook: content with a made-up example of each kind, texts for people who take part,
/// and the files with which GitHub and GitLab check proposals and publish.
public struct NewHandbook: Sendable {
    private let folder: String
    private let title: String
    private let today: CivilDay
    private let languages: [String]
    /// Its time zone; `nil` where nobody knows it.
    private let zone: Zone?

    /// A time zone, and how it is known.
    enum Zone: Equatable {
        case ofLanguage(String)
        case ofComputer(String)

        var name: String {
            switch self {
            case .ofLanguage(let name), .ofComputer(let name): name
            }
        }

        /// - Parameter computer: the zone that the computer is set to.
        init?(of language: String, computer: String?) {
            if let name = LanguageZones.zone(of: language) {
                self = .ofLanguage(name)
            } else if let computer {
                self = .ofComputer(computer)
            } else {
                return nil
            }
        }
    }

    /// What a handbook is called in a language where nobody gives it another name; English where the program has no
    /// texts in that language.
    public static func usualTitle(in language: String) -> String {
        Starter.usual("title", language) ?? Starter.usual("title", "en") ?? ""
    }

    /// - Parameters:
    ///   - title: what the handbook is called.
    ///   - languages: codes of its languages, the first one being that of its interface.
    public init(at folder: String, title: String, languages: [String] = ["en"]) {
        self.folder = folder
        self.title = title
        self.languages = languages
        zone = Zone(of: languages.first ?? "en", computer: ComputerZone.name)
        today = Today.day(in: nil, .ofSystem)
    }

    /// Writes the files into a folder that is empty or not there yet.
    ///
    /// - Returns: what to do next.
    /// - Throws: `BuildError` when something is there, or cannot be written.
    public func make() throws(BuildError) -> String {
        let isLine = !title.unicodeScalars.contains {
            $0.properties.generalCategory == .control || $0.properties.generalCategory == .lineSeparator
                || $0.properties.generalCategory == .paragraphSeparator
        }
        guard isLine, title.contains(where: { !$0.isWhitespace }), title.count <= 200 else {
            throw BuildError(
                "The title of a handbook is one line of at most 200 characters, such as \"Communities of practice\"; "
                    + "nothing was written."
            )
        }
        try checkLanguages()
        let root = URL(fileURLWithPath: folder)
        let there = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        // A repository that was just made on a host has these, and nothing is lost with them.
        if let taken = there.filter({ $0 != ".git" }).sorted().first {
            throw BuildError(
                "`\(Printable.line(folder))` is not empty (it has `\(Printable.line(taken))`), so nothing was "
                    + "written. Choose a new folder."
            )
        }
        guard
            !FileManager.default.fileExists(atPath: root.path) || FileManager.default.isWritableFile(atPath: root.path)
        else {
            throw BuildError("`\(Printable.line(folder))` cannot be written.")
        }
        for (path, text) in Starter(title: title, today: today, languages: languages, zone: zone?.name).files {
            try NewFile.write(
                text, to: root.appending(path: path), shown: "\(Printable.line(folder))/\(path)")
        }
        let next = Self.next(title, in: folder, languages, from: FileManager.default.currentDirectoryPath)
        return ([next, "Look at these first:"] + Self.firstChanges(title, languages, zone).map { "  - \($0)" })
            .joined(separator: "\n")
    }

    /// What somebody who knows the place and the language has to read or to change, a line each.
    static func firstChanges(_ title: String, _ languages: [String], _ zone: Zone?) -> [String] {
        let first = languages.first ?? "en"
        let name = { (code: String) in LanguageFacts.of(String(code.prefix { $0 != "-" }))?.english ?? "`\(code)`" }
        let file = "content/site.yaml"
        var lines: [String] = []
        if !Starter.has(first) {
            let isUsual = title == usualTitle(in: first)
            lines.append(
                "\(file): \(isUsual ? "`title` and `summary` are" : "`summary` is") in English. Translate "
                    + "\(isUsual ? "them" : "it") into \(name(first)).")
            lines.append(
                "content/: the pages are in English, and say so with `lang: en`. When you translate one, remove "
                    + "that line."
            )
        } else if name(first) != name("en") {
            lines.append(
                "content/: the made-up examples are in English, and say so with `lang: en`. `examples: false` "
                    + "leaves them out.")
        }
        let drafts = languages.filter { Starter.has($0) && name($0) != name("en") }.map(name)
        if !drafts.isEmpty {
            lines.append(
                "content/: `title`, `summary`, `about.md`, `accessibility.md`, `privacy.md`, `licence.md` and "
                    + "`handbook/` "
                    + "are drafts in \(drafts.uniqued().joined(separator: " and ")): no fluent reader has read them.")
        }
        switch zone {
        case .ofLanguage(let zone):
            lines.append("\(file): `time_zone` is \(zone), which goes with the language. Is it that of your events?")
        case .ofComputer(let zone):
            lines.append("\(file): `time_zone` is \(zone), as on this computer. Is it that of your events?")
        case nil: lines.append("\(file): set `time_zone`, which neither the language nor this computer says.")
        }
        return lines
    }

    private func checkLanguages() throws(BuildError) {
        for (index, code) in languages.enumerated() {
            try LanguageCommand.check(code)
            if languages[..<index].contains(code) {
                throw BuildError("The language `\(code)` is given twice, so nothing was written. Give it once.")
            }
        }
    }

    /// What to do next.
    ///
    /// - Parameters:
    ///   - folder: as it was named on the command line.
    ///   - languages: of the handbook.
    ///   - current: the folder in which the command ran, absolute.
    static func next(_ title: String, in folder: String, _ languages: [String] = ["en"], from current: String) -> String
    {
        let base = URL(fileURLWithPath: current, isDirectory: true)
        let isHere = URL(fileURLWithPath: folder, relativeTo: base).standardized.path == base.standardized.path
        let first = isHere ? [] : ["cd \(ShellWord.quoted(folder))"]
        let new = languages.filter { !CompiledTheme.defaultLanguages.contains($0) }
        let steps =
            first + new.map { "folkmoot theme language \($0)" }
            + ["folkmoot build", "open site/index.html in a browser"]
        return """
            Made the handbook “\(title)” in \(isHere ? "this folder" : "`\(Printable.line(folder))`").
            Next:
            \(steps.map { "  \($0)" }.joined(separator: "\n"))
            README.md says how to publish it, and what to change first.
            """
    }
}
