import DeliberationModel

/// The blocks of an act count the same options: where all others count who is absent, one that does
/// not has lost a line.
///
/// It is a rule where an act has at least three blocks with counts, and all but one have the option.
struct VoteOptions: ReconciliationRule {
  let id = "votes.options"

  /// The fewest blocks that show what an act counts.
  private static let fewest = 3

  func findings(in act: Deliberation) -> [Finding] {
    let blocks = act.decisions.indices.filter { !act.decisions[$0].vote.isEmpty }
    guard blocks.count >= Self.fewest else { return [] }
    let lost = VoteOption.allCases.compactMap { option -> (block: Int, option: VoteOption)? in
      let lacking = blocks.filter { act.decisions[$0].vote[option] == nil }
      return lacking.count == 1 ? (lacking[0], option) : nil
    }
    if lost.isEmpty {
      return [finding(true, "the \(blocks.count) votes count the same options", at: [])]
    }
    return lost.map { block, option in
      finding(
        false,
        "a vote has no count for '\(option.rawValue)', which all others have",
        at: ["/decisions/\(block)/vote"]
      )
    }
  }
}
