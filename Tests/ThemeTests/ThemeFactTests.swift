import Testing

/// Facts that a theme declares and shows: keys of entries that start with `x_`.
@Suite struct ThemeFactTests {
    private static let own = "name: own\nextends: default\nfields:\n  x_region: The region.\n"

    private func ownFault(in template: String) throws -> String {
        try report(["theme.yaml": Self.own, "pages/resource.mustache": template]).joined(separator: "\n")
    }

    @Test func `a fact of its own is known where the theme declares it`() throws {
        #expect(
            try ownFault(in: "{{x.region}}{{#x}}{{region}}{{/x}}{{#x.region_list}}{{{link}}}{{/x.region_list}}") == "")
        let misspelt = try ownFault(in: "{{x.regoin}}")
        #expect(placed(misspelt) == "pages/resource.mustache:1:1: unknown-variable")
        #expect(misspelt.hasSuffix(" (own facts). Did you mean `region`?") && !misspelt.contains("\n"))
        #expect(
            try ownFault(in: "{{{x.region}}}").contains(": unescaped-text: `x.region` is a text"))
        for name in [".", "..", "..."] {
            #expect(
                try ownFault(in: "{{#x.region}}{{{\(name)}}}{{/x.region}}").contains(
                    ": unescaped-text: `\(name)` is a text"))
        }
        #expect(try report(["pages/resource.mustache": "{{x.region}}"]).first?.contains("`x` has no `region`") == true)
        #expect(try fault(in: "{{x.region}}").contains("`x` is not one of the names that `pages/list` receives"))
    }

    @Test(arguments: [
        ("<a href=\"{{x.region}}\">", "the beginning of an address"), ("<img src=' {{x.region}}'>", "an address"),
        ("<p style=\"color: {{x.region}}\">", "part of a style"), ("<style>{{x.region}}</style>", "part of a style"),
        ("<p onclick=\"a('{{x.region}}')\">", "part of a script"),
        ("<script>{{x.region}}</script>", "part of a script"),
        ("<p class={{x.region}}>", "part of a tag, without quotes"), ("<p {{x.region}}>", "part of a tag"),
        ("<{{x.region}}>", "part of a tag"), ("<p on{{t.search}}='{{x.region}}'>", "part of a script"),
        ("<a href=\"{{> mine}}\">", "the beginning of an address"), ("<a href=\"/{{x.region}}\">", "an address"),
        ("<img srcset=\"a.png 1x, {{x.region}} 2x\">", "an address"),
        ("<a href=\"javascript:a({{x.region}})\">", "part of a script"),
    ])
    func `a fact of its own does not become code`(template: String, place: String) throws {
        let found = try report([
            "theme.yaml": Self.own, "pages/resource.mustache": template + "{{#x.region}}{{> mine}}{{/x.region}}",
            "components/mine/mine.mustache": "{{x.region}}",
        ])
        #expect(found.count == 1 && found[0].contains(": unsafe-place: ") && found[0].contains(place), "\(found)")
    }

    @Test(arguments: [
        "{{x.region}}", "<p class=\"r {{x.region}}\" data-r='{{x.region}}'>{{x.region}}</p>",
        "<a href=\"r/{{x.region}}/\">",
        "<script></script>{{x.region}}", "<!-- <p {{x.region}}> -->", "<p data-{{t.search}}=\"{{x.region}}\">",
        "<script type=\"text/html\"><p>{{x.region}}</p></script>",
    ])
    func `a fact of its own may be a text or a quoted value`(template: String) throws {
        #expect(try ownFault(in: template) == "")
    }
}
