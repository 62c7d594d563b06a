import DeliberationModel
import PageModel

/// Titles of two lines beside a number that stands at half their height, as cells centre it.
///
/// "CRÉATION D'UN CITY-STADE : PLAN DE" above and "FINANCEMENT" below the line "POINT N° 7".
extension TitleReader {
  /// The place of the first line of the title whose number stands at a place.
  func top(of head: Int) -> Int { isBeside(head - 1, head) ? head - 1 : head }

  /// The place behind the last of its lines.
  func bottom(of head: Int, before end: Int) -> Int {
    head + 1 < end && isBeside(head + 1, head) ? head + 2 : head + 1
  }

  func titled(beside head: Int, before end: Int, _ item: ItemHead) -> ItemHead {
    var item = item
    item.title = (top(of: head)..<bottom(of: head, before: end)).filter { $0 != head }
      .map { place in
        let line = lines[place].line
        return ItemHead.Part(line: line, bounds: document.lines[line].range.bounds)
      }
    return item
  }

  /// Whether a line stands to the right of a number and shares some of its height.
  private func isBeside(_ place: Int, _ head: Int) -> Bool {
    guard lines.indices.contains(place), let number = lines[head].number,
      !lines[place].isNumbered
    else { return false }
    let (line, row) = (document.lines[lines[place].line], document.lines[lines[head].line])
    let words = RowCells.words(of: row, in: document)
    guard line.page == row.page, let text = line.box, let box = row.box,
      let last = words.last(where: { $0.range.bounds.lowerBound < number.textStart })?.box
    else { return false }
    let shared = min(text.y1, box.y1) - max(text.y0, box.y0)
    return shared > box.height / 10 && text.x0 >= last.x1
  }
}
