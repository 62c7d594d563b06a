public import DeliberationModel
import PageModel

/// The members whom the head of a session names, each once, and the way from a printed name to one
/// of them.
///
/// "ROUX", "Mme A. ROUX", "ROUX Anne" and, as a scan has it, "R0UX" are one person where the session
/// lists one Anne ROUX.
public struct SessionRoster: Sendable {
  /// What a printed name is in a session.
  public enum Resolution: Sendable {
    /// One member.
    case member(Person)
    /// Several members fit; which one is not said.
    case candidates([Person])
    /// Nobody in the session has that name.
    case unknown
  }

  /// The members, in printed order.
  public let members: [Person]
  private let keys: [NameKey]

  /// Makes a roster of people who are each other than the others.
  public init(_ members: [Person]) {
    self.members = members
    keys = members.map { NameKey($0.name) }
  }

  /// The member that a printed name means.
  public func resolve(_ person: Person) -> Resolution {
    resolve(person, upTo: .damaged)
  }

  /// The member that a printed name means, names no less alike than a bound.
  func resolve(_ person: Person, upTo bound: NameKey.Likeness) -> Resolution {
    let key = NameKey(person.name)
    guard !key.isEmpty else { return .unknown }
    for rank in NameKey.Likeness.allCases where rank.rawValue <= bound.rawValue {
      var found = members.indices.filter { keys[$0].likeness(to: key) == rank }
      if found.count > 1 {
        let addressed = found.filter { fits(members[$0].honorific, person.honorific) }
        if !addressed.isEmpty { found = addressed }
      }
      if found.count == 1 { return .member(members[found[0]]) }
      if found.count > 1 { return .candidates(found.map { members[$0] }) }
    }
    return .unknown
  }

  private func fits(_ one: Honorific?, _ other: Honorific?) -> Bool {
    one == other || one == nil || other == nil
  }

  /// The member that a printed name means, where it is one.
  public func member(_ person: Person) -> Person? {
    if case .member(let member) = resolve(person) { return member }
    return nil
  }
}
