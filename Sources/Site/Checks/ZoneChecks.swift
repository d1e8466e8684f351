internal import Calendar
internal import Content
internal import Diagnostics
internal import Text
internal import Zones

/// Hours that are not what the writer thinks.
extension SiteCheck {
    static let unknownTimeZone = SiteCheck(
        Rule(
            "unknown-time-zone", .error, "A time zone is one of the IANA list.",
            bad: ["events/a.md": "---\ntitle: A\nstarts: 2026-12-08 09:00\ntime_zone: PST\n---\n"],
            good: ["events/a.md": "---\ntitle: A\nstarts: 2026-12-08 09:00\ntime_zone: America/Los_Angeles\n---\n"])
    ) { site, rule in
        zones(of: site).compactMap { zone, path in
            guard site.calendar.zones[zone.value] == nil else { return nil }
            let meant = ZoneName.meant(by: zone.value)
            let near = meant.isEmpty ? NearestMatch.of(zone.value, among: Zones.names).map { [$0] } ?? [] : meant
            let advice =
                near.isEmpty
                ? "Write the name of a city's zone, such as `Europe/London` or `America/Los_Angeles`; an offset or an "
                    + "abbreviation does not say when the clocks change."
                : "Did you mean \(near.prefix(4).map { "`\($0)`" }.joined(separator: " or "))?"
            let sure = near.count == 1 && meant == near && near[0].lowercased().hasSuffix(zone.value.lowercased())
            return rule.at(
                zone.range, in: path, "No time zone has the name `\(zone.value.prefix(60))`.",
                help: Help(
                    advice,
                    replacement: sure && zone.range.count == zone.value.utf8.count
                        ? Replacement(range: zone.range, text: near[0]) : nil))
        }
    }

    /// Every mention of a zone, that of the site first.
    private static func zones(of site: SiteGraph) -> [(zone: Located<String>, path: String)] {
        let own = site.settings.timeZone.map { [(zone: $0, path: "site.yaml")] } ?? []
        return own
            + site.all(.event).compactMap { id in
                guard case .event(let event) = site[id].entry, let zone = event.timeZone else { return nil }
                return (zone, site[id].path)
            }
            + zonesOfTerms(in: site).map { ($0, $1.path) }
    }

    private static func zonesOfTerms(in site: SiteGraph) -> [(zone: Located<String>, item: Item)] {
        TermKind.allCases.flatMap { site.all($0.kind) }.compactMap { id in
            guard case .term(_, let term) = site[id].entry, let zone = term.timeZone else { return nil }
            return (zone, site[id])
        }
    }

    static let zoneOfNoGovernment = SiteCheck(
        Rule(
            "zone-of-no-government", .warning, "Only a government has a time zone.",
            bad: ["roles/tester.md": "---\nname: Tester\ntime_zone: Europe/London\n---\n"],
            good: ["governments/wales.md": "---\nname: Wales\ntime_zone: Europe/London\n---\n"])
    ) { site, rule in
        zonesOfTerms(in: site).compactMap { zone, item in
            guard item.kind != .government else { return nil }
            return rule.at(
                zone.range, in: item.path, "`time_zone` has no effect here.",
                help: "It is for files in `governments/`. Remove it here.")
        }
    }

    static let zoneWithoutSummerTime = SiteCheck(
        Rule(
            "zone-without-summer-time", .warning,
            "An abbreviation that has no summer time is not written for a place that has it.",
            bad: ["events/a.md": "---\ntitle: A\nstarts: 2026-07-08 09:00\ntime_zone: EST\n---\n"],
            good: ["events/a.md": "---\ntitle: A\nstarts: 2026-12-08 09:00\ntime_zone: EST\n---\n"])
    ) { site, rule in
        eachEvent(site) { item, event in
            guard let zone = event.timeZone, let meant = meantZone(by: zone.value, in: site),
                site.calendar.differs(event, from: meant)
            else { return nil }
            return rule.at(
                zone.range, in: item.path,
                "`\(zone.value)` has no summer time, so this is an hour later than the same time in \(meant).",
                help: Help("If the clocks of that place are meant, write", paste: "time_zone: \(meant)"))
        }
    }

