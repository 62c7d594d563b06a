public import Pipeline

/// Documents in, one outcome each.
///
/// One thread does it all: it hands documents to workers, listens to them, ends those that outgrow
/// their limits, and makes each output durable before the ledger says that it is done.
public struct Batch {
  let options: BatchOptions
  let inputs: InputList
  let sentence: (ExtractionFailure) -> String
  let report: (BatchEvent) -> Void

  var folder: OutputFolder
  var ledger: Ledger
  var lines: OutputLines?
  var signals: SignalWatch
  var status = BatchStatus()

  /// The processes that read.
  var pool: WorkerPool
  /// The next document of the list.
  var next = 0
  /// The places in the list of the documents whose content is being worked on, by content.
  var awaiting: [String: [Int]] = [:]
  /// The contents that were extracted in this run, well or not.
  var done: Set<String> = []
  /// What is finished and not yet durable.
  var finished = FinishedWork()

  let clock = ContinuousClock()
  let start: ContinuousClock.Instant

  /// Takes hold of the output folder and its ledger; `sentence` says why a file cannot be read.
  public init(
    _ inputs: InputList,
    options: BatchOptions,
    sentence: @escaping (ExtractionFailure) -> String,
    report: @escaping (BatchEvent) -> Void
  ) throws(BatchError) {
    self.inputs = inputs
    self.options = options
    self.sentence = sentence
    self.report = report
    signals = SignalWatch()
    folder = try OutputFolder(path: options.output)
    ledger = try Ledger(folder: options.output)
    pool = WorkerPool(options: options.workers, sentence: sentence) {
      [folder] task throws(BatchError) in
      try folder.draft(of: task.sha256)
    }
    if let path = options.lines { lines = try OutputLines(path: path) }
    start = clock.now
    status.documents = inputs.paths.count
  }

  /// Works until all is done or somebody ends it.
  public mutating func run() throws(BatchError) -> BatchStatus {
    do throws(BatchError) {
      try work()
      try flush()
    } catch {
      // What workers still do is lost; what is finished may still find room.
      pool.end()
      try? flush()
      try? lines?.finish(isWhole: false)
      throw error
    }
    pool.end()
    // A wish to end that came when nothing was left to hand out changed nothing.
    if status.finished == status.documents { status.interruption = nil }
    try lines?.finish(isWhole: status.interruption == nil)
    tell()
    return status
  }

  private mutating func work() throws(BatchError) {
    var prepared: DocumentTask?
    while true {
      guard !takeSignals() else { return }
      if status.interruption == nil {
        while try pool.retry() {}
        if prepared == nil { prepared = try nextTask() }
        while pool.retries.isEmpty, let task = prepared,
          try pool.take(task, rest: inputs.paths.count - next)
        {
          prepared = try nextTask()
        }
      }
      let isDone = status.interruption != nil || (prepared == nil && pool.retries.isEmpty)
      if isDone, !pool.isBusy, !pool.hasFinished, !signals.isPending { return }
      try pool.listen()
      for (task, reply) in pool.takeFinished() { finish(task, reply) }
      if finished.isDue { try flush() }
      tell()
    }
  }

  /// Notes signals; answers whether to stop at once.
  private mutating func takeSignals() -> Bool {
    while let signal = signals.take() {
      if status.interruption != nil { return true }
      status.interruption = signal
    }
    return false
  }

  mutating func tell() {
    status.seconds = start.duration(to: clock.now) / .seconds(1)
    report(.status(status))
  }
}
