import Glibc
public import PageModel
public import Pipeline
public import SystemPackage

/// Several files read by workers, their outputs in the order of the files: one that takes its worker
/// down costs nothing but itself.
public struct FileSequence {
  /// What became of one file.
  public struct Result {
    /// The place of the file in the sequence.
    public var index: Int
    /// What became of it.
    public var outcome: DocumentOutcome
    /// Why it failed, in one sentence.
    public var message: String?
    /// What was found in it.
    public var findings: [Diagnostic]
    fileprivate var draft: Draft?

    /// Writes the output to an open file; false where the system refuses.
    public func write(to descriptor: Int32) -> Bool {
      guard let draft else { return true }
      return lseek(draft.descriptor, 0, SEEK_SET) == 0
        && copyAll(draft.descriptor, to: descriptor)
    }

    /// The output.
    public func content() -> [UInt8] {
      guard let draft, lseek(draft.descriptor, 0, SEEK_SET) == 0 else { return [] }
      var content: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = unsafe buffer.withUnsafeMutableBytes { room in
          unsafe read(draft.descriptor, room.baseAddress, room.count)
        }
        guard count > 0 else { return content }
        content += buffer[..<count]
      }
    }
  }

  private let paths: [FilePath]
  private var pool: WorkerPool
  /// Results that came before their turn.
  private var waiting: [Int: Result] = [:]
  private var next = 0

  /// How far reading may be ahead of what is written.
  private static let mostWaiting = 64

  /// Makes a sequence; `sentence` says why a file cannot be read.
  public init(
    _ paths: [FilePath],
    options: WorkerOptions,
    sentence: @escaping (ExtractionFailure) -> String
  ) {
    self.paths = paths
    // A worker that is gone is noticed by the end of its output.
    signal(SIGPIPE, SIG_IGN)
    pool = WorkerPool(options: options, sentence: sentence) { _ throws(BatchError) in try Draft() }
  }

  /// Reads all files; `body` hears of each in its turn.
  public mutating func run(_ body: (Result) throws -> Void) throws {
    var written = 0
    while written < paths.count {
      while try pool.retry() {}
      while next < min(paths.count, written + Self.mostWaiting) {
        let task = DocumentTask(index: next, path: paths[next], isRegular: false)
        guard try pool.take(task, rest: paths.count - next - 1) else { break }
        next += 1
      }
      try pool.listen()
      for (task, reply) in pool.takeFinished() {
        waiting[task.index] = Result(
          index: task.index,
          outcome: reply.outcome,
          message: reply.message,
          findings: (reply.findings ?? []).compactMap(\.diagnostic),
          draft: reply.outcome == .done ? task.draft : nil
        )
      }
      while let result = waiting.removeValue(forKey: written) {
        written += 1
        try body(result)
      }
    }
    pool.end()
  }
}
