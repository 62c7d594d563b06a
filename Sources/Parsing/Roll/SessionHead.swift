public import DeliberationModel
public import PageModel

/// What the head of a session says: when it sat, under whom, and who was there.
public struct SessionHead: Sendable {
  /// The day, the president, the secretary and the day of the convocation.
  public private(set) var session = Session()
  /// The lists, the proxies and the printed counts.
  public private(set) var attendance = Attendance()
  /// The members whom the lists name.
  public private(set) var roster = SessionRoster([])
  /// Whether the head names two days for the session.
  public private(set) var isDateDoubtful = false
  /// Whether it does, and nothing proves the one that was taken.
  private(set) var isDateUnproved = false
  /// The lines that the lists and the officers stand on.
  public private(set) var lines: Set<Int> = []
  /// People who stand in two lists.
  public private(set) var twice: [Person] = []
  /// Text in a list that is no name, with its line.
  var unread: [Roll.Unread] = []
  /// The authority that a heading or the sentence about the sitting names.
  private(set) var authority: Authority?
  /// The office of who presides, where only that is said: "sous la présidence de Monsieur le Maire".
  private(set) var unnamedPresident: Roll.Office?
  /// Who holds the office by which an act calls a person without a name.
  private(set) var holders: [Roll.Office: Person] = [:]

  /// Reads the head of a session in lines of a document.
  ///
  /// Lines below the lists and above the first act name the officers, where the lists do not, and
  /// print counts: "Mme ROUX est désignée secrétaire. Date de la convocation : 28 avril".
  public init(
    _ lines: [Int],
    below: [Int] = [],
    isOfMinutes: Bool = false,
    tables: [TableGrid] = [],
    of document: Document
  ) {
    guard !lines.isEmpty else { return }
    let marks = RollMarks(lines, tables, of: document)
    let tokens = RollTokens(lines.filter { !marks.lines.contains($0) }, of: document).tokens
    var roll = RollReader(tokens, of: document).roll
    roll.take(marks)
    // The roll may stand below what is known for the head.
    if !below.isEmpty, !roll.namesPresent {
      let wider = SessionHead(
        lines + below,
        isOfMinutes: isOfMinutes,
        tables: tables,
        of: document
      )
      if wider.attendance.people[.present]?.count ?? 0 > 2 {
        self = wider
        return
      }
    }
    let day = SessionDate(lines, listsFrom: roll.firstLine, of: document)
    session.date = day.date
    let above = lines.prefix { line in roll.firstLine.map { line < $0 } ?? true }.prefix(30)
    authority = AuthorityInText.authority(in: above.map { document.text(document.lines[$0]) })
    isDateDoubtful = day.isDoubtful
    isDateUnproved = day.isUnproved
    session.convocationDate =
      ConvocationDate.date(lines, of: document) ?? ConvocationDate.date(below, of: document)
    let officers = SessionOfficers(tokens, RollTokens(below, of: document).tokens, of: document)
    session.president = officers.president
    holders = Self.holders(roll, officers)
    if session.president == nil, let office = officers.presidentOffice {
      session.president = holders[office]
      if session.president == nil { unnamedPresident = office }
    }
    // By law the mayor or the president presides, who is there and of whom minutes say nothing else.
    if isOfMinutes, session.president == nil, unnamedPresident == nil {
      session.president = holders[.mayor] ?? holders[.president]
    }
    let read = RollAttendance(roll, president: session.president, holders: holders)
    attendance = read.attendance
    roster = read.roster
    twice = read.twice
    attendance.counts.merge(RollCounts.counts(below, of: document)) { listed, _ in listed }
    attendance.counts.merge(RollCounts.counts(lines, of: document)) { _, printed in printed }
    session.secretary = (roll.secretary ?? officers.secretary).map { roster.full($0) }
    session.president = session.president.map { roster.full($0) }
    self.lines = roll.lines.union(officers.lines).union(day.lines)
    unread = roll.unread
  }

