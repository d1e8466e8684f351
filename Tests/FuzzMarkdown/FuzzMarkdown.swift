// Runs libFuzzer over the whole Markdown target: `make fuzz`.
import MarkdownInvariants

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ argc: UnsafeMutablePointer<Int32>,
    _ argv: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// SwiftPM gives `main` this name.
@_cdecl("FuzzMarkdown_main")
public func fuzz(_ argc: Int32, _ argv: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32 {
    var argc = argc
    var argv = argv
    return runDriver(&argc, &argv) { data, count in
        // Files that are not UTF-8 never get this far.
        let text = Array(String(decoding: UnsafeBufferPointer(start: data, count: count), as: UTF8.self).utf8)
        let broken = MarkdownInvariants.broken(by: text)
        // A crash reports the text to libFuzzer, which keeps it.
        if let first = broken.first { fatalError(first) }
        return 0
    }
}
