import PageModel

/// Reads numbers that are written in letters: "vingt-cinq", "deux mil treize",
/// "quatre-vingt-dix-neuf", "soixante et onze".
public enum NumberWords {
  /// The number whose first word begins at an index of folded bytes, and the index after it.
  ///
  /// The words that make no number together are not joined: "deux trois" is two.
  public static func number(in bytes: [UInt8], at start: Int) -> (value: Int, end: Int)? {
    var number = Number()
    var at = start
    var end: Int?
    while let word = word(in: bytes, at: at) {
      if bytes[at..<word].elementsEqual("et".utf8), end != nil {
        guard number.mayTakeOne, let next = skippingJoint(in: bytes, from: word),
          let one = self.word(in: bytes, at: next), isOne(bytes[next..<one]),
          let value = value(bytes[next..<one])
        else { break }
        number.take(value)
        end = one
        break
      }
      guard let value = value(bytes[at..<word]), number.accepts(value) else { break }
      number.take(value)
      end = word
      guard let next = skippingJoint(in: bytes, from: word) else { break }
      at = next
    }
    return end.map { (number.total, $0) }
  }

  /// A number under construction: the thousands that are done, and what stands below them.
  private struct Number {
    private var thousands = 0
    private var rest = 0
    private var last = 0

    var total: Int { thousands + rest }

    /// "vingt et un", "soixante et onze": after a ten.
    var mayTakeOne: Bool { last >= 20 && last < 100 }

    func accepts(_ value: Int) -> Bool {
      switch value {
      case 1000: return thousands == 0 && last != 1000
      case 100: return last == 0 || last == 1000 || (2...9).contains(last)
      case 20 where last == 4: return true
      case 20...60: return last == 0 || last >= 100
      case 1...9: return last == 0 || last >= 20 || (last == 10 && value >= 7)
      case 10...16: return last == 0 || last == 60 || last == 80 || last >= 100
      default: return last == 0
      }
    }

    mutating func take(_ value: Int) {
      switch value {
      case 1000:
        thousands = max(rest, 1) * 1000
        rest = 0
        last = 1000
      case 100:
        rest = max(rest % 100, 1) * 100
        last = 100
      case 20 where last == 4:
        rest += 76
        last = 80
      default:
        rest += value
        last = value
      }
    }
  }

  /// The index after the letters that begin at an index, which must open a word.
  private static func word(in bytes: [UInt8], at start: Int) -> Int? {
    guard start < bytes.count, ASCII.isLetter(bytes[start]) else { return nil }
    guard start == 0 || !ASCII.isLetter(bytes[start - 1]) else { return nil }
    var end = start
    while end < bytes.count, ASCII.isLetter(bytes[end]) { end += 1 }
    return end
  }

  /// The index of the next word: one space or hyphen parts the words of a number.
  private static func skippingJoint(in bytes: [UInt8], from end: Int) -> Int? {
    guard end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x2D else { return nil }
    return end + 1 < bytes.count && ASCII.isLetter(bytes[end + 1]) ? end + 1 : nil
  }

  private static func isOne(_ word: ArraySlice<UInt8>) -> Bool {
    word.elementsEqual("un".utf8) || word.elementsEqual("une".utf8)
      || word.elementsEqual("onze".utf8)
  }

  private static let values = WordTable<Int>([
    (0, ["zero"]), (1, ["un", "une"]), (2, ["deux"]), (3, ["trois"]), (4, ["quatre"]),
    (5, ["cinq"]), (6, ["six"]), (7, ["sept"]), (8, ["huit"]), (9, ["neuf"]), (10, ["dix"]),
    (11, ["onze"]), (12, ["douze"]), (13, ["treize"]), (14, ["quatorze"]), (15, ["quinze"]),
    (16, ["seize"]), (20, ["vingt", "vingts"]), (30, ["trente"]), (40, ["quarante"]),
    (50, ["cinquante"]), (60, ["soixante"]), (100, ["cent", "cents"]), (1000, ["mille", "mil"]),
  ])

  private static func value(_ word: ArraySlice<UInt8>) -> Int? { values.value(of: word) }
}
