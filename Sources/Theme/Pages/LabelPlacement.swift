/// Puts a label beside each circle where it covers no other label and no circle; those that find no place are shown
/// only on hover and focus. Greedy, the most important first: for a map of some dozens of communities that is enough.
struct LabelPlacement {
    struct Label {
        /// The text's anchor point, baseline included.
        var x: Double
        var y: Double
        /// `start`, `middle` or `end`, as SVG's `text-anchor`.
        var anchor: String
        /// No place was free.
        var isHidden: Bool
    }

    struct Circle {
        var x: Double
        var y: Double
        var r: Double
    }

    private struct Box {
        var left: Double, top: Double, right: Double, bottom: Double

        func meets(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    /// Estimates for 13-pixel sans-serif text.
    private static let letter = 7.0
    private static let height = 15.0

    /// - Parameters:
    ///   - importance: indexes of `circles`, those that must have a label first.
    ///   - size: of the picture.
    /// - Returns: one label for each circle.
    static func labels(_ texts: [String], beside circles: [Circle], importance: [Int], size: (width: Double, height: Double)) -> [Label] {
        var taken = circles.map { Box(left: $0.x - $0.r, top: $0.y - $0.r, right: $0.x + $0.r, bottom: $0.y + $0.r) }
        var labels = circles.map { Label(x: $0.x, y: $0.y + $0.r + 14, anchor: "middle", isHidden: true) }
        for index in importance {
            let circle = circles[index]
            let width = Double(texts[index].count) * letter
            for label in candidates(beside: circle) {
                let left = label.anchor == "middle" ? label.x - width / 2 : label.anchor == "start" ? label.x : label.x - width
                let box = Box(left: left, top: label.y - height + 3, right: left + width, bottom: label.y + 3)
                guard box.left >= 4, box.right <= size.width - 4, box.top >= 4, box.bottom <= size.height - 4 else { continue }
                if taken.contains(where: box.meets) { continue }
                taken.append(box)
                labels[index] = label
                break
            }
        }
        return labels
    }

    /// Below, above, right, left.
    private static func candidates(beside circle: Circle) -> [Label] {
        let (x, y, r) = (circle.x, circle.y, circle.r)
        return [
            Label(x: x, y: y + r + 14, anchor: "middle", isHidden: false), Label(x: x, y: y - r - 5, anchor: "middle", isHidden: false),
            Label(x: x + r + 4, y: y + 4, anchor: "start", isHidden: false), Label(x: x - r - 4, y: y + 4, anchor: "end", isHidden: false),
        ]
    }
}
