import DeliberationModel
import PageModel

/// Reads what people decide in an act of minutes: the votes with their results, who steps aside, who
/// is elected.
///
/// It works on the lines of the act alone and needs none of its sections.
struct VoteReader {
  private let document: Document

  init(_ document: Document) { self.document = document }

  /// Reads who is elected in an act that stands alone, whose votes its sections tell.
  func readElections(_ outline: ActOutline, into act: inout Deliberation) {
    let words: [StaticString] = ["elu", "elit", "design", "nomme", "proclam"]
    let speaks = outline.act.contains { line in
      let folded = FoldedText(document.bytes[document.lines[line].range.bounds])
      return words.contains { folded.contains($0) }
    }
    guard speaks else { return }
    act.elections = ElectionReader(document, roll: VoteRoll(of: act, in: document))
      .elections(ActSentences.sentences(of: outline.act, in: document), outline.act)
  }

  /// Reads the lines of an act into it; its attendance is known already.
  func read(_ outline: ActOutline, into act: inout Deliberation) {
    let roll = VoteRoll(of: act, in: document)
    let sentences = ActSentences.sentences(of: outline.act, in: document)
    let read = DecisionReader(document, roll: roll).decisions(sentences)
    act.decisions = read.map(\.decision)
    if let stated = outline.stated, act.decisions.isEmpty {
      act.decisions = [decision(stated)]
    }
    if act.articles.isEmpty, act.decisions.contains(where: { $0.result?.value == .adopted }) {
      act.articles = articles(sentences)
    }
    if act.decisions.count == 1 { act.decisions[0].articles = act.articles.map(\.number) }
    act.elections = ElectionReader(document, roll: roll).elections(sentences, outline.act)
    guard let election = act.elections.first else { return }
    if act.decisions.isEmpty {
      var decision = Decision()
      decision.source = election.source
      act.decisions = [decision]
    }
    for index in act.decisions.indices where act.decisions[index].result == nil {
      act.decisions[index].result = Printed(.adopted, source: act.decisions[index].source)
    }
  }

  private func decision(_ stated: ActOutline.StatedResult) -> Decision {
    var passage = Passage()
    passage.append(stated.words.bounds, line: stated.words.line, of: document)
    var decision = Decision()
    decision.source = passage.location(in: document)
    for (option, count) in stated.counts {
      decision.vote[option] = VoteCount(count: count, source: decision.source)
    }
    decision.result = Printed(stated.result, raw: passage.text, source: decision.source)
    return decision
  }

  /// What an act decides, where no part of it is set apart as its clauses.
  private func articles(_ sentences: [ActSentence]) -> [Article] {
    OperativeClauses(sentences).decided().enumerated().map { place, clause in
      var article = Article(
        number: place + 1,
        numberIsPrinted: false,
        text: Printed(clause.passage.text, source: clause.passage.location(in: document))
      )
      var diagnostics = DiagnosticList()
      let printed = PrintedAmounts(in: clause.passage, of: document, reporting: &diagnostics)
      article.amounts = printed.amounts
      article.amountsInDoubt = printed.inDoubt
      return article
    }
  }
}
