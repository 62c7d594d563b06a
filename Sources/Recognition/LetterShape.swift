/// The shape of one letter on a grid, whatever its size on the page.
///
/// The grid is bound to the line: capitals reach from `top` to `bottom`, so that "J" and ")" differ
/// by where they end.
struct LetterShape: Sendable {
  /// The columns of the grid; the middle of the letter stands between the two in the middle.
  static let width = 22
  /// The rows of the grid.
  static let height = 26
  /// The first row of a capital.
  static let top = 4
  /// The row after the last of a capital.
  static let bottom = 20

  /// How dark each place is, row by row, 255 is black.
  var darkness: [UInt8]
}
