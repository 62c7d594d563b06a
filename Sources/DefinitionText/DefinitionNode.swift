/// A value in a definition: a text, a list, or keys with their values.
public struct DefinitionNode: Hashable, Sendable {
  /// What the value is.
  public enum Content: Hashable, Sendable {
    case text(String)
    case list([DefinitionNode])
    case keys([Pair])
  }

  /// A key, itself a text, and its value.
  public struct Pair: Hashable, Sendable {
    /// The key.
    public var key: DefinitionNode
    /// The value.
    public var value: DefinitionNode
  }

  /// What the value is.
  public var content: Content
  /// The line of the file on which it begins, from 1, where it is known.
  public var line: Int?

  /// The text, where it is one.
  public var text: String? {
    guard case .text(let text) = content else { return nil }
    return text
  }
}

/// The form in which definitions are built into the program: a node after the other, each with its
/// line, lists and keys with the number of what follows.
extension DefinitionNode {
  /// No text of YAML holds it.
  private static let separator: UInt8 = 0x1F

  /// The node in that form.
  public var flat: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    let place = "\(line ?? 0)"
    switch content {
    case .text(let text): out += "=\(place) \(text)\u{1F}"
    case .list(let items):
      out += "[\(place) \(items.count)\u{1F}"
      for item in items { item.write(to: &out) }
    case .keys(let pairs):
      out += "{\(place) \(pairs.count)\u{1F}"
      for pair in pairs {
        pair.key.write(to: &out)
        pair.value.write(to: &out)
      }
    }
  }

  /// Reads a node in that form; nothing where the text has another.
  public init?(flat: String) {
    var parts = Array(flat.utf8).split(separator: Self.separator)[...]
    guard let node = Self(&parts) else { return nil }
    self = node
  }

  private init?(_ parts: inout ArraySlice<ArraySlice<UInt8>>) {
    guard let part = parts.popFirst(), let kind = part.first, let space = part.firstIndex(of: 0x20)
    else { return nil }
    func number(_ digits: ArraySlice<UInt8>) -> Int? {
      Int(String(decoding: digits, as: UTF8.self))
    }
    let rest = part[(space + 1)...]
    line = number(part[(part.startIndex + 1)..<space]).flatMap { $0 > 0 ? $0 : nil }
    switch kind {
    case UInt8(ascii: "="): content = .text(String(decoding: rest, as: UTF8.self))
    case UInt8(ascii: "["):
      guard let count = number(rest), count <= parts.count else { return nil }
      var items: [DefinitionNode] = []
      for _ in 0..<count {
        guard let item = Self(&parts) else { return nil }
        items.append(item)
      }
      content = .list(items)
    case UInt8(ascii: "{"):
      guard let count = number(rest), count <= parts.count else { return nil }
      var pairs: [Pair] = []
      for _ in 0..<count {
        guard let key = Self(&parts), let value = Self(&parts) else { return nil }
        pairs.append(Pair(key: key, value: value))
      }
      content = .keys(pairs)
    default: return nil
    }
  }
}
