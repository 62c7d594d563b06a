import Foundation
import JSONModel

/// A corpus read by the tool as it is, beside its truth and beside what was accepted before.
public struct RegressionReport: Sendable {
  /// What reading a source gave.
  public enum Reading: Sendable {
    /// The output, one JSON object.
    case output([UInt8])
    /// Why there is none, in one sentence.
    case failure(String)
  }

  /// The results, sorted by `id`.
  public let documents: [DocumentResult]
  private let corpus: Corpus
  private let record: Record

  /// Reads the documents of a corpus one after the other and compares.
  ///
  /// Only those whose `id` begins with one of `prefixes`, step by step, where there are any. Before
  /// each document `progress` hears its position from 1, how many there are, and its `id`; `read`
  /// gives the output for the path of a source.
  public init(
    _ corpus: Corpus,
    only prefixes: [String] = [],
    progress: (Int, Int, String) -> Void = { _, _, _ in },
    read: (String) -> Reading
  ) throws(CorpusError) {
    func isChosen(_ id: String) -> Bool {
      prefixes.isEmpty || prefixes.contains { id == $0 || id.hasPrefix($0 + "/") }
    }
    let record = try Record(corpus: corpus.folder)
    let chosen = corpus.documents.filter { isChosen($0.id) }
    var results: [DocumentResult] = []
    for (index, document) in chosen.enumerated() {
      progress(index + 1, chosen.count, document.id)
      results.append(Self.result(of: document, record, read))
    }
    let present = Set(corpus.documents.map(\.id))
    for (id, scores) in record.scores where isChosen(id) && !present.contains(id) {
      results.append(
        DocumentResult(
          id: id,
          year: Self.year(of: id),
          outcome: .vanished,
          isRecorded: true,
          recordedScores: scores
        )
      )
    }
    guard !results.isEmpty else { throw .noDocument }
    self.corpus = corpus
    self.record = record
    documents = results.sorted { $0.id < $1.id }
  }

  private static func year(of id: String) -> String {
    id.split(separator: "/").dropFirst().first.map(String.init) ?? ""
  }

  private static func result(
    of document: Corpus.Document,
    _ record: Record,
    _ read: (String) -> Reading
  ) -> DocumentResult {
    var result = DocumentResult(
      id: document.id,
      year: document.year,
      outcome: .compared,
      isRecorded: record.scores[document.id] != nil,
      recordedScores: record.scores[document.id] ?? [:]
    )
    guard let expected = document.expected else {
      result.outcome = .withoutTruth
      return result
    }
    guard let truth = try? JSON(file: expected), truth["deliberations"] != nil else {
      result.outcome = .wrongTruth("expected.json is no output of extract; correct it by hand")
      return result
    }
    var got = JSON.object([:])
    switch document.source.map(read) {
    case .output(let bytes)?:
      if let output = try? JSON(bytes) {
        got = output
      } else {
        result.outcome = .unreadable("the output is no JSON")
      }
    case .failure(let reason)?: result.outcome = .unreadable(reason)
    case nil:
      result.outcome = .unreadable("there is no source.pdf or source.txt beside expected.json")
    }
    let comparison = Comparison(expected: truth, got: got)
    result.scores = comparison.scores
    if result.outcome == .compared {
      result.judge(comparison.differences, recorded: record.differences[document.id] ?? [:])
    }
    return result
  }

  // MARK: - Sums

  /// The values that were lost, over all documents.
  public var lossCount: Int { documents.reduce(0) { $0 + $1.lossCount } }

  /// The documents with a truth that `accept` cannot take.
  public var unacceptableCount: Int {
    documents.count { document in
      switch document.outcome {
      case .unreadable, .wrongTruth: true
      case .compared, .withoutTruth, .vanished: false
      }
    }
  }

  /// The values that became right, over all documents.
  public var gainCount: Int { documents.reduce(0) { $0 + $1.gains.count } }

  /// The years of the documents that were compared, sorted.
  var years: [String] { Set(documents.filter { !$0.scores.isEmpty }.map(\.year)).sorted() }

  /// The families in which there is a value, sorted.
  var families: [String] { Set(documents.flatMap(\.scores.keys)).sorted() }

  /// The score of a family, or of all, in a year, or in all.
  func score(family: String?, year: String?) -> Score {
    documents.filter { year == nil || $0.year == year }.flatMap(\.scores)
      .filter { family == nil || $0.key == family }
      .reduce(Score()) { $0 + $1.value }
  }

  /// By how much the F1 of the documents on record has changed since.
  func change(family: String?, year: String?) -> Double {
    var (before, now) = (Score(), Score())
    for document in documents
    where document.isRecorded && document.outcome != .vanished
      && (year == nil || document.year == year)
    {
      for (name, score) in document.recordedScores where family == nil || name == family {
        before += score
      }
      for (name, score) in document.scores where family == nil || name == family { now += score }
    }
    return now.f1 - before.f1
  }

  // MARK: - Acceptance

  /// Records the present scores and differences of the compared documents and forgets those that
  /// have vanished; what could not be read or has a wrong truth stays on record as it was.
  public func accept() throws(CorpusError) {
    var record = record
    for document in documents {
      switch document.outcome {
      case .compared:
        record.scores[document.id] = document.scores
        var known: [KnownDifference: Int] = [:]
        for finding in document.findings {
          known[KnownDifference(finding.difference), default: 0] += 1
        }
        record.differences[document.id] = known.isEmpty ? nil : known
      case .vanished:
        record.scores[document.id] = nil
        record.differences[document.id] = nil
      case .withoutTruth, .unreadable, .wrongTruth: continue
      }
    }
    try record.write(corpus: corpus.folder)
  }
}
