internal import Calendar
internal import Content
internal import Diagnostics

extension SiteCheck {
    static func eachEvent(_ site: SiteGraph, _ body: (Item, Event) -> Diagnostic?) -> [Diagnostic] {
        inEachEvent(site) { item, event in body(item, event).map { [$0] } ?? [] }
    }

    /// For what can be wrong several times in one event.
    static func inEachEvent(_ site: SiteGraph, _ body: (Item, Event) -> [Diagnostic]) -> [Diagnostic] {
        site.all(.event).flatMap { id in
            guard case .event(let event) = site[id].entry else { return [Diagnostic]() }
            // What a date of a series takes from it is checked there.
            return body(site[id], site[id].occurrence?.stated ?? event)
        }
    }

    static let eventWithoutDate = SiteCheck(
        Rule(
            "event-without-date", .error, "An event says when it starts, or how it repeats.",
            bad: ["events/a.md": "---\ntitle: A\n---\n"],
            good: ["events/a.md": "---\ntitle: A\nstarts: 2026-03-12 14:00\n---\n"])
    ) { site, rule in
        eachEvent(site) { item, event in
            if event.starts != nil || event.repeats != nil || event.occurrenceOf != nil { return nil }
            return rule.at(
                item.range, in: item.path, "This event has no `starts`.",
                help: Help("Add a line such as", paste: "starts: 2026-03-12 14:00"))
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
            if ends.value == starts {
                return rule.at(
                    ends.range, in: item.path, "`ends` is the same time as `starts`, so the event takes no time.",
                    help: "Correct `ends`. If nobody knows yet how long it takes, remove the line.")
            }
            return rule.at(
                ends.range, in: item.path, "The event ends before it starts.",
                help: "Correct `starts` or `ends`. Hours go from 0 to 23: half past three in the afternoon is `15:30`.")
        }
    }

    static let eventNeverHappens = SiteCheck(
        Rule(
            "event-never-happens", .error, "A repetition ends after its first date.",
            bad: [
                "events/a.md":
                    "---\ntitle: A\nstarts: 2026-03-12 14:00\nrepeats:\n  every: week\n  until: 2026-01-01\n---\n"
            ],
            good: [
                "events/a.md":
                    "---\ntitle: A\nstarts: 2026-03-12 14:00\nrepeats:\n  every: week\n  until: 2026-12-31\n---\n"
            ])
    ) { site, rule in
        eachEvent(site) { item, event in
            guard let starts = event.starts?.value, let repeats = event.repeats else { return nil }
            if let until = repeats.value.until, until.value.lastDay < starts.firstDay {
                return rule.at(
                    until.range, in: item.path,
                    "The series ends on \(until.value.isoDate), before its first date \(starts.isoDate), so the "
                        + "event never takes place.", help: "Correct `until` or `starts`.")
            }
            if let day = repeats.value.day, !Repetitions.hasDays(event) {
                return rule.at(
                    day.range, in: item.path,
                    "No day fits `every` and `day` together, so the event never takes place.",
                    help: "A week has weekdays such as `tuesday`; `first tuesday` and `15` go with `every: month`.")
            }
            guard let except = repeats.value.except, event.status?.value != .cancelled,
                Repetitions.isLeftOutAltogether(event)
            else { return nil }
            return rule.at(
                except.range, in: item.path,
                "Every date of the series is left out, so the event never takes place.",
                help: Help("If the meetings are off, say so in this line instead:", paste: "status: cancelled"))
        }
    }

    static let exceptionWithoutOccurrence = SiteCheck(
        Rule(
            "exception-without-occurrence", .error, "A date of `except` is one on which the event would happen.",
            bad: [
                "events/a.md":
                    "---\ntitle: A\nstarts: 2027-01-05 12:00\nrepeats:\n  every: week\n  except: [2027-01-20]\n---\n"
            ],
            good: [
                "events/a.md":
                    "---\ntitle: A\nstarts: 2027-01-05 12:00\nrepeats:\n  every: week\n  except: [2027-01-19]\n---\n"
            ])
    ) { site, rule in
        inEachEvent(site) { item, event in
            Repetitions.mistakenExceptions(of: event).map { mistake in
                let date = mistake.date.value
                let what =
                    date.day == nil
                    ? "has no date of this event" : "(\(weekday(date.firstDay))) is not a date of this event"
                return rule.at(
                    mistake.date.range, in: item.path,
                    "`\(date.isoDate)` \(what), so this exception cancels nothing.",
                    help: Help(
                        nearest(mistake.nearest)
                            + " Write the day that is cancelled, or remove this one."))
            }
        }
    }

