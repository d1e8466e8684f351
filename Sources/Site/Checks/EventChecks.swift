internal import Content
internal import Diagnostics

extension SiteCheck {
    private static func eachEvent(_ site: Site, _ body: (Item, Event) -> Diagnostic?) -> [Diagnostic] {
        site.all(.event).compactMap { id in
            guard case .event(let event) = site[id].entry else { return nil }
            return body(site[id], event)
        }
    }

    static let eventWithoutDate = SiteCheck(
        Rule(
            "event-without-date", .error, "An event says when it starts, or how it repeats.",
            bad: ["events/a.md": "---\ntitle: A\n---\n"], good: ["events/a.md": "---\ntitle: A\nstarts: 2026-03-12 14:00\n---\n"])
    ) { site, rule in
        eachEvent(site) { item, event in
            if event.starts != nil || event.repeats != nil { return nil }
            return rule.at(item.range, in: item.path, "This event has no `starts`.", help: "Add a line such as\nstarts: 2026-03-12 14:00")
        }
    }

    static let eventEndsBeforeStart = SiteCheck(
        Rule(
            "event-ends-before-start", .error, "An event ends after it starts.",
            bad: ["events/a.md": "---\ntitle: A\nstarts: 2026-03-12 14:00\nends: 2026-03-12 13:00\n---\n"],
            good: ["events/a.md": "---\ntitle: A\nstarts: 2026-03-12 14:00\nends: 2026-03-12 15:00\n---\n"])
    ) { site, rule in
        eachEvent(site) { item, event in
            guard let starts = event.starts?.value, let ends = event.ends else { return nil }
            let isSame = starts.minute == nil || ends.value.minute == nil
            guard isSame ? ends.value.lastDay < starts.firstDay : ends.value <= starts else { return nil }
            return rule.at(ends.range, in: item.path, "The event ends before it starts.")
        }
    }
}
