import DeliberationModel
import PageModel

/// What stands between a number and a title, and who reports behind a title.
extension TitleReader {
  /// How many lines may stand between a number and the title below it.
  private static let mostAsides = 5

  /// The place of the title below a number that stands alone: the line "Objet : …" where one is near,
  /// or the first that is no theme, no service and names no one who reports.
  func titlePlace(below head: Int, before end: Int) -> Int {
    let reach = (head + 1)..<min(end, head + 1 + Self.mostAsides)
    let near = reach.prefix { place in
      // Of a row a cell may be the title, another how the vote went.
      !speech.isVisa[place]
        && (speech.strength[place] < 2 || document.hasCells(lines[place].line) || isAside(place))
        && lines[place].number?.isOwn != true
    }
    if let object = near.first(where: { lines[$0].dress.contains(.object) }) { return object }
    return near.first { !isAside($0) } ?? near.last ?? head + 1
  }

  /// Whether a line stands beside a title.
  func isAside(_ place: Int) -> Bool {
    guard !lines[place].isNumbered else { return false }
    if ground.asides.contains(place) { return true }
    if lines[place].comesBack, lines[place].number == nil, !lines[place].isFull, !endsOpen(place) {
      return true
    }
    // A theme is none where a text follows it: then it is all the title that there is.
    let next = place + 1
    return ground.themes.contains(place) && next < lines.count && !isReport(next)
      && !speech.isVisa[next] && speech.strength[next] < 2
  }

  /// Whether a text behind a number names its theme or its service: "N° 2023-052 Domaine : FINANCES".
  func isAsideLabel(_ text: FoldedText) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return false }
    let label = text.bytes[..<colon].filter(ASCII.isLetter)
    return Self.asideLabels.contains { label.elementsEqual($0.utf8) }
  }

  private static let asideLabels = [
    "domaine", "matiere", "theme", "thematique", "rubrique", "nomenclature", "classification",
    "secteur", "service", "direction", "pole", "commission", "rapporteur", "rapporteure",
  ]

  /// Takes off a title who reports: "… - Rapporteur : Paul Durand", "… (rapporteure : Anne Roux)".
  func cutReporter(_ parts: inout [ItemHead.Part]) {
    for index in parts.indices {
      let bounds = parts[index].bounds
      let folded = FoldedText(document.bytes[bounds])
      for words in Self.reporters {
        guard let at = folded.firstIndex(of: words) else { continue }
        let (end, isMarked) = beforeMarks(folded.offsets[at], from: bounds.lowerBound)
        guard isMarked, index > 0 || end > bounds.lowerBound + 5 else { continue }
        parts[index].bounds = bounds.lowerBound..<end
        parts.removeSubrange((end > bounds.lowerBound ? index + 1 : index)...)
        return
      }
    }
  }

  private static let reporters: [StaticString] = [
    "rapporteur", "presente par", "presentee par", "expose par", "rapporte par",
  ]
}
