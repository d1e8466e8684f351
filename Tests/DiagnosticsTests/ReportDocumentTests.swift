import Diagnostics
import Foundation
import Testing

@Suite struct ReportDocumentTests {
    private static let text = Array("é𐐀: \"x\"\n".utf8)

    private func json(
        _ format: ReportDocument.Format, count: Int = 1, fix: Replacement? = Replacement(range: 6..<7, text: ";\n"),
        in text: [UInt8] = Self.text
    ) throws -> NSDictionary {
        let problem = Diagnostic(
            severity: .warning, code: "some-code", message: "A \"b\".", path: "ä b.md", range: 6..<7,
            help: Help("Do.", replacement: fix))
        let part = ReportDocument.Part(Array(repeating: problem, count: count), prefix: "content/") { _ in text }
        let text = ReportDocument([part]).text(format)
        #expect(text.hasSuffix("\n"))
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? NSDictionary ?? ["list": value])
    }

    /// The value below several keys, joined with dots.
    private static func value(_ object: NSDictionary, _ path: String) -> Any? {
        path.split(separator: ".").reduce(object as Any?) { ($0 as? NSDictionary)?[String($1)] }
    }

    @Test func `SARIF counts scalars and escapes the path`() throws {
        let run = try #require((json(.sarif)["runs"] as? [NSDictionary])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let result = try #require((run["results"] as? [NSDictionary])?.first)
        let location = try #require(
            (result["locations"] as? [NSDictionary])?.first?["physicalLocation"] as? NSDictionary)
        #expect(Self.value(location, "artifactLocation.uri") as? String == "content/%C3%A4%20b.md")
        #expect(Self.value(location, "region.startColumn") as? Int == 3)
        #expect(Self.value(result, "message.text") as? String == "A \"b\".\nDo.")
    }

    /// The text that a fix deletes and what it writes: `1:3-1:4 x`, in lines and columns.
    private func fix(_ replacement: Replacement?, in text: String) throws -> String? {
        let run = try #require((json(.sarif, fix: replacement, in: Array(text.utf8))["runs"] as? [NSDictionary])?.first)
        let result = try #require((run["results"] as? [NSDictionary])?.first)
        guard let fixes = result["fixes"] as? [NSDictionary] else { return nil }
        let change = try #require((fixes.first?["artifactChanges"] as? [NSDictionary])?.first)
        #expect(Self.value(change, "artifactLocation.uri") as? String == "content/%C3%A4%20b.md")
        let made = try #require((change["replacements"] as? [NSDictionary])?.first)
        let region = try #require(made["deletedRegion"] as? [String: Int])
        let inserted = try #require(Self.value(made, "insertedContent.text") as? String)
        return "\(region["startLine"] ?? 0):\(region["startColumn"] ?? 0)-\(region["endLine"] ?? 0):"
            + "\(region["endColumn"] ?? 0) \(inserted)"
    }

    @Test(arguments: [
        (6..<7, ";\n", "1:3-1:4 ;\n"), (0..<6, "", "1:1-1:3 "), (15..<15, " ", "2:3-2:3  "),
        (8..<14, "y", "1:5-2:2 y"), (17..<17, "---\n", "3:1-3:1 ---\n"),
    ])
    func `a fix of SARIF counts scalars, and may insert, delete and span lines`(
        range: ByteRange, text: String, shown: String
    ) throws {
        #expect(try fix(Replacement(range: range, text: text), in: "é𐐀: \"x\"\r\na:b\n") == shown)
    }

    @Test func `a problem without a replacement has no fix`() throws { #expect(try fix(nil, in: "é𐐀: x\n") == nil) }

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

    @Test func `an empty report is a document too`() {
        #expect(ReportDocument([]).text(.gitlab) == "[]\n")
    }
}
