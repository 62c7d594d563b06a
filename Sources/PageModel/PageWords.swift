/// The words of one page as a reader found them, not yet put together to lines.
public struct PageWords: Sendable {
  /// A word whose bytes are not yet in a document.
  public struct Word: Sendable {
    /// The word's bytes in `PageWords.bytes`.
    public var bytes: Range<Int>
    /// The word's box: from the ascent to the descent of its font.
    public var box: BoundingBox
    /// The index of its style among those of the page, or -1.
    public var font: Int
    /// How sure the reader is, in percent.
    public var confidence: UInt8
    /// Whether a thin line runs just below the word; absent where the reader cannot tell.
    public var isUnderlined: Bool?
    /// Whether the word is bold, where that is told by its strokes and not by its font.
    public var isBold: Bool?
    /// Quarter turns, clockwise, of the text on its page.
    public var turn: UInt8 = 0
    /// Whether no white space was drawn before it: beside the word before, it is the rest of that.
    public var continues = false

    /// Makes a word.
    public init(
      bytes: Range<Int>,
      box: BoundingBox,
      font: Int = -1,
      confidence: UInt8 = 100,
      isUnderlined: Bool? = nil
    ) {
      self.bytes = bytes
      self.box = box
      self.font = font
      self.confidence = confidence
      self.isUnderlined = isUnderlined
    }
  }

  /// The bytes of all words, one after the other: UTF-8 in NFC.
  public var bytes: [UInt8] = []
  /// The words, in any order.
  public var words: [Word] = []

  /// Makes a page without words.
  public init() {}
}

extension Document {
  /// Appends a page whose words are put together to lines here.
  ///
  /// `fonts` are the indices in `Document.fonts` of the styles that the words refer to.
  public mutating func append(_ page: Page, of words: PageWords, fonts: [UInt16] = []) {
    let first = lines.count
    var above: BoundingBox?
    for line in LineAssembly(words.words, rulings: page.rulings).lines {
      above = append(line, of: words, fonts: fonts, page: page.number, below: above)
    }
    var page = page
    page.lines = first..<lines.count
    if page.lines.isEmpty { page.origin = .none }
    pages.append(page)
    describeLines(page.lines)
  }

  /// Appends one line and returns its box.
  private mutating func append(
    _ line: LineAssembly.Line,
    of page: PageWords,
    fonts: [UInt16],
    page number: Int,
    below above: BoundingBox?
  ) -> BoundingBox {
    let start = bytes.count
    let firstWord = Int32(words.count)
    var box = page.words[line.words[0]].box
    var right = box.x0
    for (place, index) in line.words.enumerated() {
      let word = page.words[index]
      if place > 0, continues(word, from: right) {
        bytes += page.bytes[word.bytes]
        let last = words.count - 1
        words[last].range.end = UInt32(bytes.count)
        words[last].box = words[last].box.union(word.box)
        box = box.union(word.box)
        right = max(right, word.box.x1)
        continue
      }
      if place > 0 {
        let isColumn = word.box.x0 - right > LineAssembly.columnGap * word.box.height
        bytes.append(isColumn ? 0x09 : 0x20)
      }
      let wordStart = bytes.count
      bytes += page.bytes[word.bytes]
      let range = TextRange(start: wordStart, end: bytes.count)
      let font = fonts.indices.contains(word.font) ? fonts[word.font] : UInt16.max
      words.append(
        Word(
          range: range,
          box: word.box,
          font: font,
          confidence: word.confidence,
          isUnderlined: word.isUnderlined,
          isBold: word.isBold
        )
      )
      box = box.union(word.box)
      right = max(right, word.box.x1)
    }
    let gap = above.map { box.y0 - $0.y1 } ?? .infinity
    var text = TextLine(
      range: TextRange(start: start, end: bytes.count),
      page: Int32(number),
      box: box,
      words: firstWord..<Int32(words.count),
      opensParagraph: gap > LineAssembly.paragraphGap * box.height
    )
    text.typography.column = line.column
    lines.append(text)
    bytes.append(0x0A)
    return box
  }

  /// Whether a word is the rest of the one that ends at a place.
  private func continues(_ word: PageWords.Word, from right: Float) -> Bool {
    let gap = word.box.x0 - right
    return word.continues && word.turn == 0 && gap < LineAssembly.letterGap * word.box.height
      && gap > -0.5 * word.box.height
  }

  /// One page of the document by itself.
  public func page(at index: Int) -> Document {
    var single = Document()
    single.hasLayout = hasLayout
    var page = pages[index]
    let chosen = lines[page.lines]
    page.lines = 0..<chosen.count
    single.pages = [page]
    single.fonts = fonts
    guard let first = chosen.first, let last = chosen.last else { return single }
    let start = first.range.bounds.lowerBound
    let firstWord = first.words.lowerBound
    // The line end stands behind the last line.
    single.bytes = Array(bytes[start..<min(bytes.count, last.range.bounds.upperBound + 1)])
    single.words = words[Int(firstWord)..<Int(last.words.upperBound)].map { word in
      var moved = word
      moved.range = word.range.moved(by: -start)
      return moved
    }
    single.lines = chosen.map { line in
      var moved = line
      moved.range = line.range.moved(by: -start)
      moved.words = (line.words.lowerBound - firstWord)..<(line.words.upperBound - firstWord)
      return moved
    }
    return single
  }
}
