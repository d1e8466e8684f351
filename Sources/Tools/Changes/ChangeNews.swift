internal import Text
internal import Theme

/// A sentence about what is new, changed or gone. Titles are untrusted text, so they are kept apart from its words.
public struct ChangeNews: Sendable, ExpressibleByStringInterpolation {
    public let plain: String
    public let markdown: String

    public init(stringLiteral text: String) {
        plain = text
        markdown = text
    }

    public init(stringInterpolation parts: StringInterpolation) {
        plain = parts.plain
        markdown = parts.markdown
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var plain = "", markdown = ""
        /// Of a title, in scalars.
        private static let longest = 120

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ text: String) {
            plain += text
            markdown += text
        }

        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            appendLiteral(value.description)
        }

        public mutating func appendInterpolation(titles: [String]) {
            let titles = titles.map { $0.cut(toScalars: Self.longest) }
            plain += titles.joined(separator: ", ")
            markdown += titles.map { "**\(MarkdownText.escaped($0))**" }.joined(separator: ", ")
        }
    }
}
