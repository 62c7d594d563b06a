/// The SIRET: nine digits of the legal unit (SIREN), five of the establishment, the last of which is a
/// key.
enum EstablishmentNumber {
  /// Whether a text has fourteen digits with a right key (Luhn).
  static func isValid(_ text: String) -> Bool {
    let digits = text.utf8.compactMap { (0x30...0x39).contains($0) ? Int($0) - 0x30 : nil }
    guard digits.count == 14, text.utf8.count == 14 else { return false }
    let sum = digits.enumerated().reduce(0) { sum, digit in
      let doubled = digit.offset.isMultiple(of: 2) ? 2 * digit.element : digit.element
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    // La Poste has more establishments than the key allows for: the plain sum of digits counts.
    let isPostal = text.hasPrefix("356000000") && digits.reduce(0, +).isMultiple(of: 5)
    return sum.isMultiple(of: 10) || isPostal
  }
}
