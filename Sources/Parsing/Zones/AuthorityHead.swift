import DeliberationModel
import PageModel

/// The words that the name of an authority begins with.
struct AuthorityHead {
  var folded: String
  var written: String
  var type: AuthorityType
  /// Whether a proper name can follow without "de": "Région Normandie".
  var takesName = false
  /// Whether it names the assembly and not the authority, so that a date can stand behind it.
  var isAssembly = false

  /// Whether the authority is no département or region, in which others lie.
  var isNarrow: Bool { type != .department && type != .region }

  /// Whether the words before it say that it is where the assembly meets: "en mairie de", "à l'hôtel
  /// de ville de", "au siège de la communauté".
  func isPlace(in before: String) -> Bool {
    let near = before.suffix(24)
    return folded == "mairie"
      || ["siege", "hotel", "salle", "locaux", "mairie"].contains { near.contains($0) }
  }

  /// The name of a commune with its link: "Commune d'Orval".
  static func commune(_ name: String) -> String {
    let first = FoldedText(String(name.prefix(1))).string
    let isVowel = ["a", "e", "i", "o", "u", "y"].contains(first)
    return isVowel ? "Commune d'" + name : "Commune de " + name
  }

  /// What names an authority within a sentence alone: its assembly, its mayor.
  static let inSentences = [
    AuthorityHead(folded: "maire", written: "Commune", type: .commune),
    AuthorityHead(folded: "conseil regional", written: "Région", type: .region),
    AuthorityHead(folded: "conseil communautaire", written: "", type: .epci),
    AuthorityHead(
      folded: "ept",
      written: "EPT",
      type: .epci,
      takesName: true
    ),
  ]

  static let all = [
    AuthorityHead(folded: "departement", written: "Département", type: .department),
    AuthorityHead(folded: "conseil departemental", written: "Département", type: .department),
    AuthorityHead(folded: "region", written: "Région", type: .region, takesName: true),
    AuthorityHead(folded: "commune", written: "Commune", type: .commune),
    AuthorityHead(folded: "ville", written: "Ville", type: .commune),
    AuthorityHead(folded: "mairie", written: "Commune", type: .commune),
    AuthorityHead(
      folded: "communaute d'agglomeration",
      written: "Communauté d'agglomération",
      type: .epci,
      takesName: true
    ),
    AuthorityHead(
      folded: "communaute de communes",
      written: "Communauté de communes",
      type: .epci,
      takesName: true
    ),
    AuthorityHead(
      folded: "communaute urbaine",
      written: "Communauté urbaine",
      type: .epci,
      takesName: true
    ),
    AuthorityHead(folded: "eurometropole", written: "Eurométropole", type: .epci),
    AuthorityHead(folded: "metropole", written: "Métropole", type: .epci, takesName: true),
    AuthorityHead(
      folded: "syndicat mixte",
      written: "Syndicat mixte",
      type: .syndicate,
      takesName: true
    ),
    AuthorityHead(
      folded: "syndicat intercommunal",
      written: "Syndicat intercommunal",
      type: .syndicate,
      takesName: true
    ),
    AuthorityHead(folded: "sivom", written: "SIVOM", type: .syndicate, takesName: true),
    AuthorityHead(folded: "sivu", written: "SIVU", type: .syndicate, takesName: true),
    AuthorityHead(folded: "sivos", written: "SIVOS", type: .syndicate, takesName: true),
    AuthorityHead(folded: "siaep", written: "SIAEP", type: .syndicate, takesName: true),
    AuthorityHead(folded: "sirtom", written: "SIRTOM", type: .syndicate, takesName: true),
    AuthorityHead(folded: "smictom", written: "SMICTOM", type: .syndicate, takesName: true),
    AuthorityHead(folded: "sictom", written: "SICTOM", type: .syndicate, takesName: true),
    AuthorityHead(
      folded: "centre communal d'action sociale",
      written: "Centre communal d'action sociale",
      type: .other
    ),
    AuthorityHead(
      folded: "centre intercommunal d'action sociale",
      written: "Centre intercommunal d'action sociale",
      type: .other
    ),
    AuthorityHead(folded: "ccas", written: "CCAS", type: .other),
    AuthorityHead(
      folded: "service departemental d'incendie et de secours",
      written: "Service départemental d'incendie et de secours",
      type: .other
    ),
    AuthorityHead(folded: "sdis", written: "SDIS", type: .other),
    AuthorityHead(
      folded: "collectivite territoriale",
      written: "Collectivité territoriale",
      type: .other
    ),
    AuthorityHead(folded: "collectivite", written: "Collectivité", type: .other),
    AuthorityHead(folded: "commune nouvelle", written: "Commune nouvelle", type: .commune),
    AuthorityHead(
      folded: "communaute d'agglo",
      written: "Communauté d'agglomération",
      type: .epci,
      takesName: true
    ),
    AuthorityHead(folded: "pole metropolitain", written: "Pôle métropolitain", type: .syndicate),
    AuthorityHead(
      folded: "pole d'equilibre territorial et rural",
      written: "Pôle d'équilibre territorial et rural",
      type: .syndicate
    ),
    AuthorityHead(
      folded: "etablissement public territorial",
      written: "Établissement public territorial",
      type: .epci,
      takesName: true
    ),
    AuthorityHead(
      folded: "conseil municipal",
      written: "Commune",
      type: .commune,
      isAssembly: true
    ),
    AuthorityHead(folded: "syndicat", written: "Syndicat", type: .syndicate),
    AuthorityHead(
      folded: "syndicat departemental",
      written: "Syndicat départemental",
      type: .syndicate,
      takesName: true
    ),
  ]
}
