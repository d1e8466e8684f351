internal import Diagnostics
internal import Text
internal import Traps
internal import YAML

/// Values in the place of groups of keys.
extension RecordReader {
    /// Reports a value where a group of keys must be, with the group to write: the value may belong after the first of
    /// its keys, or say what does.
    mutating func noGroup<R: Record>(_ type: R.Type, at node: YAMLNode) {
        let help = help(type, for: node)
        if isItem, joinsItems, let joinedItems, let lines = help.paste?.split(separator: "\n").dropFirst() {
            problems[joinedItems].help?.paste? += "\n" + lines.joined(separator: "\n")
            return
        }
        let found =
            if let text = node.text, !text.isEmpty { "`\(text.prefix(60))` is not right here" } else {
                "Found \(node.describedKind)"
            }
        let need =
            isInFlow
            ? "words, each with a colon and a text, in braces"
            : isItem
                ? "lines with a word, a colon and a text" : "several lines, each with a word, a colon and a text"
        report(
            ContentRules.wrongType, node, "\(found): \(isItem ? "each item of " : "")`\(key)` needs \(need).",
            help: help)
        if isItem, joinsItems { joinedItems = problems.count - 1 }
    }

    /// Whether items are all texts in the place of groups.
    func areTexts(_ nodes: [YAMLNode], inPlaceOf item: Shape) -> Bool {
        guard case .record = item, !isInFlow, nodes.count > 1 else { return false }
        return nodes.allSatisfy { node in
            switch node.value {
            case .scalar(let text, _): !text.isEmpty
            case .mapping(let pairs, flow: false):
                pairs.count == 1 && pairs[0].key.contains(" ") && pairs[0].value.text?.isEmpty == false
            default: false
            }
        }
    }

    private func help<R: Record>(_ type: R.Type, for node: YAMLNode) -> Help {
        if let help = shortList(for: node) { return help }
        if let text = node.text, let lines = GroupGuess.lines(of: text, as: R.self, inFlow: isInFlow) {
            return sample(lines, of: R.self)
        }
        let example = R.example
        guard let text = node.text, let first = R.fields.first,
            example.needed.first?.hasPrefix("\(first.key):") == true
        else {
            return sample(example.needed + example.more, of: R.self)
        }
        var record = R()
        var trial = RecordReader(path: path)
        trial.key = first.key
        if isInFlow { trial.levels = levels }
        first.read(&record, node, &trial)
        guard let problem = trial.problems.first else {
            let line =
                "\(first.key): \(isInFlow ? YAMLText.scalar(text, inFlow: true) : FrontMatterValue.written(text))"
            return sample([line] + example.needed.dropFirst(), of: R.self)
        }
        if let help = problem.help, let lines = help.paste?.split(separator: "\n").map(String.init) {
            if lines.first?.hasPrefix("# ") == true { return Help(help.advice, paste: pasted(blocks: lines)) }
            // Else it says when these are right.
            let isAlone = help.advice.isEmpty || help.advice.hasSuffix(":")
            return isAlone ? sample(lines, of: R.self) : Help(help.advice, paste: pasted(lines))
        }
        let said = [problem.isUnder(ContentRules.wrongType) ? nil : problem.message, problem.help?.advice]
        var help = sample(example.needed + example.more, of: R.self)
        help.advice = (said.compactMap { $0 } + [help.advice]).joined(separator: " ")
        return help
    }

    /// Lines of a group to write, with the keys that they may have besides.
    private func sample<R: Record>(_ lines: [String], of type: R.Type) -> Help {
        let shown = Set(lines.map { $0.prefix { $0 != ":" } })
        let more = Self.own(R.fields).filter { !shown.contains($0.key[...]) }
        let names = more.prefix(3).map { "`\($0.key)`" }
        let listed = names.joined(separator: ", ")
        let advice =
            switch more.count {
            case 0: ""
            case 1: "You can add \(listed) (\(more[0].summary.lowercasedFirst.dropLast())). "
            case 2...3: "You can add \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1]). "
            default: "You can add \(listed) and more. "
            }
        let dots = Self.dots(in: lines, of: R.self)
        return Help("\(advice)Write\(dots.isEmpty ? ":" : " this.\(dots)")", paste: pasted(lines))
    }

    /// The same for several groups of which one is meant, each below a remark.
    private func pasted(blocks lines: [String]) -> String {
        var blocks: [(remark: String, lines: [String])] = []
        for line in lines {
            if line.hasPrefix("# ") { blocks.append((line, [])) } else { blocks[blocks.count - 1].lines.append(line) }
        }
        return blocks.map { "\($0.remark)\n\(pasted($0.lines))" }.joined(separator: "\n")
    }

