/// What recognition takes for what, and how often: the one table that `Confusions` reads.
enum ConfusionTable {
  /// A figure and what is printed for it beside what has its shape, the likeliest first.
  struct Figure: Sendable {
    var meant: UInt8
    var often: [UInt8]
    var seldom: [UInt8]

    init(_ meant: Unicode.Scalar, often: String = "", seldom: String) {
      self.meant = UInt8(ascii: meant)
      self.often = Array(often.utf8)
      self.seldom = Array(seldom.utf8)
    }
  }

  /// Letters and signs stand for a figure, figures for one another: 0 for 6 and 9 at 200 dpi ("5 600,90").
  static let figures = [
    Figure("0", often: "Qq", seldom: "Dd689"),
    Figure("1", seldom: "Jj)]/[47"),
    Figure("2", often: "Zz", seldom: "47"),
    Figure("3", seldom: "85"),
    Figure("4", often: "Aa", seldom: "1298"),
    Figure("5", often: "$", seldom: "36"),
    Figure("6", often: "G", seldom: "bC805"),
    Figure("7", often: "T", seldom: "t12"),
    Figure("8", seldom: "gS3064"),
    Figure("9", often: "g", seldom: "q45"),
  ]

  /// Letters and pairs of letters that look alike; each was counted on scans more than twice, or stands in
  /// recognition without French data.
  static let prose: [(one: String, other: String)] = [
    ("i", "l"), ("i", "t"), ("l", "t"), ("i", "j"), ("c", "e"), ("c", "o"), ("e", "o"),
    ("r", "i"), ("r", "n"), ("a", "u"), ("n", "u"), ("h", "b"), ("v", "y"), ("f", "t"), ("g", "q"),
    ("r", "t"), ("o", "q"), ("c", "g"), ("u", "v"), ("n", "m"), ("a", "o"), ("rn", "m"),
    ("ni", "m"), ("ti", "u"), ("in", "m"), ("ri", "n"), ("cl", "d"), ("li", "h"), ("ii", "u"),
    ("oe", "œ"),
    ("ce", "œ"), ("f", "fi"), ("f", "fl"),
  ]

  /// Capitals and figures of one shape, in small letters: taken for each other on poor scans.
  static let shapes = [
    "efprbl", "lue", "ftil", "hmnwk", "uvy", "oqdcg06", "ijlt17", "s58b36", "z27", "a4",
  ]

  /// Letters that differ by an accent alone, which recognition loses or makes up.
  static let accents = ["eéèêë", "aàâ", "iîï", "oô", "uùû", "cç"]

  // MARK: - Tables to look things up

  /// How often a figure is printed as a character, by the figure's value and the character.
  static let printed: [[Confusions.Weight]] = figures.map { figure in
    (UInt8(0)..<128).map { byte -> Confusions.Weight in
      let small = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
      let isAlike = Confusions.shape(of: small) == Confusions.shape(of: figure.meant)
      if byte == figure.meant { return .never }
      if isAlike || figure.often.contains(byte) { return .often }
      return figure.seldom.contains(byte) ? .seldom : .never
    }
  }

  /// For each character that is no figure the one that it is most likely printed for, or zero.
  static let figureOf: [UInt8] = (UInt8(0)..<128).map { byte -> UInt8 in
    if byte &- UInt8(ascii: "0") < 10 { return 0 }
    let weights: [Confusions.Weight] = [.often, .seldom]
    return weights.lazy.compactMap { weight in
      figures.indices.first { printed[$0][Int(byte)] == weight }.map { figures[$0].meant }
    }.first ?? 0
  }

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
    for (one, other) in prose where one.utf8.count == 1 && other.utf8.count == 1 {
      if let one = one.utf8.first, let other = other.utf8.first { set(one, other, .often) }
    }
    for (figure, prints) in zip(figures, printed) {
      for (print, weight) in zip(UInt8(0)..<128, prints) where weight == .often {
        let isCapital = print &- UInt8(ascii: "A") < 26
        set(figure.meant, isCapital ? print | 0x20 : print, .often)
      }
    }
    return table
  }()
}
