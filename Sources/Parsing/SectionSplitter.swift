import DeliberationModel
import PageModel

/// Parts the lines of an act into sections, each under the label that announces it.
///
/// Every line ends in exactly one section. Which labels count depends on how far the act has come:
/// "Vu" opens a visa before the first article, not inside one.
struct SectionSplitter {
  private enum Phase {
    case preface
    case preamble
    case body
  }

  private let reader: LineReader
  private var phase = Phase.preface
  private var sections: [Section] = []

  init(document: Document, labels: LabelMatcher) {
    reader = LineReader(document: document, labels: labels)
  }

  /// The sections of the lines, in order.
  static func sections(
    of lines: [Int],
    in document: Document,
    labels: LabelMatcher
  ) -> [Section] {
    var splitter = SectionSplitter(document: document, labels: labels)
    for line in lines { splitter.append(line) }
    return splitter.sections
  }

  private static let always: [Label] = [
    .deliberated, .decides, .article, .voteHeading, .yes, .no, .abstain, .votesAbsent, .adopted,
    .rejected, .withdrawn, .noted, .adjourned,
  ]
  private static let prefaceLabels = LabelSet(
    always + [
      .transmissionDate, .publicationDate, .actHeading, .sessionDate, .presidency, .secretary,
      .present, .excused, .absent, .attendingWithoutVote, .excusedWithoutVote, .proxies,
      .membersCount, .presentCount, .representedCount, .votersCount, .number, .title, .enacting,
      .citation, .recital, .rapporteur,
    ]
  )
  private static let preambleLabels = LabelSet(always + [.enacting, .citation, .recital])
  private static let bodyLabels = LabelSet(always)

  private var allowed: LabelSet {
    switch phase {
    case .preface: Self.prefaceLabels
    case .preamble: Self.preambleLabels
    case .body: Self.bodyLabels
    }
  }

  private mutating func append(_ index: Int) {
    let line = reader.read(index, among: allowed)
    if let match = line.match {
      open(.labelled(match.label), with: line)
      advance(match.label)
    } else if phase == .preface, Self.reports(line.folded) {
      open(.labelled(.rapporteur), with: line)
      advance(.rapporteur)
    } else if ConclusionLine.isRule(line.folded) {
      open(.rule, with: line)
    } else if opensRecusal(line) {
      open(.recusal, with: line)
    } else if continues(line) {
      sections[sections.count - 1].parts.append(part(line))
    } else {
      open(.unlabelled, with: line)
    }
  }

  private func part(_ line: ReadLine) -> Section.Part {
    let bounds = reader.document.lines[line.index].range.bounds
    return Section.Part(line: line.index, bounds: line.contentStart..<bounds.upperBound)
  }

  private mutating func open(_ kind: Section.Kind, with line: ReadLine) {
    sections.append(Section(kind: kind, line: line.index, parts: [part(line)]))
  }

  private mutating func advance(_ label: Label) {
    switch label {
    case .citation, .recital, .enacting, .rapporteur: if phase == .preface { phase = .preamble }
    case .article, .decides, .yes, .voteHeading: phase = .body
    default: break
    }
  }

  // MARK: - Lines without a label

  /// Whether a line says who reports: "Max LEVITA rapporte :".
  private static func reports(_ folded: FoldedText) -> Bool {
    let text = folded.string.trimmingEnd([":"])
    return text.utf8.count <= 70 && text.hasSuffix(" rapporte")
  }

  /// Whether a line holds names of people and nothing else.
  private func isNames(_ line: ReadLine) -> Bool {
    let passage = Passage([line.index], of: reader.document)
    let list = PersonList(passage, of: reader.document)
    return !list.people.isEmpty && list.end == passage.bytes.count
  }

  /// Whether a line without a label belongs to the section before it.
  private func continues(_ line: ReadLine) -> Bool {
    guard let last = sections.last else { return false }
    let opensParagraph = reader.document.lines[line.index].opensParagraph
    switch last.kind {
    case .unlabelled: return true
    case .rule: return false
    case .recusal: return !isFinished(last) || !opensParagraph
    case .labelled(let label):
      switch label {
      case .transmissionDate, .publicationDate, .sessionDate, .presidency, .number, .membersCount,
        .presentCount, .representedCount, .votersCount:
        return last.isEmpty
      case .present, .excused, .absent, .attendingWithoutVote, .excusedWithoutVote, .proxies,
        .secretary:
        if last.isEmpty { return !opensParagraph || isNames(line) }
        return !endsList(last, opensParagraph: opensParagraph)
      case .adopted, .rejected, .withdrawn, .noted, .adjourned, .actHeading: return false
      case .title: return !opensParagraph
      default: return true
      }
    }
  }

  /// Whether a list of people is over: its last line ends in a full stop that is not that of "M.",
  /// or a new paragraph begins and nothing announces a further name.
  private func endsList(_ section: Section, opensParagraph: Bool) -> Bool {
    guard let last = section.parts.last else { return true }
    let text = FoldedText(reader.document.bytes[last.bounds])
    let words = text.string.split(whereSeparator: { $0 == " " || $0 == "\t" })
    let lastWord = words.last ?? ""
    if ["m.", "mme", "m", "et", "mm.", "mmes", "monsieur", "madame"].contains(lastWord) {
      return false
    }
    if lastWord.hasSuffix(".") { return true }
    return opensParagraph && !lastWord.hasSuffix(",") && !lastWord.hasSuffix("-")
  }

  private static let people = [
    "mesdames", "messieurs", "madame", "monsieur", "m.", "mme", "mm.", "mmes",
  ]

  /// Whether a line begins a paragraph about people who step aside.
  private func opensRecusal(_ line: ReadLine) -> Bool {
    guard phase != .preface || sections.contains(where: { $0.kind == .labelled(.enacting) }) else {
      return false
    }
    let first = line.folded.string.prefix { $0 != " " && $0 != "\t" }
    guard Self.people.contains(String(first)) else { return false }
    guard let last = sections.last else { return true }
    switch last.kind {
    case .recusal: return isFinished(last)
    case .labelled(.article), .labelled(.yes), .labelled(.no), .labelled(.abstain),
      .labelled(.votesAbsent):
      return false
    default: return true
    }
  }

  /// Whether a paragraph of recusals has said what it has to say.
  private func isFinished(_ section: Section) -> Bool {
    let text = FoldedText(section.passage(of: reader.document).bytes[...])
    guard let last = text.bytes.last, last == 0x2E || last == 0x3B else { return false }
    return text.contains("part") || text.contains("delegation") || text.contains("interess")
  }
}
