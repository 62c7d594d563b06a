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

/// Links the runtime of Swift into the program, which then starts in two thirds of the time: Foundation
/// and ICU alone have 50,000 places that are set at each start.
let staticRuntime: [LinkerSetting] = [
  .unsafeFlags(["-static-stdlib", "-Xlinker", "--gc-sections"], .when(configuration: .release)),
  .linkedLibrary("CoreFoundation", .when(configuration: .release)),
  .linkedLibrary("_FoundationCollections", .when(configuration: .release)),
  .linkedLibrary("_FoundationCShims", .when(configuration: .release)),
  .linkedLibrary("_FoundationICU", .when(configuration: .release)),
]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")

/// `DELIBERATIONS_WITHOUT_C=1` leaves out what needs a C library: a machine without the packages of
/// poppler and Tesseract builds and tests structure, the parser, reconciliation and the output.
let withoutC = Context.environment["DELIBERATIONS_WITHOUT_C"] != nil

let package = Package(
  name: "deliberations",
  products: [
    .executable(name: "extract", targets: ["extract"]),
    .library(name: "Deliberations", targets: ["Deliberations"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // MARK: - C libraries

    .systemLibrary(
      name: "CGLib",
      pkgConfig: "glib-2.0",
      providers: [.apt(["libglib2.0-dev"])]
    ),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(
      name: "CSeccomp",
      pkgConfig: "libseccomp",
      providers: [.apt(["libseccomp-dev"])]
    ),
    // What most documents do not need: libhunspell-dev, libleptonica-dev, libtesseract-dev and
    // libpoppler-glib-dev on Debian.
    .target(name: "CLoadedLibraries", dependencies: ["CGLib"]),
    // The one room that knows the C++ classes of poppler.
    .target(
      name: "CPopplerCore",
      dependencies: ["CPopplerLibrary"],
      linkerSettings: [.linkedLibrary("z")]
    ),
    .systemLibrary(
      name: "CPopplerLibrary",
      pkgConfig: "poppler",
      providers: [.apt(["libpoppler-private-dev"])]
    ),
    // MARK: - Models

    .target(
      name: "Definitions",
      dependencies: ["DefinitionText", "DeliberationModel", "PageModel"],
      plugins: ["EmbedTextsPlugin"]
    ),
    .target(name: "DefinitionText", dependencies: ["Yams"]),
    .target(name: "DeliberationModel", dependencies: ["Lexing", "PageModel"]),
    .target(name: "JSONModel"),
    // No local dependency, so that every other target can depend on them.
    .target(name: "Lexing"),
    .target(name: "PageModel"),

    .target(name: "Subjects", dependencies: ["PageModel"], plugins: ["EmbedTextsPlugin"]),
    .target(name: "Threading"),

    // MARK: - Stages

    .target(
      name: "Normalisation",
      dependencies: ["DeliberationModel", "PageModel"],
      exclude: ["Schema"],
      plugins: ["EmbedTextsPlugin"]
    ),
    .target(
      name: "Parsing",
      dependencies: ["DeliberationModel", "Lexing", "PageModel", "Threading"]
    ),
    .target(
      name: "PDFReading",
      dependencies: ["CGLib", "CLoadedLibraries", "CPopplerCore", "PageModel", "Threading"]
    ),
    .target(name: "Recognition", dependencies: ["CLoadedLibraries", "Lexing", "PageModel"]),
    .target(name: "Reconciliation", dependencies: ["DeliberationModel", "Lexing", "PageModel"]),
    .target(
      name: "SourceReading",
      dependencies: ["PageModel", systemPackage] + (withoutC ? [] : ["CGLib"]),
      exclude: withoutC ? ["OpenFile.swift", "SourceFile.swift"] : []
    ),
    .target(
      name: "Structure",
      dependencies: ["DeliberationModel", "Lexing", "PageModel"],
      plugins: ["EmbedTextsPlugin"]
    ),
    .target(name: "Spelling", dependencies: ["CLoadedLibraries", "PageModel"]),
    .target(name: "Tables", dependencies: ["PageModel"]),

    // MARK: - Program

    .target(
      name: "Batch",
      dependencies: [
        "Catalogue", "CLinux", "Confinement", "Normalisation", "Pipeline", grdb, systemPackage,
      ]
    ),
    .target(
      name: "Catalogue",
      dependencies: ["JSONModel", "PageModel", grdb],
      exclude: ["Schema"],
      plugins: ["EmbedTextsPlugin"]
    ),
    .target(name: "Confinement", dependencies: ["CLinux", "CSeccomp", systemPackage]),
    // What a program in Swift imports.
    .target(
      name: "Deliberations",
      dependencies: [
        "Definitions", "DeliberationModel", "Normalisation", "PageModel", "Pipeline", systemPackage,
      ]
    ),
    .executableTarget(name: "example", dependencies: ["Deliberations"], path: "Samples/library"),
    .executableTarget(
      name: "extract",
      dependencies: ["ExtractCommand", argumentParser],
      linkerSettings: staticRuntime
    ),
    .target(
      name: "Exports",
      dependencies: ["DefinitionText", "JSONModel", "Lexing", "PageModel", "Subjects"],
      plugins: ["EmbedTextsPlugin"]
    ),
    .target(
      name: "ExtractCommand",
      dependencies: [
        "Batch", "Catalogue", "Confinement", "Definitions", "DeliberationModel", "Exports",
        "JSONModel", "Normalisation", "PageModel", "Pipeline", "Regression", "Structure",
        argumentParser, systemPackage,
      ],
      plugins: ["EmbedTextsPlugin"]
    ),
    .target(
      name: "Pipeline",
      dependencies: [
        "Definitions", "DeliberationModel", "Normalisation", "PageModel", "Parsing", "PDFReading",
        "Recognition", "Reconciliation", "SourceReading", "Spelling", "Structure", "Subjects",
        "Tables", "Threading", systemPackage,
      ]
    ),

    .target(name: "Regression", dependencies: ["JSONModel"]),

    // MARK: - Build tools

    .executableTarget(name: "EmbedTexts", dependencies: ["DefinitionText"]),
    .plugin(
      name: "EmbedTextsPlugin",
      capability: .buildTool(),
      dependencies: ["EmbedTexts"],
      path: "Sources/EmbedTextsPlugin"
    ),

    // MARK: - Tests

    .executableTarget(
      name: "benchmarks",
      dependencies: ["Definitions", "PageModel", "Pipeline", systemPackage],
      path: "Tests/Benchmarks",
      exclude: [
        "compare.py", "compare-tables.py", "count-confusions.py", "FIGURES.md",
        "generated-scans.py", "leave-one-out.py",
        "scores.py",
      ]
    ),
    .testTarget(
      name: "BatchTests",
      dependencies: ["Batch", "SystemTestSupport", grdb, systemPackage]
    ),
    .testTarget(name: "CatalogueTests", dependencies: ["Catalogue", "SystemTestSupport", grdb]),
    .testTarget(name: "CommandTests", dependencies: ["SystemTestSupport", "TestSupport"]),
    .testTarget(
      name: "CorpusTests",
      dependencies: ["SystemTestSupport"],
      exclude: [
        "Agendas", "attendance-2013-02-04.json", "compare-recueil.py", "count-agendas.py",
        "count-exports.py",
        "MinutesTruth", "score-grants-2014.py", "score-minutes-truth.py",
      ]
    ),
    .testTarget(
      name: "DefinitionsTests",
      dependencies: ["Definitions", "DeliberationModel", "PageModel", "TestSupport"]
    ),
    .testTarget(
      name: "DeliberationModelTests",
      dependencies: ["DeliberationModel", "PageModel", "TestSupport"]
    ),
    .testTarget(name: "ExportsTests", dependencies: ["Exports", "JSONModel", "SystemTestSupport"]),
    .testTarget(
      name: "FuzzingTests",
      dependencies: ["FuzzTargets", "TestSupport"],
      path: "Tests/Fuzzing/Tests"
    ),
    .target(
      name: "FuzzTargets",
      dependencies: [
        "Catalogue", "Definitions", "DeliberationModel", "JSONModel", "Normalisation", "PageModel",
        "Pipeline", "Regression", "SourceReading", "Tables",
      ],
      path: "Tests/Fuzzing/Targets"
    ),
    .executableTarget(
      name: "mutations",
      dependencies: [
        "Definitions", "DeliberationModel", "PageModel", "Pipeline", "TestSupport", systemPackage,
      ],
      path: "Tests/Mutations"
    ),
    .testTarget(
      name: "NormalisationTests",
      dependencies: ["DeliberationModel", "Normalisation", "PageModel"]
    ),
    .testTarget(name: "LexingTests", dependencies: ["Lexing"]),
    .testTarget(name: "PageModelTests", dependencies: ["PageModel", "TestSupport"]),
    .testTarget(
      name: "ParsingTests",
      dependencies: [
        "Definitions", "DeliberationModel", "PageModel", "Parsing", "SourceReading", "Structure",
        "TestSupport",
      ]
    ),
    .testTarget(
      name: "PDFReadingTests",
      dependencies: ["PageModel", "PDFReading", "SystemTestSupport"]
    ),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Definitions", "DeliberationModel", "Normalisation", "PageModel", "Pipeline", "TestSupport",
        systemPackage,
      ],
      exclude: ["Documents", "Styles"]
    ),
    .testTarget(
      name: "RecognitionTests",
      dependencies: ["PageModel", "PDFReading", "Recognition", "SystemTestSupport", "Tables"],
      exclude: ["Images"]
    ),
    .testTarget(
      name: "ReconciliationTests",
      dependencies: ["DeliberationModel", "PageModel", "Reconciliation", "TestSupport"]
    ),
    .testTarget(
      name: "RegressionTests",
      dependencies: ["JSONModel", "Regression", "SystemTestSupport"]
    ),
    .testTarget(name: "SampleTests", dependencies: ["example", "SystemTestSupport"]),
    .testTarget(
      name: "SourceReadingTests",
      dependencies: ["PageModel", "SourceReading", systemPackage]
    ),
    .testTarget(name: "SpellingTests", dependencies: ["PageModel", "Spelling"]),
    .testTarget(
      name: "StructureTests",
      dependencies: [
        "Definitions", "DeliberationModel", "PageModel", "SourceReading", "Structure",
        "TestSupport",
      ]
    ),
    .testTarget(name: "SubjectsTests", dependencies: ["Subjects"]),
    .target(
      name: "SystemTestSupport",
      dependencies: ["JSONModel"],
      path: "Tests/SystemTestSupport"
    ),
    .testTarget(name: "TablesTests", dependencies: ["PageModel", "Tables"]),
    .testTarget(name: "ThreadingTests", dependencies: ["Threading"]),
    .target(
      name: "TestSupport",
      dependencies: ["Definitions", "DeliberationModel", "PageModel", "SourceReading"],
      path: "Tests/TestSupport",
      exclude: [
        "check_help.py", "check_popolo.py", "check_scdl.py", "check_tables.py", "list_messages.py",
        "validate.py",
      ]
    ),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// libFuzzer brings its own `main` and counts the branches of what it tries, or nothing: see Tests/fuzz.
// The tool that runs while building has no fuzzer to count for.
let fuzzing = Context.environment["FUZZING"]
let buildTime = ["EmbedTexts", "DefinitionText"]
let coverage: [SwiftSetting] = fuzzing == "coverage" ? [.unsafeFlags(["-sanitize=fuzzer"])] : []
if fuzzing != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: ["FuzzTargets"],
      path: "Tests/Fuzzing/Driver",
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]
    )
  )
}

if withoutC {
  // A target goes with what it depends on.
  var gone: Set = [
    "CGLib", "CLinux", "CLoadedLibraries", "CPopplerCore", "CPopplerLibrary", "CSeccomp", "GRDB",
  ]
  func isGone(_ dependency: Target.Dependency) -> Bool {
    switch dependency {
    case .targetItem(let name, _), .productItem(let name, _, _, _), .byNameItem(let name, _):
      gone.contains(name)
    @unknown default: false
    }
  }
  var count = 0
  while count != gone.count {
    count = gone.count
    gone.formUnion(package.targets.filter { $0.dependencies.contains(where: isGone) }.map(\.name))
  }
  // These run the release binary, or read files.
  gone.formUnion(["CommandTests", "CorpusTests", "SampleTests", "SourceReadingTests"])
  package.targets.removeAll { gone.contains($0.name) }
  package.products = []
}

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings = settings + (buildTime.contains(target.name) ? [] : coverage)
}
