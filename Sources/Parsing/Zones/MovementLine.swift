import DeliberationModel
import PageModel

/// A line that says that somebody comes or goes for good, in the course of a session.
///
/// "Arrivée de M. Ugo MARTEL à 19 h 15", "M. Fabien ROUSSET quitte la séance à 19 h 10". Who leaves
/// for one vote ("quitte la salle et ne prend pas part au vote") steps aside, and moves nowhere.
struct MovementLine {
  /// Who.
  let people: [Person]
  /// Whether they come.
  let isArrival: Bool
  /// Who votes for them from now on.
  let holder: Person?

  /// Reads a line; nothing where it says no such thing.
  init?(_ passage: Passage, of document: Document) {
    let folded = FoldedText(passage.bytes[...])
    guard folded.bytes.count <= 240 else { return nil }
    var start = 0
    if let opening = Self.openings.first(where: { folded.starts(with: $0.words) }) {
      start = opening.words.utf8CodeUnitCount
      isArrival = opening.isArrival
    } else if Self.arrives(folded) {
      isArrival = true
    } else if Self.leaves(folded) {
      isArrival = false
    } else {
      return nil
    }
    let bounds = folded.offsets[start]..<passage.bytes.count
    let list = PersonList(passage, bounds, of: document)
    guard !list.people.isEmpty else { return nil }
    people = list.people
    var holder: Person?
    if !isArrival, let place = folded.firstIndex(of: "pouvoir a ") {
      let named = folded.offsets[place + 10]..<passage.bytes.count
      holder = PersonList(passage, named, of: document).people.first
    }
    self.holder = holder
  }

  private static let openings: [(words: StaticString, isArrival: Bool)] = [
    ("arrivee de ", true), ("arrivee d'", true), ("retour de ", true), ("arrivees de ", true),
    ("depart de ", false), ("departs de ", false), ("depart definitif de ", false),
  ]

  private static func arrives(_ folded: FoldedText) -> Bool {
    let words: [StaticString] = [
      " arrive a ", " arrivent a ", " arrive en seance", " rejoint la seance",
      " rejoignent la seance", " entre en seance", " entrent en seance", " prend place a ",
    ]
    return LineWords.opensWithPerson(folded) && words.contains { folded.contains($0) }
  }

  private static func leaves(_ folded: FoldedText) -> Bool {
    let words: [StaticString] = ["quitte", "se retire", "part a "]
    guard LineWords.opensWithPerson(folded), words.contains(where: { folded.contains($0) }),
      !folded.contains("part au vote"), !folded.contains("particip"), !folded.contains("pas part")
    else { return false }
    return folded.contains("definitivement") || hasHour(folded)
  }

  /// Whether a time of day stands in a line: "à 19 h 10", "à 20h".
  private static func hasHour(_ folded: FoldedText) -> Bool {
    var from = 0
    while let place = folded.firstIndex(of: " a ", from: from) {
      from = place + 1
      let digits = folded.bytes[(place + 3)...].prefix(while: ASCII.isDigit)
      let next = folded.bytes[digits.endIndex...].first { !ASCII.isSpace($0) }
      if (1...2).contains(digits.count), next == 0x68 { return true }
    }
    return false
  }
}
