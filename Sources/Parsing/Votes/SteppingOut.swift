public import DeliberationModel
public import PageModel

/// Gives the acts of minutes those who left the room before them: between two acts ("Mme ROUX sort
/// de la salle" below a decision), or for several ("Pour les affaires suivantes").
///
/// Who leaves takes part in no vote until somebody is said to come back.
public struct SteppingOut {
  private let document: Document

  /// Prepares the acts of a document.
  public init(_ document: Document) { self.document = document }

  /// Adds the recusals to the decisions of the acts; `outlines` are theirs, in the same order.
  public func carry(_ outlines: [ActOutline], into acts: inout [Deliberation]) {
    guard acts.count == outlines.count else { return }
    var out: [Person] = []
    for (index, outline) in outlines.enumerated() where outline.item != nil {
      add(out, to: &acts[index])
      for event in events(outline, acts[index]) {
        switch event {
        case .leaves(let people): out += people.filter { !out.contains($0) }
        case .returns: out = []
        }
      }
    }
  }

  private enum Event {
    case leaves([Person])
    case returns
  }

  /// Who leaves for the acts below, and who comes back.
  private func events(_ outline: ActOutline, _ act: Deliberation) -> [Event] {
    guard outline.act.contains(where: { speaks($0) }) else { return [] }
    let roll = VoteRoll(of: act, in: document)
    let sentences = ActSentences.sentences(of: outline.act, in: document)
    let last = DecisionReader(document, roll: roll).decisions(sentences).last?.lines.upperBound
    let reader = AsideReader(document, roll: roll)
    var events: [Event] = []
    for sentence in sentences {
      if AsideReader.returns(sentence) {
        events.append(.returns)
      } else if AsideReader.leaves(sentence), !AsideReader.isOnce(sentence) {
        let isBelow = last.map { sentence.line > $0 } ?? false
        let isForSeveral = sentence.holds([
          "affaires suivantes", "points suivants", "sujets suivants",
        ])
        if isBelow || isForSeveral { events.append(.leaves(reader.people(in: sentence))) }
      }
    }
    return events
  }

  private func speaks(_ line: Int) -> Bool {
    let sentence = ActSentence(Passage([line], of: document))
    return AsideReader.leaves(sentence) || AsideReader.returns(sentence)
  }

  private func add(_ people: [Person], to act: inout Deliberation) {
    for index in act.decisions.indices {
      for person in people
      where !act.decisions[index].recusals.contains(where: { $0.person.name == person.name }) {
        act.decisions[index].recusals.append(Recusal(person: person, status: .present))
      }
    }
  }
}
