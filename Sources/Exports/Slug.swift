import PageModel

/// Names in addresses and file names: small letters of ASCII and digits, the words a hyphen apart.
enum Slug {
  static func make(_ text: String) -> String {
    FoldedText(text).bytes.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }
}
