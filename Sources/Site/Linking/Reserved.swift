internal import Content
internal import Diagnostics

/// Addresses that content cannot have, because the program makes what is there.
enum Reserved {
    /// Folders of the program.
    static let folders = ["data", "assets", "search", "map", "add", "calendar"]
    /// Files of the program at the site's root.
    static let files: Set<String> = [
        "robots.txt", "404.html", SiteGraph.feedName, "sitemap.xml", "index.html", SiteGraph.calendarName, "llms.txt",
    ]

    /// The folder that a page may not be in; pages that introduce a page of the program may.
    static func folder(of entryPath: EntryPath, languages: [String]) -> String? {
        guard let first = entryPath.route.split(separator: "/").first.map(String.init) else { return nil }
        if languages.dropFirst().contains(first) { return first }
        let isIntroduction = entryPath.isIntroduction && SiteGraph.generatedRoutes.contains(entryPath.route)
        return folders.contains(first) && !isIntroduction ? first : nil
    }

    static func problem(_ path: String, _ folder: String) -> Diagnostic {
        SiteRules.reservedPath.at(
            0..<0, in: path, "Pages below `/\(folder)/` are made by the program, so this file cannot be there.",
            help: folders.contains(folder)
                ? "Move it to another folder."
                : "Put a translation beside its original, with `.\(folder)` before `.md`.")
    }

    /// Whether a file has the name of a calendar or feed that the program makes beside a community, a term or an event,
    /// or in a section.
    private static func isCalendarOrFeed(_ asset: String) -> Bool {
        let parts = asset.split(separator: "/")
        if parts.count == 2, parts[1] == "\(SiteGraph.feedName)" {
            return ["communities", "events"].contains(parts[0])
        }
        if parts.last == "\(SiteGraph.calendarName)" || parts.last == "\(SiteGraph.feedName)" {
            return parts.count == 3
        }
        return parts.last == "\(SiteGraph.eventFileName)" && parts.dropLast(2).last == "events"
    }

    /// What is wrong with an asset that is taken.
    static func problem(ofAsset path: String) -> Diagnostic {
        guard isCalendarOrFeed(path.lowercased()) else {
            return problem(path, path.split(separator: "/").first?.lowercased() ?? "")
        }
        return SiteRules.reservedPath.at(
            0..<0, in: path, "The program makes a file of this name here, so this file cannot be there.",
            help: "Give it another name.")
    }

    /// Whether an asset would take the place of a file of the program, also on a host that ignores letter case.
    static func isTaken(_ asset: String, languages: [String]) -> Bool {
        let asset = asset.lowercased()
        let first = asset.split(separator: "/").first.map(String.init) ?? ""
        return files.contains(asset) || folders.contains(first) || isCalendarOrFeed(asset)
            || (asset.contains("/") && languages.dropFirst().contains(first))
    }
}
