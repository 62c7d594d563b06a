import DeliberationModel
import PageModel

/// Titles in rows of lists and tables, and what stands behind a title on its line.
extension TitleReader {
  /// The most lines of a row.
  private static let mostLines = 8
  /// How many of them may hold nothing but the title, in a text without boxes.
  private static let mostPlainLines = 3

  /// The cell of a row that holds the title; nothing where the line is no row.
  func cell(of row: RowCells, behind start: Int, at place: Int) -> Range<Int>? {
    let cells = row.ranges.compactMap { cell in
      let cell = max(cell.lowerBound, start)..<max(cell.upperBound, start)
      return cell.isEmpty ? nil : cell
    }
    guard cells.count > 1, row.isRuled || cells.count > 2 || speech.strength[place] > 1 else {
      return row.isRuled ? cells.first : nil
    }
    if let x = ground.objectColumn(above: lines[place].line) {
      let words = RowCells.words(of: document.lines[lines[place].line], in: document)
      let under = cells.last { cell in
        words.first { $0.range.bounds.upperBound > cell.lowerBound }.map { $0.box.x0 <= x } ?? false
      }
      if let under { return under }
    }
    // A theme may stand before the title, in a few letters.
    let first = cells[0]
    return cells.dropFirst().dropLast().first { $0.count > 3 * first.count } ?? first
  }

  /// Adds the lines of a cell below its first; the last place that was read.
  func continueCell(
    _ cell: Range<Int>,
    from place: Int,
    before end: Int,
    _ parts: inout [ItemHead.Part]
  ) -> Int {
    let line = document.lines[lines[place].line]
    let words = RowCells.words(of: line, in: document)
    guard let left = words.first(where: { $0.range.bounds.upperBound > cell.lowerBound })?.box.x0
    else { return continueText(from: place, before: end, &parts) }
    let right =
      words.first { $0.range.bounds.lowerBound >= cell.upperBound }?.box.x0 ?? Float.infinity
    var last = place
    while last + 1 < min(end, place + Self.mostLines) {
      let next = document.lines[lines[last + 1].line]
      if lines[last + 1].isNumbered || next.opensParagraph
        || RowCells.isParted(document.lines[lines[last].line], from: next, in: document)
      {
        break
      }
      last += 1
      let own = RowCells.words(of: next, in: document).filter {
        $0.box.x0 > left - 4 && $0.box.x0 < right - 3
      }
      guard let first = own.first?.range.bounds, let end = own.last?.range.bounds else { continue }
      let bounds = first.lowerBound..<end.upperBound
      parts.append(ItemHead.Part(line: lines[last].line, bounds: bounds))
    }
    return last
  }

  /// The same in a text without boxes, where nothing but the rest of the title stands between two rows.
  private func continueText(
    from place: Int,
    before end: Int,
    _ parts: inout [ItemHead.Part]
  ) -> Int {
    var last = place
    var plain = 0
    while last + 1 < min(end, place + Self.mostLines), plain < Self.mostPlainLines {
      let bounds = document.lines[lines[last + 1].line].range.bounds
      let cells = LineCells.ranges(bounds, in: document.bytes)
      guard !document.lines[lines[last + 1].line].opensParagraph, !lines[last + 1].isNumbered,
        !isReport(last + 1), speech.strength[last + 1] < 2 || cells.count > 1,
        let cell = cells.first
      else { break }
      last += 1
      if cells.count == 1 { plain += 1 }
      parts.append(ItemHead.Part(line: lines[last].line, bounds: cell))
    }
    return last
  }

  /// The place behind the lines between a number and a decision right below it, where these are
  /// nothing but an object: "1/ Finances", "Décision modificative n° 3", "Adopté à l'unanimité".
  func rowEnd(of head: Int, before end: Int) -> Int {
    let decided = (head + 1..<min(end, head + 5)).first { speech.strength[$0] > 1 }
    guard let decided, lines[head].isNumbered,
      lines[head].dress.isDisjoint(with: [.bold, .underlined]), end - head <= Self.mostLines
    else { return head + 1 }
    let isObject = (head..<decided).allSatisfy { place in
      let printed = document.lines[lines[place].line].range.bounds
      return printed.count < 160 && document.bytes[printed].last != UInt8(ascii: ".")
        // "Le conseil municipal :" announces what it decides.
        && (place == head
          || !lines[place].isNumbered && !speech.isVisa[place] && !isReport(place)
            && document.bytes[printed].last != UInt8(ascii: ":"))
    }
    return isObject ? decided : head + 1
  }

  /// Takes out how the vote went, where it stands behind the title on its line: "… - Adoptée à
  /// l'unanimité".
  func cutVote(_ parts: inout [ItemHead.Part]) {
    guard let last = parts.last else { return }
    let line = document.lines[last.line].range.bounds
    let folded = FoldedText(document.bytes[line])
    for statement in statements(on: last.line)
    where statement.strength > 1 && folded.offsets.indices.contains(statement.offset) {
      var (end, isMarked) = beforeMarks(
        folded.offsets[statement.offset],
        from: last.bounds.lowerBound
      )
      if !isMarked, end > last.bounds.lowerBound, document.bytes[end - 1] == UInt8(ascii: ",") {
        (end, isMarked) = (end - 1, true)
      }
      guard isMarked, end > last.bounds.lowerBound + 5, end < last.bounds.upperBound else {
        continue
      }
      parts[parts.count - 1].bounds = last.bounds.lowerBound..<end
      return
    }
  }

  /// Takes the word of a result and the marks before it out of the line of a title that it ends.
  func cut(_ words: ItemHead.Part, from item: inout ItemHead) {
    guard let index = item.title.firstIndex(where: { $0.line == words.line }) else { return }
    let bounds = item.title[index].bounds
    guard words.bounds.lowerBound >= bounds.lowerBound, words.bounds.upperBound <= bounds.upperBound
    else { return }
    let end = beforeMarks(words.bounds.lowerBound, from: bounds.lowerBound).end
    item.title[index].bounds = bounds.lowerBound..<end
    if item.title[index].bounds.isEmpty, item.title.count > 1 { item.title.remove(at: index) }
  }

  /// Where the dashes, marks and spaces begin that end before an offset, and whether there is more than
  /// a space: a mark, or the gap between two cells.
  func beforeMarks(_ offset: Int, from start: Int) -> (end: Int, isMarked: Bool) {
    let marks: Set<UInt8> = [0x28, 0x2D, 0x3A, 0x7C, 0x09, 0x2E]
    var end = offset
    var isMarked = false
    var spaces = 0
    while end > start {
      let byte = document.bytes[end - 1]
      // A hyphen within a word parts nothing.
      if byte == 0x2D, end == offset, end - 1 > start, !ASCII.isSpace(document.bytes[end - 2]) {
        break
      }
      let dash = end - 3 >= start && document.bytes[end - 3] == 0xE2
      if marks.contains(byte) || dash { isMarked = true } else if !ASCII.isSpace(byte) { break }
      spaces += ASCII.isSpace(byte) ? 1 : 0
      end -= dash ? 3 : 1
    }
    return (end, isMarked || spaces > 2)
  }
}
