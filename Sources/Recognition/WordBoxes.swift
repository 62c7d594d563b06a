import PageModel

/// Recognised words of a page, given the boxes that a font would give them.
///
/// The box of a recognised word ends where its ink ends: "se" is half as high as "Pl". In a text
/// layer all words of a line reach from the ascent to the descent of the font, and lines are parted
/// by that. The baseline and the highest letter of a line tell the size of its font.
struct WordBoxes {
  /// The height of capitals, in sizes of the font.
  static let capitals: Float = 0.72
  /// The height of capitals with accents, in sizes of the font.
  static let accents: Float = 0.92
  /// The ascent, in sizes of the font.
  static let ascent: Float = 0.95
  /// The descent, in sizes of the font.
  static let descent: Float = 0.27

  /// The words, with boxes in points.
  private(set) var page = PageWords()
  /// The words whose letters may prove another reading.
  private(set) var codes: [ShapedWord] = []
  /// The numbers whose figures may prove them.
  private(set) var numbers: [ShapedNumber] = []
  private var sumOfConfidence: Float = 0
  private var weight: Float = 0
  private let scale: Float

  /// Makes a page without words.
  init(pixelsPerPoint: Float) { scale = pixelsPerPoint }

  /// Adds the words of a rectangle, which may be a number with its figures.
  mutating func append(_ words: [RecognisedWord], figures: CellFigures? = nil) {
    let first = page.words.count
    defer {
      let added = first..<page.words.count
      if let figures, !added.isEmpty { numbers.append(ShapedNumber(words: added, cell: figures)) }
    }
    let printed = words.map(\.withoutOddSigns).filter { !$0.isBlank }
    let lines = Dictionary(grouping: printed, by: \.line)
    let sizes = lines.mapValues(Self.size)
    let usual = sizes.values.sorted()[safe: sizes.count / 2] ?? 0
    for (number, line) in lines.sorted(by: { $0.key < $1.key }) {
      var size = sizes[number] ?? usual
      // A line without capitals and ascenders.
      if size < 0.82 * usual, size > 0.6 * usual { size = usual }
      for word in line where !Self.isWall(word, besideSize: size) {
        append(word, size: max(size, 4))
      }
    }
  }

  /// The size of a line's font, by the words that reach to the height of its capitals; where one in four
  /// is higher, it holds a speck or the rest of a ruling.
  private static func size(of line: [RecognisedWord]) -> Float {
    for reach in [Reach.capitals, .accents, .unknown] {
      let heights = line.filter { Reach($0.text) == reach }
        .map { $0.baseline - Float($0.top) }.sorted(by: >)
      guard let first = heights.first else { continue }
      let isOdd = heights.count > 2 && first > oddHeight * heights[1]
      return heights[max(isOdd ? 1 : 0, heights.count / 4)] / reach.height
    }
    return 0
  }

  /// How much higher than the next one such a word is.
  private static let oddHeight: Float = 1.3

  /// How high the letters of a word reach.
  private enum Reach {
    case capitals
    /// Those of capitals with accents, "RÉUNION".
    case accents
    case unknown

    init(_ word: String) {
      self = .unknown
      for letter in word.unicodeScalars {
        if letter.properties.isUppercase, !letter.isASCII, letter != "Œ", letter != "Æ" {
          self = .accents
          return
        }
        let isHigh =
          letter.isASCII && letter.properties.isUppercase
          || "bdfhkl".unicodeScalars.contains(letter)
        if isHigh || ("0"..."9").contains(letter) { self = .capitals }
      }
    }

    /// In sizes of the font.
    var height: Float { self == .accents ? WordBoxes.accents : WordBoxes.capitals }
  }

  /// Whether a word is the rest of a wall, which is higher than the letters beside it.
  private static func isWall(_ word: RecognisedWord, besideSize size: Float) -> Bool {
    word.text.utf8.allSatisfy { $0 == UInt8(ascii: "|") }
      && Float(word.bottom - word.top) > oddHeight * capitals * size
  }

  private mutating func append(_ word: RecognisedWord, size: Float) {
    let start = page.bytes.count
    if !word.shapes.isEmpty {
      codes.append(
        ShapedWord(word: page.words.count, text: Array(word.text.utf8), shapes: word.shapes)
      )
    }
    if let figures = word.figures {
      let index = page.words.count
      numbers.append(ShapedNumber(words: index..<index + 1, cell: figures))
    }
    // No word of French is a capital O; the nought of "Contre : 0 voix" is read as one.
    page.bytes += word.text == "O" ? [0x30] : Array(word.text.utf8)
    let confidence = min(100, max(0, word.confidence))
    let letters = Float(word.text.unicodeScalars.count)
    sumOfConfidence += confidence * letters
    weight += letters
    page.words.append(
      PageWords.Word(
        bytes: start..<page.bytes.count,
        box: BoundingBox(
          x0: Float(word.left) / scale,
          y0: (word.baseline - Self.ascent * size) / scale,
          x1: Float(word.right) / scale,
          y1: (word.baseline + Self.descent * size) / scale
        ),
        confidence: UInt8(confidence)
      )
    )
  }

  /// The letters that were read, each counted by how sure the recognition is of it.
  var worth: Float { sumOfConfidence }

  /// How sure the recognition is of all words, from 0 to 1.
  var confidence: Float? { weight > 0 ? sumOfConfidence / weight / 100 : nil }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
