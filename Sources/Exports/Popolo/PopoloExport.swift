import Foundation
package import JSONModel
import PageModel

/// Popolo: organisations, people, memberships, sessions, motions and votes, an array of objects in a file
/// each.
package struct PopoloExport {
  private var organizations: [String: PopoloOrganization] = [:]
  private var people: [String: PopoloPerson] = [:]
  private var memberships: [String: PopoloMembership] = [:]
  private var events: [String: PopoloEvent] = [:]
  private var motions: [String: PopoloMotion] = [:]
  private var voteEvents: [String: PopoloVoteEvent] = [:]

  private var skipped = 0
  private let keepsDoubts: Bool

  /// Makes an empty export; acts whose boundary, title or date needs a look at the page are kept or not.
  package init(keepsDoubts: Bool = false) {
    self.keepsDoubts = keepsDoubts
  }

  /// Adds the acts of an output.
  package mutating func add(_ output: OutputDocument) {
    for (index, act) in output.deliberations.enumerated() {
      guard let authority = act.authority, keepsDoubts || act.needsReview != true else {
        skipped += 1
        continue
      }
      add(act, of: authority, id: "\(output.source.sha256.prefix(12))-\(index + 1)")
    }
  }

  private mutating func add(_ act: OutputAct, of authority: OutputAct.Authority, id: String) {
    let owner = authority.siren ?? Slug.make(authority.name)
    organizations[owner] =
      organizations[owner]
      ?? PopoloOrganization(
        id: owner,
        name: authority.name,
        classification: authority.type,
        identifiers: authority.siren.map { [PopoloIdentifier(scheme: "SIREN", identifier: $0)] }
      )
    let council = act.organ.map { owner + "/" + Slug.make($0) } ?? owner
    if let organ = act.organ, organizations[council] == nil {
      organizations[council] = PopoloOrganization(
        id: council,
        name: organ,
        classification: "assembly",
        parentId: owner
      )
    }
    let session = act.session?.date.map { council + "/" + $0 }
    if let session { add(act, session: session, to: council, owner) }
    let motion = council + "/" + (act.number.map { Slug.make($0) } ?? id)
    let isKnown = motions[motion] != nil
    let motionID = isKnown ? motion + "-" + id : motion
    motions[motionID] = PopoloMotion(
      id: motionID,
      organizationId: council,
      legislativeSessionId: session,
      text: act.title,
      identifier: act.number,
      classification: act.subject?.name,
      result: act.decisions?.compactMap(\.result).last.map(Self.result)
    )
    for (index, decision) in (act.decisions ?? []).enumerated() {
      add(decision, id: "\(motionID)/vote-\(index + 1)", motionID, session, council, owner)
    }
  }

  private mutating func add(
    _ act: OutputAct,
    session: String,
    to council: String,
    _ owner: String
  ) {
    let lists = act.attendance?.lists ?? []
    let members = lists.filter { !$0.status.hasSuffix("without_vote") }.flatMap(\.people)
    for member in members {
      let person = id(of: member, owner)
      let membership = council + "/" + person
      memberships[membership] = PopoloMembership(
        id: membership,
        role: "member",
        personId: person,
        organizationId: council
      )
    }
    let present = lists.first { $0.status == "present" }?.people ?? []
    let attendees = present.map { PopoloPerson(id: id(of: $0, owner), name: $0.name) }
    // Each act of a session may print the list; the longest is the session's.
    guard attendees.count >= events[session]?.attendees.count ?? 0 else { return }
    events[session] = PopoloEvent(
      id: session,
      name: [act.organ ?? act.authority?.name, act.session?.date].compactMap(\.self)
        .joined(separator: ", "),
      startDate: act.session?.date,
      organizationId: council,
      attendees: attendees
    )
  }

  private mutating func add(
    _ decision: OutputDecision,
    id: String,
    _ motion: String,
    _ session: String?,
    _ council: String,
    _ owner: String
  ) {
    let counts = (decision.vote?.options ?? []).compactMap { name, option in
      option.needsReview == true ? nil : option.count.map { PopoloCount(option: name, value: $0) }
    }
    let votes = (decision.positions ?? []).map { position in
      PopoloVote(voterId: self.id(of: position.person, owner), option: position.option)
    }
    voteEvents[id] = PopoloVoteEvent(
      id: id,
      organizationId: council,
      legislativeSessionId: session,
      motionId: motion,
      result: decision.result.map(Self.result),
      counts: counts,
      votes: votes
    )
  }

  /// The id of a person of an authority, whom it takes note of.
  private mutating func id(of person: OutputPerson, _ owner: String) -> String {
    let id = owner + "/" + Slug.make(person.name)
    people[id] =
      people[id] ?? PopoloPerson(id: id, name: person.name, honorificPrefix: person.honorific)
    return id
  }

  /// Popolo's words where it has one.
  private static func result(_ result: String) -> String {
    switch result {
    case "adopted": "pass"
    case "rejected": "fail"
    default: result
    }
  }

  // MARK: - Result

  /// A file for each class.
  package func files() -> [ExportFile] {
    [
      file("organizations", organizations), file("people", people),
      file("memberships", memberships),
      file("events", events), file("motions", motions), file("vote_events", voteEvents),
    ]
  }

  private func file(_ name: String, _ objects: [String: some Encodable]) -> ExportFile {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let ordered = objects.sorted { $0.key < $1.key }.map(\.value)
    let bytes = (try? encoder.encode(ordered)).map { [UInt8]($0) } ?? []
    return ExportFile(name: name + ".json", bytes: bytes + [0x0A])
  }

  /// What was written, a line each.
  package var summary: [String] {
    [
      "popolo: \(organizations.count) organizations, \(people.count) people, \(events.count) events, "
        + "\(motions.count) motions, \(voteEvents.count) vote events"
    ]
      + (skipped > 0
        ? ["  acts without an authority, or that need a look at the page: \(skipped)"] : [])
  }
}
