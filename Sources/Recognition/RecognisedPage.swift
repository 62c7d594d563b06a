public import PageModel

/// A page as it was recognised, before the letters of the other pages are known.
public struct RecognisedPage: Sendable {
  var page: Page
  var words = PageWords()
  /// The letters of words that were read with confidence.
  public internal(set) var letters = LetterShapes()
  /// The words of the page's tables whose letters may prove another reading.
  var codes: [ShapedWord] = []
  /// The numbers of the page's tables, which their figures may prove.
  var numbers: [ShapedNumber] = []

  /// Reads the codes and numbers of the page's tables as the letters of the whole document prove
  /// them.
  public mutating func mend(by letters: LetterShapes) {
    for code in codes {
      guard let proved = code.reading(by: letters) else { continue }
      if proved.text != code.text { words.setText(proved.text, at: code.word) }
      let known = proved.text == code.text ? words.words[code.word].confidence : 0
      words.words[code.word].confidence = max(known, proved.confidence)
    }
    let figures = LetterPrototypes(
      letters,
      letters: UInt8(ascii: "0")...UInt8(ascii: "9"),
      fewest: ShapedNumber.fewestSamples
    )
    // A number may lose words, so the last comes first.
    for number in numbers.reversed() { mend(number, by: figures) }
    codes = []
    numbers = []
  }

  private mutating func mend(_ number: ShapedNumber, by figures: LetterPrototypes) {
    let reading = number.words.map { Array(words.text(at: $0)) }
    switch number.proof(of: reading, by: figures) {
    case nil: break
    case .confirmed(let confidence):
      for index in number.words {
        words.words[index].confidence = max(words.words[index].confidence, confidence)
      }
    case .contradicted(let groups):
      let known = number.words.map { words.words[$0].confidence }.min() ?? 0
      let doubtful = UInt8(CellAgreement.doubtful)
      // Recognition was not sure either, so the shapes are the better witness.
      for (index, group) in zip(number.words, groups) {
        if known <= doubtful { words.setText(group, at: index) }
        words.words[index].confidence = min(words.words[index].confidence, doubtful)
      }
    case .other(let groups):
      replace(number.words, by: groups)
    }
  }

  /// Gives a number the words of another; where there are more or less of them, one word holds all.
  private mutating func replace(_ range: Range<Int>, by groups: [[UInt8]]) {
    var groups = groups
    let euro = Array("€".utf8)
    if let last = range.last, words.text(at: last).suffix(euro.count).elementsEqual(euro),
      groups.last?.suffix(euro.count).elementsEqual(euro) != true
    {
      groups.append(euro)
    }
    if groups.count != range.count {
      groups = [Array(groups.joined(separator: [UInt8(ascii: " ")]))]
      for index in range.dropFirst().reversed() {
        let box = words.words[range.lowerBound].box
        words.words[range.lowerBound].box = box.union(words.words[index].box)
        words.words.remove(at: index)
      }
    }
    for (index, group) in zip(range, groups) {
      words.setText(group, at: index)
      words.words[index].confidence = ShapedNumber.mended
    }
  }

  /// The page as a document of one page.
  public var document: Document {
    var document = Document()
    document.hasLayout = true
    document.append(page, of: words)
    return document
  }
}

extension PageWords {
  fileprivate func text(at index: Int) -> ArraySlice<UInt8> { bytes[words[index].bytes] }

  fileprivate mutating func setText(_ text: [UInt8], at index: Int) {
    let start = bytes.count
    bytes += text
    words[index].bytes = start..<bytes.count
  }
}

/// The letters of a page's tables under collection.
struct PageLetters {
  /// Samples from numbers and from words of capitals, which were read with confidence.
  private(set) var samples = LetterShapes()

  /// How sure Tesseract must be of a word whose letters are samples.
  private static let sure: Float = 85

  /// Takes the figures of a number that was read with confidence as samples.
  mutating func learn(_ cell: CellFigures, read words: [RecognisedWord]) {
    guard words.allSatisfy({ $0.confidence > Self.sure || $0.text == "€" }) else { return }
    let text = words.flatMap { $0.text.utf8.filter(ShapedNumber.isFigure) }
    guard text.count == cell.figures.count else { return }
    for (figure, letter) in zip(cell.figures, text) { samples.add(figure.shape, of: letter) }
  }

  /// A word with the shapes of its letters where they may prove another reading.
  mutating func shaped(
    _ word: RecognisedWord,
    grey: borrowing Pixels,
    ink: borrowing Pixels
  ) -> RecognisedWord {
    let text = Array(word.text.utf8)
    let isNumber = text.count > 1 && text.allSatisfy { (0x30...0x39).contains($0) }
    let isCode = ShapedWord.isCode(text)
    var shaped = word
    shaped.figures =
      isNumber
      ? CellFigures([word], in: word.box, grey: grey, ink: ink)
      : CellFigures(code: word, grey: grey, ink: ink)
    guard isNumber || isCode, let cutter = LetterCutter(word, on: ink) else { return shaped }
    let isSample =
      word.confidence > Self.sure && cutter.count == text.count
      && (isNumber || (text.count > 2 && text.allSatisfy { (0x41...0x5A).contains($0) }))
    let isDoubtful =
      isCode
      && ShapedWord.isDoubtful(text, confidence: word.confidence, shapeCount: cutter.count)
    guard isSample || isDoubtful else { return shaped }
    let shapes = cutter.shapes(on: grey)
    if isSample { for (shape, letter) in zip(shapes, text) { samples.add(shape, of: letter) } }
    if isDoubtful { shaped.shapes = shapes }
    return shaped
  }
}
