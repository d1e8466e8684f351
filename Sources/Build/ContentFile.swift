internal import Disk
internal import Foundation

/// Writes a file of the content folder.
package enum ContentFile {
    /// Replaces the file in one step, so that it is never half written; an existing file must be as it was read.
    ///
    /// - Parameters:
    ///   - before: what it held when it was read; `nil` for one that is new.
    ///   - remark: what a message adds.
    /// - Throws: `BuildError`
    package static func write(_ bytes: [UInt8], over before: [UInt8]?, at path: String, remark: String = "") throws {
        do {
            guard let before else {
                try FileManager.default.createDirectory(
                    at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
                return try Data(bytes).write(to: URL(fileURLWithPath: path), options: .withoutOverwriting)
            }
            // Follows a link to its file, which is inside the content folder.
            let file = URL(fileURLWithPath: try RealPath.following(path))
            guard try Array(Data(contentsOf: file)) == before else {
                throw BuildError(
                    "`\(path)` was changed by somebody else in the meantime, so it was left as it is\(remark).")
            }
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            try Data(bytes).write(to: file, options: .atomic)
            let kept: [FileAttributeKey] = [.posixPermissions, .ownerAccountID, .groupOwnerAccountID]
            try? FileManager.default.setAttributes(attributes.filter { kept.contains($0.key) }, ofItemAtPath: file.path)
        } catch let error as BuildError {
            throw error
        } catch {
            throw BuildError("cannot write `\(path)`: \(error.localizedDescription)\(remark)")
        }
    }
}
