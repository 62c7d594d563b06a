/// What this program is.
public enum Program {
  /// The version, in the output and in `--version`.
  public static let version = "0.1.0"
}
