import DeliberationModel

/// Reads a roll that is a table: on each row a member, and a word that says whether the member is
/// there and who votes for whom is not.
///
/// "Valbrun<gap>Mme ROUX Anne<gap>Présent", "Orval | M. | PETIT Luc | Repr. | Mme ROUX".
struct RollRows {
  /// A member of the table.
  struct Row {
    var name: RollName
    var honorific: Honorific?
    var status: AttendanceStatus
    var holder: RollName?
  }

  private(set) var rows: [Row] = []
  /// The lines of the rows.
  private(set) var lines: Set<Int> = []
  private let tokens: [RollToken]
  private let names: RollNames

  private static let fewest = 4

  /// Reads the rows among some words; there are none where a few lines look so by chance.
  init(_ tokens: [RollToken]) {
    self.tokens = tokens
    names = RollNames(tokens)
    var first: Int?
    var last = 0
    var count = 0
    var start = 0
    var place = 0
    while start < tokens.count {
      var end = start + 1
      while end < tokens.count, !tokens[end].opensLine { end += 1 }
      if let row = row(start..<end) {
        rows.append(row)
        lines.insert(tokens[start].line)
        first = first ?? place
        last = place
      }
      if first != nil { count += 1 }
      place += 1
      start = end
    }
    let span = first.map { last - $0 + 1 } ?? 0
    guard rows.count >= Self.fewest, rows.count * 2 > span else {
      rows = []
      lines = []
      return
    }
  }

  private func row(_ line: Range<Int>) -> Row? {
    for at in line.dropFirst() {
      guard stands(at), let status = Self.status(tokens[at]),
        let (name, honorific) = member(before: at, in: line)
      else { continue }
      return Row(
        name: name,
        honorific: honorific,
        status: status,
        holder: holder(after: at, in: line)
      )
    }
    return nil
  }

  private static func status(_ token: RollToken) -> AttendanceStatus? {
    guard token.kind == .word else { return nil }
    if ["repr", "rep"].contains(token.key) { return .excused }
    switch RollWords.head(token.key) {
    case .present: return .present
    case .absent: return .absent
    case .excused, .represented, .proxy: return .excused
    case .guest, .secretary, .count, nil: return nil
    }
  }

  /// Whether a word is a cell of its own, or parted from the name by a mark.
  private func stands(_ at: Int) -> Bool {
    tokens[at].opensCell || isBar(at - 1)
  }

  /// "Luc PETIT | Présent", "Luc PETIT - Présent", "Luc PETIT : présent".
  private func isBar(_ at: Int) -> Bool {
    ["|", "*", "-", ":"].contains { tokens[at].isMark($0) }
  }

  /// The member whose name ends before a word: back to an address, a gap or a mark.
  private func member(before end: Int, in line: Range<Int>) -> (RollName, Honorific?)? {
    var last = end
    while last > line.lowerBound, isBar(last - 1) { last -= 1 }
    var first = last
    while first > line.lowerBound {
      let before = tokens[first - 1]
      guard before.kind == .word, RollWords.honorifics[before.key] == nil || before.isName == false
      else { break }
      first -= 1
      if before.opensCell { break }
    }
    guard first < last, let name = names.name(at: first), name.end == last, name.honorific == nil,
      RollNames.isPerson(name, tokens), !["nom", "noms", "prenom"].contains(tokens[first].key)
    else { return nil }
    var title = first
    while title > line.lowerBound, isBar(title - 1) { title -= 1 }
    let honorific =
      title > line.lowerBound ? RollWords.honorifics[tokens[title - 1].key]?.honorific : nil
    return honorific != nil || name.isWhole ? (name, honorific) : nil
  }

  /// Who votes for the member: somebody who is addressed behind the word.
  private func holder(after start: Int, in line: Range<Int>) -> RollName? {
    for at in (start + 1)..<max(line.upperBound, start + 1) {
      guard
        RollWords.honorifics[tokens[at].key] != nil || tokens[at].opensCell
          || ["a", "par"].contains(tokens[at - 1].key),
        var name = names.name(at: at), name.honorific != nil || name.isWhole
      else { continue }
      name.words = name.words.clamped(to: line)
      // A letter in the next column is no initial.
      while name.words.count > 1, let last = name.words.last, tokens[last].letters == .initial,
        !tokens[last].hasStop
      { name.words.removeLast() }
      name.text = names.text(name.words)
      return name
    }
    return nil
  }
}
