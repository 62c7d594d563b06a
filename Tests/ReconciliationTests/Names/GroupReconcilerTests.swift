import DeliberationModel
import Testing

@testable import Reconciliation

struct `A political group that one vote block misprints` {
  private func act(_ groups: [String]) -> Deliberation {
    var act = Deliberation()
    for group in groups {
      var decision = Decision()
      decision.vote[.yes] = VoteCount(count: 24, needsReview: false)
      decision.vote[.yes]?.groups = [group]
      act.decisions.append(decision)
    }
    return act
  }

  @Test(arguments: [
    (["Non-inscrit", "Non-inscrit", "Non-mnscrit"], "Non-inscrit"),
    (["Non-inscrit", "Non-mnscrit"], "Non-mnscrit"),
    (["Groupe A", "Groupe A", "Groupe B"], "Groupe B"),
    (["Groupe Sourdre", "Groupe Sourdre", "Groupe Val et Plaine"], "Groupe Val et Plaine"),
  ])
  func `is spelled as the others print it`(groups: [String], last: String) throws {
    var act = act(groups)
    GroupReconciler().reconcile(&act)
    #expect(act.decisions.last?.vote[.yes]?.groups == [last])
    #expect(act.repairs.map(\.raw) == (groups.last == last ? [] : [groups.last]))
  }
}
