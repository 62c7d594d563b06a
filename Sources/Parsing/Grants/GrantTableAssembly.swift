import DeliberationModel
import PageModel

/// Puts the rows and totals of grant tables together in printed order, and gives each total to the
/// operation or the theme that it closes.
struct GrantTableAssembly {
  private enum Event {
    case row(Int)
    case total(Int, GrantWords.TotalLabel)
  }

  private var events: [Event] = []
  var grants: [Grant] = []
  private(set) var totals: [Total] = []

  /// Takes a beneficiary row.
  mutating func add(_ grant: Grant) {
    events.append(.row(grants.count))
    grants.append(grant)
  }

  /// Takes a total whose theme and operation are not known yet.
  mutating func add(_ total: Total, _ label: GrantWords.TotalLabel = .plain) {
    events.append(.total(totals.count, label))
    totals.append(total)
  }

  /// Flags the rows of one name that stand under two territories, among the rows from an index on:
  /// the text may print a merged cell beside the wrong row.
  ///
  /// A name under more of them, or under "A" and "A - B", works in several.
  mutating func flagTerritories(from first: Int) {
    var territories: [String: Set<String>] = [:]
    func key(_ grant: Grant) -> String? {
      grant.beneficiary.map { FoldedText($0.value).key }
    }
    for grant in grants[first...] {
      guard let name = key(grant), let territory = grant.territory else { continue }
      territories[name, default: []].insert(FoldedText(territory).key)
    }
    for index in grants.indices.dropFirst(first) {
      guard let name = key(grants[index]), let found = territories[name], found.count == 2,
        let one = found.first, !found.dropFirst().contains(where: { Self.overlap(one, $0) })
      else { continue }
      grants[index].doubts.insert(.territory)
    }
  }

  private static func overlap(_ one: String, _ other: String) -> Bool {
    one.contains(other) || other.contains(one)
  }

  /// Places the totals and appends everything to the act.
  mutating func finish(into act: inout Deliberation) {
    placeTotals()
    flagMissingDecimals()
    act.grants += grants
    act.totals += totals
  }

  // MARK: - Totals

  private mutating func placeTotals() {
    var above: Grant?
    var closesRows = false
    var themesWithTotal: Set<String> = []
    for (place, event) in events.enumerated() {
      switch event {
      case .row(let index):
        above = grants[index]
        closesRows = true
      case .total(let index, let label):
        let below = nextRow(after: place)
        defer { closesRows = false }
        if label == .whole { continue }
        let goesOn =
          above?.operation != nil && above?.operation == below?.operation
          && above?.theme == below?.theme
        totals[index].theme = above?.theme
        if label == .plain, closesRows, !goesOn {
          totals[index].operation = above?.operation
          if above?.operation == nil { totals[index].needsReview = true }
          continue
        }
        // A total amid the rows of an operation is not the operation's.
        if closesRows, goesOn {
          totals[index].needsReview = true
          doubtOperation(after: place, of: above)
        }
        if let theme = above?.theme, themesWithTotal.contains(theme) {
          totals[index].theme = below?.theme
          totals[index].needsReview = true
        }
        if let theme = totals[index].theme { themesWithTotal.insert(theme) }
      }
    }
  }

  /// Flags the rows that go on after a total as if it were none: the head of another operation may be
  /// lost.
  private mutating func doubtOperation(after place: Int, of above: Grant?) {
    for event in events[(place + 1)...] {
      guard case .row(let index) = event else { continue }
      guard grants[index].operation == above?.operation, grants[index].theme == above?.theme else {
        return
      }
      grants[index].doubts.insert(.operation)
    }
  }

  private func nextRow(after place: Int) -> Grant? {
    for event in events[(place + 1)...] {
      if case .row(let index) = event { return grants[index] }
    }
    return nil
  }

  /// A sum without decimals, where the others have them, has probably lost its comma.
  private mutating func flagMissingDecimals() {
    let printed = grants.compactMap(\.amount?.raw) + totals.compactMap(\.amount?.raw)
    let whole = printed.count { Self.isWhole($0) }
    guard whole * 4 < printed.count else { return }
    for index in grants.indices where grants[index].amount?.raw.map(Self.isWhole) ?? false {
      grants[index].doubts.insert(.amount)
    }
    for index in totals.indices where totals[index].amount?.raw.map(Self.isWhole) ?? false {
      totals[index].needsReview = true
    }
  }

  private static func isWhole(_ raw: String) -> Bool {
    raw.utf8.contains(where: ASCII.isDigit) && !raw.utf8.contains(0x2C)
      && !raw.utf8.suffix(6).contains(0x2E)
  }
}
