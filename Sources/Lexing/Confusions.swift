/// What recognition takes for what; all that tolerates its slips asks here.
///
/// `Tests/Benchmarks/count-confusions.py` counts them on scans whose text is known.
public enum Confusions {
  /// How often two characters are taken for each other.
  public enum Weight: UInt8, Comparable, Sendable {
    /// Never, as far as is known.
    case never
    /// On poor scans, and by recognition without French data.
    case seldom
    /// On most scans: their shapes are alike.
    case often

    public static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
  }

  /// A letter or figure of a folded text, those whose shapes are the same made one: `l 1 | !` are
  /// `i`, `0` is `o`, `5` is `s`, `8` is `b`; nothing for other characters.
  @inlinable @inline(__always)
  public static func shape(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "1"), UInt8(ascii: "l"), UInt8(ascii: "|"), UInt8(ascii: "!"):
      UInt8(ascii: "i")
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "5"): UInt8(ascii: "s")
    case UInt8(ascii: "8"): UInt8(ascii: "b")
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    default: nil
    }
  }

  /// How often one character of a folded text is taken for another.
  public static func weight(_ one: UInt8, _ other: UInt8) -> Weight {
    ConfusionTable.folded[Int(one & 0x7F) << 7 | Int(other & 0x7F)]
  }

  /// What a letter for another costs in half letters.
  public static func halfLetters(_ one: UInt8, _ other: UInt8) -> Int {
    one == other ? 0 : weight(one, other) == .often ? 1 : 2
  }

  /// How often a figure is printed as another character.
  public static func weight(of figure: UInt8, printed: UInt8) -> Weight {
    let value = Int(figure &- UInt8(ascii: "0"))
    guard value < 10, printed < 128 else { return .never }
    return ConfusionTable.printed[value][Int(printed)]
  }

  /// The figure that a letter or a sign most likely stands for.
  public static func figure(for byte: UInt8, atLeast weight: Weight = .often) -> UInt8? {
    guard byte < 128 else { return nil }
    let figure = ConfusionTable.figureOf[Int(byte)]
    guard figure != 0 else { return nil }
    return weight == .seldom || self.weight(of: figure, printed: byte) >= weight ? figure : nil
  }

  /// The figure that a letter of a folded text may stand for among figures; nothing for signs, which part
  /// figures more often than they stand for one.
  public static func figure(ofLetter byte: UInt8, atLeast weight: Weight = .seldom) -> UInt8? {
    byte &- UInt8(ascii: "a") < 26 ? figure(for: byte, atLeast: weight) : nil
  }

  /// The capital that a figure, a sign or a small letter most likely stands for.
  public static func capital(for printed: Character) -> Character? {
    // A "C" with an ink spot in it is read as the euro.
    if printed == "c" || printed == "€" { return "C" }
    guard let byte = printed.asciiValue else { return nil }
    let figure = byte &- UInt8(ascii: "0") < 10 ? byte : ConfusionTable.figureOf[Int(byte)]
    guard figure != 0, let shape = shape(of: figure) else { return nil }
    let capitals = [shape & 0xDF] + ConfusionTable.figures[Int(figure &- UInt8(ascii: "0"))].often
    return capitals.first { $0 &- UInt8(ascii: "A") < 26 }
      .map { Character(Unicode.Scalar($0)) }
  }

  /// Letters and pairs of letters of prose that look alike, both ways.
  public static let prose = ConfusionTable.prose

  /// Letters that differ by an accent alone, which recognition loses or makes up.
  public static let accents = ConfusionTable.accents

  /// Whether a capital, a figure or a sign is one stroke: recognition takes such for each other, and
  /// sees one twice.
  public static func isStroke(_ byte: UInt8) -> Bool { "IJ1)|!](".utf8.contains(byte) }

  /// Whether a sign stands for the "l" of an elided article: "I'accès", "|'accès", "['accès".
  public static func isElided(_ byte: UInt8) -> Bool { "I|[".utf8.contains(byte) }

  /// Whether a round bullet is read as a small letter, which then stands by itself.
  public static func isBullet(_ byte: UInt8) -> Bool { "eo".utf8.contains(byte) }

  /// What the euro sign of a small print is taken for.
  public static let euro: Set<String> = ["c", "C", "e", "«", "¢", "£", "é", "E"]
}
