public import PageModel

/// A page as it was recognised, before the letters of the other pages are known.
public struct RecognisedPage: Sendable {
  var page: Page
  var words: PageWords
  /// The letters of words that were read with confidence.
  public internal(set) var letters = LetterShapes()
  /// The words of the page's tables whose letters may prove another reading.
  var codes: [ShapedWord] = []

  init(page: Page, words: PageWords = PageWords()) {
    self.page = page
    self.words = words
  }

  /// Reads the codes of the page's tables as the letters of the whole document prove them.
  public mutating func mendCodes(by letters: LetterShapes) {
    for code in codes {
      guard let proved = code.reading(by: letters) else { continue }
      var word = words.words[code.word]
      if proved.text != code.text {
        let start = words.bytes.count
        words.bytes += proved.text
        word.bytes = start..<words.bytes.count
        word.confidence = proved.confidence
      }
      word.confidence = max(word.confidence, proved.confidence)
      words.words[code.word] = word
    }
    codes = []
  }

  /// The page as a document of one page.
  public var document: Document {
    var document = Document()
    document.hasLayout = true
    document.append(page, of: words)
    return document
  }
}

/// The letters of a page's tables under collection.
struct PageLetters {
  /// Samples from numbers and from words of capitals, which were read with confidence.
  private(set) var samples = LetterShapes()

  /// How sure Tesseract must be of a word whose letters are samples.
  private static let sure: Float = 85

  /// A word with the shapes of its letters where they may prove another reading.
  mutating func shaped(
    _ word: RecognisedWord,
    grey: borrowing Pixels,
    ink: borrowing Pixels
  ) -> RecognisedWord {
    let text = Array(word.text.utf8)
    let isNumber = text.count > 1 && text.allSatisfy { (0x30...0x39).contains($0) }
    let isCode = ShapedWord.isCode(text)
    guard isNumber || isCode, let cutter = LetterCutter(word, on: ink) else { return word }
    let isSample =
      word.confidence > Self.sure && cutter.count == text.count
      && (isNumber || (text.count > 2 && text.allSatisfy { (0x41...0x5A).contains($0) }))
    let isDoubtful =
      isCode
      && ShapedWord.isDoubtful(text, confidence: word.confidence, shapeCount: cutter.count)
    guard isSample || isDoubtful else { return word }
    let shapes = cutter.shapes(on: grey)
    var shaped = word
    if isSample { for (shape, letter) in zip(shapes, text) { samples.add(shape, of: letter) } }
    if isDoubtful { shaped.shapes = shapes }
    return shaped
  }
}
