import DeliberationModel
import PageModel

/// Finds the end of an act: its signature, with place and date.
struct SignatureZone {
  let document: Document
  let lines: [SeenLine]
  let speech: Speech
  let labels: LabelMatcher
  private let signs: Set<Int>

  init(_ document: Document, _ lines: [SeenLine], _ speech: Speech, _ labels: LabelMatcher) {
    self.document = document
    self.lines = lines
    self.speech = speech
    self.labels = labels
    signs = Set((speech.cues[.sign] ?? []).map(\.place))
  }

  /// The places that sign an act; nothing where none does.
  ///
  /// The first line after the first decision that gives a place and a date, or says "Signé", is in
  /// it, and so are the short lines around it that name an office or a person.
  func range(in act: Range<Int>) -> Range<Int>? {
    guard let decided = act.first(where: { speech.strength[$0] > 1 || lines[$0].isArticle }) else {
      return nil
    }
    for place in decided + 1..<max(decided + 1, act.upperBound) where closes(place) {
      var start = place
      while start > act.lowerBound, isConclusion(start - 1) { start -= 1 }
      return start..<end(from: place, in: act)
    }
    return officeAndName(in: act)
  }

  /// An office above a name at the end of an act that says neither where nor when it is signed.
  private func officeAndName(in act: Range<Int>) -> Range<Int>? {
    for place in act.suffix(15).reversed() where ConclusionLine.isName(bytes(place)) {
      var start = place
      while start > act.lowerBound, isConclusion(start - 1) { start -= 1 }
      if (start..<place).contains(where: { isOffice(folded($0)) }) { return start..<place + 1 }
    }
    return nil
  }

  private func end(from place: Int, in act: Range<Int>) -> Int {
    var end = place + 1
    let page = document.lines[lines[place].line].page
    var hasSigned = bytes(place).count < 10
    while end < act.upperBound, document.lines[lines[end].line].page == page, isConclusion(end) {
      end += 1
      if folded(end - 1).key == "signe" {
        hasSigned = true
      } else if hasSigned, ConclusionLine.isName(bytes(end - 1)) {
        break
      }
    }
    return end
  }

  private func bytes(_ place: Int) -> ArraySlice<UInt8> {
    document.bytes[document.lines[lines[place].line].range.bounds]
  }

  private func folded(_ place: Int) -> FoldedText { FoldedText(bytes(place)) }

  /// Whether a line gives a place and a date or says that the act is signed.
  private func closes(_ place: Int) -> Bool {
    guard bytes(place).count <= 120 else { return false }
    let folded = folded(place)
    guard folded.bytes.count <= 90 else { return false }
    return signs.contains(place) || folded.key == "signe" || ConclusionLine.isPlaceAndDate(folded)
  }

  /// "ADOPTÉ À LA MAJORITÉ" is no name.
  private static let results = LabelSet([.adopted, .rejected, .withdrawn, .noted, .adjourned])

  private func isConclusion(_ place: Int) -> Bool {
    let folded = folded(place)
    if labels.match(folded, among: Self.results) != nil { return false }
    return closes(place) || ConclusionLine.isRule(folded) || ConclusionLine.isName(bytes(place))
      || (folded.bytes.count <= 110 && isOffice(folded))
  }

  /// Whether a line names an office: "Le Directeur Général Adjoint,", "Pour le Président …".
  private func isOffice(_ folded: FoldedText) -> Bool {
    // "Monsieur le Maire," above the name.
    let words = folded.bytes.last == 0x2C ? FoldedText(String(folded.string.dropLast())) : folded
    if labels.match(words, among: LabelSet([.signature])) != nil { return true }
    let opens: [StaticString] = [
      "acte rendu executoire", "par delegation", "et par delegation", "l'adjoint", "l'adjointe",
    ]
    return opens.contains { phrase in folded.starts(with: phrase) }
  }
}
