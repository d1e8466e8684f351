internal import Diagnostics
internal import Traps

/// Remains of other programs in the text.
extension Renderer {
    /// - Parameter start: where the body begins in the file.
    mutating func findInvisible(from start: Int) {
        rendered.diagnostics += InvisibleCharacters.problems(in: file, from: start, path: path)
    }

    mutating func findSignature(from start: Int) {
        guard let line = MailSignature.find(in: file, from: start) else { return }
        rendered.diagnostics.append(
            PastedRules.signature.at(
                line, in: path,
                "The signature of an e-mail seems to begin here. It would be published, with whatever address and "
                    + "number are in it.",
                help: "Remove this line and all below it."))
    }

    mutating func findPasted(_ paragraph: Node) {
        var range = ranges.range(of: paragraph)
        // A table whose first cell is empty begins with a tab, and so with a line of code.
        if let code = paragraph.previous, code.kind == .code, code.fenceInfo.isEmpty,
            code.startLine == paragraph.startLine - 1
        {
            range = ranges.firstLine(of: code).lowerBound..<range.upperBound
        }
        rendered.diagnostics += PastedText.problems(inParagraph: range, of: file, path: path)
    }

    /// Lines to paste have no invisible characters, so those in the lines they replace need no message of their own.
    mutating func leaveOutCovered() {
        let replaced = rendered.diagnostics.filter {
            $0.isUnder(PastedRules.table) || $0.isUnder(PastedRules.list)
        }.map(\.range)
        guard !replaced.isEmpty else { return }
        rendered.diagnostics.removeAll { problem in
            problem.isUnder(PastedRules.invisible) && replaced.contains { $0.contains(problem.range.lowerBound) }
        }
    }
}
