import PageModel
import Testing

@testable import Recognition

/// Figures whose shapes are single dark rows; a worn figure has a second, fainter one.
struct `The figures of a document` {
  private func shape(_ figure: UInt8, worn: UInt8? = nil) -> LetterShape {
    var darkness = [UInt8](repeating: 0, count: LetterShape.width * LetterShape.height)
    func draw(_ figure: UInt8, _ shade: UInt8) {
      let row = Int(figure & 0x1F)
      for column in 0..<LetterShape.width { darkness[row * LetterShape.width + column] = shade }
    }
    if let worn { draw(worn, 165) }
    draw(figure, 255)
    return LetterShape(darkness: darkness)
  }

  private func prototypes(of seen: String = "0123456789") -> LetterPrototypes {
    var shapes = LetterShapes()
    for figure in seen.utf8 {
      for _ in 0..<ShapedNumber.fewestSamples { shapes.add(shape(figure), of: figure) }
    }
    return LetterPrototypes(
      shapes,
      letters: Array("0123456789".utf8),
      fewest: Int(ShapedNumber.fewestSamples)
    )
  }

  /// What a number that was read proves to be; "~" in the print is worn to look a little like 8, and
  /// "e" is the sign of the euro.
  private func proof(_ read: String, printed: String, seen: String = "0123456789") -> String {
    var figures: [CellFigures.Figure] = []
    for byte in printed.utf8 {
      switch byte {
      case UInt8(ascii: ","): figures[figures.count - 1].hasComma = true
      case UInt8(ascii: " "): figures[figures.count - 1].hasSpace = true
      case UInt8(ascii: "~"):
        figures[figures.count - 1].shape = shape(UInt8(ascii: "0"), worn: UInt8(ascii: "8"))
      default: figures.append(CellFigures.Figure(shape: shape(byte)))
      }
    }
    let number = ShapedNumber(words: 0..<1, cell: CellFigures(figures))
    let words = read.split(separator: " ").map { Array($0.utf8) }
    let shown = { (words: [[UInt8]]) in
      words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
    return switch number.proof(of: words, by: prototypes(of: seen)) {
    case nil: "nothing"
    case .confirmed: "confirmed"
    case .contradicted(let words): "not \(read) but \(shown(words))"
    case .other(let words): shown(words)
    }
  }

  @Test(arguments: [
    ("22 590,00 €", "22 500,00", "22 500,00 €"), ("6568/23446", "656893446", "6568/93446"),
    ("785,00 €", "25 785,00", "25 785,00"), ("7", "77", "77"),
  ])
  func `prove another number than was read`(read: String, printed: String, number: String) {
    #expect(proof(read, printed: printed) == number)
  }

  @Test(arguments: [("22 500,00 €", "22 500,00"), ("C01-444H03", "0144403"), ("125", "125")])
  func `confirm what was read`(read: String, printed: String) {
    #expect(proof(read, printed: printed) == "confirmed")
  }

  @Test func `leave out a sign that is like none of them`() {
    #expect(proof("11277,59", printed: "11277,59A") == "confirmed")
  }

  @Test func `only doubt what was read where a shape is worn`() {
    #expect(proof("128", printed: "120~") == "not 128 but 120")
  }

  @Test func `say nothing where one of the ten was never seen`() {
    #expect(proof("22 590", printed: "22 500", seen: "012345678") == "nothing")
  }
}

/// Pieces of ink as high as figures, drawn as dark boxes on a line of 40 pixels.
struct `The figures of a cell` {
  private func figures(_ pieces: [(x: Int, y: Int, width: Int, height: Int)], read: String)
    -> [CellFigures.Figure]?
  {
    let (width, height) = (200, 40)
    var pixels = [UInt8](repeating: 255, count: width * height)
    for piece in pieces {
      for y in piece.y..<piece.y + piece.height {
        for x in piece.x..<piece.x + piece.width { pixels[y * width + x] = 0 }
      }
    }
    let image = PageImage(width: width, height: height, pixelsPerPoint: 4, pixels: pixels)
    guard let grey = Pixels(image), let ink = grey.blackAndWhite() else {
      Issue.record("leptonica has no memory")
      return nil
    }
    let word = RecognisedWord(
      text: read,
      left: 10,
      top: 10,
      right: 150,
      bottom: 30,
      baseline: 30,
      line: 0,
      confidence: 90
    )
    let cell = PixelBox(x: 0, y: 0, width: 200, height: 40)
    return CellFigures([word], in: cell, grey: grey, ink: ink)?.figures
  }

  /// Whether there are as many figures as letters, with the commas and spaces that are printed.
  private func print(of figures: [CellFigures.Figure]?) -> String {
    (figures ?? []).map { "n" + ($0.hasComma ? "," : "") + ($0.hasSpace ? " " : "") }.joined()
  }

  @Test func `are cut with their commas and spaces, without specks`() {
    let found = figures(
      [
        (10, 10, 12, 20), (26, 10, 12, 20), (50, 10, 12, 20), (64, 26, 3, 8), (70, 10, 12, 20),
        (100, 12, 2, 2),
      ],
      read: "11 1,1"
    )
    #expect(print(of: found) == "nn n,n")
  }

  @Test func `are parted where they touch`() {
    let found = figures([(10, 10, 12, 20), (26, 10, 27, 20)], read: "100")
    #expect(print(of: found) == "nnn")
  }

  @Test func `are counted without the euro that is glued to them`() {
    let found = figures([(10, 10, 12, 20), (26, 10, 12, 20), (42, 14, 11, 14)], read: "10€")
    #expect(print(of: found) == "nn")
  }

  @Test func `are not there where other ink is`() {
    #expect(figures([(10, 10, 12, 20), (26, 10, 12, 20), (42, 18, 11, 12)], read: "10") == nil)
  }

  @Test func `are found beside the box of the word`() {
    let found = figures([(160, 10, 12, 20), (176, 10, 12, 20)], read: "7")
    #expect(print(of: found) == "nn")
  }
}
