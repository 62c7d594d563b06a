import CGLib
import CPopplerCore
import PageModel

/// Characters of a page, in the order in which they are drawn, put together to words.
///
/// A word ends at white space and wherever the next character does not stand beside the last one.
/// What is drawn twice to look bold is one character.
struct WordAssembly {
  /// The page as it is read.
  let frame: PageFrame
  /// The words in the order of their characters; the font of each is twice the index of its style,
  /// and one more where its letters are drawn twice.
  private(set) var page = PageWords()

  private let styles: [PCStyle]
  private let turns: [UInt8]
  private var start = 0
  private var box: BoundingBox?
  private var last: (box: BoundingBox, scalar: UInt32) = (
    BoundingBox(x0: 0, y0: 0, x1: 0, y1: 0), 0
  )
  private var lastMark: UInt32?
  private var style = 0
  private var count = 0
  private var doubled = 0
  private var followsSpace = true
  private var needsComposing = false
  private var right: Float = -.infinity
  private var mayRepeat = false

  /// A gap wider than this, in sizes of the font, ends a word.
  static let gap: Float = 0.1

  init(_ content: borrowing PageContent) {
    styles = content.styles
    let frame = PageFrame(content, styles: styles)
    self.frame = frame
    turns = styles.map(frame.turn)
    page.words.reserveCapacity(content.characterCount / 5)
    page.bytes.reserveCapacity(content.characterCount)
    for index in 0..<content.characterCount { append(content.character(at: index)) }
    finishWord()
    page.joinSpacedLetters()
    if mayRepeat { page.removeRepeatedWords() }
  }

  private mutating func append(_ character: PCCharacter) {
    let scalar = character.scalar
    let next = Int(character.style)
    if Self.isSpace(scalar) {
      // A zero draws nothing.
      guard scalar != 0 else { return }
      finishWord()
      followsSpace = true
      return
    }
    if scalar == 0x7F || (0x80..<0xA0).contains(scalar) || turns[next] == 4 { return }
    let place = frame.turned(character.x0, character.y0, character.x1, character.y1)
    let size = styles[next].size
    let mark = Self.mark(scalar)
    if box != nil {
      if last.scalar == scalar, Self.repeats(last.box, place, size: size) {
        doubled += 1
        return
      }
      let goesOn =
        Self.isBeside(last.box, place, turns[next], size: size) || isAccented(mark, place)
      if turns[next] != turns[style] || !goesOn { finishWord() }
    }
    if box == nil {
      style = next
      // What is drawn further down, or further on, is new.
      let rise = last.box.y0 - place.y0
      if turns[next] == 0, rise > 0.2 * size || (rise > -0.2 * size && place.x0 < right) {
        mayRepeat = true
      }
    }
    // Behind an accent the word goes on where its letter ends.
    let isComposed = box != nil && isAccented(mark, place)
    if isComposed { compose(scalar, mark) } else { add(scalar) }
    lastMark = mark
    last = (isComposed ? last.box.union(place) : place, scalar)
    box = box?.union(place) ?? place
    right = last.box.x1
    count += 1
  }

  /// White space of Unicode, by number: `Unicode.Scalar.Properties` costs a tenth of a page.
  private static func isSpace(_ value: UInt32) -> Bool {
    value <= 0x20 || value == 0xA0 || (0x2000...0x200A).contains(value)
      || value == 0x202F || value == 0x2028 || value == 0x2029 || value == 0x3000
  }

  /// Whether a character stands right after another on the same line.
  private static func isBeside(
    _ last: BoundingBox,
    _ next: BoundingBox,
    _ turn: UInt8,
    size: Float
  ) -> Bool {
    let gap: Float
    let overlap: Float
    let height: Float
    if turn % 2 == 0 {
      gap = turn == 0 ? next.x0 - last.x1 : last.x0 - next.x1
      overlap = min(last.y1, next.y1) - max(last.y0, next.y0)
      height = min(last.height, next.height)
    } else {
      gap = turn == 1 ? next.y0 - last.y1 : last.y0 - next.y1
      overlap = min(last.x1, next.x1) - max(last.x0, next.x0)
      height = min(last.width, next.width)
    }
    return overlap > 0.3 * height && gap <= Self.gap * size && gap > -0.5 * max(height, 1)
  }

  /// Whether a character is drawn over the same one.
  private static func repeats(_ last: BoundingBox, _ next: BoundingBox, size: Float) -> Bool {
    abs(next.x0 - last.x0) < 0.1 * size && abs(next.y0 - last.y0) < 0.2 * size
  }

  // MARK: - Signs

  /// Whether a sign, which may be a mark, and the last one are an accent and its letter.
  private func isAccented(_ mark: UInt32?, _ place: BoundingBox) -> Bool {
    guard mark != nil || lastMark != nil else { return false }
    let shared = min(last.box.x1, place.x1) - max(last.box.x0, place.x0)
    return 2 * shared > (mark != nil ? place.width : last.box.width)
      && min(last.box.y1, place.y1) > max(last.box.y0, place.y0)
  }

