/// What `Confusions` knows.
enum ConfusionTable {
  /// A figure and what is printed for it, the likeliest first.
  struct Figure: Sendable {
    var meant: UInt8
    var often: [UInt8]
    var seldom: [UInt8]

    init(_ meant: Unicode.Scalar, often: String, seldom: String) {
      self.meant = UInt8(ascii: meant)
      self.often = Array(often.utf8)
      self.seldom = Array(seldom.utf8)
    }
  }

  /// Letters and signs stand for a figure, figures for one another: 0 for 6 and 9 at 200 dpi ("5 600,90").
  static let figures = [
    Figure("0", often: "OoQq", seldom: "Dd689"),
    Figure("1", often: "Il|i!", seldom: "JjL)]/[47"),
    Figure("2", often: "Zz", seldom: "47"),
    Figure("3", often: "", seldom: "85"),
    Figure("4", often: "Aa", seldom: "1298"),
    Figure("5", often: "Ss$", seldom: "36"),
    Figure("6", often: "G", seldom: "bC805"),
    Figure("7", often: "T", seldom: "t12"),
    Figure("8", often: "Bb", seldom: "gS3064"),
    Figure("9", often: "g", seldom: "q45"),
  ]

  /// Letters and pairs of letters that look alike; each was counted on scans more than twice, or stands in
  /// recognition without French data.
  static let prose: [(one: String, other: String)] = [
    ("i", "l"), ("i", "t"), ("l", "t"), ("i", "j"), ("c", "e"), ("c", "o"), ("e", "o"),
    ("r", "i"), ("r", "n"), ("a", "u"), ("n", "u"), ("h", "b"), ("v", "y"), ("f", "t"), ("g", "q"),
    ("r", "t"), ("rn", "m"),
    ("ni", "m"), ("ti", "u"), ("in", "m"), ("ri", "n"), ("cl", "d"), ("li", "h"), ("ii", "u"),
    ("oe", "œ"),
    ("ce", "œ"), ("f", "fi"), ("f", "fl"),
  ]

  /// Other pairs of letters that are taken for each other.
  private static let pairs = ["oq", "cg", "uv", "nm", "ao"]

  /// Capitals and figures of one shape, in small letters.
  private static let shapes = [
    "efprbl", "lue", "ftil", "hmnwk", "uvy", "oqdcg06", "ijlt17", "s58b36", "z27", "a4",
  ]

  // MARK: - Tables to look things up

  /// For each character the figure that it is most likely printed for, or zero.
  static let figureOf: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 128)
    for prints in [figures.map { ($0.meant, $0.often) }, figures.map { ($0.meant, $0.seldom) }] {
      for (meant, prints) in prints {
        for print in prints where table[Int(print)] == 0 && !(0x30...0x39).contains(print) {
          table[Int(print)] = meant
        }
      }
    }
    return table
  }()

  /// For each two characters of folded text how often they are taken for each other.
  static let folded: [Confusions.Weight] = {
    var table = [Confusions.Weight](repeating: .never, count: 128 * 128)
    func set(_ one: UInt8, _ other: UInt8, _ weight: Confusions.Weight) {
      for place in [Int(one) << 7 | Int(other), Int(other) << 7 | Int(one)] {
        table[place] = max(table[place], weight)
      }
    }
    for shape in shapes {
      for one in shape.utf8 {
        for other in shape.utf8 where one != other { set(one, other, .seldom) }
      }
    }
    let single = prose.filter { $0.one.utf8.count == 1 && $0.other.utf8.count == 1 }
    for pair in single.map({ $0.one + $0.other }) + pairs {
      let letters = Array(pair.utf8)
      set(letters[0], letters[1], .often)
    }
    for figure in figures {
      for print in figure.often {
        let isCapital = print &- UInt8(ascii: "A") < 26
        set(figure.meant, isCapital ? print | 0x20 : print, .often)
      }
    }
    return table
  }()
}
