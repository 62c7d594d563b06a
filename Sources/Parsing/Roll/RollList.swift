import DeliberationModel
import PageModel

/// One list of people: names with what stands beside them, up to what is neither.
struct RollList {
  /// Somebody in the list.
  struct Item {
    var name: RollName
    var honorific: Honorific?
    /// "Éliane ROUX (excusée)".
    var status: AttendanceStatus?
    /// Whether nothing but the status stands beside the name, which then counts for more than the
    /// heading: "Éliane ROUX – absente" among those present.
    var isStatusAlone = false
    var office: Roll.Office?
    /// What the print says of when the person is there.
    var remark: String?
    var link = Link.none
    /// Whether the link is "représenté par" alone.
    var isSubstituted = false
    /// Whether it is that of a substitute: "remplacé par".
    var isReplaced = false
  }

  /// What a list says of who votes for somebody.
  enum Link {
    case none
    case holder(Holder?)
    /// "M. PETIT (pouvoir de Mme ROUX)".
    case giver(RollName)
  }

  enum Holder {
    case name(RollName)
    case office(Roll.Office)
  }

  let tokens: [RollToken]
  /// Whether everybody in it gave a proxy.
  let isOfProxies: Bool
  var items: [Item] = []
  var end: Int
  /// What ended the list within a line.
  var unread: Range<Int>?
  var names: RollNames
  var orphans: [Holder?] = []
  /// How many places or groups head some of its people.
  private(set) var places = 0
  /// Whether a mark stands before the next item.
  var isSeparated = true
  private var sharedHonorific: Honorific?
  private var isShared = false

  init(_ tokens: [RollToken], from start: Int, isOfProxies: Bool) {
    self.tokens = tokens
    self.isOfProxies = isOfProxies
    end = start
    names = RollNames(tokens)
    names.areOfProxies = isOfProxies
    names.listsInitials = RollNames.listsInitials(in: tokens[start...])
    while end < tokens.count, readNext() {}
    settleOrphans()
    settleColumns()
    dropPlaces()
  }

  /// Whether it holds nothing but people who are addressed or named in full, to the end of a line.
  var isOfPeopleAlone: Bool {
    unread == nil && (end >= tokens.count || tokens[end].opensLine)
      && items.allSatisfy { $0.name.isWhole || $0.honorific != nil }
  }

  /// Whether it says of somebody who votes for them.
  var namesHolders: Bool {
    items.contains { item in
      if case .none = item.link { return false }
      return true
    }
  }

  var familyFirst: Bool? {
    let whole = items.filter { $0.name.isWhole }
    guard !whole.isEmpty else { return nil }
    return whole.count { $0.name.isFamilyFirst } * 2 > whole.count
  }

  /// Reads what stands next; answers whether the list goes on.
  private mutating func readNext() -> Bool {
    let token = tokens[end]
    if let heading = RollHeading(tokens, at: end) {
      guard heading.kind == .part else { return false }
      end = heading.end
      return true
    }
    if let group = groupEnd() {
      end = group
      places += 1
      isSeparated = true
      return true
    }
    if token.opensParagraph, !items.isEmpty, !goesOnBelowGap() { return false }
    if case .mark(let mark) = token.kind { return take(mark) }
    if RollWords.nobody.contains(token.key), items.isEmpty {
      end += 1
      return false
    }
    if let next = passedEnd() {
      // "Luc PETIT, le Maire"
      if names.honorific(at: end) == nil { note(end..<next) }
      end = next
      return true
    }
    // "Mme ROUX ayant donné pouvoir à M. PETIT ; Mme MOREL à M. GRAS"
    let isAmongProxies =
      isOfProxies
      || namesHolders && !isSeparated && token.text == "à" && end + 1 < tokens.count
        && opensPerson(end + 1)
    if let link = RollLink(tokens, at: end, isAmongProxies: isAmongProxies), canTake(link) {
      return take(link)
    }
    if let title = names.honorific(at: end), title.isPlural {
      sharedHonorific = title.honorific
      isShared = true
      end = title.end
      return true
    }
    if ["et", "ainsi", "que", "puis", "&"].contains(token.key),
      token.letters == .small || token.key == "et"
    {
      end += 1
      isSeparated = true
      return true
    }
    // "Procurations : de M. BRUN à M. ROUX".
    if isOfProxies, isSeparated, ["de", "d'"].contains(token.key), token.letters == .small,
      end + 1 < tokens.count, opensPerson(end + 1)
    {
      end += 1
      return true
    }
    if token.opensLine || isSeparated || items.last?.name.isWhole ?? false,
      let place = names.placeEnd(at: end), token.opensLine || !opensFullName(end)
    {
      end = place
      places += 1
      isSeparated = true
      return true
    }
    // "M. GRAS, souffrant, donne pouvoir à Mme ROUX"
    if !items.isEmpty, end > 0, tokens[end - 1].isMark(","),
      let aside = Self.asideEnd(tokens, at: end - 1),
      RollLink(tokens, at: aside, isAmongProxies: false) != nil
    {
      note(end..<(aside - 1))
      end = aside
      return true
    }
    if let origin = originEnd(at: end) {
      end = origin
      return true
    }
    if let remark = remarkEnd(at: end) {
      note(end..<remark)
      end = remark
      return true
    }
    names.opensWithParticles =
      isSeparated && (items.last.map { $0.name.honorific == nil } ?? isShared)
    if let name = names.name(at: end, isFamilyFirst: familyFirst), accepts(name) {
      add(name)
      return true
    }
    return skipsFragment()
  }

