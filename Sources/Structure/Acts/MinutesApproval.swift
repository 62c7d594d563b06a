import DeliberationModel
import PageModel

/// Finds the approval of the minutes of the last session.
///
/// Minutes often tell it in a sentence between the roll call and the first item: "Compte rendu de la
/// réunion du 2 juillet adopté."
struct MinutesApproval {
  /// The places of its lines.
  let places: Range<Int>
  /// What is approved, as a title.
  let title: [ItemHead.Part]

  /// How far the words of approval stand below those of the minutes, in lines.
  static let reach = 5

  /// Finds the first sentence that approves between two places; nothing where none does.
  init?(_ lines: [SeenLine], _ speech: Speech, in range: Range<Int>, _ document: Document) {
    let cues = (speech.cues[.minutes] ?? []).filter { range.contains($0.place) }
    let approvals = Set((speech.cues[.approval] ?? []).map(\.place))
    for (index, cue) in cues.enumerated() {
      // The last naming of the minutes before the words that approve them.
      let next =
        index + 1 < cues.count ? max(cue.place + 1, cues[index + 1].place) : range.upperBound
      let end = min(next, range.upperBound, cue.place + Self.reach)
      var last: Int?
      for place in cue.place..<end {
        if place > cue.place, lines[place].isNumbered { break }
        if place > cue.place + 1, document.lines[lines[place].line].opensParagraph,
          !approvals.contains(place)
        {
          break
        }
        if approvals.contains(place) || place - cue.place < 3 && speech.strength[place] > 1 {
          last = place
          if speech.strength[place] > 1 { break }
        }
      }
      guard let last else { continue }
      places = cue.place..<last + 1
      title = Self.title(lines[cue.place], document)
      return
    }
    return nil
  }

  /// The words before those that approve: "Le compte rendu de la séance du 3 mai" of "… est adopté"; the
  /// words behind them where the assembly is named first: "Le conseil adopte le compte rendu du 3 mai".
  private static func title(_ line: SeenLine, _ document: Document) -> [ItemHead.Part] {
    let bounds = document.lines[line.line].range.bounds
    let start = min(line.number?.textStart ?? bounds.lowerBound, bounds.upperBound)
    let folded = FoldedText(document.bytes[start..<bounds.upperBound])
    let ends: [StaticString] = [
      " est ", " a ete ", " adopte", " approuve", " n'a", " ne ", ", ", " : ", " - adopt",
      " a l'unanim", " a l'approbation", " sont ", " ayant ",
    ]
    let tells: [StaticString] = [" adopte ", " approuve ", " soumet ", " presente ", " propose "]
    var first = 0
    let named = names.compactMap { folded.firstIndex(of: $0) }.min()
    if let named,
      tells.contains(where: { tell in folded.firstIndex(of: tell).map { $0 < named } ?? false })
    {
      first = named
    }
    let end =
      ends.compactMap { folded.firstIndex(of: $0) }.filter { $0 >= first + 12 }.min()
      ?? folded.bytes.count
    var upper = folded.offsets[end]
    let lower = folded.offsets[first]
    while upper > lower, [0x20, 0x2E, 0x3A, 0x09].contains(document.bytes[upper - 1]) { upper -= 1 }
    return [ItemHead.Part(line: line.line, bounds: lower..<upper)]
  }

  private static let names: [StaticString] = [
    "le proces-verbal", "le proces verbal", "le compte-rendu", "le compte rendu", "le pv ",
    "les proces-verbaux", "les comptes rendus", "les comptes-rendus",
  ]
}
