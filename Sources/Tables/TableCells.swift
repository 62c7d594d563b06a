public import PageModel

/// The cells that rulings enclose, before any text is known.
public enum TableCells {
  /// The boxes of the cells of all tables of a page, merged cells whole.
  public static func boxes(enclosedBy rulings: [Ruling]) -> [BoundingBox] {
    Lattice.lattices(of: rulings).flatMap { lattice in
      MergedCells(lattice).spans.map { span in
        BoundingBox(
          x0: lattice.xs[span.column],
          y0: lattice.ys[span.row],
          x1: lattice.xs[span.column + span.columnSpan],
          y1: lattice.ys[span.row + span.rowSpan]
        )
      }
    }
  }
}
