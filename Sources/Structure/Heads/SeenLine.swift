import PageModel

/// A line as the search for heads sees it.
struct SeenLine {
  /// The index of the line in the document.
  var line: Int
  var number: HeadNumber?
  /// Where its text begins behind a name in a column before it.
  var margin: Int?
  var dress: Dress = []
  /// Where its head ends and a text begins on the same line.
  var leadEnd: Int?
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
  /// Whether the same text, digits aside, stands in three places of the document.
  var comesBack = false
  /// Whether it is a theme that stands above items: "Finances locales".
  var isTheme = false
  /// Whether it is the heading of an article: "Article 2 :".
  var isArticle = false
  /// The item of the agenda that it repeats.
  var agendaItem: Int?
  /// How head-like the line is by itself, from -1 to 1.
  var headness = 0.0

  /// Whether it gives the number or the object of one act: "Délibération n° 2024-12", "Objet : …".
  var isHeadOfAct: Bool {
    dress.contains(.object) || number.map { HeadNumber.own.contains($0.label) } ?? false
  }

  /// Whether it begins with a number and not with a bullet or a letter.
  var isNumbered: Bool { number.map { $0.form != .bullet } ?? false }
}
