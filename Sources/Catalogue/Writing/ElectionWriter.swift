import GRDB
import JSONModel

/// Writes the rows of an election: its ballots, their candidates, who is elected.
struct ElectionWriter {
  private let db: Database
  private let deliberation: Int64

  init(_ db: Database, deliberation: Int64) {
    self.db = db
    self.deliberation = deliberation
  }

  func write(
    _ election: OutputElection,
    _ ordinal: Int,
    _ people: inout PeopleWriter
  ) throws {
    let id = try db.insert(
      "elections",
      [
        "deliberation_id": deliberation, "ordinal": ordinal, "office": election.office,
        "body": election.body, "page": election.source?.page, "line": election.line,
      ]
    )
    for (ordinal, round) in (election.rounds ?? []).enumerated() {
      let row = try db.insert(
        "election_rounds",
        [
          "election_id": id, "ordinal": ordinal, "votes_cast": round.votesCast,
          "blank": round.blank, "void": round.void,
        ]
      )
      for (ordinal, candidate) in (round.candidates ?? []).enumerated() {
        try db.insert(
          "candidates",
          [
            "round_id": row, "ordinal": ordinal, "list": candidate.list, "votes": candidate.votes,
            "person_id": candidate.person.map { try people.id(of: $0) },
            "needs_review": candidate.needsReview ?? false,
          ]
        )
      }
    }
    for (ordinal, elected) in (election.elected ?? []).enumerated() {
      try db.insert(
        "elected",
        [
          "election_id": id, "ordinal": ordinal, "person_id": people.id(of: elected.person),
          "capacity": elected.capacity, "printed": elected.person.printed,
        ]
      )
    }
  }
}
