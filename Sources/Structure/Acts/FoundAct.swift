/// An act that the search found, by places among the lines that were searched.
struct FoundAct {
  /// Its lines, head included.
  var places: Range<Int>
  /// The lines of its title.
  var title: [Int]
  /// How sure its boundary is, from 0 to 1.
  var sureness: Double
}
