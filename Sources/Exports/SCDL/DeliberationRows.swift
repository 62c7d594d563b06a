import JSONModel

/// The rows of scdl-deliberations of an act: one for each vote that was counted, else one.
struct DeliberationRows {
  private let facts: ActFacts
  private let act: OutputAct

  init(_ facts: ActFacts, _ act: OutputAct) {
    self.facts = facts
    self.act = act
  }

  /// Why an act gives no row: nothing was decided.
  var refusal: RowProblem? {
    let results = (act.decisions ?? []).compactMap(\.result)
    guard !(act.decisions ?? []).isEmpty || !(act.elections ?? []).isEmpty else {
      return RowProblem(column: "DELIB_DATE", reason: "no decision was found")
    }
    let isOpen = !results.isEmpty && results.allSatisfy { ["withdrawn", "adjourned"].contains($0) }
    return isOpen ? RowProblem(column: "DELIB_DATE", reason: "not decided: \(results[0])") : nil
  }

  /// Rows of what the act says.
  func rows(members: Int?) -> [[String: String]] {
    var row = [
      "DELIB_ID": act.number, "DELIB_DATE": act.session?.date, "DELIB_OBJET": act.title,
      "DELIB_MATIERE_CODE": act.subject?.code, "DELIB_MATIERE_NOM": act.subject?.name,
    ].compactMapValues(\.self)
    // A day of transmission before the session is misread, and the column may be empty.
    if let sent = act.transmissionDate, let date = act.session?.date, sent >= date {
      row["PREF_DATE"] = sent
    }
    let counts = (act.decisions ?? []).compactMap { decision in
      self.counts(of: decision, members: act.attendance?.counts?.members ?? members)
    }
    return counts.isEmpty ? [row] : counts.map { row.merging($0) { own, _ in own } }
  }

  /// The five columns of a vote, which are known together or left out together.
  private func counts(of decision: OutputDecision, members: Int?) -> [String: String]? {
    guard let members, decision.needsReview != true, let vote = decision.vote,
      let yes = sure(vote.yes), vote.options.allSatisfy({ $0.option.needsReview != true })
    else { return nil }
    // A unanimous vote has none against it; nor abstentions where all who could vote are in favour.
    let isUnanimous = decision.unanimous == true
    let isFull = isUnanimous && decision.electorate?.voting == yes
    let no = sure(vote.no) ?? (vote.no == nil && isUnanimous ? 0 : nil)
    let abstain = sure(vote.abstain) ?? (vote.abstain == nil && isFull ? 0 : nil)
    guard let no, let abstain else { return nil }
    let cast = yes + no + abstain
    guard cast <= members else { return nil }
    return [
      "VOTE_EFFECTIF": String(members), "VOTE_REEL": String(cast), "VOTE_POUR": String(yes),
      "VOTE_CONTRE": String(no), "VOTE_ABSTENTION": String(abstain),
    ]
  }

  /// A count that an assembly can have.
  private func sure(_ option: OutputDecision.Option?) -> Int? {
    option?.count.flatMap { (0...100_000).contains($0) ? $0 : nil }
  }
}
