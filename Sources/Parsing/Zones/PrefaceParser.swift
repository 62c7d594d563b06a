import DeliberationModel
import PageModel

/// Reads what stands before the visas: number, title, authority, organ, session, dates.
struct PrefaceParser {
  let document: Document
  let definition: Definition

  /// Reads the sections of an act's preface into the act; returns the sections that it used.
  func read(
    _ sections: [Section],
    into act: inout Deliberation,
    reporting diagnostics: inout DiagnosticList
  ) -> Set<Int> {
    var used: Set<Int> = []
    for (index, section) in sections.enumerated() {
      guard case .labelled(let label) = section.kind else {
        if act.session.president == nil, let president = president(in: section) {
          act.session.president = president
          used.insert(index)
        }
        continue
      }
      let passage = section.passage(of: document)
      let folded = FoldedText(passage.bytes[...])
      switch label {
      case .transmissionDate:
        act.transmissionDate = act.transmissionDate ?? DateScanner.first(in: folded)?.date
      case .publicationDate:
        act.publicationDate = act.publicationDate ?? DateScanner.first(in: folded)?.date
      case .sessionDate:
        if act.session.date == nil, let found = DateScanner.first(in: folded) {
          act.session.date = Printed(found.date, source: passage.location(in: document))
        }
      case .presidency: act.session.president = act.session.president ?? person(in: passage)
      case .secretary: act.session.secretary = act.session.secretary ?? person(in: passage)
      case .number:
        act.number = act.number ?? Self.number(in: passage, of: document)
      case .title: act.title = act.title ?? title(of: [section])
      case .actHeading:
        if let first = folded.bytes.first, ASCII.isDigit(first) {
          act.number = act.number ?? Self.number(in: passage, of: document)
        }
      default: continue
      }
      used.insert(index)
    }
    used.formUnion(readTitle(sections, into: &act))
    readWeekday(sections, into: &act)
    readAuthority(sections, into: &act)
    return used
  }

  private func person(in passage: Passage) -> Person? {
    PersonList(passage, of: document).people.first
  }

  // MARK: - Number

  /// The number as printed, without the spaces around its marks: `2013 / 1` → `2013/1`.
  static func number(in passage: Passage, of document: Document) -> Printed<String>? {
    let text = passage.text
    var number = ""
    var pendingSpace = false
    let marks: Set<Character> = ["-", "/", "_", "."]
    for character in text {
      if character.isWhitespace {
        pendingSpace = !number.isEmpty
        continue
      }
      let isMark = marks.contains(character)
      guard character.isASCII, character.isLetter || character.isNumber || isMark else {
        if number.isEmpty { continue }
        break
      }
      if pendingSpace, !isMark, let last = number.last, !marks.contains(last) { break }
      pendingSpace = false
      number.append(character)
    }
    while let last = number.last, marks.contains(last) { number.removeLast() }
    guard number.contains(where: \.isNumber) else { return nil }
    return Printed(number, source: passage.location(in: document))
  }

  // MARK: - Title

  /// The lines without a label between the attendance and the number or the enacting words.
  private func readTitle(_ sections: [Section], into act: inout Deliberation) -> Set<Int> {
    guard act.title == nil else { return [] }
    let first = (sections.lastIndex { section in Self.isBeforeTitle(section) } ?? -1) + 1
    let last =
      sections.indices.dropFirst(first).first { index in
        Self.endsTitle(sections[index])
      } ?? sections.count
    let places = (first..<last).filter { sections[$0].kind == .unlabelled }
    guard !places.isEmpty else { return [] }
    act.title = title(of: places.map { sections[$0] })
    return Set(places)
  }

  private static func isBeforeTitle(_ section: Section) -> Bool {
    guard case .labelled(let label) = section.kind else { return false }
    switch label {
    case .present, .excused, .absent, .attendingWithoutVote, .excusedWithoutVote, .proxies,
      .secretary, .presidency, .sessionDate, .membersCount, .presentCount, .representedCount,
      .votersCount, .actHeading:
      return true
    default: return false
    }
  }

  private static func endsTitle(_ section: Section) -> Bool {
    guard case .labelled(let label) = section.kind else { return false }
    return label != .number && label != .transmissionDate && label != .publicationDate
  }

  private func title(of sections: [Section]) -> Printed<String>? {
    var passage = Passage()
    for part in sections.flatMap(\.parts) {
      passage.append(part.bounds, line: part.line, of: document)
    }
    guard !passage.isEmpty else { return nil }
    let mended = FrenchMending.mended(passage.text)
    return Printed(mended.value, raw: mended.raw, source: passage.location(in: document))
  }

  // MARK: - Authority and organ

  private func readAuthority(_ sections: [Section], into act: inout Deliberation) {
    let lines = sections.flatMap { [$0.line] + $0.parts.map(\.line) }
    var seen: Set<Int> = []
    let ordered = lines.filter { line in seen.insert(line).inserted }
    act.authority =
      definition.authority
      ?? ordered.lazy.compactMap { line in
        AuthorityName.authority(in: document.text(document.lines[line]))
      }.first
    act.organ = organ(in: Passage(ordered, of: document))
    act.transmissionID =
      ordered.lazy.compactMap { line in
        TransmissionID.find(in: document.bytes[document.lines[line].range.bounds])
      }.first
  }

  /// The person whom a sentence names after "sous la présidence de".
  private func president(in section: Section) -> Person? {
    let passage = section.passage(of: document)
    let folded = FoldedText(passage.bytes[...])
    guard let place = folded.firstIndex(of: "sous la presidence de ") else { return nil }
    var start = place + 22
    // "de Madame le Maire, Hélène MANDROUX": the office comes before the name.
    let rest = String(decoding: folded.bytes[start...].prefix(40), as: UTF8.self)
    if let comma = rest.firstRange(of: ","), rest[..<comma.lowerBound].contains(" le ") {
      start += rest.utf8.distance(from: rest.startIndex, to: comma.upperBound)
    }
    let bounds = Int(folded.offsets[start])..<passage.bytes.count
    return PersonList(passage, bounds, of: document).people.first
  }

  private static let weekdays = [
    "lundi ", "mardi ", "mercredi ", "jeudi ", "vendredi ", "samedi ", "dimanche ",
  ]

  /// A stamp beside "Séance publique du" parts it from its date; the line that opens with a day of
  /// the week has it.
  private func readWeekday(_ sections: [Section], into act: inout Deliberation) {
    guard act.session.date == nil else { return }
    for part in sections.flatMap(\.parts) {
      let folded = FoldedText(document.bytes[document.lines[part.line].range.bounds])
      guard Self.weekdays.contains(where: { folded.string.hasPrefix($0) }),
        let found = DateScanner.first(in: folded), found.range.lowerBound <= 10
      else { continue }
      let source = document.location(of: document.lines[part.line])
      act.session.date = Printed(found.date, source: source)
      return
    }
  }

  /// The assembly that the preface names first.
  private func organ(in passage: Passage) -> String? {
    let text = FoldedText(passage.bytes[...])
    var first: (place: Int, name: String)?
    for organ in definition.organs {
      for printed in organ.printed {
        guard let place = text.firstIndex(of: FoldedText(printed)) else { continue }
        if first.map({ place < $0.place }) ?? true { first = (place, organ.name) }
      }
    }
    return first?.name
  }
}