    /// `members: Ann, Jo`, where a list of groups may be written in place of the group.
    private func shortList(for node: YAMLNode) -> Help? {
        guard case .either(_, .list(of: .record(let name)))? = levels.last?.shape(key), !isInFlow,
            let needed = KeyReference.byName[name]?.first(where: \.isRequired), let text = node.text, !text.isEmpty
        else { return nil }
        // A name has no comma; a question may have some.
        let isName = if case .mention = needed.shape { true } else { false }
        let parts = isName ? text.split { ",;".contains($0) }.map { String($0.withoutBlankEnds) } : [text]
        let lines = parts.filter { !$0.isEmpty }.map { "  - \(needed.name): \(FrontMatterValue.written($0))" }
        return Help(
            "Start each on a line of its own with a hyphen and `\(needed.name)`:",
            paste: (["\(key):"] + lines).joined(separator: "\n"))
    }

    /// Those that not every file has.
    private static func own<R: Record>(_ fields: [Field<R>]) -> [Field<R>] {
        guard fields.contains(where: { $0.key == "draft" }) else { return fields }
        let common = Set(KeyReference.common.keys.map(\.name))
        return fields.filter { $0.isRequired || !common.contains($0.key) }
    }

    /// Lines of a group as they are written below the key that is being read, or in its braces.
    private func pasted(_ lines: [String]) -> String {
        if isInFlow {
            let group = "{\(lines.joined(separator: ", "))}"
            return "\(key): \(isItem ? "[\(group)]" : group)"
        }
        let isList = if case .list? = levels.last?.shape(key) { true } else { isItem }
        return (["\(key):"] + lines.enumerated().map { "  \(isList ? $0.offset == 0 ? "- " : "  " : "")\($0.element)" })
            .joined(separator: "\n")
    }

    // MARK: Items

    /// Puts items together that are one, because each line of it has a hyphen, and reports them.
    mutating func joining(_ nodes: [YAMLNode], _ item: Shape) -> [YAMLNode] {
        guard nodes.count > 1, case .record(let name) = item, let keys = KeyReference.byName[name] else { return nodes }
        let needed = keys.filter(\.isRequired).map(\.name)
        // A list may be written in place of the group that it is a key of.
        let shown = levels.last.flatMap { $0.isImplied ? $0.key : nil } ?? key
        var joined: [YAMLNode] = []
        var second: [Int: YAMLPair] = [:]
        for node in nodes {
            guard let last = joined.last, case .mapping(let above, flow: false) = last.value,
                case .mapping(let pairs, flow: false) = node.value, let first = pairs.first,
                needed.contains(where: { key in
                    above.contains { $0.key == key } && !pairs.contains { $0.key == key }
                }),
                pairs.allSatisfy({ pair in
                    keys.contains { $0.name == pair.key } && !above.contains { $0.key == pair.key }
                })
            else {
                joined.append(node)
                continue
            }
            let index = joined.count - 1
            second[index] = second[index] ?? first
            joined[index] = YAMLNode(value: .mapping(above + pairs, flow: false), range: last.range)
        }
        for (index, pair) in second.sorted(by: { $0.key < $1.key }) {
            guard case .mapping(let pairs, _) = joined[index].value else { continue }
            problems.append(
                ContentRules.missingKey.at(
                    pair.keyRange, in: path,
                    "`\(pair.key)` has a hyphen of its own, so it starts another \(name).",
                    help: Help(
                        "If they are one \(name), only its first line has a hyphen; the others start with two spaces:",
                        paste: Self.lines(pairs, at: [(shown, true)], isEmpty: true))))
        }
        return joined
    }

    /// An item in which a colon makes a key of the start of a text.
    ///
    /// - Returns: that text, where the item must be a group and so is reported; `nil` where it was reported.
    mutating func unkeyed(_ node: YAMLNode, _ item: Shape) -> YAMLNode? {
        guard case .mapping(let pairs, flow: false) = node.value, pairs.count == 1, let pair = pairs.first,
            case .scalar(let value, quoted: false) = pair.value.value, !value.isEmpty
        else { return node }
        let text = "\(pair.key): \(value)"
        switch item {
        case .record:
            return pair.key.contains(" ")
                ? YAMLNode(value: .scalar(text, quoted: false), range: pair.keyRange) : node
        case .plain, .linkOrText, .mention, .text:
            let isAddress =
                item == .linkOrText && !value.contains(" ") && (value.contains("@") || value.contains("://"))
            problems.append(
                ContentRules.wrongType.at(
                    pair.keyRange, in: path, "The colon makes a key of `\(pair.key)`, and this item must be a text.",
                    help: isAddress
                        ? Help("Write the address alone:", paste: "  - \(FrontMatterValue.written(value))")
                        : Help("Put quotes around the item:", paste: "  - \(FrontMatterValue.written(text))")))
            return nil
        default: return node
        }
    }

