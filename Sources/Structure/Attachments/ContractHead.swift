import DeliberationModel
import PageModel

/// The head of a convention or an *avenant*, known by at least two of its title ("CONVENTION",
/// "AVENANT N°1"), its object ("Objet : …") and its parties ("Entre le Département …").
struct ContractHead {
  /// The line at which the document begins, the name of the service above the title included.
  var start: Int
  /// The first of the lines it is known by.
  var anchor: Int
  /// `.convention` or `.amendment`.
  var kind: AttachmentKind
  /// The line of the object, or else of the title.
  var titleLine: Int
  /// Whether `titleLine` is that of the object.
  var titleIsObject: Bool

  private enum Anchor: Hashable {
    case title(AttachmentKind, inCapitals: Bool)
    case object
    case parties
  }

  private typealias Found = (line: Int, anchor: Anchor)

  /// How many lines may stand between two of the lines that a head is known by.
  static let reach = 25

  /// The heads among some lines, in order.
  static func find(
    in lines: Range<Int>,
    of document: Document,
    labels: LabelMatcher
  ) -> [ContractHead] {
    var groups: [[Found]] = []
    for line in lines {
      guard let anchor = anchor(line, of: document, labels: labels) else { continue }
      if let last = groups.last, goesOn(last, with: (line, anchor)) {
        groups[groups.count - 1].append((line, anchor))
      } else {
        groups.append([(line, anchor)])
      }
    }
    return groups.compactMap { group in
      head(group, from: lines.lowerBound, of: document, labels: labels)
    }
  }

  // MARK: - Groups

  private static func goesOn(_ group: [Found], with next: Found) -> Bool {
    guard let last = group.last, next.line - last.line <= reach else { return false }
    let hasTitle = group.contains { found in isTitle(found.anchor) }
    let hasParties = group.contains { found in found.anchor == .parties }
    switch next.anchor {
    case .title: return !(hasTitle && hasParties)
    case .object, .parties: return !group.contains { found in found.anchor == next.anchor }
    }
  }

  private static func isTitle(_ anchor: Anchor) -> Bool {
    if case .title = anchor { true } else { false }
  }

  private static func head(
    _ group: [Found],
    from floor: Int,
    of document: Document,
    labels: LabelMatcher
  ) -> ContractHead? {
    let object = group.first { found in found.anchor == .object }
    let parties = group.first { found in found.anchor == .parties }
    let titles = titles(of: group)
    let isKnown =
      parties != nil
      ? object != nil || !titles.isEmpty : object != nil && titles.contains(where: \.isStrong)
    let known = [object?.line, parties?.line, titles.first?.line].compactMap { line in line }
    guard isKnown, let first = known.min() else { return nil }
    let kind: AttachmentKind
    let early = titles.first { title in title.line <= parties?.line ?? Int.max }
    if let early {
      kind = early.kind
    } else if let object {
      let text = FoldedText(document.bytes[document.lines[object.line].range.bounds])
      kind = text.firstIndex(of: "avenant").map { $0 < 30 } ?? false ? .amendment : .convention
    } else {
      kind = titles.first?.kind ?? .convention
    }
    return ContractHead(
      start: HeadLine.opening(above: first, from: floor, of: document, labels: labels),
      anchor: first,
      kind: kind,
      titleLine: object?.line ?? titles.first?.line ?? first,
      titleIsObject: object != nil
    )
  }

  private typealias Title = (line: Int, kind: AttachmentKind, isStrong: Bool)

  /// The titles in capitals, or else the last of the others: the cells of a table can say
  /// "Convention" on every row above.
  private static func titles(of group: [Found]) -> [Title] {
    let titles = group.compactMap { found -> Title? in
      guard case .title(let kind, let inCapitals) = found.anchor else { return nil }
      return (found.line, kind, inCapitals)
    }
    let strong = titles.filter(\.isStrong)
    return strong.isEmpty ? titles.suffix(1) : strong
  }

  // MARK: - Lines

  private static func anchor(
    _ index: Int,
    of document: Document,
    labels: LabelMatcher
  ) -> Anchor? {
    let line = document.lines[index]
    let bytes = document.bytes[line.range.bounds]
    if HeadLine.begins(bytes, 0x4F, "bh"), isObject(bytes, labels) { return .object }
    if HeadLine.begins(bytes, 0x45, "nm"), isParties(index, of: document, labels) {
      return .parties
    }
    guard bytes.count <= 120 else { return nil }
    if bytes.count <= 80, isInCapitals(bytes), let kind = titleInCapitals(bytes, labels) {
      return .title(kind, inCapitals: true)
    }
    guard line.opensParagraph, opensTitle(bytes) else { return nil }
    return kind(FoldedText(bytes), labels).map { kind in .title(kind, inCapitals: false) }
  }

  /// Whether a word can be that of a title: "Convention", "Avenant", "Projet d'avenant".
  private static func opensTitle(_ bytes: ArraySlice<UInt8>) -> Bool {
    HeadLine.begins(bytes, 0x43, "o0") || HeadLine.begins(bytes, 0x41, "v")
      || HeadLine.begins(bytes, 0x50, "r")
  }

  private static func isObject(_ bytes: ArraySlice<UInt8>, _ labels: LabelMatcher) -> Bool {
    let folded = FoldedText(bytes.prefix(48))
    guard let match = labels.match(folded, among: LabelSet([.title])) else { return false }
    var at = match.end
    ASCII.skipSpaces(folded.bytes, &at)
    return at < folded.bytes.count && folded.bytes[at] == 0x3A
  }

  /// "Entre" counts where a party is described on it or on one of the lines below.
  private static func isParties(
    _ index: Int,
    of document: Document,
    _ labels: LabelMatcher
  ) -> Bool {
    let bytes = document.bytes[document.lines[index].range.bounds]
    guard labels.match(FoldedText(bytes.prefix(40)), among: LabelSet([.parties])) != nil else {
      return false
    }
    let phrases: [StaticString] = ["represente", "d'une part", "dont le si", "ci-apres"]
    for line in document.lines[index...].prefix(8) {
      let folded = FoldedText(document.bytes[line.range.bounds])
      if phrases.contains(where: { phrase in folded.contains(phrase) }) { return true }
    }
    return false
  }

  private static func kind(_ folded: FoldedText, _ labels: LabelMatcher) -> AttachmentKind? {
    switch labels.match(folded, among: LabelSet([.convention, .amendment]))?.label {
    case .amendment: .amendment
    case .convention: .convention
    default: nil
    }
  }

  private static func isInCapitals(_ bytes: ArraySlice<UInt8>) -> Bool {
    var capitals = 0
    var small = 0
    for byte in bytes {
      if byte &- 0x41 < 26 { capitals += 1 } else if byte &- 0x61 < 26 { small += 1 }
    }
    return capitals >= 7 && small <= 4
  }

  /// The kind that a title names, what OCR makes of a logo before it aside ("N B AVENANT N°1").
  private static func titleInCapitals(
    _ bytes: ArraySlice<UInt8>,
    _ labels: LabelMatcher
  ) -> AttachmentKind? {
    var words = 0
    var at = bytes.startIndex
    while at < bytes.endIndex, words < 6 {
      while at < bytes.endIndex, bytes[at] &- 0x41 >= 26 { at += 1 }
      guard at < bytes.endIndex else { return nil }
      if opensTitle(bytes[at...]), let kind = kind(FoldedText(bytes[at...]), labels) {
        return kind
      }
      while at < bytes.endIndex, bytes[at] > 0x20 { at += 1 }
      words += 1
    }
    return nil
  }
}
