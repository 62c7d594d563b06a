public import PageModel

/// The letters and digits of a folded text, with those that OCR confuses made one.
///
/// `I l 1 | !` are `i`, `0` is `o`, `5` is `s`, `8` is `b`, `rn` is `m` ("DEC1DE" and "DECIDE" have
/// one skeleton). Spaces and punctuation do not count ("Absents  sans  délégation").
public struct Skeleton: Sendable {
  /// The bytes that labels are compared by.
  public private(set) var bytes: [UInt8] = []
  /// For each byte the index in the folded text after what it stands for.
  public private(set) var ends: [Int] = []

  /// Makes the skeleton of the first letters and digits of a folded text.
  public init(_ folded: FoldedText, from start: Int = 0, limit: Int = 64) {
    var at = start
    let source = folded.bytes
    let room = min(limit, max(0, source.count - start))
    bytes.reserveCapacity(room)
    ends.reserveCapacity(room)
    while at < source.count, bytes.count < limit {
      let byte = source[at]
      if byte == 0x72, at + 1 < source.count, source[at + 1] == 0x6E {
        append(0x6D, at + 2)
        at += 2
        continue
      }
      switch byte {
      case 0x31, 0x6C, 0x7C, 0x21: append(0x69, at + 1)
      case 0x30: append(0x6F, at + 1)
      case 0x35: append(0x73, at + 1)
      case 0x38: append(0x62, at + 1)
      default:
        if ASCII.isLetter(byte) || ASCII.isDigit(byte) { append(byte, at + 1) }
      }
      at += 1
    }
  }

  private mutating func append(_ byte: UInt8, _ end: Int) {
    bytes.append(byte)
    ends.append(end)
  }
}
