import PageModel

/// Pages drawn by bytes: words, rulings and images anywhere, where no page has them too.
struct DrawnBytes {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  private mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  /// A place on a page, or one that only a damaged file names.
  private mutating func number() -> Float {
    let high = byte()
    let low = byte()
    switch high {
    case 0xFF: return .nan
    case 0xFE: return .infinity
    case 0xFD: return -.infinity
    case 0xFC: return Float(low) * 1e30
    case 0xFB: return -Float(low) * 1e12
    case 0xFA: return Float(low) * Float.leastNonzeroMagnitude
    default: return Float(Int(high) << 8 | Int(low)) / 64
    }
  }

  private mutating func box() -> BoundingBox {
    let x = number()
    let y = number()
    return BoundingBox(x0: x, y0: y, x1: x + number(), y1: y + Float(byte()) / 8)
  }

  private mutating func text() -> [UInt8] {
    let count = Int(byte() & 0x1F)
    let text = String(decoding: rest.prefix(count), as: UTF8.self).filter { !$0.isWhitespace }
    rest = rest.dropFirst(count)
    return Array((text.isEmpty ? "1" : text).utf8)
  }

  /// All pages.
  var document: Document {
    var reader = self
    return reader.draw()
  }

  private mutating func draw() -> Document {
    var document = Document()
    document.hasLayout = true
    document.fonts = [
      FontStyle(name: "Plain", size: 10, isBold: false),
      FontStyle(name: "Bold", size: number(), isBold: true),
    ]
    repeat {
      let page = drawPage(document.pages.count + 1)
      document.append(page.page, of: page.words, fonts: [0, 1])
    } while !rest.isEmpty && document.pages.count < 8
    return document
  }

  private mutating func drawPage(_ number: Int) -> (page: Page, words: PageWords) {
    var page = Page(number: number, width: 595, height: 842, origin: .embedded, lines: 0..<0)
    var words = PageWords()
    while !rest.isEmpty {
      let kind = byte()
      switch kind & 0x0F {
      case 0..<8:
        let start = words.bytes.count
        words.bytes += text()
        var word = PageWords.Word(
          bytes: start..<words.bytes.count,
          box: box(),
          font: Int(kind >> 4) - 1,
          confidence: kind
        )
        word.continues = kind & 0x80 != 0
        words.words.append(word)
      case 8..<11:
        page.rulings.append(
          .init(.horizontal, position: self.number(), start: self.number(), end: self.number())
        )
      case 11..<14:
        page.rulings.append(
          .init(.vertical, position: self.number(), start: self.number(), end: self.number())
        )
      case 14:
        page.images.append(
          PlacedImage(box: box(), pixelWidth: Int(byte()), pixelHeight: Int(byte()))
        )
      default: return (page, words)
      }
    }
    return (page, words)
  }
}
