internal import Diagnostics

/// Places of a template at which escaping does not keep a text what it is: there, a browser reads it as an address, as
/// code, or as more of a tag.
struct UnsafePlaces {
    enum Place {
        case address, style, script, tag

        /// In a message: "here it is …".
        var described: String {
            switch self {
            case .address: "the beginning of an address"
            case .style: "part of a style"
            case .script: "part of a script"
            case .tag: "part of a tag, without quotes around it"
            }
        }

        func advice(_ name: String) -> String {
            switch self {
            case .address:
                "Show it with {{#\(name)_list}}{{{link}}}{{/\(name)_list}}: it is a link only if the address is one of "
                    + "a page or for e-mail."
            case .style: "Put it into quotes as `data-…` or a class, and write a style for that."
            case .script: "Put it into quotes as `data-…`, and let a script of the theme read that."
            case .tag: "Put quotes around the value."
            }
        }
    }

    private static let addresses: Set<String> = [
        "action", "cite", "data", "formaction", "href", "imagesrcset", "ping", "poster", "src", "srcset", "xlink:href",
    ]

    /// Those that take several addresses, so that each may begin after a space.
    private static let lists: Set<String> = ["imagesrcset", "ping", "srcset"]

    private let markup: MarkupScan

    init(_ template: [UInt8]) { markup = MarkupScan(template, isTemplate: true) }

    /// - Returns: `nil` where a text stays a text.
    func place(of tag: TemplateTags.Tag) -> Place? {
        guard let element = element(before: tag.range.lowerBound) else { return nil }
        if element.range.contains(tag.range.lowerBound) { return place(of: tag, in: element) }
        guard let text = element.text, text.contains(tag.range.lowerBound) else { return nil }
        return element.name == "style" ? .style : .script
    }

    /// The last one that begins before an offset.
    private func element(before offset: Int) -> MarkupScan.Element? {
        var (low, high) = (0, markup.elements.count)
        while low < high {
            let middle = (low + high) / 2
            if markup.elements[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : markup.elements[low - 1]
    }

    private func place(of tag: TemplateTags.Tag, in element: MarkupScan.Element) -> Place? {
        let start = tag.range.lowerBound
        guard let attribute = element.attributes.first(where: { $0.value.contains(start) }), attribute.isQuoted else {
            return .tag
        }
        if attribute.name.hasPrefix("on") || attribute.name == "srcdoc" { return .script }
        if attribute.name == "style" { return .style }
        guard Self.addresses.contains(attribute.name) else { return nil }
        let before = markup.bytes[attribute.value.lowerBound..<start].drop { $0 <= 32 }
        if String(decoding: before, as: UTF8.self).lowercased().hasPrefix("javascript:") { return .script }
        // After one slash, another one would make what follows the name of a host.
        let isFirst = before.allSatisfy { $0 <= 32 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        return isFirst || Self.lists.contains(attribute.name) ? .address : nil
    }
}
