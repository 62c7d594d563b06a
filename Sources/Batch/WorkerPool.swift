import Foundation
import Glibc
import Pipeline

/// What workers are given.
public struct WorkerOptions: Sendable {
  /// How many workers run side by side.
  public var jobs = 1
  /// The seconds of the processor that a document may take; each recognised page adds to them.
  public var seconds = 60.0
  /// The seconds of the clock that a document may take.
  public var clockSeconds = 600.0
  /// The bytes of memory that a worker may hold.
  public var memory = 2_000_000_000
  /// The arguments with which this program becomes a worker.
  public var arguments: [String]

  /// Makes options.
  public init(arguments: [String]) { self.arguments = arguments }
}

/// Processes that read documents: each is replaced when it crashes, hangs or takes too much, and
/// that costs the document it had.
struct WorkerPool {
  /// The seconds between two looks at what workers use.
  static let interval = 0.05
  /// The seconds beyond its time that a document has to end by itself.
  static let grace = 2.0
  /// The seconds after which a new worker that says nothing is given up.
  static let startLimit = 60.0

  let options: WorkerOptions
  /// Says why a document cannot be read.
  let sentence: (ExtractionFailure) -> String
  /// Opens the place for the output of a content.
  let makeDraft: (DocumentTask) throws(BatchError) -> Draft

  private var workers: [WorkerProcess] = []
  /// Contents that failed in a worker that was not fresh, and get a fresh one.
  private(set) var retries: [DocumentTask] = []
  /// What is finished and not yet taken.
  private var finished: [(task: DocumentTask, reply: WorkerReply)] = []

  init(
    options: WorkerOptions,
    sentence: @escaping (ExtractionFailure) -> String,
    makeDraft: @escaping (DocumentTask) throws(BatchError) -> Draft
  ) {
    self.options = options
    self.sentence = sentence
    self.makeDraft = makeDraft
  }

  /// Whether a document is worked on.
  var isBusy: Bool { workers.contains { $0.task != nil } }

  /// Whether something was finished that has not been taken.
  var hasFinished: Bool { !finished.isEmpty }

  /// What has been finished since the last time.
  mutating func takeFinished() -> [(task: DocumentTask, reply: WorkerReply)] {
    defer { finished = [] }
    return finished
  }

  /// Ends all workers; what they do is lost.
  mutating func end() { workers = [] }

  /// Gives a document whose try failed to a fresh worker; answers whether one took it.
  mutating func retry() throws(BatchError) -> Bool {
    guard let task = retries.first, try handOut(task, isRetry: true) else { return false }
    retries.removeFirst()
    return true
  }

  /// Gives a document to a worker that waits, or starts one; answers whether one took it.
  ///
  /// `rest` is how many documents come after it.
  mutating func take(_ task: DocumentTask, rest: Int) throws(BatchError) -> Bool {
    try handOut(task, isRetry: false, rest: rest)
  }

  private mutating func handOut(
    _ task: DocumentTask,
    isRetry: Bool,
    rest: Int = 0
  ) throws(BatchError) -> Bool {
    let waiting = workers.first { worker in
      worker.isReady && worker.task == nil && (!isRetry || worker.finished == 0)
    }
    guard let waiting else {
      try startWorkers(for: retries.count + rest + 1)
      return false
    }
    // A worker that does not give its memory back makes room for another one.
    if waiting.memory > options.memory / 2, waiting.finished > 0 {
      replace(waiting)
      return false
    }
    let input: Input
    do throws(ExtractionFailure) {
      input = try task.open()
    } catch {
      finished.append((task, WorkerReply(outcome: error.outcome, message: sentence(error))))
      return true
    }
    waiting.forgetWords()
    waiting.task = task
    waiting.task?.start = .now
    waiting.task?.processorStart = waiting.processorSeconds
    waiting.send(name: input.name, input.descriptor)
    return true
  }

  /// Starts as many workers as the rest of the documents can use.
  private mutating func startWorkers(for rest: Int) throws(BatchError) {
    let useful = rest - workers.count { !$0.isReady }
    for _ in 0..<max(0, min(options.jobs - workers.count, useful)) {
      workers.append(try WorkerProcess(arguments: options.arguments))
    }
  }

