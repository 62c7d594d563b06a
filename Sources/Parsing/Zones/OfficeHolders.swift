import DeliberationModel
import PageModel

/// Who holds the office by which an act calls a person without a name.
///
/// "donne pouvoir à M. le Maire", "Madame la Présidente ne prenant pas part au vote".
///
/// The preface proves it where it prints the office behind one name and no other: "sous la
/// présidence de M. BRIOT, Maire", "Présents : Jean-Luc BRIOT, Maire, …".
struct OfficeHolders {
  private var mayor: Person?
  private var president: Person?

  /// Looks for the names and offices in the lines of a preface.
  init(_ preface: [Int], of document: Document) {
    let passage = Passage(preface, of: document)
    let folded = FoldedText(passage.bytes[...])
    mayor = Self.holder(of: ", maire", in: folded, passage, document)
    president = Self.holder(of: ", president", in: folded, passage, document)
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

  /// The one person behind whose name an office stands.
  private static func holder(
    of office: StaticString,
    in folded: FoldedText,
    _ passage: Passage,
    _ document: Document
  ) -> Person? {
    var found: [Person] = []
    var from = 0
    while let place = folded.firstIndex(of: office, from: from) {
      from = place + 1
      let end = wordEnd(folded, place + office.utf8CodeUnitCount)
      if isDeputy(folded, end) || folded.bytes[end...].starts(with: "s".utf8) { continue }
      let start = nameStart(before: place, in: folded)
      let bounds = folded.offsets[start]..<folded.offsets[place]
      let list = PersonList(passage, bounds, of: document)
      guard list.end == bounds.upperBound, let person = list.people.last else { continue }
      // The fuller name of two counts: "BRIOT", "Jean-Luc BRIOT".
      if let known = found.firstIndex(where: { isSame($0, person) }) {
        if person.name.utf8.count > found[known].name.utf8.count { found[known] = person }
      } else {
        found.append(person)
      }
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Where the name before an office begins: behind a mark, or behind "présidence de".
  private static func nameStart(before place: Int, in folded: FoldedText) -> Int {
    var start = place
    while start > 0, place - start < 60, ![0x2C, 0x3B, 0x3A].contains(folded.bytes[start - 1]) {
      start -= 1
    }
    for words: StaticString in ["presidence de ", "presidence d'"] {
      if let found = folded.firstIndex(of: words, from: start), found < place {
        start = found + words.utf8CodeUnitCount
      }
    }
    return start
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

  /// Whether two names are those of one person: "BRIOT" and "Jean-Luc BRIOT".
  private static func isSame(_ one: Person, _ other: Person) -> Bool {
    let names = [one, other].map { FoldedText($0.name).string }
    return names[0] == names[1] || names[0].hasSuffix(" " + names[1])
      || names[1].hasSuffix(" " + names[0]) || names[0].hasPrefix(names[1] + " ")
      || names[1].hasPrefix(names[0] + " ")
  }
}
