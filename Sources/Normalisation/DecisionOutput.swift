import DeliberationModel
import PageModel

extension Decision {
  /// Writes a vote block.
  func write(to writer: inout JSONWriter) {
    writer.array("articles") { writer in
      for article in articles { writer.integer(nil, article) }
    }
    writer.objects("recusals", recusals) { writer, recusal in
      recusal.person.write("person", to: &writer)
      writer.string("status", recusal.status.rawValue)
      guard !recusal.articles.isEmpty else { return }
      writer.array("articles") { writer in
        for article in recusal.articles { writer.integer(nil, article) }
      }
    }
    if !vote.isEmpty {
      writer.object("vote") { writer in
        for option in VoteOption.allCases { vote[option]?.write(option.key, to: &writer) }
      }
    }
    if isUnanimous { writer.bool("unanimous", true) }
    writer.string("result", result?.value.rawValue)
    writer.string("raw", result?.raw)
    writer.string("opinion", opinion?.rawValue)
    if let electorate {
      writer.object("electorate") { writer in
        writer.integer("present", electorate.present)
        writer.integer("represented", electorate.represented)
        writer.integer("voting", electorate.voting)
      }
    }
    writer.objects("positions", positions) { writer, position in
      position.person.write("person", to: &writer)
      writer.string("option", position.option.rawValue)
      writer.string("stated", position.stated.rawValue)
    }
    if needsReview { writer.bool("needs_review", true) }
    source.write(to: &writer)
  }
}

extension VoteOption {
  fileprivate var key: StaticString {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .abstain: "abstain"
    case .absent: "absent"
    }
  }
}

extension VoteCount {
  fileprivate func write(_ key: StaticString, to writer: inout JSONWriter) {
    writer.object(key) { writer in
      writer.integer("count", count)
      if count != nil { writer.string("stated", stated.rawValue) }
      writer.string("raw", unreadable)
      writer.strings("groups", groups)
      writer.euros("confidence", cents: confidence)
      if needsReview || count == nil { writer.bool("needs_review", true) }
      source.write(to: &writer)
    }
  }
}

extension BudgetLine {
  /// Writes a line of a budget table.
  func write(to writer: inout JSONWriter) {
    writer.string("operation_code", operationCode.value)
    writer.string("operation_code_raw", operationCode.raw)
    writer.string("budget_code", budgetCode)
    writer.string("label", label)
    for (column, key, rawKey) in Self.keys {
      writer.euros(key, cents: self[column]?.value.cents)
      let unreadable = unreadable[column].flatMap { $0.isEmpty ? nil : $0 }
      writer.string(rawKey, self[column]?.raw ?? unreadable)
    }
    writer.euros("confidence", cents: confidence)
    if isDoubtful { writer.bool("needs_review", true) }
    source.write(to: &writer)
  }

  private static let keys: [(BudgetColumn, StaticString, StaticString)] = [
    (.commitment, "commitment_authority", "commitment_authority_raw"),
    (.available, "available", "available_raw"), (.proposed, "proposed", "proposed_raw"),
    (.balance, "balance", "balance_raw"), (.expenditure, "expenditure", "expenditure_raw"),
  ]
}

extension Signature {
  /// Writes the signature.
  func write(to writer: inout JSONWriter) {
    writer.object("signature") { writer in
      writer.string("place", place?.value)
      writer.string("date", date?.description)
      signatory?.write("signatory", to: &writer)
      writer.string("role", role)
      writer.string("on_behalf_of", onBehalfOf)
      writer.string("raw", place?.raw)
      source.write(to: &writer)
    }
  }
}
