import Glibc
import SystemPackage

/// The variables of the process.
public enum Environment {
  /// Those that a reading process needs to find its libraries and data.
  private static let needed = ["LD_LIBRARY_PATH", "TESSDATA_PREFIX"]

  /// The variables that a process which reads documents starts with; of two values the first counts.
  ///
  /// Tesseract with more than one OpenMP thread takes six times as long (two cores); a backtrace of
  /// a crash takes seconds and goes to nobody.
  public static var ofReaders: [String] {
    ["OMP_THREAD_LIMIT=1", "SWIFT_BACKTRACE=enable=no"]
      + needed.compactMap { name in value(name).map { "\(name)=\($0)" } }
  }

  /// The folders that variables name, where libraries and language data lie.
  static var libraryFolders: [FilePath] {
    needed.compactMap(value).flatMap { $0.split(separator: ":") }.map { FilePath(String($0)) }
      .filter(\.isAbsolute)
  }

  private static func value(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Forgets all variables but those needed, and writes zeros over their text.
  static func clear() {
    let kept = ofReaders
    var place = unsafe environ
    while let variable = unsafe place.pointee {
      unsafe memset(variable, 0, strlen(variable))
      unsafe place += 1
    }
    clearenv()
    for variable in kept {
      let parts = variable.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { unsafe setenv(parts[0], parts[1], 0) }
    }
  }
}
