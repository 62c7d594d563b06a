/// The classes of Popolo with the properties that acts speak of; a property that is absent is unknown.

struct PopoloIdentifier: Encodable {
  var scheme: String
  var identifier: String
}

struct PopoloOrganization: Encodable {
  var id: String
  var name: String
  var classification: String?
  var parentId: String?
  var identifiers: [PopoloIdentifier]?
}

struct PopoloPerson: Encodable {
  var id: String
  var name: String
  var honorificPrefix: String?
}

struct PopoloMembership: Encodable {
  var id: String
  var role: String
  var personId: String
  var organizationId: String
}

struct PopoloEvent: Encodable {
  var id: String
  var name: String
  var classification = "session"
  var startDate: String?
  var organizationId: String
  var attendees: [PopoloPerson]
}

struct PopoloMotion: Encodable {
  var id: String
  var organizationId: String
  var legislativeSessionId: String?
  var text: String?
  var identifier: String?
  var classification: String?
  var result: String?
}

struct PopoloVoteEvent: Encodable {
  var id: String
  var organizationId: String
  var legislativeSessionId: String?
  var motionId: String
  var result: String?
  var counts: [PopoloCount]
  var votes: [PopoloVote]
}

struct PopoloCount: Encodable {
  var option: String
  var value: Int
}

struct PopoloVote: Encodable {
  var voterId: String
  var option: String
}
