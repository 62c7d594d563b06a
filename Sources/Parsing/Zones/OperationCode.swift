import DeliberationModel
import Lexing
import PageModel

/// The code of a budget operation, such as `C02-446A05`.
enum OperationCode {
  /// Reads a word as a code: by the authority's pattern where it has one, else by the shape that
  /// such codes have (letters and digits on both sides of one hyphen).
  ///
  /// A pattern decides between characters that OCR confuses: with `A99-999A99` the seventh place is
  /// a letter, so "C02-428010" is `C02-428O10`.
  static func read(_ word: Substring, pattern: String?) -> (value: String, raw: String?)? {
    guard let pattern else { return hasShape(word) ? (String(word), nil) : nil }
    if word.count == pattern.count + 1, let doubled = withoutDoubledZero(word) {
      return read(Substring(doubled), pattern: pattern).map { read in (read.value, String(word)) }
    }
    guard word.count == pattern.count else { return nil }
    var value = ""
    for (printed, place) in zip(word, pattern) {
      guard let character = fitted(printed, to: place) else { return nil }
      value.append(character)
    }
    return (value, value == word ? nil : String(word))
  }

  /// A word in which OCR printed a zero twice, as a letter and as a digit: "CO02" for "C02".
  private static func withoutDoubledZero(_ word: Substring) -> String? {
    let digits = word.replacing("O0", with: "0", maxReplacements: 1)
    return digits.count < word.count ? String(digits) : nil
  }

  private static func hasShape(_ word: Substring) -> Bool {
    let halves = word.split(separator: "-", omittingEmptySubsequences: false)
    guard halves.count == 2, (6...14).contains(word.count) else { return false }
    return halves.allSatisfy { half in
      half.count >= 2 && half.contains(where: \.isNumber)
        && half.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
    } && word.first?.isUppercase == true
  }

  /// The character that stands at a place of the pattern, after the usual confusions.
  private static func fitted(_ printed: Character, to place: Character) -> Character? {
    switch place {
    case "A":
      return printed.isASCII && printed.isUppercase ? printed : Confusions.capital(for: printed)
    case "9":
      if printed.isASCII, printed.isNumber { return printed }
      return printed.asciiValue.flatMap { Confusions.figure(for: $0) }
        .map { Character(Unicode.Scalar($0)) }
    case "?":
      return printed.isASCII && (printed.isUppercase || printed.isNumber) ? printed : nil
    default:
      return printed == place || (place == "-" && "–—".contains(printed)) ? place : nil
    }
  }

  /// Whether a word is an *imputation*: `6568/93446`, `204142//9153`.
  static func isBudgetCode(_ word: Substring) -> Bool {
    let parts = word.split(separator: "/")
    guard parts.count >= 2, word.contains("/"), word.count <= 24 else { return false }
    return parts.allSatisfy { part in
      part.count >= 2 && part.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) }
    } && parts[0].allSatisfy(\.isNumber)
  }
}
