import PageModel

/// Makes cells of the faces of a grid: one for each text in it.
extension GridBuilder {
  /// The cells of a face.
  func cells(
    of face: Int,
    _ rowRange: Range<Int>,
    _ columns: Range<Int>,
    _ rows: [[LineCells]]
  ) -> [RegionGrid.Cell] {
    if whole.contains(face) {
      let words = region.words.filter { faceOf[$0] == face }
      let text = MarkRow.rows(of: words, in: page.marks).flatMap(\.marks)
      return [RegionGrid.Cell(rows: rowRange, columns: columns, marks: text)]
    }
    var cells: [RegionGrid.Cell] = []
    for row in rowRange {
      var stacks: [RegionGrid.Cell] = []
      for line in rows[row] {
        for part in line.parts {
          let own = part.segment.marks.filter { faceOf[$0] == face }
          guard !own.isEmpty else { continue }
          let range = part.columns.clamped(to: columns)
          let over = stacks.indices.filter { stacks[$0].columns.overlaps(range) }
          guard let first = over.first else {
            stacks.append(RegionGrid.Cell(rows: row..<(row + 1), columns: range, marks: own))
            continue
          }
          for index in over.dropFirst().reversed() {
            stacks[first].marks += stacks[index].marks
            stacks[first].columns =
              min(
                stacks[first].columns.lowerBound,
                stacks[index].columns.lowerBound
              )..<max(stacks[first].columns.upperBound, stacks[index].columns.upperBound)
            stacks.remove(at: index)
          }
          stacks[first].marks += own
          stacks[first].columns =
            min(
              stacks[first].columns.lowerBound,
              range.lowerBound
            )..<max(stacks[first].columns.upperBound, range.upperBound)
        }
      }
      if rowRange.count == 1, stacks.count <= 1, columns.count == 1 || isOneCell(face) {
        return [RegionGrid.Cell(rows: rowRange, columns: columns, marks: stacks.first?.marks ?? [])]
      }
      cells += filled(stacks, row: row, columns)
    }
    return cells
  }

  /// Whether the places of a face are merged, not merely unparted: it has a wall at a side, or most
  /// of its missing walls stand in other rows.
  private func isOneCell(_ face: Int) -> Bool {
    let span = faces.spans[face]
    if span.columnSpan < lattice.columnCount { return true }
    let lines = (span.column + 1)..<(span.column + span.columnSpan)
    return !lines.isEmpty
      && lines.allSatisfy { line in 2 * walls[line].count { $0 } >= lattice.rowCount }
  }

  /// Texts of a row with empty cells between them.
  private func filled(
    _ stacks: [RegionGrid.Cell],
    row: Int,
    _ columns: Range<Int>
  ) -> [RegionGrid.Cell] {
    var cells: [RegionGrid.Cell] = []
    var at = columns.lowerBound
    func fill(to end: Int) {
      while at < end {
        cells.append(RegionGrid.Cell(rows: row..<(row + 1), columns: at..<(at + 1)))
        at += 1
      }
    }
    for stack in stacks.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
      fill(to: stack.columns.lowerBound)
      cells.append(stack)
      at = stack.columns.upperBound
    }
    fill(to: columns.upperBound)
    return cells
  }
}
