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

  func matches(_ line: SeenLine) -> Bool {
    guard line.dress.isSuperset(of: dress) else { return false }
    switch (number, line.number) {
    case (.any, _): return true
    case (.none, nil): return true
    case (.form(let form), let found?): return found.form == form
    case (.labelled(let form, let label), let found?):
      return found.form == form && found.label == label
    case (.marked(let form, let mark), let found?):
      return found.form == form && found.mark == mark
    case (.depth(let form, let depth), let found?):
      return found.form == form && found.path.count == depth
    case (.own, let found?): return found.isOwn
    default: return false
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
