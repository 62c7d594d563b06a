/// A person as an act names them.
struct OutputPerson: Decodable {
  var name: String
  var honorific: String?
  var raw: String?

  /// The name as printed.
  var printed: String { raw ?? name }
}

struct OutputAttendance: Decodable {
  struct Proxy: Decodable {
    var from: OutputPerson
    var to: OutputPerson?
  }

  struct Counts: Decodable {
    var members: Int?
    var present: Int?
    var represented: Int?
    var absent: Int?
    var voters: Int?
  }

  var present: [OutputPerson]?
  var excused: [OutputPerson]?
  var absent: [OutputPerson]?
  var attendingWithoutVote: [OutputPerson]?
  var excusedWithoutVote: [OutputPerson]?
  var proxies: [Proxy]?
  var counts: Counts?

  /// The lists with the status that each stands for.
  var lists: [(status: String, people: [OutputPerson])] {
    [
      ("present", present ?? []),
      ("excused", excused ?? []),
      ("absent", absent ?? []),
      ("attending_without_vote", attendingWithoutVote ?? []),
      ("excused_without_vote", excusedWithoutVote ?? []),
    ]
  }
}

struct OutputDecision: Decodable {
  struct Recusal: Decodable {
    var person: OutputPerson
    var status: String
    var articles: [Int]?
  }

  struct Vote: Decodable {
    var yes: Option?
    var no: Option?
    var abstain: Option?
    var absent: Option?

    /// The options that were counted, with their names.
    var options: [(name: String, option: Option)] {
      [("yes", yes), ("no", no), ("abstain", abstain), ("absent", absent)]
        .compactMap { name, option in option.map { (name, $0) } }
    }
  }

  struct Option: Decodable {
    var count: Int?
    var stated: String?
    var groups: [String]?
    var needsReview: Bool?
    var source: OutputPage?
    var line: Int?
  }

  struct Position: Decodable {
    var person: OutputPerson
    var option: String
    var stated: String
  }

  struct Electorate: Decodable {
    var present: Int?
    var represented: Int?
    var voting: Int?
  }

  var articles: [Int]
  var recusals: [Recusal]?
  var vote: Vote?
  var unanimous: Bool?
  var result: String?
  var raw: String?
  var opinion: String?
  var electorate: Electorate?
  var positions: [Position]?
  var needsReview: Bool?
  var source: OutputPage?
  var line: Int?
}

struct OutputElection: Decodable {
  struct Round: Decodable {
    var votesCast: Int?
    var blank: Int?
    var void: Int?
    var candidates: [Candidate]?
  }

  struct Candidate: Decodable {
    var person: OutputPerson?
    var list: String?
    var votes: Int?
    var needsReview: Bool?
  }

  struct Elected: Decodable {
    var person: OutputPerson
    var capacity: String
  }

  var office: String?
  var body: String?
  var rounds: [Round]?
  var elected: [Elected]?
  var source: OutputPage?
  var line: Int?
}
