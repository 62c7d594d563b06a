/// Counts what became of damages, and prints the table of damage kinds × outcomes.
public struct OutcomeTable: Sendable {
  private var counts: [String: [DamageOutcome: Int]] = [:]

  /// Makes an empty table.
  public init() {}

  /// Counts one damage under the name of its row.
  public mutating func add(_ outcome: DamageOutcome, to row: String) {
    counts[row, default: [:]][outcome, default: 0] += 1
  }

  /// The table, a row a line in the order of their names.
  public var text: String {
    let outcomes = DamageOutcome.allCases
    let head = Self.padded("", to: Self.width) + outcomes.map { Self.padded($0.rawValue) }.joined()
    let rows = counts.keys.sorted().map { name in
      Self.padded(name, to: Self.width)
        + outcomes.map { Self.padded(String(counts[name]?[$0] ?? 0)) }.joined()
    }
    return ([head] + rows).joined(separator: "\n")
  }

  private static let width = 44

  private static func padded(_ text: String, to width: Int = 10) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
