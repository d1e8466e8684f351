/// Types of files, by the text after the last dot of a name, in lower case.
package enum FileType {
    /// Pictures that are published.
    package static let pictures = ["png", "jpg", "jpeg", "gif", "webp", "avif"]
    /// Other types that are published: a browser shows or saves them, and never runs them.
    package static let others = [
        "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "txt", "csv", "ics", "mp3", "ogg", "mp4", "webm", "vtt",
    ]

    /// - Returns: `nil` for a name without a dot.
    package static func of(_ path: String) -> String? {
        path.lastIndex(of: ".").map { path[path.index(after: $0)...].lowercased() }
    }
}
