internal import Theme

/// Parts of the page `/add/`.
extension ContextShape {
    static let addForm = ContextShape(
        "form", "Questions for an entry of one kind, or about what somebody says of a page.",
        [
            .flag("is_remark", "whether it is a message about a page, and no entry"),
            .text("issue_url", "where the repository takes messages"),
            .text("kind", "such as `community`"), .text("title", "the kind in words"),
            .text("folder", "where its file goes, below `content/`"),
            .text("title_key", "the key that names the entry"),
            .list("fields", of: addField, "the questions"), .text("template", "the file with nothing filled in"),
            .text("new_url", "where a file is made in the repository"),
        ])

    private static let addField = ContextShape(
        "field", "One question. What the answer may be comes from the table of keys.",
        [
            .text("key", "the key of the fact"), .text("id", "of the field in the page"),
            .text("label", "the question"), .text("hint", "what helps to answer it"),
            .flag("is_name", "whether communities that may be the same are shown below it"),
            .flag("required", "whether it must be answered"),
            .flag("past", "whether it is a day that is not to come"),
            .text("type", "how the answer is written down"),
            .text("pattern", "what the answer must match, as a regular expression"),
            .text("maximum_length", "how many characters it may have"),
            .text("names", "the folder of the entries that are offered"),
            .rows("choices", of: addChoice, "the values there are"), .flag("long", "whether it may have several lines"),
            .flag("date", "whether it is a day"), .text("time_id", "of the field for the time, where one is asked"),
            .flag("number", "whether it is a number"), .text("minimum", "the least"), .text("maximum", "the most"),
            .flag("is_url", "whether it is an address"),
        ])

    private static let addChoice = ContextShape(
        "choice", "A value and what it is called.", [.text("value", "as the file has it"), .text("text", "in words")])
}
