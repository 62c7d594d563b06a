import PageModel

/// A line as the search for heads sees it.
struct SeenLine {
  /// The index of the line in the document.
  var line: Int
  var number: HeadNumber?
  var dress: Dress = []
  /// How many words stand behind the number.
  var wordCount = 0
  /// The letters and digits behind the number, folded.
  var key: [UInt8] = []
  /// Whether the text behind the number begins with a small letter.
  var opensSmall = false
  /// Whether it runs to the right edge of its page's text.
  var isFull = false
  /// Whether it can be no head, whatever it looks like.
  var isBarred = false
  /// How head-like the line is by itself, from -1 to 1.
  var headness = 0.0
}
