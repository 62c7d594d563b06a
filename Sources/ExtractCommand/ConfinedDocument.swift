import ArgumentParser
import Batch
import Confinement
import Glibc
import Pipeline
import SystemPackage

/// A document that this very process reads: it is opened with its output, then the process gives all
/// other rights up and is watched until the document is done.
struct ConfinedDocument: ~Copyable {
  let input: Input
  let deadline: Deadline
  private let watchdog: Watchdog.Guard

  /// The bytes that an output may have at most.
  private static let mostOutputBytes = 4_000_000_000

  /// Opens a document; call it when definitions are read and before other threads start.
  ///
  /// `input` is opened by the caller, so that a file that is not there leaves no output behind.
  init(
    _ input: consuming Input,
    named file: String,
    _ reading: ReadingOptions,
    output: OutputFile? = nil,
    picturesIn folder: String? = nil
  ) throws {
    let memory = MemoryGauge()
    var confinement = Confinement()
    confinement.renames = output?.folder
    confinement.writes = folder.map { FilePath($0) }
    confinement.limits.memory = Watchdog.memoryLimit
    confinement.limits.fileBytes = Self.longest(STDOUT_FILENO, STDERR_FILENO) + Self.mostOutputBytes
    let kept = [input.descriptor, memory.descriptor] + (output?.kept ?? [])
    try reading.confine(confinement, keeping: kept)
    deadline = reading.deadline
    ProcessLimits.allow(seconds: reading.timeout)
    watchdog = Watchdog.start(deadline, memory, file: file)
    self.input = input
  }

  deinit { watchdog.stop() }

  /// The bytes of the longest of some open files, behind which output may be added.
  private static func longest(_ descriptors: Int32...) -> Int {
    descriptors.map { descriptor in
      var status = stat()
      let isKnown = unsafe fstat(descriptor, &status) == 0
      return isKnown && status.st_mode & S_IFMT == S_IFREG ? Int(clamping: status.st_size) : 0
    }.max() ?? 0
  }
}

extension ReadingOptions {
  /// Says aloud what a document could do; nothing where it can do nothing.
  func warn() {
    if !sandbox {
      Output.say("extract: warning: the sandbox is off; a hostile document can do what you can")
    } else if !Confinement.knowsFiles {
      Output.say(
        "extract: warning: this kernel has no Landlock; a hostile document can read what you can"
      )
    }
  }

  /// Gives rights up, or says why it cannot and throws the exit code for it.
  func confine(_ confinement: Confinement, keeping kept: [Int32]) throws {
    // The variables that say how to speak are gone afterwards.
    Messages.settle()
    warn()
    if sandbox {
      do throws(Confinement.Failure) {
        try confinement.enforce(keeping: kept)
      } catch .refused(let reason) {
        Output.say(
          "extract: error: the kernel does not confine the program (\(reason)); read with --no-sandbox only what you trust"
        )
        throw ExitCode(ExitStatus.missingComponent)
      }
    }
    try runProbe()
  }

  /// Tries what a document must not be able to do, where a test asks for it: `port:file`.
  func runProbe() throws {
    guard let parts = probe?.split(separator: ":", maxSplits: 1), parts.count == 2 else { return }
    let escapes = Probe.escapes(port: UInt16(parts[0]) ?? 0, file: FilePath(String(parts[1])))
    guard !escapes.isEmpty else { return }
    Output.say("extract: error: not refused: \(escapes.joined(separator: ", "))")
    throw ExitCode(ExitStatus.internalError)
  }

  /// What workers are given; it says aloud where they are not confined.
  func workers(arguments: [String], jobs: Int, memory: Int = 2000, threads: Int = 1)
    -> WorkerOptions
  {
    warn()
    var options = WorkerOptions(
      arguments: ["worker", "--memory", String(memory), "--parent", String(getpid())]
        + ["--threads", String(threads)] + arguments
    )
    options.jobs = jobs
    options.memory = memory * 1_000_000
    options.seconds = timeout
    options.clockSeconds = clockSeconds
    return options
  }
}
