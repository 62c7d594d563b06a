import DeliberationModel
import PageModel

/// Finds who presides and who is secretary in the sentences of a session's head.
struct SessionOfficers {
  var president: Person?
  private(set) var secretary: Person?
  /// "sous la présidence de Monsieur le Maire": the office of who presides.
  var presidentOffice: Roll.Office?

  /// The lines that name them.
  var lines: Set<Int> = []

  let document: Document
  let tokens: [RollToken]
  let names: RollNames

  /// Looks in the words of a session's head, and for whom it does not name in those below it.
  init(_ tokens: [RollToken], _ below: [RollToken] = [], of document: Document) {
    self.init(document: document, tokens: tokens)
    guard !below.isEmpty else { return }
    // The last sentence of the head may go on below it.
    let rest = Self(document: document, tokens: tokens + below)
    if isPresidentOpen {
      president = rest.president
      presidentOffice = rest.presidentOffice
    }
    if secretary == nil { secretary = rest.secretary }
  }

  private init(document: Document, tokens: [RollToken]) {
    self.document = document
    self.tokens = tokens
    names = RollNames(tokens)
    for at in tokens.indices where tokens[at].kind == .word {
      if isPresidentOpen { readPresident(at) }
      if secretary == nil, tokens[at].key.hasPrefix("secreta") { readSecretary(at) }
    }
    for at in tokens.indices where isPresidentOpen { readOpening(at) }
    for at in tokens.indices where isPresidentOpen { readCalling(at) }
  }

  var isPresidentOpen: Bool { president == nil && presidentOffice == nil }

  /// Reads the secretary beside the word for the office.
  ///
  /// "Secrétaire de séance : M. Louis BRIAND", "M. Louis BRIAND est désigné secrétaire de séance", "Le
  /// Conseil désigne M. Louis BRIAND comme secrétaire", "Le secrétariat est assuré par …".
  private mutating func readSecretary(_ at: Int) {
    // Words that say that the office is another one: "secrétaire général", "secrétaire de mairie".
    if at + 1 < tokens.count, ["general", "generale"].contains(tokens[at + 1].key) { return }
    if at + 2 < tokens.count, tokens[at + 1].key == "de", tokens[at + 2].key == "mairie" { return }
    var next = at + 1
    let fillers: Set<String> = [
      "de", "seance", "elu", "elue", "la", "du", "conseil", "auxiliaire", "est", "a", "ete",
      "assure", "par", "designe", "designee", "nomme", "nommee", "en", "personne", "e", "s",
      "lunanimite", "sera",
    ]
    var isClosed = false
    while next < tokens.count, next - at < 12 {
      if tokens[next].isMark(":") || tokens[next].isMark("*") || tokens[next].isMark("\"") {
        isClosed = true
      } else if !fillers.contains(tokens[next].key) || tokens[next].kind != .word {
        break
      }
      if tokens[next].hasStop {
        next += 1
        break
      }
      next += 1
    }
    // "Secrétaire de séance / Bilkura idazkaria :"
    if next < tokens.count, tokens[next].isMark("/"),
      let colon = RollHeading.otherLanguageEnd(tokens, next)
    {
      (isClosed, next) = (true, colon + 1)
    }
    // "Commune de Valbrun - M. ROUX"
    if isClosed, next < tokens.count, RollWords.places.contains(tokens[next].key),
      let place = tokens[next...].prefix(8).firstIndex(where: {
        RollWords.honorifics[$0.key] != nil
      })
    {
      next = place
    }
    // "… désigné en qualité de secrétaire par le conseil municipal" names no one behind "par".
    let isAssured = tokens[at..<next].contains {
      ["assure", "personne"].contains($0.key) || $0.key == "par" && names.name(at: next) != nil
    }
    // "Est nommée secrétaire de séance Mme ROUX".
    if !isClosed, at > 1, tokens[at - 2].opensLine, ["est", "sont"].contains(tokens[at - 2].key),
      Self.names(toOffice: tokens[at - 1].key), let name = names.name(at: next),
      RollNames.isPerson(name, tokens)
    {
      secretary = person(name)
      lines.formUnion(tokens[at..<name.end].map(\.line))
      return
    }
    if !isClosed, !isAssured, let name = sentenceName(before: at) {
      secretary = name
      lines.insert(tokens[at].line)
      return
    }
    if !isClosed, let name = nextSentenceName(after: next) {
      secretary = name
      lines.insert(tokens[at].line)
      return
    }
    guard next < tokens.count, !tokens[next - 1].hasStop || isClosed,
      isClosed || isAssured || RollWords.honorifics[tokens[next].key] != nil
        || (tokens[next].opensLine && !tokens[next].opensParagraph),
      let name = names.name(at: next), RollNames.isPerson(name, tokens),
      name.isWhole || name.honorific != nil || isClosed
    else { return }
    secretary = person(name)
    lines.formUnion(tokens[at..<name.end].map(\.line))
  }

  /// Whether a word says that somebody is given an office.
  static func names(toOffice key: String) -> Bool {
    verbs.contains { key.hasPrefix($0) }
  }

  private static let verbs: [String] = [
    "design", "nomm", "elu", "elit", "choisi", "propos", "assur", "rempli", "fonction", "qualite",
    "desgin", "office",
  ]

  /// The person whom the next sentence names: "… à la nomination d'un secrétaire pris au sein du conseil.
  /// Mme ROUX, ayant obtenu la majorité des suffrages, a été désignée pour remplir ces fonctions."
  private func nextSentenceName(after start: Int) -> Person? {
    guard
      let stop = tokens[start...].prefix(24).firstIndex(where: {
        $0.hasStop && $0.letters != .initial
      }),
      stop + 1 < tokens.count, let name = names.name(at: stop + 1),
      name.isWhole || name.honorific != nil, RollNames.isPerson(name, tokens)
    else { return nil }
    let sentence = tokens[name.end...].prefix(24).prefix { !$0.opensParagraph }
    let isChosen = sentence.contains { Self.names(toOffice: $0.key) }
    let fills = sentence.contains { ["fonction", "fonctions"].contains($0.key) }
    return isChosen && fills ? person(name) : nil
  }

  /// The person that a sentence names before the office, or between a verb and the office.
  private func sentenceName(before end: Int) -> Person? {
    var start = end
    while start > 0, end - start < 45 {
      let before = tokens[start - 1]
      if before.hasStop, before.letters != .initial, RollWords.honorifics[before.key] == nil {
        break
      }
      if tokens[start].opensParagraph, start < end { break }
      if before.isMark(";") || before.isMark(":") { break }
      start -= 1
    }
    guard tokens[start..<end].contains(where: { Self.names(toOffice: $0.key) }) else { return nil }
    var found: Person?
    var at = start
    while at < end {
      if let name = names.name(at: at), name.end <= end, RollNames.isPerson(name, tokens),
        name.isWhole || name.honorific != nil,
        !["conseil", "le", "la"].contains(tokens[name.words.lowerBound].key)
      {
        // Of "Mme ROUX et M. PETIT" the first is named.
        if found == nil || at == 0 || tokens[at - 1].key != "et" { found = person(name) }
        at = name.end
      } else {
        at += 1
      }
    }
    return found
  }

  func person(_ name: RollName) -> Person {
    Person(
      name: name.text,
      honorific: name.honorific,
      source: document.location(of: document.lines[tokens[name.words.lowerBound].line])
    )
  }
}
