import DeliberationModel
import PageModel

/// A list that names the acts of the document again, by their numbers: at the end of minutes, or above the
/// acts of a recueil.
///
/// "Récapitulatif des votes" above "2023-074   Relevé de décisions   Unanimité".
struct Recapitulation {
  /// For each number the lines of its row.
  private(set) var rows: [[UInt8]: Range<Int>] = [:]
  /// All lines of the lists, with those that head them.
  private(set) var lines: Set<Int> = []

  /// The most lines of a row.
  private static let longest = 4
  /// More lines than this one number does not count.
  private static let widest = 40
  /// The fewest rows of a list.
  private static let fewest = 3
  /// How many lines above the first row can head a list.
  private static let heading = 3

  init(_ folded: [FoldedLine], _ document: Document, isHeading: (Int) -> Bool) {
    var numbered: [(line: Int, key: [UInt8])] = []
    var counts: [[UInt8]: Int] = [:]
    for line in folded.map(\.line) {
      let bounds = document.lines[line].range.bounds
      guard let number = HeadNumber(bounds, in: document.bytes), number.isOwn,
        number.label != "decision"
      else { continue }
      let key = Self.key(document.bytes[number.printed])
      numbered.append((line, key))
      counts[key, default: 0] += 1
    }
    // How many lines the act or the row of each number takes, in all places together.
    var spans: [[UInt8]: Int] = [:]
    let next = numbered.dropFirst().map(\.line) + [document.lines.count]
    let widths = zip(numbered, next).map { min($1 - $0.line, Self.widest) }
    for (number, width) in zip(numbered, widths) { spans[number.key, default: 0] += width }
    var start = 0
    while start < numbered.count {
      var end = start + 1
      while end < numbered.count, numbered[end].line - numbered[end - 1].line <= Self.longest {
        end += 1
      }
      let run = numbered[start..<end]
      let keys = Set(run.map(\.key))
      let own = widths[start..<end].reduce(0, +)
      if run.count >= Self.fewest, keys.count == run.count,
        run.allSatisfy({ (counts[$0.key] ?? 0) > 1 }),
        2 * own < run.reduce(0, { $0 + (spans[$1.key] ?? 0) })
      {
        take(Array(run), document, isHeading)
      }
      start = end
    }
  }

  /// The letters and digits of a number.
  static func key(_ number: some Sequence<UInt8>) -> [UInt8] {
    number.filter { ASCII.isDigit($0) || ASCII.isLetter($0 | 0x20) }
  }

  private mutating func take(
    _ run: [(line: Int, key: [UInt8])],
    _ document: Document,
    _ isHeading: (Int) -> Bool
  ) {
    for (index, row) in run.enumerated() {
      var end = row.line + 1
      let next = index + 1 < run.count ? run[index + 1].line : row.line + Self.longest
      while end < min(next, document.lines.count), !document.lines[end].opensParagraph { end += 1 }
      rows[row.key] = row.line..<end
      lines.formUnion(row.line..<end)
    }
    guard let first = run.first?.line else { return }
    for line in max(0, first - Self.heading)..<first where isHeading(line) {
      lines.formUnion(line..<first)
      return
    }
  }
}
