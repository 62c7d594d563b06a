import Testing

@testable import Reconciliation

struct `Damage of a printed number` {
  @Test(arguments: [
    (raw: "71850 €", cents: 71_850, read: 7_185_000, strength: NumberDamage.Strength.marks),
    ("1.200,00 €", 120_000, 100_120, .marks),
    ("54 000,00 €", -5_400_000, 5_400_000, .marks),
    ("5 400,00 €", 540_000, 540_000, .none),
    ("3 400,00 €", 540_000, 340_000, .digits),
    ("l 400,00 €", 140_000, 40_000, .marks),
    ("400,00 €", 140_000, 40_000, .digits),
    ("9 400,00 €", 140_000, 940_000, .none),
  ])
  func `explains a sum or does not`(
    raw: String,
    cents: Int,
    read: Int,
    strength: NumberDamage.Strength
  ) {
    #expect(NumberDamage.explains(raw, cents: cents, readAs: read) == strength)
  }

  @Test(arguments: [("a2", 42, true), ("1", 11, true), ("2", 44, false), ("20", 40, true)])
  func `explains a count or does not`(raw: String, count: Int, explains: Bool) {
    #expect((NumberDamage.explains(raw, count: count, readAs: nil) != .none) == explains)
  }

  @Test(arguments: [
    ("5 ggs 095 00", 288_300_000, true), ("5 ggs 095", 288_300_000, true),
    ("5 ggs 00", 288_300_000, false),
  ])
  func `leaves the shape of a sum`(raw: String, cents: Int, fits: Bool) {
    #expect(NumberShape.fits(raw, cents: cents) == fits)
  }
}
