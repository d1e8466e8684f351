internal import Content
internal import Site
internal import Text

/// A sentence for a community that has none, from its other facts. Somebody who knows it writes a better one.
struct MadeSummary {
    var name: String
    /// Ids.
    var roles: [String] = []
    var topics: [String] = []
    var governments: [String] = []
    /// An id or a name.
    var organisation: String?
    var isForPublicSector = false

    /// How many of a list are named.
    private static let named = 3

    /// - Parameter title: what a term is called.
    func text(_ title: (_ kind: TermKind, _ id: String) -> String) -> String {
        func listed(_ words: [String]) -> String {
            let shown = Array(words.prefix(Self.named))
            return shown.count < 2
                ? shown.first ?? "" : shown.dropLast().joined(separator: ", ") + " and " + shown.last!
        }
        let who =
            if !roles.isEmpty {
                listed(roles.map { Self.plural(title(.role, $0).withinSentence(in: "en")) })
            } else if !topics.isEmpty {
                "people who work on " + listed(topics.map { title(.topic, $0).withinSentence(in: "en") })
            } else { "the members of " + name }
        let location =
            if governments.count == 1 { " in " + title(.government, governments[0]) } else if governments.count > 1 {
                " in several governments"
            } else if isForPublicSector { " in the public sector" } else { "" }
        let host = organisation.map { ", hosted by " + (ID.isValid($0) ? title(.organisation, $0) : $0) } ?? ""
        return [location + host, location, ""].lazy.map { "For \(who)\($0)." }.first { $0.count <= 200 }
            ?? "For the members of \(name)."
    }

    private static func plural(_ role: String) -> String { role.hasSuffix("s") ? role : role + "s" }
}
