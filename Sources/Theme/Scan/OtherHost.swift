internal import Diagnostics
internal import Text

/// Addresses of other hosts that a browser would ask because of a template, a style sheet or a picture.
enum OtherHost {
    /// Attributes that a browser loads something from, by their elements.
    private static let loading: [String: Set<String>] = [
        "audio": ["src"], "base": ["href"], "embed": ["src"], "feimage": ["href", "xlink:href"], "frame": ["src"],
        "iframe": ["src"], "image": ["href", "xlink:href"], "img": ["src", "srcset"], "input": ["src"],
        "link": ["href", "imagesrcset"], "object": ["data"], "script": ["src", "href", "xlink:href"],
        "source": ["src", "srcset"], "track": ["src"], "use": ["href", "xlink:href"], "video": ["src", "poster"],
    ]

    /// Relations of a `link` because of which nothing is loaded.
    private static let quietRelations: Set<Substring> = [
        "alternate", "author", "bookmark", "canonical", "describedby", "help", "license", "me", "next", "prev",
        "privacy-policy", "search", "shortlink", "terms-of-service", "webmention",
    ]

    /// Schemes of addresses that no other host is asked for.
    private static let ownSchemes: Set<String> = ["about", "blob", "data", "javascript", "mailto", "tel"]

    /// Where a template or an SVG picture names another host, its scripts and styles included.
    static func ranges(in markup: MarkupScan) -> [ByteRange] {
        markup.elements.flatMap { element -> [ByteRange] in
            var found = loads(element, in: markup)
            if element.name == "style", let text = element.text { found += styles(in: markup, at: text) }
            if let style = element["style"] { found += styles(in: markup, at: style) }
            return found
        }
    }

    private static func loads(_ element: MarkupScan.Element, in markup: MarkupScan) -> [ByteRange] {
        guard let names = loading[element.name] else { return [] }
        if element.name == "link" {
            let relations = element["rel"].map(markup.text)?.lowercased().split { $0.isWhitespace } ?? []
            if relations.allSatisfy(quietRelations.contains) { return [] }
        }
        return element.attributes.filter { names.contains($0.name) }.flatMap { attribute in
            attribute.name.hasSuffix("srcset")
                ? candidates(in: attribute.value, of: markup.bytes).filter { isAsked(markup.bytes[$0]) }
                : isAsked(markup.bytes[attribute.value]) ? [attribute.value] : []
        }
    }

    /// The parts of a `srcset`, each an address that may have a width after it.
    private static func candidates(in value: ByteRange, of bytes: [UInt8]) -> [ByteRange] {
        bytes[value].split(separator: UInt8(ascii: ",")).map { part in
            let address = part.drop { $0 <= 32 && $0 != 1 }.prefix { $0 > 32 || $0 == 1 }
            return address.startIndex..<address.endIndex
        }
    }

    private static func styles(in markup: MarkupScan, at text: ByteRange) -> [ByteRange] {
        let scan = StyleScan(Array(markup.bytes[text]))
        return (scan.addresses + scan.imported).map {
            ($0.lowerBound + text.lowerBound)..<($0.upperBound + text.lowerBound)
        }.filter { isAsked(markup.bytes[$0]) }
    }

    /// Whether an address names another host, as a browser reads it.
    static func isAsked(_ address: ArraySlice<UInt8>) -> Bool {
        // Browsers leave out tabs and line ends wherever they are.
        let address = address.filter { $0 != 9 && $0 != 10 && $0 != 13 }.drop { $0 <= 32 && $0 != 1 }
        if address.prefix(2).count == 2, address.prefix(2).allSatisfy({ $0 == 0x2F || $0 == 0x5C }) { return true }
        guard address.first?.isLetter == true,
            let colon = address.prefix(longestScheme).firstIndex(of: UInt8(ascii: ":"))
        else { return false }
        let scheme = address[..<colon]
        let isScheme = scheme.allSatisfy { byte in
            byte.isLetter || byte.isDigit || "+-.".utf8.contains(byte)
        }
        return isScheme && !ownSchemes.contains(String(decoding: scheme, as: UTF8.self).lowercased())
    }

    private static let longestScheme = 30

    static func problem(at range: ByteRange, _ bytes: [UInt8], in path: String, help: Help) -> Diagnostic {
        let address = String(decoding: bytes[range].prefix(longestShown), as: UTF8.self)
        let dots = range.count > longestShown ? "…" : ""
        return ThemeRules.otherHost.at(
            range, in: path, "`\(address)\(dots)` is on another host, which would learn who reads the site.", help: help
        )
    }

    private static let longestShown = 60
}
