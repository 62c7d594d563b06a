import PageModel

/// What the detector of tables looks at: the words of a page and the lines drawn around them.
struct PageMarks {
  /// A word with what the detector asks of it.
  struct Mark {
    /// The box on the page.
    var box: BoundingBox
    /// The index in `Document.words`.
    var word: Int
    /// The index in `Document.lines`.
    var line: Int
    /// Whether it is a number, an amount, a share or a sign that stands for one ("-").
    var isFigure: Bool
    /// Whether it begins with a small letter or goes on with a bracket.
    var opensLow: Bool
    /// Whether it is one letter by itself.
    var isLetter: Bool
    /// Whether it is a year.
    var isYear: Bool
    /// Whether it is a bullet, a number of a list ("1.", "a)") or a sign without letters.
    var isMarker: Bool
    /// Whether the font is bold.
    var isBold: Bool
    /// Whether it ends with a colon.
    var endsWithColon: Bool
    /// Whether it opens a caption or a note: "Tableau", "Source".
    var opensCaption: Bool
    /// Whether it is one dot.
    var isDot: Bool
    /// Whether it ends with a row of dots that leads to a figure.
    var isLeader: Bool
    /// Whether it only goes with a figure: a currency or a percent sign.
    var isUnit: Bool

    /// The horizontal middle.
    var midX: Float { (box.x0 + box.x1) / 2 }
  }

  /// The words, in the order of the document.
  private(set) var marks: [Mark] = []
  /// The lines that may part cells, long pieces joined.
  private(set) var rulings: [Ruling] = []
  /// The median height of the words, in points; about 1.2 times the size of the font.
  private(set) var height: Float = 10

  /// Whether the page has more lines than tables do; they are left out.
  private(set) var isDrawing = false

  /// A page with more lines than this is a drawing.
  static let mostRulings = 10_000

  /// Collects what stands on a page.
  init(_ page: Page, in document: Document) {
    for index in page.lines {
      for place in document.lines[index].words {
        let word = document.words[Int(place)]
        guard word.box.x1 > word.box.x0, word.box.y1 > word.box.y0 else { continue }
        let text = document.bytes[word.range.bounds]
        let font = Int(word.font)
        let isBold = document.fonts.indices.contains(font) && document.fonts[font].isBold
        marks.append(
          Mark(text, box: word.box, word: Int(place), line: index, isBold: isBold)
        )
      }
    }
    let heights = marks.map(\.box.height).sorted()
    if !heights.isEmpty { height = max(2, heights[heights.count / 2]) }
    rulings = DrawnLines.joined(page.rulings)
    isDrawing = rulings.count > Self.mostRulings
    if isDrawing { rulings = [] }
    rulings = DrawnLines.withoutUnderlines(rulings, under: marks)
  }
}

extension PageMarks.Mark {
  /// The words that open the caption of a table or a figure, or a note below.
  private static let captions = WordTable(
    [
      (
        value: true,
        words: [
          "table", "tableau", "figure", "exhibit", "chart", "graphique", "source", "sources",
          "note",
          "notes", "nota", "box",
        ].flatMap { [$0, $0 + ":", $0 + "."] }
      )
    ]
  )

  private static let initials = Array("bcefgnst".utf8)
  /// The bytes of "graphique:", the longest of them.
  private static let longestCaption = 10

  fileprivate init(
    _ text: ArraySlice<UInt8>,
    box: BoundingBox,
    word: Int,
    line: Int,
    isBold: Bool
  ) {
    var digits = 0
    var letters = 0
    var dots = 0
    let bytes = text.span
    for index in bytes.indices {
      let byte = bytes[index]
      if ASCII.isDigit(byte) {
        digits += 1
      } else if (0x41...0x5A).contains(byte & 0xDF) || byte >= 0xC3 && byte < 0xE0 {
        letters += 1
      } else if byte == 0x2E {
        dots += 1
      }
    }
    let first = text.first ?? 0
    let last = text.last ?? 0
    self.box = box
    self.word = word
    self.line = line
    self.isBold = isBold
    isUnit =
      letters == 0 && digits == 0 && text.count <= 3 && [0x24, 0x25, 0xE2, 0xC2].contains(first)
      && !text.elementsEqual([0xE2, 0x80, 0xA2])
    isFigure =
      (digits > 0 && digits >= letters)
      || (letters == 0 && digits == 0 && text.count <= 3 && first != 0x28 && !isUnit)
    isLetter = letters == 1 && text.count == 1
    isYear =
      digits == 4 && text.count == 4
      && (text.starts(with: [0x31, 0x39]) || text.starts(with: [0x32, 0x30]))
    opensLow = (0x61...0x7A).contains(first) || first == 0x28 || first == 0xC3
    isMarker =
      (letters == 0 && digits == 0 && text.count <= 3)
      || (text.count <= 5 && (last == 0x2E || last == 0x29) && digits + letters <= 3)
    opensCaption =
      letters >= 3 && digits == 0 && text.count <= Self.longestCaption
      && Self.initials.contains(first | 0x20)
      && Self.captions.value(of: FoldedText.bytes(of: text)[...]) != nil
    endsWithColon = last == 0x3A
    isLeader = dots >= 4 && text.suffix(4).allSatisfy { $0 == 0x2E }
    isDot = dots == 1 && text.count == 1
  }
}
