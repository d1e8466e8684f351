public import Diagnostics
internal import Text
internal import YAML

/// Where a community is on the map, in the map's own pixels from its upper left corner.
public struct MapPin: Sendable, Equatable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// No picture is wider, and none reaches lower.
    public static let limits = (x: 1000.0, y: 20_000.0)
}

extension ContentParser {
    /// Reads `map.yaml`: `ID: [x, y]` a line. A pin that cannot be read is left out, with a warning: a community
    /// without one finds a position by itself. Text that is not YAML is an error.
    public static func mapPins(_ file: SourceFile) -> (pins: [String: MapPin], problems: [Diagnostic]) {
        if let invalid = UTF8Check.firstInvalidByte(in: file.bytes) { return ([:], [notUTF8(file.path, at: invalid)]) }
        let (root, found) = YAMLParser.parse(file.bytes, in: 0..<file.bytes.count, path: file.path)
        guard let root else { return ([:], found) }
        var problems = found
        guard case .mapping(let pairs, _) = root.value else {
            return ([:], problems + [badPin(root.range, file.path, "This file holds a line for each community")])
        }
        var pins: [String: MapPin] = [:]
        for pair in pairs {
            if let pin = pin(pair.value), ID.isValid(pair.key) {
                pins[pair.key] = pin
            } else {
                problems.append(badPin(pair.keyRange, file.path, "`\(pair.key)` has no place that can be read"))
            }
        }
        return (pins, problems)
    }

    private static func pin(_ node: YAMLNode) -> MapPin? {
        guard case .sequence(let items) = node.value, items.count == 2 else { return nil }
        let numbers = items.compactMap { item -> Double? in
            guard case .scalar(let text, false) = item.value, text.utf8.count <= 12, let number = Double(text),
                number.isFinite
            else { return nil }
            return number
        }
        guard numbers.count == 2, (0...MapPin.limits.x).contains(numbers[0]), (0...MapPin.limits.y).contains(numbers[1])
        else { return nil }
        return MapPin(x: numbers[0], y: numbers[1])
    }

    private static func badPin(_ range: ByteRange, _ path: String, _ message: String) -> Diagnostic {
        ContentRules.badPin.at(
            range, in: path, "\(message).",
            help:
                Help(
                    "Write the id of a community and where it is, from the left (0 to 1000) and from the "
                        + "top; or let `folkmoot map pin` write the file:", paste: "example-people: [412.5, 96]")
        )
    }
}
