public import DeliberationModel
public import PageModel

/// Parts a document into acts, and each act from what is attached to it.
public struct Segmenter {
  private let labels: LabelMatcher

  /// Makes a segmenter that knows the labels of a definition.
  public init(labels: LabelMatcher) {
    self.labels = labels
  }

  /// The outline of a document; without acts where none is found.
  public func segment(_ document: Document) -> Outline {
    let running = RunningLines(document, labels: labels).lines
    let lines = document.lines.indices.filter { line in !running.contains(line) }
    let headings = ActHeadings(document, lines: lines, labels: labels).starts
    if headings.isEmpty { return unheaded(document, lines, running: running) }
    let starts = headings.indices.map { index in
      start(of: headings[index], in: lines, of: document, isFirst: index == 0)
    }
    let acts = starts.indices.map { index in
      let end = index + 1 < starts.count ? starts[index + 1] : lines.count
      var act = outline(Array(lines[starts[index]..<end]), of: document)
      let after = end < lines.count ? head(before: lines[end]) : document.lines.count
      act.attachments = AttachmentFinder(document, running: running, labels: labels)
        .attachments(after: act.conclusions.last ?? act.act.last, before: after, in: act)
      return act
    }
    return Outline(acts: acts, running: running.sorted())

    /// The first of the running heads above an act, which are of its page and not of what is
    /// attached to the act before.
    func head(before start: Int) -> Int {
      var head = start
      while head > 0, running.contains(head - 1),
        document.lines[head - 1].page == document.lines[start].page
      {
        head -= 1
      }
      return head
    }
  }

  /// The act that a document without the heading of an act is.
  private func unheaded(_ document: Document, _ lines: [Int], running: Set<Int>) -> Outline {
    let unheaded = UnheadedAct(document, labels: labels)
    guard unheaded.isAct(lines) else { return Outline(acts: [], running: running.sorted()) }
    var act = outline(lines, of: document)
    act.attachments = AttachmentFinder(document, running: running, labels: labels)
      .attachments(
        after: act.conclusions.last ?? act.act.last,
        before: document.lines.count,
        in: act
      )
    return Outline(acts: [act], running: running.sorted())
  }

  /// The place where an act begins: at the first line for the first act whose heading stands on the
  /// first page, else at the head of the heading's page.
  private func start(
    of heading: Int,
    in lines: [Int],
    of document: Document,
    isFirst: Bool
  ) -> Int {
    let page = document.lines[lines[heading]].page
    var start = heading
    let reach = isFirst ? 40 : 15
    while start > 0, heading - start < reach, document.lines[lines[start - 1]].page == page {
      start -= 1
    }
    if start > 0, document.lines[lines[start - 1]].page == page {
      start = max(0, heading - 1)
    }
    return start
  }

  private func outline(_ lines: [Int], of document: Document) -> ActOutline {
    if let signature = Conclusions(document, labels: labels).range(in: lines) {
      let votes = votes(below: signature.upperBound, in: lines, of: document)
      return ActOutline(
        act: Array(lines[..<signature.lowerBound]) + Array(lines[signature.upperBound..<votes]),
        conclusions: Array(lines[signature]),
        attached: Array(lines[votes...])
      )
    }
    let end = firstAttachment(in: lines, of: document) ?? lines.count
    return ActOutline(act: Array(lines[..<end]), conclusions: [], attached: Array(lines[end...]))
  }

  /// The place behind the votes that some acts print below the signature: "Ont voté pour : groupe
  /// Ensemble (34), …".
  private func votes(below start: Int, in lines: [Int], of document: Document) -> Int {
    var end = start
    let options = LabelSet([.yes, .no, .abstain, .votesAbsent])
    while end < lines.count, end - start < 12 {
      let folded = FoldedText(document.bytes[document.lines[lines[end]].range.bounds])
      guard let match = labels.match(folded, among: options),
        folded.bytes[match.end...].first(where: { !ASCII.isSpace($0) }) == 0x3A
      else { break }
      end += 1
    }
    return end
  }

  /// The place of the first page head after the deciding part that announces an attachment.
  private func firstAttachment(in lines: [Int], of document: Document) -> Int? {
    var hasDecided = false
    for (place, line) in lines.enumerated() {
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      if !hasDecided {
        hasDecided = labels.match(folded, among: LabelSet([.decides, .article, .adopted])) != nil
        continue
      }
      let opensPage =
        place > 0 && document.lines[line].page != document.lines[lines[place - 1]].page
      guard opensPage || document.pages.count == 1, folded.bytes.count <= 60 else { continue }
      let heads: [StaticString] = ["annexe", "convention", "avenant", "rapport n"]
      if heads.contains(where: { head in folded.starts(with: head) }) { return place }
    }
    return nil
  }
}
