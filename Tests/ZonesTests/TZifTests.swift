import Testing

@testable import Zones

/// Files by RFC 9636, made byte by byte.
@Suite struct TZifTests {
    /// - Parameters:
    ///   - changes: when, and the number of the type that holds from then on.
    ///   - types: seconds east of UTC.
    private static func block(_ version: String, size: Int, _ changes: [(Int, UInt8)], _ types: [Int]) -> [UInt8] {
        func number(_ value: Int, _ size: Int) -> [UInt8] {
            (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * (size - 1 - $0))) }
        }
        return Array("TZif".utf8) + (version.utf8.first.map { [$0] } ?? [0]) + Array(repeating: 0, count: 15)
            + [0, 0, 0, changes.count, types.count, 4].flatMap { number($0, 4) }
            + changes.flatMap { number($0.0, size) } + changes.map(\.1)
            + types.flatMap { number($0, 4) + [0, 0] } + Array("ABC\0".utf8)
    }

    private static func file(_ changes: [(Int, UInt8)], _ types: [Int], rule: String = "") -> [UInt8] {
        block("2", size: 4, [], [0]) + block("2", size: 8, changes, types) + Array("\n\(rule)\n".utf8)
    }

    @Test func `a file of version 1 has times of 32 bits`() throws {
        let rules = try #require(ZoneRules(tzif: Self.block("", size: 4, [(-1000, 1), (2000, 0)], [0, 3600])))
        #expect([-1001, -1000, 1999, 2000].map(rules.offset(at:)) == [0, 3600, 3600, 0])
    }

    @Test func `later versions have times of 64 bits and a rule for the years to come`() throws {
        let far = 1 << 40
        let rules = try #require(ZoneRules(tzif: Self.file([(far, 1)], [0, 3600])))
        #expect([far - 1, far].map(rules.offset(at:)) == [0, 3600])
        let ruled = try #require(ZoneRules(tzif: Self.file([(0, 1)], [7200, -18_000], rule: "EST5EDT,M3.2.0,M11.1.0")))
        #expect(ruled.offset(at: -1) == 7200)
        #expect(ruled.offset(at: ZoneRulesTests.seconds("2066-07-01 00:00")) == -14_400)
        #expect(ruled.offset(at: ZoneRulesTests.seconds("2066-12-01 00:00")) == -18_000)
    }

    @Test func `a file that is cut off anywhere is refused`() {
        let whole = Self.file([(0, 1), (10, 0)], [0, 3600], rule: "GMT0BST,M3.5.0/1,M10.5.0")
        #expect(ZoneRules(tzif: whole) != nil)
        for count in 0..<whole.count { #expect(ZoneRules(tzif: Array(whole[..<count])) == nil, "\(count) bytes") }
    }

    @Test(arguments: [20, 24, 28, 32, 36, 40])
    func `a count that is larger than the file is refused`(at offset: Int) {
        var bytes = Self.block("", size: 4, [(0, 0)], [0])
        bytes[offset] = 0x7F
        #expect(ZoneRules(tzif: bytes) == nil)
        bytes[offset] = 0xFF
        #expect(ZoneRules(tzif: bytes) == nil)
    }

    @Test func `changes out of order and unknown types are refused`() {
        #expect(ZoneRules(tzif: Self.file([(10, 0), (10, 1)], [0, 3600])) == nil)
        #expect(ZoneRules(tzif: Self.file([(10, 2)], [0, 3600])) == nil)
        #expect(ZoneRules(tzif: Self.file([(10, 1)], [0, 3600], rule: "nonsense")) == nil)
    }
}

@Suite struct YearlyRuleTests {
    private static func changes(_ rule: String, in year: Int) throws -> [String] {
        let start = Days.first(of: year) * 86_400
        let rule = try #require(YearlyRule(rule.utf8))
        return rule.changes(after: start - 1, through: start + 366 * 86_400 - 1).map { change in
            let day = Days.floor(change.instant, by: 86_400)
            let seconds = change.instant - day * 86_400
            return "\(day - Days.first(of: year)) \(seconds / 60) \(change.offset / 60)"
        }
    }

    @Test(arguments: [
        ("EST5EDT,M3.2.0,M11.1.0", ["66 420 -240", "304 360 -300"]),
        ("GMT0BST,M3.5.0/1,M10.5.0", ["87 60 60", "297 60 0"]),
        // Ireland's winter time is the exception: the "summer" time is the smaller offset.
        ("IST-1GMT0,M10.5.0,M3.5.0/1", ["87 60 60", "297 60 0"]),
        ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", ["87 60 -60", "297 60 -120"]),
        ("AAA0BBB,J60/0,J365/0", ["59 0 60", "363 1380 0"]),
        ("AAA0BBB,59/0,300/0", ["59 0 60", "299 1380 0"]),
        ("AAA3", []), ("<+0330>-3:30", []),
    ])
    func `the rule says when the clocks are changed`(rule: String, expected: [String]) throws {
        #expect(try Self.changes(rule, in: 2026) == expected)
    }

    @Test func `29 February counts only where the form says so`() throws {
        #expect(try Self.changes("AAA0BBB,J60/0,J365/0", in: 2028) == ["60 0 60", "364 1380 0"])
        #expect(try Self.changes("AAA0BBB,59/0,300/0", in: 2028) == ["59 0 60", "299 1380 0"])
    }

    @Test func `summer time can last all year`() throws {
        let rule = try #require(YearlyRule("EST5EDT,0/0,J365/25".utf8))
        for month in 1...12 {
            #expect(rule.offset(at: Days.first(of: month, in: 2030) * 86_400) == -14_400, "\(month)")
        }
    }

    @Test(arguments: [
        "", "A0", "EST", "EST5EDT,", "EST5EDT,M13.1.0,M1.1.0", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,M11.1.0x",
    ])
    func `anything else is not a rule`(text: String) { #expect(YearlyRule(text.utf8) == nil) }
}
