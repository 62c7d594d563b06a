import DeliberationModel
import PageModel

/// Reads a table of the members in which a mark says who is there.
///
/// "Nom<tab>Présent<tab>Absent<tab>Pouvoir à" above "ROUX Paul<tab>X" and "MOREL Odile<tab><tab>X<tab>ROUX
/// Paul"; "Absents<gap>Ni pouvoir<gap>Suppléant<gap>Pouvoir à" above those who are away.
struct RollMarks {
  private(set) var entries: [Roll.Entry] = []
  private(set) var proxies: [Roll.Proxy] = []
  /// The lines of the table.
  private(set) var lines: Set<Int> = []
  /// The rows that name nobody who can be read.
  private(set) var unread: [Roll.Unread] = []

  private let document: Document

  /// Reads the tables among some lines of a document: those whose cells are known, then those whose
  /// lines show them.
  init(_ lines: [Int], _ tables: [TableGrid] = [], of document: Document) {
    self.document = document
    let known = Set(lines)
    for table in tables where known.contains(table.lines.lowerBound) {
      if let lists = RollTable(table, of: document) {
        entries += lists.entries
        proxies += lists.proxies
        self.lines.formUnion(table.lines)
      } else {
        read(table)
      }
    }
    readLines(lines)
  }

  /// Takes a table whose first row is the head of a table of marks.
  private mutating func read(_ table: TableGrid) {
    let columns = 0..<table.columnCount
    func texts(_ row: Int) -> [String] {
      columns.map { table.cell(row: row, column: $0)?.text ?? "" }
    }
    guard table.rowCount > 2, let head = RollMarksHead(texts(0)) else { return }
    let rows = (1..<table.rowCount).map { row in
      let lines = columns.compactMap { table.cell(row: row, column: $0)?.line }
      return (line: lines.min() ?? table.lines.lowerBound, cells: texts(row))
    }
    if take(rows, head) { lines.formUnion(table.lines) }
  }

  private mutating func readLines(_ lines: [Int]) {
    var place = 0
    while place < lines.count {
      defer { place += 1 }
      guard !self.lines.contains(lines[place]) else { continue }
      guard let head = RollMarksHead(lines[place], of: document) else { continue }
      var rows: [(line: Int, cells: [String])] = []
      while place + 1 + rows.count < lines.count,
        let cells = head.cells(of: lines[place + 1 + rows.count], document)
      {
        rows.append((lines[place + 1 + rows.count], cells))
      }
      guard take(rows, head) else { continue }
      self.lines.formUnion([lines[place]] + rows.map(\.line))
      place += rows.count
    }
  }

  /// Takes the rows of a table, where most name a member; whether they do.
  private mutating func take(_ rows: [(line: Int, cells: [String])], _ head: RollMarksHead) -> Bool
  {
    let read = rows.map { (line: $0.line, row: row($0.cells, head, $0.line)) }
    let named = read.compactMap(\.row)
    guard named.count > 1, named.count * 5 >= read.count * 4 else { return false }
    for (line, row) in read {
      guard let row else {
        let text = document.text(document.lines[line])
        unread.append(Roll.Unread(text: text, line: line))
        continue
      }
      entries += row.entries
      proxies += row.proxies
    }
    return true
  }

  private static let marks: Set<String> = ["x", "oui", "p", "a", "e", "1", "v"]

