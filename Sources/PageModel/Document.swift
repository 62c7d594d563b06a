/// Where the text of a page came from.
public enum TextOrigin: String, Hashable, Sendable {
  /// The text layer of the PDF, or the text file itself.
  case embedded
  /// Recognition of the page's image.
  case ocr
  /// The page has no text.
  case none
}

/// One page of a document.
public struct Page: Hashable, Sendable {
  /// The number, from 1.
  public var number: Int
  /// The width in points of the page as it was read; absent for a text input.
  public var width: Float?
  /// The height in points of the page as it was read; absent for a text input.
  public var height: Float?
  /// How the page was turned before it was read; all boxes are those of the turned page.
  public var turn = PageTurn.none
  /// Where the text came from.
  public var origin: TextOrigin
  /// The indices of the page's lines in `Document.lines`.
  public var lines: Range<Int>
  /// The straight lines that are drawn, which may be those of tables.
  public var rulings: [Ruling] = []
  /// The images, where the page of a PDF has some.
  public var images: [PlacedImage] = []
  /// What of the page could not be read.
  public var loss: PageLoss?
  /// How good the text layer is, where the page has one.
  public var textQuality = PageTextQuality.good
  /// How sure the recognition is of the page's words, from 0 to 1; absent for embedded text.
  public var confidence: Float?

  /// Makes a page.
  public init(
    number: Int,
    width: Float? = nil,
    height: Float? = nil,
    origin: TextOrigin,
    lines: Range<Int>
  ) {
    self.number = number
    self.width = width
    self.height = height
    self.origin = origin
    self.lines = lines
  }
}

/// A font as the words of a page use it.
public struct FontStyle: Hashable, Sendable {
  /// The name in the PDF without its subset prefix, such as `LiberationSans-Bold`.
  public var name: String
  /// The size in points.
  public var size: Float
  /// Whether the face is bold.
  public var isBold: Bool
  /// Whether the face is slanted.
  public var isSlanted: Bool
  /// The colour as 0xRRGGBB.
  public var colour: UInt32

  /// Makes a style.
  public init(
    name: String,
    size: Float,
    isBold: Bool,
    isSlanted: Bool = false,
    colour: UInt32 = 0
  ) {
    self.name = name
    self.size = size
    self.isBold = isBold
    self.isSlanted = isSlanted
    self.colour = colour
  }
}

/// A word on a page.
public struct Word: Hashable, Sendable {
  /// The word's bytes in the document.
  public var range: TextRange
  /// The word's box on its page.
  public var box: BoundingBox
  /// The index of the word's style in `Document.fonts`.
  public var font: UInt16
  /// How sure the reader is of the word, in percent.
  public var confidence: UInt8
  /// Whether a thin line runs just below the word; absent where the reader cannot tell.
  public var isUnderlined: Bool?
  /// Whether the word is bold, where that is told by its strokes and not by its font.
  public var isBold: Bool?

  /// Makes a word.
  public init(
    range: TextRange,
    box: BoundingBox,
    font: UInt16,
    confidence: UInt8 = 100,
    isUnderlined: Bool? = nil,
    isBold: Bool? = nil
  ) {
    self.range = range
    self.box = box
    self.font = font
    self.confidence = confidence
    self.isUnderlined = isUnderlined
    self.isBold = isBold
  }
}

/// A line of text: on a page with boxes, the words that share a baseline, from left to right.
///
/// Words are one space apart, or one tab where the gap is wide enough to part two columns.
public struct TextLine: Hashable, Sendable {
  /// The line's bytes in the document, without the line end and without outer white space.
  public var range: TextRange
  /// The page, from 1.
  public var page: Int32
  /// The line's number in a text input, from 1; zero on a page with boxes.
  public var number: Int32
  /// The line's box; absent for a text input.
  public var box: BoundingBox?
  /// The indices of the line's words in `Document.words`; empty for a text input.
  public var words: Range<Int32>
  /// Whether white space (a blank line, a wide gap) or a page break stands before the line.
  public var opensParagraph: Bool
  /// How the line looks.
  public var typography = Typography()

  /// Makes a line.
  public init(
    range: TextRange,
    page: Int32,
    number: Int32 = 0,
    box: BoundingBox? = nil,
    words: Range<Int32> = 0..<0,
    opensParagraph: Bool
  ) {
    self.range = range
    self.page = page
    self.number = number
    self.box = box
    self.words = words
    self.opensParagraph = opensParagraph
  }
}

/// A document as its reader saw it: one array of bytes, and lines and words as ranges of it.
///
/// The bytes are valid UTF-8 in NFC with `\n` line ends. Blank lines are not kept: what they say
/// stands in `TextLine.opensParagraph`.
public struct Document: Sendable {
  /// The text.
  public var bytes: [UInt8] = []
  /// The lines in reading order.
  public var lines: [TextLine] = []
  /// The words in reading order; empty for a text input.
  public var words: [Word] = []
  /// The pages in order; a text without page breaks is one page.
  public var pages: [Page] = []
  /// The styles that words refer to.
  public var fonts: [FontStyle] = []
  /// The program that made the PDF, as the file says.
  public var producer: String?
  /// Whether words and lines have boxes.
  public var hasLayout = false

  /// Makes an empty document.
  public init() {}

  /// The printed text of a line.
  public func text(_ line: TextLine) -> String {
    text(line.range)
  }

  /// The printed text of a range.
  public func text(_ range: TextRange) -> String {
    String(decoding: bytes[range.bounds], as: UTF8.self)
  }

  /// Where a line stands.
  public func location(of line: TextLine) -> SourceLocation {
    line.number > 0
      ? SourceLocation(page: pages.count > 1 ? Int(line.page) : nil, line: Int(line.number))
      : SourceLocation(page: Int(line.page), box: line.box)
  }

  /// Adds the later pages of the same file.
  public mutating func append(_ rest: Document) {
    let byteOffset = bytes.count
    let lineOffset = lines.count
    let wordOffset = Int32(words.count)
    let fontIndices = rest.fonts.map { style -> UInt16 in
      if let known = fonts.firstIndex(of: style) { return UInt16(known) }
      fonts.append(style)
      return UInt16(fonts.count - 1)
    }
    bytes += rest.bytes
    for word in rest.words {
      var moved = word
      moved.range = word.range.moved(by: byteOffset)
      let font = Int(word.font)
      moved.font = fontIndices.indices.contains(font) ? fontIndices[font] : word.font
      words.append(moved)
    }
    for line in rest.lines {
      var moved = line
      moved.range = line.range.moved(by: byteOffset)
      moved.words = (line.words.lowerBound + wordOffset)..<(line.words.upperBound + wordOffset)
      lines.append(moved)
    }
    for page in rest.pages {
      var moved = page
      moved.lines = (page.lines.lowerBound + lineOffset)..<(page.lines.upperBound + lineOffset)
      pages.append(moved)
    }
  }
}
