public import PageModel

extension Document {
  /// Finds a print on the lines of a place, as whole words; the words of a page with boxes must stand
  /// in the place's box.
  public func range(of print: String, at place: SourceLocation) -> Range<Int>? {
    let needle = Array(print.utf8)
    guard let first = needle.first else { return nil }
    for line in lines where stands(line, at: place) {
      let bounds = line.range.bounds
      guard bounds.count >= needle.count else { continue }
      for start in bounds.lowerBound...(bounds.upperBound - needle.count)
      where bytes[start] == first && bytes[start..<start + needle.count].elementsEqual(needle) {
        let range = start..<(start + needle.count)
        if isWhole(range, in: bounds), isInside(range, of: line, place.box) { return range }
      }
    }
    return nil
  }

  private func stands(_ line: TextLine, at place: SourceLocation) -> Bool {
    guard let box = place.box, let own = line.box else {
      // What a text says of one thing may stand on the lines that follow.
      guard let number = place.line else { return false }
      return (number...(number + 3)).contains(Int(line.number))
    }
    return Int(line.page) == place.page && own.y1 > box.y0 && own.y0 < box.y1
  }

  private func isWhole(_ range: Range<Int>, in line: Range<Int>) -> Bool {
    func isWord(_ place: Int) -> Bool {
      guard line.contains(place) else { return false }
      let byte = bytes[place]
      return byte >= 0x80 || ASCII.isLetter(byte | 0x20) || ASCII.isDigit(byte)
    }
    return !isWord(range.lowerBound - 1) && !isWord(range.upperBound)
  }

  private func isInside(_ range: Range<Int>, of line: TextLine, _ box: BoundingBox?) -> Bool {
    guard let box else { return true }
    return words[line.wordIndices]
      .filter { $0.range.bounds.overlaps(range) }
      .allSatisfy { word in
        let middle = (word.box.x0 + word.box.x1) / 2
        return middle > box.x0 && middle < box.x1 && word.box.midY > box.y0
          && word.box.midY < box.y1
      }
  }

  /// The document with other text in place of some bytes, which stand on one line; on a page with
  /// boxes the words of the text share the box of those that they replace.
  public func replacing(_ range: Range<Int>, with text: String) -> Document {
    var edited = self
    let new = Array(text.utf8)
    let shift = new.count - range.count
    edited.bytes.replaceSubrange(range, with: new)
    func moved(_ old: TextRange) -> TextRange {
      let (start, end) = (Int(old.start), Int(old.end))
      return TextRange(
        start: start >= range.upperBound ? start + shift : start,
        end: end >= range.upperBound ? end + shift : end
      )
    }
    var rebuilt: [Word] = []
    rebuilt.reserveCapacity(words.count + 4)
    for (index, line) in lines.enumerated() {
      edited.lines[index].range = moved(line.range)
      let first = Int32(rebuilt.count)
      var replaced: [Word] = []
      for word in words[line.wordIndices] {
        if word.range.bounds.overlaps(range) {
          replaced.append(word)
        } else {
          if word.range.bounds.lowerBound >= range.upperBound {
            rebuilt += edited.parts(of: replaced, moved)
            replaced = []
          }
          var other = word
          other.range = moved(word.range)
          rebuilt.append(other)
        }
      }
      rebuilt += edited.parts(of: replaced, moved)
      edited.lines[index].words = first..<Int32(rebuilt.count)
    }
    edited.words = rebuilt
    return edited
  }

  /// The words that now stand in place of some, parted at spaces.
  private func parts(of replaced: [Word], _ moved: (TextRange) -> TextRange) -> [Word] {
    guard let first = replaced.first, let last = replaced.last else { return [] }
    let box = replaced.dropFirst().reduce(first.box) { $0.union($1.box) }
    let span = moved(TextRange(start: Int(first.range.start), end: Int(last.range.end))).bounds
    return bytes[span].split(whereSeparator: ASCII.isSpace).map { part in
      func x(_ place: Int) -> Float {
        box.x0 + box.width * Float(place - span.lowerBound) / Float(span.count)
      }
      var word = first
      word.range = TextRange(start: part.startIndex, end: part.endIndex)
      word.box.x0 = x(part.startIndex)
      word.box.x1 = x(part.endIndex)
      return word
    }
  }
}

extension TextLine {
  fileprivate var wordIndices: Range<Int> { Int(words.lowerBound)..<Int(words.upperBound) }
}
