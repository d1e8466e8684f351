import ArgumentParser
import Build
import Content
import Diagnostics
import Foundation
import Tools

struct New: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a new handbook, entry or theme.",
        discussion: """
            Nothing is ever replaced. On a terminal, the command asks for what is needed and not given.

            Examples:
              folkmoot new handbook demo
              folkmoot new community "Data people" --summary "People who share data."
              folkmoot new event "Coffee" --community data-people --starts "2027-03-12 14:00"
              folkmoot new event --from coffee-2027-03-12 --starts 2027-04-12
              folkmoot new writeup --event coffee-2027-03-12
              folkmoot new role "Service designer" --also-known-as "experience designer"
            """,
        subcommands: [
            NewHandbookCommand.self, NewCommunity.self, NewEvent.self, NewWriteup.self, NewResource.self,
            NewPerson.self, NewTerm<RoleTerm>.self, NewTerm<TopicTerm>.self, NewTerm<SkillTerm>.self,
            NewTerm<GovernmentTerm>.self, NewTerm<OrganisationTerm>.self, NewThemeCommand.self,
        ])
}

struct NewThemeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "Make a theme of your own in themes/, which changes nothing yet.")

    @Argument(help: "What it is called: lower-case letters, digits and hyphens.")
    var name: String

    func run() async throws {
        try await Console.reporting { try Console.say(NewTheme(name).make(), isReport: false) }
    }
}

struct NewHandbookCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handbook",
        abstract: "Make the files of a new handbook, with a small made-up example of each kind of entry.")

    @Argument(help: ArgumentHelp("The folder to make; one that is there must be empty.", valueName: "folder"))
    var folder: String

    @Option(help: "What the handbook is called.")
    var title: String?

    @Option(
        help: ArgumentHelp(
            "The code of its language, such as fi; can be given again. The first is that of the interface. The pages "
                + "that every site needs are made in English, Welsh, French, Arabic, German and Spanish.",
            valueName: "code"))
    var language: [String] = []

    func run() async throws {
        let languages = language.isEmpty ? ["en"] : language
        let usual = NewHandbook.usualTitle(in: languages[0])
        let title = try title ?? Prompt.ask("What is the handbook called?", or: usual)
        let handbook = NewHandbook(at: folder, title: title, languages: languages)
        try await Console.reporting { try Console.say(handbook.make(), isReport: false) }
    }
}

/// What all kinds of entries have in common.
struct EntryArguments: ParsableArguments {
    @Argument(help: "What it is called.")
    var name: String?

    @Option(help: "One sentence about it, of at most 200 characters.")
    var summary: String?

    @Option(help: ArgumentHelp("The folder with the handbook's files.", valueName: "folder"))
    var content = "content"
}

extension EntryArguments {
    /// Asks for the name before anything else, where nothing gives it.
    mutating func askName(_ question: String) throws { name = try name ?? Prompt.ask(question) }

    func make(_ kind: Kind, _ facts: [(String, [String?])], community: String? = nil, event: String? = nil) async throws
    {
        var entry = NewEntry(
            kind, try name ?? (event == nil ? Prompt.ask("What is it called?") : nil), content: content)
        entry.facts = ([("summary", [summary])] + facts).map { ($0.0, $0.1.compactMap { $0 }) }
        entry.community = community
        entry.event = event
        let outcome = try await Console.reporting { [entry] in try await entry.make() }
        let report = try Console.report(
            of: outcome, in: content,
            refusal:
                "Nothing was written, because the file would have the problems above. Give other facts, or leave "
                + "them out."
        )
        try Console.say(Console.lines(report), isReport: false)
    }
}

