import PageModel

/// A part of a page that may be a table: its walls, its columns, its words.
struct TableRegion {
  /// The walls, closed at the sides.
  let lattice: Lattice
  /// Whether rulings, not words, say where the region ends.
  let isRuled: Bool
  /// Whether the caption of a table stands right above.
  var hasCaption = false
  /// The indices of the words in it.
  var words: [Int]

  /// Makes a region of the words whose middle stands in a lattice.
  init(_ lattice: Lattice, isRuled: Bool, among candidates: [Int], of page: PageMarks) {
    self.lattice = lattice
    self.isRuled = isRuled
    let box = lattice.box
    words = candidates.filter { index in
      let mark = page.marks[index]
      return mark.midX > box.x0 && mark.midX < box.x1 && mark.box.midY > box.y0
        && mark.box.midY < box.y1
    }
  }
}
