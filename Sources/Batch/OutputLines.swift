import Glibc
import SystemPackage

/// One stream of all outputs, one a line, in the order of the documents.
struct OutputLines {
  private let file: OutputFile?
  private let descriptor: Int32
  /// The outputs that came before their turn, by the place of their documents; nothing for a
  /// document without output.
  private var waiting: [Int: String?] = [:]
  private var next = 0

  /// Begins the stream; a file appears under its name when it is whole.
  init(path: FilePath) throws(BatchError) {
    guard path != "-" else {
      file = nil
      descriptor = STDOUT_FILENO
      return
    }
    do throws(OutputFile.Failure) {
      let file = try OutputFile(path: path)
      self.file = file
      descriptor = file.descriptor
    } catch {
      throw .outputFolder(reason: error.reason)
    }
  }

  /// Takes the output of a document, by the SHA-256 of its content, and writes all whose turn it is.
  mutating func append(
    _ output: String?,
    at index: Int,
    from folder: OutputFolder
  ) throws(BatchError) {
    waiting[index] = .some(output)
    while let output = waiting.removeValue(forKey: next) {
      next += 1
      if let output { try copy(output, from: folder) }
    }
  }

  private func copy(_ output: String, from folder: OutputFolder) throws(BatchError) {
    guard let source = folder.open(output) else { throw .writing(reason: systemReason()) }
    defer { try? source.close() }
    guard copyAll(source.rawValue, to: descriptor) else { throw .writing(reason: systemReason()) }
  }

  /// Ends the stream; where the batch did not finish there is no file.
  func finish(isWhole: Bool) throws(BatchError) {
    guard isWhole else {
      file?.discard()
      return
    }
    do throws(OutputFile.Failure) {
      try file?.publish()
    } catch {
      throw .writing(reason: error.reason)
    }
  }
}

/// Copies a file from where it is read to; false where the system refuses.
func copyAll(_ source: Int32, to descriptor: Int32) -> Bool {
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = unsafe buffer.withUnsafeMutableBytes { room in
      unsafe read(source, room.baseAddress, room.count)
    }
    if count == 0 { return true }
    guard count > 0, writeAll(Array(buffer[..<count]), to: descriptor) else { return false }
  }
}