struct NewCommunity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "community", abstract: "Make the file of a community.",
        discussion: """
            Example:
              folkmoot new community "Data people" --summary "People who share data."
            """)
    @OptionGroup var entry: EntryArguments
    @Option(help: "The government it is in, by id; can be given again.") var government: [String] = []
    @Option(help: "The organisation that hosts it.") var organisation: String?
    @Option(help: "A profession it is for; can be given again.") var role: [String] = []
    @Option(help: "A topic it is about; can be given again.") var topic: [String] = []
    @Option(help: "How to join: a web address, an e-mail address or a sentence; can be given again.") var join:
        [String] = []
    @Option(help: "When it meets, in words.") var meets: String?
    @Option(help: "Where these facts are from, as a web address; can be given again.") var source: [String] = []

    func run() async throws {
        var entry = entry
        var (government, role, topic, join) = (government, role, topic, join)
        // A person who is asked for the name has given nothing else.
        let isAsked = entry.name == nil
        try entry.askName("What is the community called?")
        entry.summary =
            try entry.summary
            ?? Prompt.ask("What is it for, in one sentence?", option: "--summary") {
                NewEntry.problem(with: "summary", [$0], of: .community)
            }
        if isAsked {
            func several(_ given: [String], _ question: String) throws -> [String] {
                try given.isEmpty
                    ? Prompt.ask("\(question) Several are separated by commas; Enter leaves it out.", or: "").split(
                        separator: ","
                    ).map { $0.trimmingCharacters(in: .whitespaces) } : given
            }
            government = try several(government, "Which government is it in, by id, such as uk?")
            role = try several(role, "Which jobs is it for, such as user researcher?")
            topic = try several(topic, "Which topics does it cover, such as open data?")
            if join.isEmpty {
                join = [
                    try Prompt.ask(
                        "How does somebody join: a web address, an e-mail address or a sentence? Enter leaves it out.",
                        or: ""
                    ) { NewEntry.problem(with: "join", [$0], of: .community) }
                ].filter { !$0.isEmpty }
            }
        }
        try await entry.make(
            .community,
            [
                ("government", government), ("organisation", [organisation]), ("roles", role), ("topics", topic),
                ("join", join), ("meets", [meets]), ("source", source),
            ])
    }
}

/// - Returns: `nil` where it is left out.
private func askCommunity(_ question: String) throws -> String? {
    let answer = try Prompt.ask("\(question) Enter leaves it out.", or: "")
    return answer.isEmpty ? nil : answer
}

struct NewEvent: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "event", abstract: "Make the file of an event: a new one, or a copy of an earlier one.",
        discussion: """
            Examples:
              folkmoot new event "Coffee" --starts "2027-03-12 14:00"
              folkmoot new event "Coffee" --starts "2027-03-11 14:00" --zone America/Toronto --every "2 weeks"
              folkmoot new event "Open door" --starts "2027-03-02 12:00" --every month --day "first tuesday"
              folkmoot new event --from coffee-2027-03-12 --starts 2027-04-12
            """)
    @OptionGroup var entry: EntryArguments
    @Option(help: "The id of the community that holds it.") var community: String?
    @Option(help: "When it begins, such as 2027-03-12 or \"2027-03-12 14:00\".") var starts: String?
    @Option(help: "The time zone of its hours, such as America/Toronto; without it, that of the handbook.")
    var zone: String?
    @Option(help: "How often it repeats, such as week, \"2 weeks\" or month.") var every: String?
    @Option(
        help: ArgumentHelp(
            "On which day it repeats, such as thursday, \"first tuesday\" or \"last day\"; without it, a monthly event "
                + "is on the weekday of its first date.")) var day: String?
    @Option(help: "How many minutes it takes.") var minutes: Int?
    @Option(help: "Where it is.") var place: String?
    @Option(
        name: .customLong("from"),
        help: ArgumentHelp("An event to copy, by its file or id: all but its day.", valueName: "event")) var from:
        String?

    func validate() throws {
        if day != nil, every == nil { throw ValidationError("--day goes with --every, such as --every month.") }
    }

    func run() async throws {
        var entry = entry
        var community = community
        if from == nil {
            let isAsked = entry.name == nil
            try entry.askName("What is the event called?")
            if isAsked { community = try community ?? askCommunity("Which community holds it, by id?") }
        }
        let starts =
            try starts
            ?? Prompt.ask("When does it begin? For example 2027-03-12 14:00.", option: "--starts") {
                NewEntry.problem(with: "starts", [$0], of: .event)
            }
        try await entry.make(
            .event,
            [
                ("starts", [starts]), ("time_zone", [zone]), ("minutes", [minutes.map(String.init)]),
                ("repeats", [every, day]), ("place", [place]),
            ],
            community: community, event: from)
    }
}

