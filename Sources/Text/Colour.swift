/// A colour of sRGB.
public struct Colour: Sendable, Hashable {
    public let red: UInt8
    public let green: UInt8
    public let blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// - Parameter hex: `#1d70b8` or `#06c`, also without the number sign.
    public init?(_ hex: String) {
        var digits = Array(hex.utf8.drop { $0 == UInt8(ascii: "#") })
        guard hex.utf8.count - digits.count < 2, digits.count == 3 || digits.count == 6 else { return nil }
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        let text = String(decoding: digits, as: UTF8.self)
        guard digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }), let value = UInt32(text, radix: 16) else {
            return nil
        }
        self.init(
            red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
    }

    /// `#1d70b8`.
    public var hex: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Between that of black, 0, and that of white, 1 (WCAG 2.2, relative luminance).
    var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : Self.power((share + 0.055) / 1.055)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// To the power of 2.4: the fifth root of x¹², by Newton's method.
    private static func power(_ base: Double) -> Double {
        let twelfth = (0..<12).reduce(1.0) { product, _ in product * base }
        return (0..<60).reduce(1.0) { root, _ in
            let fourth = root * root * root * root
            return (4 * root + twelfth / fourth) / 5
        }
    }

    /// From 1 for the same colour to 21 for black and white (WCAG 2.2, contrast ratio).
    public func contrast(with other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// A share of this colour, from 0 to 1, in another one.
    public func mixed(_ share: Double, into other: Colour) -> Colour {
        func part(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8((Double(a) * share + Double(b) * (1 - share)).rounded()) }
        return Colour(red: part(red, other.red), green: part(green, other.green), blue: part(blue, other.blue))
    }
}
