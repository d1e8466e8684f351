import Content
import Diagnostics
import Foundation
import Testing

@Suite struct ContentRuleTests {
    @Test(arguments: ContentRules.all.indices)
    func `the examples show the rule`(index: Int) {
        let rule = ContentRules.all[index]
        #expect(codes(rule.bad) == [rule.code])
        #expect(codes(rule.good) == [])
    }

    private func codes(_ site: [String: String]) -> [String] {
        site.keys.sorted().flatMap { path -> [String] in
            let bytes = Self.bytes(site[path]!)
            if path == "site.yaml" {
                return settings(site[path]!).shown.map {
                    $0.split(separator: " ").dropFirst().first.map(String.init) ?? ""
                }
            }
            if path == "map.yaml" {
                return ContentParser.mapPins(SourceFile(path: path, bytes: bytes)).problems.map(\.code)
            }
            return parse(path, bytes: bytes, languages: site["site.yaml"] == nil ? ["en"] : ["en", "cy"]).codes
        }
    }

    /// The one example that no Swift string can hold has a mark in its place.
    private static func bytes(_ text: String) -> [UInt8] {
        guard let mark = text.range(of: "«FF»") else { return Array(text.utf8) }
        return Array(text[..<mark.lowerBound].utf8) + [0xFF] + Array(text[mark.upperBound...].utf8)
    }

    @Test func `codes are unique and in kebab case`() {
        let codes = ContentRules.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" } })
    }
}