  private func row(
    _ cells: [String],
    _ head: RollMarksHead,
    _ line: Int
  ) -> (entries: [Roll.Entry], proxies: [Roll.Proxy])? {
    let name = zip(cells, head.columns).filter { $0.1 == .name && !$0.0.isEmpty }
      .map(\.0).joined(separator: " ")
    if let told = head.columns.firstIndex(of: .told) {
      return RollStates(name, cells[told], line: line, of: document)
        .map { ($0.entries, $0.proxies) }
    }
    guard let person = person(name, line) else { return nil }
    var status: AttendanceStatus?
    var holder: Person?
    var entries: [Roll.Entry] = []
    var isPartial = false
    for (cell, column) in zip(cells, head.columns) where !cell.isEmpty {
      // "(arrivé en cours de séance)"
      if cell.hasPrefix("("), column != .name {
        isPartial = true
        continue
      }
      switch column {
      case .name, .told: break
      case .other:
        // "pouvoir à Mme ROUX" among the remarks.
        if let named = self.holder(cell, line) { holder = named }
      case .status(let marked):
        let key = FoldedText(cell).key
        guard Self.marks.contains(key) || key.isEmpty || RollWords.head(key) != nil, status == nil
        else { return nil }
        status = marked
      case .holder:
        guard let named = self.person(cell, line) else { return nil }
        holder = named
      case .substitute:
        guard let named = self.person(cell, line) else { continue }
        entries.append(Roll.Entry(person: named, status: .present))
      }
    }
    if status == nil || status == .present && holder != nil && head.columns.contains(.holder) {
      status = head.status ?? (holder == nil && entries.isEmpty ? nil : .excused)
    }
    guard let status else { return nil }
    entries.append(Roll.Entry(person: person, status: status, isPartial: isPartial))
    return (entries, holder.map { [Roll.Proxy(from: person, to: .person($0))] } ?? [])
  }

  /// Who votes for a member by a remark: "pouvoir à Mme ROUX", "départ à 19 h 25 (pouvoir à Mme ROUX)".
  private func holder(_ text: String, _ line: Int) -> Person? {
    let tokens = RollTokens(text: text, line: line, of: document).tokens
    for at in tokens.indices where RollWords.head(tokens[at].key) == .proxy {
      guard let link = RollLink(tokens, at: at, isAmongProxies: false), !link.leadsToGiver,
        let name = RollNames(tokens).name(at: link.end), RollNames.isPerson(name, tokens)
      else { continue }
      return person(name, line)
    }
    return nil
  }

  private func person(_ name: RollName, _ line: Int) -> Person {
    Person(
      name: name.text,
      honorific: name.honorific,
      source: document.location(of: document.lines[line])
    )
  }

  /// The person whom a text names, where it holds nothing else but a remark in brackets.
  private func person(_ text: String, _ line: Int) -> Person? {
    let name = String(text.prefix { $0 != "(" })
    let tokens = RollTokens(text: name, line: line, of: document).tokens
    guard let name = RollNames(tokens).name(at: 0), name.end == tokens.count,
      RollNames.isPerson(name, tokens)
    else { return nil }
    return person(name, line)
  }
}

/// The head of a table of marks.
struct RollMarksHead {
  enum Column: Hashable {
    case name
    case status(AttendanceStatus)
    case holder
    /// Who is there in the place of the member.
    case substitute
    /// What each member is, in words: "présent", "excusée, pouvoir à M. ROUX".
    case told
    /// A place, an office, or a mark that says no more than that the member is away: "Ni pouvoir".
    case other
  }

  private(set) var columns: [Column] = []
  /// What all are whose row marks nothing else: those below "Absents".
  private(set) var status: AttendanceStatus?
  private var spans: [ClosedRange<Float>] = []
  private var tabs = 0

  /// Words over a column that names nobody.
  static let beside: Set<String> = [
    "commune", "communes", "ville", "canton", "groupe", "titre", "civilite", "fonction", "qualite",
    "collectivite", "collectivites", "etablissement", "etablissements", "epci", "structure", "n",
    "no", "emargement", "signature", "observations", "heure", "h", "f",
  ]
  private static let attesting: Set<String> = ["emargement", "signature", "presence", "presences"]
  private static let letters: [String: Column] = [
    "p": .status(.present), "a": .status(.absent), "e": .status(.excused),
  ]

  init?(_ line: Int, of document: Document) {
    let bounds = document.lines[line].range.bounds
    let cells = LineCells.ranges(bounds, in: document.bytes)
    guard bounds.count <= 160 else { return nil }
    self.init(cells.map { String(decoding: document.bytes[$0], as: UTF8.self) })
    spans = cells.map { RollColumns.span(of: $0, on: line, in: document) }
    tabs = document.bytes[bounds].count { $0 == 0x09 }
  }

