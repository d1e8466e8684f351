import Foundation
import TestSupport
import Testing

@testable import Pages

/// The network as files for other programs.
@Suite struct NetworkFileTests {
    /// A name with signs of XML and what YAML writes for a tab, one that begins as a formula, a connection with a
    /// direction beside one without, and a likeness.
    private static let content = [
        "site.yaml": "title: T\nbase_url: https://example.gov/x/\nlist_members: counts\n",
        "governments/north.md": "---\nname: North & South\n---\n", "governments/east.md": "---\nname: East\n---\n",
        "roles/baker.md": "---\nname: Baker\n---\n",
        "communities/a.md": """
        ---
        name: "A &\\t\\"B\\" <c>"
        summary: S.
        government: [north, east]
        roles: [baker]
        stage: forming
        scope: international
        member_count: {count: 90, as_of: 2026}
        connections: [{to: b, kind: part-of}]
        wants: [a room]
        members: [{person: Ada Hidden, agreed: 2026-01-10}, {person: Grace Hidden}]
        ---

        """,
        "communities/b.md": """
        ---
        name: =HYPERLINK(1)
        summary: S.
        closed: 2020
        members: [{person: Ada Hidden, agreed: 2026-01-10}]
        ---

        """,
        "communities/c.md": "---\nname: Sea\nsummary: S.\nroles: [baker]\noffers: [a room]\n---\n",
        "map.yaml": "a: [100, 50.5]\nb: [300, 200]\nc: [600, 30]\n",
    ]

