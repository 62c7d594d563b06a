import SystemPackage

/// One of several parts of a corpus: which documents belong to it is decided by their content
/// alone, so that the parts need not know of each other.
public struct Shard: Hashable, Sendable {
  /// The number of this part, from 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// Makes the part that a text such as `2/8` names.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], count >= 1,
      (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether what has this SHA-256, in hexadecimal, belongs to the part.
  func holds(_ sha256: String) -> Bool {
    UInt64(sha256.prefix(15), radix: 16).map(holds) ?? true
  }

  /// Whether a file without readable content belongs to the part (FNV-1a over its path).
  func holds(nameOf path: FilePath) -> Bool {
    holds(path.bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  private func holds(_ hash: UInt64) -> Bool { hash % UInt64(count) == UInt64(number - 1) }
}
