import DeliberationModel
import PageModel

/// The number and the title of a theme or an operation as a grant table or an annex prints them.
///
/// "Opération complémentaire 2 : titre" → `complémentaire 2`; "Thématique 1 : …" and
/// "1. Accompagnement …" → `1`.
struct GrantHeading: Hashable, Sendable {
  /// The number as the output gives it.
  var number: String
  /// The folded text from the heading's first letter to the mark after its number.
  var range: Range<Int>

  /// What stands behind the heading in the text that it was found in.
  func title(in text: String) -> String {
    let folded = FoldedText(text)
    let bytes = Array(text.utf8)
    let start = folded.offsets[min(range.upperBound, folded.bytes.count)]
    return String(decoding: bytes[min(start, bytes.count)...], as: UTF8.self).trimmingSpaces()
  }
}

extension GrantWords {
  /// The operation that begins at an index of a folded text.
  func operation(in bytes: [UInt8], at start: Int) -> GrantHeading? {
    guard var at = end(of: .operation, in: bytes, at: start) else { return nil }
    ASCII.skipSpaces(bytes, &at)
    let added = self[.added].first { Self.matches($0.folded, bytes, at) }
    if let added {
      at += added.folded.count
      if at < bytes.count, bytes[at] == 0x73 { at += 1 }
    }
    guard let number = Self.number(bytes, &at) else { return nil }
    return GrantHeading(
      number: added.map { $0.printed + " " + number } ?? number,
      range: start..<at
    )
  }

  /// The theme that begins at an index of a folded text with its word.
  func theme(in bytes: [UInt8], at start: Int) -> GrantHeading? {
    guard var at = end(of: .theme, in: bytes, at: start),
      let number = Self.number(bytes, &at)
    else { return nil }
    return GrantHeading(number: number, range: start..<at)
  }

  /// The theme that a title above a table announces.
  ///
  /// The word may be missing: "3. Accès au logement".
  func themeTitle(in bytes: [UInt8]) -> GrantHeading? {
    if let theme = theme(in: bytes, at: 0) { return theme }
    var at = 0
    while at < bytes.count, at < 2, ASCII.isDigit(bytes[at]) { at += 1 }
    let digits = at
    guard digits > 0, at + 2 < bytes.count, bytes[at] == 0x2E || bytes[at] == 0x29 else {
      return nil
    }
    at += 1
    ASCII.skipSpaces(bytes, &at)
    guard at + 3 < bytes.count, ASCII.isLetter(bytes[at]) else { return nil }
    let number = String(decoding: bytes[..<digits], as: UTF8.self)
    return GrantHeading(number: number, range: 0..<at)
  }

  /// The column that a title names.
  func column(_ title: FoldedText) -> GrantColumn? {
    guard title.bytes.count <= 60, !title.contains("code"), !title.contains("libelle") else {
      return nil
    }
    return titles.first { title.contains($0.word.folded) }?.column
  }

  /// The columns that the cells of a line name, where the line is the head of a grant table.
  func head(_ cells: [FoldedText]) -> [GrantColumn]? {
    let columns = cells.compactMap { cell in cell.bytes.isEmpty ? nil : column(cell) }
    guard columns.count >= 3, columns.contains(.amount), columns.contains(.beneficiary) else {
      return nil
    }
    return columns
  }

  /// What a total row sums: its operation, its theme, or all.
  enum TotalLabel {
    case plain
    case theme
    case whole
  }

  /// Reads a cell that opens with "TOTAL" or "Sous-total", but not "Totalité du Département".
  func total(_ cell: FoldedText) -> TotalLabel? {
    let opening = cell.bytes.split { !ASCII.isLetter($0) }.prefix(2)
    let isTotal = self[.total].contains { word in
      let parts = word.folded.split { !ASCII.isLetter($0) }
      return parts == Array(opening.prefix(parts.count))
    }
    guard isTotal else { return nil }
    if self[.wholeTotal].contains(where: { cell.contains($0.folded) }) { return .whole }
    return self[.themeTotal].contains { cell.contains($0.folded) } ? .theme : .plain
  }

  // MARK: - Words and numbers

  /// The index after a word for a part that stands at an index; one of its letters may be misread.
  private func end(of part: Part, in bytes: [UInt8], at start: Int) -> Int? {
    self[part].lazy.compactMap { Self.end(of: $0.folded, in: bytes, at: start) }.first
  }

  private static func end(of word: [UInt8], in bytes: [UInt8], at start: Int) -> Int? {
    guard start + word.count < bytes.count else { return nil }
    guard bytes[start] == word[0] || bytes[start + 1] == word[1] else { return nil }
    var different = 0
    for index in word.indices where bytes[start + index] != word[index] {
      different += 1
      if different > 1 { return nil }
    }
    return start + word.count
  }

  private static func matches(_ word: [UInt8], _ bytes: [UInt8], _ at: Int) -> Bool {
    at + word.count <= bytes.count && bytes[at..<(at + word.count)].elementsEqual(word)
  }

  /// "4", "n° 4", "1 bis", "1.bis"; the marks after it are passed over.
  private static func number(_ bytes: [UInt8], _ at: inout Int) -> String? {
    ASCII.skipSpaces(bytes, &at)
    if matches([0x6E, 0x6F], bytes, at) {
      at += 2
      ASCII.skipSpaces(bytes, &at)
    }
    let start = at
    while at < bytes.count, at - start < 2, ASCII.isDigit(bytes[at]) { at += 1 }
    guard at > start, at == bytes.count || !ASCII.isDigit(bytes[at]) else { return nil }
    var number = String(decoding: bytes[start..<at], as: UTF8.self)
    var next = at
    while next < bytes.count, next - at < 2, ASCII.isSpace(bytes[next]) || bytes[next] == 0x2E {
      next += 1
    }
    for word in ["bis", "ter"] where matches(Array(word.utf8), bytes, next) {
      guard next + 3 == bytes.count || !ASCII.isLetter(bytes[next + 3]) else { continue }
      number += " " + word
      at = next + 3
    }
    while at < bytes.count, ASCII.isSpace(bytes[at]) || [0x3A, 0x2E, 0x3B].contains(bytes[at]) {
      at += 1
    }
    if at < bytes.count, bytes[at] == 0x2D {
      at += 1
      ASCII.skipSpaces(bytes, &at)
    }
    return number
  }
}
