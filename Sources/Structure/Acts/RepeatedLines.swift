import PageModel

/// Finds the lines that repeat from page to page: running heads and feet, page numbers.
///
/// A line counts when it stands among the first or the last lines of its page and the same text,
/// digits aside, stands at the same end of three pages (two in a file of two), or when it is nothing
/// but the page's number. Heads of pages on which a session begins are print.
struct RepeatedLines {
  /// How many lines at each end of a page are looked at.
  static let depth = 4
  /// How many of them may stand on a few pages alone; the others must stand on half of all.
  static let outermost = 2

  /// The indices of the lines found.
  private(set) var lines: Set<Int> = []

  /// Finds them, where they are not those of a `margin`, which stand at no end of a page.
  ///
  /// `opensSession` tells pages on which a session begins, `isHeading` the words that open one, `isPrint`
  /// lines that speak for an act, however often a page begins with them ("Dans les conditions de vote
  /// ci-dessous :").
  init(
    _ document: Document,
    margin: Set<Int>,
    opensSession: (Page) -> Bool,
    isHeading: (Int) -> Bool,
    isPrint: (Int) -> Bool
  ) {
    lines = margin
    guard document.pages.count > 1 else { return }
    let openings = document.pages.filter(opensSession).map(\.number)
    var places: [String: [(line: Int, opens: Bool)]] = [:]
    for page in document.pages where !page.lines.isEmpty {
      let opens = opensSession(page)
      for (line, isHead) in Self.edges(of: page.lines.filter { !margin.contains($0) }) {
        let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
        if Self.isPageNumber(folded) {
          lines.insert(line)
        } else if folded.bytes.count <= 160, folded.bytes.contains(where: ASCII.isLetter),
          !isPrint(line), !folded.starts(with: "article"), !(opens && isHeading(line)),
          !Self.isHeadOfAct(line, document)
        {
          // A number of an act comes back where it is the same one.
          let text = Self.isNumber(line, document) ? folded.string : Self.masked(folded)
          places[text + (isHead ? "^" : "$"), default: []].append((line, opens))
        }
      }
    }
    let floor = document.pages.count == 2 ? 2 : 3
    for repeated in places.values where repeated.count >= floor {
      // What stands only where sessions begin is no running head.
      if repeated.allSatisfy(\.opens) { continue }
      // On two pages the same words at different heights are two texts.
      if floor == 2, !Self.standAlike(repeated.map(\.line), document) { continue }
      if 2 * repeated.count >= document.pages.count {
        lines.formUnion(repeated.map(\.line))
        continue
      }
      // What a recueil repeats only from act to act is print.
      let outermost = repeated.map(\.line).filter { Self.isOutermost($0, document) }
      let ofSessions = Dictionary(grouping: outermost) { line in
        openings.count { $0 <= Int(document.lines[line].page) }
      }
      for repeated in ofSessions.values where repeated.count >= floor { lines.formUnion(repeated) }
    }
  }

  /// Whether a line heads an act by its number: "Délibération n° 2019-03" above the acts of a recueil.
  private static func isHeadOfAct(_ line: Int, _ document: Document) -> Bool {
    guard let number = HeadNumber(document.lines[line].range.bounds, in: document.bytes) else {
      return false
    }
    return HeadNumber.own.contains(number.label)
  }

  /// Whether nothing but an act's own number stands on a line: "CM-2024-06-27-02" at the top of a page.
  private static func isNumber(_ line: Int, _ document: Document) -> Bool {
    let bounds = document.lines[line].range.bounds
    guard let number = HeadNumber(bounds, in: document.bytes) else { return false }
    return number.form == .year && number.textStart >= bounds.upperBound
  }

  private static func page(of line: Int, _ document: Document) -> Page? {
    let index = Int(document.lines[line].page) - 1
    return document.pages.indices.contains(index) ? document.pages[index] : nil
  }

  private static func isOutermost(_ line: Int, _ document: Document) -> Bool {
    guard let page = page(of: line, document) else { return false }
    return line - page.lines.lowerBound < outermost || page.lines.upperBound - line <= outermost
  }

  private static func standAlike(_ lines: [Int], _ document: Document) -> Bool {
    let heights = lines.compactMap { document.lines[$0].box?.y0 }
    guard let least = heights.min(), let most = heights.max() else { return true }
    return most - least < 6
  }

  private static func edges(of lines: [Int]) -> [(line: Int, isHead: Bool)] {
    let heads = lines.prefix(depth)
    let feet = lines.suffix(depth).filter { line in !heads.contains(line) }
    return heads.map { ($0, true) } + feet.map { ($0, false) }
  }

  /// The text without spaces, every number the same.
  private static func masked(_ folded: FoldedText) -> String {
    var masked: [UInt8] = []
    for byte in folded.bytes where !ASCII.isSpace(byte) {
      let shown = ASCII.isDigit(byte) ? UInt8(ascii: "#") : byte
      if shown != UInt8(ascii: "#") || masked.last != shown { masked.append(shown) }
    }
    return String(decoding: masked, as: UTF8.self)
  }

  /// Whether a line is only a page's number: `12`, `- 3 -`, `Page 3`, `3/92`, `page 3 sur 92`.
  static func isPageNumber(_ folded: FoldedText) -> Bool {
    guard folded.bytes.count <= 20, folded.bytes.contains(where: ASCII.isDigit) else {
      return false
    }
    var letters: [UInt8] = []
    for byte in folded.bytes where ASCII.isLetter(byte) { letters.append(byte) }
    let digits = folded.bytes.count(where: ASCII.isDigit)
    let marks: Set<UInt8> = [0x20, 0x09, 0x2D, 0x2F, 0x2E]
    let isPlain = folded.bytes.allSatisfy { byte in
      ASCII.isDigit(byte) || ASCII.isLetter(byte) || marks.contains(byte)
    }
    guard isPlain, digits <= 8 else { return false }
    let words: [StaticString] = ["", "page", "p", "pagesur", "sur"]
    return words.contains { word in
      word.withUTF8Buffer { buffer in unsafe letters.elementsEqual(buffer) }
    } && (digits <= 4 || !letters.isEmpty || folded.bytes.contains(0x2F))
  }
}
