internal import Calendar
internal import Content
internal import Diagnostics

/// Entries that are one date of a series, and what names one.
extension SiteCheck {
    private static let series =
        "---\ntitle: A\nstarts: 2027-01-05 12:00\nrepeats:\n  every: week\n---\n"

    static let occurrenceWithoutDate = SiteCheck(
        Rule(
            "occurrence-without-date", .error, "The day after `@` is one on which the series happens.",
            bad: ["events/a.md": series, "events/b.md": "---\noccurrence_of: a@2027-01-20\nstatus: cancelled\n---\n"],
            good: ["events/a.md": series, "events/b.md": "---\noccurrence_of: a@2027-01-19\nstatus: cancelled\n---\n"])
    ) { site, rule in
        namedDates(in: site).compactMap { name, series, path in
            guard let day = name.value.day, case .event(let event) = site[series].entry else { return nil }
            let written = day.date.isoDate
            guard event.repeats != nil, event.starts?.value.day != nil else {
                return rule.at(
                    name.range, in: path,
                    "`\(written)` is not a date of `\(name.value.event)`, which "
                        + (event.repeats == nil ? "does not repeat." : "does not say on which day it starts."),
                    help: event.repeats == nil
                        ? "An event that happens once is changed in its own file."
                        : "Write the day of the first meeting as its `starts`.")
            }
            let nearest = Repetitions.nearest(of: event, to: day)
            if nearest.isEmpty { return nil }
            return rule.at(
                name.range, in: path,
                "`\(written)` (\(weekday(day))) is not a date of `\(name.value.event)`.",
                help: Help(
                    Self.nearest(nearest)
                        + " After `@`, write the day on which the series would have it. The day on which it takes "
                        + "place instead goes under `starts`."))
        }
    }

    /// Each name of a date with the series that it names.
    private static func namedDates(in site: SiteGraph)
        -> [(name: Located<OccurrenceName>, series: ItemID, path: String)]
    {
        let events = site.all(.event).compactMap { id -> (Located<OccurrenceName>, ItemID, String)? in
            guard let date = site[id].occurrence, case .event(let event) = site[id].entry,
                let name = event.occurrenceOf, let series = site.routes[date.seriesRoute]
            else { return nil }
            return (name, series, site[id].path)
        }
        let writeups = site.all(.writeup).compactMap { id -> (Located<OccurrenceName>, ItemID, String)? in
            guard case .writeup(let writeup) = site[id].entry, let name = writeup.event,
                let series = site[relationsOf: id].event, site[relationsOf: id].eventDay != nil
            else { return nil }
            return (name, series, site[id].path)
        }
        return events + writeups
    }

    static let occurrenceTwice = SiteCheck(
        Rule(
            "occurrence-twice", .error, "One date of a series has one entry.",
            bad: [
                "events/a.md": series, "events/b.md": "---\noccurrence_of: a@2027-01-19\nstatus: cancelled\n---\n",
                "events/c.md": "---\noccurrence_of: a@2027-01-19\nplace: Room 2\n---\n",
            ],
            good: [
                "events/a.md": series, "events/b.md": "---\noccurrence_of: a@2027-01-19\nstatus: cancelled\n---\n",
                "events/c.md": "---\noccurrence_of: a@2027-01-26\nplace: Room 2\n---\n",
            ])
    ) { site, rule in
        var first: [String: String] = [:]
        return eachEvent(site) { item, event in
            guard let date = item.occurrence, let name = event.occurrenceOf else { return nil }
            let key = date.seriesRoute + date.day.date.isoDate
            guard let other = first[key] else {
                first[key] = item.path
                return nil
            }
            return rule.at(
                name.range, in: item.path,
                "`\(other)` is about \(date.day.date.isoDate) of this series already.",
                help: "Join the two files, or name another day.")
        }
    }

    static let occurrenceRepeats = SiteCheck(
        Rule(
            "occurrence-repeats", .error, "An entry for one date of a series does not repeat itself.",
            bad: [
                "events/a.md": series,
                "events/b.md": "---\noccurrence_of: a@2027-01-19\nrepeats:\n  every: month\n---\n",
            ],
            good: ["events/a.md": series, "events/b.md": "---\noccurrence_of: a@2027-01-19\nplace: Room 2\n---\n"])
    ) { site, rule in
        eachEvent(site) { item, event in
            guard item.occurrence != nil, let repeats = event.repeats else { return nil }
            return rule.at(
                repeats.range, in: item.path, "This is one date of a series, so it does not repeat.",
                help: "Remove `repeats`; or, for a series of its own, remove `occurrence_of`.")
        }
    }

    static let repetitionEndsTwice = SiteCheck(
        Rule(
            "repetition-ends-twice", .warning, "A repetition ends by `until` or by `count`, not by both.",
            bad: [
                "events/a.md": "---\ntitle: A\nstarts: 2027-01-05 12:00\nrepeats:\n  every: week\n"
                    + "  until: 2027-03-31\n  count: 10\n---\n"
            ],
            good: [
                "events/a.md":
                    "---\ntitle: A\nstarts: 2027-01-05 12:00\nrepeats:\n  every: week\n  count: 10\n---\n"
            ])
    ) { site, rule in
        eachEvent(site) { item, event in
            guard let repeats = event.repeats?.value, repeats.until != nil, let count = repeats.count,
                let last = Repetitions.lastDay(of: event)
            else { return nil }
            return rule.at(
                count.range, in: item.path,
                "The series has both `until` and `count`; it ends with the earlier of the two, on "
                    + "\(last.date.isoDate).",
                help: "Keep one of `until` and `count`.")
        }
    }
}
