public import Diagnostics

/// Rules for the files of a content folder that apply before anything in them is read.
///
/// Links, permissions and sizes cannot be written as a dictionary of texts: where `bad` is empty, the tests of
/// `ContentReader` hold the bad example.
public enum DiskRules {
    public static let all: [Rule] = [
        symlinkOutside, folderTwice, unreadable, badName, nameTwice, assetType, tooLarge, tooMany, tooDeep,
    ]

    private static let site = ["site.yaml": "title: Example handbook\n", "index.md": "# Example handbook\n"]

    static let symlinkOutside = Rule(
        "symlink-outside", .error,
        "A symbolic link leads to a file or folder inside the content folder, and to none that is hidden.",
        bad: [:], good: site)

    static let folderTwice = Rule(
        "folder-twice", .warning,
        "A folder is reached by one path only: a symbolic link to a folder that is read anyway is left out.",
        bad: [:], good: site)

    static let unreadable = Rule(
        "unreadable-file", .error,
        "Every file and folder of the content can be read.",
        bad: [:], good: site)

    static let badName = Rule(
        "bad-name-on-disk", .error,
        "The name of a file or folder is UTF-8 text without control characters.",
        bad: site.merging(["resources/notes\u{7}.md": "# Notes\n"]) { $1 },
        good: site.merging(["resources/notes.md": "# Notes\n"]) { $1 })

    static let nameTwice = Rule(
        "name-twice", .error,
        "Two files do not have names that differ only in capitals or in how accents are written.",
        bad: site.merging(["handbook/Plan.pdf": "%PDF-1", "handbook/plan.pdf": "%PDF-2"]) { $1 },
        good: site.merging(["handbook/plan-1.pdf": "%PDF-1", "handbook/plan-2.pdf": "%PDF-2"]) { $1 })

    package static let assetType = Rule(
        "asset-type", .warning,
        "Images are png, jpg, jpeg, gif, webp or avif; documents, sound and film are of a type that no browser runs.",
        bad: site.merging(["logo.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"]) { $1 },
        good: site.merging(["times.csv": "day,time\n"]) { $1 })

    static let tooLarge = Rule(
        "file-too-large", .error,
        "A page is at most 8 MiB.",
        bad: [:], good: site)

    static let tooMany = Rule(
        "too-many-files", .error,
        "A handbook has at most 500,000 files.",
        bad: [:], good: site)

    static let tooDeep = Rule(
        "path-too-long", .error,
        "A path has at most 1,000 bytes and 40 folders.",
        bad: site.merging(["resources/" + String(repeating: "deep/", count: 41) + "a.md": "# A\n"]) { $1 },
        good: site.merging(["resources/" + String(repeating: "deep/", count: 3) + "a.md": "# A\n"]) { $1 })
}
