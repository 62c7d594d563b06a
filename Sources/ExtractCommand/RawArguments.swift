import Batch
import SystemPackage

/// The arguments of the program as bytes: a file's name may be no valid UTF-8, and the text of such
/// an argument is mended and names no file.
struct RawArguments {
  private var paths: [String: [FilePath]] = [:]

  init() {
    for index in 0..<Int(CommandLine.argc) {
      guard let argument = unsafe CommandLine.unsafeArgv[index] else { continue }
      let path = unsafe FilePath(platformString: argument)
      unsafe paths[String(cString: argument), default: []].append(path)
    }
  }

  /// The path that an argument stands for; of several that are mended to one text, each in turn.
  mutating func path(of argument: String) -> FilePath {
    guard let same = paths[argument], let first = same.first else { return FilePath(argument) }
    if same.count > 1 { paths[argument]?.removeFirst() }
    return first
  }
}
