import SystemTestSupport

/// How many values of a family the output has, and how many are right.
struct Score: Hashable {
  var expected = 0
  var found = 0
  var correct = 0
  var wrong = 0
  var missing = 0

  /// Whether a figure is worse than in another score.
  func isWorse(than kept: Score) -> Bool {
    correct < kept.correct || wrong > kept.wrong || missing > kept.missing
  }
}

/// A value of the output that is not what the truth says.
struct Miss: CustomStringConvertible {
  var family: String
  var path: String
  var expected: JSON?
  var got: JSON?

  var description: String {
    "\(path): expected \(expected?.description ?? "nothing"), got \(got?.description ?? "nothing")"
  }
}

/// An output held against the truth by meaning: where a value stands does not count, and recusals
/// have no order.
struct Comparison {
  /// The scores by family.
  private(set) var scores: [String: Score] = [:]
  /// All values that are not what the truth says.
  private(set) var misses: [Miss] = []

  private static let ignored: Set<String> = [
    "source", "line", "bbox", "confidence", "needs_review", "tables",
  ]

  /// Compares the acts of an output with those of the truth.
  init(expected: JSON, got: JSON) {
    compareLists(
      expected["deliberations"]?.elements ?? [],
      got["deliberations"]?.elements ?? [],
      at: Path()
    )
  }

  // MARK: - Walk

  /// The way to a value from an act.
  private struct Path {
    var text = ""
    var keys: [String] = []

    func appending(key: String) -> Path { Path(text: "\(text)/\(key)", keys: keys + [key]) }
    func appending(index: Int) -> Path { Path(text: "\(text)/\(index)", keys: keys) }
  }

  private mutating func compare(_ expected: JSON?, _ got: JSON?, at path: Path) {
    switch (expected, got) {
    case (nil, nil): return
    case (.object?, _), (nil, .object?):
      let left = Self.members(expected)
      let right = Self.members(got)
      for key in Set(left.keys).union(right.keys).sorted() {
        compare(left[key], right[key], at: path.appending(key: key))
      }
      if let got, case .object = got { return }
      if let got { count(nil, got, at: path) }
    case (.array?, _), (nil, .array?):
      compareLists(expected?.elements ?? [], got?.elements ?? [], at: path)
    default: count(expected, got, at: path)
    }
  }

  private static func members(_ value: JSON?) -> [String: JSON] {
    guard case .object(let members) = value else { return [:] }
    return members.filter { !ignored.contains($0.key) && !judgements.contains($0.key) }
  }

  /// What the program says of its own reading; the truth is the document's alone.
  private static let judgements: Set<String> = ["checks", "repairs"]

  private mutating func count(_ expected: JSON?, _ got: JSON?, at path: Path) {
    let family = Self.family(of: path.keys)
    var score = scores[family] ?? Score()
    if expected != nil { score.expected += 1 }
    if got != nil { score.found += 1 }
    if expected == got {
      score.correct += 1
    } else {
      if got == nil { score.missing += 1 } else { score.wrong += 1 }
      misses.append(Miss(family: family, path: path.text, expected: expected, got: got))
    }
    scores[family] = score
  }

  private static func family(of keys: [String]) -> String {
    switch (keys.first, keys.dropFirst().first) {
    case ("citations", "references"): "references"
    case ("articles", "amounts"): "article amounts"
    case ("articles", "annexes"): "article annexes"
    case ("decisions", "recusals"): "recusals"
    case ("decisions", "positions"): "positions"
    case ("decisions", "vote"): keys.contains("groups") ? "vote groups" : "votes"
    case (let key?, _) where ownFamilies.contains(key): key
    default: "header"
    }
  }

  private static let ownFamilies: Set<String> = [
    "attendance", "citations", "recitals", "articles", "decisions", "budget_lines", "signature",
    "attachments", "report", "grants", "totals", "checks", "repairs",
  ]

  // MARK: - Lists

  /// Pairs the items that name the same thing in the same order; what is left between two pairs is
  /// paired by its place.
  private mutating func compareLists(_ expected: [JSON], _ got: [JSON], at path: Path) {
    var (left, right) = (expected, got)
    if path.keys.last == "recusals" {
      left.sort { Self.identity($0) < Self.identity($1) }
      right.sort { Self.identity($0) < Self.identity($1) }
    }
    let changes = right.map(Self.identity).difference(from: left.map(Self.identity))
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in changes {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      let hasLeft = i < left.count && removed.contains(i)
      let hasRight = j < right.count && inserted.contains(j)
      let isPair = hasLeft == hasRight
      let place = path.appending(index: isPair || hasLeft ? i : j)
      compare(
        isPair || hasLeft ? left[i] : nil,
        isPair || hasRight ? right[j] : nil,
        at: place
      )
      if isPair || hasLeft { i += 1 }
      if isPair || hasRight { j += 1 }
    }
  }

  /// The keys that tell the items of a list apart; the first that an item has counts.
  private static let identifyingKeys = [
    "number", "operation_code", "beneficiary", "name", "articles", "value", "text", "type", "kind",
    "raw",
  ]

  /// What an item of a list is about.
  private static func identity(_ item: JSON) -> String {
    if let person = item["person"] ?? item["from"] {
      return identity(person) + " \(item["status"]?.description ?? "")"
    }
    for key in identifyingKeys {
      if let value = item[key] { return "\(key) \(value)" }
    }
    return item.description
  }
}
