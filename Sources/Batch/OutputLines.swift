import Glibc
import SystemPackage

/// One stream of all outputs, one a line, in the order of the documents.
struct OutputLines {
  private let path: FilePath
  private let draft: FilePath
  private let descriptor: Int32
  /// The outputs that came before their turn, by the place of their documents; nothing for a
  /// document without output.
  private var waiting: [Int: FilePath?] = [:]
  private var next = 0

  /// Begins the stream; a file appears under its name when it is whole.
  init(path: FilePath) throws(BatchError) {
    self.path = path
    draft = FilePath(bytes: path.bytes + Array(".partial".utf8))
    guard path != "-" else {
      descriptor = STDOUT_FILENO
      return
    }
    descriptor = unsafe draft.withPlatformString { name in
      unsafe open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    }
    guard descriptor >= 0 else { throw .outputFolder(reason: systemReason()) }
  }

  /// Takes the output of a document and writes all whose turn it is.
  mutating func append(_ output: FilePath?, at index: Int) throws(BatchError) {
    waiting[index] = .some(output)
    while let output = waiting.removeValue(forKey: next) {
      next += 1
      if let output { try copy(output) }
    }
  }

  private func copy(_ output: FilePath) throws(BatchError) {
    let source = unsafe output.withPlatformString { name in unsafe open(name, O_RDONLY | O_CLOEXEC)
    }
    guard source >= 0 else { throw .writing(reason: systemReason()) }
    defer { close(source) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe read(source, room.baseAddress, room.count)
      }
      if count == 0 { return }
      guard count > 0, writeAll(Array(buffer[..<count]), to: descriptor) else {
        throw .writing(reason: systemReason())
      }
    }
  }

  /// Ends the stream; where the batch did not finish there is no file.
  func finish(isWhole: Bool) throws(BatchError) {
    guard path != "-" else { return }
    defer { close(descriptor) }
    guard isWhole else {
      _ = unsafe draft.withPlatformString { name in unsafe unlink(name) }
      return
    }
    let result = unsafe draft.withPlatformString { old in
      unsafe path.withPlatformString { new in unsafe rename(old, new) }
    }
    guard fsync(descriptor) == 0, result == 0 else { throw .writing(reason: systemReason()) }
  }
}
