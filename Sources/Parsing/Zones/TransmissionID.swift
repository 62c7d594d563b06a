import PageModel

/// The number of the receipt that the ministry's transmission system stamps on an act.
///
/// `034-213401722-20130204-0000061114-DE`: the département, the SIREN of the authority, the date of
/// the act, a number of the authority's own, and the kind of act.
enum TransmissionID {
  /// The first number of a receipt in a line.
  static func find(in line: ArraySlice<UInt8>) -> String? {
    for word in line.split(whereSeparator: { byte in ASCII.isSpace(byte) || byte == 0x3A }) {
      guard word.count >= 28, word.count <= 64 else { continue }
      let parts = word.split(separator: 0x2D, omittingEmptySubsequences: false)
      guard parts.count >= 5, isNumber(parts[1], of: 9), isNumber(parts[2], of: 8) else { continue }
      guard parts[0].count == 3, parts[0].dropFirst().allSatisfy(isDigitOrLetter) else { continue }
      guard let last = parts.last, last.count == 2 else { continue }
      return String(decoding: word, as: UTF8.self)
    }
    return nil
  }

  private static func isNumber(_ part: ArraySlice<UInt8>, of length: Int) -> Bool {
    part.count == length && part.allSatisfy(ASCII.isDigit)
  }

  private static func isDigitOrLetter(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || ASCII.isLetter(byte | 0x20)
  }
}
