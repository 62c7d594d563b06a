import DeliberationModel
import PageModel

/// Reads a table of the members in which a mark says who is there.
///
/// "Nom<tab>Présent<tab>Absent<tab>Pouvoir à" above "ROUX Paul<tab>X" and "MOREL Odile<tab><tab>X<tab>ROUX
/// Paul".
struct RollMarks {
  private(set) var entries: [Roll.Entry] = []
  private(set) var proxies: [Roll.Proxy] = []
  /// The lines of the table.
  private(set) var lines: Set<Int> = []

  private let document: Document

  init(_ lines: [Int], of document: Document) {
    self.document = document
    var place = 0
    while place < lines.count {
      defer { place += 1 }
      guard let head = Head(lines[place], of: document) else { continue }
      var rows: [(line: Int, cells: [String])] = []
      while place + 1 + rows.count < lines.count,
        let cells = head.cells(of: lines[place + 1 + rows.count], document)
      {
        rows.append((lines[place + 1 + rows.count], cells))
      }
      let read = rows.map { ($0.line, entry($0.cells, head, $0.line)) }
      guard read.count > 1, read.allSatisfy({ $0.1 != nil }) else { continue }
      self.lines.insert(lines[place])
      for (line, row) in read {
        guard let row else { continue }
        self.lines.insert(line)
        entries.append(row.entry)
        if let proxy = row.proxy { proxies.append(proxy) }
      }
      place += rows.count
    }
  }

  /// The head of such a table.
  private struct Head {
    enum Column: Hashable {
      case name
      case status(AttendanceStatus)
      case holder
    }

    var columns: [Column] = []
    private var starts: [Float] = []
    private var tabs = 0

    init?(_ line: Int, of document: Document) {
      let bounds = document.lines[line].range.bounds
      let cells = LineCells.ranges(bounds, in: document.bytes)
      guard cells.count > 2, bounds.count <= 160 else { return nil }
      for cell in cells {
        let words = FoldedText(document.bytes[cell]).string.split { !$0.isLetter }.map(String.init)
        guard words.count <= 5 else { return nil }
        let heads = words.compactMap(RollWords.head)
        if heads.contains(.proxy) || heads.contains(.represented) {
          columns.append(.holder)
        } else if heads.contains(.present) {
          columns.append(.status(.present))
        } else if heads.contains(.excused) {
          columns.append(.status(.excused))
        } else if heads.contains(.absent) {
          columns.append(.status(.absent))
        } else {
          columns.append(.name)
        }
      }
      guard columns.first == .name, columns.contains(.status(.present)),
        Set(columns).count + columns.count(where: { $0 == .name }) - 1 == columns.count
      else { return nil }
      starts = cells.map { RollColumns.position(of: $0.lowerBound, on: line, in: document) }
      tabs = document.bytes[bounds].count { $0 == 0x09 }
    }

    /// The texts of a row, column by column; nothing where it is none of the table.
    func cells(of line: Int, _ document: Document) -> [String]? {
      let bounds = document.lines[line].range.bounds
      let text = document.bytes[bounds]
      if !document.hasLayout {
        let parts = text.split(separator: 0x09, omittingEmptySubsequences: false)
        guard parts.count > 1, parts.count <= columns.count, tabs == columns.count - 1 else {
          return nil
        }
        let cells = parts.map { String(decoding: $0, as: UTF8.self).trimmingSpaces() }
        return cells + Array(repeating: "", count: columns.count - cells.count)
      }
      let found = LineCells.ranges(bounds, in: document.bytes)
      guard found.count > 1, found.count <= columns.count else { return nil }
      var cells = Array(repeating: "", count: columns.count)
      for cell in found {
        let at = RollColumns.position(of: cell.lowerBound, on: line, in: document)
        let column = starts.indices.min { abs(starts[$0] - at) < abs(starts[$1] - at) } ?? 0
        guard cells[column].isEmpty else { return nil }
        cells[column] = String(decoding: document.bytes[cell], as: UTF8.self)
      }
      return cells
    }
  }

  private static let marks: Set<String> = ["x", "oui", "p", "1", "v"]

  private func entry(
    _ cells: [String],
    _ head: Head,
    _ line: Int
  ) -> (entry: Roll.Entry, proxy: Roll.Proxy?)? {
    let name = zip(cells, head.columns).filter { $0.1 == .name && !$0.0.isEmpty }
      .map(\.0).joined(separator: " ")
    guard let person = person(name, line) else { return nil }
    var status: AttendanceStatus?
    var holder: Person?
    for (cell, column) in zip(cells, head.columns) where !cell.isEmpty {
      switch column {
      case .name: break
      case .status(let marked):
        let key = FoldedText(cell).key
        guard Self.marks.contains(key) || key.isEmpty, status == nil else { return nil }
        status = marked
      case .holder:
        guard let named = self.person(cell, line) else { return nil }
        holder = named
      }
    }
    if holder != nil { status = .excused }
    guard let status else { return nil }
    let entry = Roll.Entry(person: person, status: status)
    return (entry, holder.map { Roll.Proxy(from: person, to: .person($0)) })
  }

  /// The person whom a text names, where it holds nothing else.
  private func person(_ text: String, _ line: Int) -> Person? {
    let tokens = RollTokens(text: text, line: line, of: document).tokens
    guard let name = RollNames(tokens).name(at: 0), name.end == tokens.count,
      RollNames.isPerson(name, tokens)
    else { return nil }
    return Person(
      name: name.text,
      honorific: name.honorific,
      source: document.location(of: document.lines[line])
    )
  }
}
