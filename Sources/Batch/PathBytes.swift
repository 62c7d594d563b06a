import Glibc
public import SystemPackage

extension FilePath {
  /// Makes a path of the bytes that the system gives, whether they are valid UTF-8 or not; it ends
  /// before a zero byte.
  public init(bytes: some Sequence<UInt8>) {
    let name = bytes.prefix { $0 != 0 }.map { CChar(bitPattern: $0) } + [0]
    self.init(platformString: name)
  }

  /// The bytes that the system takes, without the zero at their end.
  var bytes: [UInt8] {
    unsafe withPlatformString { name in
      unsafe UnsafeRawBufferPointer(start: name, count: strlen(name)).map(\.self)
    }
  }

  /// The path as text that no other path has: where it is not valid UTF-8, each of its bytes outside
  /// ASCII is written as `\xE9`.
  public var text: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return bytes.map { byte in
      byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  /// Whether there is something under this name, and what the system says of it.
  var status: stat? {
    var status = Glibc.stat()
    let result = unsafe withPlatformString { name in
      unsafe fstatat(AT_FDCWD, name, &status, 0)
    }
    return result == 0 ? status : nil
  }
}
