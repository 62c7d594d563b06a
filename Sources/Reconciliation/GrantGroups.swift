import DeliberationModel

/// The rows and totals of the grant tables by theme and operation.
struct GrantGroups {
  /// An operation of a theme, or a theme; both absent where a table has neither.
  struct Key: Hashable {
    var theme: String?
    var operation: String?

    /// The operation as people name it: `2.3`, `3.complémentaire 1`.
    var name: String {
      switch (theme, operation) {
      case (let theme?, let operation?): "operation \(theme).\(operation)"
      case (nil, let operation?): "operation \(operation)"
      case (let theme?, nil): "theme \(theme)"
      case (nil, nil): "the table"
      }
    }
  }

  /// The keys in printed order.
  private(set) var keys: [Key] = []
  /// The rows of each key.
  private(set) var rows: [Key: [Int]] = [:]
  /// The totals of each key.
  private(set) var totals: [Key: [Int]] = [:]

  /// Groups the rows that stand in tables.
  init(_ act: Deliberation) {
    for (index, grant) in act.grants.enumerated() where grant.statedIn == .table {
      let key = Key(theme: grant.theme, operation: grant.operation)
      if rows[key] == nil { keys.append(key) }
      rows[key, default: []].append(index)
    }
    for (index, total) in act.totals.enumerated() {
      totals[Key(theme: total.theme, operation: total.operation), default: []].append(index)
    }
  }

  /// The one printed total of a key.
  func total(of key: Key) -> Int? {
    guard let found = totals[key], found.count == 1 else { return nil }
    return found[0]
  }

  /// The operations of a theme, in printed order.
  func operations(of theme: String?) -> [Key] {
    keys.filter { $0.theme == theme }
  }

  /// The themes, in printed order.
  var themes: [String] {
    var found: [String] = []
    for case let theme? in keys.map(\.theme) where !found.contains(theme) { found.append(theme) }
    return found
  }
}
