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
  /// A vote that is stated before the clauses it decides: "par 25 voix pour et 2 contre, DÉCIDE".
  private var formula: (statement: VoteStatement, source: SourceLocation)?
  /// Recusals between a vote and what follows it: the same block's where a result follows.
  private var recusalsAfterVote: [RecusalParagraph] = []
  /// The verb by which the assembly decides, where the act states no result.
  private var verb: Printed<VoteResult>?
  /// The verb of a clause itself, which says what the counts of its block did.
  private var verbOfClause: Printed<VoteResult>?
  /// Whether "à la majorité" is printed with the open block.
  private var isMajority = false
  /// Whether the votes of the open block stand before the clauses that they decide.
  private var voteStandsBefore = false

  /// Takes an article.
  mutating func add(article number: Int) {
    if !open.vote.isEmpty, !voteStandsBefore { close(nil) }
    openArticles.append(number)
  }

  /// Takes a paragraph about people who step aside.
  mutating func add(_ paragraph: RecusalParagraph) {
    if !open.vote.isEmpty {
      recusalsAfterVote.append(paragraph)
    } else {
      place(paragraph)
    }
  }

  private mutating func place(_ paragraph: RecusalParagraph) {
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
    if let known = open.vote[option] {
      // "POUR : 2 / CONTRE : 3" above "Ont voté contre : M. Karim SAÏDI, …": the three by name.
      if known.count == people.count, !people.isEmpty, count.count == people.count,
        !open.positions.contains(where: { $0.option == option })
      {
        open.positions += people.map { Position(person: $0, option: option) }
        return
      }
      close(nil)
    }
    if open.vote.isEmpty { open.source = count.source }
    open.vote[option] = count
    open.positions += people.map { Position(person: $0, option: option) }
  }

  /// Takes people who do not vote, as a line of the vote block names them.
  mutating func add(withdrawn people: [Person]) {
    let recusals = people.map { Recusal(person: $0, status: .present) }
    if open.vote.isEmpty, openArticles.isEmpty, !blocks.isEmpty {
      blocks[blocks.count - 1].decision.recusals += recusals
    } else {
      pendingRecusals += recusals
    }
  }

  /// Takes words of enactment; a counted block that is still open ends before them.
  ///
  /// A vote in them decides the clauses that follow, or those before where there are some.
  mutating func addFormula(_ statement: VoteStatement, at source: SourceLocation) {
    if !open.vote.isEmpty, blocks.isEmpty, openArticles.isEmpty, statement.counts.isEmpty {
      // "POUR : 5 / CONTRE : 0" above "DÉCIDE".
      voteStandsBefore = true
    }
    if !open.vote.isEmpty, !voteStandsBefore { close(nil) }
    if statement.isUnanimous {
      open.isUnanimous = true
      if open.source == SourceLocation() { open.source = source }
    }
    guard !statement.counts.isEmpty || statement.isMajority else { return }
    if openArticles.isEmpty {
      formula = (statement, source)
    } else {
      add(statement, at: source)
    }
  }

  /// Takes a vote that a line or a table states below the clauses it decides.
  mutating func add(_ statement: VoteStatement, at source: SourceLocation) {
    if statement.isUnanimous { open.isUnanimous = true }
    guard !statement.counts.isEmpty || statement.isMajority else { return }
    if let last = blocks.last, !last.isCounted, !last.decision.articles.isEmpty,
      openArticles.isEmpty, open.vote.isEmpty, !statement.counts.isEmpty
    {
      // "ADOPTÉ À L'UNANIMITÉ" above "26 VOIX POUR".
      blocks[blocks.count - 1].decision.vote = statement.counts
      blocks[blocks.count - 1].decision.positions += statement.positions
      return
    }
    if !open.vote.isEmpty, !Set(open.vote.keys).isDisjoint(with: statement.counts.keys) {
      close(nil)
    }
    if open.vote.isEmpty { open.source = source }
    open.vote.merge(statement.counts) { _, new in new }
    open.positions += statement.positions
    if statement.isMajority { isMajority = true }
  }

  /// Takes the verb of a clause: "APPROUVE" adopts it, "PREND ACTE" notes it.
  ///
  /// A verb above numbered articles ("DÉCIDE") is not that of a clause: each of their blocks states
  /// its own result.
  mutating func add(verb printed: Printed<VoteResult>, ofClause isOfClause: Bool) {
    if isOfClause, verbOfClause == nil || verbOfClause?.value == .noted { verbOfClause = printed }
    if verb == nil || printed.value == .adopted && verb?.value != .adopted { verb = printed }
  }

  /// Takes a printed result, which ends the block.
  mutating func add(_ result: Printed<VoteResult>, isUnanimous: Bool) {
    if isUnanimous { open.isUnanimous = true }
    close(result)
  }

  private mutating func close(_ result: Printed<VoteResult>?) {
    let later = recusalsAfterVote
    recusalsAfterVote = []
    if result != nil {
      for paragraph in later { place(paragraph) }
    }
    closeBlock(result)
    if result == nil {
      for paragraph in later { place(paragraph) }
    }
  }

  private mutating func closeBlock(_ result: Printed<VoteResult>?) {
    defer {
      open = Decision()
      openArticles = []
      pendingRecusals = []
      isMajority = false
      voteStandsBefore = false
      formula = nil
    }
    var isAdopted = open.isUnanimous || isMajority
    if let formula, !openArticles.isEmpty, formula.statement.isAdopted { isAdopted = true }
    if open.vote.isEmpty, let formula,
      result?.value != .rejected || !formula.statement.isAdopted
    {
      open.vote = formula.statement.counts
      open.positions += formula.statement.positions
      if open.source == SourceLocation() { open.source = formula.source }
    }
    guard !open.vote.isEmpty || result != nil || isAdopted else { return }
    open.articles = openArticles
    open.recusals = pendingRecusals
    open.result = result
    if result == nil, isAdopted { open.result = Printed(.adopted, source: open.source) }
    if open.result == nil, !openArticles.isEmpty,
      let verb = verbOfClause ?? (voteStandsBefore ? verb : nil), isCarried(open.vote)
    {
      open.result = verb
    }
    if open.source == SourceLocation(), let result { open.source = result.source }
    blocks.append(Block(decision: open))
  }

  /// Whether the counts carry a motion: more for it than against.
  private func isCarried(_ vote: [VoteOption: VoteCount]) -> Bool {
    guard let yes = vote[.yes]?.count else { return false }
    return yes > vote[.no]?.count ?? 0
  }

  /// Ends the act: writes its decisions, and the result of articles outside any counted block.
  mutating func finish(into act: inout Deliberation, reporting diagnostics: inout DiagnosticList) {
    let clauses = openArticles
    for paragraph in recusalsAfterVote { place(paragraph) }
    recusalsAfterVote = []
    let isOver = open.vote.isEmpty && openArticles.isEmpty && !open.isUnanimous
    if isOver, !blocks.isEmpty {
      blocks[blocks.count - 1].decision.recusals += pendingRecusals
      pendingRecusals = []
    }
    close(nil)
    if blocks.isEmpty, let verb, !clauses.isEmpty {
      var decision = Decision()
      decision.articles = clauses
      decision.recusals = pendingRecusals
      decision.result = verb
      decision.source = verb.source
      pendingRecusals = []
      blocks.append(Block(decision: decision))
    }
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
        // Most differ in their place, which is compared faster than names.
        let here = act.decisions[index].recusals.firstIndex {
          $0.person.source == recusal.person.source && $0 == recusal
        }
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
          .warning,
          "vote.missing-count",
          "no number can be read beside the option '\(option.rawValue)'",
          at: count.source
        )
      }
      if decision.result == nil {
        diagnostics.report(
          .warning,
          "decision.missing-result",
          "the vote block states no result",
          at: decision.source
        )
      }
    }
  }
}
