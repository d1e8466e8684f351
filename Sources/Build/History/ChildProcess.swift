internal import Foundation

/// Another program, run to its end.
package enum ChildProcess {
    /// - Parameters:
    ///   - arguments: the name of the program, looked up as a shell does, and its arguments.
    ///   - environment: the whole of it.
    ///   - input: what the program reads from its standard input.
    /// - Returns: how it ended, 127 when there is no such program, and what it wrote to its standard output; `nil` when
    ///   it could not be started or was ended from outside.
    package static func run(_ arguments: [String], environment: [String: String], input: String = "") -> (
        status: Int32, output: [UInt8]
    )? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.environment = environment
        let requests = Pipe()
        let answers = Pipe()
        process.standardInput = requests
        process.standardOutput = answers
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return nil }
        // In parallel with reading; otherwise each process would wait for the other to read on.
        let writer = requests.fileHandleForWriting
        Thread.detachNewThread {
            try? writer.write(contentsOf: Data(input.utf8))
            try? writer.close()
        }
        let output = (try? answers.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        return process.terminationReason == .exit ? (process.terminationStatus, Array(output)) : nil
    }
}