    /// Days of a repetition that may be meant, in a sentence.
    static func nearest(_ days: [CivilDay]) -> String {
        let names = days.map { "\($0.date.isoDate) (\(weekday($0)))" }
        return (days.count == 1 ? "Its only day is " : "The nearest are ") + names.joined(separator: " and ") + "."
    }

    /// `Tuesday`.
    static func weekday(_ day: CivilDay) -> String {
        let name = RepeatDay.weekdays[day.weekday - 1]
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    static let eventEndsTwice = SiteCheck(
        Rule(
            "event-ends-twice", .warning, "An event says when it ends, or how long it takes, not both.",
            bad: ["events/a.md": "---\ntitle: A\nstarts: 2026-03-12 14:00\nends: 2026-03-12 15:00\nminutes: 90\n---\n"],
            good: ["events/a.md": "---\ntitle: A\nstarts: 2026-03-12 14:00\nminutes: 90\n---\n"])
    ) { site, rule in
        eachEvent(site) { item, event in
            guard event.ends != nil, let minutes = event.minutes else { return nil }
            return rule.at(
                minutes.range, in: item.path, "`ends` already says when the event ends.",
                help: "Keep one of `ends` and `minutes`.")
        }
    }

    static let eventDayMoves = SiteCheck(
        Rule(
            "event-day-moves", .warning, "A repetition starts on one of its own days.",
            bad: [
                "events/a.md": "---\ntitle: A\nstarts: 2026-03-12 14:00\nrepeats:\n  every: week\n  day: friday\n---\n"
            ],
            good: [
                "events/a.md":
                    "---\ntitle: A\nstarts: 2026-03-12 14:00\nrepeats:\n  every: week\n  day: thursday\n---\n"
            ])
    ) { site, rule in
        eachEvent(site) { item, event in
            guard let starts = event.starts?.value, starts.day != nil, let days = event.repeats?.value.day,
                let first = Repetitions.firstDay(of: event), first != starts.firstDay
            else { return nil }
            return rule.at(
                days.range, in: item.path,
                "`starts` (\(starts.isoDate)) is a \(weekday(starts.firstDay)), which is not one of these days.",
                help: Help(
                    "Start on the first day on which people really meet. By these days that is "
                        + "\(first.date.isoDate) (\(weekday(first)))."))
        }
    }

    static let repetitionSkips = SiteCheck(
        Rule(
            "repetition-skips", .warning, "A repetition that leaves out short months or years says so.",
            bad: ["events/a.md": "---\ntitle: A\nstarts: 2026-10-31 14:00\nrepeats:\n  every: month\n---\n"],
            good: [
                "events/a.md":
                    "---\ntitle: A\nstarts: 2026-10-31 14:00\nrepeats:\n  every: month\n  day: last day\n---\n"
            ])
    ) { site, rule in
        eachEvent(site) { item, event in
            guard let repeats = event.repeats?.value, let every = repeats.every, repeats.day.items().isEmpty,
                repeats.dayLack != .unreadable, let starts = event.starts?.value, let day = starts.day,
                let month = starts.month,
                Repetitions.skipsMonths(from: month, day: day, every: every.value)
            else { return nil }
            let what =
                every.value.unit == .year
                ? "years without a 29 February are left out" : "months without a \(ordinal(day)) are left out"
            return rule.at(
                every.range, in: item.path, "The event starts on the \(ordinal(day)), and \(what).",
                help: Help(
                    every.value.unit == .year
                        ? "For the last day of February add `day: last day` to `repeats`. If no other day will do, add "
                            + "`day: \(day)`."
                        : "For the last day of every month add `day: last day` to `repeats`; for the last "
                            + "\(weekday(starts.firstDay)), `day: last \(weekday(starts.firstDay).lowercased())`. If "
                            + "no other day will do, add `day: \(day)`."))
        }
    }

    /// `31st`.
    static func ordinal(_ day: Int) -> String {
        let ending = (11...13).contains(day) ? "th" : [1: "st", 2: "nd", 3: "rd"][day % 10] ?? "th"
        return "\(day)\(ending)"
    }
}
