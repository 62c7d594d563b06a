import DeliberationModel
import PageModel

/// Reads what stands before the visas: number, title, authority, organ, session, dates.
struct PrefaceParser {
  let document: Document
  let definition: Definition
  /// The head of an act of minutes.
  var item: ItemHead?
  /// The head of an act by itself, for what no label gives.
  var heading: ItemHead?

  /// Reads the sections of an act's preface into the act; returns the sections that it used.
  func read(
    _ sections: [Section],
    below head: SessionHead,
    into act: inout Deliberation,
    reporting diagnostics: inout DiagnosticList
  ) -> Set<Int> {
    var used = Set(sections.indices.filter { head.holds(sections[$0]) })
    // What the sections of the shared head said holds where the head itself says nothing.
    let date = act.session.date
    act.session = head.session
    act.session.date = act.session.date ?? date
    readItem(into: &act)
    for (index, section) in sections.enumerated() {
      guard case .labelled(let label) = section.kind else { continue }
      let passage = section.passage(of: document)
      let folded = FoldedText(passage.bytes[...])
      switch label {
      case .transmissionDate:
        act.transmissionDate = act.transmissionDate ?? DateScanner.first(in: folded)?.date
      case .publicationDate:
        act.publicationDate = act.publicationDate ?? DateScanner.first(in: folded)?.date
      case .sessionDate:
        if act.session.date == nil, let date = DateScanner.first(in: folded)?.date {
          act.session.date = Printed(date, source: passage.location(in: document))
        }
      case .convocationDate, .presidency, .secretary, .present, .excused, .absent,
        .attendingWithoutVote, .excusedWithoutVote, .proxies, .membersCount, .presentCount,
        .representedCount, .votersCount:
        break
      case .number, .minutesHeading:
        if !isInSentence(section) { readNumber(passage, folded, into: &act) }
      case .title: act.title = act.title ?? title(of: [section])
      case .actHeading:
        if ActNumber.opens(folded.bytes, at: 0), !isInSentence(section) {
          readNumber(passage, folded, into: &act)
        }
      case .rapporteur: break
      default: continue
      }
      used.insert(index)
    }
    used.formUnion(readHeading(sections, into: &act))
    used.formUnion(readNumberedTitle(sections, except: used, into: &act))
    used.formUnion(readTitle(sections, except: used, into: &act))
    readTitleLikeNames(sections, into: &act)
    readAuthority(sections, below: head, into: &act)
    dropPostingOfConvocation(sections, from: &act)
    return used
  }

  private func readItem(into act: inout Deliberation) {
    guard let item else { return }
    (act.number, act.item, act.title) = (nil, nil, nil)
    guard !item.title.isEmpty else { return }
    act.number = number(of: item)
    act.item = item.item
    act.title = title(of: item)
  }

  /// Reads the head that was found above an act; the sections that are its title.
  private func readHeading(_ sections: [Section], into act: inout Deliberation) -> Set<Int> {
    guard item == nil, let heading, !heading.title.isEmpty else { return [] }
    // "N° 2023 4 11" is more than the year that a label ends with.
    if let number = number(of: heading),
      act.number.map({ number.value.hasPrefix($0.value) }) ?? true
    {
      act.number = number
    }
    act.item = act.item ?? heading.item
    // The head was read line by line, in its column too: it knows where a title ends.
    let isSame = heading.title.contains { part in
      document.location(of: document.lines[part.line]) == act.title?.source
    }
    guard act.title == nil || isSame else { return [] }
    act.title = title(of: heading)
    let lines = Set(heading.title.map(\.line))
    return Set(
      sections.indices.filter { index in
        lines.contains(sections[index].line)
          && sections[index].parts.allSatisfy { lines.contains($0.line) }
      }
    )
  }

  private func number(of item: ItemHead) -> Printed<String>? {
    guard let first = item.title.first else { return nil }
    return item.number.map {
      Printed($0, source: document.location(of: document.lines[first.line]))
    }
  }

  private func title(of item: ItemHead) -> Printed<String> {
    var passage = Passage()
    for part in item.title { passage.append(part.bounds, line: part.line, of: document) }
    let mended = FrenchMending.mended(passage.text)
    return Printed(mended.value, raw: mended.raw, source: passage.location(in: document))
  }

