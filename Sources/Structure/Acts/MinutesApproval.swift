import DeliberationModel
import Lexing
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
  /// The place of a head above the sentence that approves: "Approbation du compte rendu du 3 mai".
  let head: Int?

  /// How far the words of approval stand below those of the minutes, in lines.
  static let reach = 5

  /// Finds the first sentence that approves between two places; nothing where none does.
  init?(_ lines: [SeenLine], _ speech: Speech, in range: Range<Int>, _ document: Document) {
    let cues = (speech.cues[.minutes] ?? []).map(\.place).filter(range.contains)
    let approvals = Set((speech.cues[.approval] ?? []).map(\.place))
    for (index, cue) in cues.enumerated() {
      // The last naming of the minutes before the words that approve them.
      let next = index + 1 < cues.count ? max(cue + 1, cues[index + 1]) : range.upperBound
      let end = min(next, range.upperBound, cue + Self.reach)
      var last: Int?
      for place in cue..<end {
        if place > cue, lines[place].isNumbered { break }
        if place > cue + 1, document.lines[lines[place].line].opensParagraph,
          !approvals.contains(place)
        {
          break
        }
        if approvals.contains(place) || place - cue < 3 && speech.strength[place] > 1 {
          last = place
          if speech.strength[place] > 1 { break }
        }
      }
      guard let last else { continue }
      // "Le conseil décide de valider le" above "procès-verbal de la séance du 3 mai": the sentence that
      // decides names them too.
      let isOpen = document.bytes[document.lines[lines[last].line].range.bounds].last != 0x2E
      let naming = cues.contains(last + 1) && last > cue && isOpen ? last + 1 : cue
      title = MinutesTitle(lines, naming, document).parts
      head = cues[...index].last { place in
        cue - place < Self.reach && place < last && Self.isHead(lines[place], document)
          && speech.strength[place] < 2
      }
      places =
        (head ?? cue)..<Self.end(below: max(last, naming), lines, speech, in: range, document)
      return
    }
    return nil
  }

  /// Whether a line names the approval as the head of an item does.
  private static func isHead(_ line: SeenLine, _ document: Document) -> Bool {
    let bounds = document.lines[line.line].range.bounds
    let start = min(line.number?.textStart ?? bounds.lowerBound, bounds.upperBound)
    let folded = FoldedText(document.bytes[start..<bounds.upperBound])
    return nouns.contains { folded.starts(with: $0) }
      && ![0x2E, 0x2C, 0x3B].contains(folded.bytes.last ?? 0)
  }

  private static let nouns: [StaticString] = [
    "approbation ", "adoption ", "validation ", "lecture et approbation ",
  ]

  /// The place behind the sentence that approves and the votes below it: "… approuvé à la majorité" above
  /// "avec 28 voix pour, 5 abstentions".
  private static func end(
    below last: Int,
    _ lines: [SeenLine],
    _ speech: Speech,
    in range: Range<Int>,
    _ document: Document
  ) -> Int {
    var end = last + 1
    while end < range.upperBound, end - last <= reach, !lines[end].isNumbered {
      let above = document.bytes[document.lines[lines[end - 1].line].range.bounds]
      let goesOn =
        above.last != 0x2E && !document.lines[lines[end].line].opensParagraph
        && (lines[end].opensSmall || lines[end - 1].isFull)
      guard goesOn || speech.isVote(at: end) else { break }
      end += 1
    }
    return end
  }
}

/// The words that name the minutes that are approved.
private struct MinutesTitle {
  private(set) var parts: [ItemHead.Part] = []
  private let document: Document

  /// The most lines that the words take.
  private static let mostLines = 3

