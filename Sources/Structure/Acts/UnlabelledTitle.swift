import DeliberationModel
import PageModel

/// The title of an act that neither a label nor a number tells: a paragraph of its own between the roll and
/// the reasons.
///
/// "Secrétaire : Mme Roux", "Tarifs de la salle des fêtes", "Madame le maire rappelle …".
struct UnlabelledTitle {
  private(set) var heading: ItemHead?

  private let document: Document
  private let lines: [SeenLine]
  private let speech: Speech
  private let titles: TitleReader

  /// How far below the roll the title stands.
  private static let reach = 30
  private static let mostWords = 60

  init(
    _ document: Document,
    _ lines: [SeenLine],
    _ speech: Speech,
    _ titles: TitleReader,
    below start: Int,
    in session: Range<Int>
  ) {
    (self.document, self.lines, self.speech, self.titles) = (document, lines, speech, titles)
    let formal = Set(
      [.roll, .posting, .sign, .session, .extract, .movement].flatMap { speech.cues[$0] ?? [] }
        .map(\.place)
    )
    let end = min(session.upperBound, max(start, session.lowerBound) + Self.reach)
    // Without a roll the words that open the session stand above the title.
    let above = (session.lowerBound..<end).prefix { $0 < start || !ends($0) }
    guard let last = above.last(where: formal.contains) else { return }
    var place = max(start, last + 1)
    while place < end {
      let next = paragraphEnd(place, before: session.upperBound)
      if (place..<next).contains(where: formal.contains) && !lines[place].isNumbered
        || lines[place].comesBack
        || next == place + 1 && titles.isAside(place) && !titles.isReport(place)
      {
        place = next
        continue
      }
      // What is no title below the roll is the reasons.
      guard !ends(place), !lines[place].opensSmall else { return }
      let read = titles.read(at: place, before: session.upperBound)
      if isTitle(read.places, read.item) { heading = read.item }
      return
    }
  }

  /// Whether the head of an act ends at a place: someone reports, a reason or a decision begins.
  private func ends(_ place: Int) -> Bool {
    titles.isReport(place) || speech.isVisa[place] || speech.strength[place] > 1
      || lines[place].isArticle
  }

  private func paragraphEnd(_ place: Int, before end: Int) -> Int {
    var next = place + 1
    while next < end, !document.lines[lines[next].line].opensParagraph { next += 1 }
    return next
  }

  /// Whether a title was read whole: no sentence, and what follows it is the text of the act.
  private func isTitle(_ places: Range<Int>, _ item: ItemHead) -> Bool {
    let words = item.title.flatMap { part in
      document.bytes[part.bounds].split(whereSeparator: ASCII.isSpace)
    }
    let marks: Set<UInt8> = [0x2E, 0x2C, 0x3B]
    guard (2...Self.mostWords).contains(words.count), let last = item.title.last,
      let sign = document.bytes[last.bounds].last, !marks.contains(sign),
      // What a colon leads to is title too.
      document.bytes[document.lines[last.line].range.bounds].last != UInt8(ascii: ":")
    else { return false }
    let next = places.upperBound
    return next < lines.count && (document.lines[lines[next].line].opensParagraph || ends(next))
  }
}
