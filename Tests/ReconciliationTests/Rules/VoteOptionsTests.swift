import DeliberationModel
import Testing

@testable import Reconciliation

struct `The options of the votes` {
  private func act(_ blocks: [[VoteOption: Int]]) -> Deliberation {
    var act = Deliberation()
    act.decisions = blocks.map { InventedAct.decision($0) }
    return act
  }

  @Test(
    arguments: [
      (
        [[.yes: 5, .absent: 1], [.yes: 4, .absent: 1], [.yes: 5, .absent: 1]], [CheckStatus.passed]
      ),
      ([[.yes: 5, .absent: 1], [.yes: 4], [.yes: 5, .absent: 1]], [.failed]),
      ([[.yes: 5, .no: 1], [.yes: 4], [.yes: 5]], [.passed]),
      ([[.yes: 5, .absent: 1], [.yes: 4]], []),
    ] as [([[VoteOption: Int]], [CheckStatus])]
  )
  func `are the same in all blocks but those of a line that is lost`(
    blocks: [[VoteOption: Int]],
    statuses: [CheckStatus]
  ) {
    #expect(VoteOptions().statuses(in: act(blocks)) == statuses)
  }
}
