import DeliberationModel
import PageModel

/// Reads the lists of people at the head of a session.
struct RollReader {
  let document: Document
  private var tokens: [RollToken]
  private var at = 0
  private var lastStatus: AttendanceStatus?
  /// The entries of a list that is taken for that of the members who are there, until another is.
  private var presumed: Range<Int>?
  private(set) var roll = Roll()

  /// Reads the lists in the words of a session's head.
  init(_ tokens: [RollToken], of document: Document) {
    self.document = document
    self.tokens = tokens
    let table = RollRows(tokens)
    if !table.rows.isEmpty {
      take(table)
      self.tokens.removeAll { table.lines.contains($0.line) }
    }
    readLists()
    if !roll.namesPresent { readBareList() }
  }

  private mutating func readLists() {
    while at < tokens.count {
      if let heading = RollHeading(tokens, at: at) {
        read(heading)
      } else if !readProxyLine() {
        at += 1
      }
    }
  }

  private mutating func take(_ table: RollRows) {
    roll.lines.formUnion(table.lines)
    roll.firstLine = table.lines.min()
    for row in table.rows {
      let person = person(row.name, row.honorific)
      roll.entries.append(Roll.Entry(person: person, status: row.status))
      guard let holder = row.holder else { continue }
      roll.proxies.append(
        Roll.Proxy(from: person, to: .person(self.person(holder, holder.honorific)))
      )
    }
  }

  // MARK: - Lists

  private mutating func read(_ heading: RollHeading) {
    let start = at
    at = heading.end
    switch heading.kind {
    case .list(let status):
      if let count = heading.count, let key = Self.countKey(status) {
        roll.counts[key] = roll.counts[key] ?? count
      }
      let list = RollList(tokens, from: at, isOfProxies: false)
      if heading.mayBeOfMembers, !roll.namesPresent, lastStatus == nil {
        presume(list)
      } else {
        if status == .present, let presumed, !list.items.isEmpty {
          for index in presumed { roll.entries[index].status = .attendingWithoutVote }
          self.presumed = nil
        }
        take(list, as: status)
      }
    case .proxies:
      if let count = heading.count {
        roll.counts[.represented] = roll.counts[.represented] ?? count
      }
      let list = RollList(tokens, from: at, isOfProxies: true)
      if let status = lastStatus, tokens[at - 1].kind == .number, tokens[at - 1].opensLine,
        !list.namesHolders
      {
        // "Pouvoirs :" above "3" in a margin interrupts the list beside it.
        take(RollList(tokens, from: at, isOfProxies: false), as: status)
      } else {
        take(list, as: nil)
      }
    case .secretary:
      if let name = RollNames(tokens).name(at: at), RollNames.isPerson(name, tokens),
        !opensSentence(name)
      {
        roll.secretary = roll.secretary ?? person(name, name.honorific)
        at = name.end
      }
    case .part:
      let list = RollList(tokens, from: at, isOfProxies: false)
      if !roll.namesPresent, lastStatus == nil, list.items.count > 2 { presume(list) }
    case .holders:
      let list = RollList(tokens, from: at, isOfProxies: false)
      let open = roll.proxies.indices.reversed().prefix { roll.proxies[$0].to == nil }.reversed()
      at = list.end
      if open.count == list.items.count {
        for (index, item) in zip(open, list.items) {
          roll.proxies[index].to = .person(person(item.name, item.honorific))
        }
      }
    case .count: break
    }
    at = max(at, start + 1)
    mark(start..<at)
  }

  /// Whether a name is the first word of a sentence: "En application de l'article …".
  private func opensSentence(_ name: RollName) -> Bool {
    guard !name.isWhole, name.honorific == nil, name.end < tokens.count else { return false }
    return tokens[name.end].letters == .small && !tokens[name.end].opensLine
      && !tokens[name.end - 1].hasStop
  }

  /// Takes a list whose heading does not say that its people are there.
  private mutating func presume(_ list: RollList) {
    let first = roll.entries.count
    take(list, as: .present)
    presumed = first..<roll.entries.count
  }

  /// Reads the list of those present that no heading is above, below the sentence about the sitting:
  /// people by their communes, or a whole paragraph of names.
  private mutating func readBareList() {
    let end = tokens.firstIndex { roll.lines.contains($0.line) } ?? tokens.count
    let sits: Set<String> = ["presidence", "reuni", "reunis", "reunie", "reunies", "assemble"]
    guard let sentence = tokens[..<end].firstIndex(where: { sits.contains($0.key) }) else { return }
    for start in (sentence + 1)..<max(end, sentence + 1) where tokens[start].opensLine {
      let before = tokens[start - 1]
      guard tokens[start].opensParagraph || before.hasStop || before.isMark(":") else { continue }
      let list = RollList(tokens, from: start, isOfProxies: false)
      let isOfPlaces = list.places > 1 && list.items.count > 3
      guard isOfPlaces || list.items.count > 4 && list.isOfPeopleAlone else { continue }
      at = start
      take(list, as: .present)
      mark(start..<at)
      return
    }
  }

  /// Reads a line that gives a proxy without a heading.
  ///
  /// "Mme ROUX donne pouvoir à M. PETIT".
  private mutating func readProxyLine() -> Bool {
    guard tokens[at].opensLine || at > 0 && tokens[at - 1].hasStop else { return false }
    var first = at
    // "Procuration de Mme ROUX à M. PETIT"
    if RollWords.head(tokens[at].key) == .proxy, at + 2 < tokens.count,
      ["de", "d"].contains(tokens[at + 1].key)
    {
      first = at + 2
    }
    guard let name = RollNames(tokens).name(at: first),
      name.honorific != nil || name.isWhole,
      let link = RollLink(tokens, at: linkStart(name.end), isAmongProxies: first > at),
      !link.leadsToGiver
    else { return false }
    let start = at
    take(RollList(tokens, from: first, isOfProxies: true), as: nil)
    at = max(at, start + 1)
    mark(start..<at)
    return true
  }

