/// What the letters of a document look like: the mean shape of each, from words read with
/// confidence.
///
/// Recognition takes "3ID" for "31D" and "4AJ" for "4A)", because it has seen more of those; the
/// document itself shows what its I and its J look like.
public struct LetterShapes: Sendable {
  private struct Sum: Sendable {
    var count: Int32 = 0
    var darkness = [Int32](repeating: 0, count: LetterShape.width * LetterShape.height)

    mutating func add(_ values: some Collection<some BinaryInteger>, count: Int32) {
      self.count += count
      for (place, value) in zip(darkness.indices, values) { darkness[place] += Int32(value) }
    }
  }

  /// A letter that was seen less often proves nothing.
  static let fewestSamples: Int32 = 2
  /// More samples of a letter on one page tell nothing new.
  static let mostSamples: Int32 = 60

  private var sums: [UInt8: Sum] = [:]

  /// Makes an empty collection.
  public init() {}

  /// Adds a sample of a letter.
  mutating func add(_ shape: LetterShape, of letter: UInt8) {
    guard sums[letter]?.count ?? 0 < Self.mostSamples else { return }
    sums[letter, default: Sum()].add(shape.darkness, count: 1)
  }

  /// Adds the samples of another page; the order of pages does not matter.
  public mutating func add(_ other: LetterShapes) {
    for (letter, sum) in other.sums {
      sums[letter, default: Sum()].add(sum.darkness, count: sum.count)
    }
  }

  /// The mean shape of a letter; nothing where it was seen less often than `fewest`.
  func mean(of letter: UInt8, fewest: Int) -> [Float]? {
    guard let sum = sums[letter], sum.count >= fewest else { return nil }
    return sum.darkness.map { Float($0) / Float(sum.count) }
  }

  /// How like the letters a shape is, from -1 to 1; letters without enough samples are left out.
  func likeness(of shape: LetterShape) -> [UInt8: Float] {
    let own = Self.centred(shape.darkness.map(Float.init))
    return sums.filter { $0.value.count >= Self.fewestSamples }.mapValues { sum in
      let mean = Self.centred(sum.darkness.map(Float.init))
      let product = zip(own.values, mean.values).reduce(0) { $0 + $1.0 * $1.1 }
      return own.length > 0 && mean.length > 0 ? product / (own.length * mean.length) : 0
    }
  }

  private static func centred(_ values: [Float]) -> (values: [Float], length: Float) {
    let mean = values.reduce(0, +) / Float(values.count)
    let centred = values.map { $0 - mean }
    return (centred, centred.reduce(0) { $0 + $1 * $1 }.squareRoot())
  }
}
