import DeliberationModel
import PageModel

/// Finds the acts of one session.
struct SessionReader {
  let document: Document
  let lines: [SeenLine]
  let speech: Speech
  let weights: StructureWeights
  let labels: LabelMatcher
  let columns: VoteColumns
  let ground: TitleGround

  /// Reads the session that some places hold.
  ///
  /// `prepared` is `lines`, of which the places of the session are changed for the search for heads: a
  /// copy for each session would take the square of the time where each act has its own.
  func read(
    _ session: Range<Int>,
    _ prepared: inout [SeenLine],
    into structure: inout DocumentStructure
  ) {
    let head = SessionHead(lines, speech, in: session, document)
    let close = close(of: session, after: head.end)
    let agenda = Agenda(lines, speech, in: session, document)
    let range = max(session.lowerBound, head.end)..<close
    let standing = StandingNumbers(document, lines, speech, in: range)
    prepare(&prepared, session, head, agenda)
    for place in range where standing.closesAct(place) { prepared[place].isBarred = true }
    for place in session {
      structure.lines[place].isBarred = prepared[place].isBarred
      structure.lines[place].look = prepared[place].dress
    }
    for place in session.lowerBound..<head.end { structure.lines[place].role = "session" }
    for place in agenda.zone { structure.lines[place].role = "agenda" }
    for place in close..<session.upperBound { structure.lines[place].role = "close" }
    let search = PatternSearch(
      prepared,
      speech,
      range,
      agendaCount: agenda.items.count,
      weights
    )
    let best = search.best(8)
    structure.patterns += best.map {
      "\($0.pattern.summary) score \($0.score) heads \($0.heads.count) filled \($0.filled)"
    }
    var assembly = ActAssembly(
      document: document,
      lines: prepared,
      speech: speech,
      columns: columns,
      ground: ground
    )
    // An item that only the close of the session repeats heads no act.
    let only = agenda.onlyItem.flatMap { only -> Parting? in
      guard range.contains(only) else { return nil }
      var parting = Parting(pattern: HeadPattern(number: .any, dress: .agenda), heads: [only])
      (parting.filled, parting.alone) = (1, 1)
      return parting
    }
    let parting =
      only
      ?? best.first.flatMap {
        parts($0, session, head, agenda.items.count) ? $0 : nil
      }
    if let list = ActList(prepared, speech, in: session, document),
      list.isBare && list.rows.count > parting?.filled ?? 0
        || list.rows.count > 2 * (parting?.filled ?? 0)
    {
      assembly.add(list, above: session.lowerBound..<list.rows[0].lowerBound)
      for (place, role) in assembly.roles { structure.lines[place].role = role }
      structure.acts += assembly.acts
      structure.isList = true
      return
    }
    if var parting {
      let missed = MissedHeads(parting, prepared, speech, in: range)
      parting.heads = missed.heads
      parting.filled += missed.count
      assembly.add(
        parting,
        standing,
        head: session.lowerBound..<head.end,
        range: range,
        end: close..<session.upperBound
      )
    } else if !isExtract(session, head) || approves(session.lowerBound..<close),
      isOfSession(session)
    {
      // Minutes of which no item is decided, or none could be found, approve those of the last session.
      let rest = session.lowerBound..<close
      assembly.addApproval(in: rest, head: session.lowerBound..<head.end, [], sureness: 0.5)
    }
    guard !assembly.acts.isEmpty else {
      addSingle(session, &structure)
      return
    }
    structure.acts += assembly.acts
    structure.isList = assembly.isList
    let match = AgendaMatch(
      items: agenda.texts.map { folded($0.line) },
      heads: assembly.titles.map { title in (folded(title.line), prepared[title.place].agendaItem) }
    )
    let missing = match.missing(named: Set(session.compactMap { prepared[$0].agendaItem }))
    structure.agenda += agenda.texts.enumerated().map { index, item in
      DocumentStructure.AgendaItem(
        line: item.line,
        text: item.text,
        isTakenUp: !missing.contains(index)
      )
    }
    for (place, role) in assembly.roles { structure.lines[place].role = role }
  }

  /// Whether nothing but the approval of the last minutes is decided in some places.
  private func approves(_ places: Range<Int>) -> Bool {
    guard let approval = MinutesApproval(lines, speech, in: places, document) else { return false }
    return places.allSatisfy { speech.strength[$0] < 3 || approval.places.contains($0) }
  }

  private func folded(_ line: Int) -> FoldedText {
    FoldedText(document.bytes[document.lines[line].range.bounds])
  }

  private func addSingle(_ session: Range<Int>, _ structure: inout DocumentStructure) {
    let single = SingleAct(
      document: document,
      lines: lines,
      speech: speech,
      labels: labels,
      ground: ground
    )
    guard single.isAct(session) else { return }
    let running = Set(structure.running)
    var end =
      session.upperBound < lines.count ? lines[session.upperBound].line : document.lines.count
    // The running heads above the next act are of its page.
    while end > 0, end < document.lines.count, running.contains(end - 1),
      document.lines[end - 1].page == document.lines[end].page
    { end -= 1 }
    structure.acts.append(single.outline(session, before: end, running: running))
    for place in session where structure.lines[place].role.isEmpty {
      structure.lines[place].role = "act"
    }
  }

