import PageModel

/// The number of the receipt that the ministry's transmission system stamps on an act.
///
/// `034-213401722-20130204-0000061114-DE`: the département, the SIREN of the authority, the date of
/// the act, a number of the authority's own, and the kind of act.
public enum TransmissionID {
  /// No receipt's number is shorter.
  static let leastLength = 28

  /// The first number of a receipt in a line.
  public static func find(in line: ArraySlice<UInt8>) -> String? {
    var start = line.startIndex
    while start < line.endIndex {
      let end = line[start...].firstIndex { ASCII.isSpace($0) || $0 == 0x3A } ?? line.endIndex
      let word = line[start..<end]
      start = end + 1
      guard word.count >= leastLength, word.count <= 64 else { continue }
      let parts = word.split(separator: 0x2D, omittingEmptySubsequences: false)
      guard parts.count >= 5, isNumber(parts[1], of: 9), isNumber(parts[2], of: 8) else { continue }
      guard parts[0].count == 3, parts[0].dropFirst().allSatisfy(isDigitOrLetter) else { continue }
      guard let last = parts.last, last.count == 2 else { continue }
      return String(decoding: word, as: UTF8.self)
    }
    return nil
  }

  /// The SIREN of the authority that a receipt's number names.
  public static func siren(in number: String) -> String? {
    let parts = number.split(separator: "-")
    return parts.count >= 5 && parts[1].utf8.count == 9 ? String(parts[1]) : nil
  }

  /// The kind of authority that a SIREN tells: those of communes begin with 21, of départements
  /// with 22, of regions with 23, of groupings with 24 and of syndicates with 25; 20 is shared.
  public static func type(ofSIREN siren: String) -> AuthorityType? {
    switch siren.prefix(2) {
    case "21": .commune
    case "22": .department
    case "23": .region
    case "24": .epci
    case "25": .syndicate
    default: nil
    }
  }

  private static func isNumber(_ part: ArraySlice<UInt8>, of length: Int) -> Bool {
    part.count == length && part.allSatisfy(ASCII.isDigit)
  }

  private static func isDigitOrLetter(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || ASCII.isLetter(byte | 0x20)
  }
}
