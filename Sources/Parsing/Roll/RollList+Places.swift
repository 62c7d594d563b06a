import DeliberationModel

/// The places that people of a list stand for.
extension RollList {
  /// Leaves out the communes in a column or a line beside the people: what addresses nobody in a list
  /// that addresses everybody else, and words in capitals whose next cell is a whole name.
  mutating func dropPlaces() {
    let addressed = items.count { $0.name.honorific != nil }
    let isAddressing = addressed > 2 && addressed * 2 >= items.count
    let lines = Set(
      items.filter { $0.name.honorific != nil }.map { tokens[$0.name.words.lowerBound].line }
    )
    let heads = zip(items, items.dropFirst()).filter { place, person in
      let next = tokens[person.name.words.lowerBound]
      return mayBePlace(place) && person.name.isWhole && next.opensCell
        && next.line == tokens[place.name.words.lowerBound].line
    }
    guard isAddressing || heads.count > 3 && heads.count * 3 >= items.count else { return }
    items = items.filter { item in
      guard mayBePlace(item), let first = tokens[item.name.words].first else { return true }
      guard isAddressing else { return item.name.isWhole }
      let words = tokens[item.name.words]
      return !(first.opensLine || first.opensCell || !lines.contains(first.line))
        || words.contains { $0.letters == .capitals } && words.contains { $0.letters == .name }
    }
  }

  /// Whether somebody may be a place: nobody addresses or represents it, and it stands apart.
  private func mayBePlace(_ item: Item) -> Bool {
    guard item.honorific == nil, case .none = item.link else { return false }
    let first = item.name.words.lowerBound
    return tokens[first].opensLine || tokens[first].opensCell
      || first > 0 && tokens[first - 1].isMark("/")
  }

  /// The index behind the commune that somebody stands for.
  ///
  /// "M. PETIT Luc de VALBRUN"
  func originEnd(at start: Int) -> Int? {
    guard start > 0, tokens[start].letters == .small, !tokens[start].opensLine,
      tokens[start - 1].kind == .word || tokens[start - 1].isMark(")"),
      ["de", "du", "des", "d"].contains(tokens[start].key)
    else { return nil }
    var at = start + 1
    while at < tokens.count, !tokens[at].opensLine, tokens[at].kind == .word,
      tokens[at].isName && RollWords.honorifics[tokens[at].key] == nil
        || RollWords.joiners.contains(tokens[at].key)
        || RollWords.particles.contains(tokens[at].key)
        || RollWords.places.contains(tokens[at].key)
    {
      at += 1
      if tokens[at - 1].hasStop { break }
    }
    guard at > start + 1, tokens[at - 1].isName else { return nil }
    let isClosed = at == tokens.count || tokens[at].opensLine || tokens[at].kind != .word
    return isClosed || RollLink(tokens, at: at, isAmongProxies: isOfProxies) != nil ? at : nil
  }
}
