import DeliberationModel
import Testing

@testable import Reconciliation

import PageModel

struct `The annexes that articles cite` {
  @Test(arguments: [
    (cited: [1, 2], status: CheckStatus.passed),
    ([1, 3], .failed),
  ])
  func `are attached or reported missing`(cited: [Int], status: CheckStatus) throws {
    var act = Deliberation()
    act.articles = [InventedAct.article(1, "")]
    act.articles[0].annexes = cited
    act.attachments = [1, 2].map { number in
      Attachment(
        kind: .annex,
        number: number,
        numberIsPrinted: true,
        lines: [],
        source: SourceLocation()
      )
    }
    let finding = try #require(CitedAnnexes().findings(in: act).first)
    #expect(finding.check.status == status)
    #expect(finding.check.message.hasSuffix("3") == (status == .failed))
  }
}
