import DeliberationModel
import PageModel

/// What stands beside a name and is none: offices, places, and when somebody is there.
extension RollList {
  /// The index behind words beside a name that are no name: an office, or when the person is there.
  func remarkEnd(at index: Int) -> Int? {
    guard !items.isEmpty else { return nil }
    var at = index
    let token = tokens[at]
    // "1er adjoint", "1 ère adjointe"
    let isParted =
      at + 1 < tokens.count && ["er", "re", "ere", "e", "eme", "me"].contains(tokens[at + 1].key)
    let office = isParted ? at + 2 : at + 1
    let isOrdinal =
      token.kind == .number && office < tokens.count
      && RollWords.offices.contains(tokens[office].key)
    let isOffice =
      token.kind == .word && RollWords.offices.contains(token.key)
      && (token.letters != .capitals || isAlone(at))
    let isRemark =
      token.kind == .word && token.letters == .small && RollWords.isRemark(token.key)
      && (!token.opensLine || tokens[at - 1].kind != .word || !tokens[at - 1].hasStop)
    if saysStatus(at) { return at + 1 }
    guard isOrdinal || isOffice || isRemark else { return nil }
    if token.opensParagraph { return nil }
    while at < tokens.count {
      let token = tokens[at]
      if at > index {
        if token.isMark(",") || token.isMark(";") || token.isMark("(") || token.isMark(")") {
          break
        }
        if token.isMark("-"), at + 1 < tokens.count, tokens[at + 1].isName { break }
        if token.opensParagraph || RollHeading(tokens, at: at) != nil { break }
        if token.opensLine, token.isBullet || opensPerson(at) { break }
        if names.honorific(at: at) != nil, token.letters != .small { break }
        // "Maire Annie TESSON": a person follows.
        if token.isName, isOffice || isOrdinal, !RollWords.offices.contains(token.key),
          opensPerson(at)
        {
          break
        }
      }
      at += 1
      if token.hasStop { break }
    }
    // "M. ROUX suppléant de Mme PETIT"
    if isRemark, tokens[at - 1].key == "de", at < tokens.count, token.key.hasPrefix("suppl"),
      let name = names.name(at: at)
    {
      return name.end
    }
    return at
  }

  /// "Éliane ROUX - ABSENTE": whether a word behind a mark says that somebody is away, and no more
  /// follows.
  private func saysStatus(_ at: Int) -> Bool {
    guard at > 0, !tokens[at].opensLine, tokens[at - 1].isMark("-") || tokens[at - 1].isMark(","),
      let head = RollWords.head(tokens[at].key), [.absent, .excused].contains(head)
    else { return false }
    guard at + 1 < tokens.count else { return true }
    let next = tokens[at + 1]
    return next.opensLine || next.opensCell || tokens[at].hasStop
      || next.isMark(",") || next.isMark(";") || next.isMark("-")
  }

  /// Whether an office in capitals stands between marks.
  ///
  /// "M. BRIOT, MAIRE,".
  private func isAlone(_ at: Int) -> Bool {
    guard at > 0, tokens[at - 1].kind != .word || tokens[at - 1].hasStop else { return false }
    return at + 1 >= tokens.count || tokens[at + 1].kind != .word || tokens[at + 1].opensLine
      || RollWords.offices.contains(tokens[at + 1].key)
  }

  /// The index behind up to four small words between the comma at an index and another.
  static func asideEnd(_ tokens: [RollToken], at comma: Int) -> Int? {
    guard comma + 2 < tokens.count, tokens[comma].isMark(",") else { return nil }
    let words = tokens[(comma + 1)...].prefix(5).prefix { $0.kind == .word && $0.letters == .small }
    guard !words.isEmpty, words.endIndex < tokens.count, tokens[words.endIndex].isMark(",") else {
      return nil
    }
    return words.endIndex + 1
  }

