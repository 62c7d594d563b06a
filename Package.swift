// swift-tools-version: 6.3

import PackageDescription

// Formatting style:
//  - C libraries first, then models, stages, the program, build tools, tests; alphabetical inside
//    a section.
//  - A model depends on models. A stage depends on models, never on another stage.
//  - `Pipeline` is the only target that depends on stages.

/// Settings shared by every Swift target.
let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

let package = Package(
  name: "deliberations",
  products: [
    .executable(name: "extract", targets: ["extract"]),
    .library(name: "Deliberations", targets: ["DeliberationModel", "Pipeline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // MARK: - C libraries

    .systemLibrary(
      name: "CGLib",
      pkgConfig: "glib-2.0",
      providers: [.apt(["libpoppler-glib-dev"])]
    ),
    .systemLibrary(
      name: "CPoppler",
      pkgConfig: "poppler-glib",
      providers: [.apt(["libpoppler-glib-dev"])]
    ),

    // MARK: - Models

    .target(name: "DeliberationModel", dependencies: ["PageModel"]),
    // No local dependency, so that every other target can depend on it.
    .target(name: "PageModel"),

    // MARK: - Stages

    .target(
      name: "Normalisation",
      dependencies: ["DeliberationModel", "PageModel"],
      exclude: ["Schema"],
      plugins: ["EmbedTextsPlugin"]
    ),
    .target(name: "Parsing", dependencies: ["DeliberationModel", "PageModel"]),
    .target(name: "PDFReading", dependencies: ["CPoppler", "PageModel"]),
    .target(name: "Reconciliation", dependencies: ["DeliberationModel", "PageModel"]),
    .target(name: "Segmentation", dependencies: ["DeliberationModel", "PageModel"]),
    .target(name: "SourceReading", dependencies: ["CGLib", "PageModel"]),

    // MARK: - Program

    .executableTarget(name: "extract", dependencies: ["ExtractCommand", argumentParser]),
    .target(
      name: "ExtractCommand",
      dependencies: ["Normalisation", "PageModel", "Pipeline", argumentParser]
    ),
    .target(
      name: "Pipeline",
      dependencies: [
        "DeliberationModel", "Normalisation", "PageModel", "Parsing", "PDFReading",
        "Reconciliation", "Segmentation", "SourceReading", "Yams",
      ],
      plugins: ["EmbedTextsPlugin"]
    ),

    // MARK: - Tests

    .testTarget(name: "ParsingTests", dependencies: ["DeliberationModel", "PageModel", "Parsing"]),

    // MARK: - Build tools

    .executableTarget(name: "EmbedTexts"),
    .plugin(
      name: "EmbedTextsPlugin",
      capability: .buildTool(),
      dependencies: ["EmbedTexts"],
      path: "Sources/EmbedTextsPlugin"
    ),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = settings
}
