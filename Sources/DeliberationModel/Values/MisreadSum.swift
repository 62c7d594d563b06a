import Lexing
import PageModel

/// Finds the whole print of a sum of which letters or marks hide some figures, so that what can be read
/// of it is not taken for all: "4 a25 677,72" is no 25 677,72.
public enum MisreadSum {
  /// Whether a letter of a folded text is one that recognition prints for a figure.
  private static func isMisread(_ letter: UInt8) -> Bool {
    Confusions.figure(ofLetter: letter) != nil
  }

  /// Where the print of a sum begins whose readable figures begin at an index; that index where they
  /// are all.
  public static func start(in bytes: [UInt8], before start: Int, after floor: Int = 0) -> Int {
    self.start(in: bytes, before: start, after: floor, knowingMisread: false)
  }

  private static func start(
    in bytes: [UInt8],
    before start: Int,
    after floor: Int,
    knowingMisread isKnown: Bool
  ) -> Int {
    var at = start
    while at > floor, isPart(bytes[at - 1]) { at -= 1 }
    // "(100,00" opens with a mark that is none of its own, "d'100" with a letter of another word.
    if at < start, !isGroup(bytes[at..<start]) { return start }
    // Figures alone belong to the sum only where something is misread before or behind them.
    var reach = at
    var isMisread = isKnown || at < start
    var end = at
    while end - 1 > floor, bytes[end - 1] == 0x20 {
      var head = end - 1
      while head > floor, !ASCII.isSpace(bytes[head - 1]) { head -= 1 }
      let word = bytes[head..<(end - 1)]
      if endsSum(word, in: bytes) { break }
      if word.count <= 3, word.allSatisfy(ASCII.isDigit) {
        if opensIrregularly(bytes[end...]) { isMisread = true }
        if isMisread { reach = head }
      } else if word.count <= 3, isMixed(word) || isLostGroup(word, in: bytes, floor) {
        isMisread = true
        reach = head
      } else {
        break
      }
      end = head
    }
    return isMisread ? reach : start
  }

  /// Whether a group that follows another has lost a comma or a figure: "20024" of "902 20024 €", "40"
  /// of "561 40,00", "27" of "7 27 786,75".
  private static func opensIrregularly(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.prefix { ASCII.isDigit($0) || isMisread($0) }.count != 3
  }

  /// Whether two figures behind three are the decimals of another sum, whose comma is lost: "677 72".
  private static func endsSum(_ word: ArraySlice<UInt8>, in bytes: [UInt8]) -> Bool {
    guard word.count == 2, word.allSatisfy(ASCII.isDigit), word.startIndex >= 4,
      bytes[word.startIndex - 1] == 0x20
    else { return false }
    return bytes[(word.startIndex - 4)..<(word.startIndex - 1)].allSatisfy(isPart)
  }

  /// The print that ends at an index, with figures for the letters that OCR prints for them, and where
  /// it begins; nothing where it has no figure.
  public static func mended(
    in bytes: [UInt8],
    endingAt end: Int,
    after floor: Int
  ) -> (bytes: [UInt8], start: Int)? {
    var stop = end
    ASCII.skipSpaces(bytes, back: &stop, to: floor)
    var head = stop
    while head > floor, !ASCII.isSpace(bytes[head - 1]) { head -= 1 }
    let word = bytes[head..<stop]
    let isPartOfSum =
      isFigures(word) || isLostGroup(word, in: bytes, floor) || (word.count == 3 && isMixed(word))
    guard isPartOfSum else { return nil }
    let hasLetter = !word.allSatisfy { ASCII.isDigit($0) || [0x2C, 0x2E].contains($0) }
    let start = start(in: bytes, before: head, after: floor, knowingMisread: hasLetter)
    return (bytes[start..<stop].map { Confusions.figure(ofLetter: $0) ?? $0 }, start)
  }

  /// The runs of figures that are sums to the eye and that no found sum covers: "4 425 67772",
  /// "30 000,0O", "5 ggs 095 00".
  public static func unreadable(in bytes: [UInt8], beside found: [Range<Int>]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var at = 0
    for end in found.map(\.lowerBound) + [bytes.count] {
      while at < end, let run = run(in: bytes, from: at, to: end) {
        at = run.upperBound
        if isSum(bytes[run]) { runs.append(run) }
      }
      at = found.first { $0.lowerBound == end }?.upperBound ?? end
    }
    return runs
  }

  /// The next run of words of figures, one space apart.
  private static func run(in bytes: [UInt8], from start: Int, to limit: Int) -> Range<Int>? {
    var at = start
    var begin: Int?
    var end = start
    while at < limit {
      while at < limit, isGap(bytes[at]) { at += 1 }
      var stop = at
      while stop < limit, !isGap(bytes[stop]) { stop += 1 }
      guard stop > at else { break }
      let word = bytes[at..<stop]
      let follows = begin != nil && at - end == 1 && bytes[end] == 0x20
      if isFigures(word) || (follows && isLostGroup(word, in: bytes, 0)) {
        if let begin, !follows { return begin..<end }
        begin = begin ?? at
        end = stop
      } else if let begin {
        return begin..<end
      }
      at = stop
    }
    return begin.map { $0..<end }
  }

  /// Whether a byte parts words, as the rules of a table do.
  private static func isGap(_ byte: UInt8) -> Bool { ASCII.isSpace(byte) || byte == 0x7C }

  /// Whether a run is a sum to the eye: six figures, or decimals.
  private static func isSum(_ run: ArraySlice<UInt8>) -> Bool {
    let digits = run.count(where: ASCII.isDigit)
    let misread = run.count { isMisread($0) }
    return digits >= 6 || (run.contains(0x2C) && digits >= 2 && digits + misread >= 4)
  }

  /// Whether a word has figures and nothing but what a sum has, letters that stand for figures too.
  private static func isFigures(_ word: ArraySlice<UInt8>) -> Bool {
    word.contains(where: ASCII.isDigit)
      && word.allSatisfy { isPart($0) && $0 != 0x2F || [0x2C, 0x2E].contains($0) }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || isMisread(byte) || byte == 0x2F
  }

  /// Whether what stands glued to a sum is a part of it: it has a figure, or is one letter for one.
  private static func isGroup(_ part: ArraySlice<UInt8>) -> Bool {
    part.count <= 4 && (part.contains(where: ASCII.isDigit) || part.count == 1)
  }

  /// Figures and letters that stand for figures: "a25", "22l", "S".
  private static func isMixed(_ word: ArraySlice<UInt8>) -> Bool {
    if word.count == 1, let letter = word.first {
      // "S 867 917,70"; "a" is a word of French.
      return letter != UInt8(ascii: "a")
        && Confusions.figure(ofLetter: letter, atLeast: .often) != nil
    }
    return word.contains(where: ASCII.isDigit)
      && word.allSatisfy { ASCII.isDigit($0) || isMisread($0) }
  }

  /// Three letters right behind figures: "5 ggs".
  private static func isLostGroup(
    _ word: ArraySlice<UInt8>,
    in bytes: [UInt8],
    _ floor: Int
  ) -> Bool {
    guard word.count == 3, word.allSatisfy(ASCII.isLetter), word.startIndex - 2 >= floor else {
      return false
    }
    return bytes[word.startIndex - 1] == 0x20 && ASCII.isDigit(bytes[word.startIndex - 2])
      && word.allSatisfy { isMisread($0) }
  }
}
