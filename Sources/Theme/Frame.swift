internal import Markdown

/// What surrounds the content of every page, rendered once a language and then filled a page at a time as bytes.
///
/// The layout template is rendered with marks (`\u{1}name\u{1}`) where a page puts its own; content cannot hold such
/// a mark, because control characters are taken out of it when it is read.
package struct Frame: Sendable {
    /// The gaps that a page fills.
    package enum Slot: Hashable, Sendable {
        /// From the page to the site's root: `../../` or `./`.
        case root
        case title, description, head, main, languages, kind
        /// ` aria-current="…"` on the link to this section's page, or nothing.
        case current(String)

        init?(_ name: Substring) {
            switch name {
            case "root": self = .root
            case "title": self = .title
            case "description": self = .description
            case "head": self = .head
            case "main": self = .main
            case "languages": self = .languages
            case "kind": self = .kind
            default:
                guard name.hasPrefix("current:") else { return nil }
                self = .current(String(name.dropFirst(8)))
            }
        }
    }

    private enum Segment: Sendable {
        case bytes([UInt8])
        case slot(Slot)
    }

    private let segments: [Segment]

    package static func mark(_ name: String) -> String { "\u{1}\(name)\u{1}" }

    package init(_ rendered: [UInt8]) {
        segments = rendered.split(separator: 1, omittingEmptySubsequences: false).enumerated().map { index, part in
            let slot = index % 2 == 1 ? Slot(String(decoding: part, as: UTF8.self)[...]) : nil
            return slot.map(Segment.slot) ?? .bytes(Array(part))
        }
    }

    /// Appends the page, asking for what each slot holds: HTML, already escaped.
    package func fill(to out: inout [UInt8], _ fill: (Slot, inout [UInt8]) -> Void) {
        for segment in segments {
            switch segment {
            case .bytes(let bytes): out.append(contentsOf: bytes)
            case .slot(let slot): fill(slot, &out)
            }
        }
    }
}
