internal import Build
public import Disk
internal import Foundation
internal import Pages
internal import Site
internal import Spreadsheet
internal import Theme

/// Writes the communities of a handbook as a sheet, or its network as a file for other programs.
public struct ExportCommand: Sendable {
    /// What is written: the sheet that can be imported again, or one of the files of the network that a site has in
    /// `data/`.
    public enum Format: String, CaseIterable, Sendable {
        case communities, nodes, edges, graphml, gexf, json

        /// By the ending of a file's name; the sheets of the network by their whole names, since all three end in
        /// `.csv`.
        ///
        /// - Returns: `nil` for an ending of something else.
        public init?(of file: String) {
            let name = (file as NSString).lastPathComponent.lowercased()
            switch (name, (name as NSString).pathExtension) {
            case ("nodes.csv", _): self = .nodes
            case ("edges.csv", _): self = .edges
            case (_, "csv"), (_, ""): self = .communities
            case (_, "graphml"): self = .graphml
            case (_, "gexf"): self = .gexf
            case (_, "json"): self = .json
            default: return nil
            }
        }
    }

    public var content: String
    public var format = Format.communities
    public var jobs = 1

    public init(content: String) { self.content = content }

    /// - Returns: the bytes of the file, and what is in it, in words.
    /// - Throws: `BuildError` when the content or its theme cannot be read.
    public func run() async throws -> (bytes: [UInt8], summary: String) {
        var options = Pipeline.Options()
        options.jobs = jobs
        let site = await Pipeline.read(ContentSource(try ContentReader(at: content)), options).site
        let communities = site.communities.count == 1 ? "1 community" : "\(site.communities.count) communities"
        guard let file = NetworkFormat(rawValue: format.rawValue) else {
            return (SheetExport.bytes(of: site), communities)
        }
        // Reasons are in the words of the theme.
        let renderer = try RenderPlan(site, theme: ThemeFolder.theme(of: site, content: content)).renderer
        let bytes = try renderer.page(at: file.path).map { try renderer.render($0) } ?? []
        return (bytes, format == .edges ? "the connections of \(communities)" : communities)
    }

    /// - Parameter replaces: whether a file that is there may be replaced.
    /// - Throws: `BuildError` when it may not, or cannot be written.
    public static func write(_ bytes: [UInt8], to path: String, replaces: Bool) throws(BuildError) {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: replaces ? .atomic : .withoutOverwriting)
        } catch CocoaError.fileWriteFileExists {
            throw BuildError("`\(path)` is there already; nothing was written. --force replaces it.")
        } catch {
            throw BuildError("cannot write `\(path)`: \(error.localizedDescription)")
        }
    }
}
