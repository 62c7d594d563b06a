/// The words of one cell of a table.
///
/// A speck beside the text of a cell is read as a point or a quote. A cell that is mostly digits is
/// read once more with nothing but digits to choose from, where the first reading has other signs.
struct CellReading {
  /// The words, in reading order.
  private(set) var words: [RecognisedWord]

  /// Takes what Tesseract read.
  init(_ words: [RecognisedWord]) {
    self.words = words.filter { !$0.isBlank }
  }

  /// Whether the cell holds a number, read with signs that no number has.
  ///
  /// A cell with letters or a slash may be a code: "C02-446A05", "6568/93446".
  var needsDigits: Bool {
    var digits = 0
    var odd = 0
    for scalar in words.lazy.flatMap(\.text.unicodeScalars) {
      switch scalar {
      case "0"..."9": digits += 1
      case ",", "€", "-": break
      case ".", "'", "‘", "’", "|", ":", ";", "_", "!", "°", "*", "~", "“", "”", "\"", "\\": odd += 1
      default: return false
      }
    }
    return digits > 0 && odd > 0
  }

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
