/// The media types of files (RFC 6838), by the text after the last dot of a name, in lower case.
package enum MediaType {
    /// Without the charset. Debian's list of types has no `gexf` and `graphml`, and nginx's no `ics`, `csv` and `md`.
    package static let all = [
        "html": "text/html", "css": "text/css", "js": "text/javascript", "txt": "text/plain", "csv": "text/csv",
        "md": "text/markdown", "ics": "text/calendar", "vtt": "text/vtt", "json": "application/json",
        "xml": "application/xml", "gexf": "application/gexf+xml", "graphml": "application/graphml+xml",
        "svg": "image/svg+xml", "webmanifest": "application/manifest+json",
        "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
        "avif": "image/avif", "ico": "image/x-icon", "woff2": "font/woff2",
        "pdf": "application/pdf", "mp3": "audio/mpeg", "ogg": "audio/ogg", "mp4": "video/mp4", "webm": "video/webm",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "odt": "application/vnd.oasis.opendocument.text", "ods": "application/vnd.oasis.opendocument.spreadsheet",
        "odp": "application/vnd.oasis.opendocument.presentation",
    ]
    /// The type of a file whose name says less than its content: a feed.
    package static let feed = "application/atom+xml"

    /// Whether a file of the type is read by its charset. JSON and XML state it themselves (RFC 8259, XML 1.0).
    package static func isText(_ type: String) -> Bool { type.hasPrefix("text/") }

    /// The type as written in a header.
    package static func header(_ type: String) -> String { isText(type) ? type + "; charset=utf-8" : type }

    /// The header for a file; that of unknown bytes if its type is not known.
    package static func ofFile(_ path: String) -> String {
        FileType.of(path).flatMap { all[$0] }.map(header) ?? "application/octet-stream"
    }
}
