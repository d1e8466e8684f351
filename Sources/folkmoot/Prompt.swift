import ArgumentParser
import Foundation

/// Questions to somebody at a terminal.
enum Prompt {
    /// - Parameters:
    ///   - option: the option that answers it, if one does.
    ///   - preset: what an empty answer means; without it the question is asked again.
    ///   - problem: what is wrong with an answer, which is printed before the question is asked again.
    /// - Throws: `ValidationError` where nobody can answer.
    static func ask(
        _ question: String, option: String? = nil, or preset: String? = nil,
        problem: (String) -> String? = { _ in nil }
    ) throws -> String {
        guard isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0 else {
            if let preset { return preset }
            throw ValidationError("\(option ?? "The name") is missing. \(question)")
        }
        // Somebody who only presses Enter is asked a few times, and no more.
        for _ in 0..<5 {
            try Console.write(question + (preset.map { $0.isEmpty ? "" : " [\($0)]" } ?? "") + " ", to: .standardError)
            guard let line = readLine() else { throw ValidationError("Nothing was answered, so nothing was written.") }
            let answer = line.trimmingCharacters(in: .whitespaces)
            if !answer.isEmpty {
                guard let wrong = problem(answer) else { return answer }
                Console.error(wrong)
                continue
            }
            if let preset { return preset }
            try Console.write("This is needed. ", to: .standardError)
        }
        throw ValidationError("This is needed, so nothing was written: \(question)")
    }
}
