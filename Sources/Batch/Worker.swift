import CLinux
public import Confinement
import Foundation
import Glibc
import Normalisation
public import Pipeline
import SystemPackage

/// A process that reads documents one after the other and hands the outputs to a batch.
///
/// Open files come over standard input, outputs and replies go over standard output.
public struct Worker {
  private let seconds: Double
  private let clockSeconds: Double
  private let parent: Int32
  private let confinement: Confinement?
  private let sentence: (ExtractionFailure) -> String

  /// Makes a worker for the batch that runs as process `parent`.
  ///
  /// A document may take so many seconds of the processor, and so many of the clock; `sentence` says
  /// why one failed. Without a confinement the worker may do what the user may.
  public init(
    seconds: Double,
    clockSeconds: Double,
    parent: Int32,
    confinement: Confinement?,
    sentence: @escaping (ExtractionFailure) -> String
  ) {
    self.seconds = seconds
    self.clockSeconds = clockSeconds
    self.parent = parent
    self.confinement = confinement
    self.sentence = sentence
  }

  /// Hears how many pages of a document are to be recognised.
  public typealias RecognitionObserver = @Sendable (Int, Int) -> Void

  /// Works until the batch closes the pipe.
  ///
  /// The extractor is to tell the observer what its recognition tells it. It is made before the
  /// process gives its rights up, for a definition is a file; `probe` is run after that.
  public func run(
    _ makeExtractor: (@escaping RecognitionObserver) throws -> Extractor,
    probe: () throws -> Void
  ) throws {
    _ = clinux_die_with_parent()
    // The kernel kills only when the parent ends later than this.
    guard getppid() == parent else { return }
    // What C libraries print is not to come between the frames.
    let pipe = Pipe(descriptor: dup(STDOUT_FILENO))
    dup2(STDERR_FILENO, STDOUT_FILENO)
    let seconds = self.seconds
    let extractor = try makeExtractor { done, count in
      guard done == 0 else { return }
      ProcessLimits.allow(seconds: seconds + RecognitionOptions.secondsPerPage * Double(count))
      pipe.send(Frame(kind: .recognition, content: Array(String(count).utf8)))
    }
    var confinement = self.confinement
    confinement?.receivesFiles = true
    try confinement?.enforce(keeping: [pipe.descriptor])
    try probe()
    pipe.send(Frame(kind: .ready, content: []))
    var decoder = FrameDecoder()
    var files: [Int32] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while let count = Self.receive(into: &buffer, &files) {
      decoder.append(buffer[..<count])
      while let frame = try? decoder.next(), !files.isEmpty {
        let name = String(decoding: frame.content, as: UTF8.self)
        read(files.removeFirst(), name: name, with: extractor, to: pipe)
        malloc_trim(0)
      }
    }
  }

  private func read(_ file: Int32, name: String, with extractor: Extractor, to pipe: Pipe) {
    ProcessLimits.allow(seconds: seconds)
    var reply: WorkerReply
    do throws(ExtractionFailure) {
      let input = try Input(adopting: file, name: name)
      let deadline = Deadline(seconds: seconds, clockSeconds: clockSeconds)
      let extraction = try extractor.extract(input, until: deadline)
      reply = WorkerReply(outcome: .done)
      reply.sha256 = extraction.sha256
      reply.definition = extraction.pipeline
      reply.pages = extraction.pages.count
      reply.deliberations = extraction.deliberations.count
      reply.findings = extraction.diagnostics.prefix(WorkerReply.mostFindings)
        .map(WorkerReply.Finding.init)
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

  /// Takes what is there, and the open file that comes with it; nothing at the end.
  private static func receive(into buffer: inout [UInt8], _ files: inout [Int32]) -> Int? {
    while true {
      var file: Int32 = -1
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe clinux_receive(STDIN_FILENO, room.baseAddress, room.count, &file)
      }
      if count < 0, errno == EINTR { continue }
      if file >= 0 { files.append(file) }
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
    case .notAFile, .unreadable, .tooLarge, .empty, .unknownFormat, .damaged: .unreadable
    case .encrypted, .wrongPassword: .encrypted
    case .timedOut: .timeout
    case .missingLanguage, .definition: .internalError
    }
  }
}
