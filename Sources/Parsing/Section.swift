import DeliberationModel
import PageModel

/// A part of an act under one label, or without one.
struct Section {
  /// What the part is.
  enum Kind: Hashable {
    /// What a label announces.
    case labelled(Label)
    /// People who step aside: "Mesdames … intéressées à l'affaire, n'ont pris part …".
    case recusal
    /// A rule of dots, stars or dashes.
    case rule
    /// Lines that no label announces.
    case unlabelled
  }

  /// A line, or what stands after the label on it.
  struct Part {
    var line: Int
    var bounds: Range<Int>
  }

  var kind: Kind
  /// The line on which the part begins.
  var line: Int
  /// The text without the label.
  var parts: [Part]

  /// The text of the part as one passage.
  func passage(of document: Document) -> Passage {
    var passage = Passage()
    for part in parts { passage.append(part.bounds, line: part.line, of: document) }
    return passage
  }

  /// Whether no text stands beside the label.
  var isEmpty: Bool { parts.allSatisfy(\.bounds.isEmpty) }
}