  /// Makes one character of a sign and the last one: an accent stands behind its letter.
  private mutating func compose(_ scalar: UInt32, _ mark: UInt32?) {
    needsComposing = true
    if let mark { return encode(mark) }
    while let byte = page.bytes.popLast(), byte & 0xC0 == 0x80 {}
    encode(scalar)
    if let lastMark { encode(lastMark) }
  }

  private mutating func add(_ scalar: UInt32) {
    switch scalar {
    // What is drawn of a soft hyphen is a hyphen.
    case 0xAD: page.bytes.append(0x2D)
    case 0xFB00...0xFB06:
      page.bytes += Self.ligatures[Int(scalar - 0xFB00)].utf8
    default:
      if (0x300...0x36F).contains(scalar) { needsComposing = true }
      encode(scalar)
    }
  }

  private mutating func encode(_ scalar: UInt32) {
    if scalar < 0x80 {
      page.bytes.append(UInt8(scalar))
    } else if let bytes = Unicode.Scalar(scalar).flatMap(UTF8.encode) {
      page.bytes.append(contentsOf: bytes)
    }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// The mark that an accent of its own is when it stands over a letter, as TeX sets it.
  private static func mark(_ scalar: UInt32) -> UInt32? {
    guard scalar >= 0x5E, !(0x61...0x7A).contains(scalar) else { return nil }
    return switch scalar {
    case 0x60: 0x300
    case 0xB4: 0x301
    case 0x5E, 0x2C6: 0x302
    case 0x2DC: 0x303
    case 0xA8: 0x308
    case 0xB8: 0x327
    default: nil
    }
  }

  // MARK: - Words

  /// Ends the word under construction.
  private mutating func finishWord() {
    defer {
      start = page.bytes.count
      box = nil
      count = 0
      doubled = 0
      needsComposing = false
      followsSpace = false
    }
    guard let box, page.bytes.count > start else { return }
    if needsComposing { compose() }
    var word = PageWords.Word(
      bytes: start..<page.bytes.count,
      box: box,
      font: 2 * style + (2 * doubled >= count ? 1 : 0)
    )
    word.continues = !followsSpace
    word.turn = turns[style]
    word.isUnderlined = false
    page.words.append(word)
  }

  private mutating func compose() {
    let word = String(decoding: page.bytes[start...], as: UTF8.self)
    guard let composed = unsafe g_utf8_normalize(word, -1, G_NORMALIZE_NFC) else { return }
    defer { unsafe g_free(composed) }
    page.bytes.replaceSubrange(start..., with: unsafe String(cString: composed).utf8)
  }
}

extension PageWords {
  /// The widest gap between letters set apart, in heights of the word.
  private static let widestSpacing: Float = 0.35

  /// Joins letters that are set apart from one another, as in a heading: three or more, each by
  /// nearly the same gap.
  mutating func joinSpacedLetters() {
    var joined: [Word] = []
    var first = 0
    while first < words.count {
      var end = first + 1
      var least = Float.infinity
      var most: Float = 0
      while end < words.count, words[end].continues, isLetter(end), isLetter(end - 1),
        words[end].turn == 0, words[end].bytes.lowerBound == words[end - 1].bytes.upperBound,
        abs(words[end].box.midY - words[first].box.midY) < 0.2 * words[first].box.height
      {
        let gap = words[end].box.x0 - words[end - 1].box.x1
        guard gap > 0, gap <= Self.widestSpacing * words[end].box.height,
          max(most, gap) <= 1.3 * min(least, gap)
        else { break }
        least = min(least, gap)
        most = max(most, gap)
        end += 1
      }
      guard end - first >= 3 else {
        joined.append(words[first])
        first += 1
        continue
      }
      var word = words[first]
      word.bytes = word.bytes.lowerBound..<words[end - 1].bytes.upperBound
      for other in words[first + 1..<end] { word.box = word.box.union(other.box) }
      joined.append(word)
      first = end
    }
    words = joined
  }

  private func isLetter(_ index: Int) -> Bool {
    let bytes = self.bytes[words[index].bytes]
    return bytes.count == 1 || (bytes.count == 2 && bytes.first.map { $0 >= 0xC0 } ?? false)
  }

  /// Removes words that are drawn again where they stand, slightly moved, to look bold.
  mutating func removeRepeatedWords() {
    var lefts: [(x: Float, index: Int)] = []
    lefts.reserveCapacity(words.count)
    for (index, word) in words.enumerated() { lefts.append((word.box.x0, index)) }
    lefts.sort { a, b in a.x == b.x ? a.index < b.index : a.x < b.x }
    let order = lefts.map(\.index)
    var isRepeated = [Bool](repeating: false, count: words.count)
    for (place, index) in order.enumerated() where !isRepeated[index] {
      let word = words[index]
      let distance = 0.1 * word.box.height
      // Hardly more words of a page begin at one place.
      for other in order[(place + 1)...].prefix(200) {
        let box = words[other].box
        guard box.x0 - word.box.x0 < distance else { break }
        guard abs(box.y0 - word.box.y0) < distance, abs(box.x1 - word.box.x1) < distance,
          bytes[words[other].bytes] == bytes[word.bytes]
        else { continue }
        isRepeated[other] = true
        words[index].font |= 1
      }
    }
    words = words.indices.filter { !isRepeated[$0] }.map { words[$0] }
  }
}
