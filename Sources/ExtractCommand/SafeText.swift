/// Print that may be shown: what would steer a terminal, or show text in another order than it has,
/// is spelled out as `\u{202E}`.
enum SafeText {
  /// The text with the line ends, form feeds and tabs that part it.
  static func escaped(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        safe += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars
      } else {
        safe.append(scalar)
      }
    }
    return String(safe)
  }

  /// Control characters (C0 and C1), line and paragraph separators, and the marks, embeddings,
  /// overrides and isolates of the bidirectional algorithm (UAX 9).
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0C: false
    case 0..<0x20, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
