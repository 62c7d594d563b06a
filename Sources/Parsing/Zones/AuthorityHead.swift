import DeliberationModel

/// The words that the name of an authority begins with.
struct AuthorityHead {
  var folded: String
  var written: String
  var type: AuthorityType
  /// Whether a proper name can follow without "de": "Région Normandie".
  var takesName = false
  /// Whether it names the assembly and not the authority, so that a date can stand behind it.
  var isAssembly = false

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
