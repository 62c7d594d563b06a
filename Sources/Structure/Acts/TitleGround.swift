import PageModel

/// What the titles of a whole document are told by, made once for all of its sessions.
struct TitleGround {
  /// The places at which someone begins to report.
  let reports: Set<Int>
  /// The places of themes, and of what else stands beside a title.
  let themes: Set<Int>
  let asides: Set<Int>
  /// The places at which somebody comes or goes, and those of sentences that head nothing.
  let movements: Set<Int>
  let sentences: Set<Int>
  /// The places of the steps of an election.
  let stages: Set<Int>
  /// The lines that name a session.
  let sessions: Set<Int>
  /// The statements that begin on each line of the document.
  let statements: [Int: [Statement]]
  /// The lines that head the columns of a list, and where on them the column of objects stands, in points.
  private let objectColumns: [(line: Int, x: Float)]
  /// The width of a text without boxes, in bytes: that of its long lines; without bound where
  /// paragraphs are not broken into lines.
  let textWidth: Int

  init(_ document: Document, _ lines: [SeenLine], _ speech: Speech) {
    func places(_ kind: CueKind) -> Set<Int> { Set((speech.cues[kind] ?? []).map(\.place)) }
    reports = places(.report)
    themes = places(.rubric)
    asides = places(.aside).union(reports)
    movements = places(.movement)
    sentences = places(.sentence)
    stages = places(.stage).filter { lines[$0].wordCount <= Self.mostWordsOfStage }
    sessions = Set(places(.session).map { lines[$0].line })
    statements = Dictionary(grouping: speech.statements) { lines[$0.places.lowerBound].line }
    textWidth = Self.textWidth(of: document)
    objectColumns = lines.compactMap { seen in
      Self.objectColumn(document.lines[seen.line], document).map { (seen.line, $0) }
    }
  }

  /// Where the column of objects stands in a list whose columns are headed above a line.
  func objectColumn(above line: Int) -> Float? { objectColumns.last { $0.line < line }?.x }

  /// Where "Objet" stands among the heads of columns: "N° | Objet | Débats | Vote".
  private static func objectColumn(_ line: TextLine, _ document: Document) -> Float? {
    let words = RowCells.words(of: line, in: document)
    guard (3...12).contains(words.count),
      LineCells.ranges(line.range.bounds, in: document.bytes).count > 1
    else { return nil }
    let names = words.map { FoldedText(document.bytes[$0.range.bounds]).string }
    guard names.contains(where: { heads.contains($0) }), let first = names.first,
      let object = zip(names, words).first(where: { objects.contains($0.0) }),
      first != object.0 || names.count > 2
    else { return nil }
    return (object.1.box.x0 + object.1.box.x1) / 2
  }

  private static let objects: Set<String> = ["objet", "intitule", "libelle", "titre"]
  private static let heads: Set<String> = [
    "vote", "votes", "decision", "decisions", "resultat", "resultats", "sens", "debats",
  ]

  /// The most words of a line that heads a step of an election: "Listes de candidats aux fonctions
  /// d'adjoint au maire".
  private static let mostWordsOfStage = 14

  /// Whether a line tells who reports, comes or goes, or stands beside a title.
  func isTelling(_ place: Int) -> Bool { asides.contains(place) || movements.contains(place) }

  /// The width of a text without boxes, in bytes.
  static func textWidth(of document: Document) -> Int {
    let widths = document.lines.map { $0.range.bounds.count }.filter { $0 > 0 && $0 <= 200 }
      .sorted()
    let most = widths.isEmpty ? 0 : widths[widths.count * 9 / 10]
    let full = widths.count { $0 * 20 > most * 17 && $0 * 20 < most * 23 }
    return full * 5 > widths.count ? most : brokenWidth(of: document)
  }

  /// How many lines must be broken alike.
  private static let fewestBroken = 3

  /// The width at which lines are broken that go on with a small letter, where most lines of a text are short;
  /// without bound where none are.
  private static func brokenWidth(of document: Document) -> Int {
    let broken = zip(document.lines, document.lines.dropFirst()).compactMap { line, next -> Int? in
      let width = line.range.bounds.count
      let first = document.bytes[next.range.bounds].first ?? 0
      return !next.opensParagraph && (0x61...0x7A).contains(first) && width <= 200 ? width : nil
    }
    guard let most = broken.max() else { return Int.max }
    return broken.count { $0 * 20 > most * 17 } >= fewestBroken ? most : Int.max
  }
}
