internal import Diagnostics
internal import Text

/// The words for what can be wrong with a file of the content folder.
extension Diagnostic {
    static func unreadable(_ path: String, _ failure: SystemFailure) -> Diagnostic {
        DiskRules.unreadable.at(0..<0, in: path, "`\(path)` cannot be read: \(failure).")
    }

    static func notAFile(_ path: String) -> Diagnostic {
        DiskRules.unreadable.at(
            0..<0, in: path,
            "`\(path)` cannot be read: it is neither a file nor a folder, but a pipe, socket or device.")
    }

    static func tooLarge(_ path: String, limits: ContentLimits) -> Diagnostic {
        DiskRules.tooLarge.at(
            0..<0, in: path, "`\(path)` is too large: a page has at most \(limits.documentSize) bytes.",
            help: "Split it into several pages.")
    }

    static func outside(_ path: String) -> Diagnostic {
        DiskRules.symlinkOutside.at(
            0..<0, in: path, "`\(path)` is a link that leads out of the content folder, and is left out.",
            help: "Put a copy of the file here.")
    }

    static func hidden(_ path: String) -> Diagnostic {
        DiskRules.symlinkOutside.at(
            0..<0, in: path, "`\(path)` is a link to something hidden (a name that starts with `.`), and is left out.",
            help: "Put a copy of the file here, if all may read it.")
    }

    static func otherType(_ path: String) -> Diagnostic {
        DiskRules.assetType.at(
            0..<0, in: path, "`\(path)` is a link to a file of another type, and is left out.",
            help: "Give the link's name the same ending as the file's own name.")
    }

    static func twice(_ path: String) -> Diagnostic {
        DiskRules.folderTwice.at(
            0..<0, in: path, "`\(path)` leads to a folder that is read under its own name already, and is left out.")
    }

    static func nameTwice(_ path: String, besides other: String) -> Diagnostic {
        let isCase = path.lowercased().utf8.elementsEqual(other.lowercased().utf8)
        let how = isCase ? "but for capitals" : "but for how its accents are written"
        return DiskRules.nameTwice.at(
            0..<0, in: path,
            "`\(path)` has the same name as `\(other)` \(how), so it is left out: many computers and servers take them "
                + "for one file.",
            help: isCase
                ? "Rename one of them, or delete it if they are the same."
                : "One was probably added on a Mac, the other on a PC. Delete one, or rename it if they differ.")
    }

    static func badName(_ path: String) -> Diagnostic {
        DiskRules.badName.at(
            0..<0, in: path, "`\(path)` is left out: a name must be UTF-8 text without control characters.",
            help: "Rename it.")
    }

    static func assetType(_ path: String, help: Help?) -> Diagnostic {
        let images = FileType.pictures.dropLast().joined(separator: ", ")
        return DiskRules.assetType.at(
            0..<0, in: path,
            "`\(path)` is left out: an image must be \(images) or \(FileType.pictures.last!), any other file one of "
                + "\(FileType.others.joined(separator: ", ")). Only a theme may have files of other types.",
            help: help)
    }

    static func tooMany(_ path: String, limits: ContentLimits) -> Diagnostic {
        DiskRules.tooMany.at(
            0..<0, in: path,
            "`\(path)` and all files after it are left out: a handbook has at most \(limits.files) files.",
            help: "Move files that are not part of the handbook out of its folder.")
    }

    static func tooDeep(_ path: String, limits: ContentLimits) -> Diagnostic {
        DiskRules.tooDeep.at(
            0..<0, in: path,
            "`\(path)` is left out: a path has at most \(limits.pathLength) bytes and \(limits.depth) folders.")
    }
}
