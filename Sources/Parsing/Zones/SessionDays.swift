import DeliberationModel
import PageModel

/// Reads the day of a session, the first of them where a session lasted several.
enum SessionDays {
  /// The day that a text gives: "14, 15 et 16 novembre 2022" is the 14th.
  static func first(in folded: FoldedText, from start: Int = 0) -> CalendarDate? {
    guard let found = DateScanner.first(in: folded, from: start) else { return nil }
    var days: [Int] = []
    for word in folded.bytes[start..<found.range.lowerBound]
      .split(whereSeparator: { [0x20, 0x2C, 0x2D].contains($0) }).reversed()
    {
      if word.elementsEqual("et".utf8) || word.elementsEqual("au".utf8) { continue }
      guard word.count <= 2, word.allSatisfy(ASCII.isDigit) else { break }
      days.append(word.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    var date = found.date
    if let first = days.last, days.allSatisfy({ $0 < found.date.day }), first > 0 {
      date.day = first
    }
    return date
  }

  private static let words: [StaticString] = [
    "seance", "reunion", "session", "conseil", "assemblee pleniere", "comite syndical", "bureau",
    "commission permanente",
  ]

  /// The day in a heading that names a session within its words: "… du 7 mars 2023"; nothing in
  /// prose, or where the day is that of the convocation.
  static func heading(_ folded: FoldedText) -> CalendarDate? {
    guard folded.bytes.count <= 100, !folded.contains("convo"),
      let found = DateScanner.first(in: folded), folded.bytes.count - found.range.upperBound <= 12,
      let word = words.lazy.compactMap({ folded.firstIndex(of: $0) }).min(),
      word < found.range.lowerBound
    else { return nil }
    let between = String(decoding: folded.bytes[word..<found.range.lowerBound], as: UTF8.self)
    let lead = between.split(separator: " ").last { !$0.hasSuffix("di") && $0 != "dimanche" }
    guard lead == "du" || lead == "le" || lead == "des" || lead == "et" else { return nil }
    return first(in: folded)
  }
}
