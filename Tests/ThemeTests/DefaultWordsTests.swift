import Testing

@testable import Theme

/// The words of the default theme are used as they are: no build looks for faults in them.
struct DefaultWordsTests {
    @Test(arguments: CompiledTheme.defaultLanguages)
    func `the words of each language have the form that English has`(language: String) throws {
        let theme = try CompiledTheme()
        let english = try theme.strings("en", first: "en")
        let faults = try theme.strings(language, first: language).faults(besides: english)
        #expect(faults.isEmpty, "\(faults)")
    }
}
