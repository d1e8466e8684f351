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

/// Finds templates that would never end, or end the program: sections and partials are rendered by recursion.
struct TemplateCheck {
    /// Sections within sections, those of the partials in them included.
    static let depth = 100
    /// Partials that one template reaches, each counted as often as it is included.
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

    /// - Parameter templates: one that cannot be read has no tags here, and is never rendered.
    /// - Throws: `TemplateFault`.
    static func check(_ templates: [TemplateTags]) throws {
        var check = TemplateCheck()
        for template in templates { try check.add(template) }
        try check.followInclusions()
    }

    private mutating func add(_ template: TemplateTags) throws {
        let name = CompiledTheme.name(ofTemplate: template.path)
        if let other = templates[name] {
            throw TemplateFault(template.path, "a template is called `\(name)` already: \(other.path).")
        }
        templates[name] = try Self.summary(of: template)
    }

    private static func summary(of template: TemplateTags) throws -> Template {
        var summary = Template(path: template.path)
        var open = 0
        for tag in template.tags {
            let offset = tag.range.lowerBound
            switch tag.kind {
            case .section, .inverted: open += 1
            case .close: open -= 1
            case .partial: summary.inclusions.append(Inclusion(name: tag.name, depth: open, offset: offset))
            case .variable, .unescaped, .comment: break
            }
            summary.depth = max(summary.depth, open)
            if open > depth { throw TemplateFault(template.path, at: offset, "sections nest more than \(depth) deep.") }
        }
        return summary
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
            throw TemplateFault(template.path, "it includes more than \(Self.inclusions) partials.")
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