  private mutating func replace(_ worker: WorkerProcess) {
    workers.removeAll { $0 === worker }
  }

  /// Waits a moment for what workers have to say, hears it, and ends those that take too much.
  mutating func listen() throws(BatchError) {
    var descriptors = workers.flatMap { worker in
      [worker.output, worker.errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    }
    let wait = finished.isEmpty ? Int32(Self.interval * 1000) : 0
    let count = unsafe poll(&descriptors, nfds_t(descriptors.count), wait)
    guard count > 0 else { return try checkLimits() }
    for (index, worker) in workers.enumerated() {
      if descriptors[2 * index + 1].revents != 0, let words = worker.read(worker.errors) {
        worker.hear(words)
      }
      guard descriptors[2 * index].revents != 0 else { continue }
      if let bytes = worker.read(worker.output) {
        worker.decoder.append(bytes[...])
        try hear(worker)
      } else {
        try bury(worker)
      }
    }
    try checkLimits()
  }

  private mutating func hear(_ worker: WorkerProcess) throws(BatchError) {
    while true {
      let frame: Frame?
      do throws(FrameDecoder.Failure) {
        frame = try worker.decoder.next()
      } catch {
        try bury(worker)
        return
      }
      guard let frame else { return }
      try hear(frame, from: worker)
    }
  }

  private mutating func hear(_ frame: Frame, from worker: WorkerProcess) throws(BatchError) {
    switch frame.kind {
    case .ready: worker.isReady = true
    case .document: break
    case .recognition:
      let pages = Int(String(decoding: frame.content, as: UTF8.self)) ?? 0
      worker.task?.extraSeconds = RecognitionOptions.secondsPerPage * Double(max(0, pages))
    case .output:
      guard let task = worker.task else { return }
      if task.draft == nil { worker.task?.draft = try makeDraft(task) }
      try worker.task?.draft?.append(frame.content)
    case .reply:
      let reply = try? JSONDecoder().decode(WorkerReply.self, from: Data(frame.content))
      guard var task = worker.task, let reply else { return }
      task.seconds = worker.processorSeconds - task.processorStart
      worker.task = nil
      worker.finished += 1
      finished.append((task, reply))
    }
  }

  /// Takes leave of a worker that ended by itself; its document gets an outcome.
  private mutating func bury(_ worker: WorkerProcess) throws(BatchError) {
    while let words = worker.read(worker.errors), !words.isEmpty { worker.hear(words) }
    let ending = worker.end()
    replace(worker)
    let end = WorkerEnd(ending, words: worker.lastWords)
    guard worker.isReady else { throw .worker(reason: end.reason) }
    guard let task = worker.task else { return }
    giveUp(task, of: worker, end.outcome, end.reason)
  }

  /// Ends workers that take too long or too much.
  private mutating func checkLimits() throws(BatchError) {
    for worker in workers {
      guard let task = worker.task else {
        guard worker.isReady || worker.age < Self.startLimit else {
          throw .worker(reason: "it does not answer")
        }
        continue
      }
      let more = task.extraSeconds + Self.grace
      let processorSeconds = worker.processorSeconds - task.processorStart
      if processorSeconds > options.seconds + more || task.age > options.clockSeconds + more {
        replace(worker)
        giveUp(task, of: worker, .timeout, "the time was over; allow more with --timeout")
      } else if worker.memory > options.memory {
        let megabytes = options.memory / 1_000_000
        replace(worker)
        giveUp(
          task,
          of: worker,
          .memory,
          "the document takes more than \(megabytes) MB of memory; allow more with --memory"
        )
      }
    }
  }

  /// Gives a document up, unless the worker's earlier documents may be to blame.
  private mutating func giveUp(
    _ task: DocumentTask,
    of worker: WorkerProcess,
    _ outcome: DocumentOutcome,
    _ message: String
  ) {
    var task = task
    task.draft = nil
    if worker.finished > 0, outcome != .timeout, task.canBeReadAgain {
      task.extraSeconds = 0
      retries.append(task)
    } else {
      task.seconds = max(0, worker.processorSeconds - task.processorStart)
      finished.append((task, WorkerReply(outcome: outcome, message: message)))
    }
  }
}
