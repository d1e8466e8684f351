internal import Content
internal import Text

/// A file from which a host reads how to serve the site.
struct HostFile {
    private let rules: HostRules
    private let host: WebHost
    private let name: String

    init(_ shared: SiteRenderer, _ host: WebHost, name: String) {
        rules = HostRules(shared, atRoot: host.isAtRoot)
        self.host = host
        self.name = name
    }

    func render() -> [UInt8] {
        let text =
            switch host {
            case .githubPages, .gitlabPages: ""
            case .netlify: name == "_headers" ? netlifyHeaders : redirections(limit: nil, sign: "301!")
            // Limits of Cloudflare Pages: 100 rules for headers, 2,000 redirections to fixed addresses.
            case .cloudflare: name == "_headers" ? cloudflareHeaders : redirections(limit: 2_000, sign: "301")
            case .nginx: nginx
            case .apache: apache
            case .lighttpd: lighttpd
            case .caddy: caddy
            case .iis: iis
            }
        return Array(text.utf8)
    }

    private static let kinds = MediaType.all.sorted { $0.key < $1.key }

    private func lines(_ parts: [String]) -> String { parts.joined(separator: "\n") + "\n" }

    // MARK: Hosts that read _headers and _redirects

    private func rule(_ path: String, _ headers: [(String, String)]) -> [String] {
        [path] + headers.map { "  \($0.0): \($0.1)" }
    }

    private var general: [String] {
        rule(rules.base + "*", HostRules.headers)
            + rule(rules.base + "assets/*", [("Cache-Control", HostRules.keeps)])
    }

    /// Netlify takes a star only at the end of a path, so files are named.
    private var netlifyHeaders: String {
        lines(general + rules.feeds.flatMap { rule($0, [("Content-Type", MediaType.feed)]) })
    }

    private var cloudflareHeaders: String {
        let kinds = Self.kinds.filter {
            MediaType.isText($0.value) || ["gexf", "graphml", "webmanifest"].contains($0.key)
        }
        .flatMap { rule("\(rules.base)*.\($0.key)", [("Content-Type", MediaType.header($0.value))]) }
        return lines(general + kinds + rule(rules.base + "*feed.xml", [("Content-Type", MediaType.feed)]))
    }

    /// Both hosts handle query and section themselves: they add the requested query.
    private func redirections(limit: Int?, sign: String) -> String {
        rules.redirections.prefix(limit ?? .max).map { "\($0.from) \($0.to) \(sign)\n" }.joined()
    }

    // MARK: Servers

    private var nginx: String {
        func headers(_ cache: String, _ indent: String) -> [String] {
            (HostRules.headers + [("Cache-Control", cache)]).map { "\(indent)add_header \($0.0) \"\($0.1)\" always;" }
        }
        let types = Self.kinds.map { "        \($0.value) \($0.key);" }
        // nginx adds its charset to HTML anyway, and compresses it.
        let texts = HostRules.compressed.filter { MediaType.isText($0) && $0 != "text/html" }
        let compressed = HostRules.compressed.filter { $0 != "text/html" }
        let moved = rules.redirections.map { "    location = \($0.from) { return 301 \($0.to)$is_args$args; }" }
        return lines(
            [
                "# How nginx serves this site. Read it, and copy it to where only administrators write: anyone who may",
                "# change this file could change the server. In the `server` block of the host, whose `root` is the",
                "# folder above `\(rules.base)`, write:  include COPY;",
                "# Headers of the `server` block do not hold in this location: nginx takes those of one level alone.",
                "location \(rules.base) {",
                "    index index.html;",
                "    absolute_redirect off;",
                "    error_page 404 \(rules.base)404.html;",
                "    error_page 403 =404 \(rules.base)404.html;",
                "    default_type application/octet-stream;",
                "    types {",
            ] + types + [
                "    }",
                "    charset utf-8;",
                "    charset_types \(texts.joined(separator: " "));",
                "    gzip on;",
                "    gzip_vary on;",
                "    gzip_min_length 1000;",
                "    gzip_types \(compressed.joined(separator: " "));",
            ] + headers(HostRules.asks, "    ") + [
                "    location \(rules.base)assets/ {"
            ] + headers(HostRules.keeps, "        ") + [
                "    }",
                "    location ~ /feed\\.xml$ {",
                "        types { }",
                "        default_type \(MediaType.feed);",
            ] + headers(HostRules.asks, "        ") + ["    }"] + moved + ["}"])
    }

