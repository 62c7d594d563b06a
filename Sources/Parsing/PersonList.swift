import DeliberationModel
import PageModel

/// Reads the names of people in a list or at the head of a sentence.
///
/// "Mesdames A B, C D et E F ainsi que messieurs G H, I J et intéressés …" gives five people, and
/// ends at "intéressés". A comma that OCR lost is seen where a given name follows a family name
/// ("KUCHCINSKI Ludovic LOQUET").
struct PersonList {
  /// The people, in printed order.
  private(set) var people: [Person] = []
  /// Words in capitals that stand among the names and belong to no person: "OdileMOREL".
  private(set) var unread: [String] = []
  /// The offset in the passage at which the list ends.
  private(set) var end: Int

  private let passage: Passage
  private let document: Document
  /// The offsets, ascending, at which a name ends.
  private let cells: [Int]
  private var honorific: Honorific?
  private var isPluralHonorific = false
  /// Whether the plural honorifics of both kinds stand before the names ("Mmes et MM.").
  private var isMixedHonorific = false
  /// How many people stand before the plural honorific that holds.
  private var peopleBeforePlural: Int?
  private var words: [Word] = []

  private struct Word {
    var bounds: Range<Int>
    var kind: Kind
  }

  private enum Kind {
    case given
    case family
    case particle
  }

  /// Reads the people in a part of a passage; in a list that is set in columns or one name a line,
  /// a name ends with its cell.
  init(
    _ passage: Passage,
    _ bounds: Range<Int>? = nil,
    inCells: Bool = false,
    of document: Document
  ) {
    self.passage = passage
    self.document = document
    cells = inCells ? passage.cells : []
    let bounds = bounds ?? 0..<passage.bytes.count
    end = bounds.upperBound
    read(bounds)
  }

  private mutating func read(_ bounds: Range<Int>) {
    var at = bounds.lowerBound
    var cell = 0
    while at < bounds.upperBound {
      while cell < cells.count, cells[cell] <= at {
        if cells[cell] == at { finishPerson() }
        cell += 1
      }
      let byte = passage.bytes[at]
      if byte == 0x20 {
        at += 1
      } else if isSeparator(byte) {
        finishPerson()
        at += 1
      } else {
        var next = at
        while next < bounds.upperBound, passage.bytes[next] != 0x20,
          !isSeparator(passage.bytes[next])
        {
          next += 1
        }
        if next < bounds.upperBound, passage.bytes[next] == 0x2E, next - at <= 2 { next += 1 }
        guard take(at..<next) else {
          end = at
          finishPerson()
          noteName(after: next, before: bounds.upperBound, from: at)
          return
        }
        at = next
      }
    }
    finishPerson()
  }

  /// Takes down a name whose first letter is lost, which ends the list too early: "rançois ROUX".
  private mutating func noteName(after next: Int, before upper: Int, from start: Int) {
    guard next < upper, passage.bytes[next] == 0x20 else { return }
    let rest = passage.bytes[(next + 1)..<upper].prefix { $0 != 0x20 && !isSeparator($0) }
    let word = String(decoding: rest, as: UTF8.self)
    if Self.kind(word) == .family, Self.holdsFamilyName(word) {
      unread.append(passage.text(start..<rest.endIndex))
    }
  }

  /// Whether a text holds three capitals in a row.
  private static func holdsFamilyName(_ text: String) -> Bool {
    var run = 0
    for scalar in text.unicodeScalars {
      run = isCapital(scalar) == true ? run + 1 : 0
      if run == 3 { return true }
    }
    return false
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    [0x2C, 0x3B, 0x3A, 0x2E, 0x28, 0x29, 0x2F].contains(byte)
  }

  /// Takes a word; answers whether the list goes on.
  private mutating func take(_ bounds: Range<Int>) -> Bool {
    let text = passage.text(bounds)
    let folded = FoldedText(text).key
    if let title = Self.honorifics[folded], text.count <= 9, !(text == "M." && isOfInitials) {
      finishPerson()
      // "Mesdames Mme Fatima …" still addresses everybody who follows.
      let isRepeated = people.count == peopleBeforePlural && honorific == title.honorific
      isMixedHonorific =
        people.count == peopleBeforePlural && title.isPlural
        && (isMixedHonorific || honorific != title.honorific)
      honorific = title.honorific
      isPluralHonorific = title.isPlural || isRepeated
      peopleBeforePlural = isPluralHonorific ? people.count : nil
      return true
    }
    switch folded {
    case "et", "ainsi", "que", "": finishPerson()
    case "de", "du", "des", "la", "le", "d", "von", "van", "ben", "el", "les":
      guard !words.isEmpty || text.first?.isUppercase == true else { return false }
      let isUpper = text.unicodeScalars.first?.properties.isUppercase == true
      words.append(Word(bounds: bounds, kind: isUpper ? .family : .particle))
    case _ where Self.isOffice(folded, text): finishPerson()
    default:
      guard let kind = Self.kind(text) else { return false }
      if kind == .given, words.last?.kind == .family, words.contains(where: { $0.kind == .given }) {
        finishPerson()
      }
      words.append(Word(bounds: bounds, kind: kind))
    }
    return true
  }

