extension Document {
  /// Says of the lines of a page how they look: of each its words, then its place among the others.
  mutating func describeLines(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    for index in range { describeWords(of: index) }
    let sizes = lines[range].compactMap(\.typography.size).sorted()
    let median = sizes.isEmpty ? 0 : sizes[sizes.count / 2]
    var edges: [UInt8: ColumnEdges] = [:]
    for column in Set(lines[range].map(\.typography.column)) {
      edges[column] = ColumnEdges(
        lines[range].filter { $0.typography.column == column }.compactMap(\.box)
      )
    }
    for index in range {
      guard let box = lines[index].box else { continue }
      var look = lines[index].typography
      if let size = look.size, median > 0 { look.relativeSize = size / median }
      look.gapAbove = gap(above: box, among: range.lowerBound..<index)
      if let edges = edges[look.column] {
        look.indent = box.x0 - edges.left
        look.isCentred = edges.isCentred(box) && !isAligned(index, among: range)
      }
      lines[index].typography = look
    }
  }

  /// Whether a line begins where one next to it does, and ends elsewhere.
  ///
  /// The last line of an indented paragraph may leave as much white behind as before it.
  private func isAligned(_ index: Int, among range: Range<Int>) -> Bool {
    guard let box = lines[index].box else { return false }
    return [index - 1, index + 1].contains { place in
      guard range.contains(place), let other = lines[place].box else { return false }
      return abs(other.x0 - box.x0) <= 1 && abs(other.x1 - box.x1) > 4
    }
  }

  /// What most letters of a line look like.
  private mutating func describeWords(of index: Int) {
    var census = LookCensus()
    for place in lines[index].words {
      let word = words[Int(place)]
      let font = Int(word.font)
      census.add(word, style: fonts.indices.contains(font) ? fonts[font] : nil)
    }
    census.describe(&lines[index].typography)
  }

  /// How many lines are looked at for the one above.
  private static let reach = 60

  /// The white space between a line and the lowest one above it, in heights of the line.
  private func gap(above box: BoundingBox, among earlier: Range<Int>) -> Float? {
    var above: Float?
    for line in lines[earlier].suffix(Self.reach) {
      guard let other = line.box, other.midY < box.y0, other.x0 < box.x1, box.x0 < other.x1 else {
        continue
      }
      above = max(above ?? other.y1, other.y1)
    }
    above = above ?? lines[earlier].last?.box?.y1
    return above.map { (box.y0 - $0) / max(box.height, 1) }
  }
}

/// The looks of the words of a line, each weighed by its letters.
private struct LookCensus {
  private var letters = 0
  private var known = 0
  private var weighed = 0
  private var bold = 0
  private var slanted = 0
  private var underlined: Int?
  private var sizes: [(size: Float, letters: Int)] = []
  private var colours: [(colour: UInt32, letters: Int)] = []

  /// A word reaches from the ascent to the descent of its font: this many sizes.
  private static let height: Float = 1.22

  mutating func add(_ word: Word, style: FontStyle?) {
    let count = word.range.bounds.count
    letters += count
    if let isUnderlined = word.isUnderlined {
      underlined = (underlined ?? 0) + (isUnderlined ? count : 0)
    }
    let size = style?.size ?? (word.box.height / Self.height * 2).rounded() / 2
    if let place = sizes.firstIndex(where: { $0.size == size }) {
      sizes[place].letters += count
    } else {
      sizes.append((size, count))
    }
    if let isBold = style?.isBold ?? word.isBold {
      weighed += count
      if isBold { bold += count }
    }
    guard let style else { return }
    known += count
    if style.isSlanted { slanted += count }
    if let place = colours.firstIndex(where: { $0.colour == style.colour }) {
      colours[place].letters += count
    } else {
      colours.append((style.colour, count))
    }
  }

  func describe(_ look: inout Typography) {
    look.size = sizes.max { $0.letters < $1.letters }?.size
    look.isUnderlined = underlined.map { 2 * $0 > letters }
    if weighed > 0 { look.isBold = 2 * bold > weighed }
    guard known > 0 else { return }
    look.isSlanted = 2 * slanted > known
    look.colour = colours.max { $0.letters < $1.letters }?.colour
  }
}

/// Where the text of a column begins and ends.
private struct ColumnEdges {
  /// The leftmost place at which several lines begin.
  let left: Float
  /// The rightmost place at which several lines end.
  let right: Float

  /// Lines that begin within this many points begin at one place.
  private static let tolerance: Float = 2

  init(_ boxes: [BoundingBox]) {
    left = Self.outermost(boxes.map(\.x0).sorted())
    right = -Self.outermost(boxes.map { -$0.x1 }.sorted())
  }

  /// The first place that two places and one in twelve of all share; else the first of all.
  private static func outermost(_ places: [Float]) -> Float {
    let fewest = max(2, places.count / 12)
    var first = 0
    for (index, place) in places.enumerated() {
      while place - places[first] > tolerance { first += 1 }
      if index - first + 1 >= fewest { return places[first] }
    }
    return places.first ?? 0
  }

  /// Whether a line leaves the same white on both sides.
  func isCentred(_ box: BoundingBox) -> Bool {
    let (before, behind) = (box.x0 - left, right - box.x1)
    let width = right - left
    return before > 0.04 * width && behind > 0.04 * width
      && abs(before - behind) <= 0.03 * width + Self.tolerance
  }
}
