import PageModel

/// Looks at every line of a document once.
struct LineObserver {
  let document: Document

  /// The lines as the search for heads sees them, in the order of `lines`.
  func observe(_ lines: [FoldedLine]) -> [SeenLine] {
    let edges = pageEdges()
    var seen = lines.map { observe($0, edges) }
    var counts: [[UInt8]: Int] = [:]
    for line in seen where !line.key.isEmpty { counts[masked(line.key), default: 0] += 1 }
    for index in seen.indices where (counts[masked(seen[index].key)] ?? 0) > 2 {
      seen[index].isBarred = true
    }
    return seen
  }

  private func masked(_ key: [UInt8]) -> [UInt8] {
    key.map { ASCII.isDigit($0) ? UInt8(ascii: "#") : $0 }
  }

  private func observe(_ folded: FoldedLine, _ edges: [PageEdges]) -> SeenLine {
    let line = document.lines[folded.line]
    let bounds = line.range.bounds
    var seen = SeenLine(line: folded.line)
    seen.number = HeadNumber(bounds, in: document.bytes)
    let start = seen.number?.textStart ?? bounds.lowerBound
    let text = FoldedText(document.bytes[min(start, bounds.upperBound)..<bounds.upperBound])
    seen.wordCount = text.bytes.split(whereSeparator: ASCII.isSpace).count
    seen.key = text.bytes.filter { ASCII.isLetter($0) || ASCII.isDigit($0) }
    let printed = document.bytes[min(start, bounds.upperBound)..<bounds.upperBound]
    seen.opensSmall = printed.first.map { (0x61...0x7A).contains($0) } ?? false
    seen.dress = dress(line, printed, text, edges)
    if let box = line.box, edges.indices.contains(Int(line.page) - 1) {
      seen.isFull = box.x1 > edges[Int(line.page) - 1].right - 12
    } else {
      seen.isFull = line.box == nil && bounds.count > 75
    }
    // Cells parted by two tabs and more are those of a table; lines of marks have no letters.
    let tabs = document.bytes[bounds].count { $0 == 0x09 }
    seen.isBarred = tabs > 2 || (seen.key.count < 3 && seen.number?.isOwn != true)
    return seen
  }

  private func dress(
    _ line: TextLine,
    _ printed: ArraySlice<UInt8>,
    _ text: FoldedText,
    _ edges: [PageEdges]
  ) -> Dress {
    var dress: Dress = []
    let look = line.typography
    if look.isBold ?? isBold(line) { dress.insert(.bold) }
    if look.isUnderlined == true { dress.insert(.underlined) }
    if look.isBoxed == true { dress.insert(.boxed) }
    if let colour = look.colour, !Self.isGrey(colour) { dress.insert(.coloured) }
    if (look.relativeSize ?? 1) >= 1.07 { dress.insert(.large) }
    if look.isCentred == true { dress.insert(.centred) }
    if line.opensParagraph { dress.insert(.gap) }
    if isCapitals(printed) { dress.insert(.capitals) }
    if text.starts(with: "objet") || text.starts(with: "object :") { dress.insert(.object) }
    if let box = line.box, edges.indices.contains(Int(line.page) - 1) {
      if box.x0 <= edges[Int(line.page) - 1].left + 4 { dress.insert(.flush) }
    }
    return dress
  }

  private func isBold(_ line: TextLine) -> Bool {
    guard !line.words.isEmpty else { return false }
    var bold = 0
    var all = 0
    for word in document.words[Int(line.words.lowerBound)..<Int(line.words.upperBound)] {
      let count = word.range.bounds.count
      all += count
      if document.fonts.indices.contains(Int(word.font)), document.fonts[Int(word.font)].isBold {
        bold += count
      }
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
    for byte in printed {
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
