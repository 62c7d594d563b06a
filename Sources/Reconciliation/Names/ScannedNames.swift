public import DeliberationModel
import Lexing
import PageModel

/// Holds the names of a scanned table that recognition was not sure of against those that are printed
/// clearly in several rows.
///
/// "CCAS d'Arias" is read as "CCAS d'Arras", which stands clearly in other rows; the print stays beside
/// it. A name that stands clearly elsewhere letter for letter is in no doubt.
public struct ScannedNames {
  private static let rule = "names.other-rows"
  /// A name printed clearly in fewer rows proves nothing about another.
  private static let fewestRows = 2
  /// A shorter name has too many neighbours.
  private static let shortest = 7

  private let knowsTerritories: Bool

  /// Makes a reconciler; where the territories of the authority are known, each is held against them
  /// later.
  public init(knowsTerritories: Bool) {
    self.knowsTerritories = knowsTerritories
  }

  /// Lifts the doubts of names that stand clearly in other rows, and mends beneficiaries that are one
  /// letter away from such a name.
  public func reconcile(_ act: inout Deliberation) {
    let rows = act.grants.indices.filter { act.grants[$0].statedIn == .table }
    let territories = Self.clear(.territory, act.grants, rows) { $0.territory }
    for index in rows where act.grants[index].doubts.contains(.territory) {
      guard let territory = act.grants[index].territory else { continue }
      if knowsTerritories || territories[FoldedText(territory).key] != nil {
        act.grants[index].doubts.remove(.territory)
      }
    }
    let names = Self.clear(.name, act.grants, rows) { $0.beneficiary?.value }
    for index in rows where act.grants[index].doubts.contains(.name) {
      guard let printed = act.grants[index].beneficiary else { continue }
      let key = FoldedText(printed.value).key
      if names[key] == nil {
        guard let name = Self.name(near: key, in: names) else { continue }
        let raw = printed.raw ?? printed.value
        act.grants[index].beneficiary = Printed(name, raw: raw, source: printed.source)
        let path = "/grants/\(index)/beneficiary"
        act.repairs.append(Repair(path, raw: raw, name, rule: Self.rule, at: printed.source))
      }
      act.grants[index].doubts.remove(.name)
    }
  }

  /// The names of the rows that recognition was sure of, by their letters.
  private static func clear(
    _ doubt: GrantDoubt,
    _ grants: [Grant],
    _ rows: [Int],
    _ name: (Grant) -> String?
  ) -> [String: String] {
    var counts: [String: Int] = [:]
    var spellings: [String: String] = [:]
    for index in rows where !grants[index].doubts.contains(doubt) {
      guard let name = name(grants[index]) else { continue }
      let key = FoldedText(name).key
      counts[key, default: 0] += 1
      if spellings[key] == nil { spellings[key] = name }
    }
    return spellings.filter { counts[$0.key] ?? 0 >= fewestRows }
  }

  /// The one name that differs from a printed one in a letter.
  private static func name(near key: String, in names: [String: String]) -> String? {
    guard key.utf8.count >= shortest else { return nil }
    let near = names.filter { EditDistance.between($0.key.utf8, key.utf8, atMost: 1) == 1 }
    return near.count == 1 ? near.first?.value : nil
  }
}
