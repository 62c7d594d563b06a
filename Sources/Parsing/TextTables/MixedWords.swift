import PageModel

/// Which words of a table belong to its columns and not to one row: they stand in many rows.
///
/// Counted apart for a word's first, second, … occurrence in a row, so that a name keeps a word
/// that the operation's title holds too ("… dans les Chantiers d'Insertion" beside "Instance
/// d'Insertion").
struct MixedWords {
  private var inGroup: [MixedRow.Group: [UInt64: Int]] = [:]
  private var rowsOfGroup: [MixedRow.Group: Int] = [:]
  private var inTheme: [String: [UInt64: Int]] = [:]
  private var rowsOfTheme: [String: Int] = [:]
  private var inTable: [UInt64: Int] = [:]
  private var lineStarts: [String: [UInt64: Int]] = [:]
  private var territories: Set<UInt64> = []
  private let rowCount: Int

  /// Counts the words of a table.
  init(_ rows: [MixedRow]) {
    rowCount = rows.count
    for row in rows {
      guard let theme = row.theme, let group = row.group else { continue }
      rowsOfGroup[group, default: 0] += 1
      rowsOfTheme[theme, default: 0] += 1
      for token in row.territory where token.kind == .word { territories.insert(token.key) }
      var seen: [UInt64: Int] = [:]
      for line in row.rest {
        let tokens = Self.tokens(of: line)
        for (place, token) in tokens.enumerated() where token.key != 0 {
          let key = Self.key(token, seen[token.key, default: 0])
          seen[token.key, default: 0] += 1
          inGroup[group, default: [:]][key, default: 0] += 1
          inTheme[theme, default: [:]][key, default: 0] += 1
          if token.range.count >= 3 { inTable[key, default: 0] += 1 }
          if place == 0 { lineStarts[theme, default: [:]][token.key, default: 0] += 1 }
        }
      }
    }
  }

  /// The tokens of a line after the first of a row.
  static func tokens(of line: MixedLine) -> [MixedToken] {
    MixedToken.tokens(line.folded.bytes, in: 0..<line.folded.bytes.count)
  }

  private static func key(_ token: MixedToken, _ occurrence: Int) -> UInt64 {
    token.key &+ UInt64(occurrence) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Whether a word at its n-th occurrence in a row is the columns'.
  func isCommon(_ token: MixedToken, occurrence: Int, in group: MixedRow.Group) -> Bool {
    let key = Self.key(token, occurrence)
    let rows = rowsOfGroup[group] ?? 0
    let count = inGroup[group]?[key] ?? 0
    if count >= 3 || (rows <= 4 && count >= 2) { return true }
    if (inTheme[group.theme]?[key] ?? 0) >= max(3, (rowsOfTheme[group.theme] ?? 0) / 10) {
      return true
    }
    return (inTable[key] ?? 0) >= max(5, rowCount / 20)
  }

  /// Whether a word begins the lines of most rows of a theme: the second line of the theme's cell.
  func opensTheme(_ token: MixedToken, _ theme: String) -> Bool {
    (lineStarts[theme]?[token.key] ?? 0) * 2 >= max(4, rowsOfTheme[theme] ?? 0)
  }

  /// Whether a word stands in the cells of territories.
  func isTerritory(_ token: MixedToken) -> Bool { territories.contains(token.key) }
}
