import DeliberationModel
import PageModel

/// The sentences by which an act decides, each with the items of the list that it announces.
///
/// Where the assembly accepts what was proposed to it ("Vote : pour à l'unanimité" below "Il est proposé
/// de …"), the proposal is what it decides.
struct OperativeClauses {
  private let sentences: [ActSentence]

  /// Takes the sentences of an act, in order.
  init(_ sentences: [ActSentence]) { self.sentences = sentences }

  /// The clauses of the assembly; its proposals where it has none; where there is neither, the
  /// sentence that tells what became of the motion, unless that counts votes and says no more.
  func decided() -> [ActSentence] {
    let own = clauses { OperativeVerb.isClause($0) && !SentenceSense.isSilent($0) }
    if !own.isEmpty { return own }
    let proposals = clauses { SentenceSense.isProposal($0) }
    if !proposals.isEmpty { return proposals }
    return sentences.filter { sentence in
      OperativeVerb.result(of: sentence) != nil || OperativeVerb.isParticiple(sentence)
    }.filter { sentence in
      !SentenceSense.isSilent(sentence) && !sentence.opensOption
        && sentence.folded.bytes.count(where: ASCII.isLetter) >= 20
    }
  }

  /// The sentences that begin a clause, with the rows and items below them.
  func clauses(
    isRow: (ActSentence) -> Bool = { _ in false },
    beginningWith begins: (ActSentence) -> Bool
  ) -> [ActSentence] {
    var clauses: [ActSentence] = []
    var list = Passage()
    func close() {
      guard !list.isEmpty else { return }
      clauses.append(ActSentence(list))
      list = Passage()
    }
    for sentence in sentences {
      let opensItem = sentence.folded.bytes.first.map { !ASCII.isLetter($0) } ?? false
      let goesOn = !list.isEmpty && (list.bytes.last == 0x3A || isRow(sentence))
      if begins(sentence), !(goesOn && opensItem) {
        close()
      } else if list.isEmpty || !opensItem && !goesOn {
        close()
        continue
      }
      list.append(sentence.passage)
      let isOpen = [0x3A, 0x2C, 0x3B].contains(sentence.folded.bytes.last ?? 0)
      if !isOpen, !opensItem, !goesOn { close() }
    }
    close()
    return clauses
  }
}
