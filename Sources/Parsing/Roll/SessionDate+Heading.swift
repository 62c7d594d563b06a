import DeliberationModel
import PageModel

/// The day in a heading that names a session, and a line that is a day.
extension SessionDate {
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
  static func heading(_ folded: FoldedText) -> CalendarDate? {
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
  static func dayOfAct(_ folded: FoldedText) -> CalendarDate? {
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
  static func splitHeading(
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
  static func dayInCell(_ bounds: Range<Int>, of document: Document) -> CalendarDate? {
    let cells = LineCells.ranges(bounds, in: document.bytes)
    guard cells.count > 1 else { return nil }
    return cells.lazy.compactMap { cell in
      let folded = FoldedText(document.bytes[cell])
      return weekdays.contains { folded.string.hasPrefix($0) } ? day(folded) : nil
    }.first
  }

  /// The day in a heading that is a cell: "Convocation du 28 avril 2022<tab>Séance du 4 mai 2022".
  static func headingInCell(_ bounds: Range<Int>, of document: Document) -> CalendarDate? {
    let cells = LineCells.ranges(bounds, in: document.bytes)
    guard cells.count > 1 else { return nil }
    return cells.lazy.compactMap { heading(FoldedText(document.bytes[$0])) }.first
  }

  static let weekdays = [
    "lundi ", "mardi ", "mercredi ", "jeudi ", "vendredi ", "samedi ", "dimanche ",
  ]

  /// A line that is a day: "Lundi 20 janvier 2014".
  static func day(_ folded: FoldedText) -> CalendarDate? {
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
