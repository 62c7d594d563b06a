import Foundation
import SystemTestSupport
import Testing

/// The tutorial of Samples/LISEZMOI.md, step by step.
struct TutorialTests {
  @Test func `does what the French tutorial says, and prints what it shows`() async throws {
    let sandbox = try Sandbox()
    try sandbox.makeFolder("actes")
    for number in ["2024-017", "2024-031", "2024-044"] {
      try sandbox.copy(
        Places.samples + "/saint-aubin-les-forges/2024/\(number)/source.pdf",
        to: "actes/\(number).pdf"
      )
    }
    let text = try String(contentsOfFile: Places.samples + "/LISEZMOI.md", encoding: .utf8)
    let blocks = text.split(separator: "```").enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    #expect(blocks.count > 6)
    var printed = ""
    for block in blocks {
      let lines = block.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      guard let kind = lines.first, let body = lines.last else { continue }
      switch kind {
      case "sh":
        let outcome = try await sandbox.shell("extract() { \"$0\" \"$@\"; }\n" + body)
        #expect(outcome.ending == .exited(0), "\(body): \(outcome.errors)")
        printed = outcome.text
      case "text": #expect(printed == body)
      default: break
      }
    }
  }
}
