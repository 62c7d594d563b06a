/// Where the words of a cue stand.
struct CueMatch: Hashable, Sendable {
  var kind: CueKind
  var strength: Int
  /// The tokens, first to last.
  var tokens: ClosedRange<Int>
}

/// Finds every cue in the words of a document, in one pass.
struct CueFinder {
  let stream: WordStream
  let grammar: CueGrammar

  /// The cues in the order of their first words; of one pattern at one place the shortest.
  func matches() -> [CueMatch] {
    var found: [CueMatch] = []
    for index in stream.tokens.indices {
      let token = stream.tokens[index]
      if token.word > 0 {
        for pattern in grammar.patternsByWord[Int(token.word)] { match(pattern, index, &found) }
      } else if token.number >= 0 {
        for pattern in grammar.patternsOfNumbers { match(pattern, index, &found) }
      }
    }
    return found
  }

  private func match(_ number: Int, _ start: Int, _ found: inout [CueMatch]) {
    let pattern = grammar.patterns[number]
    if pattern.opensLine, !stream.tokens[start].opensLine { return }
    guard let end = end(of: pattern.elements, at: start) else { return }
    found.append(
      CueMatch(kind: pattern.kind, strength: pattern.strength, tokens: start...max(start, end - 1))
    )
  }

  /// The token behind the words that elements stand for, from a token on.
  private func end(of elements: Range<Int>, at start: Int) -> Int? {
    guard let first = elements.first else { return start }
    let rest = first + 1..<elements.upperBound
    let count = stream.tokens.count
    switch grammar.elements[first] {
    case .word(let set, let isOptional):
      if start < count, grammar.holds(stream.tokens[start].word, in: set),
        let end = end(of: rest, at: start + 1)
      {
        return end
      }
      return isOptional ? end(of: rest, at: start) : nil
    case .number:
      guard start < count, (0..<2000).contains(stream.tokens[start].number) else { return nil }
      return end(of: rest, at: start + 1)
    case .colon(let isOptional):
      guard isOptional || start > 0 && stream.tokens[start - 1].hasColon else { return nil }
      return end(of: rest, at: start)
    case .lineEnd:
      guard start >= count || stream.tokens[start].opensLine else { return nil }
      return end(of: rest, at: start)
    case .gap(let most):
      for skipped in 0...most {
        let next = start + skipped
        guard next <= count else { return nil }
        // What is skipped stays within one sentence.
        if next > 0, stream.tokens[next - 1].endsSentence { return nil }
        if let end = end(of: rest, at: next) { return end }
      }
      return nil
    }
  }
}
