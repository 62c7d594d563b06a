import DeliberationModel

/// Votes on the order of business: they are the session's, and no act.
///
/// "Le maire demande d'ajouter un point à l'ordre du jour", "Le conseil accepte à l'unanimité".
struct AgendaChanges {
  /// The places of the votes, ascending.
  let votes: [Int]

  /// How far below the words that change the agenda the vote stands at most, with the items that are
  /// added between them.
  private static let reach = 6

  init(_ lines: [SeenLine], _ speech: Speech) {
    votes = (speech.cues[.change] ?? []).compactMap { cue in
      for place in cue.place..<min(lines.count, cue.place + Self.reach) {
        if speech.isVisa[place] { return nil }
        // What is added is listed right below; a number behind white space is the first item.
        if place > cue.place + 1, lines[place].isNumbered, lines[place].dress.contains(.gap) {
          return nil
        }
        if speech.strength[place] > 2 {
          return speech.result(at: place) == .adopted ? place : nil
        }
      }
      return nil
    }
  }
}
