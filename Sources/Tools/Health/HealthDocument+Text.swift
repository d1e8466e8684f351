internal import Content
internal import Health
internal import Text

/// For people: in a terminal, and as Markdown.
extension HealthDocument {
    /// A line for each community, and one with the next step.
    var table: String {
        var out = summary + "\n" + changesText
        let width = min(30, withSignals.map(\.id.count).max() ?? 0)
        func row(_ entry: Entry, _ text: String) -> String {
            let gap = String(repeating: " ", count: max(0, width - entry.id.count))
            return "\(entry.id)\(gap)  \(text)\n"
        }
        let indent = String(repeating: " ", count: width + 2)
        if !withSignals.isEmpty { out += "\n" }
        for entry in withSignals {
            out += row(entry, entry.signals.map(\.signal.code).joined(separator: ", "))
            // Facts to look at again say by themselves what to do.
            if let first = entry.signals.first, first.signal.weight > 1 { out += indent + first.step + "\n" }
        }
        if !thin.isEmpty {
            out += "\nThin entries, with the question that would help most:\n"
            for entry in thin { out += row(entry, entry.signals[0].step) }
        }
        if !withSignals.isEmpty {
            out += "\n`folkmoot health \(withSignals[0].id)` says where each signal was found and why it matters.\n"
        }
        return out
    }

    /// All of each community.
    var details: String {
        var out = changesText
        for entry in entries {
            if !out.isEmpty { out += "\n" }
            out += "\(entry.title) (\(entry.id))\n"
            if entry.signals.isEmpty { out += "\n  No signal.\n" }
            for one in entry.signals {
                out += "\n  \(one.signal.name) (\(one.signal.code))\n"
                for evidence in one.evidence { out += "    \(evidence.file):\(evidence.line)  \(evidence.text)\n" }
                out += "    Why: \(one.signal.why)\n    Next: \(one.step)\n"
                if let link = one.link { out += "    Read: \(link)\n" }
            }
        }
        return out
    }

    private var changesText: String {
        guard let changes, let comparedWith else { return "" }
        var out = "\nSince \(comparedWith.date.isoDate):\n"
        if changes.isEmpty { out += "  nothing is better or worse.\n" }
        for change in changes { out += "  \(change.isNew ? "worse" : "better")  \(change.id)  \(change.signal.code)\n" }
        return out
    }

    /// One e-mail after the other, with a line of hyphens between them.
    var letters: String {
        mails.map { "\($0.subject)\n\n\($0.text)\n" }.joined(separator: "\n----\n\n")
    }

    var markdown: String {
        var out = "# Communities and what would help them\n\n\(summary)\n"
        if let changes, let comparedWith {
            out += "\n## Since \(comparedWith.date.isoDate)\n\n"
            if changes.isEmpty { out += "Nothing is better or worse.\n" }
            for change in changes {
                out +=
                    "- \(change.isNew ? "Worse" : "Better"): \(MarkdownText.code(change.id)), "
                    + "\(MarkdownText.escaped(change.signal.name))\n"
            }
        }
        for entry in isChosen ? entries : withSignals {
            out += "\n## \(MarkdownText.escaped(entry.title))\n"
            if entry.signals.isEmpty { out += "\nNo signal.\n" }
            for one in entry.signals {
                out += "\n### \(one.signal.name)\n\n"
                for evidence in one.evidence {
                    out +=
                        "- \(MarkdownText.code("\(evidence.file):\(evidence.line)")): "
                        + "\(MarkdownText.message(evidence.text))\n"
                }
                let step = MarkdownText.message(one.step)
                out += "\n\(one.signal.why)\n\n**Next:** \(one.link.map { "[\(step)](<\($0)>)" } ?? step)\n"
            }
        }
        if !thin.isEmpty, !isChosen {
            out += "\n## Thin entries\n\n"
            for entry in thin {
                out += "- \(MarkdownText.escaped(entry.title)): \(MarkdownText.message(entry.signals[0].step))\n"
            }
        }
        return out
    }
}
