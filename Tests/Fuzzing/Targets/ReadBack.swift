import Catalogue
import Glibc
import JSONModel
import Regression

/// Outputs that come back from outside.
enum ReadBack {
  /// In memory where the system has a folder for that.
  private static let catalogue: Catalogue? = {
    let path = "/dev/shm/deliberations-fuzz-\(getpid()).sqlite"
    unsafe unlink(path)
    let catalogue = try? Catalogue(path: path)
    // The file lives for as long as it is open.
    unsafe unlink(path)
    return catalogue
  }()

  private static let truth = try? JSON(
    Array(#"{"deliberations":[{"number":"2024-017","grants":[{"amount":1250.00}]}]}"#.utf8)
  )

  static func read(_ bytes: [UInt8]) {
    _ = try? catalogue?.store(bytes, path: "act.pdf")
    guard let output = try? JSON(bytes), let truth else { return }
    _ = Comparison(expected: truth, got: output).scores
    _ = Comparison(expected: output, got: output).differences
    _ = "\(output)"
    _ = output.integer
  }
}
