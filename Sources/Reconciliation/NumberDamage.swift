import Lexing
import PageModel

/// What OCR does to printed numbers, and whether a value can be what was printed.
enum NumberDamage {
  /// How well damage explains a print.
  enum Strength: Int, Comparable {
    /// Nothing that is known turns the value into the print.
    case none = 0
    /// Digits that are misread or dropped: the value is one of several.
    case digits = 1
    /// Marks that are lost or moved, or letters for digits: the other digits are all there.
    case marks = 2

    static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
  }

  /// How well damage explains that a sum of some cents was printed so.
  static func explains(_ raw: String, cents value: Int, readAs read: Int?) -> Strength {
    guard value != read else { return .none }
    if let read, read != 0, value == -read, read > 0 { return .marks }
    guard value >= 0 else { return .none }
    let digits = digits(of: raw)
    let whole = Array(String(value / 100).utf8)
    let rest = value % 100
    let decimals = [UInt8(0x30 + rest / 10), UInt8(0x30 + rest % 10)]
    // A lost or moved comma, a dot for a space: "33387493 €", "412500€".
    if digits == whole + decimals || (rest == 0 && digits == whole) { return .marks }
    let letters = characters(of: String(NumberShape.withoutCurrency(raw)))
    let misread = misreading(letters, as: whole + decimals)
    return rest == 0 ? max(misread, misreading(letters, as: whole)) : misread
  }

  /// How well damage explains that a count was printed so.
  static func explains(
    _ raw: String,
    count value: Int,
    readAs read: Int?,
    mostWrong: Int = 2
  ) -> Strength {
    guard value != read, value >= 0 else { return .none }
    let digits = Array(String(value).utf8)
    return misreading(characters(of: raw), as: digits, mostWrong)
  }

  /// Whether a value is so near to a print that it may be meant, by whatever damage: one figure
  /// differs, is lost or is too many.
  static func isNear(_ raw: String, to value: Int, isMoney: Bool) -> Bool {
    guard value >= 0 else { return false }
    let printed = digits(of: raw)
    let digits = Array(String(value).utf8)
    if EditDistance.between(printed, digits, atMost: 1) <= 1 { return true }
    return isMoney && value.isMultiple(of: 100)
      && EditDistance.between(printed, digits.dropLast(2), atMost: 1) <= 1
  }

  private static func digits(of raw: String) -> [UInt8] { raw.utf8.filter(ASCII.isDigit) }

  /// The figures, and the letters and bars that may stand for some.
  private static func characters(of raw: String) -> [UInt8] {
    raw.utf8.filter { ASCII.isDigit($0) || ASCII.isLetter($0 | 0x20) || $0 == 0x7C }
  }

  /// How well one or two figures that are misread, or a 1 or 4 that is dropped, explain a print.
  ///
  /// A letter among figures is damage for certain, so it counts as a mark.
  private static func misreading(
    _ print: [UInt8],
    as value: [UInt8],
    _ mostWrong: Int = 2
  ) -> Strength {
    if print.count == value.count {
      let wrong = zip(print, value).filter { $0.0 != $0.1 }
      guard !wrong.isEmpty, wrong.count <= mostWrong,
        wrong.allSatisfy({ Confusions.weight(of: $0.1, printed: $0.0) != .never })
      else { return .none }
      return wrong.allSatisfy { !ASCII.isDigit($0.0) } ? .marks : .digits
    }
    guard print.count + 1 == value.count, !print.isEmpty else { return .none }
    let isDropped = value.indices.contains { place in
      guard value[place] == 0x31 || value[place] == 0x34 else { return false }
      var rest = value
      rest.remove(at: place)
      return rest == print
    }
    return isDropped ? .digits : .none
  }
}
