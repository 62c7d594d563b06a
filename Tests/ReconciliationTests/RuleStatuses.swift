import DeliberationModel

@testable import Reconciliation

extension ReconciliationRule {
  /// The statuses that the rule writes of an act, in order.
  func statuses(in act: Deliberation) -> [CheckStatus] {
    findings(in: act).map(\.check.status)
  }
}
