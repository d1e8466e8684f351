internal import Content
internal import Site
internal import Text
internal import Theme
internal import Traps

/// The page on which somebody who has never used git makes an entry: questions, and where the file can be sent. Without
/// JavaScript it shows the file to fill in, and the steps: `pages/add.mustache`.
struct AddPage: PageModel {
    let head: PageHead

    static let slots = SlotTable<AddPage>("pages/add", "Where an entry is made.", including: [.head]) {
        Slot.text("letters", "what an id has for letters with accents, such as `e0-e5a`") { _ in letters }
        Slot.text("common", "words that do not distinguish communities") { _ in
            NameWords.common.sorted().joined(separator: " ")
        }
        Slot.text("unseen", "invisible characters, in hexadecimal") { _ in
            InvisibleCharacter.allCases.map { String($0.scalar.value, radix: 16) }.joined(separator: " ")
        }
        Slot.text("time_zone", "of the site") { $0.scope.site.settings.timeZone?.value }
        Slot.text("names_url", "communities and terms, the small file of the search") {
            $0.scope.root + SiteSearch.names($0.scope.language)
        }
        Slot.list("forms", "one for each kind") { AddForm.all.map($0.form) + [$0.remark] }
        Slot.object("repository", "where the file can be sent") { $0.repository }
        Slot.text("mail_url", "the address to which it can be sent") { $0.mailURL }
        Slot.object("contact", "who to contact") { page in
            page.scope.site.settings.contact.map { page.scope.contact($0.value) }
        }
    }

    private static var letters: String {
        ID.letters.map {
            String($0.signs.lowerBound, radix: 16) + "-" + String($0.signs.upperBound, radix: 16) + ":" + $0.plain
        }.joined(separator: " ")
    }

    private var repository: RepositoryLine? {
        scope.repository.map {
            RepositoryLine(
                kind: $0.kind.rawValue, base: $0.base, branch: $0.branch, host: $0.kind.hostName(at: $0.base))
        }
    }

    private var mailURL: String? {
        guard case .link(let url, _)? = scope.site.settings.contact.map({ ContactWay($0.value) }),
            url.hasPrefix("mailto:")
        else { return nil }
        return String(url.prefix { $0 != "?" })
    }

    private func form(_ form: AddForm) -> AddQuestions {
        AddQuestions(
            kind: form.kind.rawValue, title: scope.strings["add_kind_\(form.kind.rawValue)"], titleKey: form.titleKey,
            fields: form.fields.indices.compactMap { question($0, of: form) },
            repositoryWay: repositoryWay("add_way_repository"), folder: form.folder,
            template: Self.template(of: form), newURL: scope.newFileURL(in: form.folder))
    }

    /// What the button says that leads to the repository; `nil` without one.
    private func repositoryWay(_ key: String) -> String? {
        repository.map { scope.strings.format(key, ["host": $0.host]) }
    }

    /// `nil` where there is nothing to choose from.
    private func question(_ index: Int, of form: AddForm) -> AddQuestion? {
        let field = form.fields[index]
        let answer = AddAnswer(to: field, of: form, scope)
        if answer.type == "event", answer.choices.isEmpty { return nil }
        let strings = scope.strings
        let own = "ask_\(form.kind.rawValue)_\(field.key)"
        let shared = "ask_\(field.key)"
        return AddQuestion(
            key: field.key, form: form.kind.rawValue, label: strings[strings.has(own) ? own : shared],
            hint: strings.has(shared + "_hint") ? strings[shared + "_hint"] : nil,
            isName: form.kind == .community && field.key == form.titleKey, isRequired: field.isRequired,
            isPast: field.isPast, isToCome: field.isToCome, isFirstOptional: index == form.requiredCount,
            answer: answer)
    }

    /// What somebody says about a page that is there: no file, but a message.
    private var remark: AddQuestions {
        let strings = scope.strings
        let choices = ["wrong", "right"].map { AddChoice(value: $0, text: strings["remark_\($0)"]) }
        return AddQuestions(
            kind: "remark", title: strings["add_kind_remark"], titleKey: "page",
            fields: [
                AddQuestion(
                    key: "page", form: "remark", label: strings["ask_page"], hint: strings["ask_page_hint"],
                    isRequired: true, answer: AddAnswer(type: "text", maximumLength: "300")),
                AddQuestion(
                    key: "about", form: "remark", label: strings["ask_about"], isRequired: true,
                    answer: AddAnswer(type: "text", choices: choices)),
                AddQuestion(
                    key: "text", form: "remark", label: strings["ask_remark_text"], hint: strings["ask_text_hint"],
                    answer: AddAnswer(type: "body", isLong: true)),
            ], isRemark: true, repositoryWay: repositoryWay("remark_way_repository"), issueURL: scope.issuesURL)
    }

    /// The file with nothing filled in.
    private static func template(of form: AddForm) -> String {
        let keys = form.fields.filter { ![AddForm.community, AddForm.text].contains($0.key) }
        let lines = keys.map { field -> String in
            switch field.shape {
            case .record where field.key == "repeats": "\(field.key):\n  every:  # week, 2 weeks, month"
            case .record: "\(field.key):"
            case .list(of: .record): "\(field.key):\n  - what:\n    who:\n    by:"
            case .list(of: .text): "\(field.key):\n  -"
            case .choice(let values, _): "\(field.key):  # \(values.joined(separator: ", "))"
            default: "\(field.key):"
            }
        }
        return "---\n" + lines.joined(separator: "\n") + "\n---\n"
    }
}

/// Where the content is kept.
private struct RepositoryLine: TemplateModel {
    let kind: String
    let base: String
    let branch: String
    let host: String

    static let slots = SlotTable<RepositoryLine>("repository", "Where the content is kept.") {
        Slot.text("kind", "`github`, `gitlab` or `forgejo`") { $0.kind }
        Slot.text("base", "its address") { $0.base }
        Slot.text("branch", "the branch that is published") { $0.branch }
        Slot.text("host", "the name of what serves it, such as `GitHub`") { $0.host }
    }
}

extension RepositoryKind {
    /// As people know it.
    ///
    /// - Parameter base: the address of the repository.
    fileprivate func hostName(at base: String) -> String {
        switch self {
        case .github: "GitHub"
        case .gitlab: "GitLab"
        case .forgejo: ContactWay.host(of: base) == "codeberg.org" ? "Codeberg" : "Forgejo"
        }
    }
}