    /// `- name: agile`, where an item is an id by itself.
    func idAlone(_ node: YAMLNode, _ shape: Shape) -> Help? {
        guard case .term(let kind) = shape, case .mapping(let pairs, flow: false) = node.value, pairs.count == 1,
            let text = pairs[0].value.text, ["name", "id", "title", kind.singular].contains(pairs[0].key)
        else { return nil }
        return Help("Write the id alone:", paste: "  - \(ID.isValid(text) ? text : ID.from(text))")
    }

    // MARK: Items in a text

    /// Reports items of a list that go on from the value above them, because it is on the line of the key or they are
    /// further to the right.
    mutating func reportItemsInText(_ pair: YAMLPair, _ shape: Shape) -> Bool {
        let isList = if case .list = shape { true } else { false }
        if let items = pair.value.itemsInText {
            let text = "\(pair.key): \(FrontMatterValue.written(items.joined(separator: " - ")))"
            let list = items.map { "  - \(FrontMatterValue.written($0))" }.joined(separator: "\n")
            report(
                ContentRules.wrongType, pair.value,
                "`\(pair.key)` has a value on its own line, so the line with a hyphen below is read as part of it.",
                help: isList
                    ? Help("Start each item on a line of its own:", paste: "\(pair.key):\n\(list)")
                    : Help("`\(pair.key)` takes no list. Write it on one line:", paste: text))
            return true
        }
        guard case .sequence(let nodes) = pair.value.value, let node = nodes.first(where: { $0.itemsInText != nil })
        else { return false }
        report(
            ContentRules.wrongType, node,
            "The line below this item starts with a hyphen further to the right, so it is read as part of this one.",
            help: Help(
                "Start all items in the same column:",
                paste: node.itemsInText!.map { "  - \(FrontMatterValue.written($0))" }.joined(separator: "\n")))
        return true
    }

    // MARK: Braces

    /// Reports `{Jo, jo@example.gov}`, where values have no keys.
    mutating func reportValuesWithoutKeys<R: Record>(_ pairs: [YAMLPair], in fields: [Field<R>]) -> Bool {
        guard pairs.allSatisfy({ pair in !pair.key.contains(":") && !pair.key.contains("=") }),
            !pairs.contains(where: { pair in fields.contains { $0.key == pair.key } })
        else { return false }
        // Which key is the first one's is a guess, and those of the others are not known.
        let values = pairs.map { YAMLText.scalar($0.key, inFlow: true) }
        let keys = Self.own(fields).prefix(4).map { "`\($0.key)`" }.joined(separator: ", ")
        let first = Self.own(fields).first?.key ?? "…"
        let shown = ["\(first): \(values[0])"] + values.dropFirst().map { "…: \($0)" }
        problems.append(
            ContentRules.flowComma.at(
                pairs[0].keyRange, in: path,
                pairs.count == 1 ? "This value has no key before it." : "These values have no keys before them.",
                help: Help(
                    "Its keys are \(keys). Write each value after its key, a colon and a space:",
                    paste: "{\(shown.joined(separator: ", "))}")))
        return true
    }

    /// Reports `{name:Jo}` and `{name = Jo}`.
    mutating func reportNoSpace<R: Record>(_ pair: YAMLPair, in fields: [Field<R>]) -> Bool {
        guard let sign = pair.key.firstIndex(where: { $0 == ":" || $0 == "=" }) else { return false }
        let name = String(pair.key[..<sign].withoutBlankEnds)
        guard fields.contains(where: { $0.key == name }) else { return false }
        let value = String(pair.key[pair.key.index(after: sign)...].withoutBlankEnds)
        let line = "\(name): \(YAMLText.scalar(value, inFlow: true))"
        let isAsWritten = pair.keyRange.count == pair.key.utf8.count
        problems.append(
            YAMLRules.missingSpace.at(
                pair.keyRange, in: path,
                pair.key[sign] == ":"
                    ? "There is no space after `\(name):`." : "After a key comes a colon and a space, not `=`.",
                help: .paste(
                    line, replacement: isAsWritten ? Replacement(range: pair.keyRange, text: line) : nil)))
        return true
    }
}

extension YAMLNode {
    /// The parts of a text whose second line starts with a hyphen as an item does; `nil` for any other value.
    fileprivate var itemsInText: [String]? {
        guard case .scalar(let text, quoted: false) = value, text.utf8.dropFirst(range.count).starts(with: " - ".utf8)
        else { return nil }
        return [String(decoding: text.utf8.prefix(range.count), as: UTF8.self)]
            + text.utf8.dropFirst(range.count + 3).split(separator: " - ".utf8).map {
                String(decoding: $0, as: UTF8.self)
            }
    }
}