  /// The one person behind whose name each office stands, in a list or where the president is named.
  private static func holders(
    _ roll: Roll,
    _ officers: SessionOfficers
  ) -> [Roll.Office: Person] {
    var holders: [Roll.Office: Person] = [:]
    for office in [Roll.Office.mayor, .president] {
      let listed = roll.entries.filter { $0.office == office && $0.status == .present }
        .map(\.person)
      if listed.count == 1 {
        holders[office] = listed[0]
      } else if listed.isEmpty, officers.presidentOffice == office {
        holders[office] = officers.president
      }
    }
    return holders
  }
}

extension SessionHead {
  /// The sections of a preface with the lines of the head in sections of their own, so that a title
  /// above or below them is no part of them.
  func parted(_ sections: [Section]) -> [Section] {
    let lists: [Section.Kind] = [.labelled(.present), .labelled(.excused), .labelled(.absent)]
    let last = sections.lastIndex { lists.contains($0.kind) } ?? sections.count
    return sections.enumerated().flatMap { index, section -> [Section] in
      // Below the lists a paragraph is one: "Exercice 2013" ends a title.
      guard section.kind == .unlabelled, index < last else { return [section] }
      var parted: [Section] = []
      for part in section.parts {
        let goesOn = parted.last?.parts.last.map {
          lines.contains($0.line) == lines.contains(part.line)
        }
        if goesOn ?? false {
          parted[parted.count - 1].parts.append(part)
        } else {
          parted.append(Section(kind: .unlabelled, line: part.line, parts: [part]))
        }
      }
      return parted
    }
  }

  /// Whether all lines of a section belong to the head.
  func holds(_ section: Section) -> Bool {
    section.parts.allSatisfy { lines.contains($0.line) }
  }

  /// Reports what of the head is no name, people in two lists, and a day that is told twice.
  func report(to diagnostics: inout DiagnosticList, in document: Document) {
    for rest in unread {
      diagnostics.report(
        .warning,
        "attendance.unplaced-text",
        "the attendance list holds text that is not a name, '\(rest.text.prefix(80))'",
        at: document.location(of: document.lines[rest.line])
      )
    }
    for person in twice {
      diagnostics.report(
        .warning,
        "attendance.listed-twice",
        "'\(person.name)' stands in two lists of the attendance",
        at: person.source
      )
    }
    if isDateDoubtful, let date = session.date {
      diagnostics.report(
        .warning,
        "session.date-doubtful",
        "the head of the session names another day beside '\(date.value)'",
        at: date.source
      )
    }
  }
}

extension SessionRoster {
  /// A person by the name of the lists, where they name the person; the print stays beside it.
  func named(_ person: Person) -> Person {
    guard let member = member(person), member.name != person.name else { return person }
    var named = person
    named.name = member.name
    named.raw = person.name
    named.honorific = person.honorific ?? member.honorific
    return named
  }

  /// A person by the fuller of the printed name and that of the roster.
  func full(_ person: Person) -> Person {
    guard let member = member(person), member.name != person.name else { return person }
    let extra = person.name.split(separator: " ").filter { word in
      !member.name.split(separator: " ").contains {
        FoldedText(String($0)).key == FoldedText(String(word)).key
      }
    }
    // "Marceau LE DREF N" is no fuller than a whole name of the lists.
    guard member.name.utf8.count >= person.name.utf8.count || extra.allSatisfy({ $0.count <= 2 })
    else { return person }
    var full = member
    full.source = person.source
    full.raw = person.name
    full.honorific = person.honorific ?? member.honorific
    return full
  }
}

extension Signature {
  /// Whether who signs holds an office, and signs for nobody else.
  func holds(_ office: Roll.Office) -> Bool {
    guard onBehalfOf == nil, signatory != nil, let role else { return false }
    let words = role.split(separator: " ").map { FoldedText(String($0)).key }
    // "Le secrétaire de séance, le Maire" side by side: who of them signs is not said.
    return RollWords.office(words) == office && !words.contains { $0.contains("secretaire") }
  }
}
