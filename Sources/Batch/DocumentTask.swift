import Glibc
import Pipeline
import SystemPackage

/// One content to be extracted, and how far that is.
struct DocumentTask {
  /// The place of its first path in the list.
  let index: Int
  let path: FilePath
  /// The SHA-256 that the content must have; empty where any will do.
  var sha256 = ""
  /// Whether it must be a regular file; else it may be standard input or a pipe, which is read once.
  var isRegular = true
  /// When the worker was given it.
  var start = ContinuousClock.now
  /// What the worker had used of the processor then, in seconds.
  var processorStart = 0.0
  /// The seconds that pages to be recognised add to its time.
  var extraSeconds = 0.0
  /// What the worker has written of its output.
  var draft: Draft?
  /// The seconds that the processor worked on it.
  var seconds = 0.0

  /// The seconds since the worker was given it.
  var age: Double { start.duration(to: .now) / .seconds(1) }

  /// Whether a second try finds the same content.
  var canBeReadAgain: Bool {
    isRegular || path != "-" && path.status.map { $0.st_mode & S_IFMT == S_IFREG } ?? false
  }

  /// Opens it.
  func open() throws(ExtractionFailure) -> Input { try Input(path: path, regular: isRegular) }
}
