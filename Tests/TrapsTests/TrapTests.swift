import Content
import Diagnostics
import Foundation
import Testing
import Traps

@Suite struct TrapTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    @Test(arguments: Trap.all.indices)
    func `a file that fell into a trap gets a message that says what was meant`(index: Int) {
        let trap = Trap.all[index]
        let file = SourceFile(path: trap.path, bytes: Array(trap.example.utf8))
        let problems = ContentParser.parse(file, ContentParser.Options()).problems
        #expect(problems.map(\.code) == [trap.code], "\(trap.name): \(problems)")
        let said = problems.map { $0.message + "\n" + ($0.help?.text ?? "") }.joined(separator: "\n")
        #expect(said.contains(trap.says), "\(trap.name): \(said)")
    }

    @Test func `each trap says where it is recognised`() {
        for trap in Trap.all {
            let path = Self.sources.appending(path: trap.source).path
            #expect(FileManager.default.fileExists(atPath: path), "\(trap.name): \(trap.source)")
        }
    }

    @Test func `names are unique, and each kind of file fell into one`() {
        #expect(Set(Trap.all.map { $0.code + $0.name }).count == Trap.all.count)
        #expect(Set(Trap.all.map(\.origin)) == Set(Trap.Origin.allCases))
    }

    @Test func `what is reported for pasted and mistyped text has its rows`() {
        let codes = Set((YAMLRules.all + PastedRules.all).map(\.code)).subtracting(["yaml-too-large"])
        #expect(codes.subtracting(Trap.all.map(\.code)).isEmpty)
    }
}
