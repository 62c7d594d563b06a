import PageModel

/// Heads that a pattern misses in minutes whose items each end with their vote.
///
/// Where items close with "Vote : unanimité", a second such line within one item closes another: the line
/// below the first heads it, if it looks as heads of the document do. A scan loses the look of one head, or
/// the words by which it repeats the agenda, and two items would be one act with two votes.
struct MissedHeads {
  /// The heads of the parting with those that it misses, ascending.
  private(set) var heads: [Int]
  /// How many were missed.
  var count: Int { heads.count - found }
  private let found: Int

  /// The fewest items that show how they close.
  private static let least = 3
  /// How far below a vote the head of the next item may stand, in lines.
  private static let reach = 3
  /// The most words of a line that is a vote and no more.
  private static let mostWords = 8

  init(_ parting: Parting, _ lines: [SeenLine], _ speech: Speech, in range: Range<Int>) {
    heads = parting.heads
    found = parting.heads.count
    let closings = range.filter {
      speech.strength[$0] > 2 && lines[$0].wordCount <= Self.mostWords && speech.isVote(at: $0)
    }
    guard closings.count >= Self.least else { return }
    var next = 0
    var segments: [[Int]] = []
    for end in heads.dropFirst() + [range.upperBound] {
      let first = next
      while next < closings.count, closings[next] < end { next += 1 }
      segments.append(closings[first..<next].filter { $0 > (heads.first ?? 0) })
    }
    let closed = segments.count { !$0.isEmpty }
    let once = segments.count { $0.count == 1 }
    guard once >= Self.least, once * 3 >= closed * 2 else { return }
    let look = Self.look(of: heads, lines)
    guard !look.isEmpty else { return }
    for segment in segments {
      for (closing, next) in zip(segment, segment.dropFirst()) {
        let below = closing + 1..<min(next, closing + 1 + Self.reach)
        guard let head = below.first(where: { !lines[$0].isBarred }), head + 1 < next,
          lines[head].dress.contains(.gap), !lines[head].dress.isDisjoint(with: look),
          !lines[head].opensSmall, speech.strength[head] < 2
        else { continue }
        heads.append(head)
      }
    }
    heads.sort()
  }

  /// What at least every third head wears and a text does not.
  private static func look(of heads: [Int], _ lines: [SeenLine]) -> Dress {
    let flags: [Dress] = [.bold, .underlined, .capitals, .large, .coloured, .short]
    return Dress(
      flags.filter { flag in
        heads.count { lines[$0].dress.contains(flag) } * 3 >= heads.count
      }
    )
  }
}
