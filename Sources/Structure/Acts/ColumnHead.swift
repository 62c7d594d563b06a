import DeliberationModel
import PageModel

/// The object of an act in a column of its head, in a text that keeps columns by white space.
///
/// "Votants : 7       OBJET : Vente de la" above "Date : 7 mars      parcelle AB 12"; or the narrow column
/// itself, beside those present.
struct ColumnHead {
  private(set) var heading: ItemHead?

  private let document: Document
  private let lines: [SeenLine]

  /// How many signs lines of one column may be apart.
  private static let drift = 3
  /// The most lines of a title in a column.
  private static let mostLines = 9
  /// How near other lines tell where the column beside it begins, and how many of them must.
  private static let reach = 10
  private static let leastLines = 3

  init(_ document: Document, _ lines: [SeenLine], in top: some Sequence<Int>) {
    (self.document, self.lines) = (document, lines)
    let places = Array(top)
    for place in places where document.lines[lines[place].line].box == nil {
      let cells = cells(at: place)
      guard cells.count <= 3, let cell = cells.firstIndex(where: isObject) else { continue }
      let left = column(of: cells[cell].lowerBound, at: place)
      let right = cell == 0 ? rightColumn(near: place, in: places) : nil
      guard cell > 0 || right != nil else { continue }
      let parts = title(from: place, in: places, left, before: right)
      if !parts.isEmpty { heading = ItemHead(number: nil, title: parts) }
      return
    }
  }

  private func cells(at place: Int) -> [Range<Int>] {
    LineCells.ranges(document.lines[lines[place].line].range.bounds, in: document.bytes)
  }

  private func isObject(_ cell: Range<Int>) -> Bool {
    let folded = FoldedText(document.bytes[cell])
    return folded.starts(with: "objet") && TitleReader.labelEnd(folded) != nil
  }

  /// How many signs stand before an offset on its line.
  private func column(of offset: Int, at place: Int) -> Int {
    let start = document.lines[lines[place].line].range.bounds.lowerBound
    return document.bytes[start..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// Where the second column begins on most lines near a place; nothing where few agree.
  private func rightColumn(near place: Int, in places: [Int]) -> Int? {
    var counts: [Int: Int] = [:]
    for near in places where abs(near - place) <= Self.reach {
      let cells = cells(at: near)
      if cells.count == 2 { counts[column(of: cells[1].lowerBound, at: near), default: 0] += 1 }
    }
    let best = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    return best.flatMap { $0.value >= Self.leastLines ? $0.key : nil }
  }

  /// The lines of a title in its column, from behind its label to a gap or another label.
  private func title(
    from place: Int,
    in places: [Int],
    _ left: Int,
    before right: Int?
  ) -> [ItemHead.Part] {
    var parts: [ItemHead.Part] = []
    for next in places where (place..<place + Self.mostLines).contains(next) {
      guard var bounds = text(at: next, left, before: right) else { break }
      if next == place {
        let folded = FoldedText(document.bytes[bounds])
        bounds = folded.offsets[TitleReader.labelEnd(folded) ?? 0]..<bounds.upperBound
        if bounds.isEmpty { continue }
      } else if !parts.isEmpty, bounds.isEmpty || opens(bounds, at: next) {
        break
      }
      if !bounds.isEmpty { parts.append(ItemHead.Part(line: lines[next].line, bounds: bounds)) }
    }
    return parts
  }

  /// Whether a text opens something else: behind white space, with a label or a number.
  private func opens(_ bounds: Range<Int>, at place: Int) -> Bool {
    let bytes = document.bytes[bounds]
    let opensSmall = (0x61...0x7A).contains(bytes.first ?? 0) || bytes.first == 0xC3
    let isLabel = bytes.prefix(30).contains(UInt8(ascii: ":"))
    return isLabel || HeadNumber(bounds, in: document.bytes)?.isOwn == true
      || document.lines[lines[place].line].opensParagraph && !opensSmall
  }

  /// What a line has in the column; nothing where its text runs across the end of the column.
  private func text(at place: Int, _ left: Int, before right: Int?) -> Range<Int>? {
    let line = document.lines[lines[place].line].range.bounds
    guard let right else {
      let cell = cells(at: place).first {
        abs(column(of: $0.lowerBound, at: place) - left) <= Self.drift
      }
      return (cell?.lowerBound ?? line.upperBound)..<line.upperBound
    }
    var end = line.lowerBound
    var count = 0
    while end < line.upperBound, count < right {
      end += 1
      while end < line.upperBound, document.bytes[end] & 0xC0 == 0x80 { end += 1 }
      count += 1
    }
    if end < line.upperBound, !ASCII.isSpace(document.bytes[end - 1]) { return nil }
    let words = document.bytes[line.lowerBound..<end]
    let start = words.firstIndex { !ASCII.isSpace($0) } ?? end
    let last = words.lastIndex { !ASCII.isSpace($0) } ?? end - 1
    return start..<max(start, last + 1)
  }
}
