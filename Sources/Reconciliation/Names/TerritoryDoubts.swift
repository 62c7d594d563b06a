import DeliberationModel
import PageModel

/// Lifts the doubt of a territory that cannot have slipped.
///
/// A merged cell that is printed beside the wrong row gives a wrong territory to rows at the edge of
/// its block, one after another. A row from which rows without doubt stand on both sides in the
/// same block is right, and so is a row of the same name in the same territory.
struct TerritoryDoubts {
  /// Lifts the doubts of an act.
  func settle(in act: inout Deliberation) {
    let open = act.grants.indices.filter { index in
      act.grants[index].doubts == [.territory]
        && act.grants[index].territory.map { !$0.isEmpty && !$0.hasSuffix("-") } ?? false
    }
    guard !open.isEmpty else { return }
    var proved: Set<[String]> = []
    for index in open where isInside(index, of: act) || standsAlone(index, in: act) {
      if let key = Self.key(act.grants[index]) { proved.insert(key) }
    }
    for index in open {
      guard let key = Self.key(act.grants[index]), proved.contains(key) else { continue }
      act.grants[index].doubts.remove(.territory)
    }
  }

  private static func key(_ grant: Grant) -> [String]? {
    guard let name = grant.beneficiary?.value, let territory = grant.territory else { return nil }
    return [FoldedText(name).key, FoldedText(territory).key]
  }

  private func isInside(_ index: Int, of act: Deliberation) -> Bool {
    hasFirmRow(before: index, in: act, step: -1) && hasFirmRow(before: index, in: act, step: 1)
  }

  /// Whether each of the two and more rows of an operation, this one among them, has a territory of
  /// its own, which stands elsewhere in the act too.
  private func standsAlone(_ index: Int, in act: Deliberation) -> Bool {
    let row = act.grants[index]
    let territories = act.grants.filter { other in
      row.operation != nil && other.operation == row.operation && other.theme == row.theme
    }
    .map(\.territory)
    let isElsewhere = act.grants.contains { other in
      other.territory == row.territory && !other.doubts.contains(.territory)
    }
    return isElsewhere && territories.count > 1 && Set(territories).count == territories.count
  }

  /// Whether a row without doubt stands between a row and the edge of its block.
  private func hasFirmRow(before index: Int, in act: Deliberation, step: Int) -> Bool {
    let row = act.grants[index]
    var place = index + step
    while act.grants.indices.contains(place) {
      let other = act.grants[place]
      guard other.territory == row.territory, other.operation == row.operation,
        other.theme == row.theme
      else { return false }
      if !other.doubts.contains(.territory) { return true }
      place += step
    }
    return false
  }
}
