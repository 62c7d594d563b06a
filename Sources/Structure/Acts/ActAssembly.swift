import DeliberationModel
import PageModel

/// Makes the acts of a session from the heads that part it.
struct ActAssembly {
  let document: Document
  let lines: [SeenLine]
  let speech: Speech
  let columns: VoteColumns
  let ground: TitleGround
  /// The acts so far, in order.
  private(set) var acts: [ActOutline] = []
  /// Whether the acts are rows of a list: number, object and result, and no more.
  var isList: Bool { acts.count > 2 && acts.count(where: isRow) * 4 > acts.count * 3 }

  /// Whether nothing but how the vote went stands below or beside the title of an act.
  private func isRow(_ act: ActOutline) -> Bool {
    let printed = act.act.reduce(0) { $0 + document.lines[$1].range.bounds.count }
    let title = act.item?.title.filter { act.act.contains($0.line) } ?? []
    return act.act.count <= 3 && printed - title.reduce(0) { $0 + $1.bounds.count } <= 90
  }
  /// The place and the line of the title of each item, decided or not.
  private(set) var titles: [(place: Int, line: Int)] = []
  /// What places were taken for, later entries first in force.
  private(set) var roles: [(place: Int, role: String)] = []

  init(
    document: Document,
    lines: [SeenLine],
    speech: Speech,
    columns: VoteColumns,
    ground: TitleGround
  ) {
    self.columns = columns
    self.ground = ground
    self.document = document
    self.lines = lines
    self.speech = speech
  }

  /// Adds the acts of a session: the approval of the last minutes above the first head, then each
  /// segment, or each part of it, that holds a decision.
  mutating func add(
    _ parting: Parting,
    _ standing: StandingNumbers,
    head: Range<Int>,
    range: Range<Int>,
    end: Range<Int>
  ) {
    let shared = indices(head)
    let signed = Array(indices(end).dropFirst().prefix(15))
    let heads = itemHeads(of: parting, above: head)
    if let first = heads.first {
      addApproval(in: head.lowerBound..<first, head: head, signed, sureness: parting.confidence)
    }
    let batches = BatchVotes(lines, speech, document, in: range)
    let titles = TitleReader(document: document, lines: lines, speech: speech, ground: ground)
    let position = standing.position(heads, before: range.upperBound, speech)
    let areNumbered = areNumbered(heads, before: range.upperBound)
    let ends =
      zip(heads, heads.dropFirst()).map { max($0 + 1, titles.top(of: $1)) } + [range.upperBound]
    for (start, end) in zip(heads, ends) {
      for part in parts(of: start..<end) {
        var title = titles.read(at: part.head, before: part.places[0].upperBound)
        if title.item.number == nil {
          title.item.number = standing.number(
            of: part.head,
            end: part.places[0].upperBound,
            position,
            isBetween: titles.isAside
          )
          .map { String(decoding: document.bytes[$0], as: UTF8.self) }
        }
        let isNumbered = areNumbered && lines[part.head].number?.isOwn == true
        let isTold = isNumbered && !isInformal(title.places)
        addItem(part, title, batches, parting, isTold: isTold, shared: shared, signed: signed)
      }
    }
    AnnexesOfActs(document).give(indices(end), to: &acts)
    // All above the rows of a list is its head, whatever white space parts it.
    if isList, let first = heads.first {
      let top = indices(head.lowerBound..<max(first, head.lowerBound))
      for act in acts.indices { acts[act].shared = top.filter { !acts[act].act.contains($0) } }
    }
  }

  /// Whether each head has an act's own number and most are decided: then each is an act, whatever words
  /// tell what became of it ("2023-079 Convention de servitude", "Sans observation").
  private func areNumbered(_ heads: ArraySlice<Int>, before end: Int) -> Bool {
    let own = heads.filter { head in
      lines[head].number.map { $0.isOwn && $0.label != "decision" } ?? false
    }
    let decided = zip(heads, heads.dropFirst() + [end]).count { start, end in
      (start..<end).contains { speech.strength[$0] > 1 }
    }
    return heads.count > 2 && own.count == heads.count && decided * 2 > heads.count
  }

  /// What one act of an item holds: its head first, and what belongs to it further down.
  private struct Part {
    var places: [Range<Int>]
    var head: Int { places[0].lowerBound }
  }

