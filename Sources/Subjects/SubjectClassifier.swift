import Foundation
import PageModel

/// Says from its title what an act is about, in the national nomenclature of acts.
///
/// A logistic regression over the words and the pairs of words of a title;
/// `Pipelines/subjects/train.py` learns its weights and reads titles in the same way.
package enum SubjectClassifier {
  /// The subject of an act.
  package struct Guess: Hashable, Sendable {
    /// The code at the second level, such as "7.5".
    package var code: String
    /// How sure it is, from 0 to 1.
    package var confidence: Float
  }

  /// Below this sureness no subject is given.
  ///
  /// Of the titles of authorities that are left out in turn,
  /// 76 % are surer; 93 % of those are right at the first level, 90 % at the second.
  static let leastConfidence = 0.3

  /// What a title is about; nothing where that is not sure.
  package static func subject(of title: String) -> Guess? {
    let features = features(of: title)
    let found = features.compactMap { table.weights(of: $0) }
    guard !found.isEmpty, let bias = table.weights(of: "") else { return nil }
    var scores = [Double](repeating: 0, count: table.codes.count)
    // As long titles have more words, each counts less.
    let share = 1 / Double(found.count).squareRoot()
    for (weights, factor) in found.map({ ($0, share) }) + [(bias, 1)] {
      for weight in weights where scores.indices.contains(weight.code) {
        scores[weight.code] += factor * weight.value
      }
    }
    let most = scores.max() ?? 0
    let shares = scores.map { exp($0 - most) }
    guard let best = scores.firstIndex(of: most) else { return nil }
    let confidence = shares[best] / shares.reduce(0, +)
    guard confidence >= leastConfidence else { return nil }
    return Guess(code: table.codes[best], confidence: Float((confidence * 100).rounded() / 100))
  }

  /// The words of a title, cut to their stems, and the pairs of neighbours.
  static func features(of title: String) -> Set<String> {
    let stems = FoldedText(title).bytes.split { !(0x61...0x7A).contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
      .filter { $0.utf8.count > 1 && !stopwords.contains($0) }
      .map(stem)
    return Set(stems).union(zip(stems, stems.dropFirst()).map { $0 + "_" + $1 })
  }

  private static let longestStem = 7

  private static func stem(_ word: String) -> String {
    var stem = word.utf8.prefix(longestStem)
    while let last = stem.last, "sx".utf8.contains(last) { stem = stem.dropLast() }
    return stem.isEmpty ? word : String(Substring(stem))
  }

  private static let stopwords = Set(
    ActsNomenclature.embedded("stopwords.tsv").split(separator: "\n").dropFirst().map(String.init)
  )

  private static let table = WeightTable(ActsNomenclature.embedded("weights.tsv"))
}

/// The weights of features, of which a line is read when it is asked for.
struct WeightTable {
  /// The codes, whose places the lines name.
  let codes: [String]
  /// The lines in the order of bytes, below that of the codes.
  private let lines: ArraySlice<UInt8>

  init(_ text: String) {
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex(of: Self.lineEnd) ?? bytes.count
    codes = Self.cells(bytes[..<end]).dropFirst().map { String(decoding: $0, as: UTF8.self) }
    lines = bytes[end...].dropFirst()
  }

  /// What a feature says for and against codes.
  func weights(of feature: String) -> [(code: Int, value: Double)]? {
    let key = Array((feature + "\t").utf8)
    var rest = lines
    while !rest.isEmpty {
      let line = line(around: (rest.startIndex + rest.endIndex) / 2)
      if line.starts(with: key) {
        return Self.cells(line.dropFirst(key.count)).compactMap { cell in
          let parts = cell.split(separator: UInt8(ascii: ":"))
            .map { String(decoding: $0, as: UTF8.self) }
          guard parts.count == 2, let code = Int(parts[0]), let value = Double(parts[1]) else {
            return nil
          }
          return (code, value)
        }
      }
      rest =
        line.lexicographicallyPrecedes(key)
        ? rest[min(line.endIndex + 1, rest.endIndex)...] : rest[..<line.startIndex]
    }
    return nil
  }

  private func line(around place: Int) -> ArraySlice<UInt8> {
    let start = lines[..<place].lastIndex(of: Self.lineEnd).map { $0 + 1 } ?? lines.startIndex
    return lines[start...].prefix { $0 != Self.lineEnd }
  }

  private static let lineEnd = UInt8(ascii: "\n")

  private static func cells(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    line.split(separator: UInt8(ascii: "\t"))
  }
}