  /// Takes words that say something of the last person.
  mutating func note(_ range: Range<Int>) {
    guard !items.isEmpty else { return }
    let keys = tokens[range].map(\.key)
    let last = items.count - 1
    if let office = RollWords.office(keys) { items[last].office = items[last].office ?? office }
    if keys.contains(where: { RollWords.head($0) == .excused }), !keys.contains("non") {
      items[last].status = .excused
    }
    let heads = keys.map { RollWords.head($0) }
    if !heads.isEmpty, heads.allSatisfy({ $0 == .absent || $0 == .excused }) {
      let status: AttendanceStatus = heads.contains(.excused) ? .excused : .absent
      // "Mme ROUX, MM. PETIT et GRAS excusés" says it of all on the line.
      let isOfAll = keys.contains { $0.hasSuffix("s") && $0 != "abs" }
      var line = items[last].name.words.lowerBound
      while line > 0, !tokens[line].opensLine { line -= 1 }
      for index in items.indices
      where index == last || isOfAll && items[index].name.words.lowerBound >= line {
        items[index].status = status
        items[index].isStatusAlone = true
      }
    }
    let text = tokens[range].map(\.text).joined(separator: " ")
    items[last].remark = items[last].remark.map { $0 + " " + text } ?? text
  }

  /// Reads what stands in brackets beside a name, or a name that stands in brackets behind a place.
  mutating func readBracket() {
    let open = end
    var close = open + 1
    while close < tokens.count, close - open < 40, !tokens[close].isMark(")") { close += 1 }
    guard close < tokens.count, tokens[close].isMark(")") else {
      end += 1
      return
    }
    let inside = (open + 1)..<close
    // "Absents : 2 (Guy GRAS, Zoé NOIR)"
    if items.isEmpty, open + 1 < close, opensPerson(open + 1) {
      end = open + 1
      return
    }
    // "(pouvoir à M. ROUX)", "(excusé, procuration à M. ROUX)"
    for start in [open] + inside.filter({ tokens[$0 - 1].isMark(",") }) where !items.isEmpty {
      guard let link = RollLink(tokens, at: start, isAmongProxies: isOfProxies), link.end > open,
        link.end <= close, canTake(link)
      else { continue }
      if start > open { note(open + 1..<start) }
      _ = take(link)
      if end < close { note(end..<close) }
      end = close + 1
      return
    }
    // "M. BRUN (M. ROUX)" among proxies.
    if isOfProxies, let last = items.last, case .none = last.link,
      last.name.isWhole || last.honorific != nil,
      let name = names.name(at: open + 1), name.end == close,
      name.honorific != nil || name.isWhole,
      close + 1 >= tokens.count || RollLink(tokens, at: close + 1, isAmongProxies: true) == nil
    {
      items[items.count - 1].link = .holder(.name(name))
      end = close + 1
      return
    }
    // "CAHUZAC (TESTUT Jean-Pierre)"
    if let last = items.last, last.honorific == nil, !last.name.isWhole, last.name.end == open,
      let name = names.name(at: open + 1), name.isWhole, name.end <= close
    {
      items[items.count - 1].name = name
      end = name.end
      if let link = RollLink(tokens, at: end, isAmongProxies: true), link.end < close {
        _ = take(link)
      }
      end = max(end, close + 1)
      return
    }
    note(inside)
    end = close + 1
  }
}

extension RollWords {
  /// Whether a word begins a remark beside a name.
  static func isRemark(_ key: String) -> Bool {
    remarkStems.contains { stem in stem.utf8.count > 3 ? key.hasPrefix(stem) : key == stem }
  }

  /// The office of the mayor or the president, not of a deputy.
  static func office(_ keys: [String]) -> Roll.Office? {
    let deputies: Set<String> = [
      "adjoint", "adjointe", "adjoints", "delegue", "deleguee", "honoraire", "vice", "commission",
      "ancien", "ancienne", "delegues",
    ]
    guard deputies.isDisjoint(with: keys) else { return nil }
    if !["maire", "mairesse", "deputemaire"].allSatisfy({ !keys.contains($0) }) { return .mayor }
    return keys.contains("president") || keys.contains("presidente") ? .president : nil
  }
}
