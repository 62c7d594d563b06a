import DeliberationModel
import PageModel

/// Flags the numbers of an act that recognition was not sure of.
///
/// A wrong digit shows nowhere, so every word with a figure in the box of a count or a budget line
/// counts. What a check proves is lifted later.
struct ScannedNumbers {
  /// Recognition that is less sure of a word with a figure, in percent, may have misread it.
  static let sure: UInt8 = 50

  let document: Document

  /// Flags the counts of votes and the budget lines of an act.
  func flag(_ act: inout Deliberation) {
    guard document.pages.contains(where: { $0.origin == .ocr }) else { return }
    for index in act.decisions.indices {
      for (option, count) in act.decisions[index].vote where isDoubtful(count.source) {
        act.decisions[index].vote[option]?.needsReview = true
      }
    }
    for index in act.budgetLines.indices where isDoubtful(act.budgetLines[index].source) {
      act.budgetLines[index].needsReview = true
    }
    for index in (act.report?.budgetLines ?? []).indices {
      guard let source = act.report?.budgetLines[index].source, isDoubtful(source) else { continue }
      act.report?.budgetLines[index].needsReview = true
    }
  }

  /// Whether a word with a figure in a box of a recognised page is in doubt.
  private func isDoubtful(_ source: SourceLocation) -> Bool {
    guard let number = source.page, let box = source.box,
      let page = document.pages.first(where: { $0.number == number }), page.origin == .ocr
    else { return false }
    return document.lines[page.lines].contains { line in
      line.words.contains { place in
        let word = document.words[Int(place)]
        return word.confidence < Self.sure && box.contains(word.box)
          && document.bytes[word.range.bounds].contains(where: ASCII.isDigit)
      }
    }
  }
}

extension BoundingBox {
  /// Whether the middle of another box is inside of this one.
  fileprivate func contains(_ other: BoundingBox) -> Bool {
    let x = (other.x0 + other.x1) / 2
    return x0 <= x && x <= x1 && y0 <= other.midY && other.midY <= y1
  }
}
