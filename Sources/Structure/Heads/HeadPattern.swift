/// What a head of one document looks like: a kind of number or none, and a dress.
struct HeadPattern: Hashable, Sendable {
  /// The number that a head begins with.
  enum NumberCondition: Hashable, Sendable {
    /// Any line, numbered or not.
    case any
    case none
    case form(HeadNumber.Form)
    case labelled(HeadNumber.Form, label: String)
    case marked(HeadNumber.Form, mark: UInt8)
    /// So many parts: 2 for "7.1".
    case depth(HeadNumber.Form, Int)
    case own
  }

  var number: NumberCondition
  var dress: Dress

  /// How many things it asks for.
  var conditionCount: Int { (number == .any ? 0 : 1) + dress.rawValue.nonzeroBitCount }
}

extension HeadPattern.NumberCondition {
  /// All conditions that a line with a number, or without one, meets.
  static func all(of number: HeadNumber?) -> [HeadPattern.NumberCondition] {
    guard let number else { return [.any, .none] }
    var all: [HeadPattern.NumberCondition] = [
      .any, .form(number.form), .marked(number.form, mark: number.mark),
    ]
    if !number.label.isEmpty { all.append(.labelled(number.form, label: number.label)) }
    if !number.path.isEmpty { all.append(.depth(number.form, number.path.count)) }
    if number.isOwn { all.append(.own) }
    return all
  }

  /// What puts conditions into a fixed order.
  var order: String {
    switch self {
    case .any: "a"
    case .depth(let form, let count): "d\(Self.letter(of: form))\(count)"
    case .form(let form): "f\(Self.letter(of: form))"
    case .labelled(let form, let label): "l\(Self.letter(of: form))\(label)"
    case .marked(let form, let mark): "m\(Self.letter(of: form))\(mark)"
    case .none: "n"
    case .own: "o"
    }
  }

  private static func letter(of form: HeadNumber.Form) -> Character {
    switch form {
    case .bullet: "a"
    case .decimal: "b"
    case .letter: "c"
    case .roman: "d"
    case .year: "e"
    }
  }
}

extension HeadPattern {
  /// What the pattern asks for, as words.
  var summary: String {
    let number =
      switch self.number {
      case .any: "any"
      case .none: "no number"
      case .form(let form): "\(form)"
      case .labelled(let form, let label): "\(label) \(form)"
      case .marked(let form, let mark):
        "\(form) \(String(decoding: [mark < 0x80 && mark > 0x20 ? mark : UInt8(ascii: "?")], as: UTF8.self))"
      case .depth(let form, let depth): "\(form) of \(depth)"
      case .own: "own number"
      }
    return ([number] + dress.description).joined(separator: ", ")
  }
}
