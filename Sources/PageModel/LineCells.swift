/// Parts a line into what stands side by side on it.
public enum LineCells {
  /// The parts of a line between tabs or gaps of three spaces, as offsets in the bytes.
  public static func ranges(_ bounds: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start: Int?
    var end = bounds.lowerBound
    var width = 0
    for at in bounds {
      if ASCII.isSpace(bytes[at]) {
        width += bytes[at] == 0x09 ? 3 : 1
        continue
      }
      if let begun = start, width > 2 {
        cells.append(begun..<end)
        start = at
      }
      start = start ?? at
      width = 0
      end = at + 1
    }
    if let start { cells.append(start..<end) }
    return cells
  }
}

extension Document {
  /// Whether a line has more cells than one.
  public func hasCells(_ line: Int) -> Bool {
    LineCells.ranges(lines[line].range.bounds, in: bytes).count > 1
  }
}
