import Testing

@testable import Theme

/// Dillo 3.0.5 reads only a part of CSS, and splits selectors at every comma, also at those of an `:is()`. What is
/// between two of them is a selector of its own for it. So `:is(.a, .members, .b) p` once hid a whole page of members.
@Suite struct PlainBrowserStyleTests {
    private struct Rule {
        let selector: String
        let declarations: String
    }

    /// The rules that it reads: those that are in no at-rule, or for all screens.
    private static func rules(_ css: String) -> [Rule] {
        var rules: [Rule] = []
        var around: [String] = []
        var text = ""
        for character in withoutComments(css) {
            switch character {
            case "{":
                around.append(text.trimmed)
                text = ""
            case "}":
                let selector = around.popLast() ?? ""
                if !selector.hasPrefix("@"), around.allSatisfy({ $0 == "@media screen" }) {
                    rules.append(Rule(selector: selector, declarations: text))
                }
                text = ""
            default: text.append(character)
            }
        }
        return rules
    }

    private static func withoutComments(_ css: String) -> String {
        let parts = css.split(separator: "/*", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts[0])) { text, part in
            guard let end = part.firstRange(of: "*/")?.upperBound else { return text }
            return text + part[end...]
        }
    }

    /// The selectors of a list, which commas in brackets do not end.
    private static func selectors(_ list: String) -> [String] {
        var selectors = [""]
        var depth = 0
        for character in list {
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            if character == ",", depth == 0 {
                selectors.append("")
            } else {
                selectors[selectors.count - 1].append(character)
            }
        }
        return selectors.map(\.trimmed)
    }

    /// The selectors that it takes for ones of their own, in rules that hide or move something.
    private static func misread(_ css: String) -> [String] {
        rules(css).flatMap { rule -> [String] in
            let moves = ["display:", "position:", "text-align:", "visibility:"].contains(
                where: rule.declarations.contains)
            guard moves else { return [] }
            let meant = selectors(rule.selector)
            return rule.selector.split(separator: ",").map { String($0).trimmed }.filter { part in
                !part.contains("(") && !part.contains(")") && !meant.contains(part)
            }
        }
    }

    @Test func `no list in a selector hides or moves what it does not mean in a browser that splits it`() {
        let styles = DefaultTheme.files.filter { $0.key.hasSuffix(".css") }
        #expect(styles.count > 20)
        for (path, css) in styles {
            #expect(Self.misread(css) == [], "\(path): put each class between two commas into an `:is()` of its own")
        }
    }

    @Test(arguments: [
        (":is(.a, .b, .c) p { display: none; }", [".b"]), (":is(.a, :is(.b), .c) p { display: none; }", []),
        (".a, .b, .c { display: none; }", []), (":is(.a, .b, .c) p { color: red; }", []),
        ("/* :is(a, b, c) { */ @media screen { p:not(.a, .b, .c) { text-align: right; } }", [".b"]),
        ("@media (width > 1em) { :is(.a, .b, .c) { display: none; } }", []),
    ])
    func `what it misreads is found`(css: String, found: [String]) {
        #expect(Self.misread(css) == found)
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
