import PageModel

/// Finds the approval of the minutes of the last session, which minutes often tell in a line or two
/// between the roll call and the first item.
enum MinutesApproval {
  /// How far the words of approval stand below those of the minutes, in lines.
  static let reach = 6

  /// The places of the sentence that approves, where one stands between two places.
  static func find(_ lines: [SeenLine], _ speech: Speech, in range: Range<Int>) -> Range<Int>? {
    for cue in speech.cues[.minutes] ?? [] where range.contains(cue.place) {
      let end = min(range.upperBound, cue.place + reach)
      let decided = (cue.place..<end).last { speech.strength[$0] > 1 }
      if let decided { return cue.place..<decided + 1 }
    }
    return nil
  }
}
