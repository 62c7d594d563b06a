import Glibc

/// Finds bytes in bytes.
public enum ByteSearch {
  /// The index of the first occurrence of some bytes at or after an index; nothing for none.
  public static func firstIndex(
    of needle: UnsafeRawBufferPointer,
    in text: UnsafeRawBufferPointer,
    from start: Int = 0
  ) -> Int? {
    guard let first = unsafe needle.first, start >= 0, start <= text.count - needle.count,
      let base = text.baseAddress, let wanted = needle.baseAddress
    else { return nil }
    let end = text.count - needle.count + 1
    var at = start
    while at < end, let found = unsafe memchr(base + at, Int32(first), end - at) {
      at = unsafe UnsafeRawPointer(found) - base
      if unsafe memcmp(base + at, wanted, needle.count) == 0 { return at }
      at += 1
    }
    return nil
  }
}

extension Document {
  /// Whether a text is printed somewhere, letter for letter.
  public func prints(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { text in
      unsafe bytes.withUnsafeBytes { all in
        unsafe ByteSearch.firstIndex(of: UnsafeRawBufferPointer(text), in: all) != nil
      }
    }
  }
}