  /// The parts of an item that are acts of their own; the item itself where it is not parted.
  private mutating func parts(of item: Range<Int>) -> [Part] {
    var subheads = SubHeads(lines, speech, item).places
    // "1. Budget" right above "− Compte de gestion", with "− Affectation" as the next head: the item
    // is parted, and its first part is the act.
    if subheads.isEmpty, let first = firstPart(of: item, before: item.upperBound) {
      subheads = [first]
    }
    guard let first = subheads.first else { return [Part(places: [item])] }
    mark(item.lowerBound..<first, "head")
    var whole = Part(places: [item.lowerBound..<first])
    var parts: [Part] = []
    for (start, end) in zip(subheads, subheads.dropFirst() + [item.upperBound]) {
      // "3. Élection des adjoints", "3.1 Nombre d'adjoints", "3.3 Résultats du premier tour": the steps
      // of the ballot are those of the item.
      let stage = (start..<end).first(where: ground.stages.contains) ?? end
      parts.append(Part(places: [start..<stage]))
      if stage < end { whole.places.append(stage..<end) }
    }
    return whole.places.count > 1 ? parts + [whole] : parts
  }

  /// Adds an act, where one is decided, or told by its head.
  private mutating func addItem(
    _ part: Part,
    _ title: (item: ItemHead, places: Range<Int>),
    _ batches: BatchVotes,
    _ parting: Parting,
    isTold: Bool,
    shared: [Int],
    signed: [Int]
  ) {
    let first = part.places[0]
    self.titles.append((part.head, title.item.title.first?.line ?? lines[part.head].line))
    let batch = batches.places(of: lines[part.head].number)
    guard
      batch != nil || isTold || part.places.contains(where: { decides($0, title.places) })
    else {
      for places in part.places { mark(places, "information") }
      return
    }
    // A head that decides by itself, or that its text follows, is read for its vote too.
    let decidesInHead = title.places.contains {
      speech.strength[$0] > 1 || lines[$0].leadEnd != nil
    }
    let own = (decidesInHead ? part.head : title.places.upperBound)..<first.upperBound
    append(
      indices(own) + part.places.dropFirst().flatMap(indices)
        + indices((batch ?? part.head...part.head).filter { !first.contains($0) }),
      title.item,
      shared,
      signed,
      sureness: parting.confidence,
      margins: margins(first)
    )
    acts[acts.count - 1].stated =
      part.places.compactMap { columns.stated(in: $0, lines, document) }.first
      ?? part.places.compactMap { told(in: $0) }.last
    for places in part.places { mark(places, "act") }
    mark(title.places, "head")
  }

  /// The heads of a parting without a first one that is a sentence of the approval of the last minutes.
  private func itemHeads(of parting: Parting, above head: Range<Int>) -> ArraySlice<Int> {
    let heads = parting.heads[...]
    let dress: Dress = [.bold, .underlined, .capitals, .large, .coloured, .agenda, .object]
    guard heads.count > 1, let first = heads.first, lines[first].number == nil,
      lines[first].dress.isDisjoint(with: dress),
      let approval = MinutesApproval(lines, speech, in: head.lowerBound..<heads[1], document),
      approval.places.lowerBound == first, approval.head == nil
    else { return heads }
    return heads.dropFirst()
  }

  /// Adds the approval of the last minutes, where some places tell it.
  mutating func addApproval(
    in places: Range<Int>,
    head: Range<Int>,
    _ signed: [Int],
    sureness: Double
  ) {
    guard let approval = MinutesApproval(lines, speech, in: places, document) else { return }
    let own = indices(approval.places)
    let titles = TitleReader(document: document, lines: lines, speech: speech, ground: ground)
    append(
      own,
      approval.head.map { titles.read(at: $0, before: approval.places.upperBound).item }
        ?? ItemHead(number: nil, title: approval.title),
      indices(head).filter { !own.contains($0) },
      signed,
      sureness: sureness
    )
    // "… qui n'appelle aucune remarque": approved without a word that decides.
    acts[acts.count - 1].stated =
      told(in: approval.places)
      ?? .init(
        result: .adopted,
        words: .init(
          line: lines[approval.places.upperBound - 1].line,
          bounds: document.lines[lines[approval.places.upperBound - 1].line].range.bounds
        )
      )
    mark(approval.places, "act")
  }

