internal import Text

/// Renders a template to bytes: the part of Mustache that `TemplateTags` reads, with transforms.
///
/// A name is looked up from the innermost section outward. What is not found is false in a section and empty as a
/// variable; `TemplateScanner` reports such names before a page is rendered.
struct TemplateRenderer {
    private let steps: UnsafeBufferPointer<TemplateLibrary.Step>
    private let texts: UnsafeBufferPointer<UInt8>
    private let names: UnsafeBufferPointer<FieldName>
    private let library: TemplateLibrary
    private var out: [UInt8] = []
    /// What names are looked up in, the innermost last.
    private var scopes: [ContextValue]

    /// - Parameter template: an index in the library.
    static func render(_ template: Int, of library: TemplateLibrary, _ context: Context) -> [UInt8] {
        library.steps.withUnsafeBufferPointer { steps in
            library.texts.withUnsafeBufferPointer { texts in
                library.names.withUnsafeBufferPointer { names in
                    var renderer = TemplateRenderer(
                        steps: steps, texts: texts, names: names, library: library, scopes: [.object(context)])
                    renderer.render(library.templates[template], at: nil, [])
                    return renderer.out
                }
            }
        }
    }

    private init(
        steps: UnsafeBufferPointer<TemplateLibrary.Step>, texts: UnsafeBufferPointer<UInt8>,
        names: UnsafeBufferPointer<FieldName>, library: TemplateLibrary, scopes: [ContextValue]
    ) {
        self.steps = steps
        self.texts = texts
        self.names = names
        self.library = library
        self.scopes = scopes
    }

    /// The position of an item in the list whose section this is.
    private struct Position {
        let index: Int
        let isLast: Bool
    }

    /// Recursion is as deep as sections and partials nest, which `TemplateCheck` bounds.
    ///
    /// - Parameter indentation: of partials that are indented; it is put before each line but the first.
    private mutating func render(_ range: Range<Int>, at position: Position?, _ indentation: [UInt8]) {
        let start = out.count
        var index = range.lowerBound
        while index < range.upperBound {
            let step = steps[index]
            index += 1
            if case .text(let text) = step {
                add(text, from: start, indentation)
                continue
            }
            let isIndented = !indentation.isEmpty && isAtLineStart(from: start)
            if isIndented { out += indentation }
            let before = out.count
            switch step {
            case .text: break
            case .value(let name, let isEscaped): add(value(name, at: position), isEscaped: isEscaped)
            case .section(let name, let end):
                renderSection(value(name, at: position), index..<Int(end), at: position, indentation)
                index = Int(end)
            case .inverted(let name, let end):
                if Self.isFalse(value(name, at: position)) { render(index..<Int(end), at: position, indentation) }
                index = Int(end)
            case .partial(let partial, let own):
                let own = bytes(own)
                out += own
                if let partial {
                    render(library.templates[Int(partial)], at: nil, own.isEmpty ? indentation : indentation + own)
                }
            }
            if isIndented, out.count == before { out.removeLast(indentation.count) }
        }
    }

    private func isAtLineStart(from start: Int) -> Bool { out.count > start && out.last == UInt8(ascii: "\n") }

