/// A half-open range of UTF-8 offsets in the bytes of one document.
public struct TextRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: UInt32
  /// The offset after the last byte.
  public var end: UInt32

  /// Makes a range of two offsets; `start` must not be greater than `end`.
  public init(start: Int, end: Int) {
    precondition(start <= end)
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  /// The offsets as a range that indexes an array of bytes.
  @inlinable public var bounds: Range<Int> { Int(start)..<Int(end) }

  /// The same range some bytes further on.
  public func moved(by offset: Int) -> TextRange {
    TextRange(start: Int(start) + offset, end: Int(end) + offset)
  }
}
