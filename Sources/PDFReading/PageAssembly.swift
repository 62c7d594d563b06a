import PageModel

/// A document under construction, page by page.
struct PageAssembly {
  var document = Document()
  private var fontIndices: [FontStyle: UInt16] = [:]

  private let inspection: PDFReader.TableInspection?

  init(inspection: PDFReader.TableInspection?) {
    self.inspection = inspection
    document.hasLayout = true
  }

  mutating func appendMissingPage(number: Int) {
    let end = document.lines.count
    document.pages.append(Page(number: number, origin: .none, lines: end..<end))
  }

  mutating func append(_ page: borrowing PDFPage, number: Int) {
    // Poppler collects the text while it renders: a page that comes after one with a table, and so
    // most likely has one too, is rendered first and parsed once.
    let followsTable = document.pages.last.map { !$0.rulings.isEmpty } ?? false
    var bitmap = followsTable ? page.bitmap(pixelsPerPoint: 1) : nil
    var assembly = WordAssembly()
    let runs = page.fontRuns()
    page.forEachCharacter(in: runs) { scalar, box, run in
      assembly.append(scalar, box, font: run)
    }
    assembly.finishWord()
    let fonts = runs.map { run in index(of: run.style) }
    let first = document.lines.count
    var above: BoundingBox?
    for line in LineAssembly(assembly.words).lines {
      above = append(line, of: assembly, fonts: fonts, page: number, below: above)
    }
    let size = page.size
    document.pages.append(
      Page(
        number: number,
        width: size.width,
        height: size.height,
        origin: document.lines.count > first ? .embedded : .none,
        lines: first..<document.lines.count
      )
    )
    let lines = first..<document.lines.count
    guard let inspection, inspection.isNeeded(document, lines, followsTable) else { return }
    bitmap = bitmap ?? page.bitmap(pixelsPerPoint: 1)
    if let bitmap { document.pages[document.pages.count - 1].rulings = inspection.rulings(bitmap) }
  }

  private mutating func index(of style: FontStyle) -> UInt16 {
    if let known = fontIndices[style] { return known }
    let index = UInt16(min(document.fonts.count, Int(UInt16.max)))
    if index < UInt16.max {
      document.fonts.append(style)
      fontIndices[style] = index
    }
    return index
  }

  /// Appends one line and returns its box.
  private mutating func append(
    _ line: [Int],
    of assembly: WordAssembly,
    fonts: [UInt16],
    page: Int,
    below above: BoundingBox?
  ) -> BoundingBox {
    let start = document.bytes.count
    let firstWord = Int32(document.words.count)
    var box = assembly.words[line[0]].box
    var right = box.x0
    for (place, index) in line.enumerated() {
      let word = assembly.words[index]
      if place > 0 {
        let isColumn = word.box.x0 - right > LineAssembly.columnGap * word.box.height
        document.bytes.append(isColumn ? 0x09 : 0x20)
      }
      let wordStart = document.bytes.count
      document.bytes += assembly.bytes[word.bytes]
      let range = TextRange(start: wordStart, end: document.bytes.count)
      let font = fonts.indices.contains(word.font) ? fonts[word.font] : UInt16.max
      document.words.append(Word(range: range, box: word.box, font: font))
      box = box.union(word.box)
      right = max(right, word.box.x1)
    }
    let gap = above.map { box.y0 - $0.y1 } ?? .infinity
    document.lines.append(
      TextLine(
        range: TextRange(start: start, end: document.bytes.count),
        page: Int32(page),
        box: box,
        words: firstWord..<Int32(document.words.count),
        opensParagraph: gap > LineAssembly.paragraphGap * box.height
      )
    )
    document.bytes.append(0x0A)
    return box
  }
}
