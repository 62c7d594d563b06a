import Lexing
import PageModel

/// How the rows of each operation begin: the part of the operation's title on their first line.
///
/// Learnt from the table itself, where rows of an operation share it; from bars that OCR left
/// between title and name; and, for operations of few rows, from the annexes' titles.
struct MixedTitles {
  /// The letters of the shared words, as skeletons.
  private var learnt: [MixedRow.Group: [UInt8]] = [:]
  /// The first words of many names, which no title holds where none is known.
  private var openers: Set<UInt64> = []
  /// The words of themes' titles on first lines.
  private var themeWords: Set<UInt64> = []
  let annexes: OperationTitles

  /// Learns from the rows of a table.
  init(_ rows: [MixedRow], annexes: OperationTitles) {
    self.annexes = annexes
    var groups: [MixedRow.Group: [MixedRow]] = [:]
    for row in rows {
      if let group = row.group, row.head.operation != nil { groups[group, default: []].append(row) }
    }
    var starts: [UInt64: Int] = [:]
    for row in rows { themeWords.formUnion(row.themeTitle.map(\.key)) }
    for (group, rows) in groups {
      let letters = Self.fromBars(rows) ?? fromWords(rows, group)
      learnt[group] = letters
      for row in rows {
        let count = Self.count(of: letters, atHeadOf: row.middle, in: row.head.folded.bytes) ?? 0
        if let first = row.middle.dropFirst(count).first(where: { $0.kind == .word }) {
          starts[first.key, default: 0] += 1
        }
      }
    }
    openers = Set(starts.filter { $0.value >= 4 && $0.value * 100 >= rows.count }.map(\.key))
  }

  // MARK: - Use

  /// The number of tokens of a row's middle that belong to the operation's title, and whether it is
  /// a guess.
  func split(_ row: MixedRow) -> (count: Int, isGuess: Bool) {
    let bytes = row.head.folded.bytes
    if row.head.operation == nil {
      let theme = row.middle.prefix { $0.kind == .bar || themeWords.contains($0.key) }
      return (theme.count, true)
    }
    let letters = row.group.flatMap { learnt[$0] } ?? []
    if let bar = Self.bar(in: row.middle) {
      let before = row.middle[..<bar].flatMap { $0.skeleton(in: bytes) }
      let distance = EditDistance.between(before, letters)
      if letters.isEmpty || distance * 2 <= max(letters.count, before.count) { return (bar, false) }
    }
    if !letters.isEmpty, let count = Self.count(of: letters, atHeadOf: row.middle, in: bytes) {
      return (count, false)
    }
    let opener = row.middle.indices.dropFirst().first { openers.contains(row.middle[$0].key) }
    return (letters.isEmpty ? opener ?? 0 : 0, true)
  }

  /// The number of tokens whose letters are nearest to a title's, if they are near.
  private static func count(
    of letters: [UInt8],
    atHeadOf tokens: [MixedToken],
    in bytes: [UInt8]
  ) -> Int? {
    var head: [UInt8] = []
    var ends: [(letters: Int, tokens: Int)] = []
    for (index, token) in tokens.enumerated() {
      head += token.skeleton(in: bytes)
      ends.append((head.count, index + 1))
      if head.count > letters.count + 12 { break }
    }
    let distances = EditDistance.toHeads(of: head, from: letters) ?? []
    guard let best = ends.min(by: { distances[$0.letters] < distances[$1.letters] }) else {
      return nil
    }
    return distances[best.letters] * 3 <= letters.count ? best.tokens : nil
  }

  /// The bar between title and name: what follows it is no figure.
  private static func bar(in tokens: [MixedToken]) -> Int? {
    tokens.indices.first { index in
      tokens[index].kind == .bar && index > 0 && index + 1 < tokens.count
        && tokens[index + 1].kind == .word
    }
  }

  // MARK: - Learning

  /// The words before the bar in most rows that have one.
  private static func fromBars(_ rows: [MixedRow]) -> [UInt8]? {
    var counts: [[UInt8]: Int] = [:]
    for row in rows {
      guard let bar = bar(in: row.middle) else { continue }
      let letters = row.middle[..<bar].flatMap { $0.skeleton(in: row.head.folded.bytes) }
      counts[letters, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key.count) < ($1.value, $0.key.count) }?.key
  }

  /// The words that the rows share, in the light of the annexes' title.
  private func fromWords(_ rows: [MixedRow], _ group: MixedRow.Group) -> [UInt8] {
    guard let first = rows.first else { return [] }
    let title = annexes[group]
    if rows.count < 4 {
      if let title { return Self.shared(by: first, with: title) }
      if rows.count == 1 { return [] }
    }
    var current = rows
    var letters: [UInt8] = []
    var place = 0
    while true {
      var counts: [UInt64: Int] = [:]
      for row in current where place < row.middle.count && row.middle[place].kind != .number {
        counts[row.middle[place].key, default: 0] += 1
      }
      guard let best = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
        best.value * 5 >= rows.count * 4
      else { break }
      current = current.filter { place < $0.middle.count && $0.middle[place].key == best.key }
      // A name must be left in the rows.
      guard current.contains(where: { $0.middle.count > place + 1 }), let row = current.first
      else { break }
      letters += row.middle[place].skeleton(in: row.head.folded.bytes)
      place += 1
    }
    return letters
  }

  /// The first words of a row that are those of the annexes' title, from its first word or from
  /// the one that the row begins with.
  private static func shared(by row: MixedRow, with title: OperationTitles.Title) -> [UInt8] {
    let bytes = row.head.folded.bytes
    let first = row.middle.first?.skeleton(in: bytes) ?? []
    let start = title.words.firstIndex(of: first) ?? 0
    let letters = title.words[start...].flatMap(\.self)
    var found: [UInt8] = []
    var last = 0
    for token in row.middle {
      guard token.kind != .bar, token.kind != .number else { break }
      let word = token.skeleton(in: bytes)
      let distance = EditDistance.toHeads(of: letters, from: found + word)?.min() ?? 0
      guard distance - last <= word.count / 3 || title.acronyms.contains(word) else { break }
      last = distance
      found += word
    }
    return found
  }
}
