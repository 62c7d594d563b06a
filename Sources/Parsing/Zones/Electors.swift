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
    let isMixed = passage.bytes[bounds].contains { $0 == 0x2B || $0 == 0x3B }
    if !isMixed || !inBrackets {
      let list = PersonList(passage, bounds, of: document)
      let isRead = !inBrackets || list.end >= bounds.upperBound
      if isRead, arePeople(list.people) { return (list.people, []) }
    }
    guard inBrackets else { return ([], []) }
    var people: [Person] = []
    var groups: [String] = []
    for part in parts(passage, bounds) {
      let named = PersonList(passage, part, of: document)
      let text = passage.text(part).split(separator: " ").filter { $0 != ":" }
        .joined(separator: " ").trimmingEnd([",", ".", ":"])
      let isPerson = named.people.contains { person in
        person.honorific != nil || person.name != person.name.uppercased()
      }
      if named.end >= part.upperBound, isPerson, arePeople(named.people) {
        people += named.people
      } else if text.first?.isUppercase ?? false {
        groups += self.groups(text)
      }
    }
    return (people, groups)
  }

  /// The groups in what stands between two semicolons.
  ///
  /// A scan turns a semicolon into a colon or loses it before "Groupe", and a speck is a colon after
  /// a small word: "Républicain et : Citoyen".
  private static func groups(_ part: String) -> [String] {
    var groups: [String] = []
    var words: [Substring] = []
    func close() {
      if !words.isEmpty { groups.append(words.joined(separator: " ")) }
      words = []
    }
    for word in part.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      if word == "Groupe" { close() }
      guard word.last == ":" else {
        words.append(word)
        continue
      }
      if word.count > 1 { words.append(word.dropLast()) }
      if words.last?.first?.isLowercase == false { close() }
    }
    close()
    return groups.map { $0.trimmingEnd([",", "."]).trimmingSpaces() }.filter { !$0.isEmpty }
  }

  /// Groups are parted by semicolons, and from people by "+"; "dont 3 pouvoirs" is neither.
  ///
  /// A scan turns a semicolon into a colon or loses it before "Groupe"; a colon after a small word is
  /// a speck: "Républicain et : Citoyen".
  private static func parts(_ passage: Passage, _ bounds: Range<Int>) -> [Range<Int>] {
    let bytes = passage.bytes
    var parts: [Range<Int>] = []
    var start = bounds.lowerBound
    var word = bounds.lowerBound
    for at in bounds {
      switch bytes[at] {
      case 0x3B, 0x2B,
        0x3A where bytes[at] != 0x3A || !isSmall(bytes[word]):
        parts.append(start..<at)
        start = at + 1
      case 0x47 where at > start && bytes[at - 1] == 0x20 && bytes[at...].starts(with: group):
        parts.append(start..<at)
        start = at
      default: break
      }
      let isStart = at > bounds.lowerBound && bytes[at - 1] == 0x20
      if isStart, bytes[at] != 0x3A { word = at }
    }
    parts.append(start..<bounds.upperBound)
    return parts.filter { part in passage.bytes[part].contains { $0 != 0x20 } }
  }

  private static let group = Array("Groupe ".utf8)

  private static func isSmall(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

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
