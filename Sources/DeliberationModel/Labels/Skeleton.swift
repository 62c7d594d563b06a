public import PageModel
import Lexing

/// The letters and digits of a folded text, with those that OCR confuses made one.
///
/// `I l 1 | !` are `i`, `0` is `o`, `5` is `s`, `8` is `b`, `rn` is `m` ("DEC1DE" and "DECIDE" have
/// one skeleton). Spaces and punctuation do not count ("Absents  sans  délégation").
public struct Skeleton: Sendable {
  /// The bytes that labels are compared by.
  public private(set) var bytes: [UInt8] = []
  /// For each byte the index in the folded text after what it stands for.
  public private(set) var ends: [Int] = []
  /// For each byte the pairs of neighbours up to it, one bit each; different pairs can share one.
  private(set) var pairs: [UInt64] = []

  /// Makes the skeleton of the first letters and digits of a folded text.
  public init(_ folded: FoldedText, from start: Int = 0, limit: Int = 64) {
    var at = start
    let source = folded.bytes
    let room = min(limit, max(0, source.count - start))
    bytes.reserveCapacity(room)
    ends.reserveCapacity(room)
    while bytes.count < limit, let letter = Self.next(in: source, at: &at) {
      bytes.append(letter)
      ends.append(at)
    }
    pairs = Self.pairs(of: bytes)
  }

  static func pairs(of letters: [UInt8]) -> [UInt64] {
    var pairs: UInt64 = 0
    var last: UInt8?
    return letters.map { letter in
      if let last { pairs |= 1 << UInt64((last &* 37 ^ letter) & 63) }
      last = letter
      return pairs
    }
  }

  /// The next letter of a skeleton at or after an index, which moves behind what it stands for;
  /// nothing at the end.
  @inline(__always)
  static func next(in source: [UInt8], at index: inout Int) -> UInt8? {
    while index < source.count {
      let byte = source[index]
      index += 1
      if byte == UInt8(ascii: "r"), index < source.count, source[index] == UInt8(ascii: "n") {
        index += 1
        return UInt8(ascii: "m")
      }
      if let letter = Confusions.shape(of: byte) { return letter }
    }
    return nil
  }
}
