/// Lines joined to running text, with the way back to the lines.
///
/// Lines are joined by one space; after a hyphen that ends a line nothing stands between
/// ("Pas-" + "de-Calais"), because acts break lines at the hyphens of compound words.
public struct Passage: Sendable {
  /// The joined text in UTF-8, without outer white space.
  public private(set) var bytes: [UInt8] = []
  /// Where each line begins in `bytes`, in order.
  public private(set) var starts: [(offset: Int, line: Int)] = []
  /// Where in `bytes` a line, or a cell of a line behind a tab or three spaces, begins, in order.
  public private(set) var cells: [Int] = []

  /// Makes an empty passage.
  public init() {}

  /// Joins lines of a document.
  public init(_ lines: some Sequence<Int>, of document: Document) {
    for line in lines { append(document.lines[line].range.bounds, line: line, of: document) }
  }

  /// Joins a part of one line.
  public mutating func append(_ bounds: Range<Int>, line: Int, of document: Document) {
    var bounds = bounds
    while let first = bounds.first, isSpace(document.bytes[first]) { bounds.removeFirst() }
    while let last = bounds.last, isSpace(document.bytes[last]) { bounds.removeLast() }
    guard !bounds.isEmpty else { return }
    if !bytes.isEmpty, !endsInHyphenatedWord { bytes.append(0x20) }
    starts.append((bytes.count, line))
    cells.append(bytes.count)
    var pending = 0
    for byte in document.bytes[bounds] {
      if isSpace(byte) {
        pending += byte == 0x09 ? 3 : 1
        continue
      }
      if pending > 0 { bytes.append(0x20) }
      if pending > 2 { cells.append(bytes.count) }
      pending = 0
      bytes.append(byte)
    }
  }

  /// Joins another passage.
  public mutating func append(_ other: Passage) {
    guard !other.isEmpty else { return }
    if !bytes.isEmpty, !endsInHyphenatedWord { bytes.append(0x20) }
    let offset = bytes.count
    starts += other.starts.map { (offset + $0.offset, $0.line) }
    cells += other.cells.map { offset + $0 }
    bytes += other.bytes
  }

  private func isSpace(_ byte: UInt8) -> Bool { ASCII.isSpace(byte) }

  /// Whether the last line ends in a hyphen that stands right after a letter or a digit.
  private var endsInHyphenatedWord: Bool {
    guard bytes.count > 1, bytes[bytes.count - 1] == 0x2D else { return false }
    let before = bytes[bytes.count - 2]
    return before >= 0x80 || ASCII.isDigit(before) || ASCII.isLetter(before | 0x20)
  }

  /// Whether the passage holds nothing.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text of a part.
  public func text(_ bounds: Range<Int>) -> String {
    String(decoding: bytes[bounds], as: UTF8.self)
  }

  /// The lines that were joined, in order.
  public var lines: [Int] { starts.map(\.line) }

  /// The line that an offset stands on.
  public func line(at offset: Int) -> Int? {
    let next = firstStart(after: offset)
    return next > 0 ? starts[next - 1].line : starts.first?.line
  }

  /// The place among the lines of the first that starts after an offset; they start in order.
  private func firstStart(after offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = low + (high - low) / 2
      if starts[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where a part stands: the box of its lines on the page on which it begins.
  public func location(_ bounds: Range<Int>? = nil, in document: Document) -> SourceLocation {
    let bounds = bounds ?? 0..<bytes.count
    guard let first = line(at: bounds.lowerBound) else { return SourceLocation() }
    var location = document.location(of: document.lines[first])
    for (offset, line) in starts[firstStart(after: bounds.lowerBound)...] {
      guard offset < bounds.upperBound else { break }
      guard document.lines[line].page == document.lines[first].page else { break }
      if let box = document.lines[line].box { location.box = location.box?.union(box) ?? box }
    }
    return location
  }
}
