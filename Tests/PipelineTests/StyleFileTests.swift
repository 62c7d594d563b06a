import Definitions
import DeliberationModel
import Foundation
import PageModel
import Pipeline
import TestSupport
import Testing

/// Acts in the styles of many authorities, each a file with the facts that a person reads in it.
///
/// All facts are compared, so that nothing can be invented beside them; a file whose facts are empty
/// holds no act. Authorities and people are invented.
struct `An act in the style of a file` {
  static let styles = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .sorted()

  private static let folder =
    #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    + "/Styles"

  @Test(arguments: styles)
  func `is read whole`(style: String) throws {
    let text = try String(contentsOfFile: Self.folder + "/" + style, encoding: .utf8)
    let parts = text.components(separatedBy: "=== facts\n")
    try #require(parts.count == 2)
    let document = Document(printing: parts[0])
    let definition = try DefinitionCatalog().definition(for: document)
    var diagnostics = DiagnosticList()
    let acts = try Extractor().deliberations(of: document, definition, reporting: &diagnostics)
    let read = acts.map { PrintedFacts($0).lines.joined(separator: "\n") }
      .joined(separator: "\n\n")
    let facts = parts[1].trimmingCharacters(in: .newlines)
    let missing = Set(facts.split(separator: "\n")).subtracting(read.split(separator: "\n"))
    let invented = Set(read.split(separator: "\n")).subtracting(facts.split(separator: "\n"))
    #expect(read == facts, "missing: \(missing.sorted()), invented: \(invented.sorted())")
  }

  @Test func `stands in at least twenty files`() {
    #expect(Self.styles.count >= 20)
  }
}
