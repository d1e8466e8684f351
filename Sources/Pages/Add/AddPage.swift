internal import Content
internal import Site
internal import Text
internal import Theme

/// The page on which somebody who has never used git makes an entry: questions, and where the file can be sent. Without
/// JavaScript it shows the file to fill in, and the steps: `pages/add.mustache`.
struct AddPage: PageModel {
    let head: PageHead

    static let slots = SlotTable<AddPage>("pages/add", "Where an entry is made.", including: [.head]) {
        Slot.text("root", "the way to the site's root") { $0.scope.root }
        Slot.text("letters", "what an id has for letters with accents, such as `e0-e5a`") { _ in letters }
        Slot.text("common", "words that tell no community apart") { _ in
            NameWords.common.sorted().joined(separator: " ")
        }
        Slot.text("unseen", "signs that nobody sees, in hexadecimal") { _ in
            InvisibleCharacter.allCases.map { String($0.scalar.value, radix: 16) }.joined(separator: " ")
        }
        Slot.text("time_zone", "of the site") { $0.scope.site.settings.timeZone?.value }
        Slot.text("names_url", "communities and terms, the small file of the search") {
            $0.scope.root + SiteSearch.names($0.scope.language)
        }
        Slot.list("forms", of: .addForm, "one for each kind") { AddForm.all.map($0.form) + [$0.remark()] }
        Slot.object("repository", "where the file can be sent") { $0.repository }
        Slot.text("mail_url", "the address to which it can be sent") { $0.mailURL }
        Slot.object("contact", "whom to tell") { page in
            page.scope.site.settings.contact.map { page.scope.contact($0.value) }
        }
    }

    private static var letters: String {
        ID.letters.map {
            String($0.signs.lowerBound, radix: 16) + "-" + String($0.signs.upperBound, radix: 16) + ":" + $0.plain
        }.joined(separator: " ")
    }

    private var repository: RepositoryLine? {
        scope.repository.map { RepositoryLine(kind: $0.kind.rawValue, base: $0.base, branch: $0.branch) }
    }

    private var mailURL: String? {
        guard case .link(let url, _)? = scope.site.settings.contact.map({ ContactWay($0.value) }),
            url.hasPrefix("mailto:")
        else { return nil }
        return String(url.prefix { $0 != "?" })
    }

    private func form(_ form: AddForm) -> Context {
        let strings = scope.strings
        let fields = form.fields.map { field($0, of: form) }
        return [
            "kind": .text(form.kind.rawValue), "title": .text(strings["add_kind_\(form.kind.rawValue)"]),
            "folder": .text(form.folder), "title_key": .text(form.titleKey),
            "fields": .list(fields), "template": .text(Self.template(of: form)),
            "new_url": .text(scope.newFileURL(in: form.folder)),
        ]
    }

    /// What somebody says about a page that is there: no file, but a message.
    private func remark() -> Context {
        let strings = scope.strings
        func field(_ key: String, _ type: String, _ asks: Context) -> Context {
            var context = asks
            context.set("key", .text(key))
            context.set("id", .text("s.remark-\(key)"))
            context.set("type", .text(type))
            return context
        }
        let choices: [Context] = ["wrong", "right"].map {
            ["value": .text($0), "text": .text(strings["remark_\($0)"])]
        }
        return [
            "kind": .text("remark"), "is_remark": .flag(true), "title": .text(strings["add_kind_remark"]),
            "title_key": .text("page"), "issue_url": .text(scope.issuesURL),
            "fields": .list([
                field(
                    "page", "text",
                    [
                        "label": .text(strings["ask_page"]), "hint": .text(strings["ask_page_hint"]),
                        "required": .flag(true), "maximum_length": .text("300"),
                    ]),
                field(
                    "about", "text",
                    ["label": .text(strings["ask_about"]), "required": .flag(true), "choices": .section(choices)]),
                field(
                    "text", "body",
                    [
                        "label": .text(strings["ask_remark_text"]), "hint": .text(strings["ask_text_hint"]),
                        "long": .flag(true),
                    ]),
            ]),
        ]
    }

