import DeliberationModel

/// Says how sure the numbers of a grant row are, and its names where they were repaired.
///
/// A row with a part in doubt counts as doubted; else it is as sure as its least sure number. A name
/// or territory that was repaired counts what its repair says. No rule compares other names, so a row
/// of 99 has proved numbers and says nothing of its name.
struct RowConfidence {
  private let numbers: NumberConfidence

  /// Weighs what is known of the numbers.
  init(_ numbers: NumberConfidence) {
    self.numbers = numbers
  }

  /// Sets the confidence of every row.
  func settle(in act: inout Deliberation) {
    for index in act.grants.indices {
      let subjects: [Subject] = [.grantAmount(index), .grantQuantity(index)]
      act.grants[index].confidence =
        act.grants[index].needsReview
        ? NumberConfidence.doubted : min(numbers.least(of: subjects, in: act), names(of: index))
    }
  }

  private func names(of index: Int) -> Int {
    ["beneficiary", "territory"].compactMap { numbers.repairs["/grants/\(index)/\($0)"] }.min()
      ?? NumberConfidence.proved
  }
}
