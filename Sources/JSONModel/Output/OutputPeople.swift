/// A person as an act names them.
package struct OutputPerson: Decodable {
  package var name: String
  package var honorific: String?
  package var raw: String?

  /// The name as printed.
  package var printed: String { raw ?? name }
}

package struct OutputAttendance: Decodable {
  package struct Proxy: Decodable {
    package var from: OutputPerson
    package var to: OutputPerson?
  }

  package struct Counts: Decodable {
    package var members: Int?
    package var present: Int?
    package var represented: Int?
    package var absent: Int?
    package var voters: Int?
  }

  package var present: [OutputPerson]?
  package var excused: [OutputPerson]?
  package var absent: [OutputPerson]?
  package var attendingWithoutVote: [OutputPerson]?
  package var excusedWithoutVote: [OutputPerson]?
  package var proxies: [Proxy]?
  package var counts: Counts?

  /// The lists with the status that each stands for.
  package var lists: [(status: String, people: [OutputPerson])] {
    [
      ("present", present ?? []),
      ("excused", excused ?? []),
      ("absent", absent ?? []),
      ("attending_without_vote", attendingWithoutVote ?? []),
      ("excused_without_vote", excusedWithoutVote ?? []),
    ]
  }
}

package struct OutputDecision: Decodable {
  package struct Recusal: Decodable {
    package var person: OutputPerson
    package var status: String
    package var articles: [Int]?
  }

  package struct Vote: Decodable {
    package var yes: Option?
    package var no: Option?
    package var abstain: Option?
    package var absent: Option?

    /// The options that were counted, with their names.
    package var options: [(name: String, option: Option)] {
      [("yes", yes), ("no", no), ("abstain", abstain), ("absent", absent)]
        .compactMap { name, option in option.map { (name, $0) } }
    }
  }

  package struct Option: Decodable {
    package var count: Int?
    package var stated: String?
    package var groups: [String]?
    package var needsReview: Bool?
    package var source: OutputPage?
    package var line: Int?
  }

  package struct Position: Decodable {
    package var person: OutputPerson
    package var option: String
    package var stated: String
  }

  package struct Electorate: Decodable {
    package var present: Int?
    package var represented: Int?
    package var voting: Int?
  }

  package var articles: [Int]
  package var recusals: [Recusal]?
  package var vote: Vote?
  package var unanimous: Bool?
  package var result: String?
  package var raw: String?
  package var opinion: String?
  package var electorate: Electorate?
  package var positions: [Position]?
  package var needsReview: Bool?
  package var source: OutputPage?
  package var line: Int?
}

package struct OutputElection: Decodable {
  package struct Round: Decodable {
    package var votesCast: Int?
    package var blank: Int?
    package var void: Int?
    package var candidates: [Candidate]?
  }

  package struct Candidate: Decodable {
    package var person: OutputPerson?
    package var list: String?
    package var votes: Int?
    package var needsReview: Bool?
  }

  package struct Elected: Decodable {
    package var person: OutputPerson
    package var capacity: String
  }

  package var office: String?
  package var body: String?
  package var rounds: [Round]?
  package var elected: [Elected]?
  package var source: OutputPage?
  package var line: Int?
}
