import DeliberationModel
import PageModel

/// Spells a political group that one vote block misprints as the other blocks of the act print it.
///
/// An act names the same few groups in every block: "Non-mnscrit" stands once, "Non-inscrit" in all
/// others. A name is respelled where exactly one name a letter away is printed at least twice as often.
struct GroupReconciler {
  private static let rule = "names.group"
  /// A shorter name has too many neighbours.
  private static let shortest = 8

  /// Respells the groups of an act.
  func reconcile(_ act: inout Deliberation) {
    var counts: [String: Int] = [:]
    var spellings: [String: [String: Int]] = [:]
    for decision in act.decisions {
      for group in decision.vote.values.flatMap(\.groups) {
        let key = FoldedText(group).key
        counts[key, default: 0] += 1
        spellings[key, default: [:]][group, default: 0] += 1
      }
    }
    let forms = NearForms(counts.keys.map { Array($0.utf8) })
    var names: [String: String] = [:]
    for (key, count) in counts where key.utf8.count >= Self.shortest {
      let near = forms.near(Array(key.utf8)).map { String(decoding: $0, as: UTF8.self) }
        .filter { counts[$0] ?? 0 >= 2 * count }
      guard near.count == 1, let other = near.first else { continue }
      // The spelling decides between those printed as often: the same bytes every run.
      names[key] = spellings[other]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    guard !names.isEmpty else { return }
    for (index, decision) in act.decisions.enumerated() {
      for option in decision.counted {
        for (place, group) in (decision.vote[option]?.groups ?? []).enumerated() {
          guard let name = names[FoldedText(group).key] else { continue }
          act.decisions[index].vote[option]?.groups[place] = name
          let path = "/decisions/\(index)/vote/\(option.rawValue)/groups/\(place)"
          let source = decision.vote[option]?.source ?? decision.source
          act.repairs.append(Repair(path, raw: group, name, rule: Self.rule, at: source))
        }
      }
    }
  }
}
