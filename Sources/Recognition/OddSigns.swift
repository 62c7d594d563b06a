extension RecognisedWord {
  /// The word with the signs that French acts print in the place of those that they never do.
  ///
  /// "Absent{s}" is "Absent(s)", "Excusé{s\\" too; "N*2025-237" is "N°2025-237"; a line under a word
  /// leaves "Absent(s)_:", and a speck "ARRAS,.le".
  var withoutOddSigns: RecognisedWord {
    guard text.utf8.contains(where: Self.oddSigns.contains) else { return self }
    var scalars = Array(text.unicodeScalars)
    scalars.removeAll { $0 == "_" }
    for index in scalars.indices {
      switch scalars[index] {
      case "{": scalars[index] = "("
      case "}": scalars[index] = ")"
      case "*" where index == 1 && "Nn".unicodeScalars.contains(scalars[0]): scalars[1] = "°"
      case "*" where index == 2 && scalars[0] == "(" && scalars[1] == "N": scalars[2] = "°"
      default: break
      }
    }
    if scalars.last == "\\", scalars.contains("("), !scalars.contains(")") {
      scalars[scalars.count - 1] = ")"
    }
    for index in scalars.indices.reversed()
    where scalars[index] == "." && index > 0 && scalars[index - 1] == ","
      && index + 1 < scalars.count && scalars[index + 1].properties.isAlphabetic
    {
      scalars.remove(at: index)
    }
    var word = self
    word.text = String(String.UnicodeScalarView(scalars))
    return word
  }

  private static let oddSigns = Array("_{}*\\.".utf8)
}
