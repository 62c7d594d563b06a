import DeliberationModel
import PageModel

/// Parts the minutes of a session into their acts.
///
/// Minutes have a title ("Procès-verbal de la séance") and at least two numbered items that decide.
/// The agenda numbers the same items without deciding any: of all runs of numbers that count up, the
/// one with the most decisions is that of the acts.
struct MinutesSplitter {
  private let document: Document
  private let labels: LabelMatcher
  private let lines: [Int]
  /// For each place in `lines`, how many lines before it state a decision.
  private let decisions: [Int]

  init(_ document: Document, lines: [Int], labels: LabelMatcher) {
    self.document = document
    self.lines = lines
    self.labels = labels
    var count = 0
    var decisions: [Int] = []
    for line in lines {
      decisions.append(count)
      let bytes = document.bytes[document.lines[line].range.bounds]
      if Self.decides(FoldedText(bytes), bytes, labels) { count += 1 }
    }
    decisions.append(count)
    self.decisions = decisions
  }

  /// How many lines at the head of a document can hold the title.
  private static let reach = 40

  /// Whether a document is titled as minutes.
  static func isTitled(_ document: Document, _ lines: [Int], _ labels: LabelMatcher) -> Bool {
    lines.prefix(reach).contains { line in
      let bounds = StampCell.withoutStamp(document.lines[line].range.bounds, in: document.bytes)
      let folded = FoldedText(document.bytes[bounds])
      return folded.bytes.count <= 100
        && labels.match(folded, among: LabelSet([.minutesHeading])) != nil
    }
  }

  private static let deciding = LabelSet([
    .adopted, .rejected, .withdrawn, .noted, .adjourned, .yes, .decides,
  ])

  private static func decides(
    _ folded: FoldedText,
    _ printed: ArraySlice<UInt8>,
    _ labels: LabelMatcher
  ) -> Bool {
    let phrases: [StaticString] = [
      "unanimite", "a la majorite", "prend acte", "voix pour", "apres en avoir delibere", "ajourne",
      "retire de l'ordre", "retiree de l'ordre", "est elu", "sont elu", " rejette ", " rejete",
    ]
    if phrases.contains(where: { folded.contains($0) }) { return true }
    return labels.match(folded, among: deciding) != nil
  }

  /// The acts; empty where fewer than two items decide.
  func acts() -> [ActOutline] {
    let heads = heads()
    guard heads.count > 1 else { return [] }
    let end = sessionEnd(after: heads[heads.count - 1].place)
    let opening = unnumbered(before: heads[0].place)
    let shared = Array(lines[..<(opening.first?.start ?? heads[0].place)])
    var acts: [ActOutline] = []
    for item in opening {
      acts.append(act(item.start..<item.end, head: nil, shared: shared))
    }
    for (index, head) in heads.enumerated() {
      let next = index + 1 < heads.count ? heads[index + 1].place : end
      guard decisions[next] > decisions[head.place] else { continue }
      acts.append(act(head.place..<next, head: head.line, shared: shared))
    }
    return acts
  }

  /// The acts of a document without a title, which begin below the attendance and have numbers that
  /// name their year; empty where fewer than two items decide.
  func acts(ofOwnNumberAfter attendance: Int) -> [ActOutline] {
    let heads = heads()
    guard let first = heads.first, first.place > attendance,
      heads.allSatisfy({ $0.line.namesYear })
    else { return [] }
    return acts()
  }

  /// The lines that sign the minutes, below the words that end the session.
  func conclusions() -> [Int] {
    guard let last = heads().last else { return [] }
    let end = sessionEnd(after: last.place)
    return lines[end...].prefix(15).filter { line in
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      return !Self.endsSession(folded) && folded.bytes.count <= 80
    }
  }

  // MARK: - Heads

  private struct Head {
    var place: Int
    var line: ItemLine
  }

  /// The run of items that holds the most decisions.
  private func heads() -> [Head] {
    var candidates: [Head] = []
    for (place, line) in lines.enumerated() {
      guard let item = ItemLine(document.lines[line].range.bounds, in: document.bytes) else {
        continue
      }
      candidates.append(Head(place: place, line: item))
    }
    guard candidates.count > 1, candidates.count <= 5000 else { return [] }
    // Quarters: a decided item counts four, one without a decision costs one.
    var score = [Int](repeating: 0, count: candidates.count)
    var before = [Int?](repeating: nil, count: candidates.count)
    for index in candidates.indices {
      let order = candidates[index].line.order
      for other in candidates.indices.prefix(index).reversed().prefix(400) {
        let step = order - candidates[other].line.order
        guard (1...3).contains(step),
          candidates[other].line.isNamed == candidates[index].line.isNamed
        else { continue }
        let gain = gain(candidates[other].place, candidates[index].place) - (step - 1)
        if score[other] + gain > score[index] || before[index] == nil && score[other] + gain >= 0 {
          score[index] = score[other] + gain
          before[index] = other
        }
      }
    }
    let ends = candidates.indices.map { index in
      score[index] + gain(candidates[index].place, lines.count)
    }
    guard let best = ends.indices.max(by: { ends[$0] < ends[$1] }), ends[best] >= 7 else {
      return []
    }
    var run: [Head] = []
    var at: Int? = best
    while let index = at {
      run.append(candidates[index])
      at = before[index]
    }
    return run.reversed()
  }

  private func gain(_ start: Int, _ end: Int) -> Int {
    decisions[end] > decisions[start] ? 4 : -1
  }

  // MARK: - Items

  /// Items without a number above the first one: a paragraph that ends in a result.
  private func unnumbered(before end: Int) -> [(start: Int, end: Int)] {
    var items: [(start: Int, end: Int)] = []
    var floor = lastOfAttendance(before: end)
    for place in floor..<end {
      let folded = FoldedText(document.bytes[document.lines[lines[place]].range.bounds])
      guard labels.match(folded, among: LabelSet([.adopted, .rejected])) != nil else { continue }
      var start = place
      while start > floor, !document.lines[lines[start]].opensParagraph { start -= 1 }
      guard start < place else { continue }
      items.append((start, place + 1))
      floor = place + 1
    }
    return items
  }

  private func lastOfAttendance(before end: Int) -> Int {
    let attendance = LabelSet([.present, .excused, .absent, .proxies, .secretary])
    let last = lines[..<end].lastIndex { line in
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      return folded.bytes.count <= 160 && labels.match(folded, among: attendance) != nil
    }
    return last.map { $0 + 1 } ?? 0
  }

  /// The place at which the session ends: "La séance est levée à 22 heures".
  private func sessionEnd(after start: Int) -> Int {
    for place in start..<lines.count {
      let folded = FoldedText(document.bytes[document.lines[lines[place]].range.bounds])
      if Self.endsSession(folded) { return place }
    }
    return lines.count
  }

  private static func endsSession(_ folded: FoldedText) -> Bool {
    let phrases: [StaticString] = [
      "seance est levee", "la seance est close", "levee de la seance", "leve la seance",
      "ordre du jour etant epuise", "ordre du jour est epuise", "plus rien n'etant a deliberer",
    ]
    return phrases.contains { folded.contains($0) }
  }

  private func act(_ places: Range<Int>, head: ItemLine?, shared: [Int]) -> ActOutline {
    let own = Array(lines[places])
    var outline = ActOutline(act: own, conclusions: [], attached: [])
    outline.shared = shared
    let title = ItemTitle(document, labels: labels).read(own, head)
    outline.item = ItemHead(number: head?.printed, title: title.parts)
    outline.margins = title.margins
    outline.act = own.filter { line in !title.parts.contains { $0.line == line } }
    return outline
  }
}
