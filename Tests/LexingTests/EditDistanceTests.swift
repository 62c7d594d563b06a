import Lexing
import Testing

/// How far words are from each other.
struct EditDistanceTests {
  @Test(arguments: [
    ("regie", "regie", 0), ("regie", "rgie", 1), ("regie", "rebie", 1), ("regie", "regies", 1),
    ("regie", "", 5), ("", "", 0), ("melun", "lumen", 4),
  ])
  func `counts the letters that differ`(one: String, other: String, distance: Int) {
    #expect(EditDistance.between(one.utf8, other.utf8) == distance)
    #expect(EditDistance.between(other.utf8, one.utf8) == distance)
    #expect(EditDistance.toHeads(of: other.utf8, from: one.utf8)?.last == distance)
  }

  @Test(arguments: [0, 1, 2])
  func `says of words that are further apart than a bound no more than that`(bound: Int) {
    #expect(EditDistance.between("melun".utf8, "lumen".utf8, atMost: bound) == bound + 1)
  }

  @Test func `counts half a letter for one that recognition takes for the other`() {
    let distance = EditDistance.between(
      "crolx".utf8,
      "croix".utf8,
      whole: 2,
      cost: Confusions.halfLetters
    )
    #expect(distance == 1)
  }
}

/// What recognition takes for what.
struct ConfusionsTests {
  @Test(arguments: [
    ("l", "1"), ("|", "1"), ("O", "0"), ("S", "5"), ("B", "8"), ("a", "4"), ("g", "9"),
  ])
  func `tells the figure that a letter stands for`(letter: Unicode.Scalar, figure: Unicode.Scalar) {
    #expect(Confusions.figure(for: UInt8(ascii: letter)) == UInt8(ascii: figure))
  }

  @Test(
    arguments: [
      ("0", "O"), ("1", "I"), ("5", "S"), ("8", "B"), ("2", "Z"), ("l", "I"), ("|", "I"),
      ("o", "O"),
      ("€", "C"),
    ] as [(Character, Character)]
  )
  func `tells the capital that a figure or a sign stands for`(print: Character, letter: Character) {
    #expect(Confusions.capital(for: print) == letter)
  }

  @Test func `takes no sign between figures for one`() {
    for sign in "/|!()[]".utf8 { #expect(Confusions.figure(ofLetter: sign) == nil) }
  }

  @Test func `knows of no figure for a letter that looks like none`() {
    for letter in "kmwxy".utf8 { #expect(Confusions.figure(for: letter, atLeast: .seldom) == nil) }
  }

  @Test func `takes one character for another both ways`() {
    for one in UInt8(32)..<127 {
      for other in UInt8(32)..<127 {
        #expect(Confusions.weight(one, other) == Confusions.weight(other, one))
      }
    }
  }
}
