internal import Content
internal import Diagnostics
internal import Markdown
internal import Text

/// Files that a text puts in brackets as if they were pages, and pages that it would put in their place.
extension BodyLinker {
    /// `![[board.png]]` or `[[plan.pdf]]`; `nil` where neither such a file is there nor the name is one of a file.
    func fileInBrackets(_ link: Link, _ url: LinkPath, from path: String) -> Finding? {
        let found = asset(named: LinkPath.decoded(url.path), from: path)
        guard found != nil || FileName.isAsset(url.path) else { return nil }
        let isPicture = link.isEmbedding && FileName.isPicture(found ?? url.path)
        let label = FileName.isSize(link.text) ? "" : link.text
        let name = url.path.split(separator: "/").last.map(String.init) ?? url.path
        let relative = found.map { NameIndex.relative($0, from: path) } ?? url.path
        let target = MarkdownAddress.of(file: relative, suffix: isPicture ? "" : url.suffix)
        let text = label.isEmpty ? name : label
        let paste = isPicture ? "![\(label.isEmpty ? "…" : label)](\(target))" : "[\(text)](\(target))"
        let made = isPicture ? "![\(label)](\(target))" : paste
        let replacement = found == nil ? nil : link.whole.map { Replacement(range: $0, text: made) }
        let what =
            isPicture ? "a picture, not a page, so it is not shown" : "a file, not a page, so there is no link to it"
        let lack = found == nil ? " There is no file with that name, or there are several." : ""
        return .problem { link, path in
            SiteRules.fileInBrackets.at(
                link.whole ?? link.range, in: path,
                "`\(name)` is \(what).\(lack)",
                help: Help(
                    isPicture ? "Say between the brackets what it shows:" : "Write its path in parentheses:",
                    paste: paste, replacement: replacement))
        }
    }

    /// A copied file by its path, from here or from the content folder, or by its name where only one has it.
    private func asset(named name: String, from path: String) -> String? {
        let paths = [name, "/" + name].compactMap { LinkPath(MarkdownAddress.escaped($0)).resolved(from: path) }
        if let found = paths.lazy.compactMap({ index.asset(at: $0) }).first { return found }
        return name.contains("/") ? nil : index.names.onlyFile(named: name).flatMap { index.asset(at: $0) }
    }

    /// `![[note]]`, which other programs put in its place.
    mutating func reportEmbedded(_ link: Link, in path: String) {
        let bracketed = link.text.isEmpty ? link.destination : "\(link.destination)|\(link.text)"
        // A part of a page is more than a link to it.
        let mark = link.destination.contains("#") ? nil : link.whole.map { $0.lowerBound..<$0.lowerBound + 1 }
        problems.append(
            SiteRules.embeddedPage.at(
                link.whole ?? link.range, in: path,
                "The text of `\(link.destination)` is not put here: readers get a link to it.",
                help: Help(
                    "Write the link, or the text itself:", paste: "[[\(bracketed)]]",
                    replacement: mark.map { Replacement(range: $0, text: "") })))
    }
}

extension NameIndex {
    /// The path of the file that has a name, if only one has.
    fileprivate func onlyFile(named name: String) -> String? {
        let found = files(named: name)
        return found.count == 1 ? found[0] : nil
    }
}

/// What a file's name says, also of types that are not published.
private enum FileName {
    private static let pictures = Set(FileType.pictures + ["svg", "bmp", "tif", "tiff", "heic"])
    private static let others = Set(
        FileType.others + ["doc", "xls", "ppt", "m4a", "wav", "mov", "zip", "canvas"])

    static func isPicture(_ path: String) -> Bool { FileType.of(path).map(pictures.contains) ?? false }

    static func isAsset(_ path: String) -> Bool { isPicture(path) || FileType.of(path).map(others.contains) ?? false }

    /// `300` or `300x200`, which Obsidian has in the place of a text.
    static func isSize(_ label: String) -> Bool {
        label.first?.isNumber == true && label.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "x") }
    }
}
