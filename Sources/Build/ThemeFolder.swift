internal import Content
internal import Diagnostics
internal import Disk
package import Site
internal import Text
package import Theme

/// Reads a project's theme: files that shadow those of the default theme.
///
/// Templates are as powerful as a program, so people who may write content may not write templates. Therefore
/// `site.yaml` only names a folder below `themes/`; a path comes only from the command line.
package struct ThemeFolder {
    /// What a theme may hold; all far above what one needs, so that a wrong folder is noticed before it is read.
    struct Limits {
        var files = 2_000
        var fileSize = 4 << 20
        var totalSize = 16 << 20
        /// Files of any type, and folders.
        var entries = 20_000
    }

    package static let `default` = "default"
    package static let home = "themes"
    /// The name of a theme that is made for a language.
    package static let forLanguages = "site"
    private static let types: Set<Substring> = ["mustache", "css", "js", "svg", "yaml"]
    /// The types of files that are there for theme authors.
    private static let notes: Set<Substring> = ["md", "txt"]

    /// As the user wrote it.
    private let shown: String
    /// The folder as a real path.
    let root: String
    private let folder: OpenFolder
    private let limits: Limits

    /// The theme of a site; the program's own if that has errors, so that callers that only need its words have some.
    ///
    /// - Throws: `BuildError` when there is no such folder, or it cannot be used.
    package static func theme(of site: SiteGraph, content: String) throws -> CompiledTheme {
        let setting = site.settings.theme?.value
        return try load(flag: nil, setting: setting, content: content, languages: site.languages).theme
            ?? CompiledTheme()
    }

    /// - Parameters:
    ///   - flag: what the command names: `default`, the path of a folder, or the name of one below `themes/`.
    ///   - setting: what `site.yaml` names, when the command names nothing; a name as `isName` has it.
    ///   - content: the content folder, in which no theme may be.
    ///   - languages: those of the site.
    ///   - named: files of the theme that the settings name.
    /// - Throws: `BuildError` when there is no such folder, or it cannot be used.
    package static func load(
        flag: String?, setting: String?, content: String, languages: [String], named: [String] = []
    ) throws -> LoadedTheme {
        let name = flag ?? setting ?? Self.default
        if name == Self.default { return try LoadedTheme() }
        if flag == nil, !isName(name) {
            throw BuildError(
                "cannot use the theme `\(name)`: `site.yaml` takes only the name of a folder below `\(home)/`.")
        }
        let isPath = flag != nil && name.contains("/")
        let usual = folders(of: name, content: content)
        let candidates = isPath ? [name] : flag != nil ? usual + [name] : usual
        guard let path = candidates.first(where: isFolder) else {
            throw BuildError(
                "There is no theme `\(name)`: looked for the folder "
                    + "\(candidates.map { "`\($0)`" }.joined(separator: " and "))."
            )
        }
        return try LoadedTheme(
            ThemeFolder(path, content: content, mayBeLink: flag != nil), shown: path, languages: languages,
            named: named)
    }

    /// Where a theme of that name may be: below `themes/` beside the content folder, or where the program was started.
    private static func folders(of name: String, content: String) -> [String] {
        let beside = folder(of: name, content: content)
        return beside == "\(home)/\(name)" ? [beside] : [beside, "\(home)/\(name)"]
    }

    /// The folder of a theme of that name beside the content folder; the name itself where it is a path.
    package static func folder(of name: String, content: String) -> String {
        if name.contains("/") { return name }
        let parts = content.split(separator: "/", omittingEmptySubsequences: true)
        let isNamed = parts.last.map { $0 != "." && $0 != ".." } ?? false
        let parent = isNamed ? parts.dropLast().joined(separator: "/") : content + "/.."
        let start = content.hasPrefix("/") && isNamed ? "/" : ""
        return start + (parent.isEmpty ? "" : parent + "/") + "\(home)/\(name)"
    }

    /// The themes that settings could name, that of the interface's languages first.
    static func names(content: String) -> [String] {
        let names = folders(of: "", content: content).flatMap { home in
            ((try? OpenFolder(home).names()) ?? []).map { String(decoding: $0, as: UTF8.self) }.filter { name in
                isName(name) && name != Self.default && isFolder(home + name)
            }
        }
        return Set(names).sorted { ($0 == forLanguages ? "" : $0) < ($1 == forLanguages ? "" : $1) }
    }

    /// The path of a theme's file of words for a language, from where the program was started; `nil` where there is
    /// none.
    static func words(_ language: String, ofTheme name: String, content: String) -> String? {
        folders(of: name, content: content).map { "\($0)/i18n/\(language).yaml" }.first(where: FileFacts.exists)
    }

    /// What is wrong with the name that `site.yaml` has, as far as that can be seen without opening the folder.
    static func problem(with setting: Located<String>?, content: String) -> Diagnostic? {
        guard let setting, setting.value != Self.default, isName(setting.value) else { return nil }
        let folders = folders(of: setting.value, content: content)
        guard !folders.contains(where: isFolder) else { return nil }
        let others = (try? OpenFolder(home).names().map { String(decoding: $0, as: UTF8.self) }) ?? []
        return BuildRules.themeMissing.at(
            setting.range, in: "site.yaml",
            "There is no theme `\(setting.value)`: looked for the folder "
                + folders.map { "`\($0)`" }.joined(separator: " and ") + "."
                + NearestMatch.hint(setting.value, among: others.sorted()),
            help: "`folkmoot new theme \(setting.value)` makes one.")
    }

    private static func isFolder(_ path: String) -> Bool {
        ((try? FileFacts.at(path, following: true)) ?? nil)?.kind == .folder
    }

    /// Whether `site.yaml` may use this name for a theme: lower-case letters, digits and hyphens.
    package static func isName(_ name: String) -> Bool {
        name.utf8.count <= 100 && name.utf8.first.map { $0 != UInt8(ascii: "-") } ?? false
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    /// - Parameter mayBeLink: whether the folder itself may be a link to elsewhere.
    init(_ path: String, content: String, mayBeLink: Bool = true, limits: Limits = Limits()) throws(BuildError) {
        shown = path
        self.limits = limits
        let reason: String?
        do throws(SystemFailure) {
            root = try RealPath.following(path)
            folder = try OpenFolder(root)
            let isLink = try FileFacts.at(path)?.kind == .link
            reason =
                isLink && !mayBeLink
                ? "it is a link; only --theme takes one" : try Self.refusal(of: root, content: content)
        } catch {
            throw BuildError("cannot read the theme `\(path)`: \(error).")
        }
        if let reason { throw BuildError("cannot use the theme `\(path)`: \(reason).") }
    }

    /// People who may write content may not write templates. Folders are compared by identity, not by name.
    private static func refusal(of root: String, content: String) throws(SystemFailure) -> String? {
        let own = try RealPath(root).chain()
        let other = try RealPath(content).chain()
        if let identity = other.first?.identity, own.contains(where: { $0.identity == identity }) {
            return "it is in the content folder"
        }
        if let identity = own.first?.identity, other.contains(where: { $0.identity == identity }) {
            return "the content folder is in it"
        }
        return nil
    }

    /// Files by path below the folder, and the paths of those whose type no theme has. Skips names that start with `.`,
    /// and notes for theme authors.
    func read() throws(BuildError) -> (files: [String: [UInt8]], passedOver: [String]) {
        var files: [String: [UInt8]] = [:]
        var passedOver: [String] = []
        var size = 0
        var entries = 0
        var folders = [""]
        while let parent = folders.popLast() {
            for name in try names(in: parent) where !name.hasPrefix(".") {
                entries += 1
                if entries > limits.entries {
                    throw BuildError(
                        "The theme `\(shown)` holds more than \(limits.entries) files and folders: is it the right "
                            + "folder?"
                    )
                }
                let path = parent.isEmpty ? name : "\(parent)/\(name)"
                guard let facts = try facts(of: path) else { continue }
                if facts.kind == .folder {
                    folders.append(path)
                    continue
                }
                guard let dot = name.lastIndex(of: ".") else { continue }
                let type = name[name.index(after: dot)...]
                guard Self.types.contains(type) || CompiledTheme.isAsset(path) else {
                    if !Self.notes.contains(type) { passedOver.append(path) }
                    continue
                }
                files[path] = try read(path)
                size += files[path]!.count
                if files.count > limits.files {
                    throw BuildError("The theme `\(shown)` has more than \(limits.files) files.")
                }
                if size > limits.totalSize {
                    throw BuildError(
                        "The files of the theme `\(shown)` have more than \(limits.totalSize >> 20) MiB together.")
                }
            }
        }
        return (files, passedOver)
    }

    private func names(in path: String) throws(BuildError) -> [String] {
        do throws(SystemFailure) {
            let open = try OpenFolder(path.isEmpty ? "." : path, in: folder.descriptor, following: false)
            return try open.names().map { String(decoding: $0, as: UTF8.self) }
        } catch { throw unreadable(path, error) }
    }

    private func facts(of path: String) throws(BuildError) -> FileFacts? {
        do throws(SystemFailure) { return try folder.facts(of: path) } catch { throw unreadable(path, error) }
    }

    /// Follows a link only to a file of the theme.
    private func read(_ path: String) throws(BuildError) -> [UInt8] {
        let base = root == "/" ? "/" : root + "/"
        let reason: String
        do throws(SystemFailure) {
            let real = try RealPath.following(base + path)
            let below = real.utf8.dropFirst(base.utf8.count).split(separator: UInt8(ascii: "/"))
            if !real.utf8.starts(with: base.utf8) {
                reason = "it is a link that leads out of the theme"
            } else if below.contains(where: { $0.first == UInt8(ascii: ".") }) {
                reason = "it is a link to a hidden file"
            } else {
                let file = try OpenFile(reading: real, following: false)
                let facts = try file.facts()
                if facts.kind == .file, facts.size <= limits.fileSize { return try file.bytes(upTo: facts.size) }
                reason = facts.kind == .file ? "it is larger than \(limits.fileSize >> 20) MiB" : "it is not a file"
            }
        } catch { throw unreadable(path, error) }
        throw BuildError("The theme's file `\(shown)/\(path)` cannot be used: \(reason).")
    }

    private func unreadable(_ path: String, _ failure: SystemFailure) -> BuildError {
        BuildError("The theme's file `\(shown)/\(path)` cannot be read: \(failure).")
    }
}
