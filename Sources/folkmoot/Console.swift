import Foundation

/// The two streams of the terminal.
enum Console {
    static func error(_ text: String) { write(text + "\n", to: .standardError) }

    /// On standard output, unless a report for a program stands there.
    static func say(_ text: String, isReport: Bool) { write(text + "\n", to: isReport ? .standardError : .standardOutput) }

    static func write(_ text: String, to stream: FileHandle) { write(Array(text.utf8), to: stream) }

    /// A reader that has gone away is no reason to fail.
    static func write(_ bytes: [UInt8], to stream: FileHandle) {
        if !bytes.isEmpty { try? stream.write(contentsOf: Data(bytes)) }
    }
}
