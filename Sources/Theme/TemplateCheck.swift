/// What is wrong with a template as a whole, and where to point at.
struct TemplateFault: Error {
    let path: String
    /// Of a tag's first brace.
    let offset: Int
    let message: String

    init(_ path: String, at offset: Int = 0, _ message: String) {
        self.path = path
        self.offset = offset
        self.message = message
    }
}

/// Finds templates that would never end, or end the program: swift-mustache reads sections and renders partials by
/// recursion, and does not ask whether a partial includes itself.
struct TemplateCheck {
    /// Sections within sections, those of the partials in them included.
    static let depth = 100
    /// Partials that one template comes to, each counted as often as it is included.
    static let inclusions = 10_000

    private struct Inclusion {
        let name: String
        /// Open sections around it.
        let depth: Int
        let offset: Int
    }

    private struct Template {
        let path: String
        var inclusions: [Inclusion] = []
        var depth = 0
    }

    private var templates: [String: Template] = [:]

    /// - Parameter files: texts of templates by path.
    /// - Throws: `TemplateFault`.
    static func check(_ files: [String: String]) throws {
        var check = TemplateCheck()
        for path in files.keys.sorted() { try check.add(path, files[path]!) }
        try check.followInclusions()
    }

    private mutating func add(_ path: String, _ text: String) throws {
        let name = CompiledTheme.name(ofTemplate: path)
        if let other = templates[name] {
            throw TemplateFault(path, "a template is called `\(name)` already: \(other.path).")
        }
        templates[name] = try Self.template(path, text)
    }

    private static func template(_ path: String, _ text: String) throws -> Template {
        var template = Template(path: path)
        var open = 0
        var rest = text.utf8[...]
        while let start = rest.firstIndex(of: "{{".utf8), let end = rest[start...].firstIndex(of: "}}".utf8) {
            let offset = text.utf8.distance(from: text.utf8.startIndex, to: start)
            let tag = rest[rest.index(start, offsetBy: 2)..<end]
            rest = rest[rest.index(end, offsetBy: 2)...]
            switch tag.first {
            case UInt8(ascii: "!"): continue
            case UInt8(ascii: "#"), UInt8(ascii: "^"): open += 1
            case UInt8(ascii: "/"): open -= 1
            case UInt8(ascii: ">"):
                let name = String(String(tag.dropFirst())!.drop { $0.isWhitespace }.prefix { !$0.isWhitespace })
                template.inclusions.append(Inclusion(name: name, depth: max(open, 0), offset: offset))
                if name.hasPrefix("*") {
                    throw TemplateFault(
                        path, at: offset, "`{{>\(name)}}` is not used here: a partial is named as it is.")
                }
            case UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "="):
                throw TemplateFault(
                    path, at: offset,
                    "tags that start with `{{\(Character(Unicode.Scalar(tag.first!)))` are not used here.")
            default: break
            }
            if tag.count > 200 { throw TemplateFault(path, at: offset, "a tag has more than 200 characters.") }
            template.depth = max(template.depth, open)
            if open > depth { throw TemplateFault(path, at: offset, "sections nest more than \(depth) deep.") }
        }
        return template
    }

    /// From the templates that include none to those that include them; what is left over includes itself.
    private func followInclusions() throws {
        var waiting: [String: Int] = [:]
        var includers: [String: [String]] = [:]
        for (name, template) in templates {
            let known = template.inclusions.filter { templates[$0.name] != nil }
            waiting[name] = known.count
            for inclusion in known { includers[inclusion.name, default: []].append(name) }
        }
        var cost: [String: (depth: Int, inclusions: Int)] = [:]
        var ready = templates.keys.filter { waiting[$0] == 0 }.sorted()
        while let name = ready.popLast() {
            cost[name] = try self.cost(of: templates[name]!, cost)
            for includer in includers[name] ?? [] {
                waiting[includer]! -= 1
                if waiting[includer] == 0 { ready.append(includer) }
            }
        }
        if let name = templates.keys.filter({ cost[$0] == nil }).min() {
            throw circle(from: name, besides: Set(cost.keys))
        }
    }

    private func cost(of template: Template, _ known: [String: (depth: Int, inclusions: Int)]) throws -> (
        depth: Int, inclusions: Int
    ) {
        var cost = (depth: template.depth, inclusions: 1)
        for inclusion in template.inclusions {
            guard let part = known[inclusion.name] else { continue }
            cost.depth = max(cost.depth, inclusion.depth + 1 + part.depth)
            cost.inclusions += part.inclusions
        }
        if cost.depth > Self.depth {
            throw TemplateFault(template.path, "with its partials it nests more than \(Self.depth) deep.")
        }
        if cost.inclusions > Self.inclusions {
            throw TemplateFault(template.path, "it comes to more than \(Self.inclusions) partials.")
        }
        return cost
    }

    private func circle(from name: String, besides sound: Set<String>) -> TemplateFault {
        var way = [name]
        while true {
            // Each that is left over includes another that is.
            let next = inclusionThatIsLeft(in: way.last!, besides: sound).name
            if let start = way.firstIndex(of: next) {
                let names = (way[start...] + [next]).map { "`\($0)`" }.joined(separator: " → ")
                return TemplateFault(
                    templates[next]!.path, at: inclusionThatIsLeft(in: next, besides: sound).offset,
                    "the partial includes itself: \(names).")
            }
            way.append(next)
        }
    }

    private func inclusionThatIsLeft(in name: String, besides sound: Set<String>) -> Inclusion {
        templates[name]!.inclusions.first { templates[$0.name] != nil && !sound.contains($0.name) }!
    }
}

extension Collection where Element == UInt8 {
    /// The first place of a short pattern.
    fileprivate func firstIndex(of pattern: String.UTF8View) -> Index? {
        var rest = self[...]
        while let start = rest.firstIndex(of: pattern.first!) {
            rest = rest[start...]
            if rest.starts(with: pattern) { return start }
            rest = rest.dropFirst()
        }
        return nil
    }
}
