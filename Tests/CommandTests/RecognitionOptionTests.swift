import SystemTestSupport
import Testing

/// The options of recognition.
struct RecognitionOptionTests {
  private static let scan = Places.samples + "/haute-lys/2023/2023-041-scan/source.pdf"
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.copy(Self.scan, to: "scan.pdf")
    try sandbox.copy(Fixtures.cleanAct, to: "act.pdf")
  }

  @Test func `names the package of a language that is not installed`() async throws {
    let outcome = try await sandbox.extract("--ocr-language", "xyz", "scan.pdf")
    #expect(outcome.ending == .exited(69))
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("install tesseract-ocr-xyz"))
  }

  @Test func `does not load a language that no page needs`() async throws {
    let outcome = try await sandbox.extract("--ocr-language", "xyz", "act.pdf")
    #expect(outcome.ending == .exited(0))
  }

  @Test func `leaves scans alone when told to`() async throws {
    let outcome = try await sandbox.extract("text", "--ocr", "never", "scan.pdf")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.output.allSatisfy { $0 <= 0x20 })
  }

  @Test func `says nothing of its progress to a file`() async throws {
    let outcome = try await sandbox.extract("text", "scan.pdf")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.errors.isEmpty)
    #expect(String(decoding: outcome.output, as: UTF8.self).contains("délibération"))
  }

  @Test(arguments: [["--ocr", "perhaps"], ["--ocr-language", "a/b"], ["--ocr-language", ""]])
  func `refuses other values`(arguments: [String]) async throws {
    let outcome = try await sandbox.extract(arguments + ["act.pdf"])
    #expect(outcome.ending == .exited(64))
  }
}
