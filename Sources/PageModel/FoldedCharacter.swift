/// What one character folds to: up to three bytes, or white space, or nothing.
struct FoldedCharacter {
  /// The number of bytes.
  private(set) var count = 1
  /// Whether it is white space, of which a run is one byte.
  private(set) var isSpace = false
  /// The first byte.
  private(set) var first: UInt8
  private var second: UInt8 = 0
  private var third: UInt8 = 0

  /// A character that folds to one byte.
  @inline(__always)
  init(_ byte: UInt8) {
    first = byte
  }

  /// White space: a tab where it parts columns, else a space.
  @inline(__always)
  static func space(isTab: Bool) -> FoldedCharacter {
    var character = FoldedCharacter(isTab ? 0x09 : 0x20)
    character.isSpace = true
    return character
  }

  private init(_ first: UInt8, then second: UInt8, _ third: UInt8 = 0) {
    self.first = first
    self.second = second
    self.third = third
    count = third == 0 ? 2 : 3
  }

  private static var nothing: FoldedCharacter {
    var character = FoldedCharacter(0)
    character.count = 0
    return character
  }

  /// A byte, by its place.
  @inline(__always)
  subscript(index: Int) -> UInt8 {
    index == 0 ? first : index == 1 ? second : third
  }

  /// A character outside ASCII by the bytes of its UTF-8; the third is zero where it has two.
  init(_ lead: UInt8, _ second: UInt8, _ third: UInt8) {
    switch (lead, second) {
    case (0xC3, _): self = Self.latin(second)
    case (0xC2, 0xA0): self = .space(isTab: false)
    case (0xC2, 0xAD): self = .nothing
    case (0xC2, 0xAB), (0xC2, 0xBB): self.init(0x22)
    case (0xC2, 0xB0), (0xC2, 0xBA): self.init(0x6F)
    case (0xC2, 0xB4): self.init(0x27)
    case (0xC2, 0xB2): self.init(0x32)
    case (0xC5, 0x92), (0xC5, 0x93): self.init(0x6F, then: 0x65)
    case (0xC5, 0xB8): self.init(0x79)
    case (0xC5, 0xA0), (0xC5, 0xA1): self.init(0x73)
    case (0xE2, 0x80): self = Self.punctuation(third)
    case (0xE2, 0x82) where third == 0xAC: self.init(FoldedText.euro)
    case (0xE2, 0x88) where third == 0x92: self.init(0x2D)
    case (0xEF, 0xAC): self = Self.ligature(third)
    default: self.init(FoldedText.other)
    }
  }

  /// U+00C0 to U+00FF by the second byte of their UTF-8.
  private static func latin(_ second: UInt8) -> FoldedCharacter {
    switch second | 0x20 {
    case 0xA0...0xA5: FoldedCharacter(0x61)
    case 0xA6: FoldedCharacter(0x61, then: 0x65)
    case 0xA7: FoldedCharacter(0x63)
    case 0xA8...0xAB: FoldedCharacter(0x65)
    case 0xAC...0xAF: FoldedCharacter(0x69)
    case 0xB1: FoldedCharacter(0x6E)
    case 0xB2...0xB6, 0xB8: FoldedCharacter(0x6F)
    case 0xB9...0xBC: FoldedCharacter(0x75)
    case 0xBD, 0xBF: FoldedCharacter(0x79)
    default: FoldedCharacter(FoldedText.other)
    }
  }

  /// U+2000 to U+203F by the third byte of their UTF-8.
  private static func punctuation(_ third: UInt8) -> FoldedCharacter {
    switch third {
    case 0x80...0x8A, 0xAF: .space(isTab: false)
    case 0x8B...0x8F: .nothing
    case 0x90...0x95: FoldedCharacter(0x2D)
    case 0x98...0x9B: FoldedCharacter(0x27)
    case 0x9C...0x9F: FoldedCharacter(0x22)
    case 0xA6: FoldedCharacter(0x2E)
    default: FoldedCharacter(FoldedText.other)
    }
  }

  /// The ligatures ff, fi, fl, ffi, ffl by the third byte of their UTF-8.
  private static func ligature(_ third: UInt8) -> FoldedCharacter {
    switch third {
    case 0x80: FoldedCharacter(0x66, then: 0x66)
    case 0x81: FoldedCharacter(0x66, then: 0x69)
    case 0x82: FoldedCharacter(0x66, then: 0x6C)
    case 0x83: FoldedCharacter(0x66, then: 0x66, 0x69)
    case 0x84: FoldedCharacter(0x66, then: 0x66, 0x6C)
    default: FoldedCharacter(FoldedText.other)
    }
  }
}