    private func bytes(_ range: Range<Int32>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: texts[Int(range.lowerBound)..<Int(range.upperBound)])
    }

    private mutating func add(_ text: Range<Int32>, from start: Int, _ indentation: [UInt8]) {
        let text = bytes(text)
        if indentation.isEmpty { return out.append(contentsOf: text) }
        var rest = text[...]
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
            if isAtLineStart(from: start) { out += indentation }
            out += rest[..<end]
            rest = rest[end...]
        }
    }

    // MARK: Values

    /// What a name leads to, or what a transform made of it.
    private enum Value {
        case of(ContextValue)
        case number(Int)
    }

    private mutating func add(_ value: Value?, isEscaped: Bool) {
        switch value {
        case .of(.text(var text)):
            if isEscaped { HTMLEscape.append(text, to: &out) } else { text.withUTF8 { out.append(contentsOf: $0) } }
        case .number(let number): out += String(number).utf8
        case .of(.flag(let flag)): out += (flag ? "true" : "false").utf8
        case .of(.object), .of(.list), .of(.strings), .of(.none), nil: break
        }
    }

    private mutating func renderSection(
        _ value: Value?, _ steps: Range<Int>, at position: Position?, _ indentation: [UInt8]
    ) {
        switch value {
        case nil, .of(.none): break
        case .of(.flag(let flag)): if flag { render(steps, at: position, indentation) }
        case .of(.list(let items)):
            for (index, item) in items.enumerated() {
                scopes.append(.object(item))
                render(steps, at: Position(index: index, isLast: index == items.count - 1), indentation)
                scopes.removeLast()
            }
        case .of(let inner):
            scopes.append(inner)
            render(steps, at: nil, indentation)
            scopes.removeLast()
        case .number: render(steps, at: nil, indentation)
        }
    }

    private static func isFalse(_ value: Value?) -> Bool {
        switch value {
        case nil, .of(.none): true
        case .of(.flag(let flag)): !flag
        case .of(.list(let items)): items.isEmpty
        case .of, .number: false
        }
    }

    private func value(_ reference: TemplateLibrary.Reference, at position: Position?) -> Value? {
        if reference.isPosition { return position.flatMap { value(of: $0, reference) } }
        guard let found = found(reference) else { return nil }
        if reference.transforms.isEmpty { return .of(found) }
        return transformed(.of(found), reference.transforms)
    }

    private func found(_ reference: TemplateLibrary.Reference) -> ContextValue? {
        guard let first = reference.names.first else { return scopes.last }
        guard var value = looked(up: names[Int(first)], isLocal: reference.isLocal) else { return nil }
        for name in reference.names.dropFirst() {
            guard let child = value.child(names[Int(name)]) else { return nil }
            value = child
        }
        return value
    }

    private func looked(up name: FieldName, isLocal: Bool) -> ContextValue? {
        var index = scopes.count
        while index > 0 {
            index -= 1
            if let value = scopes[index].child(name) { return value }
            if isLocal { return nil }
        }
        return nil
    }

    // MARK: Transforms

    private func value(of position: Position, _ reference: TemplateLibrary.Reference) -> Value? {
        guard let first = reference.transforms.first else { return nil }
        let value: Value
        switch library.transforms[Int(first)] {
        case .index: value = .number(position.index)
        case .first: value = .of(.flag(position.index == 0))
        case .last: value = .of(.flag(position.isLast))
        case .even: value = .of(.flag(position.index.isMultiple(of: 2)))
        case .odd: value = .of(.flag(!position.index.isMultiple(of: 2)))
        case .reversed, .count, .empty, .equalzero, .plusone, .minusone, .unknown: return nil
        }
        return transformed(value, reference.transforms.dropFirst())
    }

    /// - Parameter transforms: indexes in the library.
    private func transformed(_ value: Value, _ transforms: Range<Int32>) -> Value? {
        var value = value
        for index in transforms {
            guard let next = Self.transformed(value, library.transforms[Int(index)]) else { return nil }
            value = next
        }
        return value
    }

    private static func transformed(_ value: Value, _ transform: TemplateLibrary.Operation) -> Value? {
        switch (value, transform) {
        case (.of(.list(let items)), .first): items.first.map { .of(.object($0)) }
        case (.of(.list(let items)), .last): items.last.map { .of(.object($0)) }
        case (.of(.list(let items)), .reversed): .of(.list(items.reversed()))
        case (.of(.list(let items)), .count): .number(items.count)
        case (.of(.list(let items)), .empty): .of(.flag(items.isEmpty))
        case (.number(let number), .plusone): .number(number + 1)
        case (.number(let number), .minusone): .number(number - 1)
        case (.number(let number), .equalzero): .of(.flag(number == 0))
        case (.number(let number), .even): .of(.flag(number.isMultiple(of: 2)))
        case (.number(let number), .odd): .of(.flag(!number.isMultiple(of: 2)))
        default: nil
        }
    }
}

extension ContextValue {
    /// What a name within this value leads to; `nil` if the search goes on outside.
    fileprivate func child(_ name: FieldName) -> ContextValue? {
        switch self {
        case .object(let object): object[name]
        case .strings(let strings): .text(strings[name.text])
        case .text, .flag, .list, .none: nil
        }
    }
}
