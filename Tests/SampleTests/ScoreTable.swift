import Foundation
import SystemTestSupport

/// The scores that are kept beside the samples: one line for each sample and family.
struct ScoreTable {
  /// The scores by sample and family.
  var scores: [String: [String: Score]] = [:]

  static let path = Places.samples + "/scores.tsv"
  private static let head = "sample\tfamily\texpected\tfound\tcorrect\twrong\tmissing"

  init() {}

  /// Reads the table.
  init(file: String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      let figures = cells.dropFirst(2).compactMap { Int($0) }
      guard cells.count == 7, figures.count == 5 else { throw CocoaError(.fileReadCorruptFile) }
      scores[String(cells[0]), default: [:]][String(cells[1])] = Score(
        expected: figures[0],
        found: figures[1],
        correct: figures[2],
        wrong: figures[3],
        missing: figures[4]
      )
    }
  }

  /// Writes the table, sorted.
  func write(to file: String) throws {
    var text = Self.head + "\n"
    for (sample, families) in scores.sorted(by: { $0.key < $1.key }) {
      for (family, score) in families.sorted(by: { $0.key < $1.key }) {
        let figures = [score.expected, score.found, score.correct, score.wrong, score.missing]
        text += ([sample, family] + figures.map(String.init)).joined(separator: "\t") + "\n"
      }
    }
    try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
  }
}