  private mutating func take(_ mark: UInt8) -> Bool {
    if mark == UInt8(ascii: "(") {
      readBracket()
      return true
    }
    if mark == UInt8(ascii: ">"), let link = RollLink(tokens, at: end, isAmongProxies: true),
      canTake(link), !tokens[end].opensLine
    {
      return take(link)
    }
    end += 1
    if mark != UInt8(ascii: ")") { isSeparated = true }
    return true
  }

  // MARK: - Names

  /// Whether a name is that of somebody in the list, and not the first words of a sentence.
  private func accepts(_ name: RollName) -> Bool {
    guard RollNames.isPerson(name, tokens) else { return false }
    if saysOffice(after: name.end) { return false }
    let first = tokens[end]
    // Surnames alone below a gap are a title.
    if first.opensParagraph, !items.isEmpty, name.honorific == nil, !isShared, !name.isWhole {
      return false
    }
    guard name.end < tokens.count else { return true }
    let next = tokens[name.end]
    if tokens[name.end - 1].hasStop { return true }
    guard next.kind == .word, next.letters == .small, !next.opensParagraph else { return true }
    if next.opensLine, items.count > 1 {
      return RollLink(tokens, at: name.end, isAmongProxies: true) != nil || !isProse(name.end)
    }
    return ["et", "ainsi", "puis"].contains(next.key) || originEnd(at: name.end) != nil
      || RollLink(tokens, at: name.end, isAmongProxies: true) != nil
      || RollWords.isRemark(next.key)
  }

  /// The index behind words before a person that name nobody: the number of a row, "de" before who
  /// gives a proxy, "Mme le Maire", "sous la présidence de", "les conseillers municipaux".
  private func passedEnd() -> Int? {
    let token = tokens[end]
    if token.kind == .number, token.opensLine || token.opensCell, token.key.utf8.count < 4 {
      var next = end + 1
      while next < tokens.count, next - end < 3, tokens[next].kind != .word, !tokens[next].opensLine
      {
        next += 1
      }
      return next < tokens.count && !tokens[next].opensLine && opensPerson(next) ? next : nil
    }
    guard token.kind == .word else { return nil }
    if isOfProxies, isSeparated, ["de", "d"].contains(token.key), end + 1 < tokens.count,
      opensPerson(end + 1)
    {
      return end + 1
    }
    if items.isEmpty, token.key == "sous", end + 3 < tokens.count,
      tokens[end + 2].key == "presidence", ["de", "d"].contains(tokens[end + 3].key)
    {
      return end + 4
    }
    let title = names.honorific(at: end)
    var next = title?.end ?? end
    guard next + 1 < tokens.count, ["le", "la", "les"].contains(tokens[next].key),
      next > end || !items.isEmpty, RollWords.offices.contains(tokens[next + 1].key)
    else { return nil }
    next += 1
    while next < tokens.count, RollWords.offices.contains(tokens[next].key),
      !tokens[next].opensParagraph
    { next += 1 }
    return next
  }

  private func isProse(_ at: Int) -> Bool {
    !RollWords.isRemark(tokens[at].key)
  }

  /// Whether a sentence goes on with the office of secretary.
  ///
  /// "M. ROUX est élu secrétaire".
  private func saysOffice(after index: Int) -> Bool {
    var at = index
    var says = false
    while at < tokens.count, at - index < 16 {
      if tokens[at].key.hasPrefix("secretaire"), at > index { return says }
      // "Mme ROUX a été" above "élue secrétaire".
      if SessionOfficers.names(toOffice: tokens[at].key) {
        says = true
      } else if !says, tokens[at].opensLine, RollHeading(tokens, at: at) != nil {
        return false
      }
      if tokens[at].isName, tokens[at].opensLine { return false }
      guard tokens[at].kind == .word || tokens[at].isMark(","), !tokens[at].hasStop else {
        return false
      }
      if tokens[at].isMark(","), at == index { return false }
      at += 1
    }
    return false
  }

  private mutating func add(_ name: RollName) {
    if joinsSurname(name) { return }
    var honorific = name.honorific
    if honorific == nil, isShared { honorific = sharedHonorific }
    if name.honorific != nil, !isShared { sharedHonorific = nil }
    items.append(Item(name: withoutGluedHonorific(name), honorific: honorific))
    end = name.end
    isSeparated = false
  }

