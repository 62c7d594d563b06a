import DeliberationModel
import PageModel

/// Parts a session of one act into the act, its signature and what is attached.
struct SingleAct {
  let document: Document
  let lines: [SeenLine]
  let speech: Speech
  let labels: LabelMatcher
  let ground: TitleGround

  /// How many lines at the head of an act say whose and of when it is.
  private static let reach = 60
  /// How many signs of an act there must be; the head of a session, a heading and a roll count two.
  private static let leastEvidence = 5

  /// Whether some places are an act: a session and who was there above what is decided.
  ///
  /// A convention that cites a délibération has neither, a convocation decides nothing, an article of
  /// the press has no session.
  func isAct(_ session: Range<Int>) -> Bool {
    let head = session.prefix(Self.reach)
    func strength(_ kind: CueKind) -> Int {
      (speech.cues[kind] ?? []).filter { head.contains($0.place) }.map(\.strength).max() ?? 0
    }
    guard strength(.order) == 0 else { return false }
    let isNumbered = head.contains { place in
      lines[place].number.map { HeadNumber.own.contains($0.label) } == true
        && lines[place].wordCount <= 8
    }
    // A numbered extract of the register is an act, in whatever words it decides.
    guard
      isNumbered && strength(.extract) > 1 || session.contains(where: { speech.strength[$0] > 1 })
    else { return false }
    let isHeaded = strength(.extract) > 1 || strength(.session) > 1 || isNumbered
    var evidence = strength(.extract) + strength(.session) + strength(.roll)
    if isNumbered {
      evidence += 2
    } else if head.contains(where: { lines[$0].isHeadOfAct }) {
      evidence += 1
    }
    if session.contains(where: { speech.strength[$0] > 2 }) { evidence += 1 }
    if session.contains(where: { lines[$0].isArticle }) { evidence += 1 }
    if session.contains(where: { speech.isVisa[$0] }) { evidence += 1 }
    return isHeaded && evidence >= Self.leastEvidence
  }

  /// The outline of an act and of what stands below it, before a line of the document.
  func outline(_ session: Range<Int>, before end: Int, running: Set<Int>) -> ActOutline {
    var act = parted(session)
    let head = SessionHead(lines, speech, in: session, document)
    act.heading = heading(session, below: head.end)
    if !session.contains(where: { speech.strength[$0] > 1 }) { act.confidence = 0 }
    act.attachments = AttachmentFinder(document, running: running, labels: labels)
      .attachments(after: act.conclusions.last ?? act.act.last, before: end, in: act)
    return act
  }

  /// The number and title at the first line that says that it holds them: "DÉLIBÉRATION N° CP 2024-17
  /// DU 3 MAI 2024" above the title.
  private func heading(_ session: Range<Int>, below end: Int) -> ItemHead? {
    let titles = TitleReader(document: document, lines: lines, speech: speech, ground: ground)
    // Counts of the vote may stand in a corner above the number.
    let top = session.prefix(Self.reach).prefix { place in
      !speech.isVisa[place] && (speech.strength[place] < 2 || place < end)
    }
    if let column = ColumnHead(document, lines, in: top).heading { return column }
    let read = top.filter { isHead($0) }
      .map { titles.read(at: $0, before: session.upperBound).item }
    guard
      var heading = read.first(where: { head in
        isTitled(head) && !(head.title.first.map { ground.sessions.contains($0.line) } ?? false)
      })
    else {
      return UnlabelledTitle(document, lines, speech, titles, below: end, in: session).heading
    }
    // "N° 2024-7" may stand by itself far from the title.
    let alone = top.first { lines[$0].number?.form == .year && lines[$0].wordCount == 0 }
    heading.number =
      heading.number ?? read.lazy.compactMap(\.number).first
      ?? alone.flatMap { lines[$0].number }
      .map { String(decoding: document.bytes[$0.printed], as: UTF8.self) }
    return heading
  }

  /// Whether a line gives the number or the object of the act: "Affaire n° 2024-CM/17 : …" does too, where
  /// the number names the year.
  private func isHead(_ place: Int) -> Bool {
    if lines[place].isHeadOfAct { return true }
    guard let number = lines[place].number, number.form == .year, lines[place].wordCount > 1 else {
      return false
    }
    return !number.label.isEmpty && !["rapport", "decision"].contains(number.label)
  }

  /// Whether a title has two words: what is left of a number in a form of its own has none.
  private func isTitled(_ head: ItemHead) -> Bool {
    let words = head.title.flatMap { part in
      FoldedText(document.bytes[part.bounds]).bytes.split { !ASCII.isLetter($0) }
    }
    return words.count { $0.count > 2 } > 1
  }

  private func parted(_ session: Range<Int>) -> ActOutline {
    if let signature = SignatureZone(document, lines, speech, labels).range(in: session) {
      let votes = votes(below: signature.upperBound, in: session)
      return ActOutline(
        act: indices(session.lowerBound..<signature.lowerBound)
          + indices(signature.upperBound..<votes),
        conclusions: indices(signature),
        attached: indices(votes..<session.upperBound)
      )
    }
    let end = firstAttachment(in: session) ?? session.upperBound
    return ActOutline(
      act: indices(session.lowerBound..<end),
      conclusions: [],
      attached: indices(end..<session.upperBound)
    )
  }

  private func indices(_ places: Range<Int>) -> [Int] { places.map { lines[$0].line } }

  private func folded(_ place: Int) -> FoldedText {
    FoldedText(document.bytes[document.lines[lines[place].line].range.bounds])
  }

  /// The place behind the votes that some acts print below the signature: "Ont voté pour : groupe
  /// Ensemble (34), …".
  private func votes(below start: Int, in session: Range<Int>) -> Int {
    var end = start
    let options = LabelSet([.yes, .no, .abstain, .votesAbsent])
    while end < session.upperBound, end - start < 12 {
      let folded = folded(end)
      guard let match = labels.match(folded, among: options),
        folded.bytes[match.end...].first(where: { !ASCII.isSpace($0) }) == UInt8(ascii: ":")
      else { break }
      end += 1
    }
    return end
  }

  /// The place of the first page head after the deciding part that announces an attachment.
  private func firstAttachment(in session: Range<Int>) -> Int? {
    guard let decided = session.first(where: { speech.strength[$0] > 1 || lines[$0].isArticle })
    else { return nil }
    for place in decided + 1..<max(decided + 1, session.upperBound) {
      let line = document.lines[lines[place].line]
      let opensPage = line.page != document.lines[lines[place - 1].line].page
      guard opensPage || document.pages.count == 1, line.range.bounds.count <= 80 else { continue }
      let heads: [StaticString] = ["annexe", "convention", "avenant", "rapport n"]
      let folded = folded(place)
      if heads.contains(where: { head in folded.starts(with: head) }) { return place }
    }
    return nil
  }
}
