public import JSONModel

/// An output held against the truth by meaning.
///
/// The order of keys, the way in which a number is written, the shape of an apostrophe and of a
/// space, the place on the page, and the order of recusals do not count; nor does what the program
/// says of its own reading (`checks`, `repairs`, `confidence`, `doubts`, `needs_review`), nor
/// positions and subjects that it derives from other values.
public struct Comparison: Sendable {
  /// The scores by family.
  public private(set) var scores: [String: Score] = [:]
  /// All values that are not what the truth says, in the order of the truth's keys.
  public private(set) var differences: [Difference] = []

  /// Where a value stands, and the cells of tables, of which the truth says nothing.
  private static let ignored: Set<String> = ["source", "line", "bbox", "tables"]

  /// Compares the acts of an output with those of the truth.
  public init(expected: JSON, got: JSON) {
    compareLists(
      expected["deliberations"]?.elements ?? [],
      got["deliberations"]?.elements ?? [],
      at: Path()
    )
  }

  // MARK: - Walk

  /// The way to a value from the list of acts, and where the output found what stands there.
  private struct Path {
    var text = ""
    var keys: [String] = []
    var page: Int?
    var line: Int?

    func appending(key: String) -> Path {
      var path = self
      path.text += "/\(key)"
      path.keys.append(key)
      return path
    }

    func appending(index: Int) -> Path {
      var path = self
      path.text += "/\(index)"
      return path
    }

    /// Takes the place that a value of the output says it has.
    mutating func move(to value: JSON?) {
      if let page = value?["source"]?["page"]?.integer { (self.page, line) = (page, nil) }
      if let line = value?["line"]?.integer { (page, self.line) = (nil, line) }
    }
  }

  private mutating func compare(_ expected: JSON?, _ got: JSON?, at path: Path) {
    switch (expected, got) {
    case (nil, nil): return
    case (.object?, _), (nil, .object?):
      var path = path
      path.move(to: got)
      let left = Self.members(expected)
      let right = Self.members(got)
      for key in Set(left.keys).union(right.keys).sorted() {
        compare(left[key], right[key], at: path.appending(key: key))
      }
      if let got, case .object = got { return }
      if let got { count(nil, got, at: path) }
    case (.array?, _), (nil, .array?):
      compareLists(expected?.elements ?? [], got?.elements ?? [], at: path)
      if let got, case .array = got { return }
      if let got { count(nil, got, at: path) }
    default: count(expected, got, at: path)
    }
  }

  private static func members(_ value: JSON?) -> [String: JSON] {
    guard case .object(let members) = value else { return [:] }
    var kept = members.filter { !ignored.contains($0.key) && !judgements.contains($0.key) }
    if let positions = kept["positions"]?.elements {
      let printed = positions.filter { $0["stated"] != "derived" }
      kept["positions"] = printed.isEmpty ? nil : .array(printed)
    }
    if kept["subject"]?["stated"] == "derived" { kept["subject"] = nil }
    return kept
  }

  /// What the program says of its own reading; the truth is the document's alone.
  private static let judgements: Set<String> = [
    "checks", "repairs", "confidence", "doubts", "needs_review",
  ]

  private mutating func count(_ expected: JSON?, _ got: JSON?, at path: Path) {
    let family = Self.family(of: path.keys)
    var score = scores[family] ?? Score()
    if expected != nil { score.expected += 1 }
    if got != nil { score.found += 1 }
    if Self.means(expected) == Self.means(got) {
      score.correct += 1
    } else {
      if got == nil { score.missing += 1 } else { score.wrong += 1 }
      differences.append(
        Difference(
          family: family,
          path: path.text,
          page: path.page,
          line: path.line,
          expected: expected,
          got: got
        )
      )
    }
    scores[family] = score
  }

  /// A value with one sign for all that print the same: a scan does not tell "l’aide" from "l'aide",
  /// nor a no-break space from a space.
  private static func means(_ value: JSON?) -> JSON? {
    guard case .string(let text)? = value, !text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return value
    }
    return .string(
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            switch scalar {
            case "\u{2019}", "\u{2018}", "\u{02BC}": "'"
            case "\u{A0}", "\u{202F}", "\u{2009}": " "
            default: scalar
            }
          }
        )
      )
    )
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
    "attachments", "report", "grants", "totals",
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
    var path = path
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
      // What is missing next is looked for behind the item that was found last.
      if isPair || hasRight { path.move(to: right[j]) }
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
      if let value = means(item[key]) { return "\(key) \(value)" }
    }
    return means(item)?.description ?? ""
  }
}
