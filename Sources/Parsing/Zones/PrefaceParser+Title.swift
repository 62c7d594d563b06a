import DeliberationModel
import PageModel

/// Finds the title of an act that no label announces.
extension PrefaceParser {
  /// The lines without a label between the attendance and the number or the enacting words.
  func readTitle(
    _ sections: [Section],
    except used: Set<Int>,
    into act: inout Deliberation
  ) -> Set<Int> {
    guard act.title == nil else { return [] }
    if let own = capitalsBelowNumber(sections) {
      act.title = title(of: [own.title])
      return own.isWhole ? [own.place] : []
    }
    let first = (sections.lastIndex { section in Self.isBeforeTitle(section) } ?? -1) + 1
    let last =
      sections.indices.dropFirst(first).first { index in
        Self.endsTitle(sections[index])
      } ?? sections.count
    let places = (first..<last).filter {
      sections[$0].kind == .unlabelled && !used.contains($0)
    }
    if places.isEmpty { return readTitleBelowNumber(sections, except: used, into: &act) }
    var title = Section(kind: .unlabelled, line: sections[places[0]].line, parts: [])
    title.parts = withoutProse(places.flatMap { sections[$0].parts })
    // The middle of a sentence is no title.
    if let first = title.parts.first,
      (0x61...0x7A).contains(document.bytes[first.bounds].first ?? 0)
    {
      return []
    }
    act.title = self.title(of: [title])
    return Set(places)
  }

  /// The paragraph in capitals right below the first number, which names no assembly and no register; the
  /// section that it opens, and whether it is all of that.
  private func capitalsBelowNumber(
    _ sections: [Section]
  ) -> (title: Section, place: Int, isWhole: Bool)? {
    guard let number = sections.firstIndex(where: { $0.kind == .labelled(.number) }),
      number + 1 < sections.count, sections[number + 1].kind == .unlabelled
    else { return nil }
    var title = sections[number + 1]
    let parts = title.parts
    let next = parts.dropFirst().firstIndex { document.lines[$0.line].opensParagraph }
    title.parts = Array(parts[..<(next ?? parts.count)])
    let folded = FoldedText(title.passage(of: document).bytes[...])
    let others: [StaticString] = [
      "conseil", "seance", "registre", "extrait", "deliberation", "comite", "commission", "commune",
      "departement", "republique", "direction", "service", "pole ",
    ]
    guard folded.bytes.count(where: ASCII.isLetter) > 12, title.parts.allSatisfy(isInCapitals),
      !others.contains(where: { folded.contains($0) })
    else { return nil }
    return (title, number + 1, title.parts.count == parts.count)
  }

  /// Whether a part of a line holds no small letter.
  private func isInCapitals(_ part: Section.Part) -> Bool {
    !String(decoding: document.bytes[part.bounds], as: UTF8.self).unicodeScalars
      .contains(where: \.properties.isLowercase)
  }

  /// The lines of a title in capitals without the paragraphs of prose below it.
  private func withoutProse(_ parts: [Section.Part]) -> [Section.Part] {
    guard let first = parts.first, isInCapitals(first) else { return parts }
    let prose = parts.firstIndex { document.lines[$0.line].opensParagraph && !isInCapitals($0) }
    return Array(parts[..<(prose ?? parts.count)])
  }

  /// A title that looks like names below the lists: "Personnel municipal - Instances paritaires".
  func readTitleLikeNames(_ sections: [Section], into act: inout Deliberation) {
    let lists: [Section.Kind] = [.labelled(.present), .labelled(.excused), .labelled(.absent)]
    guard act.title == nil, item == nil,
      let last = sections.lastIndex(where: { lists.contains($0.kind) }),
      let below = sections[(last + 1)...].first(where: { $0.kind == .unlabelled }),
      document.lines[below.line].opensParagraph
    else { return }
    act.title = title(of: [below])
  }

