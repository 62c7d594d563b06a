import Foundation
import Glibc
import Pipeline
import SystemPackage

/// The pool of workers.
extension Batch {
  /// Gives a task to a worker that waits, or starts one; answers whether one took it.
  ///
  /// A second try needs a worker that has read nothing yet.
  mutating func handOut(_ task: DocumentTask, isRetry: Bool) throws(BatchError) -> Bool {
    let waiting = workers.first { worker in
      worker.isReady && worker.task == nil && (!isRetry || worker.finished == 0)
    }
    guard let waiting else {
      try startWorkers()
      return false
    }
    // A worker that does not give its memory back makes room for another one.
    if waiting.memory > options.memory / 2, waiting.finished > 0 {
      replace(waiting)
      return false
    }
    waiting.forgetWords()
    waiting.task = task
    waiting.task?.start = .now
    waiting.send(task.path)
    return true
  }

  /// Starts as many workers as the rest of the list can use.
  private mutating func startWorkers() throws(BatchError) {
    let starting = workers.count { !$0.isReady }
    let useful = retries.count + inputs.paths.count - next + 1 - starting
    for _ in 0..<max(0, min(options.jobs - workers.count, useful)) {
      workers.append(try WorkerProcess(arguments: options.workerArguments))
    }
  }

  private mutating func replace(_ worker: WorkerProcess) {
    workers.removeAll { $0 === worker }
  }

  /// Waits a moment for what workers have to say, and hears it.
  mutating func listen() throws(BatchError) {
    var descriptors = workers.flatMap { worker in
      [worker.output, worker.errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    }
    let count = unsafe poll(&descriptors, nfds_t(descriptors.count), Int32(Self.interval * 1000))
    guard count > 0 else { return }
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
      worker.task?.extraSeconds = RecognitionOptions.secondsPerPage * Double(pages)
    case .output:
      guard let task = worker.task else { return }
      if task.draft == nil { worker.task?.draft = try folder.draft(of: task.sha256) }
      try worker.task?.draft?.append(frame.content)
    case .reply:
      let reply = try? JSONDecoder().decode(WorkerReply.self, from: Data(frame.content))
      guard let task = worker.task, let reply else { return }
      worker.task = nil
      worker.finished += 1
      finish(task, reply)
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
  mutating func checkLimits() throws(BatchError) {
    for worker in workers {
      guard let task = worker.task else {
        guard worker.isReady || worker.age < Self.startLimit else {
          throw .worker(reason: "it does not answer")
        }
        continue
      }
      if task.seconds > options.secondsPerDocument + task.extraSeconds + Self.grace {
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
    if worker.finished > 0, outcome != .timeout {
      var again = task
      again.isSecondTry = true
      again.draft = nil
      again.extraSeconds = 0
      retries.append(again)
    } else {
      finish(task, WorkerReply(outcome: outcome, message: message))
    }
  }
}
