import DeliberationModel
import PageModel

/// What a proposal makes of the motion where the assembly agrees to it and says no more.
enum ProposedResult {
  /// What an agreement that says no more makes of the motion, by the proposal right above it.
  ///
  /// "Le maire propose de reporter ce point à la prochaine séance." above "Le conseil en est d'accord."
  static func asked(_ place: Int, _ sentences: [ActSentence]) -> VoteResult? {
    guard place > 0, sentences[place].passage.bytes.count <= 80,
      sentences[place].holds(Self.agreements)
    else { return nil }
    let above = sentences[place - 1]
    guard SentenceSense.isProposal(above) else { return nil }
    if above.holds(Self.adjourning) { return .adjourned }
    return above.holds([" retirer ce", " retirer la deliberation", " retirer le point"])
      ? .withdrawn : nil
  }

  private static let agreements: [StaticString] = [
    "d'accord", "son accord", "leur accord", "accepte", "acceptent", "approuve", "approuvent",
    "cette proposition", "favorable",
  ]
  private static let adjourning: [StaticString] = [
    " reporter ce", " reporter la decision", " reporter le point", " reporter la question",
    " ajourner", " surseoir", " differer ", " renvoyer ce", " renvoyer la", " renvoyer l'",
  ]
}
