import Glibc
import SystemTestSupport
import Testing

/// Files and folders that are not what they should be.
struct BatchBadInputTests {
  /// A run in which even root may only do what the permissions of files say.
  private static func withoutPrivileges(_ arguments: [String]) -> [String] {
    geteuid() == 0 ? ["setpriv", "--bounding-set", "-all"] + arguments : arguments
  }

  private func run(_ acts: BatchSandbox, _ arguments: [String]) async throws -> Outcome {
    var launch = Launch("/usr/bin/env", Self.withoutPrivileges([Places.extract] + arguments))
    launch.folder = acts.sandbox.path
    return try await launch.run()
  }

  @Test func `gives each of them an outcome and does the rest`() async throws {
    let acts = try BatchSandbox(documents: 1)
    let sandbox = acts.sandbox
    try sandbox.write("", to: "acts/empty.pdf")
    try sandbox.write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], to: "acts/image.pdf")
    try sandbox.write("%PDF-1.7\n", to: "acts/head.pdf")
    try sandbox.copy(Places.samples + "/haute-lys/2023/2023-041/source.pdf", to: "acts/a\nb.pdf")
    try sandbox.copy(Fixtures.notedAct, to: "acts/closed.pdf")
    try sandbox.makeFolder("acts/closed")
    try await sandbox.shell(
      "cd acts; mkfifo pipe.pdf; ln -s nowhere link.pdf; chmod 0 closed closed.pdf"
    )
    let outcome = try await run(acts, ["batch", "acts", "none.pdf", "--output", "out"])
    #expect(outcome.ending == .exited(1))
    #expect(
      try await acts.outcomes() == [
        "00.pdf": "done", "a\nb.pdf": "done", "empty.pdf": "unreadable", "image.pdf": "unreadable",
        "head.pdf": "unreadable", "closed.pdf": "unreadable", "closed": "unreadable",
        "pipe.pdf": "unreadable", "link.pdf": "missing", "none.pdf": "missing",
      ]
    )
    #expect(outcome.errorLines.count { $0.contains(": error: ") } == 8)
    try await sandbox.shell("chmod 700 acts/closed")
  }

  @Test func `reads a file whose name is not valid UTF-8, named or found`() async throws {
    let acts = try BatchSandbox(documents: 1)
    let outcome = try await acts.sandbox.shell(
      """
      name=$(printf 'caf\\351.pdf')
      mv acts/00.pdf "acts/$name"
      "$0" batch "acts/$name" --output named
      "$0" batch acts --output found
      printf 'acts/%s\\0' "$name" | "$0" batch - --output listed
      """
    )
    #expect(outcome.ending == .exited(0), "\(outcome.errors)")
    for folder in ["named", "found", "listed"] {
      #expect(try await acts.outcomes(in: folder) == ["caf\u{FFFD}.pdf": "done"])
      let rows = try await acts.rows("SELECT hex(path) AS path FROM document", in: folder)
      #expect(rows.first?["path"]?.string?.hasSuffix("636166E92E706466") == true)
    }
  }

  @Test func `says when a folder holds no documents`() async throws {
    let acts = try BatchSandbox(documents: 0)
    let outcome = try await acts.batch()
    #expect(outcome.ending == .exited(0))
    #expect(outcome.errors.contains("0 of 0 documents"))
  }

  @Test func `does not begin where the outputs cannot be written`() async throws {
    let acts = try BatchSandbox(documents: 1)
    try acts.sandbox.makeFolder("closed")
    try await acts.sandbox.shell("chmod 500 closed")
    for folder in ["closed", "closed/new", "acts/00.pdf"] {
      let outcome = try await run(acts, ["batch", "acts", "--output", folder])
      #expect(outcome.ending == .exited(73))
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.contains("the output folder cannot be used"))
    }
  }

  @Test func `stops when the disk is full and goes on when there is room`() async throws {
    let acts = try BatchSandbox(documents: 3)
    // A limit on the size of files stands for a disk without room: the ledger fits, the output of
    // the second document does not.
    let stopped = try await acts.sandbox.shell(
      """
      qpdf --empty --pages $(for i in {1..40}; do echo acts/01.pdf 1-z; done) -- acts/00b.pdf
      ulimit -f 400
      exec "$0" batch acts --output out --jobs 1
      """
    )
    #expect(stopped.ending == .exited(74))
    #expect(stopped.errors.contains("the batch stops because it cannot write"))
    let done = try await acts.outcomes()
    #expect(Set(done.values).isSubset(of: ["done"]))
    #expect(done.count < 4)
    let resumed = try await acts.batch()
    #expect(resumed.ending == .exited(0))
    #expect(resumed.errors.contains("\(done.count) of them before; \(4 - done.count) contents"))
  }

  @Test func `answers a ledger that it cannot read with 65`() async throws {
    let acts = try BatchSandbox(documents: 1)
    try acts.sandbox.makeFolder("out")
    try acts.sandbox.write(String(repeating: "no ledger ", count: 50), to: "out/ledger.sqlite")
    let outcome = try await acts.batch()
    #expect(outcome.ending == .exited(65))
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("ledger.sqlite cannot be read"))
  }

  @Test(arguments: [
    ["batch", "acts"], ["batch", "--output", "out"],
    ["batch", "acts", "--output", "out", "--shard", "3/2"],
    ["batch", "acts", "--output", "out", "--jobs", "0"],
    ["batch", "acts", "--output", "out", "--memory", "5"],
  ])
  func `answers a wrong command line with 64`(arguments: [String]) async throws {
    let acts = try BatchSandbox(documents: 1)
    let outcome = try await acts.sandbox.extract(arguments)
    #expect(outcome.ending == .exited(64))
    #expect(outcome.errors.contains("Usage: extract batch"))
  }
}