  /// Reads the words before those that approve, "Le compte rendu de la séance du 3 mai" of "… est
  /// adopté", without the person or the assembly that is named first: "Le conseil adopte le compte rendu
  /// du 3 mai".
  init(_ lines: [SeenLine], _ naming: Int, _ document: Document) {
    self.document = document
    let line = lines[naming]
    let bounds = document.lines[line.line].range.bounds
    var start = min(line.number?.textStart ?? bounds.lowerBound, bounds.upperBound)
    let folded = FoldedText(document.bytes[start..<bounds.upperBound])
    let first = Self.words.compactMap { folded.firstIndex(of: $0) }.min() ?? 0
    if let named = Self.names.compactMap({ folded.firstIndex(of: $0) }).min(), named < first {
      start = folded.offsets[named]
    } else if let stop = Self.sentenceEnd(in: folded.bytes[..<first]) {
      start = folded.offsets[stop]
    } else if naming > 0, line.opensSmall {
      addArticle(above: lines[naming - 1].line)
    }
    var place = naming
    var isEnded = add(start..<bounds.upperBound, of: line.line, least: 12)
    while !isEnded, place + 1 < min(lines.count, naming + Self.mostLines) {
      place += 1
      let next = document.lines[lines[place].line]
      let first = document.bytes[next.range.bounds].first ?? 0
      guard !next.opensParagraph, lines[place].opensSmall || ASCII.isDigit(first) else { break }
      isEnded = add(next.range.bounds, of: lines[place].line, least: 0)
    }
  }

  /// Where the last sentence begins before the words that name the minutes: "Secrétaire de séance : Mme
  /// ROUX. Compte rendu du 3 mai adopté."
  private static func sentenceEnd(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.indices.reversed().first { at in
      guard bytes[at] == UInt8(ascii: "."), bytes.indices.contains(at + 1),
        ASCII.isSpace(bytes[at + 1])
      else { return false }
      let word = bytes[..<at].reversed().prefix(while: ASCII.isLetter)
      return word.count > 1 && !Abbreviations.holds(bytes[at - word.count..<at])
    }.map { $0 + 2 }
  }

  /// Adds a line up to the words that approve or the end of the sentence; whether it ends there.
  private mutating func add(_ bounds: Range<Int>, of line: Int, least: Int) -> Bool {
    let folded = FoldedText(document.bytes[bounds])
    let end = Self.ends.compactMap { folded.firstIndex(of: $0) }.filter { $0 >= least }.min()
    var upper = end.map { folded.offsets[$0] } ?? bounds.upperBound
    let last = document.bytes[..<upper].last
    let isEnded = end != nil || last == 0x2E || last == 0x3A
    let marks: Set<UInt8> = [0x20, 0x2E, 0x3A, 0x2C, 0x09]
    while upper > bounds.lowerBound, marks.contains(document.bytes[upper - 1]) { upper -= 1 }
    if upper > bounds.lowerBound {
      parts.append(ItemHead.Part(line: line, bounds: bounds.lowerBound..<upper))
    }
    return isEnded
  }

  /// "… de valider le" at the end of the line above.
  private mutating func addArticle(above line: Int) {
    let bounds = document.lines[line].range.bounds
    guard document.bytes[bounds].suffix(3).elementsEqual(" le".utf8) else { return }
    parts.append(ItemHead.Part(line: line, bounds: bounds.upperBound - 2..<bounds.upperBound))
  }

  private static let ends: [StaticString] = [
    " est ", " a ete ", " adopte", " approuve", " n'a", " ne ", ", ", ": ", " : ", " - adopt",
    " a l'unanim", " a l'approbation", " sont ", " ayant ", " qui ", " tel qu", ". ", "; ",
  ]
  private static let words: [StaticString] = [
    "proces", "compte-rendu", "compte rendu", "pv ", "comptes rendus", "comptes-rendus",
  ]
  private static let names: [StaticString] = [
    "le proces-verbal", "le proces verbal", "le proces - verbal", "le compte-rendu",
    "le compte rendu", "le pv ", "les proces-verbaux", "les comptes rendus", "les comptes-rendus",
  ]
}
