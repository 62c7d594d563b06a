import DeliberationModel
import PageModel

/// A line that says that somebody comes or goes for good, in the course of a session.
///
/// "Arrivée de M. Ugo MARTEL à 19 h 15", "19h12 : Mme Zoé ADAM rejoint l'assemblée", "M. Fabien ROUSSET
/// quitte la séance à 19 h 10". Who leaves for one vote ("quitte la salle et ne prend pas part au
/// vote") steps aside, and moves nowhere.
struct MovementLine {
  /// Who.
  let people: [Person]
  /// Whether they come.
  let isArrival: Bool
  /// Whether they come back, and were there before.
  let isReturn: Bool
  /// Who votes for them from now on.
  let holder: Person?

  private static let longest = 240

  /// Reads a line; nothing where it says no such thing.
  init?(_ passage: Passage, of document: Document) {
    guard passage.bytes.count <= Self.longest else { return nil }
    self.init(passage, FoldedText(passage.bytes[...]), of: document)
  }

  /// Reads the first movement of a line that has been folded.
  init?(_ passage: Passage, _ folded: FoldedText, of document: Document) {
    guard let first = Self.all(passage, folded, of: document).first else { return nil }
    self = first
  }

  /// Reads all movements of a line, of which some tell several.
  ///
  /// "Arrivée de Mme ROUX à 19 h 25. Départ de Mme PETIT, qui donne pouvoir à Mme MOREL".
  static func all(
    _ passage: Passage,
    _ folded: FoldedText,
    of document: Document
  ) -> [MovementLine] {
    guard passage.bytes.count <= longest, mayMove(folded) else { return [] }
    let tokens = RollTokens(passage.lines, of: document).tokens
    let first = start(tokens)
    let further = tokens.indices.filter { index in
      index > first && nouns[tokens[index].key] != nil && tokens[index].letters != .small
        && (tokens[index - 1].hasStop || tokens[index - 1].isMark(".")
          || tokens[index - 1].kind == .number)
    }
    let starts = [first] + further
    return zip(starts, further + [tokens.count]).compactMap { start, end in
      start < end ? MovementLine(Array(tokens[start..<end]), folded, document) : nil
    }
  }

  private init?(_ tokens: [RollToken], _ folded: FoldedText, _ document: Document) {
    let names = RollNames(tokens)
    var at = 0
    if let arrives = Self.nouns[tokens[0].key] {
      // "Arrivée de", "Départ définitif de"
      guard tokens.count > 1 else { return nil }
      isArrival = arrives
      at = 1
    } else {
      guard let name = names.name(at: 0), name.honorific != nil || name.isWhole,
        let arrives = Self.moves(folded)
      else { return nil }
      isArrival = arrives
    }
    isReturn = tokens[0].key == "retour"
    let end = tokens.indices[at...].first { Self.isVerb(tokens[$0].key) } ?? tokens.count
    people = Self.people(names, in: at..<end, of: document)
    guard !people.isEmpty else { return nil }
    holder = isArrival ? nil : Self.holder(names, from: at, of: document)
  }

  private static let nouns: [String: Bool] = [
    "arrivee": true, "arrivees": true, "retour": true, "depart": false, "departs": false,
  ]

  /// A cheap test before a line is cut into words.
  private static func mayMove(_ folded: FoldedText) -> Bool {
    let stems: [StaticString] = [
      "arriv", "retour d", "depart d", "rejoi", "quitt", "se retire", "entre en seance",
      "entrent en seance", "prend place", "part a ", "depart definitif",
    ]
    return stems.contains { folded.contains($0) }
  }

  /// The index behind a bullet and the time of day: "À 19 h 12,", "19h12 :".
  private static func start(_ tokens: [RollToken]) -> Int {
    var at = 0
    let hours: Set<String> = ["a", "h", "heures", "min", "minutes"]
    while at < tokens.count, at < 8,
      tokens[at].kind != .word || hours.contains(tokens[at].key)
    {
      at += 1
    }
    return at
  }

  private static func isVerb(_ key: String) -> Bool {
    ["arriv", "rejoi", "quitt", "entre", "prend", "retire", "part"].contains { stem in
      stem.utf8.count > 4 ? key.hasPrefix(stem) : key == stem
    } && !key.hasPrefix("arrivee")
  }

  /// Whether a sentence says that somebody comes, or goes for good.
  private static func moves(_ folded: FoldedText) -> Bool? {
    let arrivals: [StaticString] = [
      " arrive a ", " arrivent a ", " arrive en ", " arrivent en ", " rejoint la seance",
      " rejoignent la seance", " rejoint l'assemblee", " rejoint le conseil", " entre en seance",
      " entrent en seance", " prend place a ", " est arrive", " sont arrives", " arrive au cours",
    ]
    if arrivals.contains(where: { folded.contains($0) }) { return true }
    let departures: [StaticString] = ["quitte", "se retire", " part a "]
    let aside: [StaticString] = ["part au vote", "particip", "pas part", "presidence"]
    guard departures.contains(where: { folded.contains($0) }),
      !aside.contains(where: { folded.contains($0) })
    else { return nil }
    return folded.contains("definitivement") || hasHour(folded) ? false : nil
  }

  private static func people(
    _ names: RollNames,
    in range: Range<Int>,
    of document: Document
  ) -> [Person] {
    var people: [Person] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let title = names.honorific(at: at)
      if let title, title.isPlural {
        at = title.end
      } else if let name = names.name(at: at), name.end <= range.upperBound,
        name.honorific != nil || name.isWhole || !people.isEmpty,
        RollNames.isPerson(name, names.tokens)
      {
        let line = document.lines[names.tokens[name.words.lowerBound].line]
        people.append(
          Person(
            name: name.text,
            honorific: name.honorific,
            source: document.location(of: line)
          )
        )
        at = name.end
      } else {
        at += 1
      }
    }
    return people
  }

  /// Who gets the vote of somebody who goes.
  private static func holder(
    _ names: RollNames,
    from start: Int,
    of document: Document
  ) -> Person? {
    for at in names.tokens.indices[start...] {
      guard let link = RollLink(names.tokens, at: at, isAmongProxies: false), !link.leadsToGiver,
        let name = names.name(at: link.end)
      else { continue }
      return people(names, in: link.end..<name.end, of: document).first
    }
    return nil
  }

  /// Whether a time of day stands in a line: "à 19 h 10", "à 20h".
  private static func hasHour(_ folded: FoldedText) -> Bool {
    for (place, byte) in folded.bytes.enumerated() where byte == 0x68 {
      let before = folded.bytes[..<place].last { $0 != 0x20 }
      guard before.map(ASCII.isDigit) ?? false else { continue }
      let next = place + 1 < folded.bytes.count ? folded.bytes[place + 1] : 0
      if !ASCII.isLetter(next) || folded.bytes[place...].starts(with: "heure".utf8) { return true }
    }
    return false
  }
}