  /// Reads the texts over the columns.
  init?(_ cells: [String]) {
    guard cells.count > 2 else { return nil }
    let texts = cells.map { cell in
      FoldedText(cell).string.split { !$0.isLetter }.map(String.init)
    }
    let hasLetters = texts.count { $0.count == 1 && Self.letters[$0[0]] != nil } > 1
    for (place, words) in texts.enumerated() {
      guard words.count <= 5 else { return nil }
      if hasLetters, words.count == 1, let column = Self.letters[words[0]] {
        columns.append(column)
      } else {
        columns.append(Self.column(words, isFirst: place == 0))
      }
    }
    if columns[0] != .name, columns[0] != .other {
      if case .status(let away) = columns[0], away != .present { status = away }
      columns[0] = .name
    }
    // "Émargement / pouvoir", "Signature ou excuse" over what each member is.
    if status == nil, !columns.contains(.status(.present)),
      let place = texts.lastIndex(where: { !Self.attesting.isDisjoint(with: $0) }), place > 0
    {
      columns[place] = .told
    }
    let told = columns.filter { $0 != .name && $0 != .other }
    guard columns.contains(.name), Set(told).count == told.count,
      told.contains(.status(.present)) || told == [.told] || status != nil && !told.isEmpty
    else { return nil }
  }

  private static func column(_ words: [String], isFirst: Bool) -> Column {
    let heads = words.compactMap(RollWords.head)
    // "Ni pouvoir", "Sans procuration".
    if let first = words.first, ["ni", "sans", "non"].contains(first) { return .other }
    if heads.contains(.proxy) || heads.contains(.represented) { return .holder }
    if words.contains(where: { $0.hasPrefix("mandataire") }) { return .holder }
    if heads.contains(.present) { return .status(.present) }
    if heads.contains(.excused) { return .status(.excused) }
    if heads.contains(.absent) { return .status(.absent) }
    if !isFirst, words.contains(where: { $0.hasPrefix("suppleant") }) { return .substitute }
    return words.allSatisfy { beside.contains($0) } ? .other : .name
  }

  /// The texts of a row, column by column; nothing where it is none of the table.
  func cells(of line: Int, _ document: Document) -> [String]? {
    let bounds = document.lines[line].range.bounds
    let text = document.bytes[bounds]
    if !document.hasLayout, tabs == columns.count - 1 {
      let parts = text.split(separator: 0x09, omittingEmptySubsequences: false)
      guard parts.count > 1, parts.count <= columns.count else { return nil }
      let cells = parts.map { String(decoding: $0, as: UTF8.self).trimmingSpaces() }
      return cells + Array(repeating: "", count: columns.count - cells.count)
    }
    let found = LineCells.ranges(bounds, in: document.bytes)
    // Where all are away, one of whom nothing else is said has a row too.
    guard found.count > (status == nil ? 1 : 0), found.count <= columns.count + 1 else {
      return nil
    }
    var cells = Array(repeating: "", count: columns.count)
    for cell in found {
      let span = RollColumns.span(of: cell, on: line, in: document)
      let column = spans.indices.min { gap(span, spans[$0]) < gap(span, spans[$1]) } ?? 0
      guard cells[column].isEmpty else { return nil }
      cells[column] = String(decoding: document.bytes[cell], as: UTF8.self)
    }
    let isNamed = zip(cells, columns).contains {
      $1 == .name && !$0.isEmpty && !$0.contains(":")
    }
    return isNamed && cells.allSatisfy { $0.utf8.count <= 60 } ? cells : nil
  }

  /// How far apart two spans are; below nought where they overlap.
  private func gap(_ one: ClosedRange<Float>, _ other: ClosedRange<Float>) -> Float {
    max(one.lowerBound, other.lowerBound) - min(one.upperBound, other.upperBound)
  }
}
