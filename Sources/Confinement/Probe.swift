import Glibc
public import SystemPackage

/// Tries what a confined process must not be able to do; a hook for tests.
public enum Probe {
  /// What was not refused, by name; empty where all was.
  ///
  /// The places to try are a port of the loopback on which somebody listens and a file that belongs
  /// to the user, such as a ledger.
  public static func escapes(port: UInt16, file: FilePath) -> [String] {
    var escapes: [String] = []
    func attempt(_ name: String, _ isDone: Bool) { if isDone { escapes.append(name) } }
    attempt("read", opens("/etc/passwd", O_RDONLY))
    attempt("open", unsafe file.withPlatformString { opens(unsafe String(cString: $0), O_RDONLY) })
    attempt("write", opens("/tmp/extract-probe-\(getpid())", O_WRONLY | O_CREAT))
    attempt("connect", connects(to: port))
    attempt("exec", execs())
    attempt("fork", forks())
    attempt("signal", kill(getppid(), 0) == 0)
    return escapes
  }

  private static func opens(_ path: String, _ flags: Int32) -> Bool {
    let descriptor = unsafe open(path, flags, 0o600)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    if flags & O_CREAT != 0 { unsafe unlink(path) }
    return true
  }

  private static func connects(to port: UInt16) -> Bool {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard connection >= 0 else { return false }
    defer { close(connection) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return unsafe withUnsafePointer(to: &address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe connect(connection, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  /// A program that cannot be executed because it is none says ENOENT, a kernel that refuses EACCES
  /// or EPERM; a real one would take this process's place.
  private static func execs() -> Bool {
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe [nil]
    unsafe execve("/bin/no-such-program", &arguments, &arguments)
    return errno == ENOENT
  }

  private static func forks() -> Bool {
    var child: pid_t = 0
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe [strdup("true"), nil]
    defer { unsafe free(arguments[0]) }
    guard unsafe posix_spawn(&child, "/bin/true", nil, nil, &arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    unsafe waitpid(child, &status, 0)
    return true
  }
}
