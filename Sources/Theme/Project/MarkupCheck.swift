internal import Diagnostics
internal import Text

/// Looks through the templates and SVG pictures of a project: whether they ask another host for something, and whether
/// browsers know how large a picture is.
enum MarkupCheck {
    /// - Parameter files: of a project's theme, by path.
    static func problems(_ files: [String: [UInt8]]) -> [Diagnostic] {
        files.sorted { $0.key < $1.key }.flatMap { path, bytes -> [Diagnostic] in
            if path.hasSuffix(".mustache") { return template(path, bytes) }
            let isIcon = path == icon
            return isIcon || (path.hasSuffix(".svg") && OwnAssets.name(of: path) != nil)
                ? picture(path, bytes, isIcon: isIcon) : []
        }
    }

    private static let icon = "icon.svg"

    private static func template(_ path: String, _ bytes: [UInt8]) -> [Diagnostic] {
        OtherHost.ranges(in: MarkupScan(bytes, isTemplate: true)).map { range in
            OtherHost.problem(
                at: range, bytes, in: path,
                help: Help(
                    "Pictures and fonts are files in `assets/` of the theme, written as `{{asset.NAME}}`. Styles and "
                        + "scripts are files in `components/`, which every page loads."))
        }
    }

    // MARK: Pictures

    private static func picture(_ path: String, _ bytes: [UInt8], isIcon: Bool) -> [Diagnostic] {
        let markup = MarkupScan(bytes, isTemplate: false)
        guard let svg = markup.elements.first(where: { $0.name == "svg" || $0.name.hasSuffix(":svg") }) else {
            return [
                ThemeRules.svgSize.at(
                    0..<0, in: path, "Browsers cannot show this picture: it has no element `<svg>`.")
            ]
        }
        let hosts = OtherHost.ranges(in: markup).map { range in
            OtherHost.problem(
                at: range, bytes, in: path, help: "Put it into the SVG file itself: browsers show nothing else of it.")
        }
        guard let size = size(of: svg, markup) else {
            return hosts + [
                ThemeRules.svgSize.at(
                    svg.range, in: path, "The picture does not say its size, so browsers cut it off or stretch it.",
                    help: Help(
                        "Add the width and height in which it is drawn to `<svg>`, such as",
                        paste: "viewBox=\"0 0 32 32\""))
            ]
        }
        let isSquare = max(size.width, size.height) <= min(size.width, size.height) * mostStretched
        guard isIcon, !isSquare else { return hosts }
        return hosts + [
            ThemeRules.iconShape.at(
                svg.range, in: path,
                "The icon is \(shown(size.width)) wide and \(shown(size.height)) high. It is shown in a small square, "
                    + "so little of it can be seen.",
                help: "Draw it in a square. A logo with another shape is named by `logo` in `site.yaml`.")
        ]
    }

    /// How much longer one side of the icon may be.
    private static let mostStretched = 1.25

    private static func shown(_ side: Double) -> String {
        side == side.rounded() && side < 1_000_000 ? String(Int(side)) : String(side)
    }

    /// What is drawn, or else how large it is shown.
    private static func size(of svg: MarkupScan.Element, _ markup: MarkupScan) -> (width: Double, height: Double)? {
        if let box = svg["viewbox"].map(markup.text) {
            let numbers = box.split { " ,\t\n\r".contains($0) }.prefix(5).map { Double($0) }
            guard numbers.count == 4, let width = numbers[2], let height = numbers[3], width > 0, height > 0 else {
                return nil
            }
            return (width, height)
        }
        guard let width = svg["width"].flatMap({ side(markup.text($0)) }),
            let height = svg["height"].flatMap({ side(markup.text($0)) })
        else { return nil }
        return (width, height)
    }

    /// The number of a length; a share of what is around the picture is none.
    private static func side(_ text: String) -> Double? {
        let text = text.drop { $0 == " " }
        let number = text.prefix { $0.isNumber || $0 == "." }
        guard !text.contains("%"), let side = Double(number), side > 0 else { return nil }
        return side
    }
}