  /// The name without the address of the next person, which a lost space left at its end.
  ///
  /// "Luc PETITM. Paul ROUX" in a list where everybody is addressed.
  private func withoutGluedHonorific(_ name: RollName) -> RollName {
    guard let last = name.words.last, tokens[last].hasStop, tokens[last].text.count > 4,
      tokens[last].text.hasSuffix("M"), tokens[last].letters == .capitals,
      !items.isEmpty, items.allSatisfy({ $0.honorific != nil }),
      name.end < tokens.count, tokens[name.end].isName,
      RollWords.honorifics[tokens[name.end].key] == nil, names.name(at: name.end)?.isWhole ?? false
    else { return name }
    var name = name
    name.text.removeLast()
    return name
  }

  /// "Paul ROUX - MOREL" in a list of whole names that dashes part is one person, and so is "MOREL - ROUX
  /// Paule" in one that commas part.
  private mutating func joinsSurname(_ name: RollName) -> Bool {
    guard items.count > 1, let last = items.last, name.honorific == nil, !isShared,
      end > 0, tokens[end - 1].isMark("-"), last.name.end == end - 1, !tokens[end - 1].opensLine
    else { return false }
    let (words, others) = (tokens[name.words], items.dropLast())
    let isBehind =
      !name.isWhole && words.count == 1 && words.first?.letters == .capitals
      && !last.name.isFamilyFirst && items.allSatisfy { $0.name.isWhole }
    let isBefore =
      name.isFamilyFirst && !last.name.isWhole && last.honorific == nil
      && others.allSatisfy { $0.name.isFamilyFirst && tokens[$0.name.end].isMark(",") }
    guard isBehind || isBefore else { return false }
    var joined = last.name
    joined.words = joined.words.lowerBound..<name.words.upperBound
    joined.text += "-" + name.text
    joined.end = name.end
    joined.isWhole = true
    joined.isFamilyFirst = name.isFamilyFirst
    items[items.count - 1].name = joined
    end = name.end
    return true
  }

  /// Steps over words that a scan left unreadable between two marks, where the list goes on behind
  /// them; what ends the list within a line is reported.
  private mutating func skipsFragment() -> Bool {
    guard !items.isEmpty else { return false }
    let token = tokens[end]
    var at = end
    while at < tokens.count, at - end < 5, !tokens[at].opensParagraph || at == end {
      let isSeparator = tokens[at].isMark(",") || tokens[at].isMark("-") || tokens[at].isMark(";")
      if isSeparator, at > end, isSeparated, at + 1 < tokens.count,
        opensPerson(at + 1), !token.opensParagraph
      {
        unread = unread ?? end..<at
        end = at
        return true
      }
      at += 1
    }
    if !token.opensLine, unread == nil { unread = end..<lineEnd(end) }
    return false
  }

  /// Whether the list goes on below white space: behind a mark, with a bullet, or with somebody who
  /// is addressed.
  private func goesOnBelowGap() -> Bool {
    let token = tokens[end]
    let before = tokens[end - 1]
    if before.isMark(",") || before.isMark(";") || before.isMark("-") { return true }
    if token.isBullet { return end + 1 < tokens.count && opensPerson(end + 1) }
    // "M. GRAS a donné pouvoir à Mme ROUX" below those present, whose heading is lost.
    if !isOfProxies, !namesHolders, let name = names.name(at: end), name.end < tokens.count,
      !tokens[name.end].isMark("("),
      let link = RollLink(tokens, at: name.end, isAmongProxies: false), !link.leadsToGiver
    {
      return false
    }
    if names.honorific(at: end) != nil { return true }
    guard let name = names.name(at: end, isFamilyFirst: familyFirst), name.isWhole else {
      return false
    }
    // One a line, whole names like those above, and nothing else on the line.
    let lineEnd = lineEnd(end)
    // "HUET Lynda<tab>PAYET Luc" in a table of those who gave a proxy and those who vote for them.
    let isRow = isOfProxies && name.end < lineEnd && tokens[name.end].opensCell
    return !before.hasStop
      && (name.end == lineEnd || isRow || tokens[name.end].isMark(",")
        || tokens[name.end].isMark("("))
      && items.allSatisfy { $0.name.isWhole }
      && (familyFirst ?? name.isFamilyFirst) == name.isFamilyFirst
  }

  /// Whether a given and a family name stand at an index.
  private func opensFullName(_ index: Int) -> Bool {
    guard let name = names.name(at: index), name.end < tokens.count, !tokens[name.end].isMark(":")
    else { return false }
    let letters = tokens[name.words].map(\.letters)
    return letters.contains(.capitals) && letters.contains(.name)
  }

  func opensPerson(_ index: Int) -> Bool {
    names.honorific(at: index) != nil || (names.name(at: index)?.isWhole ?? false)
  }

  func lineEnd(_ index: Int) -> Int {
    var at = index + 1
    while at < tokens.count, !tokens[at].opensLine { at += 1 }
    return at
  }
}
