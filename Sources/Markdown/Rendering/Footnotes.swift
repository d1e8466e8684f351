internal import Text

/// The footnotes of one body: which are defined and which are referred to, in what order.
struct Footnotes {
    /// By label: the first definition of each, as an index into `Rewritten.footnotes`.
    private let definitions: [FootnoteLabel: Int]
    /// The definitions that are referred to, in order of their first references; the number of each is its position
    /// here, from 1.
    private(set) var used: [Int] = []
    private var numbers: [Int: Int] = [:]
    /// How often each of `used` is referred to.
    private(set) var references: [Int] = []
    /// By definition: the quote that holds it.
    var quotes: [Int: Node] = [:]

    init(_ rewritten: Rewritten?) {
        let labels = rewritten?.footnotes.map(\.label) ?? []
        definitions = Dictionary(zip(labels, labels.indices), uniquingKeysWith: { first, _ in first })
    }

    /// Looking for the nearest name costs time for each name there is, so after this many it is left out.
    private var searchesLeft = 50

    /// The name of the footnote that may be meant.
    mutating func nearest(to label: FootnoteLabel) -> String? {
        guard searchesLeft > 0, !definitions.isEmpty else { return nil }
        searchesLeft -= 1
        return NearestMatch.of(label.text, among: definitions.keys.lazy.map(\.text))
    }

    /// The title of a page is removed from its text with the references in it.
    mutating func forgetReferences() {
        used = []
        numbers = [:]
        references = []
    }

    func isDefined(_ label: FootnoteLabel) -> Bool { definitions[label] != nil }
    /// Whether another definition of the same label comes before it.
    func isRepeated(_ definition: Int, _ label: FootnoteLabel) -> Bool { definitions[label] != definition }
    func isUsed(_ definition: Int) -> Bool { numbers[definition] != nil }

    /// Counts a reference: the footnote's number and which reference to it this is, both from 1.
    mutating func refer(to label: FootnoteLabel) -> (number: Int, reference: Int)? {
        guard let definition = definitions[label] else { return nil }
        let number = numbers[definition] ?? used.count + 1
        if number > used.count {
            numbers[definition] = number
            used.append(definition)
            references.append(0)
        }
        references[number - 1] += 1
        return (number, references[number - 1])
    }

    // Ids have a dot, which those of headings cannot have.

    static func id(_ number: Int) -> String { "fn.\(number)" }

    static func referenceID(_ number: Int, _ reference: Int) -> String {
        reference == 1 ? "fnref.\(number)" : "fnref.\(number).\(reference)"
    }
}
