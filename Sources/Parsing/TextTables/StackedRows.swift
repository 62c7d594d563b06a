import DeliberationModel
import PageModel

/// Rows whose cells a text prints one under the other, joined to one line each.
///
/// "Arrageois", "Thématique 1 : Parcours", "accompagnement RSA", "Opération 1 : Référent",
/// "solidarité", "CCAS d'Arras 550 44 000,00 € Convention type" are one row.
enum StackedRows {
  /// How many lines a row has at most from its theme to its sum.
  private static let height = 12
  /// How many rows make a table.
  private static let least = 3

  /// The lines, one by one or, where they are a stacked row's, together.
  static func units(
    of lines: [Int],
    in document: Document,
    _ words: GrantWords
  ) -> [ClosedRange<Int>] {
    var rows: [Range<Int>] = []
    for place in lines.indices {
      guard place >= rows.last?.upperBound ?? 0, isTheme(lines[place], document, words) else {
        continue
      }
      guard let end = end(of: place, in: lines, document, words) else { continue }
      let floor = rows.last?.upperBound ?? 0
      rows.append(start(of: place, after: floor, in: lines, document)..<end)
    }
    guard rows.count >= least else { return lines.map { $0...$0 } }
    var units: [ClosedRange<Int>] = []
    var place = 0
    for row in rows {
      units += lines[place..<row.lowerBound].map { $0...$0 }
      units.append(lines[row.lowerBound]...lines[row.upperBound - 1])
      place = row.upperBound
    }
    return units + lines[place...].map { $0...$0 }
  }

  /// The place after the line with the sum of a row whose theme stands at a place.
  ///
  /// Prose that names a theme, an operation and a sum has longer lines and full stops.
  private static func end(
    of theme: Int,
    in lines: [Int],
    _ document: Document,
    _ words: GrantWords
  ) -> Int? {
    var hasOperation = false
    for place in theme..<min(theme + height, lines.count) {
      guard lines[place] - lines[theme] == place - theme else { return nil }
      let bounds = document.lines[lines[place]].range.bounds
      guard bounds.count <= 300, let last = document.bytes[bounds].last, last != 0x2E else {
        return nil
      }
      if place > theme, isTheme(lines[place], document, words) { return nil }
      let folded = FoldedText(document.bytes[bounds])
      if words.operation(in: folded.bytes, at: 0) != nil {
        guard !hasOperation else { return nil }
        hasOperation = true
      }
      if let money = MoneyRun.last(in: folded.bytes) {
        return hasOperation && folded.bytes.count - money.end <= 60 ? place + 1 : nil
      }
    }
    return nil
  }

  /// The place of a row's territory: the short line before its theme, and the one before that where
  /// it ends in a hyphen.
  private static func start(
    of theme: Int,
    after floor: Int,
    in lines: [Int],
    _ document: Document
  ) -> Int {
    var start = theme
    while start > floor, theme - start < 4, lines[start] - lines[start - 1] == 1 {
      let bytes = document.bytes[document.lines[lines[start - 1]].range.bounds]
      guard bytes.count <= 45, !bytes.contains(where: ASCII.isDigit) else { break }
      if start < theme, bytes.last != 0x2D { break }
      start -= 1
    }
    return start
  }

  private static func isTheme(
    _ line: Int,
    _ document: Document,
    _ words: GrantWords
  ) -> Bool {
    let bytes = document.bytes[document.lines[line].range.bounds]
    guard let first = bytes.first, bytes.count < 160,
      words[.theme].contains(where: { $0.begins(with: first) })
    else { return false }
    return words.theme(in: FoldedText(bytes).bytes, at: 0) != nil
  }
}
