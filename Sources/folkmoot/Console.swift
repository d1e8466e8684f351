import ArgumentParser
import Build
import Diagnostics
import Foundation
import Text
import Tools

/// The two streams of the terminal.
enum Console {
    /// One line, whatever names and texts of files it holds.
    static func error(_ text: String) { try? write(Printable.line(text) + "\n", to: .standardError) }

    /// Runs a body that may throw; then prints why, and exits with 2.
    static func reporting<Result>(_ body: () async throws -> Result) async throws -> Result {
        do { return try await body() } catch let code as ExitCode { throw code } catch {
            self.error("folkmoot: \(error)")
            throw ExitCode(2)
        }
    }

    /// Prints the problems that kept a command from writing and exits with 1; else returns what it did.
    ///
    /// - Parameter refusal: is printed below the problems.
    static func report(of outcome: EditOutcome, in content: String, refusal: String) throws -> String {
        try write(
            Report.text(
                outcome.problems, format: .human, prefix: ContentPath.prefix(of: content), source: outcome.source),
            to: .standardError)
        if let report = outcome.report { return report }
        error(refusal)
        throw ExitCode(1)
    }

    /// Text that holds what content says, so that it cannot drive a terminal.
    static func lines(_ text: String) -> String {
        text.utf8.split(separator: 10, omittingEmptySubsequences: false).map { line in
            let bare = line.last == 13 ? line.dropLast() : line
            return Printable.line(String(decoding: bare, as: UTF8.self))
        }.joined(separator: "\n")
    }

    /// On standard output, unless a report for a program goes there.
    static func say(_ text: String, isReport: Bool) throws {
        try write(text + "\n", to: isReport ? .standardError : .standardOutput)
    }

    static func write(_ text: String, to stream: FileHandle) throws { try write(Array(text.utf8), to: stream) }

    /// A reader that has gone away is not a reason to fail; a full disk below standard output is, because a reader
    /// would take half of the report for the whole.
    static func write(_ bytes: [UInt8], to stream: FileHandle) throws {
        var done = 0
        while done < bytes.count {
            let count = bytes[done...].withUnsafeBytes {
                Foundation.write(stream.fileDescriptor, $0.baseAddress!, $0.count)
            }
            if count >= 0 {
                done += count
                continue
            }
            let code = errno
            if code == EINTR { continue }
            if code == EAGAIN {
                var ready = pollfd(fd: stream.fileDescriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&ready, 1, -1)
                continue
            }
            if code == EPIPE || stream.fileDescriptor == STDERR_FILENO { return }
            error("folkmoot: cannot write to standard output: \(String(cString: strerror(code)))")
            throw ExitCode(2)
        }
    }
}
