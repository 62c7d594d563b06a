/// What of a line's look and words tells a head, as flags that a pattern can ask for.
struct Dress: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let bold = Dress(rawValue: 1 << 0)
  static let underlined = Dress(rawValue: 1 << 1)
  static let capitals = Dress(rawValue: 1 << 2)
  /// Larger than the median of its page.
  static let large = Dress(rawValue: 1 << 3)
  /// White space stands above it.
  static let gap = Dress(rawValue: 1 << 4)
  static let centred = Dress(rawValue: 1 << 5)
  static let boxed = Dress(rawValue: 1 << 6)
  static let coloured = Dress(rawValue: 1 << 7)
  /// It begins with "Objet" behind its number.
  static let object = Dress(rawValue: 1 << 8)
  /// It repeats an item of the agenda.
  static let agenda = Dress(rawValue: 1 << 9)
  /// It begins where most lines of its page begin, or left of that.
  static let flush = Dress(rawValue: 1 << 10)
  /// In a text without boxes: it opens a paragraph and was ended by hand, without the mark of a sentence.
  static let short = Dress(rawValue: 1 << 11)

  /// Every flag by its name in `extract structure`.
  static let names: [(name: String, flag: Dress)] = [
    ("bold", .bold), ("underlined", .underlined), ("capitals", .capitals), ("large", .large),
    ("gap", .gap), ("centred", .centred), ("boxed", .boxed), ("coloured", .coloured),
    ("object", .object), ("agenda", .agenda), ("flush", .flush), ("short", .short),
  ]

  /// The names of the flags that are set.
  var description: [String] { Self.names.filter { contains($0.flag) }.map(\.name) }
}