    private var apache: String {
        // ForceType, since Debian's Apache reads parts of a name such as `.fr.` as languages and `.gb.` as a charset.
        let types = Self.kinds.flatMap {
            ["<FilesMatch \"\\.\($0.key)$\">", "    ForceType \"\(MediaType.header($0.value))\"", "</FilesMatch>"]
        }
        let assets = "\"expr=%{REQUEST_URI} =~ m#^\(pattern(rules.base))assets/#\""
        let pages = "\"expr=!(%{REQUEST_URI} =~ m#^\(pattern(rules.base))assets/#)\""
        return lines(
            [
                "# How Apache serves this site. It needs `AllowOverride FileInfo Indexes`, and mod_headers, mod_alias",
                "# and mod_rewrite: `a2enmod headers rewrite` on Debian.",
                "DirectoryIndex index.html",
                "ErrorDocument 404 \(rules.base)404.html",
            ] + types + [
                "<FilesMatch \"^feed\\.xml$\">", "    ForceType \(MediaType.feed)", "</FilesMatch>",
                "<IfModule mod_headers.c>",
            ] + HostRules.headers.map { "    Header always set \($0.0) \"\($0.1)\"" } + [
                "    Header always set Cache-Control \"\(HostRules.keeps)\" \(assets)",
                "    Header always set Cache-Control \"\(HostRules.asks)\" \(pages)",
                "</IfModule>",
                "<IfModule mod_rewrite.c>",
                "    # A folder without a page is not listed.",
                "    RewriteEngine on",
                "    RewriteCond %{REQUEST_FILENAME} -d",
                "    RewriteCond %{REQUEST_FILENAME}/index.html !-f",
                "    RewriteRule ^ - [R=404,L]",
                "</IfModule>",
                "<IfModule mod_deflate.c>",
                "    AddOutputFilterByType DEFLATE \(HostRules.compressed.joined(separator: " "))",
                "</IfModule>",
                "<IfModule mod_alias.c>",
            ] + rules.redirections.map { "    RedirectMatch 301 ^\(pattern($0.from))$ \($0.to)" } + ["</IfModule>"])
    }

    /// A path as a regular expression.
    private func pattern(_ path: String) -> String {
        path.split(separator: ".", omittingEmptySubsequences: false).joined(separator: "\\.")
    }

    private var lighttpd: String {
        let types = Self.kinds.map { "    \".\($0.key)\" => \"\(MediaType.header($0.value))\"," }
        func headers(_ headers: [(String, String)], _ indent: String) -> [String] {
            ["\(indent)setenv.set-response-header = ("]
                + headers.map { "\(indent)    \"\($0.0)\" => \"\($0.1)\"," } + ["\(indent))"]
        }
        let moved = rules.redirections.map { "        \"^\(pattern($0.from))(?:\\?.*)?$\" => \"\($0.to)${qsa}\"," }
        return lines(
            [
                "# How lighttpd serves this site, whose folder is DOCUMENT-ROOT\(rules.base).",
                "# Read it, and copy it to where only administrators write: anyone who may change this file could",
                "# change the server. Write into the configuration:",
                "#   server.modules += ( \"mod_redirect\", \"mod_setenv\", \"mod_expire\" )",
                "#   include \"COPY\"",
                "$HTTP[\"url\"] =~ \"^\(pattern(rules.base))\" {",
                "    index-file.names = ( \"index.html\" )",
                "    mimetype.assign = (",
            ] + types.map { "    " + $0 } + [
                "        \"\" => \"application/octet-stream\"",
                "    )",
                "    $HTTP[\"url\"] =~ \"/feed\\.xml$\" { mimetype.assign = ( \".xml\" => \"\(MediaType.feed)\" ) }",
                "    url.redirect-code = 301",
                "    url.redirect = (",
            ] + moved + ["    )"] + headers(HostRules.headers + [("Cache-Control", HostRules.asks)], "    ") + [
                "    $HTTP[\"url\"] =~ \"^\(pattern(rules.base))assets/\" {",
                "        # Not by setenv, which would keep an answer that nothing is there too.",
                "        expire.url = ( \"\" => \"access plus 365 days\" )",
            ] + headers(HostRules.headers, "        ") + [
                "    }",
                "}",
                "# The page for wrong addresses comes with their status only by this setting of the whole host, which",
                "# takes the page whose name is the status: DOCUMENT-ROOT\(rules.base)404.html",
                "server.errorfile-prefix = server.document-root + \"\(rules.base)\"",
            ])
    }

