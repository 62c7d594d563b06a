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
    isUnproved = isDoubtful && chosen.fitsWeekday != true
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
  private static func goesOnWithProse(
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
    let days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    let printed = days.indices.filter { text.contains(days[$0] + " ") }
    guard printed.count == 1 else { return nil }
    return date.weekday == printed[0]
  }

  // MARK: - The sentence

  private static let reach = 8

  private static func opensSentence(_ folded: FoldedText) -> Bool {
    if folded.contains("l'an ") || folded.starts(with: "convoque") { return true }
    return folded.bytes.count >= 30 && speaksOfSitting(folded)
  }

  /// Whether words say that an assembly sat or was called.
  static func speaksOfSitting(_ folded: FoldedText) -> Bool {
    (verbs + calling).contains { folded.contains($0) }
  }

  private static let verbs: [StaticString] = [
    "s'est reuni", "se sont reunis", "s'est assemble", "etant reuni", "etant assemble",
    "se reunit", "s'est tenu", "se sont assembles", "est reuni", "etant rassemble",
    "se sont reunies", "s est reuni",
  ]
  private static let calling: [StaticString] = [
    "sous la presidence de ", "sous la presidence d'", "legalement convoque", "dument convoque",
    "regulierement convoque",
  ]

  /// The place at which the paragraph of a sentence begins, up to three lines above.
  private static func sentenceStart(
    _ lines: [Int],
    _ place: Int,
    from lowest: Int,
    _ document: Document
  ) -> Int {
    var first = place
    while first > lowest, place - first < 3, !document.lines[lines[first]].opensParagraph {
      let above = document.lines[lines[first - 1]].range.bounds
      guard above.count > 40, let last = document.bytes[above].last, last != 0x2E, last != 0x3A
      else {
        break
      }
      first -= 1
    }
    return first
  }

  /// The lines of a sentence, up to its full stop or the first list.
  static func sentence(_ lines: ArraySlice<Int>, of document: Document) -> Passage {
    var passage = Passage()
    for line in lines.prefix(reach) {
      let bounds = StampCell.withoutStamp(document.lines[line].range.bounds, in: document.bytes)
      if !passage.isEmpty, opensList(document.bytes[bounds]) { break }
      passage.append(bounds, line: line, of: document)
      if let last = passage.bytes.last, last == 0x2E || last == 0x3A { break }
    }
    return passage
  }

  private static func opensList(_ line: ArraySlice<UInt8>) -> Bool {
    let folded = FoldedText(line.prefix(60))
    return ["present", "etaient", "absent", "excuse", "pouvoir", "procuration", "nombre", "date"]
      .contains { folded.string.hasPrefix($0) }
  }

  private static let calls: [StaticString] = [
    "convo", "affich", "adresse", "transmis", "publie ", "publication",
  ]

  /// The first date of a sentence that is not that of the convocation.
  private static func sittingDate(_ folded: FoldedText) -> CalendarDate? {
    let verb = verbs.lazy.compactMap { folded.firstIndex(of: $0) }.min() ?? 0
    guard verb <= 1500 else { return nil }
    // A line that holds more than the sentence: it begins at "L'an", or not far before its verb.
    var start = max(0, verb - 240)
    if let year = folded.firstIndex(of: "l'an "), year <= verb + 40 { start = year }
    while start > 0, !ASCII.isSpace(folded.bytes[start - 1]) { start += 1 }
    var at = start
    while let found = DateScanner.first(in: folded, from: at),
      found.range.lowerBound <= verb + 160
    {
      let before = folded.bytes[start..<found.range.lowerBound].suffix(60)
      let words = FoldedText(before)
      let call = calls.compactMap { words.firstIndex(of: $0) }.max()
      let sits = [" reuni", "assemble", "l'an "].contains { (phrase: StaticString) in
        guard let place = words.firstIndex(of: phrase), let call else { return false }
        return place > call
      }
      if call == nil || sits { return firstDay(found, folded) }
      at = found.range.upperBound
    }
    return nil
  }

  /// "14, 15 et 16 novembre 2022" is the 14th.
  private static func firstDay(
    _ found: (date: CalendarDate, range: Range<Int>),
    _ folded: FoldedText
  ) -> CalendarDate {
    var days: [Int] = []
    for word in folded.bytes[..<found.range.lowerBound]
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

  // MARK: - Headings

  private static let sessions: [StaticString] = [
    "seance", "reunion", "session", "conseil", "assemblee pleniere", "comite", "bureau",
    "commission permanente", "compte rendu", "compte-rendu", "proces-verbal", "proces verbal",
    "pv du", "cm du",
  ]
  /// Words of a line that speaks of another day than the session's.
  private static let others: [StaticString] = [
    "delib",
    "convo", "approuv", "approbation", "adopt", "precedent", "affich", "publie ", "publication",
    "transmis",
    "recu ",
    "envoye", "arrete ", "reporte", "prochain", "depuis", "deliberation n", "vu ", "loi ",
    "signature",
    "observation", "rectif", "destinataire", "mis en ligne", "decret", "election du ",
  ]

  /// The day in a heading that names a session: "… du 7 mars 2023"; nothing in prose.
  private static func heading(_ folded: FoldedText) -> CalendarDate? {
    // "LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL MUNICIPAL LE"
    let isOfMany =
      folded.starts(with: "liste des deliberations") || folded.starts(with: "deliberations ")
    guard folded.bytes.count <= 140,
      !others.dropFirst(isOfMany ? 1 : 0).contains(where: { folded.contains($0) })
    else { return nil }
    guard let found = DateScanner.first(in: folded),
      let word = sessions.lazy.compactMap({ folded.firstIndex(of: $0) }).min(),
      word < found.range.lowerBound, !opensItem(folded)
    else { return nil }
    let rest = folded.bytes.count - found.range.upperBound
    let tail = String(decoding: folded.bytes[found.range.upperBound...], as: UTF8.self)
    guard rest <= 14 || isHour(tail) else { return nil }
    let between = String(decoding: folded.bytes[word..<found.range.lowerBound], as: UTF8.self)
    guard
      let lead = between.split(whereSeparator: { " \t:-,".contains($0) }).last(where: {
        !$0.hasSuffix("di") && $0 != "dimanche" && !$0.allSatisfy(\.isNumber)
      })
    else { return nil }
    let leads: Set<Substring> = [
      "du", "le", "des", "et", "municipal", "communautaire", "seance", "reunion", "date", "public",
      "publique", "syndical", "ordinaire", "extraordinaire", "departemental",
      "regional", "metropolitain", "territorial",
    ]
    guard leads.contains(lead) else { return nil }
    return firstDay(found, folded)
  }

  /// "DÉLIBÉRATION N° CP 2023-017 DU 25 JANVIER 2023": the day of a head that names no session.
  private static func dayOfAct(_ folded: FoldedText) -> CalendarDate? {
    guard folded.starts(with: "deliberation n"), folded.bytes.count <= 90,
      let found = DateScanner.first(in: folded), folded.bytes.count - found.range.upperBound <= 2,
      folded.bytes[..<found.range.lowerBound].suffix(4).elementsEqual(" du ".utf8)
    else { return nil }
    return found.date
  }

  /// Whether a number opens a line, as in an agenda.
  private static func opensItem(_ folded: FoldedText) -> Bool {
    let start = folded.bytes.prefix(while: ASCII.isDigit)
    guard !start.isEmpty, start.count <= 3, start.endIndex < folded.bytes.count else {
      return false
    }
    return [0x2E, 0x2D, 0x29, 0x2F].contains(folded.bytes[start.endIndex])
      && !(start.endIndex + 1 < folded.bytes.count
        && ASCII.isDigit(folded.bytes[start.endIndex + 1]))
  }

  private static func isHour(_ tail: String) -> Bool {
    tail.utf8.count <= 60
      && (tail.hasPrefix(" a ") || tail.hasPrefix(" - ") || tail.hasPrefix(", ")
        || tail.hasPrefix(" ("))
      && tail.contains("h")
  }

  /// "PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU" above "LUNDI 27 JANVIER 2025".
  private static func splitHeading(
    _ lines: [Int],
    _ place: Int,
    _ document: Document
  ) -> CalendarDate? {
    guard place + 1 < lines.count else { return nil }
    var passage = Passage()
    for line in lines[place...(place + 1)] {
      passage.append(document.lines[line].range.bounds, line: line, of: document)
    }
    let first = FoldedText(document.bytes[document.lines[lines[place]].range.bounds])
    let second = FoldedText(document.bytes[document.lines[lines[place + 1]].range.bounds])
    let leads: [StaticString] = ["du ", "le ", "en date du ", "des "]
    guard first.bytes.count <= 90, DateScanner.first(in: first) == nil,
      first.bytes.suffix(3).elementsEqual(" du".utf8)
        || first.bytes.suffix(3).elementsEqual(" le".utf8)
        || first.bytes.suffix(4).elementsEqual("ance".utf8)
        || leads.contains(where: { second.starts(with: $0) })
          && !goesOnWithProse(lines, place + 1, document)
    else { return nil }
    return heading(FoldedText(passage.bytes[...]))
  }

  /// A day in a cell of its own: "<logo><tab>Lundi 19 mai 2025".
  private static func dayInCell(_ bounds: Range<Int>, of document: Document) -> CalendarDate? {
    let cells = LineCells.ranges(bounds, in: document.bytes)
    guard cells.count > 1 else { return nil }
    return cells.lazy.compactMap { cell in
      let folded = FoldedText(document.bytes[cell])
      return weekdays.contains { folded.string.hasPrefix($0) } ? day(folded) : nil
    }.first
  }

  /// The day in a heading that is a cell: "Convocation du 28 avril 2022<tab>Séance du 4 mai 2022".
  private static func headingInCell(_ bounds: Range<Int>, of document: Document) -> CalendarDate? {
    let cells = LineCells.ranges(bounds, in: document.bytes)
    guard cells.count > 1 else { return nil }
    return cells.lazy.compactMap { heading(FoldedText(document.bytes[$0])) }.first
  }

  private static let weekdays = [
    "lundi ", "mardi ", "mercredi ", "jeudi ", "vendredi ", "samedi ", "dimanche ",
  ]

  /// A line that is a day: "Lundi 20 janvier 2014".
  private static func day(_ folded: FoldedText) -> CalendarDate? {
    let text = folded.string
    let isNamed = weekdays.contains {
      text.hasPrefix($0) || text.hasPrefix("le " + $0) || text.hasPrefix("du " + $0)
    }
    guard isNamed || text.hasPrefix("du ") || text.first?.isNumber ?? false,
      let found = DateScanner.first(in: folded),
      found.range.lowerBound <= (isNamed ? 14 : 3)
    else { return nil }
    let tail = String(decoding: folded.bytes[found.range.upperBound...], as: UTF8.self)
    guard isNamed ? tail.utf8.count <= 60 : tail.utf8.count <= 3 else { return nil }
    return others.contains { folded.contains($0) } ? nil : found.date
  }
}