    @Test func `network.json has fractions only, and says how networkx is to read it`() async throws {
        let json = try await TestSite(Self.content).page("data/network.json")
        #expect(
            json == """
                {"width":1000,"height":256,"directed":false,"multigraph":true,
                "nodes":[
                {"id":"a","name":"A \\u0026 \\"B\\" \\u003cc\\u003e","url":"communities/a/","x":100.0,"y":50.5,"r":9.4,\
                "government":["north","east"],"roles":["baker"],"topics":[],"stage":"forming","scope":"international",\
                "members":90},
                {"id":"b","name":"=HYPERLINK(1)","url":"communities/b/","x":300.0,"y":200.0,"r":8.0,"government":[],\
                "roles":[],"topics":[],"stage":"closed"},
                {"id":"c","name":"Sea","url":"communities/c/","x":600.0,"y":30.0,"r":8.0,"government":[],\
                "roles":["baker"],"topics":[]}
                ]
                ,"edges":[
                {"from":"a","to":"b","kind":"part-of","weight":1.00,"directed":true,"declared":true,\
                "reasons":["Part of"]},
                {"from":"a","to":"b","kind":"shared-members","weight":1.00,"directed":false,"declared":false,\
                "reasons":["1 person in common"]}
                ]
                ,"suggestions":[
                {"from":"a","to":"c","score":0.78,"reasons":["Both are for people who work as baker.",\
                "Sea offers what A \\u0026 \\"B\\" \\u003cc\\u003e wants: a room."]}
                ]
                }

                """)
    }

    @Test func `network.graphml declares each fact once by its name, and has no empty one`() async throws {
        let text = try await TestSite(Self.content).page("data/network.graphml")
        let keys = text.split(separator: "\n").filter { $0.hasPrefix("<key ") }
        #expect(
            keys.contains("<key id=\"members\" for=\"node\" attr.name=\"members\" attr.type=\"long\"/>")
                && keys.contains("<key id=\"edge_weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>"))
        #expect(keys.count == 17 && Set(keys).count == 17)
        #expect(
            text.hasPrefix(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

                """
            ))
        #expect(
            text.hasSuffix(
                """
                <graph edgedefault="undirected">
                <node id="a"><data key="label">A &amp; &quot;B&quot; &lt;c&gt;</data><data key="kind">community</data>\
                <data key="governments">North &amp; South; East</data><data key="roles">Baker</data>\
                <data key="stage">forming</data><data key="scope">international</data><data key="members">90</data>\
                <data key="url">https://example.gov/x/communities/a/</data><data key="x">100.0</data>\
                <data key="y">50.5</data><data key="size">9.4</data></node>
                <node id="b"><data key="label">=HYPERLINK(1)</data><data key="kind">community</data>\
                <data key="stage">closed</data><data key="url">https://example.gov/x/communities/b/</data>\
                <data key="x">300.0</data><data key="y">200.0</data><data key="size">8.0</data></node>
                <node id="c"><data key="label">Sea</data><data key="kind">community</data>\
                <data key="roles">Baker</data><data key="url">https://example.gov/x/communities/c/</data>\
                <data key="x">600.0</data><data key="y">30.0</data><data key="size">8.0</data></node>
                <edge source="a" target="b"><data key="edge_kind">part-of</data><data key="edge_directed">true</data>\
                <data key="edge_stated_by">a</data><data key="edge_weight">1.00</data>\
                <data key="edge_label">Part of</data></edge>
                <edge source="a" target="b"><data key="edge_kind">shared-members</data>\
                <data key="edge_directed">false</data><data key="edge_weight">1.00</data>\
                <data key="edge_label">1 person in common</data></edge>
                <edge source="a" target="c"><data key="edge_kind">suggestion</data>\
                <data key="edge_directed">false</data><data key="edge_weight">0.78</data>\
                <data key="edge_label">Both are for people who work as baker. \
                Sea offers what A &amp; &quot;B&quot; &lt;c&gt; wants: a room.</data></edge>
                </graph>
                </graphml>

                """))
    }

    @Test func `network.gexf is of version 1.3, with positions and sizes, and an id on each edge`() async throws {
        let text = try await TestSite(Self.content).page("data/network.gexf")
        #expect(
            text.hasPrefix(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
                <graph defaultedgetype="undirected" mode="static">
                <attributes class="node" mode="static">
                <attribute id="kind" title="kind" type="string"/>

                """))
        #expect(
            text.contains(
                """
                <node id="a" label="A &amp; &quot;B&quot; &lt;c&gt;"><attvalues>\
                <attvalue for="kind" value="community"/><attvalue for="governments" value="North &amp; South; East"/>\
                <attvalue for="roles" value="Baker"/><attvalue for="stage" value="forming"/>\
                <attvalue for="scope" value="international"/><attvalue for="members" value="90"/>\
                <attvalue for="url" value="https://example.gov/x/communities/a/"/></attvalues>\
                <viz:size value="9.4"/><viz:position x="100.0" y="50.5" z="0.0"/></node>

                """))
        #expect(
            text.hasSuffix(
                """
                <edges>
                <edge id="0" source="a" target="b" weight="1.00" label="Part of"><attvalues>\
                <attvalue for="kind" value="part-of"/><attvalue for="directed" value="true"/>\
                <attvalue for="stated_by" value="a"/></attvalues></edge>
                <edge id="1" source="a" target="b" weight="1.00" label="1 person in common"><attvalues>\
                <attvalue for="kind" value="shared-members"/><attvalue for="directed" value="false"/></attvalues></edge>
                <edge id="2" source="a" target="c" weight="0.78" \
                label="Both are for people who work as baker. Sea offers what A &amp; &quot;B&quot; &lt;c&gt; wants: \
                a room.">\
                <attvalues><attvalue for="kind" value="suggestion"/><attvalue for="directed" value="false"/>\
                </attvalues></edge>
                </edges>
                </graph>
                </gexf>

                """))
    }

    @Test func `the two sheets are joined by ids, and no cell is a formula`() async throws {
        let site = try await TestSite(Self.content)
        #expect(
            site.page("data/nodes.csv") == """
                \u{FEFF}Id,Label,Kind,Governments,Roles,Topics,Stage,Scope,Members,Url,X,Y,Size\r
                a,"A & ""B"" <c>",community,"North & South; East",Baker,,forming,international,90,\
                https://example.gov/x/communities/a/,100.0,50.5,9.4\r
                b,'=HYPERLINK(1),community,,,,closed,,,https://example.gov/x/communities/b/,300.0,200.0,8.0\r
                c,Sea,community,,Baker,,,,,https://example.gov/x/communities/c/,600.0,30.0,8.0\r

                """)
        #expect(
            site.page("data/edges.csv") == """
                \u{FEFF}Source,Target,Type,Weight,Kind,Label\r
                a,b,Directed,1.00,part-of,Part of\r
                a,b,Undirected,1.00,shared-members,1 person in common\r
                a,c,Undirected,0.78,suggestion,"Both are for people who work as baker. Sea offers what A & ""B"" <c> \
                wants: a room."\r

                """)
    }

    @Test(arguments: ["counts", "stewards", "names", "false", "flase"])
    func `people are numbers, whatever list_members says`(listing: String) async throws {
        var content = Self.content
        content["site.yaml"]!.replace("counts", with: listing)
        let site = try await TestSite(content)
        for format in NetworkFormat.allCases {
            let text = site.page(format.path)
            #expect(!text.contains("Hidden") && text.contains("1 person in common") == (format != .nodes))
        }
    }

    @Test func `without an address of the site those of pages begin at its root`() async throws {
        var content = Self.content
        content["site.yaml"] = "title: T\nlinks: files\n"
        let site = try await TestSite(content)
        for format in [NetworkFormat.json, .graphml, .gexf, .nodes] {
            let text = site.page(format.path)
            #expect(text.contains("communities/a/index.html") && !text.contains("https://example.gov"))
        }
    }

    @Test func `an empty network is a valid file`() async throws {
        let site = try await TestSite(["index.md": "# Hello\n"])
        #expect(
            site.page("data/network.graphml").hasSuffix("<graph edgedefault=\"undirected\">\n</graph>\n</graphml>\n"))
        #expect(site.page("data/network.gexf").hasSuffix("<nodes>\n</nodes>\n<edges>\n</edges>\n</graph>\n</gexf>\n"))
        #expect(site.page("data/edges.csv") == "\u{FEFF}Source,Target,Type,Weight,Kind,Label\r\n")
    }

    @Test func `the map links to all of them in each language`() async throws {
        var content = Self.content
        content["site.yaml"] = "title: T\nlanguages: [en, cy]\n"
        let site = try await TestSite(content)
        for (page, root) in [("map/", "../"), ("cy/map/", "../../")] {
            for format in NetworkFormat.allCases {
                #expect(site.main(page).contains("href=\"\(root)\(format.path)\" download"), "\(page) \(format)")
            }
        }
    }

    @Test(arguments: [
        ("plain é 😀", "plain é 😀"), ("a\u{7}b", "a b"), ("a\r\nb\tc", "a  b c"), ("a\u{85}b", "a  b"),
        ("a\u{FFFE}b", "a   b"), ("\u{7F}", " "),
    ])
    func `a text is on one line, without what XML cannot say`(text: String, expected: String) {
        #expect(ExportedNetwork.line(text) == expected)
    }

    @Test(arguments: [
        (8.0, "8.0"), (0.04, "0.0"), (-0.04, "0.0"), (-0.5, "-0.5"), (-12.34, "-12.3"), (999.96, "1000.0"),
    ])
    func `numbers have one digit after the point`(value: Double, expected: String) {
        #expect(ExportedNetwork.tenths(value) == expected)
    }
}