    private var caddy: String {
        let types = Self.kinds.flatMap {
            [
                "@\($0.key) {", "    path *.\($0.key)", "    not path */feed.xml", "}",
                "header @\($0.key) Content-Type \"\(MediaType.header($0.value))\"",
            ]
        }
        let moved =
            rules.redirections.isEmpty
            ? []
            : ["map {path} {folkmoot_moved} {"] + rules.redirections.map { "    \($0.from) \($0.to)" } + [
                "    default \"\"", "}",
                "@movedWithQuery expression {folkmoot_moved} != \"\" && {query} != \"\"",
                "redir @movedWithQuery {folkmoot_moved}?{query} 301",
                "@moved expression {folkmoot_moved} != \"\"",
                "redir @moved {folkmoot_moved} 301",
            ]
        return lines(
            [
                "# How Caddy serves this site. Read it, and copy it to where only administrators write: anyone who may",
                "# change this file could change the server. In the block of the host, whose `root` is the folder",
                "# above `\(rules.base)`, write:",
                "#   import COPY",
                "handle \(rules.base)* {",
            ]
                + (types + [
                    "@pages path */",
                    "header @pages Content-Type \"\(MediaType.header("text/html"))\"",
                    "@feeds path */feed.xml",
                    "header @feeds Content-Type \(MediaType.feed)",
                ] + HostRules.headers.map { "header \($0.0) \"\($0.1)\"" } + [
                    "@asks not path \(rules.base)assets/*",
                    "header @asks Cache-Control \(HostRules.asks)",
                    "header \(rules.base)assets/* Cache-Control \"\(HostRules.keeps)\"",
                    "encode gzip",
                ] + moved + ["file_server"]).map { "    " + $0 } + [
                    "}",
                    "handle_errors {",
                    "    @missing expression {http.error.status_code} == 404 && {path}.startsWith(\"\(rules.base)\")",
                    "    handle @missing {",
                    "        rewrite * \(rules.base)404.html",
                    "        header Content-Type \"\(MediaType.header("text/html"))\"",
                    "        header Cache-Control \(HostRules.asks)",
                    "        file_server",
                    "    }",
                    "}",
                ])
    }

    /// According to its documentation, redirects would need a module that IIS lacks, so the pages at old addresses
    /// redirect.
    private var iis: String {
        let types = Self.kinds.flatMap {
            [
                "      <remove fileExtension=\".\($0.key)\" />",
                "      <mimeMap fileExtension=\".\($0.key)\" mimeType=\"\(MediaType.header($0.value))\" />",
            ]
        }
        return lines(
            [
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
                "<configuration>",
                "  <system.webServer>",
                "    <defaultDocument>", "      <files>", "        <clear />", "        <add value=\"index.html\" />",
                "      </files>", "    </defaultDocument>",
                "    <staticContent>",
            ] + types + [
                "    </staticContent>",
                "    <httpProtocol>", "      <customHeaders>",
            ]
                + (HostRules.headers + [("Cache-Control", HostRules.asks)]).flatMap {
                    [
                        "        <remove name=\"\($0.0)\" />",
                        "        <add name=\"\($0.0)\" value=\"\(HTMLEscape.text($0.1))\" />",
                    ]
                } + [
                    "      </customHeaders>", "    </httpProtocol>",
                    "    <httpErrors errorMode=\"Custom\">",
                    "      <remove statusCode=\"404\" />",
                    "      <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />",
                    "    </httpErrors>",
                    "  </system.webServer>",
                    "  <location path=\"assets\">",
                    "    <system.webServer>", "      <httpProtocol>", "        <customHeaders>",
                    "          <remove name=\"Cache-Control\" />",
                    "          <add name=\"Cache-Control\" value=\"\(HostRules.keeps)\" />",
                    "        </customHeaders>", "      </httpProtocol>", "    </system.webServer>",
                    "  </location>",
                    "</configuration>",
                ])
    }
}
