import DeliberationModel
import PageModel

/// Finds who presides and who is secretary in the sentences of a session's head.
struct SessionOfficers {
  private(set) var president: Person?
  private(set) var secretary: Person?
  /// "sous la présidence de Monsieur le Maire": the office of who presides.
  private(set) var presidentOffice: Roll.Office?

  /// The lines that name them.
  private(set) var lines: Set<Int> = []

  let document: Document
  private let tokens: [RollToken]
  private let names: RollNames

  /// Looks in the words of a session's head.
  init(_ tokens: [RollToken], of document: Document) {
    self.document = document
    self.tokens = tokens
    names = RollNames(tokens)
    for at in tokens.indices where tokens[at].kind == .word {
      if president == nil, presidentOffice == nil { readPresident(at) }
      if secretary == nil, tokens[at].key.hasPrefix("secreta") { readSecretary(at) }
    }
  }

  // MARK: - President

  private mutating func readPresident(_ at: Int) {
    let token = tokens[at]
    switch token.key {
    case "presidence":
      // "sous la présidence de", "Présidence : "
      var next = at + 1
      if next < tokens.count, tokens[next].isMark(":") {
        next += 1
      } else if next < tokens.count, ["de", "d"].contains(tokens[next].key) {
        next += 1
      } else if next < tokens.count,
        tokens[next].text.lowercased().hasPrefix("d'")
          || tokens[next].text.lowercased().hasPrefix("d’")
      {
        // "d'Anne ROUX"
      } else {
        return
      }
      let isUnder = at >= 2 && tokens[at - 2].key == "sous"
      guard isUnder || tokens[at].opensLine || tokens[at + 1].isMark(":") else { return }
      take(presidentAt: next)
    case "president", "presidente":
      // "Président de séance : "
      var next = at + 1
      if next + 1 < tokens.count, tokens[next].key == "de", tokens[next + 1].key == "seance" {
        next += 2
      }
      guard next < tokens.count, tokens[next].isMark(":"),
        token.opensLine || token.letters != .small
      else { return }
      take(presidentAt: next + 1)
    case "preside":
      // "Monsieur Marc ROUX, Maire, préside la séance"
      guard at + 2 < tokens.count, tokens[at + 2].key == "seance", let name = nameBefore(at) else {
        return
      }
      president = name
    default: break
    }
  }

  private mutating func take(presidentAt start: Int) {
    var at = start
    while at < tokens.count, tokens[at].isMark("\"") || tokens[at].isMark(":") { at += 1 }
    if let name = names.name(at: at), RollNames.isPerson(name, tokens),
      !RollWords.offices.contains(tokens[name.words.lowerBound].key)
    {
      president = person(name)
      // "de M. Luc BRIOT, Maire"
      var next = name.end
      if next < tokens.count, tokens[next].isMark(",") || tokens[next].isMark("-") { next += 1 }
      presidentOffice = RollWords.office(tokens[next..<min(next + 2, tokens.count)].map(\.key))
      lines.formUnion(tokens[start..<name.end].map(\.line))
      return
    }
    // "de Madame le Maire, Hélène MOREL", "de Monsieur le doyen d'âge, Max ROUX".
    let title = names.honorific(at: at)
    var next = title?.end ?? at
    let office = RollWords.office(tokens[next..<min(next + 4, tokens.count)].map(\.key))
    while next < tokens.count, next - start < 14, !tokens[next].isMark(","), !tokens[next].hasStop,
      !(tokens[next].isName && !RollWords.offices.contains(tokens[next].key)
        && !RollWords.neverNames.contains(tokens[next].key))
    { next += 1 }
    if next < tokens.count, tokens[next].isMark(",") { next += 1 }
    if next < tokens.count, var name = names.name(at: next), name.isWhole || name.honorific != nil {
      name.honorific = name.honorific ?? title?.honorific
      president = person(name)
    }
    presidentOffice = office
    lines.formUnion(tokens[start..<max(next, start)].map(\.line))
  }

  // MARK: - Secretary

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
      "lunanimite",
    ]
    var isClosed = false
    while next < tokens.count, next - at < 12 {
      if tokens[next].isMark(":") || tokens[next].isMark("*") || tokens[next].isMark("\"") {
        isClosed = true
      } else if !fillers.contains(tokens[next].key) || tokens[next].kind != .word {
        break
      }
      if tokens[next].hasStop { next += 1; break }
      next += 1
    }
    let isAssured = tokens[at..<next].contains { ["assure", "par", "personne"].contains($0.key) }
    if !isClosed, !isAssured, let name = sentenceName(before: at) {
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
    "desgin",
  ]

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
        found = person(name)
        at = name.end
      } else {
        at += 1
      }
    }
    return found
  }

  private func nameBefore(_ end: Int) -> Person? {
    var at = end
    while at > 0, end - at < 12,
      !(tokens[at - 1].hasStop && tokens[at - 1].letters == .name
        && RollWords.honorifics[tokens[at - 1].key] == nil)
    { at -= 1 }
    while at < end {
      if let name = names.name(at: at), RollNames.isPerson(name, tokens),
        name.isWhole || name.honorific != nil
      {
        return person(name)
      }
      at += 1
    }
    return nil
  }

  private func person(_ name: RollName) -> Person {
    Person(
      name: name.text,
      honorific: name.honorific,
      source: document.location(of: document.lines[tokens[name.words.lowerBound].line])
    )
  }
}
