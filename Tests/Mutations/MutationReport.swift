import TestSupport

/// What became of all damages, as a table, and the bars that do not hold.
struct MutationReport {
  private let trials: [Trial]
  /// One sentence for each bar that does not hold.
  private(set) var failures: [String] = []

  init(_ trials: [Trial]) {
    self.trials = trials
    let numbers = trials.filter { $0.target.isNumber || $0.target == .councillor }
    let silent = numbers.filter { $0.outcome == .silent && $0.isCompared }
    if !silent.isEmpty {
      failures.append("\(silent.count) numbers and councillors that the act says twice are silent")
    }
    // A label that is lost whole, "le Code" for "Vu le Code", leaves prose.
    for (target, percent) in [(CorpusAct.Target.beneficiary, 1), (.label, 3)] {
      let runs = trials.filter { $0.target == target }
      let silent = runs.count { $0.outcome == .silent }
      if silent * 100 > runs.count * percent {
        failures.append("\(silent) of \(runs.count) damages of a \(target) are silent")
      }
    }
    if mended.count * 100 < determined.count * 95 {
      failures.append("of \(determined.count) that the sums determine \(mended.count) are repaired")
    }
  }

  private var determined: [Trial] {
    trials.filter { $0.isDetermined && $0.outcome != .harmless }
  }

  private var mended: [Trial] { determined.filter { $0.outcome == .repaired } }

  var text: String {
    var table = OutcomeTable()
    for trial in trials { table.add(trial.outcome, to: "\(trial.target): \(trial.kind)") }
    var totals = OutcomeTable()
    for trial in trials { totals.add(trial.outcome, to: "\(trial.target)") }
    let summed = trials.filter { $0.target.isNumber && $0.isCompared && $0.outcome != .harmless }
    let lines = [
      table.text, "", totals.text, "",
      "\(trials.count) damages",
      "of \(summed.count) that a printed sum holds, "
        + "\(summed.count { $0.outcome == .repaired }) are repaired",
      "of \(determined.count) that the sums determine, \(mended.count) are repaired",
    ]
    return (lines + failures + open).joined(separator: "\n")
  }

  /// The damages to look at: the silent ones, and those that the sums determine and nothing repaired.
  private var open: [String] {
    trials.filter { $0.outcome == .silent }
      .map {
        "silent \($0.target)\($0.isCompared ? "" : " (said once)"): \($0.what); \($0.differences)"
      }
      + determined.filter { $0.outcome != .repaired }
      .map { "not repaired \($0.target): \($0.what); \($0.differences)" }
  }
}

extension CorpusAct.Target {
  /// Whether the print is figures.
  var isNumber: Bool {
    switch self {
    case .amount, .quantity, .total, .budget, .count: true
    case .councillor, .beneficiary, .label: false
    }
  }
}
