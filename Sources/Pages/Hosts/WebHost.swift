/// Something that serves the site, and reads from files of it how.
public enum WebHost: String, CaseIterable, Sendable {
    case githubPages = "github-pages"
    case gitlabPages = "gitlab-pages"
    case netlify, cloudflare, nginx, apache, lighttpd, caddy, iis

    /// Names of the files that it reads, in the root of the site.
    var files: [String] {
        switch self {
        case .githubPages: [".nojekyll"]
        // It fixes types and caching, and takes a page before a redirection.
        case .gitlabPages: []
        case .netlify, .cloudflare: ["_headers", "_redirects"]
        case .nginx: [".nginx.conf"]
        case .apache: [".htaccess"]
        case .lighttpd: [".lighttpd.conf"]
        case .caddy: [".caddyfile"]
        case .iis: ["web.config"]
        }
    }

    /// What somebody has to do once, or should know; `nil` where the files are enough.
    package var advice: String? {
        switch self {
        case .githubPages, .netlify, .cloudflare, .apache, .iis: nil
        case .gitlabPages:
            "GitLab Pages reads no file that says types or how long to keep files, so none was added. Old addresses "
                + "lead on by their pages."
        case .nginx: "Name \(files[0]) with `include` in the `server` of your host. Its first lines say how."
        case .lighttpd: "Name \(files[0]) with `include` in lighttpd's configuration. Its first lines say how."
        case .caddy: "Name \(files[0]) with `import` in your Caddyfile. Its first lines say how."
        }
    }
}
