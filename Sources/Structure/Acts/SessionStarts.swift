import PageModel

/// Where the sessions of a document begin: a recueil prints the head of a session above each act.
///
/// A head is words that open a session ("Extrait du registre", "L'an deux mille") with those present
/// below them, before anything is decided; the next one counts once something was decided. "Présents"
/// in a debate stands below no such words at the top of a page.
enum SessionStarts {
  /// How far below its first words the head of a session lists who is there.
  static let reach = 45
  /// How many lines from the top of its page a further session begins at most.
  static let depth = 16

  /// The places at which sessions begin; the first is always 0.
  static func find(_ lines: [SeenLine], _ speech: Speech, _ document: Document) -> [Int] {
    let rolls = (speech.cues[.roll] ?? []).filter { $0.strength > 1 }.map(\.place)
    var starts = [0]
    var decided = false
    var place = 0
    // Without pages only words that head an act by itself tell a head from a sentence.
    let sessions = document.pages.count > 1 ? speech.cues[.session] ?? [] : []
    let cues = (sessions + (speech.cues[.extract] ?? []))
      .filter { $0.strength > 1 }.sorted { $0.place < $1.place }
    for cue in cues {
      while place < cue.place {
        if speech.strength[place] > 1 { decided = true }
        place += 1
      }
      guard decided, let top = top(of: cue.place, lines, document) else { continue }
      guard let roll = rolls.first(where: { $0 > cue.place }), roll - cue.place <= reach,
        !(cue.place..<roll).contains(where: { speech.strength[$0] > 1 })
      else { continue }
      if top > starts[starts.count - 1] { starts.append(top) }
      decided = false
    }
    return starts
  }

  /// The first place of the page on which a place stands near the top.
  private static func top(of place: Int, _ lines: [SeenLine], _ document: Document) -> Int? {
    // A text without pages is one page: the head begins at its first words.
    guard document.pages.count > 1 else { return place }
    let page = document.lines[lines[place].line].page
    var top = place
    while top > 0, document.lines[lines[top - 1].line].page == page {
      top -= 1
      guard place - top <= depth else { return nil }
    }
    return top
  }
}
