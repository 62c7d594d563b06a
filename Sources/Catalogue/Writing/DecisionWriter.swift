import GRDB
import JSONModel

/// Writes the rows of a decision: its vote, its recusals, the positions.
struct DecisionWriter {
  private let db: Database
  private let deliberation: Int64

  init(_ db: Database, deliberation: Int64) {
    self.db = db
    self.deliberation = deliberation
  }

  func write(
    _ decision: OutputDecision,
    _ ordinal: Int,
    _ people: inout PeopleWriter
  ) throws {
    let id = try db.insert(
      "decisions",
      [
        "deliberation_id": deliberation, "ordinal": ordinal, "result": decision.result,
        "raw": decision.raw, "stated_unanimous": decision.unanimous ?? false,
        "opinion": decision.opinion, "electorate_present": decision.electorate?.present,
        "electorate_represented": decision.electorate?.represented,
        "electorate_voting": decision.electorate?.voting,
        "needs_review": decision.needsReview ?? false, "page": decision.source?.page,
        "line": decision.line,
      ]
    )
    for article in decision.articles {
      try db.insert("decision_articles", ["decision_id": id, "number": article])
    }
    for (name, option) in decision.vote?.options ?? [] {
      let vote = try db.insert(
        "votes",
        [
          "decision_id": id, "option": name, "count": option.count, "stated": option.stated,
          "needs_review": option.needsReview ?? false, "page": option.source?.page,
          "line": option.line,
        ]
      )
      for (ordinal, group) in (option.groups ?? []).enumerated() {
        try db.insert("vote_groups", ["vote_id": vote, "ordinal": ordinal, "name": group])
      }
    }
    for (ordinal, recusal) in (decision.recusals ?? []).enumerated() {
      let row = try db.insert(
        "recusals",
        [
          "decision_id": id, "ordinal": ordinal, "person_id": people.id(of: recusal.person),
          "status": recusal.status, "printed": recusal.person.printed,
        ]
      )
      for article in recusal.articles ?? [] {
        try db.insert("recusal_articles", ["recusal_id": row, "number": article])
      }
    }
    for (ordinal, position) in (decision.positions ?? []).enumerated() {
      try db.insert(
        "positions",
        [
          "decision_id": id, "ordinal": ordinal, "person_id": people.id(of: position.person),
          "option": position.option, "stated": position.stated,
          "printed": position.person.printed,
        ]
      )
    }
  }
}
