import DeliberationModel
import PageModel

/// Lists of people that stand side by side: "Présents :<gap>Absents :" above two columns of names.
struct AttendanceColumns {
  /// A cell of a line and what it is in.
  struct Cell {
    var bounds: Range<Int>
    /// The place of its column, from the left.
    var column: Int
  }

  /// The label of each column.
  let labels: [Label]
  /// What stands beside each label on the head's line.
  let heads: [Range<Int>]
  /// Where each column begins.
  private let starts: [Float]

  /// Reads the head of the columns; nothing where a line is no such head.
  init?(_ index: Int, _ reader: LineReader) {
    let cells = LineCells.ranges(reader.bounds(of: index), in: reader.document.bytes)
    guard cells.count > 1 else { return nil }
    var labels: [Label] = []
    var heads: [Range<Int>] = []
    for cell in cells {
      let read = reader.read(index, cell, among: SectionLabels.lists)
      guard let label = read.match?.label, !labels.contains(label) else { return nil }
      labels.append(label)
      heads.append(min(read.contentStart, cell.upperBound)..<cell.upperBound)
    }
    self.labels = labels
    self.heads = heads
    starts = cells.map { RollColumns.position(of: $0.lowerBound, on: index, in: reader.document) }
  }

  /// The cells of a line below the head; nothing where one of them holds more than names.
  func cells(of index: Int, _ reader: LineReader) -> [Cell]? {
    let document = reader.document
    let bounds = reader.bounds(of: index)
    let cells = LineCells.ranges(bounds, in: document.bytes).map { cell in
      let at = RollColumns.position(of: cell.lowerBound, on: index, in: document)
      return Cell(bounds: cell, column: starts.lastIndex { $0 <= at + 6 } ?? 0)
    }
    let areNames = cells.allSatisfy { cell in
      var passage = Passage()
      passage.append(cell.bounds, line: index, of: document)
      let list = PersonList(passage, of: document)
      return !list.people.isEmpty && list.end == passage.bytes.count
    }
    return areNames && !cells.isEmpty ? cells : nil
  }
}
