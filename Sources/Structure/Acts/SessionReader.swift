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
    for place in session {
      var line = prepared[place]
      let inAgenda = agenda.zone.contains(place)
      if place < head.end || inAgenda || speech.isVisa[place] || line.wordCount > 60 {
        line.isBarred = true
      }
      let isNumbered = line.number.map { $0.form != .bullet } ?? false
      // A line that decides is no head unless it is numbered.
      if speech.strength[place] > 1, !isNumbered { line.isBarred = true }
      if !inAgenda, agenda.holds(line.key) { line.dress.insert(.agenda) }
      line.headness = headness(line, isNumbered: isNumbered, place)
      prepared[place] = line
    }
    return prepared
  }

  private func headness(_ line: SeenLine, isNumbered: Bool, _ place: Int) -> Double {
    var sum = 0.0
    if line.dress.contains(.bold) { sum += 0.35 }
    if line.dress.contains(.underlined) { sum += 0.35 }
    if line.dress.contains(.gap) { sum += 0.2 }
    if line.dress.contains(.large) { sum += 0.25 }
    if line.dress.contains(.capitals) { sum += 0.2 }
    if line.dress.contains(.object) { sum += 0.35 }
    if isNumbered { sum += 0.35 }
    if line.number?.form == .bullet { sum -= 0.3 }
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
    if let approval = MinutesApproval.find(prepared, speech, in: range.lowerBound..<first) {
      let parts = approval.map { place in
        ItemHead.Part(
          line: lines[place].line,
          bounds: document.lines[lines[place].line].range.bounds
        )
      }
      var act = ActOutline(act: approval.map { lines[$0].line }, conclusions: signed, attached: [])
      act.shared = shared
      act.item = ItemHead(number: nil, title: parts)
      structure.acts.append(act)
      for place in approval { structure.lines[place].role = "act" }
    }
    let ends = parting.heads.dropFirst() + [range.upperBound]
    for (start, end) in zip(parting.heads, ends) {
      let title = titles.read(at: start, before: end)
      let decides = (start..<end).contains { speech.strength[$0] > 1 }
      guard decides else {
        for place in start..<end { structure.lines[place].role = "information" }
        continue
      }
      append(start..<end, title.item, own: title.places)
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
