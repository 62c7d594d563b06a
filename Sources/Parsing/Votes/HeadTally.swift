import DeliberationModel
import PageModel

/// The votes that the head of an act counts beside its members, above the roll.
///
/// "En exercice : 15   Votants : 10   Pour : 9   Contre : 0   Abstention : 1", or an option a line. Two
/// tallies are none.
struct HeadTally {
  private(set) var decision = Decision()
  /// The lines that it stands on.
  private(set) var lines: Set<Int> = []

  /// Reads the lines above what an act decides.
  init?(_ head: some Sequence<Int>, in document: Document) {
    for line in head {
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      guard folded.bytes.count <= 160 else { continue }
      let counts = VoteCounts.counts(VoteTokens.tokens(folded))
      guard counts.count > 1 || VoteCounts.isVoteAlone(folded) else { continue }
      decision.source = document.location(of: document.lines[line])
      lines.insert(line)
      for count in counts {
        guard decision.vote[count.option] == nil else { return nil }
        decision.vote[count.option] = VoteCount(count: count.value, source: decision.source)
      }
    }
    guard let yes = decision.vote[.yes]?.count, decision.vote.count > 1 else { return nil }
    let no = decision.vote[.no]?.count ?? 0
    if yes != no {
      decision.result = Printed(yes > no ? .adopted : .rejected, source: decision.source)
    }
  }
}
