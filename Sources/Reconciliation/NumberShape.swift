/// The shape of a print that cannot be read as a number.
enum NumberShape {
  /// Whether a group of a sum has no figure: "5 ggs 095 00".
  static func isUnreadable(_ raw: String) -> Bool {
    let groups = withoutCurrency(raw).split { " ,.€".contains($0) }
    return groups.count > 1
      && groups.dropFirst().contains { group in
        group.count == 3 && group.allSatisfy(\.isLetter)
      }
  }

  /// Whether a sum with two decimals has groups of figures as long as those of the print:
  /// "5 ggs 095 00" and 2 883 000,00.
  static func fits(_ raw: String, cents value: Int) -> Bool {
    guard !raw.isEmpty, value >= 0 else { return false }
    let groups = withoutCurrency(raw).split { " ,.€".contains($0) }.map(\.count)
    var rest = String(value / 100)
    var wanted = [2]
    while rest.count > 3 {
      wanted.insert(3, at: 0)
      rest.removeLast(3)
    }
    wanted.insert(rest.count, at: 0)
    return groups == wanted || groups == wanted.dropLast()
  }

  /// A print without the word "euro" or "euros" that ends it, whose letters stand for no figures.
  static func withoutCurrency(_ raw: String) -> Substring {
    for word in ["euros", "euro"] where raw.lowercased().hasSuffix(word) {
      return raw.dropLast(word.count)
    }
    return raw[...]
  }
}
