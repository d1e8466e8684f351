internal import Content
internal import Health
internal import Pages
internal import Site
internal import Text
internal import Theme

/// A report of a year as Markdown, in one language.
struct YearReportText {
    private let report: YearReport
    private let site: SiteGraph
    private let words: Strings

    init(_ report: YearReport, _ site: SiteGraph, _ words: Strings) {
        (self.report, self.site, self.words) = (report, site, words)
    }

    var text: String {
        let title = words.format("report_title", ["title": title(report.community), "year": String(report.year)])
        return "# \(title)\n\n> \(words["report_draft"])\n\n"
            + [
                part("label_purpose", purpose), part("report_meetings", meetings), part("section_writeups", writeups),
                part("section_decisions", decisions), part("section_actions", actions), part("report_members", members),
                part("report_thanks", thanks), part("report_next", next),
            ].joined(separator: "\n")
    }

    private func part(_ heading: String, _ lines: [String]) -> String {
        let lines = lines.isEmpty ? ["*\(words["report_nothing"])*"] : lines
        return "## \(words[heading])\n\n\(lines.joined(separator: "\n"))\n"
    }

    private var item: Item { site[report.community] }

    private var community: Community? {
        if case .community(let entry) = item.entry { entry } else { nil }
    }

    private func part(_ kind: Kind) -> Item? {
        site.parts(of: report.community).first { site[$0].kind == kind }.map { site[$0] }
    }

    // MARK: Parts

    private var purpose: [String] {
        if let item = part(.charter), case .charter(let charter) = item.entry,
            let text = said(charter.purpose, in: item)
        {
            return [text]
        }
        return [said(item.common.summary, in: item)].compactMap { $0 }
    }

    private var meetings: [String] {
        let held = report.meetings.filter { !$0.isCancelled }
        guard !report.meetings.isEmpty else { return [] }
        let count = held.reduce(0) { $0 + $1.days.count }
        return [words.count("report_met", count), ""]
            + report.meetings.map { meeting in
                let (first, last) = (meeting.days[0].date, meeting.days[meeting.days.count - 1].date)
                let when =
                    meeting.days.count == 1
                    ? words.date(first)
                    : "\(words.count("report_times", meeting.days.count)), \(words.date(first)) – \(words.date(last))"
                let state = meeting.isCancelled ? " (\(words["status_cancelled"]))" : ""
                return "- \(title(meeting.event)): \(when)\(state)"
            }
    }

    private var writeups: [String] {
        report.writeups.flatMap { id -> [String] in
            guard case .writeup(let entry) = site[id].entry, let date = entry.date?.value else { return [] }
            let people = entry.attendees.map { "; \(words["label_attendees"]): \($0.value)" } ?? ""
            let outcome = said(entry.outcome, in: site[id]).map { ["  \(words["label_outcome"]): \($0)"] }
            return ["- \(title(id)), \(words.date(date))\(people)"] + (outcome ?? [])
        }
    }

    private var decisions: [String] {
        report.writeups.flatMap { id -> [String] in
            guard case .writeup(let entry) = site[id].entry else { return [] }
            return site[id].texts(entry.decisions, in: words.language).map { "- \(MarkdownText.escaped($0.text))" }
        }
    }

    private var actions: [String] { report.actions.compactMap { line(of: $0.action, in: $0.writeup) } }

    private func line(of action: Action, in writeup: ItemID) -> String? {
        said(action.what, in: site[writeup]).map { "- [\(action.done?.value == true ? "x" : " ")] \($0)" }
    }

    private var members: [String] {
        let count = community?.memberCount?.value
        let counted = count.flatMap { count in
            count.count.map { number in
                let text = words.count("members_count", number.value)
                return count.asOf.map {
                    words.format("counted_on", ["count": text, "date": words.date($0.value)])
                } ?? text
            }
        }
        return [
            counted, report.joined.map { words.count("report_joined", $0) },
            report.left.map { words.count("report_left", $0) },
        ].compactMap { $0 }.map { "- \($0)" }
    }

    private var thanks: [String] {
        let named = report.thanked.map(name)
        let ended =
            named + (report.thankedWithoutName > 0 ? [words.count("and_more", report.thankedWithoutName)] : [])
        return [("report_credited", report.credited.map(name)), ("report_ended", ended)].compactMap { key, names in
            names.isEmpty ? nil : "- " + words.format(key, ["names": names.joined(separator: ", ")])
        }
    }

    private var next: [String] {
        let wants = community?.wants.items().map { "- \(MarkdownText.escaped($0.value))" } ?? []
        let gaps = report.skillGaps.map { gap in
            "- "
                + words.format(
                    "report_gap", ["skill": skill(gap.skill), "count": String(gap.count), "needed": String(gap.needed)])
        }
        let open = report.actions.filter { $0.action.done?.value != true }.compactMap {
            line(of: $0.action, in: $0.writeup)
        }
        return wants + gaps + open
    }

    // MARK: Names and texts

    private func title(_ id: ItemID) -> String { MarkdownText.escaped(site[id].title(in: words.language).text) }

    private func said(_ text: Located<LocalizedText>?, in item: Item) -> String? {
        item.text(text, in: words.language).map { MarkdownText.escaped($0.text) }
    }

    private func name(_ person: Reference) -> String {
        switch person {
        case .item(let id): title(id)
        case .name(let name): MarkdownText.escaped(name)
        }
    }

    private func skill(_ id: String) -> String {
        site.routes["skills/\(id)/"].map(title) ?? MarkdownText.escaped(id)
    }
}
