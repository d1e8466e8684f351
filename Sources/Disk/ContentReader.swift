internal import Diagnostics

/// Reads a content folder: which files it holds, and the bytes of one.
///
///     let reader = try ContentReader(at: "content")
///     let tree = reader.tree()  // documents: ["index.md", "site.yaml"] …
///     let bytes = try reader.read(tree.documents[0])
///
/// A value: it may be used by several tasks at once. Problems of single files are data, the rest goes on.
public struct ContentReader: Sendable {
    /// The folder as a real path: absolute and without links.
    public let root: String
    public let limits: ContentLimits
    private let folder: OpenFolder

    /// - Throws: `BuildError` when there is no such folder or it cannot be read.
    public init(at path: String, limits: ContentLimits = ContentLimits()) throws(BuildError) {
        do throws(SystemFailure) {
            root = try RealPath.following(path)
            folder = try OpenFolder(root)
        } catch {
            throw BuildError(
                "cannot read the content folder `\(path)`: \(error). Name the folder that holds the handbook's files.")
        }
        self.limits = limits
    }

    /// Lists the whole folder, in an order that does not depend on the disk.
    public func tree() -> ContentTree {
        var walk = ContentWalk(root: root, folder: folder, limits: limits)
        return walk.run()
    }

    /// The bytes of one document.
    ///
    /// - Parameter path: relative to the content folder, as `tree()` lists it.
    /// - Throws: `ContentProblem` when it is too large, is not a file or cannot be read.
    public func read(_ path: String) throws(ContentProblem) -> [UInt8] {
        let problem: Diagnostic
        do throws(SystemFailure) {
            let file = try OpenFile(reading: path, in: folder.descriptor, following: true)
            let facts = try file.facts()
            if facts.kind == .file, facts.size <= limits.documentSize { return try file.bytes(upTo: facts.size) }
            problem = facts.kind == .file ? .tooLarge(path, limits: limits) : .notAFile(path)
        } catch {
            problem = .unreadable(path, error)
        }
        throw ContentProblem(diagnostic: problem)
    }

    /// Opens what may be published of an asset, to be read piece by piece.
    ///
    /// - Parameter path: relative to the content folder, as `tree()` lists it.
    /// - Throws: `ContentProblem` when it cannot be opened, and `PictureFlaw` where a picture is better left out.
    package func open(_ path: String) throws -> OpenAsset {
        do {
            let file = try OpenFile(reading: path, in: folder.descriptor, following: true)
            let facts = try file.facts()
            guard facts.kind == .file else { throw ContentProblem(diagnostic: .notAFile(path)) }
            // A link that was put in its place since may lead anywhere.
            guard let real = file.realPath, isInside(real) else { throw ContentProblem(diagnostic: .outside(path)) }
            return try OpenAsset(AssetOnDisk(file, size: facts.size), at: path)
        } catch let failure as SystemFailure {
            throw ContentProblem(diagnostic: .unreadable(path, failure))
        }
    }

    /// - Parameter real: absolute and without links.
    package func isInside(_ real: String) -> Bool { real == root || real.hasPrefix(root == "/" ? "/" : root + "/") }

    /// Whether a file that is not there yet would be below the folder: a folder in its path may be a link that leads
    /// out.
    package func canHold(_ path: String) -> Bool {
        let file = absolutePath(of: path)
        return (try? RealPath(String(file[..<file.lastIndex(of: "/")!]))).map { isInside($0.text) } ?? false
    }

    /// Where a file of the tree is.
    public func absolutePath(of path: String) -> String { root == "/" ? "/" + path : "\(root)/\(path)" }
}
