import Lexing
import PageModel

/// A name as words to compare, whatever their order, case and accents.
struct NameKey {
  /// How alike two names are, the surest first.
  enum Likeness: Int, CaseIterable {
    /// The same words.
    case same
    /// All words of one, the surname among them, and an initial for another: "A. ROUX".
    case part
    /// The same words but for a letter or two, as a scan or a slip leaves them.
    case damaged
  }

  private let words: [[UInt8]]
  /// Which of the words are initials.
  private let initials: [[UInt8]]

  init(_ name: String) {
    var words: [[UInt8]] = []
    var initials: [[UInt8]] = []
    let parts = FoldedText(name).bytes.split { byte in
      !(ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x27)
    }
    for part in parts {
      let letters = part.filter { $0 != 0x27 }
      if letters.count == 1 {
        initials.append(letters)
      } else if !letters.isEmpty {
        words.append(letters)
      }
    }
    self.words = words
    self.initials = initials
  }

  var isEmpty: Bool { words.isEmpty }

  func likeness(to other: NameKey) -> Likeness? {
    guard !words.isEmpty, !other.words.isEmpty else { return nil }
    let (short, long) = words.count <= other.words.count ? (self, other) : (other, self)
    var rest = long.words
    var isWhole = true
    for word in short.words {
      if let place = rest.firstIndex(of: word) { rest.remove(at: place) } else { isWhole = false }
    }
    if isWhole {
      if rest.isEmpty,
        initials.sorted(by: Self.precedes) == other.initials.sorted(by: Self.precedes)
      {
        return .same
      }
      let holdsName = short.words.contains { !Self.particles.contains($0) }
      return holdsName && agree(short.initials, rest, long.initials) ? .part : nil
    }
    return isDamaged(other) ? .damaged : nil
  }

  private static let particles: Set<[UInt8]> = Set(
    ["de", "du", "la", "le", "des", "les", "van", "von", "saint", "st"].map { Array($0.utf8) }
  )

  private static func precedes(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.lexicographicallyPrecedes(other)
  }

  /// Whether each initial of the shorter name begins a word that it does not spell out.
  private func agree(_ initials: [[UInt8]], _ rest: [[UInt8]], _ others: [[UInt8]]) -> Bool {
    initials.allSatisfy { initial in
      rest.contains { $0.first == initial.first } || others.contains(initial)
    }
  }

  /// Whether both names have as many letters, one or two aside, and few of them differ.
  private func isDamaged(_ other: NameKey) -> Bool {
    let counts = (words.reduce(0) { $0 + $1.count }, other.words.reduce(0) { $0 + $1.count })
    guard abs(counts.0 - counts.1) <= 2 else { return false }
    let one = words.sorted(by: Self.precedes).flatMap(\.self)
    let two = other.words.sorted(by: Self.precedes).flatMap(\.self)
    let length = min(one.count, two.count)
    guard length >= 5 else { return false }
    let bound = length >= 10 ? 2 : 1
    return EditDistance.between(one, two, atMost: bound) <= bound
  }
}
