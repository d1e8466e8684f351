// How fast the whole Markdown target is, compared with libcmark alone, in one process and in turn: `make
// bench-markdown`.
import CMark
import Foundation
import Markdown

let folder = CommandLine.arguments.dropFirst().first ?? "content"
let rounds = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 21

let files =
    FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.sorted()
    ?? []
let bodies = files.compactMap { FileManager.default.contents(atPath: "\(folder)/\($0)").map { [UInt8]($0) } }
let size = Double(bodies.reduce(0) { $0 + $1.count }) / 1e6

/// Seconds. Bytes of HTML, so that nothing is left undone.
func cmark() -> (time: Double, bytes: Int) {
    measure { body in
        body.withUnsafeBytes { bytes in
            guard
                let html = cmark_markdown_to_html(
                    bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_UNSAFE)
            else { return 0 }
            defer { free(html) }
            return strlen(html)
        }
    }
}

func folkmoot() -> (time: Double, bytes: Int) {
    measure { MarkdownRenderer.render($0, path: "a.md").markup.html.count }
}

func measure(_ render: ([UInt8]) -> Int) -> (time: Double, bytes: Int) {
    let start = DispatchTime.now().uptimeNanoseconds
    var bytes = 0
    for body in bodies { bytes += render(body) }
    return (Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9, bytes)
}

guard !bodies.isEmpty else {
    FileHandle.standardError.write(Data("There are no .md files in \(folder).\n".utf8))
    exit(2)
}
_ = (cmark(), folkmoot())
var pairs: [(cmark: Double, folkmoot: Double)] = []
for _ in 0..<rounds { pairs.append((cmark().time, folkmoot().time)) }
func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
let ratio = pairs.map { $0.cmark / $0.folkmoot }
print("\(bodies.count) files, \(String(format: "%.2f", size)) MB, \(rounds) pairs, medians")
print("libcmark alone  \(String(format: "%6.1f", size / median(pairs.map(\.cmark)))) MB/s")
print("Markdown        \(String(format: "%6.1f", size / median(pairs.map(\.folkmoot)))) MB/s")
print(
    "ratio           \(String(format: "%6.2f", median(ratio))) "
        + "(\(String(format: "%.2f", ratio.min()!))–\(String(format: "%.2f", ratio.max()!)))"
)