  /// Adds the rows of a list.
  mutating func add(_ list: ActList, above head: Range<Int>) {
    let shared = indices(head)
    let titles = TitleReader(document: document, lines: lines, speech: speech, ground: ground)
    mark(head, "session")
    for row in list.rows {
      var title = titles.read(at: row.lowerBound, before: row.upperBound)
      let stated = stated(in: row) ?? list.stated
      if let words = stated?.words { titles.cut(words, from: &title.item) }
      append(indices(row), title.item, shared, [], sureness: 1)
      acts[acts.count - 1].stated =
        columns.stated(in: row, lines, document) ?? stated
      mark(row, "act")
      mark(title.places, "head")
    }
  }

  /// What the statement that decides most says, for an act whose sentences tell no result.
  private func told(in places: Range<Int>) -> ActOutline.StatedResult? {
    guard let most = places.map({ speech.strength[$0] }).max(), most > 1,
      let last = places.last(where: { speech.strength[$0] == most }),
      let result = speech.result(at: last)
    else { return nil }
    let line = lines[last].line
    return .init(
      result: result,
      words: .init(line: line, bounds: document.lines[line].range.bounds)
    )
  }

  /// The result at the end of a row: "… : vente du lot 3 - APPROUVÉE".
  private func stated(in places: Range<Int>) -> ActOutline.StatedResult? {
    for place in places.reversed() {
      guard let result = speech.result(at: place) else { continue }
      let bounds = document.lines[lines[place].line].range.bounds
      let bytes = document.bytes[bounds]
      let word = bytes.lastIndex { ASCII.isSpace($0) || $0 == UInt8(ascii: "-") }
      let start = word.map { $0 + 1 } ?? bounds.lowerBound
      return .init(
        result: result,
        words: .init(line: lines[place].line, bounds: start..<bounds.upperBound)
      )
    }
    return nil
  }

  private func firstPart(of item: Range<Int>, before next: Int) -> Int? {
    let below = item.lowerBound + 1
    guard lines[item.lowerBound].isNumbered, item.contains(below), lines.indices.contains(next),
      lines[below].agendaItem != nil, !lines[below].isNumbered, !lines[below].isBarred,
      lines[next].agendaItem != nil, !lines[next].isNumbered
    else { return nil }
    return below
  }

  private mutating func append(
    _ own: [Int],
    _ item: ItemHead,
    _ shared: [Int],
    _ signed: [Int],
    sureness: Double,
    margins: [Int: Int] = [:]
  ) {
    var act = ActOutline(act: own, conclusions: signed, attached: [])
    act.shared = shared
    act.item = item
    act.margins = margins
    act.confidence = Float(sureness)
    acts.append(act)
  }

  private mutating func mark(_ places: Range<Int>, _ role: String) {
    for place in places { roles.append((place, role)) }
  }

  /// A name in a narrow column before an item runs over up to four lines: "Sophie / BONIFACE- /
  /// PASCAL"; where the text beside it begins.
  private func margins(_ segment: Range<Int>) -> [Int: Int] {
    guard lines[segment.lowerBound].margin != nil else { return [:] }
    var margins: [Int: Int] = [:]
    for place in segment.prefix(4) {
      let bounds = document.lines[lines[place].line].range.bounds
      if let tab = document.bytes[bounds].firstIndex(of: 0x09), tab - bounds.lowerBound <= 30 {
        margins[lines[place].line] = lines[place].margin ?? tab + 1
      }
    }
    return margins
  }

  private func indices(_ places: some Sequence<Int>) -> [Int] { places.map { lines[$0].line } }

  private func isInformal(_ head: Range<Int>) -> Bool {
    (speech.cues[.informal] ?? []).contains { head.contains($0.place) }
  }

  /// Whether a segment holds a decision; one of questions and information must count or formulate it.
  private func decides(_ segment: Range<Int>, _ head: Range<Int>) -> Bool {
    guard isInformal(head) else { return segment.contains { speech.strength[$0] > 1 } }
    return speech.statements.contains { statement in
      segment.contains(statement.places.upperBound) && statement.strength > 1
        && [.formula, .vote, .note].contains(statement.kind)
    }
  }
}
