import DeliberationModel
import PageModel

/// Looks at every line of a document once.
struct LineObserver {
  let document: Document
  /// The size of most letters of the document, in points; 0 where none is known.
  private let bodySize: Float
  private let textWidth: Int

  init(document: Document) {
    self.document = document
    var letters: [Float: Int] = [:]
    for line in document.lines {
      if let size = line.typography.size {
        letters[(size * 2).rounded() / 2, default: 0] += line.range.bounds.count
      }
    }
    bodySize = letters.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    textWidth = TitleGround.textWidth(of: document)
  }

  /// The lines as the search for heads sees them, in the order of `lines`.
  func observe(_ lines: [FoldedLine], _ speech: Speech) -> [SeenLine] {
    let edges = pageEdges()
    let decides = decidingParagraphs(lines, speech)
    let numbers = lines.map { HeadNumber(document.lines[$0.line].range.bounds, in: document.bytes) }
    let counted = Self.countedBare(numbers)
    var seen = lines.indices.map { place in
      let number = numbers[place]
      let isStray =
        number?.mark == NumberScanner.bare && !counted.contains(place)
        || isInSentence(number, lines[place])
      return observe(lines[place], isStray ? nil : number, edges, mayRunIn: decides[place])
    }
    for place in seen.indices where seen[place].dress.contains(.object) {
      if isObjectOfMinutes(place, lines, speech) { seen[place].dress.remove(.object) }
    }
    return seen
  }

  /// Whether what is named as object is the minutes themselves, by the day of their session: "Objet :"
  /// above "Compte rendu du conseil municipal du 4 mai 2031".
  private func isObjectOfMinutes(_ place: Int, _ lines: [FoldedLine], _ speech: Speech) -> Bool {
    let words = lines[place..<min(lines.count, place + Self.linesOfObject)].map(\.bytes)
    var text = FoldedText(Array(words.joined(separator: [UInt8(ascii: " ")]))[...])
    guard let colon = text.firstIndex(of: ":") else { return false }
    text = FoldedText(text.bytes[(colon + 1)...].drop(while: ASCII.isSpace))
    guard Self.minutes.contains(where: { text.starts(with: $0) }),
      let day = DateScanner.first(in: text)?.date
    else { return false }
    return (speech.cues[.session] ?? []).contains { cue in
      !(place..<place + Self.linesOfObject).contains(cue.place)
        && DateScanner.first(in: FoldedText(lines[cue.place].bytes[...]))?.date == day
    }
  }

  /// The most lines of a narrow column that an object takes.
  private static let linesOfObject = 4
  private static let minutes: [StaticString] = [
    "compte rendu", "compte-rendu", "proces verbal", "proces-verbal",
  ]

  /// Whether the words before a number go on with a sentence: "(jusqu'à la" above "délibération n° 3), Mme
  /// Durand", "section AB" above "n° 152 et 153".
  private func isInSentence(_ number: HeadNumber?, _ line: FoldedLine) -> Bool {
    guard let number else { return false }
    let printed = document.lines[line.line]
    guard let first = document.bytes[printed.range.bounds].first else { return false }
    return !printed.opensParagraph
      && (number.label.isEmpty ? first == UInt8(ascii: "n") : (0x61...0x7A).contains(first))
  }

  /// For each place, whether something is decided between it and the end of its paragraph.
  private func decidingParagraphs(_ lines: [FoldedLine], _ speech: Speech) -> [Bool] {
    var decides = [Bool](repeating: false, count: lines.count)
    for place in lines.indices.reversed() {
      let next = place + 1
      let goesOn = next < lines.count && !document.lines[lines[next].line].opensParagraph
      decides[place] = speech.strength[place] > 1 || goesOn && decides[next]
    }
    return decides
  }

  /// The places of bare numbers that count up from 1: three in a row at least number items, "12 Voix
  /// pour" does not.
  private static func countedBare(_ numbers: [HeadNumber?]) -> Set<Int> {
    var counted: Set<Int> = []
    var run: [Int] = []
    for (place, number) in numbers.enumerated() {
      guard let number, number.mark == NumberScanner.bare, let value = number.path.first else {
        continue
      }
      if value == run.count + 1 {
        run.append(place)
      } else if value == 1 {
        run = [place]
      }
      if run.count > 2 { counted.formUnion(run) }
    }
    return counted
  }

