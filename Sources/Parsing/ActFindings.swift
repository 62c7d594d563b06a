import DeliberationModel
import PageModel

/// Reports what of an act found no place, and what it lacks.
struct ActFindings {
  private let document: Document
  private let organs: [FoldedText]

  init(_ document: Document, definition: Definition) {
    self.document = document
    organs = definition.organs.flatMap(\.printed).map { FoldedText($0) }
  }

  /// Words among the people who step aside that cannot be read as names.
  func report(
    _ unread: [String],
    of passage: Passage,
    to diagnostics: inout DiagnosticList
  ) {
    for text in unread {
      diagnostics.report(
        .warning,
        "recusal.unread-name",
        "'\(text)' stands among the people who step aside and cannot be read as a name",
        at: passage.location(in: document)
      )
    }
  }

  /// "Mcsdames …, intéressées à l'affaire, n'ont pris part ni au débat ni au vote": people step aside,
  /// and none is read.
  func reportRecusal(in passage: Passage, to diagnostics: inout DiagnosticList) {
    guard FoldedText(passage.bytes[...]).contains("pris part ni") else { return }
    diagnostics.report(
      .warning,
      "recusal.unread",
      "nobody can be read in the sentence about those who step aside",
      at: passage.location(in: document)
    )
  }

  /// Text of the preface that no parser took; the lines that name the authority and its organ are
  /// taken.
  func reportUnplaced(
    _ preface: [Section],
    except used: Set<Int>,
    to diagnostics: inout DiagnosticList
  ) {
    for (index, section) in preface.enumerated()
    where !used.contains(index) && section.kind != .rule {
      let rest = section.parts.filter { part in
        let text = document.text(document.lines[part.line])
        let folded = FoldedText(text)
        return AuthorityName.authority(in: text) == nil
          && !(text.utf8.count <= 90 && organs.contains { folded.firstIndex(of: $0) != nil })
      }
      if !rest.isEmpty {
        reportUnplaced(
          Section(kind: section.kind, line: section.line, parts: rest),
          to: &diagnostics
        )
      }
    }
  }

  /// A section that no parser took.
  func reportUnplaced(_ section: Section, to diagnostics: inout DiagnosticList) {
    let passage = section.passage(of: document)
    guard !passage.isEmpty else { return }
    diagnostics.report(
      .note,
      "act.unplaced-text",
      "this text found no place in the act, '\(passage.text.prefix(100))'",
      at: passage.location(in: document)
    )
  }

  /// What every act has and this one lacks.
  func reportMissing(
    in act: Deliberation,
    _ outline: ActOutline,
    to diagnostics: inout DiagnosticList
  ) {
    let isUnnumbered = outline.item.map { $0.number == nil } ?? false
    let required = [
      ("number", act.number == nil && !isUnnumbered), ("title", act.title == nil),
      ("session-date", act.session.date == nil), ("authority", act.authority == nil),
      ("decision", act.decisions.isEmpty && act.articles.isEmpty),
    ]
    let place = outline.act.first.map { document.location(of: document.lines[$0]) }
    for (name, isMissing) in required where isMissing {
      diagnostics.report(
        .error,
        "act.missing-\(name)",
        "the act has no \(name.replacing("-", with: " ")) that can be read",
        at: place ?? SourceLocation()
      )
    }
  }
}
