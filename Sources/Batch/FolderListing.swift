import Glibc
import SystemPackage

/// What stands in a folder.
enum FolderListing {
  /// The names in a folder in the order of their bytes; nothing where it cannot be read.
  ///
  /// Names are bytes: they may hold line ends, or be no valid UTF-8.
  static func names(in path: FilePath) -> [FilePath.Component]? {
    guard let folder = unsafe path.withPlatformString({ name in unsafe opendir(name) }) else {
      return nil
    }
    defer { unsafe closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(folder) {
      // The name has room for 256 bytes and ends with a zero.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    names.sort { $0.lexicographicallyPrecedes($1) }
    return names.compactMap { FilePath(bytes: $0).lastComponent }
  }
}
