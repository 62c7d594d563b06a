import DeliberationModel
import PageModel

/// Reads who stands beside a count of votes: people, groups, or both.
///
/// "(M. Paul ROUX, Mme Odile MOREL)", "(Groupe Socialiste ; Non-inscrit)", "(UMP + M. Viguié)".
enum Electors {
  /// The people and the groups in a part of a passage; only people where it is not in brackets.
  static func read(
    _ passage: Passage,
    _ bounds: Range<Int>,
    inBrackets: Bool,
    of document: Document
  ) -> (people: [Person], groups: [String]) {
    let list = PersonList(passage, bounds, of: document)
    let isMixed = passage.bytes[bounds].contains { $0 == 0x2B || $0 == 0x3B }
    if !isMixed, list.end >= bounds.upperBound, arePeople(list.people) { return (list.people, []) }
    guard inBrackets else {
      return arePeople(list.people) ? (list.people, []) : ([], [])
    }
    var people: [Person] = []
    var groups: [String] = []
    for part in parts(passage, bounds) {
      let named = PersonList(passage, part, of: document)
      let text = passage.text(part).trimmingSpaces()
      let isPerson = named.people.contains { person in
        person.honorific != nil || person.name != person.name.uppercased()
      }
      if named.end >= part.upperBound, isPerson, arePeople(named.people) {
        people += named.people
      } else if text.first?.isUppercase ?? false {
        groups.append(text)
      }
    }
    return (people, groups)
  }

  /// Groups are parted by semicolons, and from people by "+"; "dont 3 pouvoirs" is neither.
  private static func parts(_ passage: Passage, _ bounds: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = bounds.lowerBound
    for at in bounds where passage.bytes[at] == 0x3B || passage.bytes[at] == 0x2B {
      parts.append(start..<at)
      start = at + 1
    }
    parts.append(start..<bounds.upperBound)
    return parts.filter { !$0.isEmpty }
  }

  /// Whether all names are those of people: "Groupe Centre et Ruralités" reads like a name, but no
  /// word of it is in capitals and nobody is addressed.
  static func arePeople(_ people: [Person]) -> Bool {
    !people.isEmpty
      && people.allSatisfy { person in
        let words = person.name.split(separator: " ")
        let hasFamilyName = words.contains { $0.count > 1 && $0 == $0.uppercased() }
        return person.honorific != nil || (hasFamilyName && !words[0].hasPrefix("Group"))
      }
  }
}
