import Glibc

/// What a finished program used.
struct Usage {
  var seconds: Double
  /// The time of all its threads, in seconds.
  var processorSeconds: Double
  /// The most memory it held at once, in megabytes.
  var peakMegabytes: Double
}

/// Runs a program whose output nobody reads; nothing where it fails.
///
/// The kernel counts the memory of the parent at the start as the child's, so a parent that
/// measures must be small.
func usage(of command: [String]) -> Usage? {
  var actions = unsafe posix_spawn_file_actions_t()
  guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
  defer { unsafe posix_spawn_file_actions_destroy(&actions) }
  for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
    unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
  }
  var arguments: [UnsafeMutablePointer<CChar>?] = unsafe command.map { unsafe strdup($0) } + [nil]
  defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
  var process: pid_t = 0
  let start = ContinuousClock.now
  let failure = unsafe posix_spawnp(&process, command[0], &actions, nil, &arguments, environ)
  guard failure == 0 else { return nil }
  var status: Int32 = 0
  var used = rusage()
  while unsafe wait4(process, &status, 0, &used) < 0 {
    guard errno == EINTR else { return nil }
  }
  guard status == 0 else { return nil }
  return Usage(
    seconds: (ContinuousClock.now - start) / .seconds(1),
    processorSeconds: seconds(used.ru_utime) + seconds(used.ru_stime),
    peakMegabytes: Double(used.ru_maxrss) / 1024
  )
}

private func seconds(_ time: timeval) -> Double {
  Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000
}
