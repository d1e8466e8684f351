internal import Content
internal import Health
internal import Spreadsheet
internal import Text

/// For programs.
extension HealthDocument {
    /// One object: the day, the communities in order, and one object for each signal.
    var json: [UInt8] {
        var members: [(String, JSON)] = [
            ("as_of", .text(day.date.isoDate)),
            (
                "communities",
                .list(
                    entries.map { entry in
                        let mail = entry.mail.map { mail in
                            JSON.object([
                                ("language", .text(mail.language)), ("subject", .text(mail.subject)),
                                ("text", .text(mail.text)),
                            ])
                        }
                        return .object(
                            [("id", .text(entry.id)), ("title", .text(entry.title)), ("active", .flag(entry.isActive))]
                                + (mail.map { [("email", $0)] } ?? []))
                    })
            ),
            ("signals", .list(entries.flatMap { entry in entry.signals.map { Self.object($0, of: entry) } })),
        ]
        if let changes, let comparedWith {
            members.append(("since", .text(comparedWith.date.isoDate)))
            members.append(
                (
                    "changes",
                    .list(
                        changes.map {
                            .object([
                                ("community", .text($0.id)), ("signal", .text($0.signal.code)),
                                ("change", .text($0.isNew ? "worse" : "better")),
                            ])
                        })
                ))
        }
        return Array((JSON.object(members).compact + "\n").utf8)
    }

    private static func object(_ one: SignalEntry, of entry: Entry) -> JSON {
        .object([
            ("community", .text(entry.id)), ("signal", .text(one.signal.code)), ("name", .text(one.signal.name)),
            (
                "evidence",
                .list(
                    one.evidence.map {
                        .object([("file", .text($0.file)), ("line", .number($0.line)), ("text", .text($0.text))])
                    })
            ),
            ("why", .text(one.signal.why)), ("step", .text(one.step)), ("link", .text(one.link)),
        ])
    }

    /// A row for each signal.
    var csv: [UInt8] {
        let head = ["community", "name", "signal", "evidence", "why", "step", "link"]
        let rows = entries.flatMap { entry in
            entry.signals.map { one in
                let evidence = one.evidence.map { "\($0.file):\($0.line) \($0.text)" }.joined(separator: "; ")
                return [entry.id, entry.title, one.signal.code, evidence, one.signal.why, one.step, one.link ?? ""]
            }
        }
        return SheetExport.bytes(of: [head] + rows)
    }
}