struct NewWriteup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "writeup", abstract: "Make the file of a write-up of a meeting.",
        discussion: """
            Example:
              folkmoot new writeup --event coffee-2027-03-12
            """)
    @OptionGroup var entry: EntryArguments
    @Option(help: "The id of the community.") var community: String?
    @Option(help: ArgumentHelp("The event it is about, by its file or id.", valueName: "event")) var event: String?
    @Option(help: "When people met, such as 2026-03-12.") var date: String?

    func run() async throws {
        var entry = entry
        var community = community
        if event == nil {
            let isAsked = entry.name == nil
            try entry.askName("What is the write-up called?")
            if isAsked { community = try community ?? askCommunity("Which community met, by id?") }
        }
        let date =
            try date
            ?? (event == nil
                ? Prompt.ask("When did people meet? For example 2026-03-12.", option: "--date") {
                    NewEntry.problem(with: "date", [$0], of: .writeup)
                } : nil)
        try await entry.make(.writeup, [("date", [date])], community: community, event: event)
    }
}

struct NewResource: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resource", abstract: "Make the file of a guide, template or tool.",
        discussion: """
            Example:
              folkmoot new resource "Checklist" --url https://example.org/checklist
            """)
    @OptionGroup var entry: EntryArguments
    @Option(help: "The id of the community it is from.") var community: String?
    @Option(help: "Its web address, if it is elsewhere.") var url: String?
    @Option(help: "A topic it is about; can be given again.") var topic: [String] = []

    func run() async throws {
        try await entry.make(.resource, [("url", [url]), ("topics", topic)], community: community)
    }
}

struct NewPerson: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Make the file of a person who agreed to be listed.",
        discussion: """
            Example:
              folkmoot new person "Ada Example" --agreed 2027-03-12
            """)
    @OptionGroup var entry: EntryArguments
    @Option(help: "When they agreed, such as 2026-03-12.") var agreed: String?
    @Option(help: "Their profession; can be given again.") var role: [String] = []
    @Option(help: "Where they work.") var organisation: String?

    func run() async throws {
        var entry = entry
        try entry.askName("What is the person called?")
        let agreed =
            try agreed
            ?? Prompt.ask("When did they agree to be listed? For example 2026-03-12.", option: "--agreed") {
                NewEntry.problem(with: "agreed", [$0], of: .person)
            }
        try await entry.make(.person, [("organisation", [organisation]), ("roles", role), ("agreed", [agreed])])
    }
}

/// A kind of term as the name of a command.
protocol NamedTerm: Sendable {
    static var kind: TermKind { get }
    /// What such a term is, within a sentence.
    static var meaning: String { get }
    static var example: String { get }
}

enum RoleTerm: NamedTerm {
    static let kind = TermKind.role
    static let meaning = "a role, a profession that communities are for"
    static let example = #""Service designer" --also-known-as "experience designer""#
}

enum TopicTerm: NamedTerm {
    static let kind = TermKind.topic
    static let meaning = "a topic that communities are about"
    static let example = #""Open standards" --parent open-data"#
}

enum SkillTerm: NamedTerm {
    static let kind = TermKind.skill
    static let meaning = "a skill that members can have"
    static let example = #""Facilitation" --summary "Helping a group to think together.""#
}

enum GovernmentTerm: NamedTerm {
    static let kind = TermKind.government
    static let meaning = "a government"
    static let example = #""Åland" --parent finland"#
}

enum OrganisationTerm: NamedTerm {
    static let kind = TermKind.organisation
    static let meaning = "an organisation that hosts communities"
    static let example = #""Office for Digital Services" --also-known-as ODS"#
}

struct NewTerm<Named: NamedTerm>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Named.kind.singular, abstract: "Make the file of \(Named.meaning).",
            discussion: """
                Example:
                  folkmoot new \(Named.kind.singular) \(Named.example)
                """)
    }

    @OptionGroup var entry: EntryArguments
    @Option(help: "The id of the wider one of the same kind that it belongs to.") var parent: String?
    @Option(help: "Another name or spelling, which leads to it; can be given again.") var alsoKnownAs: [String] = []

    func run() async throws {
        var entry = entry
        try entry.askName("What is the \(Named.kind.singular) called?")
        try await entry.make(Named.kind.kind, [("parent", [parent]), ("also_known_as", alsoKnownAs)])
    }
}
