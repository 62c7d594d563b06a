import DeliberationModel
import PageModel

/// Puts the parts of an act's body together to decisions: which articles, who stepped aside, which
/// votes, what result.
///
/// Recusals stand before or after "DECIDE :", name the articles they touch, or hold "pour ce
/// rapport" for every decision of the act.
struct DecisionAssembly {
  /// A block that has ended.
  private struct Block {
    var decision: Decision
    var isCounted: Bool { !decision.vote.isEmpty }
  }

  private var blocks: [Block] = []
  private var open = Decision()
  private var openArticles: [Int] = []
  private var pendingRecusals: [Recusal] = []
  private var namedRecusals: [Recusal] = []
  private var recusalsOfAct: [Recusal] = []

  /// Takes an article.
  mutating func add(article number: Int) {
    if !open.vote.isEmpty { close(nil) }
    openArticles.append(number)
  }

  /// Takes a paragraph about people who step aside.
  mutating func add(_ paragraph: RecusalParagraph) {
    if !open.vote.isEmpty { close(nil) }
    let excusedAtHead =
      blocks.isEmpty && openArticles.isEmpty
      && paragraph.recusals.first?.status == .excusedWithoutProxy
    if paragraph.recusals.first.map({ !$0.articles.isEmpty }) ?? false {
      namedRecusals += paragraph.recusals
      pendingRecusals += paragraph.recusals
    } else if paragraph.holdsForAct || excusedAtHead {
      recusalsOfAct += paragraph.recusals
    } else {
      pendingRecusals += paragraph.recusals
    }
  }

  /// Takes the votes for an option.
  mutating func add(_ count: VoteCount, for option: VoteOption, by people: [Person]) {
    if open.vote[option] != nil { close(nil) }
    if open.vote.isEmpty { open.source = count.source }
    open.vote[option] = count
    open.positions += people.map { Position(person: $0, option: option) }
  }

  /// Takes words of enactment; a counted block that is still open ends before them.
  mutating func addFormula(isUnanimous: Bool, at source: SourceLocation) {
    if !open.vote.isEmpty { close(nil) }
    if isUnanimous {
      open.isUnanimous = true
      if open.source == SourceLocation() { open.source = source }
    }
  }

  /// Takes a printed result, which ends the block.
  mutating func add(_ result: Printed<VoteResult>, isUnanimous: Bool) {
    if isUnanimous { open.isUnanimous = true }
    close(result)
  }

  private mutating func close(_ result: Printed<VoteResult>?) {
    defer {
      open = Decision()
      openArticles = []
      pendingRecusals = []
    }
    guard !open.vote.isEmpty || result != nil || open.isUnanimous else { return }
    open.articles = openArticles
    open.recusals = pendingRecusals
    open.result = result
    if result == nil, open.isUnanimous { open.result = Printed(.adopted, source: open.source) }
    if open.source == SourceLocation(), let result { open.source = result.source }
    blocks.append(Block(decision: open))
  }

  /// Ends the act: writes its decisions, and the result of articles outside any counted block.
  mutating func finish(into act: inout Deliberation, reporting diagnostics: inout DiagnosticList) {
    close(nil)
    let hasCounts = blocks.contains(where: \.isCounted)
    for block in blocks {
      if hasCounts, !block.isCounted {
        for index in act.articles.indices
        where block.decision.articles.contains(act.articles[index].number) {
          act.articles[index].result = block.decision.result?.value
        }
      } else {
        act.decisions.append(block.decision)
      }
    }
    placeNamedRecusals(in: &act)
    for index in act.decisions.indices {
      act.decisions[index].recusals = Self.inPrintedOrder(
        act.decisions[index].recusals + recusalsOfAct
      )
    }
    report(act, to: &diagnostics)
  }

  /// A recusal that names articles belongs to the decisions over them, wherever it is printed.
  private func placeNamedRecusals(in act: inout Deliberation) {
    let decided = act.decisions.map { Set($0.articles) }
    for recusal in namedRecusals {
      let places = decided.indices.filter { !decided[$0].isDisjoint(with: recusal.articles) }
      guard !places.isEmpty else { continue }
      for index in act.decisions.indices {
        let here = act.decisions[index].recusals.firstIndex(of: recusal)
        if places.contains(index) {
          if here == nil { act.decisions[index].recusals.append(recusal) }
        } else if let here {
          act.decisions[index].recusals.remove(at: here)
        }
      }
    }
  }

  private static func inPrintedOrder(_ recusals: [Recusal]) -> [Recusal] {
    let place = { (recusal: Recusal) -> (Int, Int, Float) in
      let source = recusal.person.source
      return (source.page ?? 0, source.line ?? 0, source.box?.y0 ?? 0)
    }
    return recusals.enumerated()
      .sorted { left, right in
        let (a, b) = (place(left.element), place(right.element))
        return a == b ? left.offset < right.offset : a < b
      }
      .map(\.element)
  }

  private func report(_ act: Deliberation, to diagnostics: inout DiagnosticList) {
    for decision in act.decisions {
      for option in VoteOption.allCases {
        guard let count = decision.vote[option], count.count == nil else { continue }
        diagnostics.report(
          Diagnostic(
            .warning,
            "vote.missing-count",
            "no number can be read beside the option '\(option.rawValue)'",
            at: count.source
          )
        )
      }
      if decision.result == nil {
        diagnostics.report(
          Diagnostic(
            .warning,
            "decision.missing-result",
            "the vote block states no result",
            at: decision.source
          )
        )
      }
    }
  }
}
