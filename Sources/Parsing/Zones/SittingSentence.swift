import DeliberationModel
import PageModel

/// Reads the sentence that says when, where and under whom an assembly sat: "L'an deux mille
/// treize, le quatre février, le Conseil municipal, convoqué le 29 janvier, s'est réuni en mairie
/// sous la présidence de Madame le Maire, Hélène MANDROUX".
struct SittingSentence {
  /// The lines that it stands on; empty where there is no such sentence.
  private(set) var lines: Set<Int> = []
  /// The day of the session.
  private(set) var date: Printed<CalendarDate>?
  /// Who presided.
  private(set) var president: Person?
  /// The day on which the members were called.
  private(set) var convocationDate: CalendarDate?

  /// How many lines the sentence can fill.
  private static let reach = 8

  /// Looks for the sentence in the lines of a preface.
  init(_ preface: [Int], of document: Document) {
    guard let start = preface.indices.first(where: { Self.opens(preface[$0], document) }) else {
      return
    }
    var passage = Passage()
    for line in preface[start...].prefix(Self.reach) {
      let bounds = StampCell.withoutStamp(document.lines[line].range.bounds, in: document.bytes)
      if !passage.isEmpty, Self.opensList(document.bytes[bounds]) { break }
      passage.append(bounds, line: line, of: document)
      lines.insert(line)
      if let last = passage.bytes.last, last == 0x2E || last == 0x3A { break }
    }
    let folded = FoldedText(passage.bytes[...])
    if let place = Self.convocation(in: folded) {
      convocationDate = DateScanner.first(in: folded, from: place)?.date
    }
    if let found = Self.sessionDate(in: folded) {
      let bounds =
        folded.offsets[found.range.lowerBound]..<folded.offsets[found.range.upperBound]
      date = Printed(found.date, source: passage.location(bounds, in: document))
    }
    if let place = folded.firstIndex(of: "la presidence d") {
      let start = folded.offsets[min(place + 17, folded.bytes.count)]
      president = Self.officer(in: passage, from: start, of: document)
    }
  }

  /// The sections of a preface with the lines of the sentence in sections of their own, so that a
  /// title above it is no part of it.
  static func parted(_ sections: [Section], of document: Document) -> [Section] {
    let lines = sections.flatMap { section in section.parts.map(\.line) }
    let sentence = SittingSentence(lines, of: document).lines
    guard !sentence.isEmpty else { return sections }
    return sections.flatMap { section -> [Section] in
      guard section.kind == .unlabelled else { return [section] }
      var parted: [Section] = []
      for part in section.parts {
        let goesOn = parted.last?.parts.last.map {
          sentence.contains($0.line) == sentence.contains(part.line)
        }
        if goesOn ?? false {
          parted[parted.count - 1].parts.append(part)
        } else {
          parted.append(Section(kind: .unlabelled, line: part.line, parts: [part]))
        }
      }
      return parted
    }
  }

  private static func opens(_ line: Int, _ document: Document) -> Bool {
    let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
    if folded.starts(with: "l'an ") || folded.starts(with: "convoque") { return true }
    return speaksOfSitting(folded) && folded.bytes.count >= 30
  }

  /// Whether a line says that an assembly sat or was called.
  static func speaksOfSitting(_ folded: FoldedText) -> Bool {
    let verbs: [StaticString] = [
      "s'est reuni", "se sont reunis", "s'est assemble", "etant reuni", "etant assemble",
      "s'est reunie", "sous la presidence de ", "sous la presidence d'", "legalement convoque",
      "dument convoque", "regulierement convoque",
    ]
    return verbs.contains { folded.contains($0) }
  }

  /// A list of people below the sentence: "Présents :".
  private static func opensList(_ line: ArraySlice<UInt8>) -> Bool {
    let folded = FoldedText(line.prefix(60))
    return ["present", "etaient", "absent", "excuse", "pouvoir", "procuration", "nombre", "date"]
      .contains { folded.string.hasPrefix($0) }
  }

  private static func convocation(in folded: FoldedText) -> Int? {
    let words: [StaticString] = [
      "convoque le", "convoques le", "convoquee le", "convoquees le", "convocation du",
      "convocation en date", "convocation reguliere", "convocation adressee",
    ]
    return words.lazy.compactMap { folded.firstIndex(of: $0) }.first
  }

  /// The first date that is not the one of the convocation.
  private static func sessionDate(
    in folded: FoldedText
  ) -> (date: CalendarDate, range: Range<Int>)? {
    let call = convocation(in: folded)
    var at = 0
    while let found = DateScanner.first(in: folded, from: at) {
      guard let call, call < found.range.lowerBound, found.range.lowerBound - call < 40 else {
        return found
      }
      at = found.range.upperBound
    }
    return nil
  }

  // MARK: - Officers

  /// The person whom a passage names first, behind the office where it comes before the name: "de
  /// Madame le Maire, Hélène MANDROUX", "de Monsieur le doyen d'âge de l'Assemblée, Max LEVITA".
  static func officer(
    in passage: Passage,
    from start: Int = 0,
    of document: Document
  ) -> Person? {
    let list = PersonList(passage, start..<passage.bytes.count, of: document)
    if let person = list.people.first { return person }
    let rest = FoldedText(passage.bytes[start...].prefix(90))
    guard let comma = rest.bytes.firstIndex(of: 0x2C) else { return nil }
    let words = rest.string.prefix(comma).split(separator: " ")
    let titles: Set<Substring> = ["madame", "monsieur", "mme", "m.", "m", "le", "la", "l'adjoint"]
    guard let first = words.first, titles.contains(first) else { return nil }
    let behind = rest.offsets[comma] + 1
    guard var person = PersonList(passage, behind..<passage.bytes.count, of: document).people.first
    else { return nil }
    if person.honorific == nil {
      if first == "madame" || first == "mme" { person.honorific = .madame }
      if first == "monsieur" || first == "m." || first == "m" { person.honorific = .monsieur }
    }
    return person
  }

  /// The secretary whom a line names.
  ///
  /// "Secrétaire de séance : M. Louis BRIAND", "M. Louis BRIAND est désigné secrétaire de séance",
  /// "A été élu secrétaire de séance : M. Louis BRIAND".
  static func secretary(in passage: Passage, of document: Document) -> Person? {
    let folded = FoldedText(passage.bytes[...])
    let isSentence = folded.starts(with: "le ") || folded.starts(with: "la ")
    if !isSentence, let person = officer(in: passage, of: document) { return person }
    guard let place = folded.firstIndex(of: "secretaire") else { return nil }
    var at = place
    let fillers: Set<String> = ["secretaire", "de", "seance", "elu", "elue", "elu(e)", ":", "-"]
    for word in folded.string.dropFirst(place).split(separator: " ") {
      let bare = String(word).trimmingEnd([":", ","])
      guard fillers.contains(bare) || bare.isEmpty else { break }
      at += word.utf8.count + 1
    }
    if at < folded.bytes.count {
      let bounds = folded.offsets[at]..<passage.bytes.count
      if let person = PersonList(passage, bounds, of: document).people.first { return person }
    }
    // "Le Conseil désigne M. Louis BRIAND comme secrétaire".
    for opening in [" m. ", " mme ", " monsieur ", " madame "] {
      guard let range = folded.string.firstRange(of: opening) else { continue }
      let start = folded.string.utf8.distance(from: folded.string.startIndex, to: range.lowerBound)
      let bounds = folded.offsets[start + 1]..<passage.bytes.count
      return PersonList(passage, bounds, of: document).people.first
    }
    return nil
  }
}
