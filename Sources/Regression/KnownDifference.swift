/// Which value of a document differs from the truth, as the record keeps it.
///
/// The values themselves are not kept: that a value was never right is all that a later run must
/// know to tell a loss from an old failing.
struct KnownDifference: Hashable, Comparable {
  /// The family of the value.
  var family: String
  /// The way to the value; in that of an extra value `+` stands for each position, because the
  /// positions of what the truth does not have mean nothing in the next run.
  var path: String
  /// In what way it differs.
  var kind: Difference.Kind

  init(family: String, path: String, kind: Difference.Kind) {
    self.family = family
    self.path = path
    self.kind = kind
  }

  init(_ difference: Difference) {
    self.init(family: difference.family, path: difference.path, kind: difference.kind)
    guard kind == .extra else { return }
    path = difference.path.split(separator: "/").map { step in
      "/" + (step.utf8.allSatisfy { (0x30...0x39).contains($0) } ? "+" : step)
    }.joined()
  }

  static func < (left: KnownDifference, right: KnownDifference) -> Bool {
    (left.family, left.path, left.kind.rawValue)
      < (right.family, right.path, right.kind.rawValue)
  }
}
