import SystemPackage

/// One content to be extracted, and how far that is.
struct DocumentTask {
  /// The place of its first path in the list.
  let index: Int
  let path: FilePath
  let sha256: String
  /// Whether it failed in a worker that had read other documents before, whose doing it may be.
  var isSecondTry = false
  /// When the worker was given it.
  var start = ContinuousClock.now
  /// The seconds that pages to be recognised add to its time.
  var extraSeconds = 0.0
  /// What the worker has written of its output.
  var draft: OutputFolder.Draft?

  /// The seconds since the worker was given it.
  var seconds: Double { start.duration(to: .now) / .seconds(1) }
}
