// swift-tools-version: 6.1
import PackageDescription

// The program carries the Swift runtime, so it runs where Swift is not installed. The flag of `swift build` for this
// compiles every module another way, which the tests, that need the runtime's own libraries, cannot share. With
// FOLKMOOT_STATIC, as in `make release`, it carries the C libraries too, so that it runs on every Linux.
let isStatic = Context.environment["FOLKMOOT_STATIC"] != nil
let optimisedOnLinux = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
let carryingRuntime =
    [LinkerSetting.unsafeFlags([isStatic ? "-static-executable" : "-static-stdlib"], optimisedOnLinux)]
    + ["_FoundationCShims", "_FoundationCollections", "CoreFoundation", "_FoundationICU", "stdc++"]
    .map { .linkedLibrary($0, optimisedOnLinux) }

// Targets that do much work with few types are optimized in debug builds too: their tests, and the sites that tests
// build, take several times as long otherwise.
let alwaysOptimized = [SwiftSetting.unsafeFlags(["-O"], .when(configuration: .debug))]

// The arrows between targets point downward only. The Makefile builds with an error for imports against them, because
// SwiftPM itself lets an undeclared import of a sibling compile. ArchitectureTests looks for what is not declared.
let package = Package(
    name: "folkmoot",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "folkmoot", targets: ["folkmoot"])
    ],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    ],
    targets: [
        .executableTarget(
            name: "folkmoot",
            dependencies: [
                "Preview", "Tools", "Build", "Disk", "Spreadsheet", "Content", "Markdown", "Diagnostics", "Text",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ] + (isStatic ? ["StaticLinux"] : []),
            linkerSettings: carryingRuntime),
        .target(
            name: "Preview",
            dependencies: [
                "Build", "Disk", "Markdown", "Diagnostics", "Text", "Libc",
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            resources: [.embedInCode("Browser/live.js"), .embedInCode("Browser/live.css")]),
        .target(
            name: "Tools",
            dependencies: [
                "Build", "Disk", "Pages", "Theme", "Health", "Network", "Spreadsheet", "Site", "Zones", "Content",
                "YAML", "Markdown", "Traps", "Diagnostics", "Text", "Libc",
            ],
            exclude: ["New/Starter", "Languages/Data"], plugins: ["EmbedFiles"]),
        .target(
            name: "Build",
            dependencies: [
                "Disk", "Libc", "Pages", "Theme", "Site", "Zones", "Content", "Markdown", "Traps", "Pictures",
                "Diagnostics",
                "Text",
            ],
            swiftSettings: isStatic ? [.define("FOLKMOOT_STATIC")] : []),
        .target(name: "Disk", dependencies: ["Pictures", "Diagnostics", "Text", "Libc"]),
        .target(name: "Libc"),
        .target(name: "Spreadsheet", dependencies: ["Site", "Content", "Traps", "Diagnostics", "Text"]),
        .target(
            name: "Pages",
            dependencies: [
                "Theme", "Network", "Health", "Search", "Calendar", "Zones", "Spreadsheet", "Site", "Content",
                "Markdown", "Traps", "Pictures", "Diagnostics", "Text",
            ]),
        .target(
            name: "Theme",
            dependencies: ["YAML", "Markdown", "Diagnostics", "Text"], swiftSettings: alwaysOptimized,
            plugins: ["EmbedFiles"]),
        .target(name: "Network", dependencies: ["Site", "Content", "Text"], swiftSettings: alwaysOptimized),
        .target(name: "Health", dependencies: ["Network", "Calendar", "Site", "Content", "Diagnostics", "Text"]),
        .target(name: "Search", dependencies: ["Content", "Diagnostics", "Text"], swiftSettings: alwaysOptimized),
        .target(name: "Calendar", dependencies: ["Zones", "Content", "Text"]),
        .target(
            name: "Zones", dependencies: ["Text"], exclude: ["BuiltIn"], swiftSettings: alwaysOptimized,
            plugins: ["EmbedFiles"]),
        .target(
            name: "Site",
            dependencies: ["Calendar", "Zones", "Content", "Markdown", "Pictures", "Diagnostics", "Text"]),
        .target(name: "Content", dependencies: ["YAML", "Markdown", "Traps", "Diagnostics", "Text"]),
        .target(
            name: "YAML", dependencies: ["Traps", "Diagnostics", .product(name: "Yams", package: "Yams")],
            swiftSettings: alwaysOptimized),
        .target(
            name: "Markdown", dependencies: ["CMark", "CMarkArena", "Pictures", "Traps", "Diagnostics", "Text"],
            swiftSettings: alwaysOptimized),
        .target(name: "Traps", dependencies: ["Diagnostics", "Text"], swiftSettings: alwaysOptimized),
        .target(name: "CMarkArena", dependencies: ["CMark"]),
        .target(name: "Pictures", dependencies: ["Text"]),
        .target(name: "Diagnostics", dependencies: ["Text"]),
        .target(name: "Text", swiftSettings: alwaysOptimized),
        .systemLibrary(
            name: "CMark", pkgConfig: "libcmark",
            providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),

        // The default theme and the files of a new handbook are compiled into the binary: a build-tool plugin runs a
        // small program that writes them as Swift literals.
        .executableTarget(name: "embed-files"),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["embed-files"]),

        .testTarget(name: "TextTests", dependencies: ["Text"], exclude: ["folding.json"]),
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "Text"]),
        .target(name: "SeededRandom", path: "Tests/SeededRandom"),
        .testTarget(name: "PicturesTests", dependencies: ["SeededRandom", "Pictures"]),
        .testTarget(name: "TrapsTests", dependencies: ["SeededRandom", "Traps", "Content", "Diagnostics"]),
        .testTarget(name: "YAMLTests", dependencies: ["YAML", "Traps", "Diagnostics", "Text"]),
        .target(name: "MarkdownInvariants", dependencies: ["Markdown"], path: "Tests/MarkdownInvariants"),
        .testTarget(
            name: "MarkdownTests",
            dependencies: [
                "SeededRandom", "Markdown", "MarkdownInvariants", "Pictures", "Traps", "Diagnostics", "Text",
            ],
            exclude: ["Cases"]),
        .testTarget(name: "ContentTests", dependencies: ["Content", "Diagnostics", "Text"]),
        .testTarget(name: "SiteTests", dependencies: ["Site"]),
        .testTarget(name: "SearchTests", dependencies: ["Search"], exclude: ["endings.txt", "terms.txt"]),
        .testTarget(name: "ZonesTests", dependencies: ["Zones"]),
        .testTarget(name: "CalendarTests", dependencies: ["Calendar", "Zones", "Content", "Diagnostics", "Text"]),
        .target(
            name: "TestSupport",
            dependencies: [
                "Build", "Disk", "Pages", "Theme", "Site", "Zones", "Content", "Pictures", "Diagnostics", "Text",
            ],
            path: "Tests/TestSupport"),
        .testTarget(name: "HealthTests", dependencies: ["TestSupport", "Health", "Site", "Content", "Diagnostics"]),
        .testTarget(name: "NetworkTests", dependencies: ["TestSupport", "Network", "Site", "Content"]),
        .testTarget(
            name: "ThemeTests", dependencies: ["TestSupport", "Build", "Pages", "Theme", "Diagnostics"],
            exclude: ["plurals.txt"]),
        .testTarget(
            name: "PagesTests",
            dependencies: [
                "TestSupport", "Build", "Pages", "Theme", "Health", "Network", "Site", "Zones", "Content",
                "Markdown", "Pictures", "Diagnostics", "Text",
            ],
            exclude: ["Golden"]),
        .testTarget(
            name: "DiskTests", dependencies: ["TestSupport", "Build", "Disk", "Pictures", "Diagnostics", "Text"]),
        .testTarget(
            name: "BuildTests",
            dependencies: [
                "TestSupport", "Build", "Disk", "Pages", "Theme", "Site", "Zones", "Content", "Markdown", "Pictures",
                "Diagnostics",
                "Text",
            ]),
        .testTarget(name: "SpreadsheetTests", dependencies: ["Spreadsheet"]),
        .testTarget(
            name: "ToolsTests",
            dependencies: [
                "TestSupport", "SeededRandom", "Tools", "Build", "Disk", "Theme", "Health", "Spreadsheet", "Site",
                "Content", "Pictures", "Diagnostics", "Text",
            ]),
        .testTarget(name: "PreviewTests", dependencies: ["TestSupport", "Preview", "Build", "Disk", "Pictures"]),
        .testTarget(name: "ArchitectureTests"),
        .testTarget(
            name: "ExampleTests",
            dependencies: [
                "Preview", "Tools", "Build", "Disk", "Pages", "Theme", "Spreadsheet", "Search", "Calendar", "Health",
                "Network", "Site", "Zones", "Content", "Markdown", "YAML", "Traps", "Pictures", "Diagnostics", "Text",
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// Optimising the tests themselves takes longer than running them.
for target in package.targets where target.isTest || target.name == "TestSupport" {
    target.swiftSettings = [.unsafeFlags(["-Onone"], .when(configuration: .release))]
}

if isStatic { package.targets.append(.target(name: "StaticLinux")) }

// What only `make fuzz`, `make zones-test` and `make bench-markdown` build: the first needs a sanitizer, the others are
// no part of the program.
if Context.environment["FOLKMOOT_TOOLS"] == "fuzz" {
    package.targets.append(
        .executableTarget(
            name: "FuzzMarkdown", dependencies: ["MarkdownInvariants"], path: "Tests/FuzzMarkdown",
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
if Context.environment["FOLKMOOT_TOOLS"] == "zones" {
    package.targets.append(
        .executableTarget(
            name: "ZoneInstants", dependencies: ["Zones"], path: "Tests/ZoneInstants",
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
if Context.environment["FOLKMOOT_TOOLS"] == "bench" {
    package.targets.append(
        .executableTarget(name: "BenchMarkdown", dependencies: ["Markdown", "CMark"], path: "Benchmarks/BenchMarkdown"))
}
