internal import Diagnostics
internal import Text
internal import YAML

/// The keys that the parts of a text belong to, where somebody wrote a group on one line: `Ann, ann@example.gov`.
enum GroupGuess {
    /// - Returns: the lines of the group, with dots for a first key that is not in the text; `nil` where a part may
    ///   belong to several keys or to none, or all of it belongs to the first.
    static func lines<R: Record>(of text: String, as type: R.Type, inFlow: Bool) -> [String]? {
        let fields = R.fields
        // An entry's own text may be anything.
        guard let first = fields.first, !fields.contains(where: { $0.key == "draft" }) else { return nil }
        let parts = text.split { ",;()<>".contains($0) }.map { String($0.withoutBlankEnds) }.filter { !$0.isEmpty }
        guard (1...8).contains(parts.count) else { return nil }
        var found: [String: String] = [:]
        for part in parts {
            guard let (key, value) = place(part, among: fields.filter { found[$0.key] == nil }, first: first.key) else {
                return nil
            }
            found[key] = value
        }
        if parts.count == 1, found[first.key] == text { return nil }
        let example = R.example.needed
        return fields.compactMap { field -> String? in
            if let value = found[field.key] { return "\(field.key): \(YAMLText.scalar(value, inFlow: inFlow))" }
            guard field.isRequired else { return nil }
            let shown = field.key == first.key ? nil : example.first { $0.hasPrefix("\(field.key):") }
            return shown ?? "\(field.key): …"
        }
    }

    /// A value as it is written, where it surely fits.
    private static func value(_ text: String, of shape: Shape) -> String? {
        switch shape {
        case .date: PartialDate(text).map(\.isoDate) ?? DateGuess.of(text)
        case .integer: NumberGuess.number(in: text).map { String($0) }
        case .choice(let values, _): values.contains(text.lowercased()) ? text.lowercased() : nil
        default: nil
        }
    }

    private static func place<R>(_ part: String, among fields: [Field<R>], first: String) -> (String, String)? {
        func only(_ fits: (Shape) -> Bool) -> String? {
            let found = fields.filter { fits($0.shape) }
            return found.count == 1 ? found[0].key : nil
        }
        let date = PartialDate(part).map(\.isoDate) ?? DateGuess.of(part)
        // `agreed 2026-03-12`
        for field in fields where part.lowercased().hasPrefix(field.key) {
            let rest = part.dropFirst(field.key.count)
            guard rest.first.map({ " :=".contains($0) }) ?? false,
                let value = value(String(rest.drop { " :=".contains($0) }), of: field.shape)
            else { continue }
            return (field.key, value)
        }
        let isOneWord = !part.contains(" ")
        if isOneWord, part.contains("@") { return only { $0 == .linkOrText }.map { ($0, part) } }
        if isOneWord, part.contains("://") {
            return (only { $0 == .url } ?? only { $0 == .linkOrText }).map { ($0, part) }
        }
        if let number = NumberGuess.number(in: part), date == nil || Int(part) != nil,
            let key = only({ if case .integer = $0 { true } else { false } })
        {
            return (key, String(number))
        }
        if let date { return only { if case .date = $0 { true } else { false } }.map { ($0, date) } }
        let word = part.lowercased()
        if let key = only({ if case .choice(let values, _) = $0 { values.contains(word) } else { false } }) {
            return (key, word)
        }
        guard let field = fields.first(where: { $0.key == first }) else { return nil }
        switch field.shape {
        case .text, .plain, .mention: return (first, part)
        default: return nil
        }
    }
}

/// Numbers in words: `about 25 people`, `1 hour`.
enum NumberGuess {
    static func help(for node: YAMLNode, _ shape: Shape, _ reader: RecordReader) -> Help? {
        guard case .integer(let range) = shape, let text = node.text else { return nil }
        if reader.key == "minutes", let minutes = minutes(in: text), range.contains(minutes) {
            return reader.inPlace(of: node, String(minutes))
        }
        guard let number = number(in: text), range.contains(number) else { return nil }
        return reader.inPlace(of: node, String(number), isSure: false)
    }

    /// The only number in a text that says nothing of a unit.
    static func number(in text: String) -> Int? {
        let numbers = text.split { !("0"..."9").contains($0) }
        let words = text.lowercased().split { !$0.isLetter }
        guard text.utf8.count <= 40, numbers.count == 1, numbers[0].count <= 9,
            text.allSatisfy({ $0.isLetter || ("0"..."9").contains($0) || " ~≈+%.".contains($0) }),
            !words.contains(where: { word in
                ["hour", "min", "day", "week", "month", "year"].contains { word.hasPrefix($0) }
            })
        else { return nil }
        return Int(numbers[0])
    }

    /// `90 min`, `1 hour`, `1h30`, `1.5 hours`.
    static func minutes(in text: String) -> Int? {
        let word = text.lowercased()
        if ["an hour", "one hour"].contains(word) { return 60 }
        if word == "half an hour" { return 30 }
        var total = 0
        var rest = word[...]
        while !rest.isEmpty {
            let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
            guard let number = Double(digits), number <= 10_000 else { return nil }
            rest = rest[digits.endIndex...].drop { $0 == " " }
            let unit = rest.prefix(while: \.isLetter)
            switch unit {
            case "h", "hr", "hrs", "hour", "hours": total += Int(number * 60)
            case "m", "min", "mins", "minute", "minutes": total += Int(number)
            case "" where total > 0: total += Int(number)
            default: return nil
            }
            rest = rest[unit.endIndex...].drop { " .,".contains($0) }
        }
        return total > 0 ? total : nil
    }
}
