/// One message between a batch and a worker: a byte for its kind, the length of its content in four
/// bytes, the highest first, and the content.
struct Frame {
  enum Kind: UInt8 {
    /// To the batch: the worker has its limits and waits.
    case ready = 1
    /// To the worker: the name of a document, whose open file comes with the first byte.
    case document
    /// To the batch: pages are recognised, so many in decimal.
    case recognition
    /// To the batch: the next part of the output.
    case output
    /// To the batch: a `WorkerReply`, and the document is finished.
    case reply
  }

  var kind: Kind
  var content: [UInt8]

  /// The most bytes that one frame holds: a worker that says more has lost its way.
  static let mostBytes = 1 << 24
  /// The bytes of output that one frame holds.
  static let outputBytes = 1 << 18

  /// The message as it goes over the pipe.
  var bytes: [UInt8] {
    let count = UInt32(content.count)
    return [kind.rawValue] + (0..<4).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) }
      + content
  }
}

/// Cuts what comes over a pipe into frames.
struct FrameDecoder {
  /// What came is no frame.
  struct Failure: Error {}

  private var bytes: [UInt8] = []
  private var start = 0

  /// Adds what came.
  mutating func append(_ part: ArraySlice<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes += part
  }

  /// The next whole frame.
  mutating func next() throws(Failure) -> Frame? {
    guard bytes.count - start >= 5 else { return nil }
    guard let kind = Frame.Kind(rawValue: bytes[start]) else { throw Failure() }
    let count = bytes[start + 1..<start + 5].reduce(0) { $0 << 8 | Int($1) }
    guard count <= Frame.mostBytes else { throw Failure() }
    let content = start + 5
    guard bytes.count - content >= count else { return nil }
    start = content + count
    return Frame(kind: kind, content: Array(bytes[content..<start]))
  }
}
