internal import Text

/// The items of a cell that holds a list. A semicolon separates them; what else people use is understood where it can
/// mean nothing else: a line for each, commas, slashes or bars between words that are all known.
enum SheetList {
    /// What a text between two semicolons may be.
    enum Reading: Equatable {
        case items([String])
        /// One item or several: nobody but a person can say, since some of the parts are not known.
        case open
    }

    /// Signs that separate items, and are in names too: `Agriculture, Fisheries and Forestry`.
    static let separators: [Character] = [",", "/", "|", "&", "+", "、", "，", "،", "•"]
    /// Of these: those that make a list likely, so that the user is asked.
    static let likely = [",", "|", " / ", "、", "，", "،", " • "]

    /// - Parameters:
    ///   - separator: what else separates the items of the column, where the user says so; empty for nothing else.
    ///   - isKnown: whether an item is known.
    static func reading(of text: String, separator: String?, isKnown: (String) -> Bool) -> Reading {
        if isKnown(text) { return .items([text]) }
        if let separator {
            if separator.isEmpty { return .items([text]) }
            let parts = parts(text, at: separator)
            if parts.count > 1 || !likely.contains(where: text.contains) { return .items(parts) }
            // The sign of other cells says nothing about this one.
        }
        for sign in separators where text.contains(sign) {
            let parts = parts(text, at: String(sign))
            if parts.count > 1, parts.allSatisfy(isKnown) { return .items(parts) }
        }
        let parts = text.split(whereSeparator: separators.contains).map { Sheet.trimmed(String($0)) }
        if parts.count > 1, parts.allSatisfy(isKnown) { return .items(parts) }
        return likely.contains(where: text.contains) ? .open : .items([text])
    }

    /// The lines of a cell, without the signs or numbers that mark them as items of a list.
    static func lines(_ text: String) -> [String] {
        let lines = text.split(separator: "\n").map { Sheet.trimmed(String($0)) }.filter { !$0.isEmpty }
        let isNumbered =
            lines.count > 1
            && lines.enumerated().allSatisfy { index, line in
                line.hasPrefix("\(index + 1). ") || line.hasPrefix("\(index + 1)) ")
            }
        return lines.map { line in
            if isNumbered { return Sheet.trimmed(String(line.drop { $0.isNumber }.dropFirst())) }
            let isMarked = line.first.map { "•-*–·".contains($0) } ?? false
            return isMarked && line.dropFirst().first == " " ? Sheet.trimmed(String(line.dropFirst())) : line
        }.filter { !$0.isEmpty }
    }

    /// Addresses, which hold neither white space nor, at their end, commas; `nil` where something else is in the text.
    static func addresses(_ text: String) -> [String]? {
        let words = text.split { $0.isWhitespace || $0 == "|" }.map { word in
            String(word.reversed().drop { $0 == "," }.reversed())
        }.filter { !$0.isEmpty && $0 != "," }
        let isAddress = { (word: String) in ["https://", "http://", "mailto:"].contains { word.hasPrefix($0) } }
        return words.count > 1 && words.allSatisfy(isAddress) ? words : nil
    }

    /// - Parameter separator: signs, each of which separates, or a word that does.
    static func parts(_ text: String, at separator: String) -> [String] {
        let isWord = separator.contains { $0.isLetter || $0.isNumber }
        let parts = isWord ? text.split(separator: separator) : text.split { separator.contains($0) && $0 != " " }
        return parts.map { Sheet.trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    /// The addresses of a cell in which a semicolon without a space after it may be part of one.
    static func addressItems(_ text: String) -> [String] {
        let items = Sheet.items(text)
        guard items.contains(where: { $0.contains("://") }) else { return items }
        return items.reduce(into: []) { items, item in
            let isPart = item.contains("=") && !item.contains(" ") && !item.contains("://") && !item.contains("@")
            if isPart, let last = items.last, last.contains("://"), text.contains(last + ";" + item) {
                items[items.count - 1] = last + ";" + item
            } else {
                items.append(item)
            }
        }
    }
}
