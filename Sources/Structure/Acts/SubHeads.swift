/// The heads within an item that was parted further, each with a decision of its own.
///
/// "1. Budget", below it "− Compte de gestion", "− Affectation des résultats".
struct SubHeads {
  /// The places of the heads, ascending; empty where the item is one act.
  private(set) var places: [Int] = []

  /// Finds lines below the head of an item that the agenda lists below it, or that number parts of
  /// the item's number, where each of at least two has a decision.
  init(_ lines: [SeenLine], _ speech: Speech, _ item: Range<Int>) {
    let below = item.dropFirst()
    let parent = lines[item.lowerBound]
    let listed = below.filter { place in
      !lines[place].isBarred && lines[place].agendaItem.map { $0 != parent.agendaItem } ?? false
    }
    let numbered = below.filter { place in
      guard !lines[place].isBarred, let number = lines[place].number, let above = parent.number
      else {
        return false
      }
      return number.form != .year && number.path.count == above.path.count + 1
        && number.path.starts(with: above.path)
        && !above.path.isEmpty
    }
    // An act has one number of its own: two are two acts.
    let owned = below.filter { place in
      guard !lines[place].isBarred, let number = lines[place].number else { return false }
      return number.isOwn && number.label != "decision" && !lines[place].opensSmall
        && (lines[place].wordCount == 0 || lines[place].dress.contains(.gap))
    }
    // "1. Finances", and below its report the act: "Délibération n° 2024-17 : Vote des taux".
    if owned.count == 1, let head = owned.first, parent.number?.isOwn != true,
      lines[head].wordCount > 2, speech.strength[head] < 2, lines[head].dress.contains(.gap),
      (head..<item.upperBound).contains(where: { speech.strength[$0] > 2 })
    {
      places = owned
      return
    }
    let isOwned = Set(owned.map { lines[$0].number?.path }).count == owned.count
    for heads in [listed, numbered, isOwned ? owned : []] where places.isEmpty {
      // "1. Budget" right above "1.1 Compte de gestion" has no words of its own to part from its child.
      let isChild = heads == numbered
      let parted = isChild ? heads : heads.filter { place in !heads.contains(place - 1) }
      let ends = parted.dropFirst() + [item.upperBound]
      let filled = zip(parted, ends).filter { start, end in
        (start..<end).contains { speech.strength[$0] > 1 }
      }
      let decidesAbove = parted.first.map { first in
        (item.lowerBound..<first).contains { speech.strength[$0] > 1 }
      }
      if filled.count > 1 || (isChild && filled.count == 1 && decidesAbove == false) {
        places = filled.map(\.0)
      }
    }
  }
}