  /// Whether the list gives initials for given names, so that a name behind "M." has one too.
  ///
  /// "C. Montel, E. Favier, M. Tessier".
  private var isOfInitials: Bool {
    people.count > 1
      && people.allSatisfy { person in
        let letters = Array(person.name.utf8.prefix(2))
        return person.honorific == nil && letters.count == 2 && letters[1] == 0x2E
      }
  }

  /// Whether a word is the office beside a name; in capitals it is a name.
  ///
  /// "M. Denis PELLETIER, maire, Mme Agnès MOREAU", but "M. Jean MAIRE".
  private static func isOffice(_ folded: String, _ text: String) -> Bool {
    offices.contains(folded) && text.contains(where: \.isLowercase)
  }

  private static let offices: Set<String> = [
    "maire", "mairesse", "maires", "adjoint", "adjointe", "adjoints", "adjointes", "president",
    "presidente", "vicepresident", "vicepresidente", "vicepresidents", "vicepresidentes",
    "conseiller", "conseillere", "conseillers", "conseilleres", "municipal", "municipale",
    "municipaux", "municipales", "communautaires", "1er", "1ere", "2eme", "3eme", "4eme", "5eme",
    "6eme", "7eme", "8eme", "9eme", "2e", "3e", "4e", "5e", "6e", "7e", "8e", "9e",
  ]

  private static let honorifics: [String: (honorific: Honorific, isPlural: Bool)] = [
    "m": (.monsieur, false), "mr": (.monsieur, false), "monsieur": (.monsieur, false),
    "mm": (.monsieur, true), "messieurs": (.monsieur, true), "mrs": (.monsieur, true),
    "mme": (.madame, false), "madame": (.madame, false), "mlle": (.madame, false),
    "mmes": (.madame, true), "mesdames": (.madame, true),
  ]

  /// Whether a word is a given name ("Jean-Claude") or a family name ("LEROY"); neither where it
  /// begins with a small letter.
  private static func kind(_ word: String) -> Kind? {
    var letters = 0
    var capitals = 0
    for scalar in word.unicodeScalars {
      guard let isCapital = isCapital(scalar) else { continue }
      if letters == 0, !isCapital { return nil }
      letters += 1
      if isCapital { capitals += 1 }
    }
    guard letters > 0 else { return nil }
    if letters == 1 { return word.hasSuffix(".") ? .given : .family }
    return capitals * 3 >= letters * 2 ? .family : .given
  }

  /// Whether a scalar is a capital; nothing where it is no letter.
  ///
  /// ASCII and Latin-1 by number: `Unicode.Scalar.Properties` costs more than the rest of a name.
  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool? {
    switch scalar.value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: true
    case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF: false
    case ..<0x100: nil
    default: scalar.properties.isAlphabetic ? scalar.properties.isUppercase : nil
    }
  }

  /// Whether a word is a given name and a family name without the space between: "OdileMOREL", not
  /// "McADAM".
  private static func isGlued(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars)
    guard let end = scalars.dropFirst().firstIndex(where: { isCapital($0) == true }), end >= 3
    else {
      return false
    }
    return isCapital(scalars[end - 1]) == false && scalars.count > end + 1
      && isCapital(scalars[end + 1]) == true
  }

  private mutating func finishPerson() {
    defer { words = [] }
    while words.last?.kind == .particle { words.removeLast() }
    let names = words.count { $0.kind != .particle }
    guard let first = words.first, let last = words.last else { return }
    guard
      names >= 2 || (honorific != nil && names == 1 && !Self.isGlued(passage.text(first.bounds)))
    else {
      let text = passage.text(first.bounds.lowerBound..<last.bounds.upperBound)
      if Self.holdsFamilyName(text) { unread.append(text) }
      return
    }
    let bounds = first.bounds.lowerBound..<last.bounds.upperBound
    people.append(
      Person(
        name: passage.text(bounds),
        honorific: isMixedHonorific ? nil : honorific,
        source: passage.location(bounds, in: document)
      )
    )
    if !isPluralHonorific { honorific = nil }
  }
}
