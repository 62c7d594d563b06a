import PageModel

/// Follows the sentences of an act to tell which question they decide: the act's, or one that is put to
/// the vote on the way to it, an amendment or whether to debate at all.
///
/// "L'amendement n° 2 est mis aux voix." above "Pour : 3" and "Contre : 12"; "La question préalable est
/// rejetée". "Le rapport est adopté", "le conseil décide" and a clause come back to the act's.
struct IncidentalQuestion {
  private var isOpen = false

  /// Whether a sentence that says something of a vote or a result says it of such a question.
  mutating func isUnder(_ sentence: ActSentence) -> Bool {
    if Self.names(sentence) {
      isOpen = true
      return true
    }
    // Counts, names and what became of it ("Il est rejeté") belong to the question that is open.
    let goesOn =
      sentence.opensOption || sentence.passage.bytes.count <= 60 && !Self.comesBack(sentence)
    if !goesOn { isOpen = false }
    return isOpen
  }

  private static let subjects: [StaticString] = [
    "l'amendement", "les amendements", "cet amendement", "ces amendements", "amendement",
    "le sous-amendement",
    "les sous-amendements", "sous-amendement", "la question prealable", "question prealable",
    "la motion de renvoi", "motion de renvoi", "la motion de procedure",
    "l'exception d'irrecevabilite",
    "la demande de renvoi", "la demande de report", "la demande de suspension",
    "la suspension de seance",
  ]
  private static let objects: [StaticString] = [
    "vote sur l'amendement", "vote de l'amendement", "voix l'amendement", "vote l'amendement",
    "vote cet amendement", "voix cet amendement", "vote sur les amendements",
    "rejette l'amendement",
    "adopte l'amendement", "approuve l'amendement", "rejette cet amendement",
    "adopte cet amendement",
    "vote sur le sous-amendement", "vote la question prealable", "vote sur la question prealable",
    "vote la motion de renvoi", "rejette la question prealable", "rejette les amendements",
    "adopte les amendements", "vote sur la motion de renvoi",
  ]

  /// Whether the question stands in a sentence as its subject, or as what is voted on.
  private static func names(_ sentence: ActSentence) -> Bool {
    sentence.opens(with: subjects) || sentence.holds(objects)
  }

  /// Whether a sentence speaks of the act's own question again.
  private static func comesBack(_ sentence: ActSentence) -> Bool {
    sentence.holds([
      "deliberation", "le rapport", "du rapport", "ensemble", "le projet", "du projet", "le texte",
      "la proposition", "proposition ainsi", "le point", "ce point", "cette question", "ce dossier",
      "le budget", "la convention", "le dossier",
      "ainsi amende", "tel qu'amende", "ainsi modifie",
    ]) || SentenceSense.decides(sentence) || OperativeVerb.isClause(sentence)
  }
}
