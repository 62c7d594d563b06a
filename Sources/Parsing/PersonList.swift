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
    if Self.kind(rest) == .family, Self.holdsFamilyName(rest) {
      unread.append(passage.text(start..<rest.endIndex))
    }
  }

  /// Whether a text holds three capitals in a row.
  private static func holdsFamilyName(_ text: ArraySlice<UInt8>) -> Bool {
    var run = 0
    var at = text.startIndex
    while at < text.endIndex {
      run = NameLetters.letter(in: text, at: &at) == .capital ? run + 1 : 0
      if run == 3 { return true }
    }
    return false
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x3B, 0x3A, 0x2E, 0x28, 0x29, 0x2F: true
    default: false
    }
  }

  /// Takes a word; answers whether the list goes on.
  private mutating func take(_ bounds: Range<Int>) -> Bool {
    let printed = passage.bytes[bounds]
    let key = FoldedText.key(of: printed)
    if let title = Self.honorifics.value(of: key[...]), printed.count <= Self.longestHonorific,
      !(printed.elementsEqual(Self.initialOrMonsieur) && isOfInitials)
    {
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
    // "Mme MOREL – M. PETIT".
    if key.isEmpty || key == [0x2D] {
      finishPerson()
      return true
    }
    switch Self.smallWords.value(of: key[...]) {
    case .joint: finishPerson()
    case .particle:
      let isUpper = NameLetters.opensWithCapital(printed)
      guard !words.isEmpty || isUpper else { return false }
      words.append(Word(bounds: bounds, kind: isUpper ? .family : .particle))
    case nil where Self.isOffice(key, printed): finishPerson()
    case nil:
      guard let kind = Self.kind(printed) else { return false }
      if kind == .given, words.last?.kind == .family, words.contains(where: { $0.kind == .given }) {
        finishPerson()
      }
      words.append(Word(bounds: bounds, kind: kind))
    }
    return true
  }

  /// What may be a honorific or the initial of a given name.
  private static let initialOrMonsieur = Array("M.".utf8)
  /// "Messieurs" is the longest word that addresses people, in bytes.
  private static let longestHonorific = 9

  private enum SmallWord {
    /// Stands between two people.
    case joint
    /// Stands inside a family name.
    case particle
  }

  private static let smallWords = WordTable<SmallWord>([
    (.joint, ["et", "ainsi", "que"]),
    (.particle, ["de", "du", "des", "la", "le", "d", "von", "van", "ben", "el", "les"]),
  ])

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
  private static func isOffice(_ key: [UInt8], _ printed: ArraySlice<UInt8>) -> Bool {
    guard printed.contains(where: ASCII.isLetter) || NameLetters.holdsSmall(printed) else {
      return false
    }
    if let first = key.first, ASCII.isLetter(first) { return offices.value(of: key[...]) != nil }
    return ranks.contains(String(decoding: key, as: UTF8.self))
  }

  private static let offices = WordTable([
    (
      (),
      [
        "maire", "mairesse", "maires", "adjoint", "adjointe", "adjoints", "adjointes", "president",
        "presidente", "vicepresident", "vicepresidente", "vicepresidents", "vicepresidentes",
        "conseiller", "conseillere", "conseillers", "conseilleres", "municipal", "municipale",
        "municipaux", "municipales", "communautaires",
      ]
    )
  ])
  private static let ranks: Set<String> = [
    "1er", "1ere", "2eme", "3eme", "4eme", "5eme", "6eme", "7eme", "8eme", "9eme", "2e", "3e", "4e",
    "5e", "6e", "7e", "8e", "9e",
  ]

  private static let honorifics = WordTable<(honorific: Honorific, isPlural: Bool)>([
    ((.monsieur, false), ["m", "mr", "monsieur"]),
    ((.monsieur, true), ["mm", "messieurs", "mrs"]),
    ((.madame, false), ["mme", "madame", "mlle"]),
    ((.madame, true), ["mmes", "mesdames"]),
  ])

  /// Whether a word is a given name ("Jean-Claude") or a family name ("LEROY"); neither where it
  /// begins with a small letter.
  private static func kind(_ word: ArraySlice<UInt8>) -> Kind? {
    var letters = 0
    var capitals = 0
    var at = word.startIndex
    while let letter = NameLetters.next(in: word, at: &at) {
      if letters == 0, letter == .small { return nil }
      letters += 1
      if letter == .capital { capitals += 1 }
    }
    guard letters > 0 else { return nil }
    if letters == 1 { return word.last == 0x2E ? .given : .family }
    return capitals * 3 >= letters * 2 ? .family : .given
  }

  /// Whether a word is a given name and a family name without the space between: "OdileMOREL", not
  /// "McADAM".
  private static func isGlued(_ word: ArraySlice<UInt8>) -> Bool {
    var letters: [NameLetters.Letter?] = []
    var at = word.startIndex
    while at < word.endIndex { letters.append(NameLetters.letter(in: word, at: &at)) }
    guard let end = letters.dropFirst().firstIndex(of: .capital), end >= 3 else { return false }
    return letters[end - 1] == .small && letters.count > end + 1 && letters[end + 1] == .capital
  }

  private mutating func finishPerson() {
    defer { words = [] }
    while words.last?.kind == .particle { words.removeLast() }
    let names = words.count { $0.kind != .particle }
    guard let first = words.first, let last = words.last else { return }
    guard
      names >= 2 || (honorific != nil && names == 1 && !Self.isGlued(passage.bytes[first.bounds]))
    else {
      let bounds = first.bounds.lowerBound..<last.bounds.upperBound
      if Self.holdsFamilyName(passage.bytes[bounds]) { unread.append(passage.text(bounds)) }
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
