import Foundation
import Glibc
import SystemTestSupport
import Testing

/// What a document could do that took over the process that reads it.
struct SandboxTests {
  let sandbox: Sandbox
  private let listener: Listener

  init() throws {
    sandbox = try Sandbox()
    listener = try Listener()
    try sandbox.copy(Fixtures.cleanAct, to: "act.pdf")
    try sandbox.copy(Fixtures.notedAct, to: "noted.pdf")
    try sandbox.makeFolder("out")
    try sandbox.write("secret", to: "out/ledger.sqlite.old")
  }

  /// What the process tries once it has given its rights up: files, a connection, a program, a
  /// signal.
  private var probe: [String] {
    ["--probe", "\(listener.port):\(sandbox.file("out/ledger.sqlite.old"))"]
  }

  private static let all = ["read", "open", "write", "connect", "exec", "fork", "signal"]

  /// Ways to read documents: alone, with each kind of output, several, a batch.
  static let ways: [[String]] = [
    ["act.pdf"], ["act.pdf", "-o", "act.json"], ["text", "act.pdf"],
    ["text", "act.pdf", "--debug", "out"], ["tables", "act.pdf"], ["structure", "act.pdf"],
    ["act.pdf", "noted.pdf"], ["batch", "act.pdf", "noted.pdf", "--output", "out"],
  ]

  @Test(arguments: ways)
  func `is refused by the kernel`(way: [String]) async throws {
    let outcome = try await sandbox.extract(way + probe)
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
    #expect(!outcome.errors.contains("not refused"))
    let plain = try await sandbox.extract(way)
    #expect(outcome.output == plain.output)
  }

  /// So that the test above can fail.
  @Test(arguments: ways)
  func `is possible without the sandbox, which is said aloud`(way: [String]) async throws {
    let outcome = try await sandbox.extract(way + probe + ["--no-sandbox"])
    #expect(outcome.ending == .exited(70))
    for name in Self.all { #expect(outcome.errors.contains(name)) }
    let quiet = try await sandbox.extract(way + ["--no-sandbox"])
    #expect(quiet.ending == .exited(0))
    #expect(quiet.errors.contains("the sandbox is off"))
  }

  /// The manager of Dispatch's threads opens `/proc/self/task`, and ends the process where it may not.
  @Test func `is not broken by threads that ask for files`() throws {
    for path in Places.files(below: Places.root + "/Sources", suffix: ".swift") {
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(!text.contains("import Dispatch"), "\(path)")
    }
  }

  @Test func `is not helped by what the user's variables say`() async throws {
    let outcome = try await sandbox.shell(
      """
      SECRET=hidden "$0" batch act.pdf noted.pdf --output out --jobs 1 --timeout 30 --ocr always &
      batch=$!
      until worker=$(cat /proc/$batch/task/$batch/children) && [ -n "$worker" ] \
        && tr '\\0' ' ' < /proc/${worker%% *}/cmdline | grep -q ' worker '; do :; done
      tr '\\0' '\\n' < /proc/${worker%% *}/environ | cut -d= -f1
      wait $batch
      """
    )
    #expect(!outcome.text.contains("SECRET"))
    #expect(!outcome.text.contains("HOME"))
  }

  @Test func `still finds libraries, fonts, the dictionary and language data`() async throws {
    let scan = Places.samples + "/haute-lys/2023/2023-041-scan/source.pdf"
    let confined = try await sandbox.extract(scan)
    let free = try await sandbox.extract(scan, "--no-sandbox")
    #expect(confined.ending == .exited(0))
    #expect(confined.output == free.output)
    #expect(confined.text.contains("\"ocr\""))
  }
}

/// Somebody who listens on a port of the loopback.
private final class Listener: Sendable {
  let port: UInt16
  private let descriptor: Int32

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = self.descriptor
    let result = unsafe withUnsafeMutablePointer(to: &address) { address in
      unsafe address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        unsafe bind(descriptor, address, size) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, address, &size) == 0
      }
    }
    try #require(result)
    port = UInt16(bigEndian: address.sin_port)
  }

  deinit { close(descriptor) }
}
