/// Paths as people type them, relative to the content folder as they named it.
public enum ContentPath {
    /// The prefix with which the path of a file can be opened from where the program was started, such as `content/`.
    public static func prefix(of content: String) -> String { content.hasSuffix("/") ? content : content + "/" }

    /// Without `./`, `/` or the content folder before it.
    package static func below(_ content: String, _ path: String) -> String {
        let folder = prefix(of: content)
        let below = path.hasPrefix(folder) ? path.dropFirst(folder.count) : path[...]
        return String((below.hasPrefix("./") ? below.dropFirst(2) : below).drop { $0 == "/" })
    }
}
