import DeliberationModel
import PageModel

/// Reads a table whose cells list people below what they are.
///
/// "Commune<tab>Présents" above "Arzelles<tab>Luc PETIT, Anne ROUX"; "Établissement<tab>Délégués
/// présents<tab>Excusés".
struct RollTable {
  private(set) var entries: [Roll.Entry] = []
  private(set) var proxies: [Roll.Proxy] = []

  /// Nothing where the first row is not that of such a table, or its cells name too few people.
  init?(_ table: TableGrid, of document: Document) {
    guard table.rowCount > 1, table.columnCount > 1,
      let statuses = Self.statuses(
        (0..<table.columnCount).map { table.cell(row: 0, column: $0)?.text ?? "" }
      )
    else { return nil }
    for (column, heading) in statuses {
      var tokens = RollTokens(text: heading, line: table.lines.lowerBound, of: document).tokens
      if !tokens.isEmpty { tokens[0].opensLine = true }
      for row in 1..<table.rowCount {
        guard let cell = table.cell(row: row, column: column), !cell.text.isEmpty else { continue }
        let line = cell.line ?? table.lines.lowerBound
        tokens += RollTokens(text: cell.text + " ;", line: line, of: document).tokens
      }
      let roll = RollReader(tokens, of: document).roll
      entries += roll.entries
      proxies += roll.proxies
    }
    guard entries.count(where: { $0.status == .present }) > 1 else { return nil }
  }

  /// The columns that list people, each with the heading of a list in lines; nothing where the first
  /// column is none of places and groups, or none lists those present.
  private static func statuses(_ heads: [String]) -> [(column: Int, heading: String)]? {
    var found: [(Int, String)] = []
    var namesPresent = false
    for (column, head) in heads.enumerated() {
      let words = FoldedText(head).string.split { !$0.isLetter }.map(String.init)
      guard !words.isEmpty, words.count <= 5 else { return nil }
      let isOfPlaces = words.allSatisfy(RollMarksHead.beside.contains)
      guard (column == 0) == isOfPlaces else { return nil }
      guard column > 0 else { continue }
      let heads = words.compactMap(RollWords.head)
      guard !heads.isEmpty else { return nil }
      namesPresent = namesPresent || heads == [.present]
      found.append((column, head + " :"))
    }
    return namesPresent ? found : nil
  }
}

/// What a cell beside members says of each.
///
/// "présent", "excusée, pouvoir à M. ROUX", "absent excusé, remplacé par Mme PETIT".
struct RollStates {
  /// The people of a cell of names, as many as the other cell says something of.
  private(set) var entries: [Roll.Entry] = []
  private(set) var proxies: [Roll.Proxy] = []

  /// Nothing where the two cells do not go together.
  init?(_ names: String, _ states: String, line: Int, of document: Document) {
    let people = Self.people(names, line, document)
    let tokens = RollTokens(text: states, line: line, of: document).tokens
    let parts = [true, false].map { Self.parts(of: tokens, joining: $0) }
    guard !people.isEmpty, let states = parts.first(where: { $0.count == people.count }) else {
      return nil
    }
    for (person, state) in zip(people, states) {
      let heads = state.compactMap { RollWords.head($0.key) }
      let isRefused = state.contains { ["non", "sans"].contains($0.key) }
      var status: AttendanceStatus?
      if heads.contains(.present) {
        status = .present
      } else if heads.contains(.excused) && !isRefused || heads.contains(.proxy) {
        status = .excused
      } else if heads.contains(.absent) || heads.contains(.excused) {
        status = .absent
      }
      guard let status else { return nil }
      entries.append(Roll.Entry(person: person, status: status))
      guard let (named, isSubstitute) = Self.other(in: state, line, document) else { continue }
      if isSubstitute {
        entries.append(Roll.Entry(person: named, status: .present))
      } else {
        proxies.append(Roll.Proxy(from: person, to: .person(named)))
      }
    }
  }

  /// The people whom a cell names, and nothing else.
  private static func people(_ text: String, _ line: Int, _ document: Document) -> [Person] {
    let tokens = RollTokens(text: text, line: line, of: document).tokens
    let list = RollList(tokens, from: 0, isOfProxies: false)
    guard list.end == tokens.count, list.unread == nil else { return [] }
    return list.items.map { person($0.name, line, document) }
  }

  /// The words of a cell, parted where what the next member is begins.
  ///
  /// "présent excusée, pouvoir à M. ROUX" are two; "absent excusé" is one state, or two of two members.
  private static func parts(
    of tokens: [RollToken],
    joining: Bool
  ) -> [ArraySlice<RollToken>] {
    var starts: [Int] = []
    var part: Set<RollWords.Head> = []
    for (place, token) in tokens.enumerated() {
      guard let head = RollWords.head(token.key),
        [.present, .absent, .excused, .proxy].contains(head)
      else { continue }
      let goesOn =
        switch head {
        case .proxy: !part.contains(.proxy) && (part.contains(.excused) || part.contains(.absent))
        case .excused: joining && part == [.absent]
        default: false
        }
      if !goesOn {
        starts.append(place)
        part = []
      }
      part.insert(head)
    }
    return zip(starts, starts.dropFirst() + [tokens.count]).map { tokens[$0..<$1] }
  }

  /// Whom a state names beside the member, and whether they are there in the member's place.
  private static func other(
    in state: ArraySlice<RollToken>,
    _ line: Int,
    _ document: Document
  ) -> (Person, Bool)? {
    let tokens = Array(state)
    let names = RollNames(tokens)
    let stems = ["remplac", "suppl"]
    for at in tokens.indices where tokens[at].letters == .small {
      let isSubstitute = stems.contains { tokens[at].key.hasPrefix($0) }
      guard isSubstitute || RollWords.head(tokens[at].key) == .proxy else { continue }
      let next = tokens.indices[(at + 1)...].prefix(4).first {
        names.honorific(at: $0) != nil || tokens[$0].isName
      }
      guard let next, let name = names.name(at: next), RollNames.isPerson(name, tokens) else {
        continue
      }
      return (person(name, line, document), isSubstitute)
    }
    return nil
  }

  private static func person(_ name: RollName, _ line: Int, _ document: Document) -> Person {
    Person(
      name: name.text,
      honorific: name.honorific,
      source: document.location(of: document.lines[line])
    )
  }
}
