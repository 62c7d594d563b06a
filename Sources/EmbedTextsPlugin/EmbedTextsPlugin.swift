import Foundation
import PackagePlugin

/// Builds the definitions of Pipelines/, the output's JSON Schema and the catalogue's tables into the
/// program.
@main
struct EmbedTextsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let pipelines = context.package.directoryURL.appending(path: "Pipelines")
    let root =
      switch target.name {
      case "Definitions": pipelines
      case "Exports": pipelines.appending(path: "exports")
      case "ExtractCommand": pipelines.appending(path: "messages")
      case "Structure": pipelines.appending(path: "structure")
      case "Subjects": pipelines.appending(path: "subjects")
      default: target.directoryURL.appending(path: "Schema")
      }
    var files = try Self.files(under: root)
    if target.name == "Definitions" {
      // The folders of other targets.
      let others = ["exports", "messages", "structure", "subjects"].map {
        pipelines.appending(path: $0).path + "/"
      }
      files.removeAll { file in others.contains { file.path.hasPrefix($0) } }
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTexts.swift")
    return [
      .buildCommand(
        displayName: "Embedding the texts of \(root.lastPathComponent)",
        executable: try context.tool(named: "EmbedTexts").url,
        arguments: [output.path, root.path] + files.map(\.path),
        inputFiles: files,
        outputFiles: [output]
      )
    ]
  }

  private static func files(under root: URL) throws -> [URL] {
    try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { path in
        [".yaml", ".tsv", ".json", ".sql", "parquet.py"].contains { path.hasSuffix($0) }
      }
      .sorted()
      .map { root.appending(path: $0) }
  }
}
