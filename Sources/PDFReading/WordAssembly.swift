import CPoppler
import PageModel

/// Characters of a page put together to words.
///
/// Poppler's text glues table cells ("référents6 801 643,00"), so a word ends not only at white
/// space but wherever the next character does not stand beside the last one.
struct WordAssembly {
  /// The words in the order of their characters.
  private(set) var page = PageWords()
  private var start = 0
  private var box: BoundingBox?
  private var lastBox: BoundingBox?
  private var font = -1
  private var hasCombiningMark = false

  /// Adds the next character.
  mutating func append(_ scalar: Unicode.Scalar, _ characterBox: BoundingBox, font run: Int) {
    let value = scalar.value
    if Self.isSpace(value) {
      finishWord()
      return
    }
    if value == 0x7F || (0x80..<0xA0).contains(value) { return }
    if let last = lastBox, !Self.isBeside(last, characterBox) { finishWord() }
    if box == nil {
      box = characterBox
      font = run
    } else {
      box = box?.union(characterBox)
    }
    lastBox = characterBox
    if (0x300...0x36F).contains(value) { hasCombiningMark = true }
    if value < 0x80 {
      page.bytes.append(UInt8(value))
    } else {
      page.bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
    }
  }

  /// White space of Unicode, by number: `Unicode.Scalar.Properties` costs a tenth of a page.
  private static func isSpace(_ value: UInt32) -> Bool {
    value <= 0x20 || value == 0xA0 || (0x2000...0x200A).contains(value)
      || value == 0x202F || value == 0x2028 || value == 0x2029 || value == 0x3000
  }

  /// Ends the word under construction.
  mutating func finishWord() {
    defer {
      start = page.bytes.count
      box = nil
      lastBox = nil
      hasCombiningMark = false
    }
    guard let box, page.bytes.count > start else { return }
    if hasCombiningMark { compose() }
    page.words.append(PageWords.Word(bytes: start..<page.bytes.count, box: box, font: font))
  }

  /// Whether a character stands right after another on the same line: a gap of more than a quarter
  /// of the height is a space that the text layer lacks.
  private static func isBeside(_ last: BoundingBox, _ next: BoundingBox) -> Bool {
    let height = max(last.height, next.height, 1)
    let overlap = min(last.y1, next.y1) - max(last.y0, next.y0)
    guard overlap > 0.3 * min(last.height, next.height) else { return false }
    return next.x0 - last.x1 < 0.25 * height && next.x0 - last.x0 > -0.5 * height
  }

  private mutating func compose() {
    let word = String(decoding: page.bytes[start...], as: UTF8.self)
    guard let composed = unsafe g_utf8_normalize(word, -1, G_NORMALIZE_NFC) else { return }
    defer { unsafe g_free(composed) }
    page.bytes.replaceSubrange(start..., with: unsafe String(cString: composed).utf8)
  }
}
