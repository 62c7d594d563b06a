import PageModel

/// Writes JSON with keys in the order in which they are given, numbers exactly, and the same bytes
/// every run.
struct JSONWriter {
  /// The text in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// The pages that were turned to be read, by number: boxes are written as the page is shown.
  var turnedPages: [Int: Page] = [:]
  private let isPretty: Bool
  private var depth = 0
  private var isFirst = true

  /// Makes a writer; pretty text has two spaces for each level, other text is one line.
  init(pretty: Bool) {
    isPretty = pretty
  }

  /// Ends the text with a line feed.
  mutating func end() { bytes.append(0x0A) }

  // MARK: - Structure

  /// Writes an object under a key, or as an element where there is none.
  mutating func object(_ key: StaticString? = nil, _ body: (inout JSONWriter) -> Void) {
    container(key, open: 0x7B, close: 0x7D, body)
  }

  /// Writes an array under a key, or as an element where there is none.
  mutating func array(_ key: StaticString? = nil, _ body: (inout JSONWriter) -> Void) {
    container(key, open: 0x5B, close: 0x5D, body)
  }

  /// Writes an array of objects under a key; nothing where there are no items.
  mutating func objects<Item>(
    _ key: StaticString,
    _ items: [Item],
    _ body: (inout JSONWriter, Item) -> Void
  ) {
    guard !items.isEmpty else { return }
    array(key) { writer in
      for item in items {
        writer.object { writer in body(&writer, item) }
      }
    }
  }

  /// Writes an array of strings under a key; nothing where there are none.
  mutating func strings(_ key: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    array(key) { writer in
      for value in values { writer.string(nil, value) }
    }
  }

  private mutating func container(
    _ key: StaticString?,
    open: UInt8,
    close: UInt8,
    _ body: (inout JSONWriter) -> Void
  ) {
    begin(key)
    bytes.append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { breakLine() }
    bytes.append(close)
    isFirst = false
  }

  private mutating func begin(_ key: StaticString?) {
    if !isFirst { bytes.append(0x2C) }
    if depth > 0 { breakLine() }
    isFirst = false
    guard let key else { return }
    bytes.append(0x22)
    key.withUTF8Buffer { buffer in unsafe bytes.append(contentsOf: buffer) }
    bytes.append(0x22)
    bytes.append(0x3A)
    if isPretty { bytes.append(0x20) }
  }

  private mutating func breakLine() {
    guard isPretty else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  // MARK: - Values

  /// Writes a string; nothing where it is absent.
  mutating func string(_ key: StaticString?, _ value: String?) {
    guard let value else { return }
    begin(key)
    append(quoted: value)
  }

  /// Writes an integer; nothing where it is absent.
  mutating func integer(_ key: StaticString?, _ value: Int?) {
    guard let value else { return }
    begin(key)
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes true or false; nothing where it is absent.
  mutating func bool(_ key: StaticString?, _ value: Bool?) {
    guard let value else { return }
    begin(key)
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes cents as euros with two decimals: `95808000` → `958080.00`.
  mutating func euros(_ key: StaticString?, cents: Int?) {
    guard let cents else { return }
    begin(key)
    let digits = String(cents.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    if cents < 0 { bytes.append(0x2D) }
    bytes.append(contentsOf: padded.dropLast(2).utf8)
    bytes.append(0x2E)
    bytes.append(contentsOf: padded.suffix(2).utf8)
  }

  /// Writes points rounded to a tenth, which is finer than print: `595.3`.
  mutating func points(_ key: StaticString?, _ value: Float?) {
    guard let value, value.isFinite else { return }
    begin(key)
    // A file may say that its page is 1e30 points wide, which no whole number holds.
    let tenths = Int((min(max(value, -1e12), 1e12) * 10).rounded())
    if tenths < 0 { bytes.append(0x2D) }
    bytes.append(contentsOf: String(tenths.magnitude / 10).utf8)
    bytes.append(0x2E)
    bytes.append(contentsOf: String(tenths.magnitude % 10).utf8)
  }

  /// A share from 0 to 1, with two decimals.
  mutating func share(_ key: StaticString?, _ value: Float?) {
    guard let value else { return }
    let hundredths = Int((min(1, max(0, value)) * 100).rounded())
    begin(key)
    let digits = String(hundredths % 100)
    let decimals = (digits.utf8.count < 2 ? "0" : "") + digits
    bytes +=
      (hundredths % 100 == 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(decimals)").utf8
  }

  private mutating func append(quoted value: String) {
    bytes.append(0x22)
    var value = value
    value.withUTF8 { text in
      var start = 0
      for unsafe(place, byte) in unsafe text.enumerated()
      where byte < 0x20 || byte == 0x22 || byte == 0x5C {
        unsafe bytes.append(contentsOf: text[start..<place])
        append(escaped: byte)
        start = place + 1
      }
      unsafe bytes.append(contentsOf: text[start...])
    }
    bytes.append(0x22)
  }

  private mutating func append(escaped byte: UInt8) {
    bytes.append(0x5C)
    switch byte {
    case 0x0A: bytes.append(0x6E)
    case 0x09: bytes.append(0x74)
    case 0x00..<0x20:
      bytes.append(contentsOf: ("u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8)
    default: bytes.append(byte)
    }
  }
}
