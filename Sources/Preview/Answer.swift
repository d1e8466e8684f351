internal import Build
internal import Diagnostics
internal import Disk
internal import Foundation
internal import Markdown
internal import Text

/// What a request is answered with.
struct Answer: Sendable {
    enum Body: Sendable {
        case bytes([UInt8])
        case asset(OpenAsset)
        /// A stream that announces new versions (server-sent events).
        case events
    }

    var status = 200
    var type: String
    var body: Body
    /// Where else to look.
    var location: String?

    /// The folder of files that belong to no handbook: content leaves out what starts with `_`.
    static let ownFolder = "_folkmoot/"
    /// How many problems a page shows.
    private static let limit = 30

    /// - Parameters:
    ///   - target: as it is in the request, such as `/about/?q=a`.
    init(to target: String, in site: LiveSite) {
        guard let path = Self.path(of: target) else {
            self = Answer(status: 400, problem: "This is not the address of a page.", site)
            return
        }
        if path.hasPrefix(Self.ownFolder) {
            self =
                Self.own(path.dropFirst(Self.ownFolder.count), for: Self.query(of: target).flatMap(Self.path), site)
                ?? Answer(status: 404, problem: "There is nothing here.", site)
            return
        }
        do {
            let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
            if let found = try site.file(at: file) {
                self = Answer(found, at: file, version: site.version)
            } else if !path.hasSuffix("/"), site.hasFile(at: path + "/index.html") {
                self = Answer(
                    status: 301, type: "text/plain; charset=utf-8", body: .bytes(Array("It is at /\(path)/\n".utf8)),
                    location: "/" + (path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "") + "/")
            } else if case .bytes(let bytes)? = try site.file(at: "404.html") {
                self = Answer(.bytes(bytes), at: "404.html", version: site.version)
                status = 404
            } else {
                self =
                    site.version == 0
                    ? Answer(status: 503, problem: "The handbook is being read. This page will load by itself.", site)
                    : Answer(status: 404, problem: site.failure ?? "There is no such page.", site)
            }
        } catch {
            self = Answer(status: 500, problem: "This page cannot be made: \(error)", site)
        }
    }

    private init(status: Int, type: String, body: Body, location: String? = nil) {
        (self.status, self.type, self.body, self.location) = (status, type, body, location)
    }

    /// A page that says one thing, and that goes away by itself once the handbook is in order.
    init(status: Int, problem: String, _ site: LiveSite?) {
        let text = HTMLEscape.text(problem)
        let html =
            "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" "
            + "content=\"width=device-width\"><title>\(text)</title><body><h1>\(text)</h1></body></html>\n"
        self = Answer(.bytes(Array(html.utf8)), at: "problem.html", version: site?.version ?? 0)
        self.status = status
    }

    private init(_ file: LiveSite.File, at path: String, version: Int) {
        type = MediaType.ofFile(path)
        switch file {
        case .asset(let asset): body = .asset(asset)
        case .bytes(let bytes): body = .bytes(path.hasSuffix(".html") ? Self.followed(bytes, version: version) : bytes)
        }
    }

    /// A page with the script that keeps it up to date.
    private static func followed(_ page: [UInt8], version: Int) -> [UInt8] {
        let script = Array("<script src=\"/\(ownFolder)live.js\" data-version=\"\(version)\" defer></script>".utf8)
        let end = Array("</body>".utf8)
        // The last one: those before it are in texts.
        var offset = page.count - end.count
        while offset >= 0, page[offset] != end[0] || !page[offset...].starts(with: end) { offset -= 1 }
        return offset < 0 ? page + script : page[..<offset] + script + page[offset...]
    }

    /// - Parameter page: the path of the page that asks, where it says so.
    private static func own(_ name: Substring, for page: String?, _ site: LiveSite) -> Answer? {
        switch name {
        case "events": Answer(type: "text/event-stream", body: .events)
        case "problems.json":
            Answer(type: MediaType.ofFile("problems.json"), body: .bytes(Array(problems(of: site, for: page).utf8)))
        case "live.js": Answer(type: MediaType.ofFile("live.js"), body: .bytes(PackageResources.live_js))
        case "live.css": Answer(type: MediaType.ofFile("live.css"), body: .bytes(PackageResources.live_css))
        default: nil
        }
    }

    private init(type: String, body: Body) { (self.type, self.body) = (type, body) }

    /// Errors first, and of each severity those of the page that is looked at.
    private static func problems(of site: LiveSite, for page: String?) -> String {
        let own = page.map { site.files(of: $0.isEmpty || $0.hasSuffix("/") ? $0 + "index.html" : $0) } ?? []
        let errors = site.problems.filter { $0.severity == .error }
        let others = site.problems.filter { $0.severity != .error }
        let sorted = [errors, others].flatMap { list in
            list.filter { own.contains($0.path) } + list.filter { !own.contains($0.path) }
        }
        let items = sorted.prefix(limit).map { problem in
            let lines = site.source(problem.path).map(LineIndex.init)
            // What people are shown below the first line: the line, and the position in it.
            let detail = lines.map { Report.excerpt(of: problem, in: $0) } ?? []
            return Report.json(problem, prefix: "", lines: lines).adding(
                "detail", .text(detail.joined(separator: "\n")))
        }
        let answer = JSON.object([
            ("summary", .text(Report.summary(site.problems) ?? "")),
            ("hasErrors", .flag(sorted.first?.severity == .error)), ("failure", site.failure.map { .text($0) }),
            ("more", .number(sorted.count - items.count)), ("problems", .list(Array(items))),
        ])
        return answer.compact + "\n"
    }

    /// The path of a request below the site's root; `nil` when it is not one. Names are looked up in the list of the
    /// site's files, so that nothing here needs to be taken out of it.
    static func path(of target: String) -> String? {
        guard target.utf8.first == UInt8(ascii: "/") else { return nil }
        let raw = target.utf8.dropFirst().prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        return String(Substring(raw)).removingPercentEncoding
    }

    /// `/about/` of `…?/about/`.
    private static func query(of target: String) -> String? {
        target.firstIndex(of: "?").map { String(target[target.index(after: $0)...]) }
    }
}
