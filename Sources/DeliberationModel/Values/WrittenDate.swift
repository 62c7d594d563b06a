import PageModel

/// Reads dates that are written in letters, or with the year first: "quatre février deux mille
/// treize", "L'an deux mille vingt-quatre et le douze du mois de mars", "L'an 2024, le 12 mars".
enum WrittenDate {
  /// How many bytes may stand between the year and the day: ", le mercredi".
  private static let reach = 24

  /// The date that begins at an index of folded bytes, which must open a word.
  static func date(in bytes: [UInt8], at start: Int) -> (date: CalendarDate, range: Range<Int>)? {
    if bytes[start] == 0x6C { return yearFirst(in: bytes, at: start) }
    guard opensNumber(bytes[start]), !continuesNumber(bytes, at: start),
      let day = day(in: bytes, at: start)
    else { return nil }
    guard let month = month(in: bytes, after: day.end),
      let year = year(in: bytes, after: month.end)
    else { return nil }
    return CalendarDate(year: year.value, month: month.value, day: day.value)
      .map { ($0, start..<year.end) }
  }

  private static func opensNumber(_ byte: UInt8) -> Bool {
    "cdhnopqstuv".utf8.contains(byte)
  }

  /// Whether a word belongs to a number before it: the "un" of "trente et un".
  private static func continuesNumber(_ bytes: [UInt8], at start: Int) -> Bool {
    guard start > 0 else { return false }
    return bytes[start - 1] == 0x2D || bytes[..<start].suffix(4).elementsEqual(" et ".utf8)
  }

  /// "L'an" with a year, and the day within reach of it; a year after the month counts for more.
  private static func yearFirst(
    in bytes: [UInt8],
    at start: Int
  ) -> (date: CalendarDate, range: Range<Int>)? {
    guard bytes[start...].starts(with: "l'an ".utf8) else { return nil }
    guard let year = year(in: bytes, after: start + 4) else { return nil }
    var at = year.end
    let limit = min(bytes.count, year.end + reach)
    while at < limit {
      defer { at += 1 }
      guard !ASCII.isWord(bytes[at - 1]), let day = day(in: bytes, at: at),
        let month = month(in: bytes, after: day.end)
      else { continue }
      let later = self.year(in: bytes, after: month.end)
      guard
        let date = CalendarDate(
          year: later?.value ?? year.value,
          month: month.value,
          day: day.value
        )
      else { continue }
      return (date, start..<(later?.end ?? month.end))
    }
    return nil
  }

  // MARK: - Parts

  private static func day(in bytes: [UInt8], at start: Int) -> (value: Int, end: Int)? {
    if bytes[start...].starts(with: "premier".utf8) { return (1, start + 7) }
    if ASCII.isDigit(bytes[start]) {
      var at = start
      return DateScanner.day(in: bytes, &at).map { ($0, at) }
    }
    guard let number = NumberWords.number(in: bytes, at: start), (1...31).contains(number.value)
    else { return nil }
    return number
  }

  /// The month after a day, "du mois de" before it or not.
  private static func month(in bytes: [UInt8], after end: Int) -> (value: Int, end: Int)? {
    var at = end
    ASCII.skipSpaces(bytes, &at)
    for link in ["du mois de ", "du mois d'", "jour du mois de "]
    where bytes[at...].starts(with: link.utf8) {
      at += link.utf8.count
    }
    guard at > end else { return nil }
    return DateScanner.month(in: bytes, &at).map { ($0, at) }
  }

  private static func year(in bytes: [UInt8], after end: Int) -> (value: Int, end: Int)? {
    var at = end
    ASCII.skipSpaces(bytes, &at)
    guard at > end, at < bytes.count else { return nil }
    let number =
      ASCII.isDigit(bytes[at])
      ? DateScanner.year(in: bytes, &at, shortForm: false).map { ($0, at) }
      : NumberWords.number(in: bytes, at: at)
    return number.flatMap { (1790...2199).contains($0.0) ? $0 : nil }
  }
}
