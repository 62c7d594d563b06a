import DeliberationModel
import PageModel
import Structure

/// Says what was odd in the structure of a document.
struct StructureFindings {
  private let document: Document

  init(_ document: Document) {
    self.document = document
  }

  func report(_ structure: DocumentStructure, to diagnostics: inout DiagnosticList) {
    if structure.acts.isEmpty { reportNoAct(structure, to: &diagnostics) }
    guard !structure.acts.isEmpty else { return }
    for item in structure.agenda where !item.isTakenUp {
      diagnostics.report(
        .warning,
        "structure.item-without-act",
        "no act was found for the item '\(item.text)' of the agenda",
        at: document.location(of: document.lines[item.line])
      )
    }
  }

  /// A decision without an act is an error, a document of another kind worth a note.
  private func reportNoAct(_ structure: DocumentStructure, to diagnostics: inout DiagnosticList) {
    if document.lines.isEmpty {
      let message = "the document has no text"
      return diagnostics.report(.warning, "document.no-deliberation", message)
    }
    if structure.kind == .annex {
      let message = "the document is an annex of an act that is elsewhere"
      return diagnostics.report(.note, "document.annex-alone", message)
    }
    if structure.decides {
      let message =
        "something is decided in the document, but no délibération was found; read it by eye"
      return diagnostics.report(.error, "document.decision-without-act", message)
    }
    let message = "no délibération was found in the document: it seems to be \(structure.seems)"
    diagnostics.report(.warning, "document.no-deliberation", message)
  }
}
