import TestSupport
import Testing

@testable import Build

/// Whether people can send what they write in the form of the site.
@Suite struct SendingTests {
    private static func notes(_ content: [String: String]) async throws -> [String] {
        let folder = try TemporaryFolder(
            Dictionary(uniqueKeysWithValues: content.map { ("content/\($0.key)", $0.value) }))
        let outcome = try await BuildCommand(content: folder.at("content"), output: nil).run()
        return outcome.problems.filter { $0.code == "nobody-can-send" }.map {
            "\($0.path) \($0.severity): \($0.message) \($0.help?.text ?? "")"
        }
    }

    @Test func `settings without an address to send to are reported, with what to do`() async throws {
        #expect(
            try await Self.notes(BuildRules.nobodyCanSend.bad) == [
                "site.yaml note: Nobody can send anything: the form on the page `add/` has no address to send it to. "
                    + "Add the address of the people who look after the handbook (or a `repository`):\n"
                    + "contact: communities@example.gov"
            ])
    }

    @Test(arguments: [
        "title: T\ncontact: communities@example.gov\n", "title: T\ncontact: Ask at the front desk.\n",
        "title: T\nrepository:\n  url: https://github.com/example/handbook\n",
        // Another message says what is wrong with these.
        "title: [\n",
    ])
    func `an address, words or a repository are enough`(settings: String) async throws {
        #expect(try await Self.notes(["site.yaml": settings]) == [])
        #expect(try await Self.notes(BuildRules.nobodyCanSend.good) == [])
    }

    @Test func `a folder without settings has a message about that alone`() async throws {
        #expect(try await Self.notes(["resources/a.md": "---\ntitle: A\n---\n"]) == [])
    }
}
