/// Which pages are recognised, and how.
public struct RecognitionOptions: Sendable {
  /// Which pages are recognised.
  public enum Mode: String, CaseIterable, Sendable {
    /// Pages whose text layer is missing or poor.
    case auto
    /// Every page.
    case always
    /// None.
    case never
  }

  /// Which pages are recognised.
  public var mode: Mode
  /// The language of Tesseract's data.
  public var language: String
  /// Hears of the start and of each page that is done, from any thread: how many are, and of how
  /// many.
  public var progress: (@Sendable (Int, Int) -> Void)?

  /// The seconds that each recognised page adds to what a document may take.
  public static let secondsPerPage = 10.0

  /// Makes options.
  public init(
    mode: Mode = .auto,
    language: String = "fra",
    progress: (@Sendable (Int, Int) -> Void)? = nil
  ) {
    self.mode = mode
    self.language = language
    self.progress = progress
  }
}
