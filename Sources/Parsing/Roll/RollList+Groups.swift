import DeliberationModel
import PageModel

/// What heads some of a list's people.
extension RollList {
  /// Bodies that send members, and groups that they form.
  private static let bodies: Set<String> = [
    "region", "departement", "departements", "communaute", "communautes", "commune", "communes",
    "ville", "villes", "college", "canton", "syndicat", "syndicats", "metropole", "agglomeration",
    "liste",
  ]
  /// How many words a heading has at most.
  private static let longest = 20

  /// The index behind a heading at the head of a line or a cell: "Groupe « Ensemble »", "Communes (4 voix par
  /// délégué) :", "Non inscrits".
  func groupEnd() -> Int? {
    guard tokens[end].opensLine || tokens[end].opensCell, tokens[end].kind == .word else {
      return nil
    }
    let key = tokens[end].key
    let next = end + 1 < tokens.count ? tokens[end + 1].key : ""
    let isGroup = key == "groupe" || key == "groupes" || key == "non" && next.hasPrefix("inscrit")
    guard isGroup || Self.bodies.contains(key) else { return namedGroupEnd() }
    var at = end + 1
    while at < tokens.count, at - end < Self.longest {
      if tokens[at].isMark(":") { return at + 1 }
      if tokens[at].opensLine || isGroup && tokens[at].opensCell { return isGroup ? at : nil }
      at += 1
    }
    return isGroup && at >= tokens.count ? at : nil
  }

  /// The most words of a name that a group gives itself.
  private static let longestName = 8

  /// The index behind the name of a group alone before its members: "Printemps écologiste et social : M. Luc
  /// PETIT, Mme Anne ROUX". The first of them heads two people at least.
  private func namedGroupEnd() -> Int? {
    guard tokens[end].opensLine, tokens[end].isName else { return nil }
    let first = tokens[end].key
    guard !RollWords.offices.contains(first), !RollWords.isRemark(first),
      !RollWords.neverNames.contains(first)
    else { return nil }
    var colon = end
    while colon < tokens.count, !tokens[colon].isMark(":") {
      let token = tokens[colon]
      guard colon - end < Self.longestName, colon == end || !token.opensLine, !token.hasStop,
        token.kind == .word, RollWords.head(token.key) == nil,
        RollWords.honorifics[token.key] == nil
      else { return nil }
      colon += 1
    }
    guard colon + 1 < tokens.count, let first = names.name(at: colon + 1),
      first.honorific != nil || first.isWhole
    else { return nil }
    if places > 0 { return colon + 1 }
    guard first.end + 1 < tokens.count, tokens[first.end].isMark(","),
      let second = names.name(at: first.end + 1), second.honorific != nil || second.isWhole
    else { return nil }
    return colon + 1
  }
}
