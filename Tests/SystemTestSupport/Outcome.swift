/// What a program that has ended left behind.
public struct Outcome: Sendable {
  /// How a program ended.
  public enum Ending: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
    /// It still ran at its deadline and was killed.
    case outOfTime
  }

  /// How it ended.
  public var ending: Ending
  /// What it wrote to standard output.
  public var output: [UInt8]
  /// What it wrote to standard error.
  public var errors: String
  /// How long it ran.
  public var duration: Duration

  /// The exit code; absent when the program was killed.
  public var exitCode: Int32? {
    guard case .exited(let code) = ending else { return nil }
    return code
  }

  /// Standard output as text.
  public var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines on standard error.
  public var errorLines: [Substring] { errors.split(separator: "\n") }
}
