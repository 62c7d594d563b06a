import CLinux
import Foundation
import Glibc
import Normalisation
public import Pipeline
import SystemPackage

/// A process that reads documents one after the other and hands the outputs to a batch.
///
/// Paths come over standard input, outputs and replies go over standard output.
public struct Worker {
  private let seconds: Double
  private let limits: WorkerLimits
  private let parent: Int32
  private let sentence: (ExtractionFailure) -> String

  /// Makes a worker for the batch that runs as process `parent`.
  ///
  /// A document may take so many seconds, and so many bytes of memory; `sentence` says why one
  /// failed.
  public init(
    secondsPerDocument seconds: Double,
    memory: Int,
    threads: Int,
    parent: Int32,
    sentence: @escaping (ExtractionFailure) -> String
  ) {
    self.seconds = seconds
    limits = WorkerLimits(memory: memory, threads: threads)
    self.parent = parent
    self.sentence = sentence
  }

  /// Hears how many pages of a document are to be recognised.
  public typealias RecognitionObserver = @Sendable (Int, Int) -> Void

  /// Works until the batch closes the pipe.
  ///
  /// The extractor is to tell the observer what its recognition tells it.
  public func run<Failure: Error>(
    _ makeExtractor: (@escaping RecognitionObserver) throws(Failure) -> Extractor
  ) throws(Failure) {
    guard limits.enforce(parent: parent) else { return }
    // What C libraries print is not to come between the frames.
    let pipe = Pipe(descriptor: dup(STDOUT_FILENO))
    dup2(STDERR_FILENO, STDOUT_FILENO)
    let limits = self.limits
    let extractor = try makeExtractor { done, count in
      guard done == 0 else { return }
      limits.allow(seconds: RecognitionOptions.secondsPerPage * Double(count))
      pipe.send(Frame(kind: .recognition, content: Array(String(count).utf8)))
    }
    pipe.send(Frame(kind: .ready, content: []))
    var decoder = FrameDecoder()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while let count = Self.read(STDIN_FILENO, into: &buffer) {
      decoder.append(buffer[..<count])
      while let frame = try? decoder.next() {
        read(FilePath(bytes: frame.content), with: extractor, to: pipe)
        releaseFreeMemory()
      }
    }
  }

  private func read(_ path: FilePath, with extractor: Extractor, to pipe: Pipe) {
    limits.allow(seconds: seconds)
    var reply: WorkerReply
    do throws(ExtractionFailure) {
      let extraction = try extractor.extract(path: path, until: Deadline(seconds: seconds))
      reply = WorkerReply(outcome: .done)
      reply.sha256 = extraction.sha256
      reply.definition = extraction.pipeline
      reply.pages = extraction.pages.count
      reply.deliberations = extraction.deliberations.count
      let json = OutputWriter(programVersion: Program.version, pretty: false).json(extraction)
      var rest = json[...]
      while !rest.isEmpty {
        pipe.send(Frame(kind: .output, content: Array(rest.prefix(Frame.outputBytes))))
        rest = rest.dropFirst(Frame.outputBytes)
      }
    } catch {
      reply = WorkerReply(outcome: error.outcome, message: sentence(error))
    }
    guard let content = try? JSONEncoder().encode(reply) else { return }
    pipe.send(Frame(kind: .reply, content: Array(content)))
  }

  /// Reads what is there; nothing at the end.
  private static func read(_ descriptor: Int32, into buffer: inout [UInt8]) -> Int? {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe Glibc.read(descriptor, room.baseAddress, room.count)
      }
      if count < 0, errno == EINTR { continue }
      return count > 0 ? count : nil
    }
  }

  /// The way to the batch.
  private struct Pipe: Sendable {
    let descriptor: Int32

    /// Sends a frame; when nobody listens the process ends, for nobody wants its work.
    func send(_ frame: Frame) {
      var rest = frame.bytes[...]
      while !rest.isEmpty {
        let count = unsafe rest.withUnsafeBytes { buffer in
          unsafe write(descriptor, buffer.baseAddress, buffer.count)
        }
        if count < 0, errno != EINTR { exit(0) }
        rest = rest.dropFirst(max(0, count))
      }
    }
  }
}

extension ExtractionFailure {
  /// The outcome for the failure.
  var outcome: DocumentOutcome {
    switch self {
    case .missing: .missing
    case .notAFile, .unreadable, .empty, .unknownFormat, .damaged: .unreadable
    case .encrypted, .wrongPassword: .encrypted
    case .timedOut: .timeout
    case .missingLanguage, .definition: .internalError
    }
  }
}
