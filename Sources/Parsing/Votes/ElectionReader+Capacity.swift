import DeliberationModel
import PageModel

/// Tells members from their alternates.
extension ElectionReader {
  /// The capacity that a label before a place gives to all behind its colon: "Délégués titulaires :".
  static func labelled(capacity folded: FoldedText, before end: Int) -> ElectedCapacity? {
    let words: [(StaticString, ElectedCapacity)] = [
      ("titulaire", .member), ("suppleant", .alternate),
    ]
    var found: (place: Int, capacity: ElectedCapacity)?
    for (word, capacity) in words {
      var from = 0
      while let place = folded.firstIndex(of: word, from: from), place < end {
        from = place + word.utf8CodeUnitCount
        let rest = folded.bytes[from..<end].prefix(28).drop { ASCII.isLetter($0) || $0 == 0x20 }
        if rest.first == 0x3A, place > found?.place ?? -1 { found = (place, capacity) }
      }
    }
    return found?.capacity
  }

  /// "suppléant" or "titulaire", whichever stands first in a part.
  static func capacity(in folded: FoldedText, _ range: Range<Int>) -> ElectedCapacity? {
    let alternate = folded.firstIndex(of: "suppleant", from: range.lowerBound)
    let member = folded.firstIndex(of: "titulaire", from: range.lowerBound)
    switch (alternate, member) {
    case (let one?, let other?) where max(one, other) < range.upperBound:
      return one < other ? .alternate : .member
    case (let one?, _) where one < range.upperBound: return .alternate
    case (_, let other?) where other < range.upperBound: return .member
    default: return nil
    }
  }
}