  /// The index behind small words between commas: "Mme GRAS, absente, donne pouvoir à Mme ROUX".
  private func linkStart(_ index: Int) -> Int { RollList.asideEnd(tokens, at: index) ?? index }

  private static func countKey(_ status: AttendanceStatus) -> AttendanceCount? {
    switch status {
    case .present: .present
    case .absent, .excused: .absent
    default: nil
    }
  }

  private mutating func mark(_ range: Range<Int>) {
    for token in tokens[range] { roll.lines.insert(token.line) }
  }

  private mutating func take(_ list: RollList, as status: AttendanceStatus?) {
    at = list.end
    if let first = list.items.first {
      lastStatus = status
      roll.firstLine = roll.firstLine ?? tokens[first.name.words.lowerBound].line
    }
    for item in list.items {
      let person = person(item.name, item.honorific)
      let own = Self.status(of: item, in: status)
      var entry = Roll.Entry(person: person, status: own, office: item.office)
      // "Absents : Léa ROUX (2023-043 à 2023-045)".
      entry.isPartial = item.remark?.contains(where: \.isNumber) ?? false
      if status == .present && item.isSubstituted || item.isReplaced,
        case .holder(.name(let name)?) = item.link
      {
        // "M. PETIT représenté par Mme MOREL": a substitute is there.
        roll.entries.append(
          Roll.Entry(person: self.person(name, name.honorific), status: .present)
        )
        entry.status = .excused
        roll.entries.append(entry)
        continue
      }
      if status == nil, case .giver(let giver) = item.link {
        // "M. PETIT a reçu pouvoir de Mme ROUX" among no list: the giver alone is away.
        entry.person = self.person(giver, giver.honorific)
      }
      roll.entries.append(entry)
      if var movement = item.remark.flatMap({ Movement(of: person, FoldedText($0)) }) {
        // Who gives a proxy "jusqu'au point 3" comes then, and "à partir du point 3" goes.
        if case .holder = item.link, own != .present, let remark = item.remark {
          movement.isArrival = FoldedText(remark).contains("jusqu") || remark.contains("arriv")
        }
        roll.movements.append(movement)
      }
      switch item.link {
      case .none:
        if status == nil, item.status == nil {
          roll.proxies.append(Roll.Proxy(from: person, to: nil))
        }
      // "remplacé par son suppléant" names nobody.
      case .holder(nil) where item.isReplaced || item.isSubstituted && status != nil: break
      case .holder(let holder):
        roll.proxies.append(Roll.Proxy(from: person, to: holder.map(read)))
      case .giver(let giver):
        roll.proxies.append(
          Roll.Proxy(from: self.person(giver, giver.honorific), to: .person(person))
        )
      }
    }
    if let unread = list.unread, !list.items.isEmpty {
      let text = tokens[unread].map(\.text).joined(separator: " ")
      roll.unread.append(Roll.Unread(text: text, line: tokens[unread.lowerBound].line))
    }
  }

  /// What somebody in a list is: what the heading says, or what stands beside the name.
  private static func status(
    of item: RollList.Item,
    in list: AttendanceStatus?
  ) -> AttendanceStatus? {
    switch list {
    case .absent: return item.status ?? list
    case .present:
      if item.isStatusAlone { return item.status ?? list }
      // Who gave a proxy for the whole session is not there: "Anne ROUX (pouvoir à Luc PETIT)".
      guard case .holder = item.link, !item.isSubstituted,
        !(item.remark.map { saysWhen(FoldedText($0)) } ?? false)
      else { return list }
      return .excused
    default: return list
    }
  }

  /// Whether a remark beside a name says for which part of the session it holds.
  private static func saysWhen(_ remark: FoldedText) -> Bool {
    let words: [StaticString] = [
      "arriv", "depart", "part", "jusqu", "quitt", "sort", "retard", "compter", "point", "depuis",
      "avant", "apres", "pour ", "lors",
    ]
    return remark.bytes.contains(where: ASCII.isDigit) || words.contains { remark.contains($0) }
  }

  private func read(_ holder: RollList.Holder) -> Roll.Holder {
    switch holder {
    case .name(let name): .person(person(name, name.honorific))
    case .office(let office): .office(office)
    }
  }

  private func person(_ name: RollName, _ honorific: Honorific?) -> Person {
    let line = document.lines[tokens[name.words.lowerBound].line]
    var source = document.location(of: line)
    if let last = name.words.last {
      let end = document.lines[tokens[last].line]
      if end.page == line.page, let box = end.box { source.box = source.box?.union(box) ?? box }
    }
    return Person(name: name.text, honorific: honorific, source: source)
  }
}

extension RollNames {
  /// Whether a name is one that a person can have, honorific or not.
  static func isPerson(_ name: RollName, _ tokens: [RollToken]) -> Bool {
    let words = tokens[name.words]
    guard words.count <= 7, !words.contains(where: { RollWords.head($0.key) != nil }) else {
      return false
    }
    if let first = words.first, RollWords.neverNames.contains(first.key), name.honorific == nil,
      !(name.isFamilyFirst && RollWords.calendar.contains(first.key))
    {
      return false
    }
    return name.text.utf8.count <= 60
  }
}