  /// "Date d'affichage" before the day of the session is that of the convocation.
  private func dropPostingOfConvocation(_ sections: [Section], from act: inout Deliberation) {
    guard let session = act.session.date?.value, let posted = act.publicationDate,
      posted < session
    else { return }
    let isPosting = sections.contains { section in
      section.kind == .labelled(.publicationDate)
        && FoldedText(document.bytes[document.lines[section.line].range.bounds])
          .contains("affichage")
    }
    if isPosting { act.publicationDate = nil }
  }

  // MARK: - Number

  /// Whether a section goes on with a sentence of the line above: "(jusqu'à la" above "délibération n° 3),
  /// Mme Durand".
  private func isInSentence(_ section: Section) -> Bool {
    let line = document.lines[section.line]
    let printed = document.bytes[line.range.bounds]
    return !line.opensParagraph && printed.first == UInt8(ascii: "d")
      && FoldedText(printed).starts(with: "deliberation")
  }

  /// Reads a number and what follows it on its line: the date of the session ("du 12 mars 2024"),
  /// or the title ("- Vote du budget").
  private func readNumber(
    _ passage: Passage,
    _ folded: FoldedText,
    into act: inout Deliberation
  ) {
    guard item == nil, ActNumber.opens(folded.bytes, at: 0),
      let number = ActNumber(passage, of: document)
    else { return }
    let isFirst = act.number == nil
    act.number = act.number ?? number.value
    let rest = FoldedText(passage.bytes[number.end...])
    let words = rest.string.drop { " :-".contains($0) }
    if words.hasPrefix("du ") || words.hasPrefix("en date du ") {
      guard act.session.date == nil, let date = DateScanner.first(in: rest) else { return }
      act.session.date = Printed(date.date, source: passage.location(in: document))
    } else if isFirst, act.title == nil, words.count(where: \.isLetter) >= 8,
      rest.bytes.contains(where: { $0 == 0x2D || $0 == 0x3A })
    {
      var start = rest.bytes.firstIndex { ASCII.isLetter($0) || $0 == 0x22 } ?? 0
      if let object = Self.objectEnd(rest, from: start) { start = object }
      let bounds = rest.offsets[start]..<passage.bytes.count
      let mended = FrenchMending.mended(passage.text(bounds))
      act.title = Printed(
        mended.value,
        raw: mended.raw,
        source: passage.location(bounds, in: document)
      )
    }
  }

  /// The index behind "OBJET :" where a text goes on with it.
  private static func objectEnd(_ folded: FoldedText, from start: Int) -> Int? {
    guard folded.bytes[start...].starts(with: "objet".utf8),
      let colon = folded.bytes[start...].firstIndex(of: 0x3A), colon - start <= 24
    else { return nil }
    return folded.bytes[(colon + 1)...].firstIndex { !ASCII.isSpace($0) }
  }

  // MARK: - Authority and organ

  private func readAuthority(
    _ sections: [Section],
    below head: SessionHead,
    into act: inout Deliberation
  ) {
    let lines = sections.flatMap { [$0.line] + $0.parts.map(\.line) }
    var seen: Set<Int> = []
    let ordered = lines.filter { line in seen.insert(line).inserted }
    act.transmissionID =
      act.transmissionID
      ?? ordered.lazy.compactMap { line in
        TransmissionID.find(in: document.bytes[document.lines[line].range.bounds])
      }.first
    act.organ = act.organ ?? organ(in: Passage(ordered, of: document))?.name
    let organ = definition.organs.first { $0.name == act.organ }
    act.authority =
      definition.authority ?? act.authority
      ?? AuthorityName.authority(
        in: ordered.map { document.text(document.lines[$0]) },
        types: organ?.types ?? [],
        siren: act.transmissionID.flatMap(TransmissionID.siren)
      )
      ?? head.authority
  }

  /// The assembly that the preface names first, by its longest printed form.
  private func organ(in passage: Passage) -> OrganDefinition? {
    let text = FoldedText(passage.bytes[...])
    var first: (place: Int, length: Int, organ: OrganDefinition)?
    for organ in definition.organs {
      for printed in organ.printed {
        let form = FoldedText(printed)
        guard let place = text.firstIndex(of: form) else { continue }
        let isNearer = first.map { best in
          place < best.place || (place == best.place && form.bytes.count > best.length)
        }
        if isNearer ?? true { first = (place, form.bytes.count, organ) }
      }
    }
    return first?.organ
  }
}
