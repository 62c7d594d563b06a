import CLinux
import Glibc
import SystemPackage

/// The one file of the process that is to go when the process ends early, by a signal too.
public enum PassingFile {
  /// Has Ctrl-C and requests to end remove a file first.
  static func remember(_ path: FilePath) {
    unsafe path.withPlatformString { name in unsafe clinux_remove_at_end(name) }
  }

  /// The file is no passing one any more.
  static func forget() { clinux_remove_at_end(nil) }

  /// Removes the file, before the process ends itself.
  public static func remove() { clinux_remove_now() }
}
