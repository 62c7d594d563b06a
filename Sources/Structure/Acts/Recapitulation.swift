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
  /// The fewest rows of a list.
  private static let fewest = 3
  /// How many lines above the first row can head a list.
  private static let heading = 3

  init(_ folded: [FoldedLine], _ document: Document, isHeading: (Int) -> Bool) {
    let numbered = folded.compactMap { line -> (line: Int, key: [UInt8])? in
      let bounds = document.lines[line.line].range.bounds
      guard let number = HeadNumber(bounds, in: document.bytes), number.isOwn,
        number.label != "decision", number.textStart < bounds.upperBound
      else { return nil }
      return (line.line, Self.key(document.bytes[number.printed]))
    }
    let runs = Self.runs(numbered)
    guard !runs.isEmpty else { return }
    let places = Self.places(of: Set(runs.joined().map { numbered[$0].key }), folded, document)
    for run in runs {
      let rows = numbered[run]
      let own = rows[run.lowerBound].line...rows[run.upperBound - 1].line
      let others = rows.compactMap { row in places[row.key]?.first { !own.contains($0) } }
      guard others.count == rows.count,
        let first = others.min(), let last = others.max(), own.count < last - first
      else { continue }
      take(Array(rows), document, isHeading)
    }
  }

  /// The runs of numbered lines that stand close together.
  private static func runs(_ numbered: [(line: Int, key: [UInt8])]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    while start < numbered.count {
      var end = start + 1
      var keys: Set<[UInt8]> = [numbered[start].key]
      while end < numbered.count, numbered[end].line - numbered[end - 1].line <= longest,
        keys.insert(numbered[end].key).inserted
      {
        end += 1
      }
      if end - start >= fewest { runs.append(start..<end) }
      start = end
    }
    return runs
  }

  /// The lines on which some numbers stand, anywhere.
  private static func places(
    of keys: Set<[UInt8]>,
    _ folded: [FoldedLine],
    _ document: Document
  ) -> [[UInt8]: [Int]] {
    var places: [[UInt8]: [Int]] = [:]
    for line in folded.map(\.line) {
      let bytes = document.bytes[document.lines[line].range.bounds]
      for word in bytes.split(whereSeparator: ASCII.isSpace)
      where word.contains(where: ASCII.isDigit) {
        let key = key(word)
        if keys.contains(key), places[key]?.last != line { places[key, default: []].append(line) }
      }
    }
    return places
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
