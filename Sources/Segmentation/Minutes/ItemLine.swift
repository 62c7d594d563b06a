import DeliberationModel
import PageModel

/// A line that can open an act of minutes.
///
/// "12. Vote du budget", "Délibération n° 2024-05 : …", "Philippe SAUREL   5.   Programme
/// d'aménagement".
struct ItemLine {
  /// The number as printed.
  var printed: String
  /// What the numbers of the items count up by: the last group of digits.
  var order: Int
  /// Whether a word for the act stands before the number: "Délibération n°".
  var isNamed: Bool
  /// Whether the number begins with a year: "2013-19", "D2019-31".
  var namesYear = false
  /// The bytes of the title on this line; empty where it stands on the next.
  var title: Range<Int>
  /// Whether a column with the rapporteur's name stands before the number.
  var hasMargin: Bool

  /// Reads a line; nothing where it can open no act.
  init?(_ bounds: Range<Int>, in bytes: [UInt8]) {
    let cells = LineCells.ranges(bounds, in: bytes)
    guard let first = cells.first else { return nil }
    if let line = Self.read(first.lowerBound..<bounds.upperBound, in: bytes) {
      self = line
      hasMargin = false
      return
    }
    guard cells.count > 1 else { return nil }
    // The number in a cell of its own, or at the end of the name's.
    if Self.isName(bytes[first]),
      let line = Self.read(cells[1].lowerBound..<bounds.upperBound, in: bytes)
    {
      self = line
      hasMargin = true
      return
    }
    guard let space = bytes[first].lastIndex(of: 0x20),
      Self.isName(bytes[first.lowerBound..<space]),
      let line = Self.read((space + 1)..<bounds.upperBound, in: bytes)
    else { return nil }
    self = line
    hasMargin = true
  }

  private init(printed: String, order: Int, isNamed: Bool, title: Range<Int>) {
    self.printed = printed
    self.order = order
    self.isNamed = isNamed
    self.title = title
    hasMargin = false
  }

  /// Whether a cell can be a name, or a part of one in a narrow column: a few words of letters.
  static func isName(_ cell: ArraySlice<UInt8>) -> Bool {
    guard !cell.isEmpty, cell.count <= 30 else { return false }
    return cell.allSatisfy { byte in
      ASCII.isLetter(byte | 0x20) || byte >= 0x80 || [0x20, 0x2D, 0x27, 0x2E].contains(byte)
    }
  }

  private static let names: [StaticString] = [
    "deliberation no", "deliberation", "point no", "point", "question no", "affaire no",
    "dossier no", "rapport no", "no",
  ]

  private static func read(_ bounds: Range<Int>, in bytes: [UInt8]) -> ItemLine? {
    let folded = FoldedText(bytes[bounds])
    let text = folded.bytes
    var at = 0
    if let name = names.first(where: { folded.starts(with: $0) }) { at = name.utf8CodeUnitCount }
    let namesYear = at == 0 && opensYear(text)
    let isNamed = at > 0 || namesYear
    while at < text.count, ASCII.isSpace(text[at]) || (isNamed && text[at] == 0x3A) { at += 1 }
    let first = at
    let marks: Set<UInt8> = [0x2D, 0x2F, 0x5F, 0x2E]
    while at < text.count {
      let isDigit = ASCII.isDigit(text[at])
      let next = at + 1 < text.count ? text[at + 1] : 0
      let joins = isNamed && marks.contains(text[at]) && ASCII.isDigit(next)
      let opens = isNamed && at - first < 6 && ASCII.isLetter(text[at])
      guard isDigit || joins || opens else { break }
      at += 1
    }
    let digits = text[first..<at]
    guard let last = digits.split(whereSeparator: { !ASCII.isDigit($0) }).last, last.count <= 4,
      isNamed || digits.count <= 3
    else { return nil }
    let order = last.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let end = at
    let stops: Set<UInt8> = [0x2E, 0x29, 0x2D, 0x3A, 0x2F, 0x6F, 0x20, 0x09]
    while at < text.count, stops.contains(text[at]), !(text[at] == 0x6F && at > end) { at += 1 }
    let hasMark = text[end..<at].contains { !ASCII.isSpace($0) || $0 == 0x09 }
    let start = folded.offsets[at]
    let printed = String(
      decoding: bytes[folded.offsets[first]..<folded.offsets[end]],
      as: UTF8.self
    )
    if at == text.count {
      guard isNamed else { return nil }
      return ItemLine(printed: printed, order: order, isNamed: true, title: start..<start)
    }
    let opening = bytes[start]
    let isCapital = (0x41...0x5A).contains(opening) || opening >= 0x80 || opening == 0x22
    guard isCapital, hasMark || (isNamed && !namesYear) else { return nil }
    var line = ItemLine(
      printed: printed,
      order: order,
      isNamed: isNamed,
      title: start..<bounds.upperBound
    )
    line.namesYear = namesYear
    return line
  }

  /// Whether a number with its year opens a line: "2013-19", "D2019/31"; "2013-2014" is a span of
  /// years.
  private static func opensYear(_ text: [UInt8]) -> Bool {
    let letters = text.prefix(while: ASCII.isLetter)
    guard letters.count <= 4 else { return false }
    let year = text[letters.endIndex...].prefix(while: ASCII.isDigit)
    guard year.count == 4, year.starts(with: "19".utf8) || year.starts(with: "20".utf8),
      year.endIndex + 1 < text.count, [0x2D, 0x2F, 0x5F, 0x2E].contains(text[year.endIndex])
    else { return false }
    let number = text[(year.endIndex + 1)...].prefix(while: ASCII.isDigit)
    return (1...3).contains(number.count)
  }
}
