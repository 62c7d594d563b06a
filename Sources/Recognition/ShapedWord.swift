import Lexing
import PageModel

/// A word of capitals and figures with the shapes of its letters, which may prove another reading.
struct ShapedWord: Sendable {
  /// The index of the word among those of its page.
  var word: Int
  /// What was read.
  var text: [UInt8]
  /// The shapes from left to right; one letter may be more or less than was read.
  var shapes: [LetterShape]

  /// A shape is a letter where it is at least this like the document's.
  static let leastLikeness: Float = 0.82
  /// How much more like another letter a shape must be than like the one that was read.
  static let leastGain: Float = 0.12
  /// A letter that was read stands where its shape is at least this like it.
  static let plausible: Float = 0.65

  /// The reading that the shapes prove, and how sure it is from 0 to 100; nothing where they prove
  /// none.
  func reading(by letters: LetterShapes) -> (text: [UInt8], confidence: UInt8)? {
    let likenesses = shapes.map(letters.likeness)
    let read: [UInt8]
    if shapes.count == text.count {
      read = text
    } else if shapes.count + 1 == text.count, let shorter = shortened(likenesses) {
      read = shorter
    } else {
      return nil
    }
    var out: [UInt8] = []
    var least: Float = 1
    for (letter, likeness) in zip(read, likenesses) {
      // The byte decides between letters that are equally like: the same bytes every run.
      guard let best = likeness.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
        return nil
      }
      let own = likeness[letter] ?? (Self.isLetter(letter) ? 1 : 0)
      if best.key != letter, best.value >= Self.leastLikeness, best.value - own >= Self.leastGain {
        out.append(best.key)
        least = min(least, best.value)
      } else {
        guard own >= Self.plausible else { return nil }
        out.append(letter)
        least = min(least, own)
      }
    }
    return (out, UInt8(least * 100))
  }

  /// The letters that were read without the one of two strokes that has no shape: "MIJEP" is printed
  /// "MJEP".
  private func shortened(_ likenesses: [[UInt8: Float]]) -> [UInt8]? {
    var best: (text: [UInt8], least: Float)?
    for (index, next) in zip(text.indices, text.indices.dropFirst())
    where Confusions.isStroke(text[index]) && Confusions.isStroke(text[next]) {
      for lost in [index, next] {
        var shorter = text
        shorter.remove(at: lost)
        let least = zip(shorter, likenesses).map { $1[$0] ?? 0 }.min() ?? 0
        if least >= Self.leastLikeness, least > best?.least ?? 0 { best = (shorter, least) }
      }
    }
    return best?.text
  }

  /// Whether a byte is a capital or a figure.
  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// Whether a reading may hold a letter that was taken for another: capitals and figures, and signs
  /// that stand for them.
  static func isCode(_ text: [UInt8]) -> Bool {
    guard (2...9).contains(text.count), text.contains(where: { (0x41...0x5A).contains($0) }) else {
      return false
    }
    return text.allSatisfy { isLetter($0) || Confusions.isStroke($0) }
  }

  /// Whether the reading of a code is doubtful.
  static func isDoubtful(_ text: [UInt8], confidence: Float, shapeCount: Int) -> Bool {
    confidence < 85 || shapeCount != text.count || text.contains(where: isConfusable)
  }

  private static func isConfusable(_ byte: UInt8) -> Bool {
    Confusions.isStroke(byte) || byte == UInt8(ascii: "0") || byte == UInt8(ascii: "O")
  }
}
