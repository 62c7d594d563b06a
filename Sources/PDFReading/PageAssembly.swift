import PageModel

/// A document under construction, page by page.
struct PageAssembly {
  var document = Document()
  private var fontIndices: [FontStyle: UInt16] = [:]

  private let inspection: PDFReader.TableInspection?
  private let judgesText: Bool
  private let mayHoldScan: Bool
  /// Whether the last page that was asked for its images is a scan.
  private var followsScan = false

  init(inspection: PDFReader.TableInspection?, judgesText: Bool, mayHoldScan: Bool) {
    self.inspection = inspection
    self.judgesText = judgesText
    self.mayHoldScan = mayHoldScan
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
    let size = page.size
    let end = document.lines.count
    document.append(
      Page(
        number: number,
        width: size.width,
        height: size.height,
        origin: .embedded,
        lines: end..<end
      ),
      of: assembly.page,
      fonts: fonts
    )
    let last = document.pages.count - 1
    let lines = document.pages[last].lines
    let mayHoldTable = inspection?.isNeeded(document, lines, followsTable) ?? false
    let quality = quality(of: page, lines, mayHoldTable: mayHoldTable)
    document.pages[last].textQuality = quality
    guard let inspection, mayHoldTable, quality == .good else { return }
    bitmap = bitmap ?? page.bitmap(pixelsPerPoint: 1)
    if let bitmap { document.pages[last].rulings = inspection.rulings(bitmap) }
  }

  /// Judges the text layer of a page.
  ///
  /// To ask for the images costs a pass over the page, so it is done only where they may decide: on
  /// a page with little or odd text or with a table, on the first, and after one that was a scan.
  private mutating func quality(
    of page: borrowing PDFPage,
    _ lines: Range<Int>,
    mayHoldTable: Bool
  ) -> PageTextQuality {
    guard judgesText else { return .good }
    let census = PageTextQuality.Census(lines, of: document)
    let isOdd = census.isSparse || census.lacksAccents || census.isUnmapped
    let mayBeScan = mayHoldScan && (mayHoldTable || followsScan || document.pages.count == 1)
    guard isOdd || mayBeScan else { return .good }
    let coverage = mayHoldScan ? page.imageCoverage : 0
    followsScan = coverage >= PageTextQuality.scanCoverage
    let quality = PageTextQuality(census, imageCoverage: coverage, holdsTable: mayHoldTable)
    if quality == .good, census.letters < 5, page.showsInk { return .missing }
    return quality
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
}