  /// Where a number begins behind a cell with a name, or at the end of that cell.
  private static func numberBehindName(_ bounds: Range<Int>, in bytes: [UInt8]) -> Int? {
    let cells = LineCells.ranges(bounds, in: bytes)
    guard cells.count > 1, cells[0].count <= 30 else { return nil }
    let isName = { (cell: ArraySlice<UInt8>) in
      !cell.isEmpty
        && cell.allSatisfy { byte in
          ASCII.isLetter(byte | 0x20) || byte >= 0x80 || [0x20, 0x2D, 0x27, 0x2E].contains(byte)
        }
    }
    if isName(bytes[cells[0]]), ASCII.isDigit(bytes[cells[1].lowerBound]) {
      return cells[1].lowerBound
    }
    guard let space = bytes[cells[0]].lastIndex(of: 0x20), space + 1 < cells[0].upperBound,
      ASCII.isDigit(bytes[space + 1]), isName(bytes[cells[0].lowerBound..<space])
    else { return nil }
    return space + 1
  }

  /// What parts a line in cells.
  private struct Gaps {
    var tabs = 0
    /// Whether a gap as wide as between two cells is among them.
    var isParted = false
  }

  private func gaps(_ bounds: Range<Int>) -> Gaps {
    var gaps = Gaps()
    var width = 0
    let bytes = document.bytes.span.extracting(bounds)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == 0x09 { gaps.tabs += 1 }
      guard byte == 0x09 || byte == 0x20 else {
        gaps.isParted = gaps.isParted || width > 2
        width = 0
        continue
      }
      width += byte == 0x09 ? 3 : 1
    }
    return gaps
  }

  /// Whether a line is a row of a table: its last cell, or its end, is a sum or a number.
  private func isRow(_ bounds: Range<Int>, _ gaps: Gaps) -> Bool {
    let bytes = document.bytes[bounds]
    if SumAtEnd(bytes)?.isOfRow ?? false { return true }
    guard gaps.tabs > 0, let tab = bytes.lastIndex(of: 0x09) else { return false }
    let cell = bytes[(tab + 1)...]
    let digits = cell.count(where: ASCII.isDigit)
    return digits > 0 && digits * 2 >= cell.count
      && HeadNumber.inLastCell(of: bounds, document.bytes) == nil
  }

  /// Whether a line names the columns of a table: cells of a few words in capitals, "COMPTES   DÉPENSES".
  private func isHeadOfColumns(_ bounds: Range<Int>) -> Bool {
    let cells = LineCells.ranges(bounds, in: document.bytes)
    return cells.count > 1
      && cells.allSatisfy { cell in
        document.bytes[cell].split(whereSeparator: ASCII.isSpace).count < 4
          && isCapitals(document.bytes[cell])
      }
  }

  private func observe(
    _ folded: FoldedLine,
    _ number: HeadNumber?,
    _ edges: [PageEdges],
    mayRunIn: Bool
  ) -> SeenLine {
    let line = document.lines[folded.line]
    let bounds = line.range.bounds
    var seen = SeenLine(line: folded.line)
    seen.number = number
    let gaps = gaps(bounds)
    if seen.number == nil, gaps.isParted,
      let margin = Self.numberBehindName(bounds, in: document.bytes)
    {
      seen.margin = margin
      seen.number = HeadNumber(margin..<bounds.upperBound, in: document.bytes)
    }
    let start = min(seen.number?.textStart ?? bounds.lowerBound, bounds.upperBound)
    if let box = line.box, edges.indices.contains(Int(line.page) - 1) {
      seen.isFull = box.x1 > edges[Int(line.page) - 1].right - 12
    } else {
      seen.isFull = line.box == nil && bounds.count > 75
    }
    // A head whose text is told elsewhere has a line of its own: "PERSONNEL : heures d'été".
    seen.leadEnd =
      !mayRunIn ? nil : RunInHead.end(of: line, isFull: seen.isFull, from: start, in: document)
    let end = seen.leadEnd ?? bounds.upperBound
    let printed = document.bytes[start..<end]
    let text = FoldedText.bytes(of: printed)
    var last: UInt8 = 0x20
    for byte in text {
      if !ASCII.isSpace(byte), ASCII.isSpace(last) { seen.wordCount += 1 }
      last = byte
    }
    seen.key = text.filter { ASCII.isLetter($0) || ASCII.isDigit($0) }
    seen.opensSmall = printed.first.map { (0x61...0x7A).contains($0) } ?? false
    seen.dress = dress(line, printed, text, edges)
    // Cells parted by two tabs and more are those of a table; lines of marks have no letters.
    seen.isArticle =
      text.starts(with: "article".utf8)
      && text.dropFirst(8).first.map { ASCII.isDigit($0) || $0 == 0x69 } ?? false
    let isLabelled = seen.number.map { $0.isOwn || !$0.label.isEmpty } ?? false
    seen.isBarred =
      (gaps.tabs > 2 && !seen.isNumbered) || seen.isArticle || isRow(bounds, gaps)
      || gaps.isParted && seen.number == nil && isHeadOfColumns(bounds)
      || (seen.key.count < 3 && !isLabelled)
      || StampCell.stamp(bounds, in: document.bytes) == bounds
    return seen
  }

  private func dress(
    _ line: TextLine,
    _ printed: ArraySlice<UInt8>,
    _ text: [UInt8],
    _ edges: [PageEdges]
  ) -> Dress {
    var dress: Dress = []
    let look = line.typography
    let words = RowCells.words(of: line, in: document)
      .drop { $0.range.bounds.upperBound <= printed.startIndex }
    let first = printed.endIndex < line.range.bounds.upperBound ? words.first : nil
    if first.map(isBold) ?? look.isBold ?? isBold(line) { dress.insert(.bold) }
    if first?.isUnderlined ?? look.isUnderlined == true { dress.insert(.underlined) }
    if look.isBoxed == true { dress.insert(.boxed) }
    if let colour = look.colour, !Self.isGrey(colour) { dress.insert(.coloured) }
    if let size = look.size, bodySize > 0, size >= 1.07 * bodySize { dress.insert(.large) }
    if look.isCentred == true { dress.insert(.centred) }
    if line.opensParagraph { dress.insert(.gap) }
    if isShort(line, printed) { dress.insert(.short) }
    if isCapitals(printed) { dress.insert(.capitals) }
    if text.starts(with: "objet".utf8) || text.starts(with: "object :".utf8) {
      dress.insert(.object)
    }
    if let box = line.box, edges.indices.contains(Int(line.page) - 1) {
      if box.x0 <= edges[Int(line.page) - 1].left + 4 { dress.insert(.flush) }
    }
    return dress
  }

  /// Whether a line of a text without boxes opens a paragraph and leaves the right of the page empty,
  /// without the mark of a sentence.
  private func isShort(_ line: TextLine, _ printed: ArraySlice<UInt8>) -> Bool {
    guard line.box == nil, line.opensParagraph, textWidth < Int.max,
      line.range.bounds.count * 5 < textWidth * 4, let last = printed.last
    else { return false }
    return last != UInt8(ascii: ",") && last != UInt8(ascii: ";")
  }

  private func isBold(_ word: Word) -> Bool {
    let font = Int(word.font)
    return document.fonts.indices.contains(font)
      ? document.fonts[font].isBold : word.isBold ?? false
  }

  private func isBold(_ line: TextLine) -> Bool {
    guard !line.words.isEmpty else { return false }
    var bold = 0
    var all = 0
    for word in RowCells.words(of: line, in: document) {
      let count = word.range.bounds.count
      all += count
      if isBold(word) { bold += count }
    }
    return bold * 10 >= all * 6
  }

  private static func isGrey(_ colour: UInt32) -> Bool {
    let parts = [colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF]
    return (parts.max() ?? 0) - (parts.min() ?? 0) < 40
  }

  /// Whether most letters are capitals; accented capitals of two bytes count.
  private func isCapitals(_ printed: ArraySlice<UInt8>) -> Bool {
    var capitals = 0
    var small = 0
    var last: UInt8 = 0
    let bytes = printed.span
    for index in bytes.indices {
      let byte = bytes[index]
      if (0x41...0x5A).contains(byte) || last == 0xC3 && (0x80...0x9E).contains(byte) {
        capitals += 1
      } else if (0x61...0x7A).contains(byte) || last == 0xC3 && byte >= 0xA0 {
        small += 1
      }
      last = byte
    }
    return capitals >= 4 && capitals > small * 4
  }

  /// Where the text of each page begins and ends.
  private struct PageEdges {
    var left: Float = 0
    var right: Float = 0
  }

  private func pageEdges() -> [PageEdges] {
    document.pages.map { page in
      let boxes = document.lines[page.lines].compactMap(\.box)
      guard !boxes.isEmpty else { return PageEdges() }
      let lefts = boxes.map(\.x0).sorted()
      let rights = boxes.map(\.x1).sorted()
      return PageEdges(left: lefts[lefts.count / 4], right: rights[rights.count * 9 / 10])
    }
  }
}
