/// What a template may do with a value before it shows it or opens it: `{{count(rows)}}`, `{{#first(rows)}}`.
///
/// The check of templates and the reference for theme authors come from this table; a test renders each of these.
package struct Transform: Sendable {
    package enum Subject: String, CaseIterable, Sendable {
        case list = "a list"
        case number = "a number"
        /// Written without a name: `index()`.
        case place = "the place in the list whose section it is in"
    }

    package let name: String
    package let subject: Subject
    /// One phrase for those who write themes.
    package let summary: String
    /// What it makes of a value of that kind.
    private let make: @Sendable (ContextShape?) -> ScannedValue

    private init(
        _ name: String, of subject: Subject, _ summary: String,
        _ make: @escaping @Sendable (ContextShape?) -> ScannedValue
    ) {
        self.name = name
        self.subject = subject
        self.summary = summary
        self.make = make
    }

    package static let all: [Transform] = [
        Transform("first", of: .list, "its first item") { .item(of: $0) },
        Transform("last", of: .list, "its last item") { .item(of: $0) },
        Transform("reversed", of: .list, "the same from the last to the first") { .list(of: $0) },
        Transform("count", of: .list, "how many items it has") { _ in .number },
        Transform("empty", of: .list, "whether it has none") { _ in .field(.flag) },
        Transform("equalzero", of: .number, "whether it is 0") { _ in .field(.flag) },
        Transform("plusone", of: .number, "one more") { _ in .number },
        Transform("minusone", of: .number, "one less") { _ in .number },
        Transform("even", of: .number, "whether it can be halved") { _ in .field(.flag) },
        Transform("odd", of: .number, "whether it cannot") { _ in .field(.flag) },
        Transform("index", of: .place, "its number, counted from 0") { _ in .number },
        Transform("first", of: .place, "whether it is the first") { _ in .field(.flag) },
        Transform("last", of: .place, "whether it is the last") { _ in .field(.flag) },
        Transform("even", of: .place, "whether its number can be halved, as that of the first") { _ in .field(.flag) },
        Transform("odd", of: .place, "whether it cannot, as that of the second") { _ in .field(.flag) },
    ]

    static func of(_ subject: Subject) -> [Transform] { all.filter { $0.subject == subject } }

    /// As it is written, such as `count(list)`.
    package var written: String {
        switch subject {
        case .list: "\(name)(list)"
        case .number: "\(name)(number)"
        case .place: "\(name)()"
        }
    }

    /// What it makes of a value; `nil` where that would be nothing.
    func made(of value: ScannedValue) -> ScannedValue? {
        switch (value, subject) {
        case (.field(.list(let shape)), .list): make(shape)
        case (.number, .number): make(nil)
        default: nil
        }
    }

    /// What it gives in the section of a list.
    var ofPlace: ScannedValue { make(nil) }

    /// For a message: which of them values take.
    static var advice: String {
        func names(_ subject: Subject) -> String {
            let names = of(subject).map { "`\($0.name)`" }
            return names.dropLast().joined(separator: ", ") + " and " + names.last!
        }
        return "Lists take \(names(.list)); numbers \(names(.number))."
    }
}

extension ScannedValue {
    fileprivate static func item(of shape: ContextShape?) -> ScannedValue {
        shape.map { .field(.object($0)) } ?? .anything
    }

    fileprivate static func list(of shape: ContextShape?) -> ScannedValue {
        shape.map { .field(.list($0)) } ?? .anything
    }
}
