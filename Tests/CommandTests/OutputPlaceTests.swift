import SystemTestSupport
import Testing

/// Where an output goes: regular files whole or not at all, links to their files, devices and pipes
/// as they are.
struct OutputPlaceTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.copy(Fixtures.cleanAct, to: "act.pdf")
  }

  @Test func `is the file that a link leads to`() async throws {
    let direct = try await sandbox.extract("act.pdf")
    let run = try await sandbox.shell(
      """
      mkdir deep; ln -s target.json deep/link; ln -s deep/link link; echo old > deep/target.json
      chmod 640 deep/target.json
      "$0" act.pdf -o link
      "$0" batch act.pdf --output out --jsonl link
      test -L link && test -L deep/link && test ! -L deep/target.json
      stat -c %a deep/target.json
      """
    )
    #expect(run.ending == .exited(0), "\(run.errors)")
    #expect(run.text == "640\n")
    #expect(try JSON(sandbox.bytes(of: "deep/target.json")) == JSON(direct.output))
    #expect(try sandbox.names() == ["act.pdf", "deep", "link", "out"])
  }

  @Test func `is made where a link leads to nothing yet`() async throws {
    let run = try await sandbox.shell(
      "ln -s new.json link; \"$0\" act.pdf -o link; test -L link; test -f new.json"
    )
    #expect(run.ending == .exited(0), "\(run.errors)")
  }

  @Test(arguments: ["\"$0\" act.pdf -o", "\"$0\" batch act.pdf --output out --jsonl"])
  func `is a device or a pipe as it is`(command: String) async throws {
    let run = try await sandbox.shell(
      """
      mkfifo pipe; cat pipe > copy & \(command) pipe; wait; test -p pipe; test -s copy
      \(command) /dev/null; test -c /dev/null
      { echo before; \(command) /dev/stdout; echo after; } > printed
      { echo before; cat copy; echo after; } | cmp - printed
      """
    )
    #expect(run.ending == .exited(0), "\(run.errors)")
  }

  @Test(arguments: ["INT", "TERM", "HUP"])
  func `is left as it was by a program that is asked to end`(signal: String) async throws {
    let run = try await sandbox.shell(
      """
      qpdf --empty --pages $(for i in {1..800}; do echo act.pdf 1-z; done) -- long.pdf
      echo old > act.json
      env --default-signal "$0" long.pdf -o act.json & run=$!
      until ls -A | grep -q partial; do kill -0 $run; done
      kill -\(signal) $run; ! wait $run
      cat act.json; ls -A
      """
    )
    #expect(run.text == "old\nact.json\nact.pdf\nlong.pdf\n", "\(run.errors)")
  }

  @Test func `is whole or as it was when the disk is full`() async throws {
    let run = try await sandbox.shell(
      "\"$0\" act.pdf -o /dev/full; code=$?; test -c /dev/full; exit $code"
        .replacing("-o /dev/full;", with: "-o /dev/full && exit 9 || code=$?;")
        .replacing(" code=$?; test", with: " test")
    )
    #expect(run.ending == .exited(74), "\(run.errors)")
  }
}
