import Lexing

/// The words of one cell of a table.
///
/// A speck beside the text of a cell is read as a point or a quote. A doubtful cell is read once
/// more, and a third time where the two readings differ.
struct CellReading {
  /// The words, in reading order.
  var words: [RecognisedWord]

  /// Takes what Tesseract read.
  init(_ words: [RecognisedWord]) {
    self.words = words.filter { !$0.isBlank }
    mendEuroSign()
    if isNumber {
      trim()
      mendComma()
    }
  }

  /// Reads the last word of an amount as the sign that it is: "5 600,00 c".
  private mutating func mendEuroSign() {
    guard let last = words.last, words.count > 1, Confusions.euro.contains(last.text) else {
      return
    }
    let isAmount = words.dropLast().allSatisfy { word in
      word.text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2C || $0 == 0x2E }
    }
    if isAmount { words[words.count - 1].text = "€" }
  }

  /// Puts the comma before decimals that stand apart, as no group of two digits does: "24 960 00 €".
  private mutating func mendComma() {
    guard words.count > 2, words[words.count - 1].text == "€" else { return }
    let (whole, cents) = (words.count - 3, words.count - 2)
    let isDigits = { (text: String) in text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard words[cents].text.utf8.count == 2, isDigits(words[cents].text),
      isDigits(words[whole].text), whole == 0 || words[whole].text.utf8.count == 3
    else { return }
    words[whole].text += "," + words[cents].text
    words[whole].right = words[cents].right
    words[whole].confidence = min(words[whole].confidence, words[cents].confidence)
    words.remove(at: cents)
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
  var isDoubtful: Bool { isNumber || isCode || confidence < Self.sure }

  /// Whether the cell holds a word of three figures or more among other signs: "6568/93446",
  /// "C02-446A05".
  var isCode: Bool {
    !isNumber && words.contains { word in word.text.utf8.count { (0x30...0x39).contains($0) } > 2 }
  }

  /// A text is read again where Tesseract is less sure of a word than this.
  static let sure: Float = 75

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
