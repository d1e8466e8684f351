package import Markdown

extension Strings {
    /// The words that the text of a page needs.
    package func text(_ phrase: Phrase) -> String {
        switch phrase {
        case .note(let note): label("note", note.rawValue)
        case .footnotes: self["footnotes"]
        case .footnote(let number): format("footnote", ["n": String(number)])
        case .backToText(let footnote): format("back_to_text", ["n": String(footnote)])
        case .backToReference(let reference, let footnote):
            format("back_to_reference", ["n": String(footnote), "reference": String(reference)])
        case .taskDone: self["task_done"]
        case .taskOpen: self["task_open"]
        case .table(let columns):
            columns.isEmpty ? self["table_name_plain"] : format("table_name", ["columns": columns])
        case .code: self["code_block"]
        }
    }

    /// What a page that the program makes is called, by its route in the default language, and the text below its name.
    package func section(_ route: String) -> (text: String, lead: String?) {
        let name = route.isEmpty ? "home" : route.split(separator: "/").joined(separator: "_")
        let lead = self["section_\(name)_lead"]
        return (self["section_\(name)_title"], lead.isEmpty ? nil : lead)
    }
}
