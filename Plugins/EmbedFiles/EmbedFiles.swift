import Foundation
import PackagePlugin

/// Puts folders of text files and pictures into a target as Swift source, so that the binary needs no file beside it.
@main
struct EmbedFiles: BuildToolPlugin {
    /// By target: folders below the package, and the types that hold their files.
    private static let folders = [
        "Theme": [(folder: "themes/default", type: "DefaultTheme")],
        "Zones": [(folder: "Sources/Zones/BuiltIn", type: "BuiltInFiles")],
        "Tools": [
            (folder: "Sources/Tools/New/Starter", type: "StarterFiles"),
            (folder: "Sources/Tools/Languages/Data", type: "LanguageData"),
        ],
    ]

    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        try Self.folders[target.name, default: []].map { folder, type in
            let source = context.package.directoryURL.appending(path: folder)
            let output = context.pluginWorkDirectoryURL.appending(path: "\(type).swift")
            return .buildCommand(
                displayName: "Embedding \(folder)",
                executable: try context.tool(named: "embed-files").url,
                arguments: [source.path(), type, output.path()],
                inputFiles: files(below: source),
                outputFiles: [output])
        }
    }

    private func files(below folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        var files: [URL] = []
        while let file = found?.nextObject() as? URL {
            if (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true { files.append(file) }
        }
        return files.sorted { $0.path() < $1.path() }
    }
}
