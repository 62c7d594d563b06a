import DeliberationModel
import PageModel

/// Who holds the office by which an act calls a person without a name.
///
/// "donne pouvoir à M. le Maire", "Madame la Présidente ne prenant pas part au vote".
///
/// The preface proves it where it prints the office behind one name and no other: "sous la
/// présidence de M. BRIOT, Maire", "Présents : Jean-Luc BRIOT, Maire, …".
struct OfficeHolders {
  private let mayor: Person?
  private let president: Person?

  /// Takes the holders from the head of the session.
  init(_ head: SessionHead) {
    mayor = head.holders[.mayor]
    president = head.holders[.president]
  }

  /// The holder of the office that stands at an offset of a passage, and the offset behind it;
  /// nothing where no office stands there.
  func office(at start: Int, in passage: Passage) -> (holder: Person?, end: Int)? {
    let folded = FoldedText(passage.bytes[start...].prefix(60))
    var at = 0
    for address in ["monsieur ", "madame ", "m. ", "mr ", "mme ", "m "]
    where folded.string.hasPrefix(address) {
      at = address.utf8.count
      break
    }
    for article in ["le ", "la "] where folded.bytes[at...].starts(with: article.utf8) {
      at += 3
      for (stem, holder) in [("maire", mayor), ("president", president)]
      where folded.bytes[at...].starts(with: stem.utf8) {
        let end = Self.wordEnd(folded, at + stem.utf8.count)
        guard !Self.isDeputy(folded, end) else { return nil }
        return (holder, folded.offsets[end])
      }
    }
    return nil
  }

  /// The index behind the "e" of "présidente" and the "sse" of "mairesse".
  private static func wordEnd(_ folded: FoldedText, _ start: Int) -> Int {
    var end = start
    for ending in ["sse", "e"] where folded.bytes[end...].starts(with: ending.utf8) {
      end += ending.utf8.count
      break
    }
    return end
  }

  /// "Maire-adjoint", "Maire délégué", "Président de la commission".
  private static func isDeputy(_ folded: FoldedText, _ end: Int) -> Bool {
    [" adjoint", "-adjoint", " delegue", " de la commission", " honoraire"].contains {
      folded.bytes[end...].starts(with: $0.utf8)
    }
  }
}
