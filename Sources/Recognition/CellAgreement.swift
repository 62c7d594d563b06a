/// What several readings of one cell agree on.
///
/// A reading that stands alone may be the surest and wrong: of "A.F.C.I" one reading lost the points,
/// and was surer than the two that saw them.
enum CellAgreement {
  /// The confidence of what was read in different ways.
  static let doubtful: Float = 40

  /// The reading that two agree on, the plainer one and as sure as the surer one; nothing where all
  /// differ.
  static func agreed(among readings: [CellReading]) -> CellReading? {
    for reading in readings {
      let same = readings.filter { key(of: $0) == key(of: reading) && !$0.words.isEmpty }
      guard same.count > 1 else { continue }
      return same.max { rank(of: $0) < rank(of: $1) }
    }
    return nil
  }

  /// The reading of a cell: what two agree on, else what they agree on word by word.
  ///
  /// A number or a code that was read in different ways is doubtful as a whole, a text in the words
  /// that stand in one reading alone.
  static func settled(_ readings: [CellReading]) -> CellReading {
    if let agreed = agreed(among: readings) { return agreed }
    let surest = readings.max { $0.confidence < $1.confidence } ?? CellReading([])
    if surest.isNumber || surest.isCode { return CellReading(surest.words.map(doubted)) }
    return readings.count < 3 ? surest : wordByWord(readings)
  }

  // MARK: - Words

  /// The reading most of whose words stand in another one too, with the words that two others agree
  /// on in place of its own.
  private static func wordByWord(_ readings: [CellReading]) -> CellReading {
    let texts = readings.map { $0.cleaned }
    let keys = texts.map { words in words.map(key) }
    let supported = keys.indices.map { index in
      keys[index].count { isSupported($0, outside: index, in: keys) }
    }
    guard
      let base = texts.indices.max(by: { left, right in
        (supported[left], readings[left].confidence)
          < (supported[right], readings[right].confidence)
      })
    else { return CellReading([]) }
    var words = texts[base]
    for place in words.indices where !isSupported(keys[base][place], outside: base, in: keys) {
      let others = texts.indices.filter { $0 != base && texts[$0].count == words.count }
      if let first = others.first, others.count > 1,
        others.allSatisfy({ keys[$0][place] == keys[first][place] })
      {
        words[place] =
          others.map { texts[$0][place] }.max { rank(of: $0) < rank(of: $1) }
          ?? words[place]
      } else if !keys[base][place].isEmpty {
        words[place] = doubted(words[place])
      }
    }
    return CellReading(words)
  }

  private static func isSupported(_ key: String, outside own: Int, in keys: [[String]]) -> Bool {
    keys.indices.contains { $0 != own && keys[$0].contains(key) }
  }

  private static func doubted(_ word: RecognisedWord) -> RecognisedWord {
    var word = word
    word.confidence = min(word.confidence, doubtful)
    return word
  }

  // MARK: - Comparing

  /// What two readings of a cell are compared by: the figures of a number, the letters and figures of
  /// a text.
  ///
  /// The comma of a small print is easily lost, and never made up; so are points and brackets.
  private static func key(of reading: CellReading) -> String {
    if reading.isNumber { return reading.number.filter(\.isNumber) }
    return reading.cleaned.map(key).filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func key(of word: RecognisedWord) -> String {
    let scalars = word.text.unicodeScalars
    let kept = scalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    return String(String.UnicodeScalarView(kept))
  }

  private static func rank(of reading: CellReading) -> (Int, Int, Int, Float) {
    guard reading.isNumber else { return rank(of: reading.cleaned, confidence: reading.confidence) }
    let hasComma = reading.number.contains(",")
    return (hasComma ? 1 : 0, reading.isPlain ? 1 : 0, 0, reading.confidence)
  }

  private static func rank(of word: RecognisedWord) -> (Int, Int, Int, Float) {
    rank(of: [word], confidence: word.confidence)
  }

  /// The fewest signs that no act prints come first, then the most points between capitals.
  private static func rank(
    of words: [RecognisedWord],
    confidence: Float
  ) -> (Int, Int, Int, Float) {
    var (odd, points) = (0, 0)
    for word in words {
      let scalars = Array(word.text.unicodeScalars)
      odd += scalars.count(where: oddSigns.contains)
      for (place, scalar) in scalars.enumerated().dropFirst() where scalar == "." {
        if scalars[place - 1].properties.isUppercase { points += 1 }
      }
    }
    return (-odd, points, -words.count, confidence)
  }

  /// Signs that a cell is misread with and that none prints.
  private static let oddSigns: Set<Unicode.Scalar> = [
    "{", "}", "[", "]", "|", "\\", "_", "~", "^", "\"", "“", "”", "‘", "*", "=", "<", ">", "¢", "£",
  ]
}
