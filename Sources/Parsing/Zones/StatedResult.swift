import DeliberationModel
import PageModel

/// Finds what became of an act of minutes in a sentence.
///
/// "Le procès-verbal est adopté à l'unanimité", "Ce point est ajourné".
struct StatedResult {
  let document: Document

  /// The decision that the first such sentence states; empty where none does.
  func decision(_ lines: [Int]) -> [Decision] {
    for line in lines {
      let passage = Passage([line], of: document)
      let folded = FoldedText(passage.bytes[...])
      guard let result = result(in: folded, VoteStatement(passage, of: document)) else { continue }
      let statement = VoteStatement(passage, of: document)
      var decision = Decision()
      decision.vote = statement.counts
      decision.positions = statement.positions
      decision.isUnanimous = statement.isUnanimous
      decision.source = passage.location(in: document)
      decision.result = Printed(result, raw: passage.text, source: decision.source)
      return [decision]
    }
    return []
  }

  private func result(in folded: FoldedText, _ statement: VoteStatement) -> VoteResult? {
    let states: [(phrases: [StaticString], result: VoteResult)] = [
      (["prend acte", "prennent acte", "pris acte", "est donne acte"], .noted),
      (["est ajourne", "est reporte", "sont reporte"], .adjourned),
      (["est retire de l'ordre du jour", "est retiree de l'ordre du jour"], .withdrawn),
      (["est rejete", "est repousse", "n'est pas adopte"], .rejected),
      (["est elu", "sont elu", "est proclame", "sont proclame"], .adopted),
    ]
    for state in states where state.phrases.contains(where: { folded.contains($0) }) {
      return state.result
    }
    let adopts: [StaticString] = ["adopt", "approuv", "vote", "accept", "valid", "decid"]
    guard statement.isAdopted, adopts.contains(where: { folded.contains($0) }) else { return nil }
    return .adopted
  }
}
