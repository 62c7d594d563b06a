public import PageModel

/// Reads dates as acts print them: `15 mai 2023`, `1er juillet 2021`, `ler`, `01/07/2021`, and in
/// letters: `quinze mai deux mille vingt-trois`.
public enum DateScanner {
  /// The first date at or after an index of a folded text, and where it stands.
  public static func first(
    in folded: FoldedText,
    from start: Int = 0
  ) -> (date: CalendarDate, range: Range<Int>)? {
    let bytes = folded.bytes
    var at = start
    while at < bytes.count {
      // "Séance du23 juillet" lost its space.
      let opensWord =
        at == 0 || !ASCII.isWord(bytes[at - 1])
        || ASCII.isDigit(bytes[at]) && isBehindLink(at, in: bytes)
      if opensWord, ASCII.isDigit(bytes[at]) || bytes[at] == 0x6C || bytes[at] == 0x69 {
        if let found = date(in: bytes, at: at) { return found }
      }
      if opensWord, ASCII.isLetter(bytes[at]), let found = WrittenDate.date(in: bytes, at: at) {
        return found
      }
      at += 1
    }
    return nil
  }

  /// Whether nothing but "du" or "le" stands before an index in its word.
  private static func isBehindLink(_ at: Int, in bytes: [UInt8]) -> Bool {
    guard at >= 2, at == 2 || !ASCII.isWord(bytes[at - 3]) else { return false }
    return bytes[(at - 2)..<at].elementsEqual("du".utf8)
      || bytes[(at - 2)..<at].elementsEqual("le".utf8)
  }

  private static func date(
    in bytes: [UInt8],
    at start: Int
  ) -> (date: CalendarDate, range: Range<Int>)? {
    var at = start
    guard let day = day(in: bytes, &at) else { return nil }
    if at < bytes.count, [0x2F, 0x2E, 0x2D].contains(bytes[at]) {
      let mark = bytes[at]
      at += 1
      guard let month = ASCII.number(bytes, &at, digits: 1...2) else { return nil }
      guard at < bytes.count, bytes[at] == mark else { return nil }
      at += 1
      guard let year = year(in: bytes, &at, shortForm: true) else { return nil }
      return CalendarDate(year: year, month: month, day: day).map { ($0, start..<at) }
    }
    ASCII.skipSpaces(bytes, &at)
    guard let month = month(in: bytes, &at) else { return nil }
    ASCII.skipSpaces(bytes, &at)
    guard let year = year(in: bytes, &at, shortForm: false) else { return nil }
    return CalendarDate(year: year, month: month, day: day).map { ($0, start..<at) }
  }

  /// One or two digits, or the first of the month as OCR leaves it: `1er`, `ler`, `1°`.
  static func day(in bytes: [UInt8], _ at: inout Int) -> Int? {
    if bytes[at] == 0x6C || bytes[at] == 0x69 {
      guard at + 2 < bytes.count, bytes[at + 1] == 0x65, bytes[at + 2] == 0x72 else { return nil }
      at += 3
      return 1
    }
    guard let day = ASCII.number(bytes, &at, digits: 1...2) else { return nil }
    if day == 1 {
      while at < bytes.count, [0x65, 0x72, 0x6F, 0x63].contains(bytes[at]) { at += 1 }
    }
    return day
  }

  static func year(in bytes: [UInt8], _ at: inout Int, shortForm: Bool) -> Int? {
    let start = at
    guard let year = ASCII.number(bytes, &at, digits: 2...4) else { return nil }
    switch at - start {
    case 4: return (1790...2199).contains(year) ? year : nil
    case 2 where shortForm: return 2000 + year
    default: return nil
    }
  }

  private static let months: [[UInt8]] = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
    "octobre", "novembre", "decembre",
  ].map { name in Array(name.utf8) }

  /// A month by its name; one letter may differ in a name of five letters or more.
  static func month(in bytes: [UInt8], _ at: inout Int) -> Int? {
    var end = at
    while end < bytes.count, ASCII.isWord(bytes[end]) { end += 1 }
    let word = bytes[at..<end]
    for (index, name) in months.enumerated() where word.elementsEqual(name) {
      at = end
      return index + 1
    }
    let near = months.indices.filter { index in
      let name = months[index]
      guard name.count >= 5, name.count == word.count else { return false }
      return zip(name, word).count { $0 != $1 } == 1
    }
    guard near.count == 1 else { return nil }
    at = end
    return near[0] + 1
  }
}
