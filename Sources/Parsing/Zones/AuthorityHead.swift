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

  /// `folded` is how the words are compared where they are written otherwise than printed.
  private init(
    _ written: String,
    _ type: AuthorityType,
    takesName: Bool = false,
    isAssembly: Bool = false,
    folded: String? = nil
  ) {
    self.folded = folded ?? FoldedText(written).string
    self.written = written
    self.type = type
    self.takesName = takesName
    self.isAssembly = isAssembly
  }

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
    AuthorityHead("Commune", .commune, folded: "maire"),
    AuthorityHead("Région", .region, folded: "conseil regional"),
    AuthorityHead("", .epci, folded: "conseil communautaire"),
    AuthorityHead("EPT", .epci, takesName: true),
  ]

  static let all = [
    AuthorityHead("Département", .department),
    AuthorityHead("Département", .department, folded: "conseil departemental"),
    AuthorityHead("Région", .region, takesName: true),
    AuthorityHead("Commune", .commune),
    AuthorityHead("Ville", .commune),
    AuthorityHead("Commune", .commune, folded: "mairie"),
    AuthorityHead("Communauté d'agglomération", .epci, takesName: true),
    AuthorityHead("Communauté de communes", .epci, takesName: true),
    AuthorityHead("Communauté urbaine", .epci, takesName: true),
    AuthorityHead("Eurométropole", .epci),
    AuthorityHead("Métropole", .epci, takesName: true),
    AuthorityHead("Syndicat mixte", .syndicate, takesName: true),
    AuthorityHead("Syndicat intercommunal", .syndicate, takesName: true),
    AuthorityHead("SIVOM", .syndicate, takesName: true),
    AuthorityHead("SIVU", .syndicate, takesName: true),
    AuthorityHead("SIVOS", .syndicate, takesName: true),
    AuthorityHead("SIAEP", .syndicate, takesName: true),
    AuthorityHead("SIRTOM", .syndicate, takesName: true),
    AuthorityHead("SMICTOM", .syndicate, takesName: true),
    AuthorityHead("SICTOM", .syndicate, takesName: true),
    AuthorityHead("Centre communal d'action sociale", .other),
    AuthorityHead("Centre intercommunal d'action sociale", .other),
    AuthorityHead("CCAS", .other),
    AuthorityHead("Service départemental d'incendie et de secours", .other),
    AuthorityHead("SDIS", .other),
    AuthorityHead("Collectivité territoriale", .other),
    AuthorityHead("Collectivité", .other),
    AuthorityHead("Commune nouvelle", .commune),
    AuthorityHead(
      "Communauté d'agglomération",
      .epci,
      takesName: true,
      folded: "communaute d'agglo"
    ),
    AuthorityHead("Pôle métropolitain", .syndicate, takesName: true),
    AuthorityHead("Pôle d'équilibre territorial et rural", .syndicate, takesName: true),
    AuthorityHead("Établissement public territorial", .epci, takesName: true),
    AuthorityHead("Commune", .commune, isAssembly: true, folded: "conseil municipal"),
    AuthorityHead("Syndicat", .syndicate),
    AuthorityHead("Syndicat départemental", .syndicate, takesName: true),
  ]
}
