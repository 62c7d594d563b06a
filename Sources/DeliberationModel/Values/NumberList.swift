public import PageModel

/// Reads lists of numbers after a word: "annexes 11, 12 et 13", "annexe n°4 et 5", "articles 10 à 15".
public enum NumberList {
  /// The numbers that stand after each occurrence of a folded word, ascending, each once.
  public static func numbers(after word: StaticString, in folded: FoldedText) -> [Int] {
    var found: Set<Int> = []
    for list in lists(after: word, in: folded) { found.formUnion(list.numbers) }
    return found.sorted()
  }

  /// The lists after a folded word, each with the place of the word.
  public static func lists(
    after word: StaticString,
    in folded: FoldedText
  ) -> [(place: Int, numbers: [Int])] {
    var found: [(place: Int, numbers: [Int])] = []
    var at = 0
    while let start = folded.firstIndex(of: word, from: at) {
      at = start + word.utf8CodeUnitCount
      if start > 0, ASCII.isLetter(folded.bytes[start - 1]), !isGlued(folded, before: start) {
        continue
      }
      found.append((start, list(in: folded.bytes, from: at)))
    }
    return found
  }

  /// Whether the letter before a word is an article that OCR glued to it: "Pannexe", "lannexe".
  private static func isGlued(_ folded: FoldedText, before start: Int) -> Bool {
    let isOneLetter = start < 2 || !ASCII.isLetter(folded.bytes[start - 2])
    return isOneLetter && [0x6C, 0x70, 0x69, 0x76, 0x66].contains(folded.bytes[start - 1])
  }

  private static func list(in bytes: [UInt8], from start: Int) -> [Int] {
    var at = start
    let isPlural = at < bytes.count && bytes[at] == 0x73
    if isPlural { at += 1 }
    ASCII.skipSpaces(bytes, &at)
    skipNumberSign(bytes, &at)
    guard let first = number(bytes, &at) else { return [] }
    var numbers = [first]
    var pending: [Int] = []
    // "annexes 7, 8 et 9, 4 structures": after "et 9" the list is over.
    var isClosed = false
    while true {
      var next = at
      ASCII.skipSpaces(bytes, &next)
      guard let joint = joint(bytes, &next) else { break }
      ASCII.skipSpaces(bytes, &next)
      skipNumberSign(bytes, &next)
      guard let value = number(bytes, &next) else { break }
      at = next
      switch joint {
      case .comma: pending.append(value)
      case .and:
        numbers += pending + [value]
        pending = []
        isClosed = true
      case .range:
        let from = pending.last ?? numbers[numbers.count - 1]
        numbers += pending
        pending = []
        if value > from, value - from < 100 { numbers += Array((from + 1)...value) }
      }
    }
    return isPlural && !isClosed ? numbers + pending : numbers
  }

  private enum Joint {
    case comma
    case and
    case range
  }

  private static func joint(_ bytes: [UInt8], _ at: inout Int) -> Joint? {
    guard at < bytes.count else { return nil }
    if bytes[at] == 0x2C || bytes[at] == 0x3B {
      at += 1
      var next = at
      ASCII.skipSpaces(bytes, &next)
      if bytes[next...].starts(with: Array("et ".utf8)) {
        at = next + 3
        return .and
      }
      return .comma
    }
    for (word, joint) in [
      ("et ", Joint.and), ("ou ", .and), ("& ", .and), ("a ", .range), ("- ", .range),
    ]
    where bytes[at...].starts(with: Array(word.utf8)) {
      at += word.utf8.count
      return joint
    }
    return nil
  }

  private static func skipNumberSign(_ bytes: [UInt8], _ at: inout Int) {
    guard at < bytes.count, bytes[at] == 0x6E else { return }
    var next = at + 1
    if next < bytes.count, bytes[next] == 0x6F || bytes[next] == 0x2A { next += 1 }
    if next < bytes.count, bytes[next] == 0x73 { next += 1 }
    ASCII.skipSpaces(bytes, &next)
    if next < bytes.count, ASCII.isDigit(bytes[next]) { at = next }
  }

  /// A number of up to three digits that is not part of an amount, a date or an ordinal.
  private static func number(_ bytes: [UInt8], _ at: inout Int) -> Int? {
    var end = at
    guard let value = ASCII.number(bytes, &end, digits: 1...3) else { return nil }
    if end < bytes.count, ASCII.isLetter(bytes[end]) || bytes[end] == 0x2F { return nil }
    if end + 1 < bytes.count, bytes[end] == 0x2C, ASCII.isDigit(bytes[end + 1]), value > 99 {
      return nil
    }
    at = end
    return value
  }
}