    private func field(_ field: AddForm.Field, of form: AddForm) -> Context {
        let strings = scope.strings
        let own = "ask_\(form.kind.rawValue)_\(field.key)"
        let shared = "ask_\(field.key)"
        var context: Context = [
            "key": .text(field.key), "id": .text("s.\(form.kind.rawValue)-\(field.key)"),
            "label": .text(strings.has(own) ? strings[own] : strings[shared]),
            "hint": .text(strings.has(shared + "_hint") ? strings[shared + "_hint"] : nil),
            "is_name": .flag(form.kind == .community && field.key == form.titleKey),
            "required": .flag(field.isRequired), "past": .flag(field.isPast),
            "pattern": .text(Self.pattern(field.shape)),
        ]
        switch (field.key, field.shape) {
        case (AddForm.community, _):
            context.set("names", .text("communities"))
            context.set("type", .text("community"))
        case (AddForm.text, _):
            context.set("long", .flag(true))
            context.set("type", .text("body"))
        case (_, .list(of: .term(let kind))):
            context.set("names", .text(kind.folder))
            context.set("type", .text("terms"))
        case (_, .mention(let kinds)):
            context.set("names", .text(kinds.first.flatMap(\.termKind)?.folder))
            context.set("type", .text("text"))
        case (_, .choice(let values, _)):
            context.set(
                "choices",
                .section(
                    values.map {
                        [
                            "value": .text($0),
                            "text": .text(strings.label(Self.words(for: field.key, of: form.kind), $0)),
                        ]
                    }))
            context.set("type", .text("text"))
        case (_, .date(let precision)):
            context.set("date", .flag(true))
            context.set("time_id", .text(precision == .time ? "s.\(form.kind.rawValue)-time" : nil))
            context.set("type", .text("date"))
        case (_, .integer(let range)):
            context.set("type", .text("integer"))
            context.set("minimum", .text(String(range.lowerBound)))
            context.set("maximum", .text(String(range.upperBound)))
            context.set("number", .flag(true))
        case (_, .record):
            context.set("type", .text("count"))
            context.set("number", .flag(true))
            context.set("minimum", .text("0"))
            context.set("maximum", .text("1000000000"))
        case (_, .url), (_, .list(of: .url)):
            context.set("type", .text("text"))
            context.set("is_url", .flag(true))
        // A sentence may have a semicolon.
        case (_, .list(of: .linkOrText)): context.set("type", .text("text"))
        case (_, .list): context.set("type", .text("list"))
        case (_, .text(let maximum)):
            context.set("type", .text("text"))
            context.set("maximum_length", .text(maximum.map(String.init)))
            context.set("long", .flag(field.key == "summary" || field.key == "outcome"))
        default: context.set("type", .text("text"))
        }
        return context
    }

    /// Of what somebody types, which is one item of a list and the number of a count.
    private static func pattern(_ shape: Shape) -> String? {
        switch shape {
        case .list(of: let item): item.pattern
        case .record: Shape.integer(0...0).pattern
        default: shape.pattern
        }
    }

    private static func words(for key: String, of kind: Kind) -> String {
        switch (key, kind) {
        case ("kind", _): "\(kind.rawValue)_kind"
        case ("open_to", _): "audience"
        default: key
        }
    }

    /// The file with nothing filled in.
    private static func template(of form: AddForm) -> String {
        let keys = form.fields.filter { ![AddForm.community, AddForm.text].contains($0.key) }
        let lines = keys.map { field -> String in
            switch field.shape {
            case .record: "\(field.key):"
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

    static let slots = SlotTable<RepositoryLine>("repository", "Where the content is kept.") {
        Slot.text("kind", "`github`, `gitlab` or `forgejo`") { $0.kind }
        Slot.text("base", "its address") { $0.base }
        Slot.text("branch", "the branch that is published") { $0.branch }
    }
}
