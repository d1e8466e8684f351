public import Diagnostics
internal import YAML

extension ContentParser {
    /// The web addresses that a file names, in its facts and its text, in the order in which they appear.
    ///
    /// Leaves out those of calls, which only answer during the call, and those for signing up to what is over.
    ///
    /// - Parameter today: the day by which an event is over.
    /// - Returns: an empty list if the file cannot be read as content.
    public static func webAddresses(of file: SourceFile, _ options: Options, on today: CivilDay) -> [Located<String>] {
        var options = options
        options.listsExternalLinks = true
        guard let document = parse(file, options).document else { return [] }
        var unasked: Set = ["online"]
        if case .event(let event) = document.entry, event.repeats == nil,
            let last = (event.ends ?? event.starts)?.value.lastDay, last < today
        {
            unasked.insert("register")
        }
        var found: [Located<String>] = []
        ShapedValues.visit(file, KeyReference.group(of: document.entryPath.kind), without: unasked) { node, _ in
            if case .scalar(let text, _) = node.value { found.append(Located(text, node.range)) }
        }
        found += document.body.externalLinks.map { Located($0.destination, $0.range) }
        // A value that may have either of two shapes is met twice.
        var seen: Set<ByteRange> = []
        return found.filter { isOfTheWeb($0.value) && seen.insert($0.range).inserted }.sorted {
            $0.range.lowerBound < $1.range.lowerBound
        }
    }

    private static func isOfTheWeb(_ address: String) -> Bool {
        let start = address.prefix(8).lowercased()
        return (start.hasPrefix("https://") || start.hasPrefix("http://") || start.hasPrefix("//"))
            && !address.contains { $0.isWhitespace }
    }
}
