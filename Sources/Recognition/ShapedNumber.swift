import PageModel

/// The words of a number in a table with the shapes of its figures, which may prove it or another.
///
/// Recognition takes "22 500" for "22 590" where a print is small; the hundreds of other noughts of
/// the document show what its nought looks like.
struct ShapedNumber: Sendable {
  /// The indices of the words among those of its page.
  var words: Range<Int>
  /// The figures that were cut out.
  var cell: CellFigures

  /// A figure that was seen less often in the document proves nothing.
  static let fewestSamples = 8
  /// A shape is a figure where it is at least this like it.
  static let leastLikeness: Float = 0.8
  /// How much more like one figure a shape must be than like any other.
  static let leastGain: Float = 0.08
  /// The same, for a shape to be taken for a figure that was not read there: "125,60" and "125,50"
  /// of a worn print are less apart.
  static let plainLikeness: Float = 0.85
  static let plainGain: Float = 0.15
  /// A shape less like any figure than this is none.
  static let strange: Float = 0.7
  /// How sure a number is that was read anew by its shapes, of 100: enough to be taken, and less than
  /// where recognition agrees.
  static let mended: UInt8 = 70

  /// What shapes say of a number.
  enum Proof: Equatable {
    /// The reading is right, as surely as this, of 100.
    case confirmed(UInt8)
    /// One figure at least is not the one that was read; the shapes are rather those of these words.
    case contradicted([[UInt8]])
    /// It is another number, printed in these groups.
    case other([[UInt8]])
  }

  /// What the shapes prove of a reading; nothing where they are not clear.
  func proof(of reading: [[UInt8]], by prototypes: LetterPrototypes) -> Proof? {
    guard prototypes.letters.count == 10 else { return nil }
    var matches = cell.figures.compactMap { prototypes.match($0.shape) }
    guard matches.count == cell.figures.count else { return nil }
    let read = reading.joined().filter(Self.isFigure)
    // The sign of the euro that was not read as one.
    if matches.count == read.count + 1, let last = matches.last, last.likeness < Self.strange {
      matches.removeLast()
    }
    let shown = matches.map(\.letter)
    let isClear = matches.allSatisfy {
      $0.likeness >= Self.leastLikeness && $0.gain >= Self.leastGain
    }
    if shown == read {
      let least = matches.map(\.likeness).min() ?? 0
      return isClear ? .confirmed(UInt8(max(0, least) * 100)) : nil
    }
    guard shown.count == read.count else {
      return matches.allSatisfy(Self.isPlain) ? .other(groups(of: shown)) : nil
    }
    let others = zip(read, matches).filter { $0 != $1.letter }.map(\.1)
    if isClear {
      let isProved = others.allSatisfy(Self.isPlain)
      let groups = Self.replaced(reading, by: shown)
      return isProved ? .other(groups) : .contradicted(groups)
    }
    return others.contains(where: Self.isPlain) ? .contradicted(reading) : nil
  }

  /// Whether a shape is enough to say that another figure was read wrongly.
  private static func isPlain(_ match: LetterPrototypes.Match) -> Bool {
    match.likeness >= plainLikeness && match.gain >= plainGain
  }

  /// The words of a reading with other figures in the place of theirs.
  private static func replaced(_ reading: [[UInt8]], by figures: [UInt8]) -> [[UInt8]] {
    var rest = figures[...]
    return reading.map { word in
      word.map { isFigure($0) ? rest.popFirst() ?? $0 : $0 }
    }
  }

  /// The words that figures make with the spaces and commas between them.
  private func groups(of figures: [UInt8]) -> [[UInt8]] {
    var groups: [[UInt8]] = [[]]
    for (letter, figure) in zip(figures, cell.figures) {
      groups[groups.count - 1].append(letter)
      if figure.hasComma { groups[groups.count - 1].append(0x2C) }
      if figure.hasSpace { groups.append([]) }
    }
    return groups.filter { !$0.isEmpty }
  }

  static func isFigure(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
