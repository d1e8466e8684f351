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

    /// Parts with nothing in them are left out, and named in the notes at the end, which only the steward reads.
    var text: String {
        let parts: [(heading: String, lines: [String])] = [
            (charterPurpose == nil ? "report_who" : "label_purpose", purpose), ("label_outcome", outcomes),
            ("report_meetings", meetings),
            ("section_writeups", writeups), ("section_decisions", decisions), ("section_actions", actions),
            ("report_members", members), ("report_thanks", thanks), ("section_upcoming", planned),
            ("report_wants", wants), ("report_offers", offers),
        ]
        let filled = parts.filter { !$0.lines.isEmpty }.map { part(words[$0.heading], $0.lines) }
        // A note says more about meetings that only the entry mentions.
        let told = community?.meets == nil ? nil : "report_meetings"
        let missing = parts.filter { $0.lines.isEmpty && $0.heading != told }.map { words[$0.heading] }
        return (["# \(heading)\n"] + filled + [part(words["report_notes"], notes(missing))]).joined(separator: "\n")
    }

    private var heading: String {
        let (name, year) = (title(report.community), String(report.year))
        return report.year == site.today.date.year
            ? words.format(
                "report_title_so_far", ["title": name, "year": year, "date": words.dayAndMonth(site.today)])
            : words.format("report_title", ["title": name, "year": year])
    }

    private func part(_ heading: String, _ lines: [String]) -> String {
        "## \(heading)\n\n\(lines.joined(separator: "\n"))\n"
    }

    private var item: Item { site[report.community] }

    private var community: Community? {
        if case .community(let entry) = item.entry { entry } else { nil }
    }

    private func writeup(_ id: ItemID) -> Writeup? {
        if case .writeup(let entry) = site[id].entry { entry } else { nil }
    }

    // MARK: Parts

    private var charterPurpose: String? {
        site.parts(of: report.community).lazy.compactMap { id in
            guard case .charter(let charter) = site[id].entry else { return nil }
            return said(charter.purpose, in: site[id])
        }.first
    }

    private var purpose: [String] {
        [charterPurpose ?? said(item.common.summary, in: item)].compactMap { $0 }
    }

    private func day(of id: ItemID) -> String {
        guard let date = writeup(id)?.date?.value else { return "" }
        return date.day == nil ? words.date(date) : words.dayAndMonth(date.firstDay)
    }

    private var outcomes: [String] {
        report.writeups.compactMap { id in
            said(writeup(id)?.outcome, in: site[id]).map {
                "- " + words.format("report_from", ["text": $0, "date": day(of: id)])
            }
        }
    }

    private var meetings: [String] {
        guard !report.meetings.isEmpty else { return [] }
        let count = report.meetings.filter { !$0.isCancelled }.reduce(0) { $0 + $1.days.count }
        let written =
            report.writeups.isEmpty
            ? ""
            : " " + (count == 1 ? words["report_written_only"] : words.count("report_written", report.writeups.count))
        return [words.count("report_planned", count) + written, ""]
            + report.meetings.map { meeting in
                let state = meeting.isCancelled ? " (\(words["status_cancelled"].lowercased()))" : ""
                return "- \(title(meeting.event)): \(days(meeting.days))\(state)"
            }
    }

    /// How many days of a meeting are named one by one.
    private static let named = 3

    private func days(_ days: [CivilDay]) -> String {
        if days.count <= Self.named { return words.joined(days.map(words.dayAndMonth)) }
        let range = words.format(
            "date_range", ["start": words.dayAndMonth(days[0]), "end": words.dayAndMonth(days[days.count - 1])])
        return "\(words.count("report_times", days.count)), \(range)"
    }

    private var writeups: [String] {
        report.writeups.compactMap { id in
            guard let entry = writeup(id) else { return nil }
            let people = entry.attendees.map { " (\(words.count("report_came", $0.value)))" } ?? ""
            return "- " + words.format("report_writeup", ["date": day(of: id), "title": title(id)]) + people
        }
    }

    private var decisions: [String] {
        let groups = report.writeups.compactMap { id -> [String]? in
            let texts = site[id].texts(writeup(id)?.decisions, in: words.language)
            return texts.isEmpty
                ? nil : group(day(of: id), texts.map { "- \(MarkdownText.escaped($0.text))" })
        }
        return Array(groups.joined(separator: [""]))
    }

    private func group(_ heading: String, _ lines: [String]) -> [String] { ["**\(heading)**", ""] + lines }

    /// What is done, then what is still to do, the most urgent first.
    private var actions: [String] {
        func lines(_ actions: [(writeup: ItemID, action: Action)], _ heading: String) -> [String]? {
            let lines = actions.compactMap { line(of: $0.action, in: $0.writeup) }
            return lines.isEmpty ? nil : group(words[heading], lines)
        }
        let done = report.actions.filter { $0.action.done?.value == true }
        let open = report.actions.filter { $0.action.done?.value != true }
        let dated = open.filter { $0.action.by != nil }.sorted {
            $0.action.by!.value.lastDay < $1.action.by!.value.lastDay
        }
        return Array(
            [lines(done, "report_done"), lines(dated + open.filter { $0.action.by == nil }, "report_open")]
                .compactMap { $0 }.joined(separator: [""]))
    }

    private func line(of action: Action, in writeup: ItemID) -> String? {
        said(action.what, in: site[writeup]).map { what in
            guard action.done?.value != true, let by = action.by?.value else { return "- \(what)" }
            return "- " + words.format("report_by", ["text": what, "date": words.date(by)])
        }
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
        let grown = report.growth.map { words.growth($0.count, since: $0.since) }
        // Changes of a list are not changes of a community whose members are counted apart.
        let moved =
            grown == nil
            ? [
                report.joined.flatMap { $0 == 0 ? nil : words.count("report_joined", $0) },
                report.left.flatMap { $0 == 0 ? nil : words.count("report_left", $0) },
            ] : []
        let first = [counted, grown].compactMap { $0 }.joined(separator: " ")
        return ([first.isEmpty ? nil : first] + moved).compactMap { $0 }.map { "- \($0)" }
    }

    private var thanks: [String] {
        let ended =
            report.thanked.map(name)
            + (report.thankedWithoutName > 0
                ? [words.count("report_without_name", report.thankedWithoutName)] : [])
        let hosts = report.meetings.isEmpty ? [] : site[relationsOf: report.community].organisations.map(name)
        return [
            ("report_writers", report.writers.map(name)), ("report_speakers", report.speakers.map(name)),
            ("report_ended", ended), ("report_hosted", hosts),
        ].compactMap { key, names in
            names.isEmpty ? nil : "- " + words.format(key, ["names": words.joined(names)])
        }
    }

    /// How many events to come are named.
    private static let announced = 10

    private var planned: [String] {
        let left = report.planned.count - Self.announced
        return report.planned.prefix(Self.announced).map { event, day in
            var line = "- \(words.date(day.date)): \(title(event))"
            if case .event(let entry) = site[event].entry, let repeats = entry.repeats?.value {
                let off = repeats.except.items().map(\.value).filter { $0.lastDay > day }.map(words.date)
                let rule = words.repetition(repeats, from: entry.starts?.value).lowercasedFirst
                let exceptions =
                    off.isEmpty ? "" : "; \(words["label_except"].lowercasedFirst) \(words.joined(off))"
                line += " (\(rule)\(exceptions))"
            }
            return line
        } + (left > 0 ? ["- \(words.count("and_more", left))"] : [])
    }

    private var wants: [String] {
        let lacking = Set(report.skillGaps.map(\.skill))
        let wishes = (community?.wants.items() ?? []).map(\.value).filter { !lacking.contains($0) }
        return wishes.map { "- \(wish($0))" }
            + report.skillGaps.map { gap in
                "- "
                    + words.format(
                        "report_gap",
                        ["skill": skill(gap.skill), "count": String(gap.count), "needed": String(gap.needed)])
            }
    }

    private var offers: [String] { (community?.offers.items() ?? []).map { "- \(wish($0.value))" } }

    // MARK: Notes

    /// What only the steward should read.
    private func notes(_ missing: [String]) -> [String] {
        let date = item.common.verified?.value ?? item.common.asOf?.value
        let isOld = date.map { $0.lastDay < CivilDay(year: report.year, month: 1, day: 1) } ?? false
        let planned = report.meetings.reduce(0) { $0 + $1.days.count }
        return [
            words["report_draft"], planned > report.writeups.count ? words["report_check"] : nil,
            missing.isEmpty ? nil : words.format("report_nothing", ["parts": words.joined(missing.map { "*\($0)*" })]),
            report.meetings.isEmpty
                ? said(community?.meets, in: item).map { words.format("report_meets", ["text": $0]) } : nil,
            charterPurpose == nil && !purpose.isEmpty ? words["report_purpose"] : nil,
            isOld ? date.map { words.format("report_old", ["date": words.date($0)]) } : nil,
        ].compactMap { $0 }.map { "- \($0)" }
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

    /// What is looked for or offered: a skill by its name, another id in words.
    private func wish(_ text: String) -> String {
        if let skill = site.routes["skills/\(text)/"].map({ site[$0].title(in: words.language) }) {
            return MarkdownText.escaped(skill.text.withinSentence(in: skill.language))
        }
        return MarkdownText.escaped(ID.words(text))
    }
}
