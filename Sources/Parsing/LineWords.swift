import PageModel

/// What a line says by words that do not stand at its head.
enum LineWords {
  /// Whether a line says who reports: "Max LEVITA rapporte :", "Léa MARCHAL, rapporteure".
  static func reports(_ folded: FoldedText) -> Bool {
    let text = folded.string.trimmingEnd([":", "."])
    guard text.utf8.count <= 70 else { return false }
    return [" rapporte", ", rapporteur", ", rapporteure", ", rapporteurs"].contains {
      text.hasSuffix($0)
    }
  }

  /// Whether a line ends in words after which clauses are proposed: "Après étude, il est demandé au
  /// Conseil municipal :", "En conséquence nous vous demandons :".
  static func proposes(_ folded: FoldedText) -> Bool {
    guard folded.bytes.last == 0x3A, folded.bytes.count <= 160 else { return false }
    let words: [StaticString] = [
      "propose au", "propose a l'assemblee", "demande au", "demande a l'assemblee",
      "vous est propose", "vous est demande", "vous demand", "vous propos", "invite a ",
    ]
    return words.contains { folded.contains($0) }
  }

  /// Whether a line says who was chosen as secretary: "Claudine RAYMOND a été nommée secrétaire".
  static func namesSecretary(_ folded: FoldedText) -> Bool {
    let words: [StaticString] = [
      "secretaire de seance", "secretaire elu", "comme secretaire", "fonctions de secretaire",
      "nomme secretaire", "nommee secretaire", "elu secretaire", "elue secretaire",
      "designe secretaire", "designee secretaire",
    ]
    return words.contains { folded.contains($0) }
  }

  /// Whether a line says that a person gives a proxy: "Monsieur ROUX donne pouvoir à Mme MOREL".
  static func givesProxy(_ folded: FoldedText) -> Bool {
    opensWithPerson(folded)
      && (folded.contains("pouvoir a ") || folded.contains("procuration a "))
  }

  /// Whether a line says within its words that the assembly decides: "Sur proposition du Maire et
  /// après en avoir délibéré", "…, le Conseil municipal décide, à l'unanimité, d'allouer".
  static func enacts(_ folded: FoldedText) -> Bool {
    if folded.contains("apres en avoir delibere") { return true }
    guard folded.contains(" decide"), speaksOfDeciding(folded) else { return false }
    let organs: [StaticString] = ["conseil", "comite", "assemblee", "bureau", "commission"]
    return organs.contains { folded.contains($0) }
  }

  /// Whether words say that an assembly deliberated or voted.
  static func speaksOfDeciding(_ folded: FoldedText) -> Bool {
    let words: [StaticString] = [
      "deliber", "unanimite", "a la majorite", "voix pour", " voix ",
      "apres debat", "apres discussion", "apres echange",
    ]
    return words.contains { folded.contains($0) }
  }

  /// Whether a line of counts begins with them: "VOTANTS : 27 / POUR : 25".
  static func opensVote(_ folded: FoldedText) -> Bool {
    if folded.bytes.first.map(ASCII.isDigit) ?? false { return folded.contains("voix") }
    return [
      "votants", "suffrages", "exprimes", "pour", "contre", "abstention", "nombre de votants",
    ]
    .contains { folded.string.hasPrefix($0) }
  }

  private static let people: Set<String> = [
    "mesdames", "messieurs", "madame", "monsieur", "m.", "mme", "mm.", "mmes", "mr", "mlle",
  ]

  /// Whether a line opens with how people are addressed.
  static func opensWithPerson(_ folded: FoldedText) -> Bool {
    let first = folded.string.prefix { $0 != " " && $0 != "\t" }
    return people.contains(String(first))
  }
}
