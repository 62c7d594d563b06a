import SourceReading
public import SystemPackage

/// A document to be read: an open file.
///
/// It is opened while a process still may open files, and read when the process may not any more.
public struct Input: ~Copyable, Sendable {
  private let file: OpenFile

  /// The most bytes that a document may have.
  public static let mostBytes = OpenFile.mostBytes

  /// The last component of the path, or `-` for standard input.
  public var name: String { file.name }

  /// The open file, for as long as the input lives.
  public var descriptor: Int32 { file.descriptor }

  /// Opens a file, or standard input where the path is `-`; only a regular file where one is asked
  /// for, and nothing else is waited for.
  public init(path: FilePath, regular: Bool = false) throws(ExtractionFailure) {
    file = try translating { () throws(SourceError) in
      try OpenFile(path: path, regular: regular)
    }
  }

  /// Takes over a file that another process opened.
  public init(adopting descriptor: Int32, name: String) throws(ExtractionFailure) {
    file = try translating { () throws(SourceError) in
      try OpenFile(adopting: descriptor, name: name)
    }
  }

  /// The SHA-256 of the content in lower-case hexadecimal, without holding the content.
  public borrowing func sha256(while isWanted: () -> Bool) throws(ExtractionFailure) -> String {
    do throws(SourceError) {
      return try file.sha256(while: isWanted)
    } catch {
      throw error.failure
    }
  }

  /// The content, read until the deadline.
  borrowing func content(until deadline: Deadline) throws(ExtractionFailure) -> SourceFile {
    do throws(SourceError) {
      return try file.read { !deadline.hasPassed }
    } catch {
      throw error.failure
    }
  }
}

private func translating<Value: ~Copyable>(
  _ body: () throws(SourceError) -> Value
) throws(ExtractionFailure) -> Value {
  do throws(SourceError) {
    return try body()
  } catch {
    throw error.failure
  }
}

extension SourceError {
  fileprivate var failure: ExtractionFailure {
    switch self {
    case .missing: .missing
    case .notAFile: .notAFile
    case .tooLarge: .tooLarge
    case .stopped: .timedOut(page: nil)
    case .unreadable(let reason): .unreadable(reason: reason)
    }
  }
}