  /// The paragraph below the act's number, where the attendance follows the title.
  private func readTitleBelowNumber(
    _ sections: [Section],
    except used: Set<Int>,
    into act: inout Deliberation
  ) -> Set<Int> {
    let number = sections.firstIndex { section in
      guard case .labelled(let label) = section.kind else { return false }
      return label == .number
        || (label == .actHeading
          && act.number?.source
            == section.passage(of: document)
            .location(in: document))
    }
    guard let number else { return [] }
    let below = sections.indices.dropFirst(number + 1).first { index in
      ![.labelled(.sessionDate), .labelled(.convocationDate)].contains(sections[index].kind)
    }
    guard let below, !used.contains(below), sections[below].kind == .unlabelled else { return [] }
    var paragraph = sections[below]
    paragraph.parts = withoutService(paragraph.parts)
    if let next = paragraph.parts.dropFirst().firstIndex(where: { part in
      document.lines[part.line].opensParagraph
    }) {
      paragraph.parts.removeSubrange(next...)
    }
    act.title = title(of: [paragraph])
    return act.title == nil ? [] : [below]
  }

  /// The lines of a title without the service that stands above it in a paragraph of its own:
  /// "DIRECTION DES ROUTES".
  private func withoutService(_ parts: [Section.Part]) -> [Section.Part] {
    guard parts.count > 1, document.lines[parts[1].line].opensParagraph else { return parts }
    let words = FoldedText(document.bytes[parts[0].bounds]).string
    let services = ["direction ", "pole ", "service ", "mission ", "departement "]
    return services.contains { words.hasPrefix($0) } ? Array(parts.dropFirst()) : parts
  }

  private static func isBeforeTitle(_ section: Section) -> Bool {
    guard case .labelled(let label) = section.kind else { return false }
    switch label {
    case .present, .excused, .absent, .attendingWithoutVote, .excusedWithoutVote, .proxies,
      .secretary, .presidency, .sessionDate, .convocationDate, .membersCount, .presentCount,
      .representedCount, .votersCount, .actHeading, .minutesHeading:
      return true
    default: return false
    }
  }

  private static func endsTitle(_ section: Section) -> Bool {
    guard case .labelled(let label) = section.kind else { return false }
    return label != .number && label != .transmissionDate && label != .publicationDate
  }

  func title(of sections: [Section]) -> Printed<String>? {
    var passage = Passage()
    for part in sections.flatMap(\.parts) {
      passage.append(part.bounds, line: part.line, of: document)
    }
    guard !passage.isEmpty else { return nil }
    let mended = FrenchMending.mended(passage.text)
    return Printed(mended.value, raw: mended.raw, source: passage.location(in: document))
  }

  /// The number of a line that has nothing else: "Délibération 2020-03".
  private func bareNumber(_ part: Section.Part) -> Printed<String>? {
    let folded = FoldedText(document.bytes[part.bounds])
    guard folded.starts(with: "deliberation "), folded.bytes.count <= 40 else { return nil }
    var passage = Passage()
    let start = folded.offsets[13]
    passage.append(start..<part.bounds.upperBound, line: part.line, of: document)
    guard ActNumber.opens(folded.bytes, at: 13),
      let number = ActNumber(passage, of: document), number.end == passage.bytes.count
    else { return nil }
    return number.value
  }

  /// Reads a line without a label that opens with a number which names its year, and goes on with
  /// the title: "2013-19 : Compte administratif", "2022 DASCO 112 Caisse des écoles".
  func readNumberedTitle(
    _ sections: [Section],
    except used: Set<Int>,
    into act: inout Deliberation
  ) -> Set<Int> {
    guard act.number == nil, item == nil else { return [] }
    for (index, section) in sections.enumerated()
    where section.kind == .unlabelled && !used.contains(index) {
      for (place, part) in section.parts.enumerated() {
        if let number = bareNumber(part) {
          act.number = number
          let below = section.parts[(place + 1)...]
          let rest = below.dropFirst().prefix { !document.lines[$0.line].opensParagraph }
          if act.title == nil, let first = below.first {
            let parts = [first] + rest
            act.title = title(of: [Section(kind: .unlabelled, line: first.line, parts: parts)])
          }
          return [index]
        }
        guard let number = YearNumber(part.bounds, in: document.bytes) else { continue }
        let source = document.location(of: document.lines[part.line])
        act.number = Printed(number.printed, source: source)
        guard act.title == nil else { return [index] }
        var title = Section(kind: .unlabelled, line: part.line, parts: [part])
        title.parts[0].bounds = number.title..<part.bounds.upperBound
        title.parts += section.parts[(place + 1)...].prefix { next in
          !document.lines[next.line].opensParagraph
        }
        act.title = self.title(of: [title])
        return [index]
      }
    }
    return []
  }
}
