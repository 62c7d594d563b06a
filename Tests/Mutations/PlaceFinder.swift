import DeliberationModel
import PageModel
import TestSupport

/// Finds where a document prints the values of its act.
struct PlaceFinder {
  private let document: Document
  private(set) var places: [CorpusAct.Target: [CorpusAct.Place]] = [:]
  private var taken: Set<Range<Int>> = []

  init(_ document: Document) {
    self.document = document
  }

  private mutating func add(
    _ target: CorpusAct.Target,
    _ print: String?,
    at source: SourceLocation,
    _ pointer: String = ""
  ) {
    guard let print, !print.isEmpty, let range = document.range(of: print, at: source),
      taken.insert(range).inserted
    else { return }
    places[target, default: []]
      .append(CorpusAct.Place(target: target, pointer: pointer, range: range, print: print))
  }

  private mutating func add(
    _ target: CorpusAct.Target,
    _ amount: Printed<Amount>?,
    of row: SourceLocation,
    _ pointer: String
  ) {
    guard let amount else { return }
    let source = amount.source == SourceLocation() ? row : amount.source
    add(target, amount.raw, at: source, pointer)
  }

  // MARK: - Numbers

  mutating func findNumbers(of act: Deliberation) {
    for (index, grant) in act.grants.enumerated() {
      add(.amount, grant.amount, of: grant.source, "/grants/\(index)/amount")
      guard grant.statedIn == .table, let quantity = grant.quantity else { continue }
      add(.quantity, String(quantity), at: grant.source, "/grants/\(index)/quantity")
    }
    for (index, total) in act.totals.enumerated() {
      add(.total, total.amount, of: total.source, "/totals/\(index)/amount")
      guard let quantity = total.quantity else { continue }
      add(.total, String(quantity), at: total.source, "/totals/\(index)/quantity")
    }
    for (index, article) in act.articles.enumerated() {
      for (place, amount) in article.amounts.enumerated() {
        let pointer = "/articles/\(index)/amounts/\(place)/value"
        add(.amount, amount, of: article.text.source, pointer)
      }
    }
    findBudget(of: act)
    for (index, decision) in act.decisions.enumerated() {
      for option in VoteOption.allCases {
        guard let vote = decision.vote[option], let count = vote.count else { continue }
        let pointer = "/decisions/\(index)/vote/\(option.rawValue)/count"
        add(.count, String(count), at: vote.source, pointer)
      }
    }
  }

  private mutating func findBudget(of act: Deliberation) {
    for (index, line) in act.budgetLines.enumerated() {
      let path = "/budget_lines/\(index)"
      add(.budget, line[.commitment], of: line.source, path + "/commitment_authority")
      add(.budget, line[.expenditure], of: line.source, path + "/expenditure")
    }
    for (index, line) in (act.report?.budgetLines ?? []).enumerated() {
      let path = "/report/budget_lines/\(index)"
      add(.budget, line[.commitment], of: line.source, path + "/commitment_authority")
      add(.budget, line[.available], of: line.source, path + "/available")
      add(.budget, line[.proposed], of: line.source, path + "/proposed")
      add(.budget, line[.balance], of: line.source, path + "/balance")
    }
    for (place, amount) in (act.report?.amounts ?? []).enumerated() {
      add(.budget, amount, of: amount.source, "/report/amounts/\(place)/value")
    }
  }

  // MARK: - Words

  mutating func findNames(of act: Deliberation) {
    let recused = act.decisions.flatMap { $0.recusals.map(\.person) }
    let listed = AttendanceStatus.allCases.flatMap { act.attendance.people[$0] ?? [] }
    for person in listed + recused {
      add(.councillor, person.raw ?? person.name, at: person.source)
    }
    for grant in act.grants {
      let name = grant.beneficiary
      add(.beneficiary, name?.raw ?? name?.value, at: grant.source)
    }
  }

  /// Finds the labels at the heads of lines outside annexes, those at the heads of annexes, and the
  /// words before totals.
  mutating func findLabels(of act: Deliberation, _ labels: [Label: [String]]) {
    let matcher = LabelMatcher(labels)
    let attached = Set(act.attachments.flatMap { $0.lines.dropFirst(3) })
    let all = LabelSet(Label.allCases)
    for (index, line) in document.lines.enumerated() {
      let text = document.text(line)
      if text.hasPrefix("TOTAL") { add(.label, "TOTAL", in: line, 5) }
      let folded = FoldedText(text)
      guard !attached.contains(index), let match = matcher.match(folded, among: all),
        match.distance == 0
      else { continue }
      add(.label, String(text.utf8.prefix(Int(folded.offsets[match.end]))) ?? "", in: line, nil)
    }
  }

  private mutating func add(
    _ target: CorpusAct.Target,
    _ print: String,
    in line: TextLine,
    _ length: Int?
  ) {
    let start = line.range.bounds.lowerBound
    let range = start..<(start + (length ?? print.utf8.count))
    guard !print.isEmpty, taken.insert(range).inserted else { return }
    places[target, default: []]
      .append(CorpusAct.Place(target: target, range: range, print: print))
  }
}
