import ArgumentParser
import Build
import Content
import Diagnostics
import Foundation
import Markdown
import Tools

extension WebHost: ExpressibleByArgument {}

struct BuildSite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Check a handbook and publish it into a folder.",
        discussion: """
            Only files that changed are written, and only files that an earlier run wrote are removed. With errors \
            nothing is published, and what was there stays. With `base_url`, the feeds say when entries were added and \
            changed: the git history of the folder is read for that.

            With --host the site gets what a host or server reads: `_headers` and `_redirects` for netlify and \
            cloudflare, `.htaccess` for apache, `web.config` for iis, `.nojekyll` for github-pages, and for nginx, \
            lighttpd and caddy a file that their configuration includes. Files for netlify, cloudflare, gitlab-pages, \
            github-pages and iis follow their documentation; the others are tested with the servers.

            With --include-overlay a second, private folder is read too: a file of it takes the place of the one with \
            the same path, such as communities/ID/members.md. Such a site is for those who may know these facts. A \
            folder holds one kind of site: neither is written over the other.

            Examples:
              folkmoot build
              folkmoot build --keep-going --output public
              folkmoot build --as-of 2027-01-14 --output /tmp/later
              folkmoot build --host nginx
            """)

    @OptionGroup var shared: SharedArguments

    @Option(help: ArgumentHelp("The folder for the finished site.", valueName: "folder"))
    var output = defaultOutput

    @Option(
        help: """
            What the site is made for; replaces host of site.yaml. It gets the files from which that host or server \
            reads types, caching, headers and redirections.
            """)
    var host: WebHost?

    @Flag(help: "Replace files in the output folder that folkmoot did not write.")
    var force = false

    @Option(
        name: .customLong("include-overlay"),
        help: ArgumentHelp("A private folder to read with it, for a site that is not published.", valueName: "folder"))
    var overlay: String?

    func validate() throws {
        if overlay != nil { try Self.checkPrivate(output, "--output") }
    }

    /// The folder that a build fills by default is the one that is copied to a host.
    static func checkPrivate(_ folder: String, _ option: String) throws {
        let paths = [folder, defaultOutput].map { URL(fileURLWithPath: $0).standardizedFileURL.path }
        if paths[0] == paths[1] {
            throw ValidationError(
                "this site is not to be published, and `\(defaultOutput)` is the folder that is; name another one with "
                    + "\(option).")
        }
    }

    private static let defaultOutput = "site"

    func run() async throws {
        var command = shared.command(output: output)
        (command.force, command.overlay, command.host) = (force, overlay, host)
        let outcome = try await Console.reporting { [command] in try await command.run() }
        try shared.report(outcome, isBuild: true)
        if outcome.exitCode != 0 { throw ExitCode(outcome.exitCode) }
    }
}

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look for problems without writing anything.",
        discussion: """
            With --translations it also lists, for each language of the site, what is not written in it: pages \
            without a \
            translation, texts in other languages only, and translations whose original has other texts than when they \
            were last committed. The last needs git and its whole history; changed facts do not make a translation \
            old, and texts that are in several languages in one file are not compared by age. Where a text is the same \
            in two languages, write it twice.

            A missing or old translation is not an error: the exit code stays 0, unless --strict is given.

            With --changed-since it reports only what is wrong in changed files, what the changes broke elsewhere, \
            and what \
            is not plausible about them, such as ten times as many members. The comparison is with the newest commit \
            that both have. --format markdown writes a comment for a proposal.

            With --external-links it asks the sites that the handbook links to, with the program curl: one request a \
            second to a site at most, and one page after the other. Answers are kept for a week, so that a second \
            run asks only for what was wrong. Addresses below `skip_links` of site.yaml are left alone, and so are \
            private networks. With --changed-since only links in changed files are checked.

            With --fix it first writes what is known beyond doubt, such as a key that is nearly spelt right, and \
            reports what is left. --dry-run shows the changes only.

            Examples:
              folkmoot check
              folkmoot check --fix --dry-run
              folkmoot check --changed-since main --format markdown
              folkmoot check --external-links
            """)

    @OptionGroup var shared: SharedArguments

    @Flag(help: "Also list what is not translated, or older than its original.")
    var translations = false

    @Option(
        name: .customLong("changed-since"),
        help: ArgumentHelp(
            "Only what the changes since a branch or commit bring, and what about them is not plausible.",
            valueName: "ref"))
    var changedSince: String?

    @Flag(
        name: .customLong("external-links"),
        help: "Also ask other sites whether the pages that are linked to are there.")
    var externalLinks = false

    @Option(
        name: .customLong("links-cache"),
        help: ArgumentHelp(
            "With --external-links: where answers are kept, instead of in your cache folder.", valueName: "file"))
    var linksCache: String?

    @Option(
        name: .customLong("links-minutes"),
        help: ArgumentHelp(
            "With --external-links: when to stop asking; the next run goes on from there.", valueName: "number"))
    var linksMinutes = 30

    @Flag(
        name: .customLong("links-private"),
        help: "With --external-links: also ask hosts in private networks, such as an intranet.")
    var linksPrivate = false

    @Flag(help: "First write what is known beyond doubt, such as a key that is nearly spelt right; then check.")
    var fix = false

    @Flag(name: .customLong("dry-run"), help: "With --fix: show the changes as a difference, and write nothing.")
    var dryRun = false

    @Flag(help: "With --translations: list everything, however long it gets.")
    var verbose = false

    func validate() throws {
        if !(1...1_440).contains(linksMinutes) {
            throw ValidationError("--links-minutes takes a number from 1 to 1440.")
        }
        if fix, changedSince != nil || externalLinks {
            throw ValidationError(
                "--fix changes files of the whole handbook before it is checked; run it without --changed-since and "
                    + "--external-links.")
        }
        if dryRun, !fix { throw ValidationError("--dry-run shows what --fix would change; add --fix.") }
        if translations, shared.format.document != nil {
            throw ValidationError("--translations lists more than problems; use --format human or json with it.")
        }
        if !externalLinks, linksCache != nil || linksPrivate {
            throw ValidationError(
                "--links-cache and --links-private say how to ask other sites; add --external-links to ask them.")
        }
    }

    func run() async throws {
        var command = CheckCommand(shared.command(output: nil))
        command.checksTranslations = translations
        command.changedSince = changedSince
        if externalLinks {
            var links = ExternalLinks()
            (links.cache, links.minutes, links.asksPrivate) = (linksCache, linksMinutes, linksPrivate)
            command.externalLinks = links
        }
        if fix {
            var fixes = FixCommand(content: shared.content, options: command.build.options)
            fixes.isDryRun = dryRun
            let report = try await Console.reporting { [fixes] in try await fixes.run() }
            try Console.write(report, to: shared.format == .human ? .standardOutput : .standardError)
        }
        let outcome = try await Console.reporting { [command] in try await command.run() }
        try shared.report(outcome.build, isBuild: false, news: outcome.news)
        if let translations = outcome.translations {
            let text = translations.text(
                shared.format, prefix: ContentPath.prefix(of: shared.content), isVerbose: verbose)
            try Console.write(text, to: .standardOutput)
        }
        if outcome.build.exitCode != 0 { throw ExitCode(outcome.build.exitCode) }
    }
}

struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read markdown on standard input and write it as HTML.",
        discussion: """
            As GitHub shows it: with tables, task lists, strikethrough, footnotes, notes and addresses that become \
            links. \
            Links are not changed and [[wiki links]] stay text: there is no site to look them up in.

            Example:
              folkmoot render < content/about.md
            """)

    @Flag(name: .customLong("commonmark"), help: "Plain CommonMark 0.30, without GitHub's extensions.")
    var commonMark = false

    @Flag(
        name: .customLong("unsafe-html"), help: "Let raw HTML and all addresses through. Only for text that you trust.")
    var unsafeHTML = false

    func run() throws {
        // Invalid UTF-8 becomes U+FFFD.
        let bytes = Array(String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self).utf8)
        let options = MarkdownRenderer.Options(dialect: commonMark ? .commonMark : .gitHub, unsafeHTML: unsafeHTML)
        let rendered = MarkdownRenderer.render(bytes, from: 0, path: "(standard input)", options: options)
        var html: [UInt8] = []
        rendered.markup.append(to: &html) { .to(rendered.links[$0].destination) }
        try Console.write(
            Report.text(rendered.diagnostics, format: .human, prefix: "", source: { _ in bytes }), to: .standardError)
        try Console.write(html, to: .standardOutput)
    }
}
