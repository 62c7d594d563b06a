import CLinux
import Glibc
import SystemPackage

/// Which files may be opened, as Landlock has it.
struct FileRules {
  let renames: FilePath?
  let writes: FilePath?

  /// The rights of `linux/landlock.h`, whose header on Debian 12 names the first 14.
  private enum Right {
    static let write: UInt64 = 1 << 1
    static let read: UInt64 = 1 << 2
    static let list: UInt64 = 1 << 3
    static let removeFile: UInt64 = 1 << 5
    static let makeFile: UInt64 = 1 << 8
    static let truncate: UInt64 = 1 << 14
    /// Rights that each version added.
    static let known: [UInt64] = [(1 << 13) - 1, 1 << 13, 1 << 14, 0, 1 << 15]
    /// TCP's bind and connect, since version 4.
    static let network: UInt64 = 0b11
    /// Abstract sockets and signals, since version 6.
    static let scopes: UInt64 = 0b11
  }

  /// What libraries read when they are first used: themselves, fonts and the tables of fonts,
  /// the dictionary, the data of recognition.
  private static let read: [FilePath] = [
    "/etc/ld.so.cache", "/etc/fonts", "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib",
    "/usr/local/share/fonts", "/usr/share/fontconfig", "/usr/share/fonts",
    "/usr/share/hunspell", "/usr/share/myspell", "/usr/share/poppler", "/usr/share/tesseract-ocr",
    "/usr/share/tessdata", "/var/cache/fontconfig", "/sys/devices/system/cpu/online",
  ]

  /// Puts the rules on the process, where the kernel knows Landlock.
  func enforce() throws(Confinement.Failure) {
    let version = Int(clinux_landlock_version())
    guard version > 0 else { return }
    let handled = Right.known.prefix(version).reduce(0, |)
    var rights = clinux_landlock(
      files: handled,
      network: version >= 4 ? Right.network : 0,
      scopes: version >= 6 ? Right.scopes : 0
    )
    let size = version >= 6 ? 24 : version >= 4 ? 16 : 8
    let rules = unsafe clinux_landlock_make(&rights, size)
    guard rules >= 0 else { throw .refused(reason: Confinement.reason) }
    defer { close(rules) }
    for path in Self.read + Environment.libraryFolders { allow(Right.read | Right.list, path) }
    allow(handled & (Right.write | Right.truncate), "/dev/null")
    if let renames { allow(Right.makeFile | Right.removeFile, renames) }
    if let writes { allow(handled & (Right.write | Right.truncate | Right.makeFile), writes) }
    guard clinux_landlock_enforce(rules) == 0 else { throw .refused(reason: Confinement.reason) }

    /// What is not there needs no right; a file takes only the rights that files have.
    func allow(_ rights: UInt64, _ path: FilePath) {
      let descriptor = unsafe path.withPlatformString { name in
        unsafe open(name, clinux_place | O_CLOEXEC)
      }
      guard descriptor >= 0 else { return }
      defer { close(descriptor) }
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else { return }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      let ofFiles = Right.read | Right.write | Right.truncate
      _ = clinux_landlock_allow(rules, descriptor, isFolder ? rights : rights & ofFiles)
    }
  }
}