  /// Whether a parting is of several acts, and not of the parts of one: at least two of its segments
  /// count votes or say who decides, and where the session is headed as one act stands for itself,
  /// its heads are items of an agenda or count up.
  private func parts(
    _ parting: Parting,
    _ session: Range<Int>,
    _ head: SessionHead,
    _ agendaCount: Int
  ) -> Bool {
    let ends = parting.heads.dropFirst() + [session.upperBound]
    let voted = zip(parting.heads, ends).count { start, end in
      speech.strength[start..<end].contains { $0 > 2 }
    }
    guard voted > 0, isOfSession(session) else { return false }
    guard isExtract(session, head, except: parting.heads) else {
      let isListed = agendaCount > 1 && parting.agendaCount > 0
      let above = session.lowerBound..<parting.heads[0]
      return voted > 1 || isNumbered(parting)
        || (isListed || isHeadedAsMinutes(top(session, head)) || isCounted(parting, above)
          || MinutesApproval(lines, speech, in: above, document) != nil)
          && isTold(parting, session)
    }
    guard voted > 1 else { return false }
    // One act has one object and one number: several, each with what is decided, are several acts below
    // one roll.
    let heads = parting.heads.map { lines[$0] }
    let isDistinct =
      Set(heads.map { [$0.number?.path ?? [], $0.key.map(Int.init)] }).count == heads.count
    if isDistinct, parting.filled == heads.count, heads.allSatisfy(\.isHeadOfAct) { return true }
    return parting.agendaCount > 1 || voted > 2 && parting.series > 0.6 && parting.sureness > 0.6
  }

  /// Whether each head has an act's own number, one the next of the other, and most are decided.
  private func isNumbered(_ parting: Parting) -> Bool {
    parting.heads.count > 2 && parting.series == 1 && parting.filled * 2 > parting.heads.count
      && parting.heads.allSatisfy { lines[$0].number?.form == .year }
  }

  /// Whether heads count up from 1 and nothing is decided above them.
  private func isCounted(_ parting: Parting, _ above: Range<Int>) -> Bool {
    let first = lines[parting.heads[0]].number
    return parting.heads.count > 1 && parting.series == 1 && first?.path.last == 1
      && first?.form != .bullet && !above.contains { speech.strength[$0] > 2 }
  }

  private func top(_ session: Range<Int>, _ head: SessionHead) -> Range<Int> {
    session.lowerBound..<max(head.end, min(session.upperBound, session.lowerBound + 15))
  }

  /// Whether a session is headed as one act that stands for itself, by its words or by a number or an
  /// object that heads no part of it.
  private func isExtract(
    _ session: Range<Int>,
    _ head: SessionHead,
    except heads: [Int] = []
  ) -> Bool {
    let top = top(session, head)
    return (speech.cues[.extract] ?? []).contains { top.contains($0.place) }
      || top.contains { lines[$0].isHeadOfAct && !heads.contains($0) }
  }

  /// Whether the one head of a parting with a decision below it looks like a head.
  private func isTold(_ parting: Parting, _ session: Range<Int>) -> Bool {
    zip(parting.heads, parting.heads.dropFirst() + [session.upperBound]).contains { start, end in
      (start..<end).contains { speech.strength[$0] > 2 } && headness(lines[start], start) > 0
    }
  }

  /// Whether a short line at the top calls the document minutes: then one item alone is an item.
  private func isHeadedAsMinutes(_ top: Range<Int>) -> Bool {
    let named = Set((speech.cues[.record] ?? []).map(\.place))
    let others = Set(((speech.cues[.approval] ?? []) + (speech.cues[.posting] ?? [])).map(\.place))
    return top.contains { place in
      named.contains(place) && !others.contains(place) && lines[place].wordCount <= 8
        && speech.strength[place] == 0
    }
  }

  /// Whether something says that an assembly sits: the head of a session, a roll, two formulas.
  ///
  /// A report that tells of votes has none.
  private func isOfSession(_ session: Range<Int>) -> Bool {
    let top = session.prefix(SessionHead.reach)
    let kinds: [CueKind] = [.session, .extract, .roll]
    if kinds.contains(where: { kind in (speech.cues[kind] ?? []).contains { top.contains($0.place) }
    }) {
      return true
    }
    return speech.statements.count { $0.kind == .formula && session.contains($0.places.lowerBound) }
      > 1
  }

