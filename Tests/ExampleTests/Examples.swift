import Calendar
import Content
import Diagnostics
import Disk
import Health
import Markdown
import Network
import Pages
import Pictures
import Preview
import Search
import Site
import Spreadsheet
import Theme
import Traps
import YAML
import Zones

@testable import Build
@testable import Text
@testable import Tools

// The examples of the doc comments in Sources, one function each, so that the compiler reads them. `ExampleTests`
// compares the comments with this file, line by line. Nothing here is called.

func diagnostic(rule: Rule) {
    let file = SourceFile(path: "communities/a.md", bytes: Array("---\nname:\n---\n".utf8))
    let problem = rule.at(4..<8, in: file.path, "`name` has no value.")
    let text = Report.text([problem], format: .human, prefix: "content/") { _ in file.bytes }
    _ = text
}

func help() {
    let advice: Help = "Say the rest in the text below the front matter."
    let shown = Help("Add a line such as", paste: "closed: 2025-06-30")
    let exact = Help.paste("name: A", replacement: Replacement(range: 9..<9, text: " A"))
    _ = (advice, shown, exact)
}

func traps(bytes: [UInt8], range: ByteRange, path: String) {
    let (problems, text) = PastedYAML.check(YAMLSource(bytes: bytes, range: range, path: path))
    _ = (problems, text)
}

func yaml(file: SourceFile) {
    let (node, problems) = YAMLParser.parse(file.bytes, in: 4..<40, path: file.path)
    _ = (node, problems)
}

func markdown() {
    let text = Array("# Notes\n\nSee [[agenda]].\n".utf8)
    let body = MarkdownRenderer.render(text, from: 0, path: "resources/notes.md")
    var html: [UInt8] = []
    body.markup.append(to: &html) { _ in .to("../agenda/", label: "The agenda") }
    // <p>See <a href="../agenda/">The agenda</a>.</p>
}

func skills(site: SiteGraph) {
    let survey = SkillSurvey(site, isPublic: true)
    let gaps = survey.skills.filter { $0.isWanted && $0.teachers.isEmpty }
    _ = gaps
}

func descent(site: SiteGraph, id: ItemID) {
    let (before, after) = Descent(site).line(of: id)
    _ = (before, after)
}

func imageSize() {
    let size = ImageSize(header: Array("GIF89a".utf8) + [64, 1, 100, 0])  // 320 × 100
    _ = size
}

func picture(bytes: [UInt8]) throws {
    let published = try Picture.published(of: MemoryBytes(bytes))  // throws where that is unknown
    let isAsItWas = published.isAll(of: bytes.count)
    _ = isAsItWas
}

func content(options: ContentParser.Options) {
    let file = SourceFile(path: "resources/a.md", bytes: Array("# A page".utf8))
    let (document, problems) = ContentParser.parse(file, options)
    _ = (document, problems)
}

func frontMatterEdit(file: SourceFile) throws {
    var edit = try FrontMatterEdit(file, order: Community.fields.map(\.key), language: "en")
    try edit.set("topics", .list(["open-data"]))
}

func site(documents: [Document], settings: Settings, options: SiteGraph.Options) {
    let linked = SiteGraph.link(documents, assets: [], settings: settings, options)
    let title = linked.site[linked.site.communities[0]].title(in: "cy")
    _ = title
}

func linkedSite(documents: [Document], settings: Settings, options: SiteGraph.Options, old: Document, new: Document) {
    var linked = SiteGraph.link(documents, assets: [], settings: settings, options)
    let isReplaced = linked.replaceText(of: old, by: new)  // false: link all documents again
    _ = isReplaced
}

func names() {
    let search = NameSearch(["Ada Example"])
    let ranges = search.ranges(in: Array("ADA  example, not Adam Example".utf8))  // [0..<12]
    _ = ranges
}

func alphabet() {
    let welsh = Alphabet(["a", "b", "c", "ch", "d"])
    let order = welsh.order(["Dydd", "Chwarae", "Cymru"])  // [2, 1, 0]
    _ = order
}

func calendar(event: Event, today: CivilDay) {
    let calendar = SiteCalendar(today: today, zone: "Europe/London", zones: .builtIn)
    let day = calendar.occurrence(of: event)?.starts
    _ = day
}

func zones() {
    let rules = Zones.builtIn["Europe/London"]
    _ = rules
}

func network(site: SiteGraph) {
    let network = CommunityNetwork(site)
    let suggestions = Suggestions(network, site)
    let layout = NetworkLayout(network, suggestions, site)
    _ = layout
}

func health(site: SiteGraph) {
    let report = HealthReport(of: site)
    let first = report.communities.first?.findings.first?.signal.step
    _ = first
}

func search(documents: [SearchDocument]) {
    var builder = SearchIndexBuilder(facets: [("kind", { $0 })])
    for document in documents { builder.add(document) }
    let index = builder.index()
    _ = index
}

func sheet(bytes: [UInt8], site: SiteGraph, options: SheetImport.Options) throws {
    let sheet = try Sheet(bytes, path: "communities.csv")
    let plan = SheetImport(sheet, into: site, options)
    _ = plan
}

func theme(site: SiteGraph, sink: some OutputSink) throws {
    let theme = try CompiledTheme(overriding: [:])
    let renderer = try SiteRenderer(site: site, theme: theme)
    for page in renderer.pages { _ = try sink.write(page.path, renderer.render(page)) }
}

func contentReader() throws {
    let reader = try ContentReader(at: "content")
    let tree = reader.tree()  // documents: ["index.md", "site.yaml"] …
    let bytes = try reader.read(tree.documents[0])
    _ = bytes
}

func outputFolder(page: [UInt8]) throws {
    let folder = try OutputFolder(at: "site", contentPath: "content", takeOver: false)
    let run = try folder.begin(planned: ["index.html"])
    let written = [try run.write("index.html", page)]  // from several tasks at once
    let summary = try run.finish(written)  // written: 1, unchanged: 0, removed: 0
    _ = summary
}

func progress(pages: [[UInt8]]) async {
    let bar = ProgressBar("Rendering", total: pages.count)
    defer { bar.end() }
    let sizes = await parallelMap(pages, jobs: 2, progress: bar.update) { _, page in page.count }
    _ = sizes
}

func pipeline(
    source: ContentSource, options: Pipeline.Options, theme: CompiledTheme, sink: some OutputSink
) async throws {
    let reading = await Pipeline.read(source, options)
    let plan = try RenderPlan(reading.site, theme: theme)
    let (written, _) = try await Pipeline.render(plan, into: sink, open: source.open, jobs: 2)
    _ = written
}

func liveSite() async throws {
    var site = LiveSite(.init(content: "content", address: "http://127.0.0.1:4747/", .init()))
    let change = await site.refresh()
    let page = try site.file(at: "about/index.html")  // .bytes
    _ = (change, page)
}

func newEntry() async throws {
    var new = NewEntry(.community, "Data people", content: "content")
    new.facts = [("summary", ["People who share data."])]
    let outcome = try await new.make()
    _ = outcome
}

func linkCheck(addresses: [WebAddress], curl: Curl) async throws {
    try await LinkCheck().run(addresses, by: curl.ask) { print($0.text, $1) }
}

func preview(options: PreviewServer.Options) async throws {
    let preview = try await PreviewServer.start(options)  // throws when the port is taken
    try await preview.follow { print($0.problems.count, "problems after", $0.paths) }
}
