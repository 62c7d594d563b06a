import DeliberationModel
import PageModel

/// Finds the acts of one session.
struct SessionReader {
  let document: Document
  let lines: [SeenLine]
  let speech: Speech
  let weights: StructureWeights

  /// Reads the session that some places hold.
  func read(_ session: Range<Int>, into structure: inout DocumentStructure) {
    let head = SessionHead(lines, speech, in: session, document)
    let close = close(of: session, after: head.end)
    let agenda = Agenda(lines, speech, in: session, document)
    let prepared = prepared(session, head, agenda)
    let range = max(session.lowerBound, head.end)..<close
    for place in session {
      structure.lines[place].isBarred = prepared[place].isBarred
      structure.lines[place].dress = prepared[place].dress.description
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
    guard let parting = best.first, parting.filled > 1 else { return }
    structure.patterns = best.map {
      "\($0.pattern.summary) score \($0.score) heads \($0.heads.count) filled \($0.filled)"
    }
    add(
      parting,
      prepared,
      session.lowerBound..<head.end,
      range,
      close..<session.upperBound,
      &structure
    )
  }

  /// The lines with what is known now: what repeats the agenda, what can be no head, how head-like
  /// each is.
  private func prepared(_ session: Range<Int>, _ head: SessionHead, _ agenda: Agenda) -> [SeenLine]
  {
    var prepared = lines
    let repeated = RepeatedTexts(
      lines,
      session.lowerBound..<session.upperBound,
      except: agenda.zone
    )
    let movements = Set((speech.cues[.movement] ?? []).map(\.place))
    var last = -1
    for place in session {
      var line = prepared[place]
      let inAgenda = agenda.zone.contains(place)
      // A text that comes back is a label, never a head: "EXPOSÉ :", "DÉCISION :". A number of its own
      // tells heads apart that begin alike.
      line.comesBack = repeated.holds(line) && !line.isNumbered
      if place < head.end || inAgenda || line.comesBack || speech.isVisa[place]
        || line.wordCount > 60
        || movements.contains(place)
      {
        line.isBarred = true
      }
      // A line that decides is no head unless it is numbered.
      if speech.strength[place] > 1, !line.isNumbered { line.isBarred = true }
      if place >= head.end, !inAgenda, let item = agenda.item(line.key, after: last) {
        line.dress.insert(.agenda)
        line.agendaItem = item
        last = item
      }
      line.headness = headness(line, place)
      prepared[place] = line
    }
    return prepared
  }

  private func headness(_ line: SeenLine, _ place: Int) -> Double {
    var sum = 0.0
    if line.dress.contains(.bold) { sum += 0.35 }
    if line.dress.contains(.underlined) { sum += 0.35 }
    if line.dress.contains(.gap) { sum += 0.2 }
    if line.dress.contains(.large) { sum += 0.25 }
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
    return closes.last?.place ?? session.upperBound
  }

  // MARK: - Acts

  private func add(
    _ parting: Parting,
    _ prepared: [SeenLine],
    _ head: Range<Int>,
    _ range: Range<Int>,
    _ end: Range<Int>,
    _ structure: inout DocumentStructure
  ) {
    let shared = head.map { lines[$0].line }
    let titles = TitleReader(document: document, lines: prepared, speech: speech)
    let signed = end.dropFirst().prefix(15).map { lines[$0].line }
    func append(_ places: Range<Int>, _ item: ItemHead, own: Range<Int>) {
      var act = ActOutline(
        act: (own.upperBound..<places.upperBound).map { lines[$0].line },
        conclusions: signed,
        attached: []
      )
      act.shared = shared
      act.item = item
      structure.acts.append(act)
      for place in places { structure.lines[place].role = "act" }
      for place in own { structure.lines[place].role = "head" }
    }
    let first = parting.heads[0]
    if let approval = MinutesApproval(prepared, speech, in: head.lowerBound..<first, document) {
      let own = approval.places.map { lines[$0].line }
      var act = ActOutline(act: own, conclusions: signed, attached: [])
      act.shared = shared.filter { !own.contains($0) }
      act.item = ItemHead(number: nil, title: approval.title)
      structure.acts.append(act)
      for place in approval.places { structure.lines[place].role = "act" }
    }
    let ends = parting.heads.dropFirst() + [range.upperBound]
    for (start, end) in zip(parting.heads, ends) {
      let subheads = SubHeads(prepared, speech, start..<end).places
      let starts = subheads.isEmpty ? [start] : subheads
      if let first = subheads.first {
        for place in start..<first { structure.lines[place].role = "head" }
      }
      for (start, end) in zip(starts, starts.dropFirst() + [end]) {
        let title = titles.read(at: start, before: end)
        guard decides(start..<end, title.places) else {
          for place in start..<end { structure.lines[place].role = "information" }
          continue
        }
        append(start..<end, title.item, own: title.places)
      }
    }
  }

  /// Whether a segment holds a decision; one of questions and information must count or formulate it.
  private func decides(_ segment: Range<Int>, _ head: Range<Int>) -> Bool {
    let isInformal = (speech.cues[.informal] ?? []).contains { head.contains($0.place) }
    guard isInformal else { return segment.contains { speech.strength[$0] > 1 } }
    return speech.statements.contains { statement in
      segment.contains(statement.places.upperBound) && statement.strength > 1
        && (statement.kind == .formula || statement.kind == .vote)
    }
  }
}

extension HeadPattern {
  /// What the pattern asks for, as words.
  var summary: String {
    let number =
      switch self.number {
      case .any: "any"
      case .none: "no number"
      case .form(let form): "\(form)"
      case .labelled(let form, let label): "\(label) \(form)"
      case .marked(let form, let mark):
        "\(form) \(String(decoding: [mark < 0x80 && mark > 0x20 ? mark : UInt8(ascii: "?")], as: UTF8.self))"
      case .depth(let form, let depth): "\(form) of \(depth)"
      case .own: "own number"
      }
    return ([number] + dress.description).joined(separator: ", ")
  }
}
