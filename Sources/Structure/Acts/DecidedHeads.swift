import PageModel

/// Heads that themselves tell how the vote went, in minutes that print no more of an item.
///
/// "Compte de gestion 2023 : unanimité", "Toiture de la chapelle - reporté".
struct DecidedHeads {
  /// Their places; none where fewer than three lines are such.
  let places: Set<Int>

  init(
    _ document: Document,
    _ lines: [SeenLine],
    _ speech: Speech,
    _ ground: TitleGround,
    in session: Range<Int>
  ) {
    let found = session.filter { place in
      let line = document.lines[lines[place].line]
      let isAlone =
        line.opensParagraph
        && (place + 1 >= session.upperBound
          || document.lines[lines[place + 1].line].opensParagraph)
      guard speech.strength[place] > 1, isAlone, !lines[place].opensSmall else { return false }
      let statements = ground.statements[lines[place].line] ?? []
      guard let first = statements.map(\.offset).min() else { return false }
      let folded = FoldedText(document.bytes[line.range.bounds])
      return folded.offsets.indices.contains(first) && Self.isObject(folded.bytes[..<first])
    }
    places = found.count < Self.least ? [] : Set(found)
  }

  private static let least = 3

  /// Whether what stands before the words of a vote is an object: two words, a mark behind them, and
  /// none that votes or decides.
  private static func isObject(_ lead: ArraySlice<UInt8>) -> Bool {
    let marks: Set<UInt8> = [0x3A, 0x2D, 0x28, 0x09]
    guard let mark = lead.last(where: { !ASCII.isSpace($0) }), marks.contains(mark) else {
      return false
    }
    let words = lead.split { !ASCII.isLetter($0) }
    return words.count { $0.count > 2 } > 1
      && !words.contains { deciding.contains(String(decoding: $0, as: UTF8.self)) }
  }

  private static let deciding: Set<String> = [
    "conseil", "assemblee", "comite", "bureau", "vote", "votes", "votants",
    "pour", "contre", "abstention", "abstentions", "decision", "decide",
  ]
}
