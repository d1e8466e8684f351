/// What a YAML parser says of a text that it cannot read.
package struct YAMLComplaint {
    /// A position as libyaml counts: both from 1, columns in Unicode scalars.
    package struct Mark {
        package var line: Int
        package var column: Int

        package init(line: Int, column: Int) { (self.line, self.column) = (line, column) }
    }

    /// In libyaml's words.
    let problem: String
    /// Where it noticed.
    let mark: Mark
    /// Where what it was reading began.
    let opened: Mark?

    package init(_ problem: String, at mark: Mark, opened: Mark?) {
        (self.problem, self.mark, self.opened) = (problem, mark, opened)
    }
}
