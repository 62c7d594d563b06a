import SystemTestSupport
import Testing

/// PDFs under a password, made with qpdf.
struct EncryptionTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  private func encrypt(user: String, bits: Int) async throws {
    let options = bits == 256 ? [] : ["--allow-weak-crypto"]
    let outcome = try await Launch(
      "/usr/bin/env",
      ["qpdf"] + options + [
        "--encrypt", user, "owner", String(bits), "--", Fixtures.cleanAct,
        sandbox.file("locked.pdf"),
      ]
    ).run()
    try #require(outcome.ending == .exited(0), "\(outcome.errors)")
  }

  @Test(arguments: [40, 128, 256])
  func `asks for the password`(bits: Int) async throws {
    try await encrypt(user: "sésame", bits: bits)
    let outcome = try await sandbox.extract("locked.pdf")
    #expect(outcome.ending == .exited(65))
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors
        == "locked.pdf: error: the PDF is encrypted; give its password with --password\n"
    )
  }

  @Test(arguments: [40, 128, 256])
  func `reads the act with the right password`(bits: Int) async throws {
    try await encrypt(user: "sésame", bits: bits)
    let outcome = try await sandbox.extract("--password", "sésame", "locked.pdf")
    #expect(outcome.ending == .exited(0))
    let act = try JSON(outcome.output)["deliberations"]?.elements.first
    #expect(act?["number"] == "2023-041")
    #expect(try await OutputContract.problems(in: outcome) == "")
  }

  @Test(arguments: [["files"], ["text"]])
  func `says that a wrong password does not open the PDF`(command: [String]) async throws {
    try await encrypt(user: "sesame", bits: 256)
    let outcome = try await sandbox.extract(command + ["--password", "wrong", "locked.pdf"])
    #expect(outcome.ending == .exited(65))
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == "locked.pdf: error: the password does not open the PDF; check it\n"
    )
  }

  @Test func `reads the password from a file, and asks for it on a terminal`() async throws {
    try await encrypt(user: "sésame", bits: 256)
    try sandbox.write("sésame\n", to: "word")
    for files in [["locked.pdf"], ["locked.pdf", "locked.pdf"]] {
      let outcome = try await sandbox.extract(["--quiet", "--password-file", "word"] + files)
      #expect(outcome.ending == .exited(0), "\(outcome.errors)")
      #expect(outcome.text.contains("2023-041"))
    }
    let none = try await sandbox.extract("locked.pdf", "--password-file", "-")
    #expect(none.ending == .exited(64))
    #expect(none.errors.contains("no terminal"))
    try sandbox.write(
      """
      import os, pty, sys
      child, terminal = pty.fork()
      if child == 0: os.execv(sys.argv[1], sys.argv[1:])
      seen, asked = b"", False
      try:
          while part := os.read(terminal, 4096):
              seen += part
              if b"password:" in seen and not asked:
                  asked = os.write(terminal, "sésame\\n".encode()) > 0
      except OSError: pass
      sys.stdout.buffer.write(seen)
      """,
      to: "type.py"
    )
    let asked = try await sandbox.shell(
      "python3 type.py \"$0\" --quiet --password-file - locked.pdf locked.pdf"
    )
    #expect(asked.text.contains("password:"))
    #expect(asked.text.contains("2023-041"), "\(asked.text)")
    #expect(!asked.text.contains("sésame"))
  }

  @Test func `hides a password from those who look at its workers`() async throws {
    try await encrypt(user: "sésame", bits: 256)
    let seen = try await sandbox.shell(
      """
      "$0" --quiet --password sésame $(yes locked.pdf | head -n 30) > acts.jsonl & reader=$!
      seen=
      while [ -z "$seen" ] && kill -0 $reader 2> /dev/null; do
        for child in $(cat /proc/$reader/task/*/children 2> /dev/null); do
          seen=$seen$({ tr '\\0' ' ' < /proc/$child/cmdline | grep 'extract[ ]worker '; } 2> /dev/null || :)
        done
      done
      wait $reader; echo "$seen"; wc -l < acts.jsonl
      """
    )
    #expect(seen.text.contains(" worker "))
    #expect(seen.text.contains("--password-file"))
    #expect(!seen.text.contains("sésame"))
    #expect(seen.text.hasSuffix("30\n"), "\(seen.text) \(seen.errors)")
  }

  @Test func `needs no password where only changes are locked`() async throws {
    try await encrypt(user: "", bits: 256)
    let outcome = try await sandbox.extract("locked.pdf")
    #expect(outcome.ending == .exited(0))
  }
}
