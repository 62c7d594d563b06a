/// The mean shapes of some letters, made ready for comparing.
struct LetterPrototypes {
  private struct Prototype {
    var letter: UInt8
    var values: [Float]
  }

  /// The letter that a shape is most like.
  struct Match: Equatable {
    var letter: UInt8
    /// From -1 to 1.
    var likeness: Float
    /// How much more like this letter than like any other.
    var gain: Float
  }

  private let prototypes: [Prototype]

  /// Takes the letters among some that were seen often enough.
  init(_ shapes: LetterShapes, letters: some Sequence<UInt8>, fewest: Int) {
    prototypes = letters.compactMap { letter in
      shapes.mean(of: letter, fewest: fewest).map { mean in
        Prototype(letter: letter, values: Self.normal(mean))
      }
    }
  }

  /// The letters that there are.
  var letters: [UInt8] { prototypes.map(\.letter) }

  /// The letter that a shape is most like; nothing where there is none to compare with.
  func match(_ shape: LetterShape) -> Match? {
    let own = Self.normal(shape.darkness.map(Float.init))
    var best: Match?
    for prototype in prototypes {
      var likeness: Float = 0
      for place in own.indices { likeness += own[place] * prototype.values[place] }
      guard let found = best else {
        best = Match(letter: prototype.letter, likeness: likeness, gain: likeness)
        continue
      }
      if likeness > found.likeness {
        let gain = likeness - found.likeness
        best = Match(letter: prototype.letter, likeness: likeness, gain: gain)
      } else {
        best?.gain = min(found.gain, found.likeness - likeness)
      }
    }
    return best
  }

  /// Values with a mean of nought and a length of one.
  private static func normal(_ values: [Float]) -> [Float] {
    let mean = values.reduce(0, +) / Float(max(1, values.count))
    let centred = values.map { $0 - mean }
    let length = centred.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? centred.map { $0 / length } : centred
  }
}
