import PageModel

/// Where the head of a session ends: below the roll call, above the first act.
struct SessionHead {
  /// The place behind its last line.
  let end: Int

  /// How far below the top a roll call is looked for.
  static let reach = 160

  init(_ lines: [SeenLine], _ speech: Speech, in range: Range<Int>, _ document: Document) {
    let rolls = (speech.cues[.roll] ?? []).filter { range.contains($0.place) }
    let isRoll = Set(rolls.map(\.place))
    let top = range.lowerBound..<min(range.upperBound, range.lowerBound + Self.reach)
    // A secretary is named "à l'unanimité": no act yet; the minutes of the last session are one.
    let minutes = Set((speech.cues[.minutes] ?? []).map(\.place))
    // "Présidence de l'assemblée" heads the first step of an election, which tells of a quorum too.
    let stage = (speech.cues[.stage] ?? []).first { top.contains($0.place) }?.place
    let first =
      top.first { place in
        guard speech.strength[place] > 1 else { return false }
        if minutes.contains(place) { return true }
        return !isRoll.contains(place)
          && (document.lines[lines[place].line].opensParagraph || !isRoll.contains(place - 1))
      } ?? top.upperBound
    let decided = min(first, stage ?? first)
    var end = range.lowerBound
    for roll in rolls where roll.strength > 1 && roll.place < decided && roll.place - end < 60 {
      end = roll.place + 1
    }
    if end == range.lowerBound {
      // Nothing calls the roll by its name: the sentence about the sitting ends the head.
      let first = top.first { lines[$0].isNumbered } ?? top.upperBound
      let told = rolls + (speech.cues[.session] ?? []).filter { $0.strength > 1 }
      for cue in told.sorted(by: { $0.place < $1.place })
      where cue.place >= range.lowerBound && cue.place < min(first, decided)
        && cue.place - end < 20 && !minutes.contains(cue.place)
      { end = cue.place + 1 }
    }
    if let first = Self.firstItem(lines, speech, in: range.lowerBound..<end, isRoll, document) {
      self.end = first
      return
    }
    guard end > range.lowerBound else {
      self.end = range.lowerBound
      return
    }
    // The names below the last label, to the end of their paragraph; white space may part them from it.
    let label = FoldedText(document.bytes[document.lines[lines[end - 1].line].range.bounds])
    let announces = label.bytes.last == 0x3A && label.contains("present")
    var last = end
    while last < decided, last - end < 12 || lines[last].wordCount < 8 && last - end < 60,
      !document.lines[lines[last].line].opensParagraph || last == end && announces,
      lines[last].number.map({ $0.form == .bullet || announces }) ?? true,
      isRoll.contains(last) || !Self.isDressed(last, lines, document)
    { last += 1 }
    self.end = last
  }

  /// The heading of the first item, where the last words that tell the head of the session stand within it.
  ///
  /// "I. INSTALLATION DES CONSEILLERS" above "… est désignée secrétaire. Le conseil prend acte …", with "II.
  /// ÉLECTION DU PRÉSIDENT" below.
  private static func firstItem(
    _ lines: [SeenLine],
    _ speech: Speech,
    in head: Range<Int>,
    _ isRoll: Set<Int>,
    _ document: Document
  ) -> Int? {
    let look: Dress = [.bold, .underlined, .capitals, .large]
    let item = head.last { place in
      lines[place].number?.path == [1] && !lines[place].dress.isDisjoint(with: look)
        && lines[place].dress.contains(.gap)
    }
    guard let item, head.lowerBound..<item ~= isRoll.min() ?? item,
      let number = lines[item].number
    else { return nil }
    let next = lines[head.upperBound...].prefix(reach).first { line in
      line.number.map { $0.form == number.form && $0.label == number.label && $0.path == [2] }
        ?? false && line.dress.intersection(look) == lines[item].dress.intersection(look)
    }
    // Who is secretary is no act by itself.
    let decides = speech.statements.contains { statement in
      statement.kind != .elect && statement.strength > 1 && statement.places.lowerBound > item
        && statement.places.lowerBound < head.upperBound + 2
    }
    return next != nil && decides ? item : nil
  }

  /// Whether a line is dressed as a head and the one above it ends a sentence without being so: a page
  /// without white space between its parts.
  private static func isDressed(_ place: Int, _ lines: [SeenLine], _ document: Document) -> Bool {
    let look: Dress = [.bold, .underlined]
    guard place > 0, !lines[place].dress.isDisjoint(with: look),
      lines[place - 1].dress.isDisjoint(with: look)
    else { return false }
    let above = document.bytes[document.lines[lines[place - 1].line].range.bounds]
    return above.last == UInt8(ascii: ".")
  }
}
