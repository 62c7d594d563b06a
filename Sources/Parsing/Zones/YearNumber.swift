import PageModel

/// A number of an act that names its year, at the head of a line that goes on with the title.
///
/// "2013-19 : Compte administratif", "D2019-31 – Décision modificative", "2022 DASCO 112 Caisse des
/// écoles".
struct YearNumber {
  /// The number as printed.
  let printed: String
  /// The offset at which the title begins.
  let title: Int

  /// Reads the head of a line; nothing where it has no such number.
  init?(_ bounds: Range<Int>, in bytes: [UInt8]) {
    let folded = FoldedText(bytes[bounds])
    let text = folded.bytes
    let letters = text.prefix(while: ASCII.isLetter)
    let year = text[letters.endIndex...].prefix(while: ASCII.isDigit)
    guard letters.count <= 4, year.count == 4,
      year.starts(with: "19".utf8) || year.starts(with: "20".utf8)
    else { return nil }
    guard
      let end = Self.marked(text, from: year.endIndex)
        ?? (letters.isEmpty ? Self.ofService(folded, bytes, from: year.endIndex) : nil)
    else { return nil }
    var start = end
    while start < text.count, [0x20, 0x09, 0x3A, 0x2D, 0x2E].contains(text[start]) { start += 1 }
    let isMarked = text[end..<start].contains { !ASCII.isSpace($0) }
    let isService = text[year.endIndex] == 0x20
    guard start < text.count, isMarked || isService else { return nil }
    let opening = bytes[folded.offsets[start]]
    guard (0x41...0x5A).contains(opening) || opening >= 0x80 || opening == 0x22 else { return nil }
    printed = String(decoding: bytes[bounds.lowerBound..<folded.offsets[end]], as: UTF8.self)
    title = folded.offsets[start]
  }

  /// The index behind "-19", "/12/03", "_04"; a year behind the year is a span of years.
  private static func marked(_ text: [UInt8], from start: Int) -> Int? {
    var at = start
    var groups = 0
    while at + 1 < text.count, [0x2D, 0x2F, 0x5F, 0x2E].contains(text[at]),
      ASCII.isDigit(text[at + 1])
    {
      let digits = text[(at + 1)...].prefix(while: ASCII.isDigit)
      guard digits.count <= 3 || groups > 0 else { return nil }
      groups += 1
      at = digits.endIndex
    }
    return groups > 0 ? at : nil
  }

  /// The index behind " DASCO 112": the service in capitals, and a number of its own.
  private static func ofService(_ folded: FoldedText, _ bytes: [UInt8], from start: Int) -> Int? {
    let text = folded.bytes
    guard start < text.count, text[start] == 0x20 else { return nil }
    let service = text[(start + 1)...].prefix(while: ASCII.isLetter)
    guard (2...6).contains(service.count), service.endIndex < text.count,
      text[service.endIndex] == 0x20,
      service.indices.allSatisfy({ (0x41...0x5A).contains(bytes[folded.offsets[$0]]) })
    else { return nil }
    let number = text[(service.endIndex + 1)...].prefix(while: ASCII.isDigit)
    guard (1...4).contains(number.count), number.endIndex < text.count else { return nil }
    return ASCII.isSpace(text[number.endIndex]) ? number.endIndex : nil
  }
}
