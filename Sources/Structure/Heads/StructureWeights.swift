/// What the score of a parting weighs, from `Pipelines/structure/weights.tsv`.
public struct StructureWeights: Sendable {
  var filled = 1.0
  var empty = 0.55
  var surplus = 0.35
  var before = 0.5
  var agenda = 0.9
  var dress = 0.25
  var series = 0.3
  var conditions = 0.1
  var mixed = 0.8

  /// Reads rows of a name, a tab and a number; a name that is not known is given to `complain`.
  public init(_ table: String, complain: (_ row: Int, _ reason: String) -> Void = { _, _ in }) {
    let names: [String: WritableKeyPath<StructureWeights, Double>] = [
      "filled": \.filled, "empty": \.empty, "surplus": \.surplus, "before": \.before,
      "agenda": \.agenda, "dress": \.dress, "series": \.series, "conditions": \.conditions,
      "mixed": \.mixed,
    ]
    for (index, row) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard let first = row.utf8.first, first != UInt8(ascii: "#") else { continue }
      let cells = row.split(separator: "\t")
      if cells.count >= 2, let path = names[String(cells[0])], let value = Double(cells[1]) {
        self[keyPath: path] = value
      } else {
        complain(index + 1, "is no weight")
      }
    }
  }
}
