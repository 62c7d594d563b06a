import SystemTestSupport
import Testing

/// What print and file names may do to a terminal or a spreadsheet: nothing.
struct SafePrintTests {
  let sandbox: Sandbox

  /// A red word, a title of the window, and letters that are shown from right to left.
  private static let print = "\u{1B}[31mrouge \u{202E}fdp\u{2066} \u{9B}2J"

  init() throws { sandbox = try Sandbox() }

  private static func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      [0x09, 0x0A, 0x0C].contains(scalar.value)
        || !(scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || (0x202A...0x202E).contains(scalar.value)
          || (0x2066...0x2069).contains(scalar.value))
    }
  }

  @Test(arguments: [["text"], ["structure"], []])
  func `is spelled out`(command: [String]) async throws {
    try sandbox.write("Le conseil \(Self.print) décide.\n", to: "act.txt")
    let outcome = try await sandbox.extract(command + ["act.txt"])
    #expect(Self.isSafe(outcome.errors))
    guard !command.isEmpty else { return }
    #expect(outcome.text.contains("\\u{1B}[31mrouge"))
    #expect(Self.isSafe(outcome.text))
  }

  @Test func `is spelled out in the table of checks`() async throws {
    try sandbox.write(
      #"""
      {"deliberations":[{"number":"1\u001B[2J\u202E","checks":[{"rule":"a","status":"failed",
      "message":"\u009B31m"}]}]}
      """#,
      to: "act.json"
    )
    let outcome = try await sandbox.extract("check", "act.json")
    #expect(outcome.ending == .exited(0))
    #expect(Self.isSafe(outcome.text))
    #expect(outcome.text.contains("1\\u{1B}[2J\\u{202E}"))
  }
}
