import DeliberationModel
import PageModel

/// Finds the day of a session in its head.
///
/// The sentence that says when the assembly sat ("L'an deux mille treize, le quatre février, … s'est
/// réuni"), a heading that names the session ("Séance du 4 février 2013"), and a line that is a day.
/// The day of the convocation, of the posting, and of the session whose minutes are approved is none.
struct SessionDate {
  /// The day, and where it stands.
  private(set) var date: Printed<CalendarDate>?
  /// Whether two places of the head name different days.
  private(set) var isDoubtful = false
  /// Whether they do, and no day of the week proves the one that was taken.
  private(set) var isUnproved = false
  /// The lines of the sentence that says when the assembly sat.
  private(set) var lines: Set<Int> = []

  private struct Candidate {
    var date: CalendarDate
    var line: Int
    /// Greater is surer.
    var rank: Int
    /// Whether the day of the week that is printed before it is that of the calendar; absent where
    /// none is printed.
    var fitsWeekday: Bool?
  }

  /// Looks in the lines above the first list of people; in those below where there is nothing above.
  init(_ lines: [Int], listsFrom first: Int?, of document: Document) {
    let end = first.flatMap { first in lines.firstIndex { $0 >= first } } ?? lines.count
    var found = Self.candidates(lines, in: 0..<end, of: document)
    if found.isEmpty { found = Self.candidates(lines, in: end..<lines.count, of: document) }
    for candidate in found where candidate.rank == 3 {
      guard let place = lines.firstIndex(of: candidate.line) else { continue }
      self.lines.formUnion(Self.sentence(lines[place...], of: document).lines)
    }
    let proved = found.filter { $0.fitsWeekday == true }
    let usable = found.filter { $0.fitsWeekday != false }
    // A clerk copies the sentence of the last session; the heading names this one.
    let sentence = found.first { $0.rank == 3 }
    let headings = found.filter { $0.rank == 2 && $0.fitsWeekday != false }
    let isContradicted =
      sentence.map { sentence in
        sentence.fitsWeekday != true && headings.contains { $0.line < sentence.line }
          && headings.allSatisfy { $0.date != sentence.date && $0.date == headings[0].date }
      } ?? false
    let considered = usable.isEmpty ? found : usable.filter { !isContradicted || $0.rank < 3 }
    guard var chosen = considered.max(by: { $0.rank < $1.rank }) else { return }
    if let first = found.first(where: { $0.rank == chosen.rank && $0.fitsWeekday != false }) {
      chosen = first
    }
    let others = found.filter { $0.date != chosen.date && $0.rank > 0 }
    if !others.isEmpty {
      isDoubtful = true
      if chosen.fitsWeekday == nil, let other = proved.first(where: { $0.date != chosen.date }),
        proved.allSatisfy({ $0.date == other.date })
      {
        // A sentence that a clerk forgot to change loses against "lundi 8 septembre 2014".
        chosen = other
      } else if !isContradicted, others.count > found.count - others.count,
        let other = others.first,
        others.allSatisfy({ $0.date == other.date })
      {
        chosen = other
      }
    }
    // "Conseil du jeudi 4 juin" above "Procès-verbal de la séance du 30 janvier": which of them sat is open.
    let isDisputed = headings.contains { $0.date != chosen.date }
    isUnproved = isDoubtful && (chosen.fitsWeekday != true || isDisputed)
    date = Printed(chosen.date, source: document.location(of: document.lines[chosen.line]))
  }

  /// The one day that headings among some lines name.
  static func heading(in lines: [Int], of document: Document) -> Printed<CalendarDate>? {
    let found = lines.compactMap { line -> Printed<CalendarDate>? in
      let bounds = StampCell.withoutStamp(document.lines[line].range.bounds, in: document.bytes)
      return heading(FoldedText(document.bytes[bounds])).map {
        Printed($0, source: document.location(of: document.lines[line]))
      }
    }
    return found.allSatisfy { $0.value == found[0].value } ? found.first : nil
  }

  private static func candidates(
    _ lines: [Int],
    in range: Range<Int>,
    of document: Document
  ) -> [Candidate] {
    var found: [Candidate] = []
    for place in range {
      let line = lines[place]
      let bounds = StampCell.withoutStamp(document.lines[line].range.bounds, in: document.bytes)
      let folded = FoldedText(document.bytes[bounds])
      var text = folded
      var read: (date: CalendarDate, rank: Int)?
      if opensSentence(folded) {
        let first = sentenceStart(lines, place, from: range.lowerBound, document)
        text = FoldedText(sentence(lines[first...], of: document).bytes[...])
        if speaksOfSitting(text) { read = sittingDate(text).map { ($0, 3) } }
      }
      let isProse = Self.goesOnWithProse(lines, place, document)
      if read == nil, !isProse { read = heading(folded).map { ($0, 2) } }
      if read == nil, let date = headingInCell(bounds, of: document) { read = (date, 2) }
      if read == nil, let split = splitHeading(lines, place, document) { read = (split, 2) }
      if read == nil, document.lines[line].opensParagraph, let date = dayOfAct(folded) {
        read = (date, 0)
      }
      if read == nil, !speaksOfOtherDay(above: place, in: lines, document),
        let date = day(folded) ?? dayInCell(bounds, of: document)
      {
        read = (date, Self.fitsWeekday(date, in: folded) == nil ? 0 : 1)
      }
      guard let read else { continue }
      found.append(
        Candidate(
          date: read.date,
          line: line,
          rank: read.rank,
          fitsWeekday: Self.fitsWeekday(read.date, in: text)
        )
      )
    }
    return found
  }

  /// Whether a line goes on with a sentence of the line above it: "… le procès-verbal de la" above
  /// "séance du 4 mai 2022".
  static func goesOnWithProse(
    _ lines: [Int],
    _ place: Int,
    _ document: Document
  ) -> Bool {
    let line = document.lines[lines[place]]
    guard place > 0, !line.opensParagraph, let first = document.text(line).first(where: \.isLetter),
      first.isLowercase
    else { return false }
    let above = document.text(document.lines[lines[place - 1]])
    return above.utf8.count > 40 && above.contains { $0.isLowercase }
  }

  /// Whether the line above is a label of another day: "Date de la convocation :".
  private static func speaksOfOtherDay(
    above place: Int,
    in lines: [Int],
    _ document: Document
  ) -> Bool {
    lines[max(0, place - 2)..<place].contains { line in
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      return folded.bytes.count < 60 && calls.contains { folded.contains($0) }
    }
  }

  /// Whether the day of the week before a date is that of the calendar.
  private static func fitsWeekday(_ date: CalendarDate, in folded: FoldedText) -> Bool? {
    let text = folded.string
    let printed = weekdays.indices.filter { text.contains(weekdays[$0]) }
    guard printed.count == 1 else { return nil }
    return date.weekday == printed[0]
  }
}
