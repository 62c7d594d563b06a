import DeliberationModel

/// What the lists at the head of a session say, as they print it.
struct Roll {
  /// Somebody in a list.
  struct Entry {
    var person: Person
    /// The list; absent where only a proxy names the person.
    var status: AttendanceStatus?
    /// The office printed beside the name.
    var office: Office?
    /// Whether a remark says that it holds for a part of the session.
    var isPartial = false
  }

  /// The office by which an act calls a person without a name.
  enum Office: Hashable {
    case mayor
    case president
  }

  /// Who votes for somebody.
  enum Holder {
    case person(Person)
    /// "donne pouvoir à M. le Maire".
    case office(Office)
  }

  struct Proxy {
    var from: Person
    var to: Holder?
  }

  /// Text in a list that is no name.
  struct Unread {
    var text: String
    var line: Int
  }

  var entries: [Entry] = []
  var proxies: [Proxy] = []
  var movements: [Movement] = []
  var secretary: Person?
  /// The numbers beside the headings of lists.
  var counts: [AttendanceCount: Int] = [:]
  /// The line of the first name in a list.
  var firstLine: Int?
  /// The lines of lists and of their headings.
  var lines: Set<Int> = []
  var unread: [Unread] = []

  /// Whether a list names somebody who is there.
  var namesPresent: Bool { entries.contains { $0.status == .present } }

  /// Takes what a table of marks says.
  mutating func take(_ marks: RollMarks) {
    entries += marks.entries
    proxies += marks.proxies
    unread += marks.unread
    lines.formUnion(marks.lines)
    if let first = marks.lines.min() { firstLine = min(firstLine ?? first, first) }
  }
}
