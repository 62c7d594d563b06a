import Foundation

/// What a person has looked at and accepted: two tables beside the documents of a corpus.
///
/// `scores.tsv` has a line for each document and family, `differences.tsv` one for each value that
/// is known not to be what the truth says. Both are sorted, so that a change shows as few lines.
struct Record: Equatable {
  /// The scores by document and family.
  var scores: [String: [String: Score]] = [:]
  /// How often each known difference stands in a document.
  var differences: [String: [KnownDifference: Int]] = [:]

  static let scoresFile = "scores.tsv"
  static let differencesFile = "differences.tsv"
  private static let scoresHead = "document\tfamily\texpected\tfound\tcorrect\twrong\tmissing"
  private static let differencesHead = "document\tfamily\tkind\tpath"

  init() {}

  // MARK: - Reading

  /// Reads the tables of a corpus; a table that is not there is empty.
  init(corpus: String) throws(CorpusError) {
    try Self.read("\(corpus)/\(Self.scoresFile)", columns: 7) { cells in
      let figures = cells.dropFirst(2).compactMap { Int($0) }
      guard figures.count == 5 else { return false }
      scores[cells[0], default: [:]][cells[1]] = Score(
        expected: figures[0],
        found: figures[1],
        correct: figures[2],
        wrong: figures[3],
        missing: figures[4]
      )
      return true
    }
    try Self.read("\(corpus)/\(Self.differencesFile)", columns: 4) { cells in
      guard let kind = Difference.Kind(rawValue: cells[2]) else { return false }
      let known = KnownDifference(family: cells[1], path: cells[3], kind: kind)
      differences[cells[0], default: [:]][known, default: 0] += 1
      return true
    }
  }

  /// Hands the cells of each line below the head on; a line that is not taken is an error.
  private static func read(
    _ file: String,
    columns: Int,
    _ take: ([String]) -> Bool
  ) throws(CorpusError) {
    guard FileManager.default.fileExists(atPath: file) else { return }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw .unreadableRecord(file: file)
    }
    let lines = String(decoding: data, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == columns, take(cells) else {
        throw .wrongRecord(file: file, line: index + 1)
      }
    }
  }

  // MARK: - Writing

  /// Writes the tables of a corpus, each whole or not at all.
  func write(corpus: String) throws(CorpusError) {
    var lines = [Self.scoresHead]
    for (document, families) in scores.sorted(by: { $0.key < $1.key }) {
      for (family, score) in families.sorted(by: { $0.key < $1.key }) {
        let figures = [score.expected, score.found, score.correct, score.wrong, score.missing]
        lines.append(([document, family] + figures.map(String.init)).joined(separator: "\t"))
      }
    }
    try Self.write(lines, to: "\(corpus)/\(Self.scoresFile)")
    lines = [Self.differencesHead]
    for (document, known) in differences.sorted(by: { $0.key < $1.key }) {
      for (difference, count) in known.sorted(by: { $0.key < $1.key }) {
        let cells = [document, difference.family, difference.kind.rawValue, difference.path]
        lines += repeatElement(cells.joined(separator: "\t"), count: count)
      }
    }
    try Self.write(lines, to: "\(corpus)/\(Self.differencesFile)")
  }

  private static func write(_ lines: [String], to file: String) throws(CorpusError) {
    do {
      let text = lines.joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    } catch {
      throw .unwritableRecord(file: file)
    }
  }
}
