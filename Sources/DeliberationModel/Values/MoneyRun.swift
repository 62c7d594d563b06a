import PageModel

/// The figures of a sum, with what may stand before it: another number.
///
/// A text without columns prints "550 44 000,00 €" for 550 places and 44 000 €; how many of the
/// groups of figures belong to the sum is a choice (`split`).
public struct MoneyRun: Hashable, Sendable {
  /// The groups of digits before the decimals, from left to right, as ranges of the folded text.
  public private(set) var groups: [Range<Int>] = []
  /// The decimals.
  private var cents = 0
  /// Whether a mark that no one prints in a number parts two groups: "17/600,00".
  public private(set) var hasStrayMark = false
  /// Whether a minus sign stands before the groups.
  private var isNegative = false
  /// The index after the number and its currency.
  public let end: Int
  /// The first index of the run.
  public private(set) var start: Int

  /// The groups of digits that end before an index, from left to right, each parted from the next by a
  /// space, or by a mark that stands for one.
  static func groups(
    in bytes: [UInt8],
    endingAt end: Int,
    after floor: Int
  ) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var at = end
    while at > floor, ASCII.isDigit(bytes[at - 1]) {
      let stop = at
      while at > floor, ASCII.isDigit(bytes[at - 1]) { at -= 1 }
      groups.append(at..<stop)
      guard at > floor, [0x20, 0x2E, 0x27, 0x2F].contains(bytes[at - 1]) else { break }
      at -= 1
    }
    return groups.reversed()
  }

  /// The last sum of a folded text: with a euro sign, or with two decimals.
  public static func last(in bytes: [UInt8], from floor: Int = 0) -> MoneyRun? {
    var at = bytes.count - 1
    while at >= floor {
      let byte = bytes[at]
      if byte == FoldedText.euro {
        if let run = MoneyRun(bytes, endingAt: at, end: at + 1, floor: floor) { return run }
      } else if byte == 0x2C, at > floor, ASCII.isDigit(bytes[at - 1]), at + 2 < bytes.count,
        ASCII.isDigit(bytes[at + 1]), ASCII.isDigit(bytes[at + 2]),
        at + 3 == bytes.count || !ASCII.isDigit(bytes[at + 3])
      {
        if let run = MoneyRun(bytes, endingAt: at + 3, end: at + 3, floor: floor) { return run }
      }
      at -= 1
    }
    return nil
  }

  /// The number that ends before an index; "-" alone is zero.
  private init?(_ bytes: [UInt8], endingAt ending: Int, end: Int, floor: Int) {
    self.end = end
    var at = ending
    ASCII.skipSpaces(bytes, back: &at, to: floor)
    start = at
    if at - 3 >= floor, bytes[at - 3] == 0x2C || bytes[at - 3] == 0x2E,
      ASCII.isDigit(bytes[at - 2]), ASCII.isDigit(bytes[at - 1]), at - 4 >= floor,
      ASCII.isDigit(bytes[at - 4]) || ASCII.isSpace(bytes[at - 4])
    {
      cents = ASCII.number(bytes[(at - 2)..<at])
      at -= 3
      ASCII.skipSpaces(bytes, back: &at, to: floor)
    }
    for group in Self.groups(in: bytes, endingAt: at, after: floor).reversed() {
      if group.count > 12 { return nil }
      if let next = groups.first {
        // "a2 6750,00": a number with a letter in it is no part of the sum.
        if group.lowerBound > floor, ASCII.isLetter(bytes[group.lowerBound - 1]) { break }
        let isStray = bytes[group.upperBound] == 0x2F
        if isStray, next.count != 3 { break }
        hasStrayMark = hasStrayMark || isStray
      }
      groups.insert(group, at: 0)
      start = group.lowerBound
    }
    readSign(bytes, floor)
    if groups.isEmpty, !isNegative { return nil }
  }

  private mutating func readSign(_ bytes: [UInt8], _ floor: Int) {
    var at = start
    if at > floor, bytes[at - 1] != 0x2D { ASCII.skipSpaces(bytes, back: &at, to: floor) }
    guard at > floor, bytes[at - 1] == 0x2D else { return }
    guard at - 1 == floor || !(ASCII.isLetter(bytes[at - 2]) || ASCII.isDigit(bytes[at - 2]))
    else { return }
    isNegative = true
    start = at - 1
  }

  /// The digits of the greatest number of whole euros that is read.
  private static let mostDigits = 11

  /// The sum of the last groups.
  public func amount(lastGroups count: Int, of bytes: [UInt8]) -> Amount {
    let value = ASCII.number(groups.suffix(count).lazy.flatMap { bytes[$0] })
    let cents = value &* 100 &+ self.cents
    return Amount(cents: isNegative ? 0 &- cents : cents)
  }

  // MARK: - What belongs to the sum

  /// Whether the last groups can be one number: all but the first have three digits, and the first
  /// has at most three and no leading zero, save where a thousands space was lost.
  private func canBeNumber(lastGroups count: Int, of bytes: [UInt8], losesSpaces: Bool = false)
    -> Bool
  {
    let taken = groups.suffix(count)
    guard let first = taken.first else { return false }
    guard taken.reduce(0, { $0 + $1.count }) <= Self.mostDigits else { return false }
    guard taken.dropFirst().allSatisfy({ $0.count == 3 }) else { return false }
    if bytes[first.lowerBound] == 0x30 { return count == 1 && first.count == 1 }
    return count == 1 || first.count <= 3 || losesSpaces
  }

  /// What stands before a run of figures.
  public enum Before: Sendable {
    /// Nothing stands before it: a total, a cell of its own.
    case nothing
    /// A whole quantity cell with its unit: "100 points ASLL 51 570,00 €".
    case words
    /// A text that may end in a number: "un maximum de 490 174 930,00 €".
    case text
    /// A name, and a number between the name and the sum: "CCAS 762 122 500,00 €".
    case name
  }

  /// The number of groups that belong to the sum, and whether another choice was possible.
  public func split(of bytes: [UInt8], after before: Before) -> (count: Int, isDoubtful: Bool) {
    let count = groups.count
    guard count > 1 else { return (count, false) }
    let possible = (1...count).filter { canBeNumber(lastGroups: $0, of: bytes) }
    switch before {
    case .nothing:
      let lost = (1...count).last { canBeNumber(lastGroups: $0, of: bytes, losesSpaces: true) }
      return (lost ?? 1, lost == nil)
    case .words:
      return (possible.last ?? 1, possible.isEmpty)
    case .text, .name:
      let withNumber = possible.filter { $0 < count }
      // "53 700,00" after a text is one number; after a name "5 800,00" is two.
      let wanted = before == .text && count == 2 ? possible.last : withNumber.last
      guard let choice = wanted ?? possible.last else { return (1, true) }
      let rivals = possible.filter { other in
        other != choice && (other > choice || leftoverCanBeNumber(other, of: bytes))
      }
      return (choice, !rivals.isEmpty)
    }
  }

  /// Whether the groups before the last ones can be one number.
  private func leftoverCanBeNumber(_ taken: Int, of bytes: [UInt8]) -> Bool {
    let rest = groups.dropLast(taken)
    guard let first = rest.first else { return true }
    return bytes[first.lowerBound] != 0x30 && (rest.count == 1 || first.count <= 3)
      && rest.dropFirst().allSatisfy { $0.count == 3 }
  }
}
