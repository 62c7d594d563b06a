import DeliberationModel

/// Who presides: who is said to, or else who opens the sitting, or who called the members.
extension SessionOfficers {
  mutating func readPresident(_ at: Int) {
    let token = tokens[at]
    let next = at + 1
    switch token.key {
    case "presidence":
      // "M. ROUX assure la présidence"
      if at > 1, tokens[at - 2].key.hasPrefix("assur"), let name = nameBefore(at - 2) {
        president = name
        return
      }
      // "sous la présidence de", "Présidence : "
      guard next < tokens.count else { return }
      let isUnder = at >= 2 && tokens[at - 2].key == "sous"
      guard isUnder || token.opensLine || tokens[next].isMark(":") else { return }
      if tokens[next].isMark(":") || ["de", "d"].contains(tokens[next].key) {
        take(presidentAt: next + 1)
      } else if ["d'", "d’"].contains(where: { tokens[next].text.lowercased().hasPrefix($0) }) {
        // "d'Anne ROUX"
        take(presidentAt: next)
      }
    case "president", "presidente":
      let ofSession = sessionEnd(next)
      if ofSession != nil, at > 0,
        ["est", "etant", "designe", "designee"].contains(tokens[at - 1].key)
      {
        // "Luc BRIOT est président de la séance"
        president = nameBefore(at - 1)
        if president != nil { lines.insert(token.line) }
        return
      }
      // "Président de séance : "
      let end = ofSession ?? next
      guard end < tokens.count,
        tokens[end].isMark(":") || ofSession != nil && tokens[end].isMark("-"),
        token.opensLine || token.letters != .small
      else { return }
      take(presidentAt: end + 1)
    case "preside", "presidant":
      // "Monsieur Marc ROUX, Maire, préside la séance", "…, présidant la séance"
      // "M. Marc ROUX, maire, préside."
      let ends = token.key == "preside" && token.hasStop
      guard ends || at + 2 < tokens.count && Self.sittings.contains(tokens[at + 2].key) else {
        return
      }
      president = nameBefore(at)
    case "presidee", "presides", "presidees":
      // "La réunion, présidée par M. ROUX"
      guard next < tokens.count, tokens[next].key == "par",
        tokens[max(0, at - 6)..<at].contains(where: { Self.sittings.contains($0.key) })
      else { return }
      take(presidentAt: next + 1)
    default: break
    }
  }

  private static let sittings: Set<String> = ["seance", "reunion", "assemblee", "conseil"]

  /// The index behind "de séance", "de la réunion".
  private func sessionEnd(_ start: Int) -> Int? {
    guard start + 1 < tokens.count, tokens[start].key == "de" else { return nil }
    let at = tokens[start + 1].key == "la" ? start + 2 : start + 1
    return at < tokens.count && Self.sittings.contains(tokens[at].key) ? at + 1 : nil
  }

  /// Reads who opens the sitting, who presides where nothing else says it.
  ///
  /// "M. Luc BRIOT, Président, salue l'assemblée et ouvre la séance", "Monsieur le Maire déclare la
  /// séance ouverte", "en séance ouverte par son président, M. BRIOT".
  mutating func readOpening(_ at: Int) {
    let key = tokens[at].key
    if ["ouverte", "ouvert"].contains(key), at + 1 < tokens.count, tokens[at + 1].key == "par" {
      take(presidentAt: at + 2)
      return
    }
    guard Self.openings.contains(key), tokens[at].letters == .small,
      tokens[at..<min(at + 12, tokens.count)].prefix(while: { !$0.opensParagraph })
        .contains(where: { ["seance", "quorum", "lappel", "appel", "bienvenue"].contains($0.key) })
    else { return }
    var start = at
    while start > 0, at - start < 16, !tokens[start].opensParagraph {
      let before = tokens[start - 1]
      if before.hasStop, before.letters != .initial, RollWords.honorifics[before.key] == nil {
        break
      }
      start -= 1
    }
    guard start < at, at - start < 16 else { return }
    // "Le quorum étant atteint, Monsieur le Maire ouvre la séance"
    let commas = tokens[start..<at].indices.filter { tokens[$0].isMark(",") }.map { $0 + 1 }
    for place in [start] + commas where isPresidentOpen && place < at {
      take(presidentAt: place, before: at)
    }
  }

  private static let openings: Set<String> = [
    "ouvre", "salue", "declare", "accueille", "souhaite", "procede", "constate", "preside",
  ]

  /// Reads who called the members: "la convocation adressée par la Présidente, Mme Anne ROUX".
  mutating func readCalling(_ at: Int) {
    guard tokens[at].key == "par",
      tokens[max(0, at - 6)..<at].contains(where: { $0.key.hasPrefix("convo") })
    else { return }
    take(presidentAt: at + 1)
    // An office alone says nothing of who presided.
    if president == nil { presidentOffice = nil }
  }

  /// Takes the person or the office at an index, and no word from a bound on.
  private mutating func take(presidentAt start: Int, before end: Int? = nil) {
    let bound = min(end ?? tokens.count, tokens.count)
    var at = start
    while at < bound, tokens[at].isMark("\"") || tokens[at].isMark(":") { at += 1 }
    if at < bound, let name = names.name(at: at), RollNames.isPerson(name, tokens),
      name.end <= bound,
      !RollWords.offices.contains(tokens[name.words.lowerBound].key),
      end == nil || name.isWhole || name.honorific != nil
    {
      president = person(name)
      // "de M. Luc BRIOT, Maire"
      var next = name.end
      if next < bound, tokens[next].isMark(",") || tokens[next].isMark("-") { next += 1 }
      presidentOffice = RollWords.office(tokens[next..<max(next, min(next + 2, bound))].map(\.key))
      lines.formUnion(tokens[start..<name.end].map(\.line))
      return
    }
    // "de Madame le Maire, Hélène MOREL", "de Monsieur le doyen d'âge, Max ROUX".
    let title = names.honorific(at: at)
    var next = title?.end ?? at
    let office = RollWords.office(tokens[next..<max(next, min(next + 4, bound))].map(\.key))
    if end != nil, office == nil { return }
    while next < bound, next - start < 14, !tokens[next].isMark(","), !tokens[next].hasStop,
      !(tokens[next].isName && !RollWords.offices.contains(tokens[next].key)
        && !RollWords.neverNames.contains(tokens[next].key)
        && !RollWords.particles.contains(tokens[next].key))
    { next += 1 }
    if next < bound, tokens[next].isMark(",") { next += 1 }
    if next < bound, var name = names.name(at: next), name.end <= bound,
      name.isWhole || name.honorific != nil
    {
      name.honorific = name.honorific ?? title?.honorific
      president = person(name)
    }
    presidentOffice = office
    lines.formUnion(tokens[start..<max(next, start)].map(\.line))
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
}
