import DeliberationModel
import PageModel

/// Finds the end of an act: its signature, with place and date.
struct Conclusions {
  private let document: Document
  private let labels: LabelMatcher

  init(_ document: Document, labels: LabelMatcher) {
    self.document = document
    self.labels = labels
  }

  /// The part of an act's lines that signs it; nothing where no line does.
  ///
  /// The first line after the act's deciding part that gives a place and a date, or says "Signé",
  /// is in it, and so are the short lines around it that name an office or a person.
  func range(in lines: [Int]) -> Range<Int>? {
    var hasDecided = false
    for (place, line) in lines.enumerated() {
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      if !hasDecided {
        hasDecided =
          labels.match(folded, among: Self.deciding) != nil || folded.contains(" decide, ")
          || folded.contains("en avoir delibere") || folded.contains(" prend acte d")
        continue
      }
      guard closes(folded) else { continue }
      let start = extendedBack(from: place, in: lines)
      return start..<extendedOn(from: place, in: lines)
    }
    return hasDecided ? officeAndName(in: lines) : nil
  }

  /// An office above a name at the end of an act that says neither where nor when it is signed.
  private func officeAndName(in lines: [Int]) -> Range<Int>? {
    for place in lines.indices.reversed().prefix(15) {
      let bytes = document.bytes[document.lines[lines[place]].range.bounds]
      guard ConclusionLine.isName(bytes) else { continue }
      let start = extendedBack(from: place, in: lines)
      let hasOffice = (start..<place).contains { at in
        let line = document.lines[lines[at]].range.bounds
        return isOffice(FoldedText(document.bytes[line]))
      }
      if hasOffice { return start..<place + 1 }
    }
    return nil
  }

  private static let deciding = LabelSet([
    .decides, .proposal, .operative, .article, .voteHeading, .adopted, .noted, .deliberated,
  ])

  /// "ADOPTÉ À LA MAJORITÉ" is no name.
  private static let results = LabelSet([.adopted, .rejected, .withdrawn, .noted, .adjourned])

  /// Whether a line gives a place and a date or says that the act is signed.
  private func closes(_ folded: FoldedText) -> Bool {
    guard folded.bytes.count <= 90 else { return false }
    let openings: [StaticString] = [
      "pour extrait", "pour copie", "pour expedition", "fait et delibere", "ainsi fait",
      "ainsi delibere", "et ont signe", "suivent les signatures", "au registre suivent",
      "au registre sont", "certifie executoire", "le maire certifie", "la maire certifie",
      "le president certifie", "la presidente certifie", "certifie sous sa responsabilite",
    ]
    if folded.key == "signe" || openings.contains(where: { folded.starts(with: $0) }) {
      return true
    }
    return ConclusionLine.isPlaceAndDate(folded)
  }

  private func extendedBack(from place: Int, in lines: [Int]) -> Int {
    var start = place
    while start > 0, isConclusion(lines[start - 1], in: lines) { start -= 1 }
    return start
  }

  private func extendedOn(from place: Int, in lines: [Int]) -> Int {
    var end = place + 1
    var hasSigned = document.text(document.lines[lines[place]]).count < 10
    while end < lines.count {
      let line = document.lines[lines[end]]
      if line.page != document.lines[lines[place]].page { break }
      guard isConclusion(lines[end], in: lines) else { break }
      let folded = FoldedText(document.bytes[line.range.bounds])
      end += 1
      if folded.key == "signe" {
        hasSigned = true
      } else if hasSigned, ConclusionLine.isName(document.bytes[line.range.bounds]) {
        break
      }
    }
    return end
  }

  private func isConclusion(_ index: Int, in lines: [Int]) -> Bool {
    let bytes = document.bytes[document.lines[index].range.bounds]
    let folded = FoldedText(bytes)
    if labels.match(folded, among: Self.results) != nil { return false }
    return closes(folded) || ConclusionLine.isRule(folded) || ConclusionLine.isName(bytes)
      || (folded.bytes.count <= 110 && isOffice(folded))
  }

  /// Whether a line names an office: "Le Directeur Général Adjoint,", "Pour le Président …".
  private func isOffice(_ folded: FoldedText) -> Bool {
    if labels.match(folded, among: LabelSet([.signature])) != nil { return true }
    if folded.starts(with: "acte rendu executoire") { return true }
    let opens: [StaticString] = ["par delegation", "et par delegation", "l'adjoint", "l'adjointe"]
    return opens.contains { phrase in folded.starts(with: phrase) }
  }
}
