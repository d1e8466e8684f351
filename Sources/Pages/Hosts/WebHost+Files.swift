package import Content

extension WebHost {
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

    /// What somebody has to do once, or should know; empty where the files are enough.
    ///
    /// - Parameter baseURL: that of the site.
    package func advice(for baseURL: String?) -> [String] {
        guard fits(baseURL) else {
            return [
                "The path of `base_url` has characters that the file for \(rawValue) could not hold as they are, so "
                    + "none was added."
            ]
        }
        let isForRoot = baseURL == nil && !isAtRoot && self != .gitlabPages
        return [own].compactMap { $0 }
            + (isForRoot
                ? ["There is no `base_url`, so the file for \(rawValue) is for a site in the root of its host."] : [])
    }

    /// Whether it reads its files only in the root of what is sent to it.
    var isAtRoot: Bool { self == .netlify || self == .cloudflare || self == .githubPages }

    /// Whether its files can name the path of the site.
    func fits(_ baseURL: String?) -> Bool { isAtRoot || HostRules.base(of: baseURL) != nil }

    private var own: String? {
        switch self {
        case .githubPages, .netlify, .cloudflare, .apache, .iis: nil
        case .gitlabPages:
            "GitLab Pages reads no file that says types or how long to keep files, so none was added. Old addresses "
                + "redirect readers with their pages."
        case .nginx, .lighttpd, .caddy:
            "\(files[0]) is for the configuration of \(rawValue). Its first lines say how to use it."
        }
    }
}
