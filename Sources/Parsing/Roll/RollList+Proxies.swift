import DeliberationModel

/// Who votes for the people of a list.
extension RollList {
  func canTake(_ link: RollLink) -> Bool {
    guard let last = items.last else { return isOfProxies }
    if link.leadsToGiver { return true }
    if tokens[end].opensLine, tokens[end].opensParagraph { return false }
    _ = last
    return true
  }

  mutating func take(_ link: RollLink) -> Bool {
    let holder = self.holder(at: link.end)
    guard !items.isEmpty else {
      // "Pouvoir de M. ROUX à Mme MOREL": the giver follows.
      end = max(link.end, end + 1)
      return true
    }
    let last = items.count - 1
    end = holder?.end ?? max(link.end, end + 1)
    isSeparated = false
    if link.leadsToGiver {
      if case .name(let giver)? = holder?.holder { items[last].link = .giver(giver) }
      return true
    }
    guard case .none = items[last].link else {
      orphans.append(holder?.holder)
      return true
    }
    items[last].link = .holder(holder?.holder)
    items[last].isSubstituted = link.isRepresentation
    items[last].isReplaced = link.isReplacement
    if link.isPlural {
      for index in items.indices.dropLast().reversed() {
        guard case .none = items[index].link else { break }
        items[index].link = .holder(holder?.holder)
      }
    }
    return true
  }

  /// The person or the office at an index.
  private func holder(at index: Int) -> (holder: Holder, end: Int)? {
    var at = index
    if let title = names.honorific(at: at), !title.isPlural { at = title.end }
    if at < tokens.count, ["le", "la"].contains(tokens[at].key), at + 1 < tokens.count,
      let office = RollWords.office([tokens[at + 1].key])
    {
      return (.office(office), at + 2)
    }
    if at < tokens.count, tokens[at].letters == .small,
      let office = RollWords.office([tokens[at].key])
    {
      return (.office(office), at + 1)
    }
    guard let name = names.name(at: index, isFamilyFirst: familyFirst) else { return nil }
    return (.name(name), name.end)
  }

  /// Givers and holders side by side, two on each line, or a giver without a holder on a few: "Mme ROUX<gap>
  /// Mme PETIT" below "Mandants<gap>Mandataires".
  mutating func settleColumns() {
    guard isOfProxies, !namesHolders, items.count > 1 else { return }
    var rows: [[Item]] = []
    for item in items {
      let first = tokens[item.name.words.lowerBound]
      if let row = rows.last, tokens[row[0].name.words.lowerBound].line == first.line {
        let between = tokens[row[0].name.end...item.name.words.lowerBound]
        // A gap, or an arrow that the text has lost.
        guard row.count == 1,
          between.contains(where: \.opensCell)
            || between.allSatisfy({
              if case .mark = $0.kind { false } else { true }
            })
        else { return }
        rows[rows.count - 1].append(item)
      } else {
        rows.append([item])
      }
    }
    guard rows.count(where: { $0.count == 2 }) * 3 > rows.count * 2 else { return }
    items = rows.map { row in
      var giver = row[0]
      if row.count == 2 {
        giver.link = .holder(.name(row[1].name))
      } else {
        giver.status = .excused
      }
      return giver
    }
  }

  /// Givers in one column and holders in the next, read column by column: as many of each.
  mutating func settleOrphans() {
    guard !orphans.isEmpty, case .holder(let first)? = items.last?.link else { return }
    let waiting = items.indices.dropLast().suffix(orphans.count)
    guard waiting.count == orphans.count,
      waiting.allSatisfy({ if case .none = items[$0].link { true } else { false } })
    else { return }
    for (index, holder) in zip(waiting.lowerBound..<items.count, [first] + orphans) {
      items[index].link = .holder(holder)
    }
  }
}