  /// The lines with what is known now: what repeats the agenda, what can be no head, how head-like
  /// each is.
  private func prepare(
    _ prepared: inout [SeenLine],
    _ session: Range<Int>,
    _ head: SessionHead,
    _ agenda: Agenda
  ) {
    let repeated = RepeatedTexts(
      lines,
      session.lowerBound..<session.upperBound,
      except: agenda.zone
    )
    let decided = DecidedHeads(document, lines, speech, ground, in: session).places
    var last = -1
    for place in session {
      var line = prepared[place]
      let inAgenda = agenda.zone.contains(place)
      // A text that comes back is a label, never a head: "EXPOSÉ :", "DÉCISION :". A number of its own
      // tells heads apart that begin alike.
      line.comesBack = repeated.holds(place) && !line.isNumbered
      if place < head.end || inAgenda || line.comesBack || speech.isVisa[place]
        || line.wordCount > 60 || ground.stages.contains(place)
        // Who reports may stand in a cell beside a title.
        || ground.isTelling(place) && !(line.isNumbered && document.hasCells(line.line))
      {
        line.isBarred = true
      }
      let look: Dress = [.bold, .underlined, .capitals]
      if ground.sentences.contains(place), !line.isNumbered,
        line.dress.isDisjoint(with: look)
      {
        line.isBarred = true
      }
      line.isTheme = ground.themes.contains(place) && !line.isNumbered
      // A line that decides is no head unless it is numbered and says more than "2) DÉCIDE", or a head
      // runs into it.
      if speech.strength[place] > 1, !line.isNumbered || line.wordCount == 1, line.leadEnd == nil,
        !decided.contains(place)
      {
        line.isBarred = true
      }
      if place >= head.end, !inAgenda, let item = agenda.item(line, after: last) {
        line.dress.insert(.agenda)
        line.agendaItem = item
        last = item
      }
      line.headness = headness(line, place)
      prepared[place] = line
    }
    barSecondAgenda(&prepared, session)
    barThemes(&prepared, session)
  }

  /// A theme with the head of an item right below it heads none itself: "FINANCES" above "Tarifs 2024".
  private func barThemes(_ prepared: inout [SeenLine], _ session: Range<Int>) {
    let look: Dress = [.short, .bold, .underlined, .capitals, .large]
    for place in session.dropLast() where prepared[place].isTheme {
      let next = prepared[place + 1]
      let isHead =
        next.isNumbered || next.dress.contains(.gap) && !next.dress.isDisjoint(with: look)
      let isTitle =
        !next.isFull || next.isNumbered || !next.dress.isDisjoint(with: [.agenda, .capitals])
      if isHead, !next.isBarred, isTitle { prepared[place].isBarred = true }
    }
  }

  /// Minutes may list the agenda again where the acts begin: three and more of its items, one below the
  /// other, of which one is a head further down.
  private func barSecondAgenda(_ prepared: inout [SeenLine], _ session: Range<Int>) {
    let repeats = session.filter { prepared[$0].agendaItem != nil }
    var start = 0
    while start < repeats.count {
      var end = start + 1
      while end < repeats.count, repeats[end] - repeats[end - 1] <= 2,
        (prepared[repeats[end]].agendaItem ?? 0) > (prepared[repeats[end - 1]].agendaItem ?? 0),
        !(repeats[end - 1]..<repeats[end]).contains(where: { speech.strength[$0] > 1 })
      { end += 1 }
      let run = repeats[start..<end]
      let items = Set(run.compactMap { prepared[$0].agendaItem })
      let isListed =
        run.count > 2 && items.count == run.count
        && repeats[end...].contains { prepared[$0].agendaItem.map(items.contains) ?? false }
      if isListed {
        for place in run {
          prepared[place].isBarred = true
          prepared[place].agendaItem = nil
          prepared[place].dress.remove(.agenda)
        }
      }
      start = end
    }
  }

  private func headness(_ line: SeenLine, _ place: Int) -> Double {
    var sum = 0.0
    if line.dress.contains(.bold) { sum += 0.35 }
    if line.dress.contains(.underlined) { sum += 0.35 }
    if line.dress.contains(.gap) { sum += 0.2 }
    if line.dress.contains(.large) { sum += 0.25 }
    if line.dress.contains(.short) { sum += 0.2 }
    if line.dress.contains(.capitals) { sum += 0.2 }
    if line.dress.contains(.object) { sum += 0.35 }
    if line.isNumbered { sum += 0.35 }
    if line.number?.form == .bullet { sum -= 0.6 }
    if line.opensSmall { sum -= 0.4 }
    if line.isFull, line.dress.isDisjoint(with: [.bold, .underlined]) { sum -= 0.2 }
    if speech.strength[place] > 1 { sum -= 0.3 }
    return max(-1, min(1, sum))
  }

  /// The place at which the session ends: below the last decision.
  private func close(of session: Range<Int>, after start: Int) -> Int {
    let closes = (speech.cues[.close] ?? []).filter {
      $0.strength > 1 && $0.place >= start && session.contains($0.place)
    }
    // "Fin de séance à 22h40" at the head of minutes closes nothing: what is decided stands below.
    let decided = session.filter { speech.strength[$0] > 1 }
    let last = closes.last { close in decided.count { $0 > close.place } * 2 <= decided.count }
    return last?.place ?? session.upperBound
  }
}
