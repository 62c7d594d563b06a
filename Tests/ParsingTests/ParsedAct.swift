import DeliberationModel
import PageModel
import Parsing
import TestSupport

/// An act that a test wrote down, as the parser reads it.
struct ParsedAct {
  let act: Deliberation
  let diagnostics: [Diagnostic]

  /// Reads all lines of a text as one act; the last ones can sign it.
  init(
    _ text: String,
    signature: String = "",
    operationCode: String? = nil
  ) throws {
    var definition = try Definition.standard()
    definition.operationCode = operationCode
    let body = Document(printing: text).lines.count
    let document = Document(printing: text + "\n" + signature)
    let outline = ActOutline(
      act: Array(0..<body),
      conclusions: Array(body..<document.lines.count),
      attached: []
    )
    let labels = try LabelMatcher.standard()
    self.init(document, outline, definition, labels)
  }

  /// Reads an act of a document that was parted before.
  init(
    _ document: Document,
    _ outline: ActOutline,
    _ definition: Definition,
    _ labels: LabelMatcher
  ) {
    var diagnostics = DiagnosticList()
    act =
      ActParser(document, definition: definition, labels: labels)
      .parse([outline], reporting: &diagnostics)[0]
    self.diagnostics = diagnostics.items
  }

  /// Reads what stands between the visas and the signature.
  init(body: String, operationCode: String? = nil) throws {
    try self.init(
      "La Commission permanente,\nVu le code du travail ;\n\n" + body,
      operationCode: operationCode
    )
  }

  /// The codes of the findings about an aspect of the act.
  func codes(_ aspect: String) -> [String] {
    diagnostics.map(\.code).filter { $0.hasPrefix(aspect + ".") }
  }
}
