import ArgumentParser
import Glibc

/// Where the program writes.
enum Output {
  /// Writes bytes to standard output, or says that it cannot and throws the exit code for it.
  static func write(_ bytes: [UInt8]) throws {
    guard !write(bytes, to: STDOUT_FILENO) else { return }
    try failToWrite()
  }

  /// Says that standard output cannot be written and throws the exit code for it.
  static func failToWrite() throws {
    say("extract: error: standard output cannot be written; is the disk full?")
    throw ExitCode(ExitStatus.cannotWrite)
  }

  /// Writes a line for people to standard error.
  ///
  /// It quotes print and file names, whose control characters would break the line or steer the
  /// terminal: each becomes a space. Marks that turn the direction of text are spelled out.
  static func say(_ line: String) {
    var text = String.UnicodeScalarView()
    for scalar in Messages.line(line).unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: text.append(" ")
      default: text.append(scalar)
      }
    }
    let safe = SafeText.escaped(String(text))
    _ = write(Array((Messages.painted(safe) + "\n").utf8), to: STDERR_FILENO)
  }

  /// Shows a passing line on a terminal, over the one shown before.
  static func show(_ line: String) {
    _ = write(Array("\r\u{1B}[K\(Messages.local(line))".utf8), to: STDERR_FILENO)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
