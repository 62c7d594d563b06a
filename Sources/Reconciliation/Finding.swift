import DeliberationModel

/// What a rule found, with the numbers it compared.
struct Finding {
  /// A value that would make the rule hold, if all other numbers are right.
  struct Demand: Hashable {
    var subject: Subject
    /// The values that would do; one alone, save where a price is rounded.
    var values: ClosedRange<Int>

    init(_ subject: Subject, _ values: ClosedRange<Int>) {
      self.subject = subject
      self.values = values
    }

    init(_ subject: Subject, _ value: Int) {
      self.init(subject, value...value)
    }
  }

  /// What is written of it.
  var check: Check
  /// The numbers that were compared: proved where the rule holds, suspects where it does not.
  var subjects: [Subject] = []
  /// Whether a rule that holds proves the numbers; an inequality does not.
  var proves = true
  /// The values that would make the rule hold.
  var demands: [Demand] = []
  /// Whether numbers that other rules prove stay suspects: of quantity × price, a sum of
  /// quantities proves little.
  var doubtsProved = false
  /// How many checks of one sum the demands are worth.
  var weight = 1

  /// Whether the rule holds.
  var passed: Bool { check.status == .passed }
  /// Whether the act contradicts the rule.
  var failed: Bool { check.status == .failed }
}
