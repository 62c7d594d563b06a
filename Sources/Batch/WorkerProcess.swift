import CLinux
import Confinement
import Glibc
import SystemPackage

/// A worker as the batch sees it: a process, the pipes to it, and what it works on.
///
/// The one owner of the process: it is killed and waited for when this goes away.
final class WorkerProcess {
  /// How a process ended.
  enum Ending: Hashable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  /// The process.
  let id: pid_t
  private let input: Int32
  /// Where its frames come from.
  let output: Int32
  /// Where come the words that libraries print.
  let errors: Int32

  var decoder = FrameDecoder()
  /// Whether it said that it waits for documents.
  var isReady = false
  /// What it works on.
  var task: DocumentTask?
  /// How many documents it has finished.
  var finished = 0
  /// The last words of its libraries.
  private(set) var lastWords: [UInt8] = []
  private var hasEnded = false
  private let start = ContinuousClock.now

  /// The bytes of `lastWords` that are kept.
  private static let mostWords = 2000

  /// Starts this program anew with other arguments.
  init(arguments: [String]) throws(BatchError) {
    let toWorker = try Self.socket()
    let fromWorker = try Self.pipe()
    let words = try Self.pipe()
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, toWorker.read, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, fromWorker.write, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, words.write, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    Self.separate(&attributes)
    var process: pid_t = 0
    let failure = unsafe Self.withCStrings(["extract"] + arguments) { arguments in
      unsafe Self.withCStrings(Environment.ofReaders) { environment in
        // The link names this very program, even when its file was replaced meanwhile.
        unsafe posix_spawn(
          &process,
          "/proc/self/exe",
          &actions,
          &attributes,
          arguments,
          environment
        )
      }
    }
    for descriptor in [toWorker.read, fromWorker.write, words.write] { close(descriptor) }
    id = process
    input = toWorker.write
    output = fromWorker.read
    errors = words.read
    guard failure == 0 else {
      hasEnded = true
      throw .worker(reason: systemReason(failure))
    }
    for descriptor in [output, errors] {
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }
  }

  deinit {
    if !hasEnded { _ = end() }
    for descriptor in [input, output, errors] { close(descriptor) }
  }

  private static func pipe() throws(BatchError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe Glibc.pipe(&ends) == 0 else { throw .worker(reason: systemReason()) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// A pipe over which open files go too.
  private static func socket() throws(BatchError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    guard unsafe socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else {
      throw .worker(reason: systemReason())
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  /// A group of its own, so that Ctrl-C reaches the batch alone, and signals as they are at first.
  private static func separate(_ attributes: inout posix_spawnattr_t) {
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
  }

  private static func withCStrings<Result>(
    _ strings: [String],
    _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies: [UnsafeMutablePointer<CChar>?] = unsafe strings.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
    return unsafe body(copies)
  }

  /// Hands a document over: its name, and the right to read it.
  ///
  /// A worker that is gone is noticed by the end of its output.
  func send(name: String, _ file: Int32) {
    let bytes = Frame(kind: .document, content: Array(name.utf8)).bytes
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe clinux_send(input, buffer.baseAddress, buffer.count, file)
    }
    if (0..<bytes.count).contains(count) { _ = writeAll(Array(bytes[count...]), to: input) }
  }

  /// Reads what has come over a pipe; nothing where it is at its end.
  func read(_ descriptor: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe buffer.withUnsafeMutableBytes { room in
      unsafe Glibc.read(descriptor, room.baseAddress, room.count)
    }
    if count < 0 { return errno == EAGAIN || errno == EINTR ? [] : nil }
    return count == 0 ? nil : Array(buffer[..<count])
  }

  /// Keeps the words of libraries, to say why the process died.
  func hear(_ bytes: [UInt8]) {
    lastWords = Array((lastWords + bytes).suffix(Self.mostWords))
  }

  /// The seconds since its start.
  var age: Double { start.duration(to: .now) / .seconds(1) }

  /// Forgets them, because a new document begins.
  func forgetWords() { lastWords = [] }

  /// The seconds that the processor has worked for the process on all of its threads.
  var processorSeconds: Double {
    var clock = clockid_t()
    var time = timespec()
    guard unsafe clock_getcpuclockid(id, &clock) == 0, unsafe clock_gettime(clock, &time) == 0
    else { return 0 }
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The memory that the process holds, in bytes; the second number of statm is in pages.
  var memory: Int {
    let descriptor = unsafe open("/proc/\(id)/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    let numbers = read(descriptor).map { $0.split(separator: 0x20) } ?? []
    guard numbers.count > 1 else { return 0 }
    return (Int(String(decoding: numbers[1], as: UTF8.self)) ?? 0) * Int(getpagesize())
  }

  /// Kills the process where it still runs, and says how it ended.
  func end() -> Ending {
    kill(id, SIGKILL)
    return wait()
  }

  /// Waits for the end of a process that is known to end.
  func wait() -> Ending {
    var status: Int32 = 0
    while unsafe waitpid(id, &status, 0) < 0, errno == EINTR {}
    hasEnded = true
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }
}
