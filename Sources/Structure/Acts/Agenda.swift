import Lexing
import PageModel

/// The list of what will be decided, where minutes print one.
struct Agenda {
  /// The letters of each item, folded.
  private(set) var items: [[UInt8]] = []
  /// The own number of each item; empty where it has none.
  private var numbers: [[Int]] = []
  /// The first line of each item, and its text.
  private(set) var texts: [(line: Int, text: String)] = []
  /// The place at which the only item of a session is taken up, where the agenda has one item.
  private(set) var onlyItem: Int?
  /// The places of its lines.
  private(set) var zone: Range<Int> = 0..<0

  /// The most lines of an agenda.
  static let longest = 220
  /// How many letters of an item and a head must be the same.
  static let shared = 24

  /// Finds the first list of at least two items below the words "ordre du jour".
  init(_ lines: [SeenLine], _ speech: Speech, in range: Range<Int>, _ document: Document) {
    let quoted = Set((speech.cues[.quoted] ?? []).map(\.place))
    for cue in speech.cues[.agenda] ?? []
    where range.contains(cue.place) && !quoted.contains(cue.place) {
      guard lines[cue.place].wordCount <= 14 else { continue }
      // "Adoption de l'ordre du jour", voted below, heads no list.
      let below = cue.place..<min(range.upperBound, cue.place + 4)
      if below.contains(where: {
        (speech.strength[$0] > 2 || speech.voided.contains($0)) && lines[$0].number == nil
      }) {
        continue
      }
      read(lines, speech, after: cue.place, range, document)
      if items.count > 1 || onlyItem != nil { return }
      (items, numbers, texts, zone) = ([], [], [], 0..<0)
    }
  }

  private mutating func read(
    _ lines: [SeenLine],
    _ speech: Speech,
    after head: Int,
    _ range: Range<Int>,
    _ document: Document
  ) {
    // "1. Compte rendu de la séance du 5 juin" is an item and opens no session.
    let minutes = Set((speech.cues[.minutes] ?? []).map(\.place))
    let stops = Set(
      ((speech.cues[.roll] ?? []) + (speech.cues[.session] ?? []))
        .filter { $0.strength > 1 && !minutes.contains($0.place) && lines[$0.place].number == nil }
        .map(\.place)
    )
    let told = Set((speech.cues[.report] ?? []).map(\.place))
    var place = head + 1
    var prose = 0
    var lastNumber: HeadNumber?
    // Where items are numbered, a line without a number goes on with the item above it.
    var isNumbered = false
    // Whether a sentence that introduces the list goes on.
    var isToldOn = false
    let end = min(range.upperBound, head + Self.longest)
    while place < end {
      let line = lines[place]
      // The running head of the next page says of which session the list is.
      if stops.contains(place) {
        guard place + 1 < end, let last = lastNumber, let next = lines[place + 1].number,
          Series.share([last, next]) == 1
        else { break }
        place += 1
        continue
      }
      lastNumber = line.number ?? lastNumber
      if speech.strength[place] > 1, line.number == nil { break }
      // Someone reports: the words "Ordre du jour" stood above the acts themselves.
      if !items.isEmpty, line.number == nil, told.contains(place) { break }
      // The own number of an item again: the acts begin.
      let own = Self.ownNumber(line)
      if !own.isEmpty, numbers.contains(own) { break }
      // The first item again: the acts begin, with the number that stands alone above it.
      if let first = items.first,
        Self.isAlike(Self.key(line), first)
          || items.count > 1 && Self.isNear(Self.key(line), first)
      {
        if place > head + 1, lines[place - 1].number?.isOwn == true, lines[place - 1].key.isEmpty {
          place -= 1
        }
        if items.count == 1 { onlyItem = place }
        break
      }
      if line.number == nil, line.isFull, line.wordCount > 8 { prose += 1 } else { prose = 0 }
      if prose > 2 {
        place -= 2
        // The text of the first act is no item.
        while let last = texts.last, last.line >= lines[place].line {
          texts.removeLast()
          items.removeLast()
          numbers.removeLast()
        }
        break
      }
      let text = document.lines[line.line]
      if items.isEmpty { isNumbered = line.number != nil }
      // Someone reads the agenda out, "… et propose d'ajouter les points suivants :": no item.
      let isIntroduction = document.bytes[text.range.bounds].last == UInt8(ascii: ":")
      let isTold =
        items.isEmpty && line.number == nil
        && (told.contains(place) || isIntroduction || isToldOn && !text.opensParagraph)
      isToldOn = isTold && !isIntroduction
      if line.number != nil || text.opensParagraph || items.isEmpty
        || !isNumbered && !line.opensSmall
      {
        if line.key.count > 5, !isTold {
          items.append(line.key)
          numbers.append(own)
          texts.append((line.line, document.text(text)))
        }
      } else if !items.isEmpty {
        items[items.count - 1] += line.key
      }
      place += 1
    }
    zone = head..<max(head + 1, place)
  }

  /// The letters of a line without the label of its object: "Objet : Tarifs" repeats "- Tarifs".
  private static func key(_ line: SeenLine) -> [UInt8] {
    guard line.dress.contains(.object) else { return line.key }
    let label = ["objetdeladeliberation", "objet"].first { line.key.starts(with: $0.utf8) }
    return Array(line.key.dropFirst(label?.utf8.count ?? 0))
  }

  /// Whether two texts begin with the same letters.
  static func isAlike(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let count = min(left.count, right.count, shared)
    guard count >= 8 || (count >= 5 && left.count == right.count) else { return false }
    return left.prefix(count).elementsEqual(right.prefix(count))
  }

  /// Whether two texts begin with the same letters but for a few that recognition damaged; no figure is
  /// another.
  private static func isNear(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard min(left.count, right.count) >= shared / 2 else { return false }
    let count = min(left.count, right.count, shared)
    let bound = 2 * (count / lettersPerSlip)
    let distances = EditDistance.toHeads(
      of: right.prefix(count + bound),
      from: left.prefix(count),
      atMost: bound,
      whole: 2,
      cost: { one, other in
        ASCII.isDigit(one) && ASCII.isDigit(other) && one != other
          ? bound + 1 : Confusions.halfLetters(one, other)
      }
    )
    return distances.map { $0.min() ?? bound + 1 <= bound } ?? false
  }

  /// One letter in so many may be damaged.
  private static let lettersPerSlip = 8

  /// The item whose number or text a line repeats; of several alike the first behind the one that was
  /// repeated last.
  func item(_ line: SeenLine, after last: Int) -> Int? {
    let own = Self.ownNumber(line)
    if !own.isEmpty, let item = numbers.firstIndex(of: own) { return item }
    let key = Self.key(line)
    var alike = items.indices.filter { Self.isAlike(items[$0], key) }
    if alike.isEmpty { alike = items.indices.filter { Self.isNear(items[$0], key) } }
    return alike.first { $0 > last } ?? alike.last
  }

  private static func ownNumber(_ line: SeenLine) -> [Int] {
    line.number.flatMap { $0.form == .year && $0.path.count > 1 ? $0.path : nil } ?? []
  }
}
