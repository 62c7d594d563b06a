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
  /// Who is there beside the members.
  private static let guests: Set<String> = [
    "invite", "invites", "invitee", "invitees", "administration", "service", "services",
    "direction",
    "personnel", "public", "presse", "tresorier", "tresoriere", "comptable", "secretariat", "objet",
  ]
  /// Words of a sentence: "A été nommée secrétaire : Mme ROUX".
  private static let says: Set<String> = ["est", "sont", "ete", "ont", "secretaire", "president"]
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
    if let colon = labelEnd() { return colon }
    let isGroup = key == "groupe" || key == "groupes" || key == "non" && next.hasPrefix("inscrit")
    guard isGroup || Self.bodies.contains(key) else { return nil }
    var at = end + 1
    while at < tokens.count, at - end < Self.longest {
      if tokens[at].isMark(":") { return at + 1 }
      if tokens[at].opensLine || isGroup && tokens[at].opensCell { return isGroup ? at : nil }
      at += 1
    }
    return isGroup && at >= tokens.count ? at : nil
  }

  /// The index behind the colon of a place or a group that somebody follows on its line.
  ///
  /// "Union de la vallée : M. PETIT, Mme MOREL".
  private func labelEnd() -> Int? {
    let first = tokens[end]
    guard first.opensLine, first.letters != .small,
      !RollWords.offices.contains(first.key), !first.key.hasPrefix("rapporteur"),
      !Self.guests.contains(first.key),
      names.honorific(at: end) == nil, !RollWords.resemblesHead(first.key),
      let colon = tokens[(end + 1)...].prefix(8).firstIndex(where: {
        $0.kind != .word && !$0.isMark("-")
      }),
      tokens[colon].isMark(":"), colon + 1 < tokens.count, opensPerson(colon + 1),
      !tokens[(end + 1)...colon].contains(where: \.opensLine),
      !tokens[end..<colon].contains(where: { Self.says.contains($0.key) })
    else { return nil }
    return colon + 1
  }
}
