import DeliberationModel
import PageModel

/// Parts what follows the signature of an act into annexes, conventions, *avenants* and the report.
///
/// A convention's own annexes stay part of it: their numbers do not exceed those found so far, or
/// the convention lists them.
struct AttachmentFinder {
  private let document: Document
  private let running: Set<Int>
  private let labels: LabelMatcher

  init(_ document: Document, running: Set<Int>, labels: LabelMatcher) {
    self.document = document
    self.running = running
    self.labels = labels
  }

  /// An attachment under construction.
  private struct Part {
    var kind: AttachmentKind
    var number: Int?
    var start: Int
    var title: Printed<String>?
  }

  private enum Head {
    case annex(AnnexHead)
    case contract(ContractHead)
    case report(ReportHead)

    var start: Int {
      switch self {
      case .annex(let head): head.line
      case .contract(let head): head.start
      case .report(let head): head.start
      }
    }
  }

  /// The attachments between the last line of an act and the first line of the next.
  func attachments(after last: Int?, before end: Int, in act: ActOutline) -> [Attachment] {
    guard let last, !act.attached.isEmpty, last + 1 < end else { return [] }
    let lines = (last + 1)..<end
    let parts = parts(of: lines)
    var found = SeriesHeads(document).split(attachments(parts, before: end))
    for index in found.indices {
      found[index].lines.removeAll { line in running.contains(line) }
    }
    return found
  }

  // MARK: - Parts

  private func parts(of lines: Range<Int>) -> [Part] {
    let annexes = AnnexHead.find(in: lines, of: document, labels: labels)
    let contracts = ContractHead.find(in: lines, of: document, labels: labels)
    var heads: [Head] = annexes.map(Head.annex) + contracts.map(Head.contract)
    if let report = ReportHead.find(in: lines, of: document, labels: labels) {
      heads.append(.report(report))
    }
    heads.sort { left, right in left.start < right.start }
    var parts = opening(lines, before: heads.first?.start ?? lines.upperBound)
    var listed: Set<Int> = []
    for head in heads {
      switch head {
      case .report(let report): add(report, to: &parts)
      case .contract(let contract):
        listed = []
        add(contract, to: &parts)
      case .annex(let annex):
        let isOwn = annex.followsMention || listed.contains(annex.number)
        if isContract(parts.last), isOwn || annex.isListed {
          listed.insert(annex.number)
        } else if !annex.isListed {
          add(annex, of: annexes, contracts, to: &parts)
        }
      }
    }
    return parts
  }

  /// What stands before the first head is an annex where it is long, or fills a page.
  private func opening(_ lines: Range<Int>, before first: Int) -> [Part] {
    var start = lines.lowerBound
    var floor = 15
    if document.pages.count > 1, start > 0 {
      let page = document.lines[start - 1].page
      while start < first, document.lines[start].page == page { start += 1 }
      floor = 8
    }
    let length = (start..<max(start, first)).count { line in !running.contains(line) }
    guard length >= floor else { return [] }
    return [Part(kind: .annex, number: nil, start: start, title: title(from: start))]
  }

  private func isContract(_ part: Part?) -> Bool {
    part?.kind == .convention || part?.kind == .amendment
  }

  private func add(_ report: ReportHead, to parts: inout [Part]) {
    let title = AttachmentTitle(document).ofReport(report, labels: labels)
    parts.append(Part(kind: .report, number: nil, start: report.start, title: title))
  }

  /// A convention below the head of an annex is that annex; any other is an attachment of its own.
  private func add(_ contract: ContractHead, to parts: inout [Part]) {
    let title = AttachmentTitle(document).ofContract(contract)
    if let last = parts.last, last.number != nil, last.kind == .annex {
      if contract.anchor - last.start <= ContractHead.reach {
        parts[parts.count - 1].kind = contract.kind
        parts[parts.count - 1].title = title
        return
      }
      if headNumber(onPageOf: contract.start) == last.number { return }
    }
    parts.append(Part(kind: contract.kind, number: nil, start: contract.start, title: title))
  }

  /// The number in the head of the page on which a line stands.
  private func headNumber(onPageOf line: Int) -> Int? {
    guard document.pages.count > 1 else { return nil }
    let page = document.lines[line].page
    var first = line
    while first > 0, document.lines[first - 1].page == page { first -= 1 }
    let top = first..<min(first + 3, document.lines.count)
    return AnnexHead.find(in: top, of: document, labels: labels).first?.number
  }

  private func add(
    _ annex: AnnexHead,
    of annexes: [AnnexHead],
    _ contracts: [ContractHead],
    to parts: inout [Part]
  ) {
    let reached = parts.compactMap(\.number).max() ?? 0
    guard annex.number > reached else { return }
    let bearsContract = contracts.contains { contract in
      contract.anchor > annex.line && contract.anchor - annex.line <= ContractHead.reach
    }
    if let last = parts.last, isContract(last), last.number == nil, annex.title.isEmpty,
      !bearsContract
    {
      let end = contracts.first { contract in contract.start > annex.line }?.start ?? Int.max
      let marks = annexes.count { head in
        head.number == annex.number && (last.start..<end).contains(head.line)
      }
      if marks > 1 {
        // The mark of a page, which the first pages of the convention have lost.
        parts[parts.count - 1].number = annex.number
        return
      }
    }
    let title = AttachmentTitle(document).ofAnnex(annex, except: running)
    parts.append(Part(kind: .annex, number: annex.number, start: annex.line, title: title))
  }

  private func title(from line: Int) -> Printed<String>? {
    AttachmentTitle(document).paragraph(from: line, except: running)
  }

  // MARK: - Result

  /// The attachments with all their lines, running heads included: those of a series repeat too.
  private func attachments(_ parts: [Part], before end: Int) -> [Attachment] {
    parts.indices.map { index in
      let part = parts[index]
      let next = index + 1 < parts.count ? parts[index + 1].start : end
      var attachment = Attachment(
        kind: part.kind,
        number: part.number,
        numberIsPrinted: part.number != nil,
        lines: Array(part.start..<next),
        source: document.location(of: document.lines[part.start])
      )
      attachment.title = part.title
      attachment.pages = pages(part.start..<next, before: next < end ? next : nil)
      return attachment
    }
  }

  /// The pages of some lines, and the pages without text before the next attachment.
  private func pages(_ lines: Range<Int>, before next: Int?) -> ClosedRange<Int>? {
    guard document.pages.count > 1, let last = lines.last else { return nil }
    let first = Int(document.lines[lines.lowerBound].page)
    var end = Int(document.lines[last].page)
    if let next { end = max(end, Int(document.lines[next].page) - 1) }
    return first...max(first, end)
  }
}
