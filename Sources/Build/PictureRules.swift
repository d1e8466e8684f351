package import Diagnostics
internal import Pictures
internal import Text

/// Rules for pictures, so that their pages load fast and reveal nothing about who took them.
package enum PictureRules {
    package static let all = [leftOut, large]

    static let leftOut = Rule(
        "picture-left-out", .warning,
        "A picture is complete, and its notes of place and camera can be left out of the published copy; a "
            + "film does not say where it was made.",
        bad: page(["resources/board.png": "Not a picture.\n"]),
        good: page(["resources/board.png": ExamplePicture.gif]))

    static let large = Rule(
        "large-picture", .warning, "A picture has at most 2 MB.",
        bad: page(["resources/board.png": ExamplePicture.gif(bytes: mostBytes + 1)]),
        good: page(["resources/board.png": ExamplePicture.gif]))

    /// Ten seconds at 1.6 million bits a second, which is what browsers' own tools take for a slow phone. A photo that
    /// fills a large screen, of 1,600 pixels, has less than half of it.
    static let mostBytes = 2_000_000
    private static let bytesPerSecond = 200_000

    private static func page(_ others: [String: String]) -> [String: String] {
        others.merging(["resources/a.md": "---\ntitle: A\n---\n\n![The board](board.png)\n"]) { $1 }
    }

    static func leftOut(_ path: String, _ flaw: PictureFlaw) -> Diagnostic {
        let (reason, help) = words(for: flaw)
        return leftOut.at(0..<0, in: path, "`\(path)` is left out: \(reason).", help: help)
    }

    static func words(for flaw: PictureFlaw) -> (reason: String, help: Help) {
        switch flaw {
        case .empty: ("it is empty", "Save the picture again.")
        case .endsEarly:
            (
                "it ends before the picture is complete",
                "It was probably cut off on its way here. Get it again from where it came."
            )
        case .broken, .tooManyParts:
            (
                "it is damaged, so its camera's notes cannot be separated from the picture",
                "Open it in an image editor and save it again as JPEG, PNG or WebP."
            )
        case .saysLocation:
            (
                "the film says where it was made",
                Help(
                    "On a phone, turn the place off in the options before you share it. Or make a copy without it: "
                        + "`ffmpeg -i film.mp4 -map_metadata -1 -c copy copy.mp4`.")
            )
        case .otherFormat(let format):
            ("whatever its name says, it is \(format)", advice(for: format))
        case .keepsNotes:
            (
                "it holds notes that cannot be removed from this format, perhaps on the place and the camera",
                "Save it without them, or as JPEG, PNG or WebP, which are published without them."
            )
        }
    }

    private static func advice(for format: String) -> Help {
        format.contains("Git LFS")
            ? Help("Fetch it with `git lfs pull`. If a service builds the site, set it up to fetch the file too.")
            : Help(
                "Open it in an image editor and export it as JPEG, PNG or WebP. Changing the end of its name "
                    + "does not change what a file is.")
    }

    /// - Parameters:
    ///   - size: as far as known.
    ///   - start: the first bytes.
    static func large(_ path: String, bytes: Int, _ size: ImageSize?, start: [UInt8]) -> Diagnostic {
        let sides = size.map { " and \($0.width) × \($0.height) pixels" } ?? ""
        return large.at(
            0..<0, in: path,
            "`\(path)` has \(megabytes(bytes)) MB\(sides): over a slow connection it takes about "
                + "\(bytes / bytesPerSecond) seconds to show.",
            help: start.starts(with: "GIF".utf8) ? animationAdvice : pictureAdvice)
    }

    private static let pictureAdvice = Help(
        "Make it 1600 pixels wide at most and save it as JPEG or WebP: in Photos on Windows with Resize, in Preview on "
            + "a Mac with Adjust Size in the menu Tools, or with `magick photo.jpg -resize 1600x1600 small.jpg`.")
    private static let animationAdvice: Help =
        "Make the animation smaller or shorter, or save it as a film (mp4) and link to that."

    /// With one decimal, rounded up.
    private static func megabytes(_ bytes: Int) -> String {
        let tenths = (bytes + 99_999) / 100_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}
