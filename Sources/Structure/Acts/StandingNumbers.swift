import DeliberationModel
import PageModel

/// The numbers of acts that stand by themselves: above a title, beside its theme, or below what is
/// decided.
///
/// "FINANCES          D24_014" above "Subventions aux associations"; "Délibération n° 2024-07" at the right,
/// below "Adopté à l'unanimité".
struct StandingNumbers {
  /// Where the numbers of a session stand.
  enum Position: Sendable { case above, below }

  /// The number at each place that holds one, as offsets in the bytes.
  private let numbers: [Int: Range<Int>]
  private let places: [Int]
  /// Whether white space stands below most of them.
  private let areParted: Bool
  /// Whether something is decided above the first and nothing below the last.
  private let areBelow: Bool

  /// How many lines may stand between a number and the head that it is of.
  private static let reach = 4

  init(_ document: Document, _ lines: [SeenLine], _ speech: Speech, in range: Range<Int>) {
    var numbers: [Int: Range<Int>] = [:]
    for place in range where speech.strength[place] < 2 && !speech.isVisa[place] {
      numbers[place] = Self.number(lines[place], document)
    }
    self.numbers = numbers
    places = numbers.keys.sorted()
    guard places.count > 1, let first = places.first, let last = places.last else {
      (areParted, areBelow) = (false, false)
      return
    }
    let decides = { (places: Range<Int>) in places.contains { speech.strength[$0] > 1 } }
    let parted = places.count { place in
      place + 1 >= range.upperBound || document.lines[lines[place + 1].line].opensParagraph
    }
    areParted = parted * 2 > places.count
    areBelow = decides(range.lowerBound..<first) && !decides(last..<range.upperBound)
  }

  /// Whether a number below what is decided stands at a place.
  func closesAct(_ place: Int) -> Bool { areBelow && areParted && numbers[place] != nil }

  /// Where the numbers stand, by the first head and the last that is decided; nothing where that is not clear.
  func position(_ heads: ArraySlice<Int>, before end: Int, _ speech: Speech) -> Position? {
    let known = Set(heads)
    let apart = places.filter { !known.contains($0) }
    func isAbove(_ head: Int) -> Bool { apart.contains { (head - Self.reach..<head).contains($0) } }
    guard let first = heads.first else { return nil }
    if isAbove(first) { return .above }
    let decided = zip(heads, heads.dropFirst() + [end]).reversed().first { start, end in
      (start..<end).contains { speech.strength[$0] > 1 }
    }
    guard let decided else { return nil }
    if apart.contains(where: { (decided.0..<decided.1).contains($0) }) {
      return areParted ? .below : nil
    }
    return isAbove(decided.0) && !areParted ? .above : nil
  }

  /// The number of the act whose head stands at a place, above that head or at the end of the act.
  func number(
    of head: Int,
    end: Int,
    _ position: Position?,
    isBetween: (Int) -> Bool
  ) -> Range<Int>? {
    guard let position else { return nil }
    if position == .below {
      let held = (head..<end).filter { numbers[$0] != nil }
      return held.count == 1 ? numbers[held[0]] : nil
    }
    for place in stride(from: head - 1, through: max(0, head - Self.reach), by: -1) {
      if let number = numbers[place] { return number }
      guard isBetween(place) else { return nil }
    }
    return nil
  }

  /// The own number that is all that a line holds, or its last cell beside a theme.
  private static func number(_ line: SeenLine, _ document: Document) -> Range<Int>? {
    let bounds = document.lines[line.line].range.bounds
    if let number = line.number, number.isOwn, number.label != "decision" {
      return number.textStart >= bounds.upperBound ? number.printed : nil
    }
    return HeadNumber.inLastCell(of: bounds, document.bytes)?.printed
  }
}
