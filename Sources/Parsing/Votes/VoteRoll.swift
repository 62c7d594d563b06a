import DeliberationModel
import PageModel

/// The people of a session, by whom the names beside votes are known again.
struct VoteRoll {
  private let roster: SessionRoster
  /// The names of those for whom a vote can be cast: who is there, and who is represented.
  private var voting: Set<String> = []
  /// Who is meant by "le maire" and "la présidente".
  private(set) var chair: Person?

  /// Nobody.
  init() { roster = SessionRoster([]) }

  /// The people of an attendance list, and who presides.
  init(_ attendance: Attendance, chair: Person?) {
    var people: [Person] = []
    let listed = [AttendanceStatus.present, .excused, .absent]
      .flatMap { attendance.people[$0] ?? [] }
    for person in listed + attendance.proxies.map(\.from)
    where !people.contains(where: { $0.name == person.name }) {
      people.append(person)
    }
    roster = SessionRoster(people)
    let represented = attendance.proxies.map { resolve($0.from) }
    voting = Set(((attendance.people[.present] ?? []) + represented).map(\.name))
    self.chair = chair.map(resolve)
  }

  /// The people of an act; who presides is known from its session, or from the line that the mayor
  /// signs: "Le Maire, Paul ROUX".
  init(of act: Deliberation, in document: Document) {
    self.init(
      act.attendance,
      chair: act.session.president ?? Self.signatory(in: document)
    )
  }

  /// Who signs as mayor or president, where all such lines name one person.
  private static func signatory(in document: Document) -> Person? {
    var found: Person?
    for index in document.lines.indices {
      let bounds = document.lines[index].range.bounds
      guard bounds.count <= 80, document.bytes[bounds].first.map({ $0 | 0x20 == 0x6C }) ?? false
      else { continue }
      let passage = Passage([index], of: document)
      let folded = FoldedText(passage.bytes[...])
      let offices = ["le maire", "la maire", "le president", "la presidente"]
      guard let office = offices.first(where: { folded.string.hasPrefix($0) }),
        folded.bytes.count > office.utf8.count,
        [0x2C, 0x3A, 0x20, 0x09].contains(folded.bytes[office.utf8.count])
      else { continue }
      let start = folded.offsets[office.utf8.count]
      let people = PersonList(passage, start..<passage.bytes.count, of: document)
      guard people.end == passage.bytes.count, people.people.count == 1,
        Electors.arePeople(people.people) || people.people[0].name.contains(" ")
      else { continue }
      if let found, found.name != people.people[0].name { return nil }
      found = people.people[0]
    }
    return found
  }

  /// How many people are known; nothing where there is no roll.
  var count: Int? { roster.members.isEmpty ? nil : roster.members.count }

  /// The person of the roll whom a printed name means, as the roll spells the name; the printed one
  /// where no one, or more than one, fits.
  func resolve(_ printed: Person) -> Person {
    guard let known = member(printed, upTo: .damaged), known.name != printed.name else {
      return printed
    }
    var person = printed
    person.name = known.name
    person.honorific = printed.honorific ?? known.honorific
    person.raw = printed.raw ?? printed.name
    return person
  }

  /// The person of the roll whom a text without an address names.
  func person(named text: String) -> Person? {
    member(Person(name: text), upTo: .part)
  }

  /// The one person whom a name fits; of several the one who votes.
  private func member(_ person: Person, upTo bound: NameKey.Likeness) -> Person? {
    switch roster.resolve(person, upTo: bound) {
    case .member(let member): return member
    case .candidates(let people):
      let voters = people.filter { voting.contains($0.name) }
      return voters.count == 1 ? voters[0] : nil
    case .unknown: return nil
    }
  }
}

extension VoteRoll {
  /// Whether folded words are the office of who presides and nothing else: "Monsieur le maire".
  static func isChair(_ text: String) -> Bool {
    var words = text.split(separator: " ").map { $0.filter { $0.isLetter || $0 == "-" } }
    if ["monsieur", "madame", "m", "mme", "mr"].contains(words.first ?? "") { words.removeFirst() }
    guard words.count == 2, ["le", "la"].contains(words[0]) else { return false }
    return ["maire", "mairesse", "president", "presidente"].contains(words[1])
  }
}
