import Diagnostics
import Foundation
import Testing

@Suite struct ReportDocumentTests {
    private static let text = Array("é𐐀: \"x\"\n".utf8)

    private func json(_ format: ReportDocument.Format, count: Int = 1) throws -> NSDictionary {
        let problem = Diagnostic(
            severity: .warning, code: "some-code", message: "A \"b\".", path: "ä b.md", range: 6..<7,
            help: Help("Do.", replacement: Replacement(range: 6..<7, text: ";\n")))
        let part = ReportDocument.Part(Array(repeating: problem, count: count), prefix: "content/") { _ in Self.text }
        let text = ReportDocument([part]).text(format)
        #expect(text.hasSuffix("\n"))
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? NSDictionary ?? ["list": value])
    }

    /// What stands below several keys, joined with dots.
    private static func value(_ object: NSDictionary, _ path: String) -> Any? {
        path.split(separator: ".").reduce(object as Any?) { ($0 as? NSDictionary)?[String($1)] }
    }

    @Test func `SARIF counts scalars and escapes the path`() throws {
        let run = try #require((json(.sarif)["runs"] as? [NSDictionary])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let result = try #require((run["results"] as? [NSDictionary])?.first)
        let place = try #require((result["locations"] as? [NSDictionary])?.first?["physicalLocation"] as? NSDictionary)
        #expect(Self.value(place, "artifactLocation.uri") as? String == "content/%C3%A4%20b.md")
        #expect(Self.value(place, "region.startColumn") as? Int == 3)
        #expect(Self.value(result, "message.text") as? String == "A \"b\".\nDo.")
    }

    @Test func `rdjson counts bytes`() throws {
        let problem = try #require((json(.rdjson)["diagnostics"] as? [NSDictionary])?.first)
        #expect(Self.value(problem, "location.range.start.column") as? Int == 7)
        #expect((problem["suggestions"] as? [NSDictionary])?.first?["text"] as? String == ";\n")
        #expect(problem["severity"] as? String == "WARNING")
    }

    @Test func `GitLab gets a fingerprint for each problem`() throws {
        let list = try #require(json(.gitlab, count: 2)["list"] as? [NSDictionary])
        #expect(list.count == 2 && Set(list.compactMap { $0["fingerprint"] as? String }).count == 2)
        #expect(Self.value(list[0], "location.lines.begin") as? Int == 1)
        #expect(list[0]["severity"] as? String == "minor")
    }

    @Test func `nothing to say is a document too`() {
        #expect(ReportDocument([]).text(.gitlab) == "[]\n")
    }
}
