internal import Text

/// Puts a label beside each circle where it covers no other label and is near no other circle; those that find no room
/// are shown only on hover and focus. Greedy, the most important first (Christensen, Marks and Shieber, 1995, call it
/// the baseline; it is within a few per cent of the others on maps of this size, and the same map gets the same
/// labels).
package struct LabelPlacement {
    package struct Label {
        /// One line or more.
        package var lines: [String]
        /// The text's anchor point; baseline of the first line.
        package var x: Double
        package var y: Double
        /// `start`, `middle` or `end`, as SVG's `text-anchor`.
        package var anchor: String
        /// No position was free.
        package var isHidden: Bool
    }

    package struct Circle {
        package var x: Double
        package var y: Double
        package var r: Double

        package init(x: Double, y: Double, r: Double) { (self.x, self.y, self.r) = (x, y, r) }

        var box: Box { Box(left: x - r, top: y - r, right: x + r, bottom: y + r) }
    }

    struct Box: Equatable {
        var left: Double, top: Double, right: Double, bottom: Double

        func meets(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }

        func grown(by margin: Double) -> Box {
            Box(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
        }
    }

    /// How text is set.
    package struct Style {
        /// Of the font, in the picture's pixels.
        var size: Double
        /// Of one line.
        var width: Double

        package init(size: Double, width: Double) { (self.size, self.width) = (size, width) }

        package var lineHeight: Double { size * 1.15 }

        /// On a screen as wide as the picture.
        package static let wide = Style(size: 13, width: 150)
        package static let cluster = Style(size: 15, width: 400)
    }

    private let size: (width: Double, height: Double)
    /// Labels and titles that have a position.
    private var taken = BoxGrid()
    private let circles: [Circle]
    private var boxes = BoxGrid()
    /// So many of the most important may cover the edge of a circle where they find no other position.
    private static let first = 16

    /// - Parameter size: of the picture.
    package init(_ circles: [Circle], size: (width: Double, height: Double)) {
        self.circles = circles
        self.size = size
        for (index, circle) in circles.enumerated() { boxes.insert(circle.box, number: index) }
    }

    /// - Parameters:
    ///   - texts: one a circle.
    ///   - importance: indexes of circles, those that must have a label first.
    /// - Returns: one label for each circle.
    package mutating func labels(_ texts: [String], importance: [Int], style: Style) -> [Label] {
        var labels = zip(circles, texts).map {
            Label(
                lines: LabelText.lines($1, style: style), x: $0.x, y: $0.y + $0.r + style.size + 1, anchor: "middle",
                isHidden: true)
        }
        for (rank, index) in importance.enumerated() {
            // So near to no other circle that it could be its name.
            let free = fit(texts[index], beside: index, style) { near($0, style.size * 0.45, except: index) }
            let found =
                free
                ?? (rank < Self.first
                    ? fit(texts[index], beside: index, style) { covers($0, except: index) } : nil)
            guard let found else { continue }
            labels[index] = found.label
            taken.insert(found.box)
        }
        return labels
    }

    /// Whether a box comes nearer to a circle than it may.
    private func near(_ box: Box, _ distance: Double, except own: Int) -> Bool {
        boxes.meets(box.grown(by: distance)) { number in
            number != own && Self.distance(box, circles[number]) < circles[number].r + distance
        }
    }

    /// Whether a box covers the middle of a circle.
    private func covers(_ box: Box, except own: Int) -> Bool {
        boxes.meets(box.grown(by: 3)) { number in number != own && Self.distance(box, circles[number]) < 3 }
    }

    private static func distance(_ box: Box, _ circle: Circle) -> Double {
        let dx = max(box.left - circle.x, 0, circle.x - box.right)
        let dy = max(box.top - circle.y, 0, circle.y - box.bottom)
        return (dx * dx + dy * dy).squareRoot()
    }

    /// In two lines where there is room, else in up to three short ones.
    private func fit(_ text: String, beside index: Int, _ style: Style, isTaken: (Box) -> Bool) -> (
        label: Label, box: Box
    )? {
        for (share, most) in [(1, 2), (0.65, 3), (0.5, 3)] {
            let narrow = Style(size: style.size, width: style.width * share)
            let lines = LabelText.lines(text, style: narrow, most: most)
            let wide = lines.map { LabelText.width(of: $0, size: style.size) }.max() ?? 0
            for label in Self.candidates(beside: circles[index], lines, style) {
                let box = Self.box(of: label, width: wide, style)
                guard isInside(box), !taken.meets(box.grown(by: style.size / 6)), !isTaken(box) else { continue }
                return (label, box)
            }
        }
        return nil
    }

    /// A line of text around a point, where nothing is yet.
    ///
    /// - Parameter points: where it may be, the best first: the middle of its baseline.
    /// - Returns: the first that is free.
    package mutating func title(_ text: String, at points: [(x: Double, y: Double)], style: Style) -> (
        x: Double, y: Double
    )? {
        let width = LabelText.width(of: text, size: style.size) * 1.1
        for point in points {
            let label = Label(
                lines: [text], x: min(max(point.x, width / 2 + 6), size.width - width / 2 - 6), y: point.y,
                anchor: "middle", isHidden: false)
            let box = Self.box(of: label, width: width, style)
            guard isInside(box), !taken.meets(box.grown(by: 3)), !boxes.meets(box.grown(by: 1)) else { continue }
            taken.insert(box)
            return (label.x, label.y)
        }
        return nil
    }

    private func isInside(_ box: Box) -> Bool {
        box.left >= 4 && box.right <= size.width - 4 && box.top >= 4 && box.bottom <= size.height - 4
    }

    private static func box(of label: Label, width: Double, _ style: Style) -> Box {
        let left = label.anchor == "middle" ? label.x - width / 2 : label.anchor == "start" ? label.x : label.x - width
        let above = style.size * 0.95
        return Box(
            left: left, top: label.y - above, right: left + width,
            bottom: label.y + style.lineHeight * Double(label.lines.count - 1) + style.size * 0.3)
    }

    /// Below, above, right, left, and between these.
    private static func candidates(beside circle: Circle, _ lines: [String], _ style: Style) -> [Label] {
        let (x, y, r) = (circle.x, circle.y, circle.r)
        let more = style.lineHeight * Double(lines.count - 1)
        let gap = style.size * 0.3
        let middle = y + style.size * 0.35 - more / 2
        let slope = (r + gap) * 0.7
        func label(_ x: Double, _ y: Double, _ anchor: String) -> Label {
            Label(lines: lines, x: x, y: y, anchor: anchor, isHidden: false)
        }
        return [
            label(x, y + r + style.size + 1, "middle"), label(x, y - r - gap - 1 - more, "middle"),
            label(x + r + gap, middle, "start"), label(x - r - gap, middle, "end"),
            label(x + slope, y + slope + style.size * 0.8, "start"),
            label(x - slope, y + slope + style.size * 0.8, "end"),
            label(x + slope, y - slope - more, "start"), label(x - slope, y - slope - more, "end"),
            // Aside of straight below and above, and below and above of straight beside.
            label(x + r / 2, y + r + style.size, "start"), label(x - r / 2, y + r + style.size, "end"),
            label(x + r / 2, y - r - gap - more, "start"), label(x - r / 2, y - r - gap - more, "end"),
            label(x + r + gap, middle + r / 2, "start"), label(x - r - gap, middle + r / 2, "end"),
            label(x + r + gap, middle - r / 2, "start"), label(x - r - gap, middle - r / 2, "end"),
        ]
    }
}

/// Boxes by the cells of a grid, so that only those nearby are compared.
private struct BoxGrid {
    private static let cell = 64.0
    private var cells: [SIMD2<Int>: [(box: LabelPlacement.Box, number: Int)]] = [:]

    mutating func insert(_ box: LabelPlacement.Box, number: Int = 0) {
        Self.each(box) { cells[$0, default: []].append((box, number)) }
    }

    /// Whether a box meets one that is there and counts.
    func meets(_ box: LabelPlacement.Box, where counts: (Int) -> Bool = { _ in true }) -> Bool {
        var isMet = false
        Self.each(box) { cell in
            isMet = isMet || (cells[cell] ?? []).contains { box.meets($0.box) && counts($0.number) }
        }
        return isMet
    }

    private static func each(_ box: LabelPlacement.Box, _ body: (SIMD2<Int>) -> Void) {
        func index(_ value: Double) -> Int { Int((value / cell).rounded(.down)) }
        for x in index(box.left)...max(index(box.left), index(box.right)) {
            for y in index(box.top)...max(index(box.top), index(box.bottom)) { body(SIMD2(x, y)) }
        }
    }
}

/// Names as lines of a label.
enum LabelText {
    /// At most this many lines; what is longer ends in `…`.
    ///
    /// Nothing comes after the dots: what is read is the beginning of the name, so the name that a screen reader says
    /// and that people say to their computer has it (WCAG 2.5.3).
    static func lines(_ name: String, style: LabelPlacement.Style, most: Int = 2) -> [String] {
        if width(of: name, size: style.size) <= style.width { return [name] }
        var lines: [String] = []
        var line = ""
        var words = name.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init)[...]
        while let word = words.first, lines.count < most {
            let longer = line.isEmpty ? String(word) : line + " " + word
            if line.isEmpty || width(of: longer, size: style.size) <= style.width {
                line = longer
                words.removeFirst()
            } else {
                lines.append(line)
                line = ""
            }
        }
        if lines.count < most, !line.isEmpty { lines.append(line) }
        if !words.isEmpty { lines[most - 1] += "…" }
        guard let long = lines.firstIndex(where: { width(of: $0, size: style.size) > style.width * 1.15 }) else {
            return lines
        }
        return lines[..<long] + [cut(lines[long], style)]
    }

    private static func cut(_ line: String, _ style: LabelPlacement.Style) -> String {
        var line = String(line.prefix(longest))
        while width(of: line, size: style.size) > style.width, !line.isEmpty { line.removeLast() }
        return line + "…"
    }

    /// More letters than any line has: a word of thousands would be measured once for each.
    private static let longest = 120

    /// An estimate for sans-serif text, rather too wide: which font a reader has is not known.
    static func width(of text: String, size: Double) -> Double {
        text.unicodeScalars.reduce(0) { $0 + share(of: $1) } * size * 1.04
    }

    private static func share(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", "'", "’", ".", ",", ":", ";", "|", "!": 0.3
        case "f", "t", "r", "(", ")", "-", " ", "/": 0.4
        case "m", "w", "M", "W", "@": 0.9
        case "A"..."Z", "&", "…": 0.72
        case _ where scalar.isASCII: 0.58
        case _ where scalar.properties.generalCategory == .nonspacingMark: 0
        case _ where scalar.value >= 0x1100: 1
        default: 0.58
        }
    }
}
