// swift-tools-version: 6.1
import PackageDescription

// The arrows between targets point downward only. The Makefile builds with an error for imports that this table does
// not declare, because SwiftPM itself lets an undeclared import of a sibling compile.
let package = Package(
    name: "folkmoot",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "folkmoot", targets: ["folkmoot"])
    ],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    ],
    targets: [
        .executableTarget(
            name: "folkmoot",
            dependencies: [
                "Preview", "Build", "Content", "Markdown", "Diagnostics",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(
            name: "Preview",
            dependencies: [
                "Build", "Markdown", "Diagnostics", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ],
            resources: [.embedInCode("Browser/live.js"), .embedInCode("Browser/live.css")]),
        .target(
            name: "Build",
            dependencies: ["Theme", "Network", "Spreadsheet", "Site", "Content", "YAML", "Markdown", "Diagnostics"],
            exclude: ["New/Starter"], plugins: ["EmbedFiles"]),
        .target(
            name: "Spreadsheet",
            dependencies: ["Site", "Content", "Diagnostics", .product(name: "SwiftCSV", package: "SwiftCSV")]),
        .target(
            name: "Theme",
            dependencies: [
                "Network", "Search", "Calendar", "Spreadsheet", "Site", "Content", "Markdown", "YAML", "Diagnostics",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            plugins: ["EmbedFiles"]),
        .target(name: "Network", dependencies: ["Site", "Content"]),
        .target(name: "Search", dependencies: ["Content", "Diagnostics"]),
        .target(name: "Calendar", dependencies: ["Content"]),
        .target(name: "Site", dependencies: ["Content", "Markdown", "Diagnostics"]),
        .target(name: "Content", dependencies: ["YAML", "Markdown", "Diagnostics"]),
        .target(name: "YAML", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),
        .target(name: "Markdown", dependencies: ["CMark", "CMarkArena", "Diagnostics"]),
        .target(name: "CMarkArena", dependencies: ["CMark"]),
        .target(name: "Diagnostics"),
        .systemLibrary(
            name: "CMark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),

        // The default theme and the files of a new handbook are compiled into the binary: a build-tool plugin runs a
        // small program that writes them as Swift literals.
        .executableTarget(name: "embed-files"),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),

        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(name: "YAMLTests", dependencies: ["YAML", "Diagnostics"]),
        .target(name: "MarkdownInvariants", dependencies: ["Markdown"], path: "Tests/MarkdownInvariants"),
        .testTarget(
            name: "MarkdownTests", dependencies: ["Markdown", "MarkdownInvariants", "Diagnostics"], exclude: ["Cases"]),
        .testTarget(name: "ContentTests", dependencies: ["Content", "Diagnostics"]),
        .testTarget(name: "SiteTests", dependencies: ["Site"]),
        .testTarget(name: "SearchTests", dependencies: ["Search"], exclude: ["terms.txt"]),
        .testTarget(name: "CalendarTests", dependencies: ["Calendar", "Content", "Diagnostics"]),
        .testTarget(
            name: "BuildTests",
            dependencies: ["Build", "Theme", "Network", "Spreadsheet", "Site", "Content", "Diagnostics"],
            exclude: ["Golden"]),
        .testTarget(name: "PreviewTests", dependencies: ["Preview", "Build"]),
        .testTarget(name: "ArchitectureTests"),
        .testTarget(
            name: "ExampleTests",
            dependencies: [
                "Preview", "Build", "Theme", "Spreadsheet", "Search", "Calendar", "Network", "Site", "Content",
                "Markdown",
                "YAML", "Diagnostics",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// What only `make fuzz` and `make bench-markdown` build: the first needs a sanitizer, the second is no part of the
// program.
if Context.environment["FOLKMOOT_TOOLS"] == "fuzz" {
    package.targets.append(
        .executableTarget(
            name: "FuzzMarkdown", dependencies: ["MarkdownInvariants"], path: "Tests/FuzzMarkdown",
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
if Context.environment["FOLKMOOT_TOOLS"] == "bench" {
    package.targets.append(
        .executableTarget(name: "BenchMarkdown", dependencies: ["Markdown", "CMark"], path: "Benchmarks/BenchMarkdown"))
}
