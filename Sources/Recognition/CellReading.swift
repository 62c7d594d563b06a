/// The words of one cell of a table.
///
/// A speck beside the text of a cell is read as a point or a quote. A doubtful cell is read once
/// more, and a third time where the two readings differ.
struct CellReading {
  /// The words, in reading order.
  private(set) var words: [RecognisedWord]

  /// Takes what Tesseract read.
  init(_ words: [RecognisedWord]) {
    self.words = words.filter { !$0.isBlank }
    if isNumber { trim() }
  }

  /// Takes off what a speck adds to a number, "1100." and "‘7 500,00 €", and gives an amount its
  /// comma: "14 080.00 €".
  private mutating func trim() {
    for index in words.indices {
      var text = words[index].text.unicodeScalars[...]
      while let first = text.first, Self.isOdd(first) || first == "," { text.removeFirst() }
      while let last = text.last, Self.isOdd(last) || last == "," { text.removeLast() }
      let places = Array(text.indices.suffix(3))
      if places.count == 3, text.count > 3, text[places[0]] == "." {
        text.replaceSubrange(places[0]..<places[1], with: CollectionOfOne(","))
      }
      words[index].text = String(String.UnicodeScalarView(text))
    }
    words.removeAll { $0.text.isEmpty }
  }

  private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
    !("0"..."9").contains(scalar) && scalar != "€" && scalar != "-" && scalar != ","
  }

  /// Whether the cell holds a number, with signs perhaps that no number has.
  ///
  /// A cell with letters or a slash may be a code: "C02-446A05", "6568/93446".
  var isNumber: Bool {
    var digits = 0
    for scalar in words.lazy.flatMap(\.text.unicodeScalars) {
      switch scalar {
      case "0"..."9": digits += 1
      case ",", "€", "-", ".", "'", "‘", "’", "|", ":", ";", "_", "!", "°", "*", "~", "“", "”",
        "\"",
        "\\":
        break
      default: return false
      }
    }
    return digits > 0
  }

  /// The digits and signs of a number, without spaces.
  var number: String {
    var number = String.UnicodeScalarView()
    for scalar in words.lazy.flatMap(\.text.unicodeScalars)
    where ("0"..."9").contains(scalar) || [",", "€", "-"].contains(scalar) {
      number.append(scalar)
    }
    return String(number)
  }

  /// Whether the cell holds nothing but the signs of a number.
  var isPlain: Bool {
    number.unicodeScalars.count == words.reduce(0) { $0 + $1.text.unicodeScalars.count }
  }

  /// Moves the words to where they stand on an image of another size.
  mutating func scale(by factor: Float) {
    for index in words.indices { words[index].scale(by: factor) }
  }

  /// How sure Tesseract is of the worst word that is more than a sign.
  var confidence: Float {
    let sure = words.lazy.filter { !$0.isPunctuation }.map(\.confidence).min()
    return sure ?? words.map(\.confidence).min() ?? 0
  }

  /// Whether the cell must be read again: it holds a number, nothing, or a word that Tesseract is not
  /// sure of.
  var isDoubtful: Bool { isNumber || confidence < Self.sure }

  /// What two readings of a cell are compared by: the figures of a number, the letters of a text.
  private var key: String {
    if isNumber { return number }
    return cleaned.map(\.text).joined(separator: " ")
  }

  /// The reading that two agree on, without odd signs where one is, and as sure as the surer one;
  /// nothing where all differ.
  static func agreed(among readings: [CellReading]) -> CellReading? {
    for reading in readings {
      let same = readings.filter { $0.key == reading.key && !$0.words.isEmpty }
      guard same.count > 1 else { continue }
      return same.max { ($0.isPlain ? 1 : 0, $0.confidence) < ($1.isPlain ? 1 : 0, $1.confidence) }
    }
    return nil
  }

  /// The surest of readings that all differ; a number is marked as doubtful.
  static func surest(of readings: [CellReading]) -> CellReading {
    var best = readings.max { $0.confidence < $1.confidence } ?? CellReading([])
    guard best.isNumber else { return best }
    for index in best.words.indices {
      best.words[index].confidence = min(best.words[index].confidence, doubtful)
    }
    return best
  }

  /// A text is read again where Tesseract is less sure of a word than this.
  static let sure: Float = 75
  /// The confidence of a number that was read in different ways.
  static let doubtful: Float = 40

  /// The cell without signs at its ends that stand alone.
  ///
  /// A dash before "€" is a number: nothing.
  var cleaned: [RecognisedWord] {
    var rest = words[...]
    while let first = rest.first, first.isPunctuation, !isDash(first) { rest.removeFirst() }
    while let last = rest.last, last.isPunctuation, !isDash(last) { rest.removeLast() }
    return Array(rest)
  }

  private func isDash(_ word: RecognisedWord) -> Bool { word.text == "-" || word.text == "–" }
}