    /// `GMT` is what people in London call their time all year; elsewhere it is meant as it is.
    private static func meantZone(by zone: String, in site: SiteGraph) -> String? {
        switch zone {
        case "EST": "America/New_York"
        case "MST": "America/Denver"
        case "GMT": site.calendar.zone == "Europe/London" ? "Europe/London" : nil
        default: nil
        }
    }

    static let skippedTime = SiteCheck(
        Rule(
            "skipped-time", .error, "A time is one that the clocks of its zone show.",
            bad: [
                "events/a.md": "---\ntitle: A\nstarts: 2027-03-28 01:30\ntime_zone: Europe/London\n---\n"
            ],
            good: [
                "events/a.md": "---\ntitle: A\nstarts: 2027-03-28 02:30\ntime_zone: Europe/London\n---\n"
            ])
    ) { site, rule in
        inEachEvent(site) { item, event in
            site.calendar.skippedTimes(of: event).map { skipped in
                let zone = event.timeZone?.value ?? site.calendar.zone ?? "UTC"
                let clock = skipped.date.value.clock ?? ""
                let (from, to) = (minute(skipped.gap.lowerBound), minute(skipped.gap.upperBound))
                let isItself = skipped.day == skipped.date.value.firstDay
                return rule.at(
                    skipped.date.range, in: item.path,
                    "On \(skipped.day.date.isoDate) there is no \(clock) in \(zone): the clocks go from \(from) to "
                        + "\(to).",
                    help: isItself
                        ? "Write the hour that people's clocks will show."
                        : Help(
                            "Leave that day out of the repetition, and make an event of its own for it if it takes "
                                + "place:", paste: "except: [\(skipped.day.date.isoDate)]"))
            }
        }
    }

    /// `01:30`; hours of another day as they are, such as `24:00`.
    private static func minute(_ minute: Int) -> String {
        [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    static let oldZoneData = SiteCheck(
        Rule(
            "old-zone-data", .warning, "The time zones of the system are as new as those of the program.",
            bad: [:], good: ["events/a.md": "---\ntitle: A\nstarts: 2026-12-08 09:00\ntime_zone: Europe/London\n---\n"])
    ) { site, rule in
        if let old = oldZonesOfProgram(site, rule) { return [old] }
        var seen: Set<String> = []
        return zones(of: site).compactMap { zone, path in
            guard seen.insert(zone.value).inserted, site.calendar.isOutdated(zone.value),
                let release = site.calendar.zones.release, let newer = Zones.builtIn.release
            else { return nil }
            return rule.at(
                zone.range, in: path,
                "The time zones of this computer (release \(release)) do not have the current rules of "
                    + "\(zone.value), so the next meetup, or the order of meetings, can be wrong.",
                help: "Install release \(newer) or newer (the package tzdata on most systems), and build again.")
        }
    }

    /// Where the system has no time zones, only the day can show that those of the program are old. Each year had a
    /// release, so from the second year on there is a newer one.
    private static func oldZonesOfProgram(_ site: SiteGraph, _ rule: Rule) -> Diagnostic? {
        let zones = site.calendar.zones
        guard zones.isBuiltIn, let release = zones.release, let year = Int(release.prefix(4)),
            site.today.date.year >= year + 2,
            let (zone, path) = Self.zones(of: site).first(where: { !isFixed($0.zone.value) })
        else { return nil }
        return rule.at(
            zone.range, in: path,
            "This computer has no time zones, and those of the program are of release \(release). If a place changed "
                + "its clocks since then, hours are wrong.",
            help: Help(
                "Install the time zones of your system (the package tzdata on most systems) or a newer folkmoot, and "
                    + "build again."))
    }

    /// Whether nobody can change the clocks of a zone.
    private static func isFixed(_ zone: String) -> Bool { ["UTC", "GMT"].contains(zone) || zone.hasPrefix("Etc/") }
}
