import Foundation
import PageModel
import Pipeline
import SystemPackage

/// From the list to tasks, and from outcomes to the ledger.
extension Batch {
  /// The next content that must be extracted; documents before it that need nothing get their
  /// outcomes.
  mutating func nextTask() throws(BatchError) -> DocumentTask? {
    while next < inputs.paths.count {
      let index = next
      let path = inputs.paths[index]
      let sha256: String
      do throws(ExtractionFailure) {
        sha256 = try checksum(of: path)
      } catch {
        // Somebody wants the batch to end; the document is one of those that are left.
        if signals.isPending { return nil }
        next += 1
        fail(index, error.outcome, message: sentence(error))
        continue
      }
      next += 1
      guard options.shard?.holds(sha256) ?? true else {
        leave(index)
        continue
      }
      if awaiting[sha256] != nil {
        awaiting[sha256]?.append(index)
      } else if let known = finished.extractions[sha256] {
        finish(index, known)
      } else if let known = try ledger.extraction(of: sha256), !isToBeDone(known) {
        if !done.contains(sha256) { status.before += 1 }
        try finish(index, known, before: ledger.document(at: path))
      } else {
        awaiting[sha256] = [index]
        return DocumentTask(index: index, path: path, sha256: sha256)
      }
    }
    return nil
  }

  /// The SHA-256 of a file, within the time that a document may take by the clock.
  private func checksum(of path: FilePath) throws(ExtractionFailure) -> String {
    let end = clock.now + .seconds(options.workers.clockSeconds)
    let signals = self.signals
    return try Input(path: path, regular: true)
      .sha256 { clock.now < end && !signals.isPending }
  }

  /// Whether a content is extracted although the ledger knows it.
  private func isToBeDone(_ known: Ledger.Extraction) -> Bool {
    if done.contains(known.sha256) { return false }
    if options.force || known.settings != options.fingerprint { return true }
    return known.outcome == .done ? !folder.holds(known) : options.retryFailed
  }

  /// Leaves a document to another shard.
  private mutating func leave(_ index: Int) {
    status.documents -= 1
    finished.lines.append((index, nil))
    finished.touch()
  }

  /// Gives a document the outcome of its content.
  mutating func finish(
    _ index: Int,
    _ extraction: Ledger.Extraction,
    before: Ledger.Document? = nil
  ) {
    let document = Ledger.Document(path: inputs.paths[index], sha256: extraction.sha256)
    if document != before { finished.documents.append(document) }
    finished.lines.append((index, extraction.outcome == .done ? extraction : nil))
    finished.touch()
    status.outcomes[extraction.outcome, default: 0] += 1
    if extraction.outcome == .done, extraction.deliberations == 0 { status.withoutActs += 1 }
  }

  /// Gives a document an outcome of its own, for it has no content that could be extracted.
  mutating func fail(_ index: Int, _ outcome: DocumentOutcome, message: String) {
    let path = inputs.paths[index]
    // What cannot be read has no content; its name says which shard reports it.
    if let shard = options.shard, !shard.holds(nameOf: path) {
      leave(index)
      return
    }
    finished.documents.append(Ledger.Document(path: path, failure: outcome, message: message))
    finished.lines.append((index, nil))
    finished.touch()
    status.outcomes[outcome, default: 0] += 1
    report(.failure(path, outcome, message: message))
  }

  /// Gives the documents with the content of a task their outcome.
  mutating func finish(_ task: DocumentTask, _ reply: WorkerReply) {
    let paths = awaiting.removeValue(forKey: task.sha256) ?? [task.index]
    if let sha256 = reply.sha256, sha256 != task.sha256 {
      for index in paths {
        fail(index, .changed, message: "the file changed while it was read; run the batch again")
      }
      return
    }
    if reply.outcome == .missing {
      let message = reply.message ?? ""
      for index in paths { fail(index, .missing, message: message) }
      return
    }
    let extraction = Ledger.Extraction(
      sha256: task.sha256,
      settings: options.fingerprint,
      programVersion: Program.version,
      definition: reply.definition,
      outcome: reply.outcome,
      message: reply.message,
      pages: reply.pages,
      deliberations: reply.deliberations,
      seconds: (task.seconds * 1000).rounded() / 1000,
      finishedAt: (Date.now.timeIntervalSince1970 * 1000).rounded() / 1000,
      outputSHA256: reply.outcome == .done ? task.draft?.sha256 : nil
    )
    finished.extractions[task.sha256] = extraction
    if reply.outcome == .done, let draft = task.draft { finished.drafts.append(draft) }
    done.insert(task.sha256)
    status.extracted += 1
    status.pages += reply.pages ?? 0
    for finding in reply.findings ?? [] where finding.severity != Severity.note.rawValue {
      status.findings[finding.code, default: 0] += 1
    }
    for index in paths {
      finish(index, extraction)
      guard reply.outcome != .done else { continue }
      report(.failure(inputs.paths[index], reply.outcome, message: reply.message ?? ""))
    }
  }

  /// Makes what is finished durable: outputs first, then what says that they are there.
  mutating func flush() throws(BatchError) {
    guard !finished.isEmpty else { return }
    let work = finished
    finished = FinishedWork()
    try folder.checkPlace()
    for draft in work.drafts { try draft.publish() }
    if !work.drafts.isEmpty { try folder.synchronise() }
    try folder.checkPlace()
    try catalogue(work)
    try ledger.record(work.extractions.values.sorted { $0.sha256 < $1.sha256 }, work.documents)
    for (index, done) in work.lines {
      try lines?.append(done?.sha256, at: index, from: folder)
    }
  }
}
