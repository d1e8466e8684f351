import Foundation
import TestSupport
import Testing

extension TestSite {
    /// The things that a page speaks of; empty without a block.
    func structuredData(_ route: String) throws -> [String] {
        let page = self.page(route)
        guard let start = page.range(of: "<script type=\"application/ld+json\">")?.upperBound else { return [] }
        let end = try #require(page.range(of: "</script>", range: start..<page.endIndex)?.lowerBound)
        // Read by Foundation, which knows no types, so that the program's own writer of JSON does not judge itself.
        let json = try JSONSerialization.jsonObject(with: Data(page[start..<end].utf8))
        let object = try #require(json as? [String: Any])
        #expect(object["@context"] as? String == "https://schema.org" && object.count == 2)
        return try #require(object["@graph"] as? [[String: Any]]).map {
            let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try JSONSerialization.data(withJSONObject: $0, options: options), as: UTF8.self)
        }
    }
}
