public import DeliberationModel
public import PageModel

/// Compares what an act says twice; repairs damaged numbers with proof, and flags what is
/// contradicted and not proved.
public struct ActReconciler: Sendable {
  /// Makes a reconciler with all rules.
  public init() {}

  /// The rules in the order in which checks are written.
  static let rules: [any ReconciliationRule] = [
    OperationTotal(), OperationQuantity(), UnitPrice(), ThemeTotal(), ArticleTotals(),
    ReportTotals(), BudgetArticles(), BudgetReport(), BudgetCommitment(), ReportBalance(),
    VoteOptions(), VoteTotal(), VoteAbsent(), VoteAbstentions(), RecusedAttendance(),
    AttendanceCounts(), AttendanceDistinct(),
    ArticleNumbers(),
    ArticlesDistinct(), ArticlesDecided(), CitedAnnexes(), DateOrder(),
  ]

  /// Adds the checks and repairs of an act, and sets and lifts its flags.
  ///
  /// In an exact text, which no recognition has read, a figure that does not agree is the act's own:
  /// it is reported and never repaired, though marks that are lost may be restored.
  public func reconcile(
    _ act: inout Deliberation,
    isExact: Bool = false,
    reporting diagnostics: inout DiagnosticList
  ) {
    GroupReconciler().reconcile(&act)
    Electorates.settle(in: &act)
    if !isExact {
      LostGroups().mend(&act)
      SkippedOperations().mend(&act)
      StrayRows().mend(&act)
      LostCommas().mend(&act)
    }
    var findings = Self.findings(in: act)
    if findings.contains(where: { $0.failed && !$0.demands.isEmpty }) {
      NumberRepairer(allowsMisreading: !isExact).repair(&act, &findings)
    }
    recordCodes(in: &act)
    for repair in act.repairs { report(repair, to: &diagnostics) }
    RowDoubts().settle(in: &act)
    NumberDoubts(findings).settle(in: &act)
    NameDoubts().settle(in: &act)
    TerritoryDoubts().settle(in: &act)
    let confidence = NumberConfidence(findings, act.repairs)
    confidence.settle(in: &act)
    RowConfidence(confidence).settle(in: &act)
    DerivedPositions().settle(in: &act)
    act.checks = findings.map(\.check)
    for check in act.checks where check.status == .failed {
      diagnostics.report(.warning, "check.\(check.rule)", check.message)
    }
  }

  /// Says which operation codes were read by the pattern of the authority's codes.
  private func recordCodes(in act: inout Deliberation) {
    let lines =
      act.budgetLines.enumerated().map { ("/budget_lines/\($0)", $1.operationCode, $1.source) }
      + (act.report?.budgetLines ?? []).enumerated().map {
        ("/report/budget_lines/\($0)", $1.operationCode, $1.source)
      }
    for (path, code, source) in lines {
      guard let raw = code.raw else { continue }
      act.repairs.append(
        Repair(path + "/operation_code", raw: raw, code.value, rule: "budget.code-form", at: source)
      )
    }
  }

  /// What all rules find in an act.
  static func findings(in act: Deliberation) -> [Finding] {
    rules.flatMap { rule in rule.findings(in: act) }
  }

  private func report(_ repair: Repair, to diagnostics: inout DiagnosticList) {
    let value =
      switch repair.value {
      case .amount(let amount): Euros.text(cents: amount.cents)
      case .count(let count): String(count)
      case .text(let text): text
      }
    let raw = repair.raw.map { "'\($0)'" } ?? "a number that cannot be read"
    let isName = if case .text = repair.value { true } else { false }
    diagnostics.report(
      .note,
      isName ? "name.repaired" : "number.repaired",
      "\(raw) was read as \(value), as \(repair.rule) proves (\(repair.path))",
      at: repair.source
    )
  }
}
