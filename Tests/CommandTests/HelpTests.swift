import SystemTestSupport
import Testing

/// What the command says of itself.
struct HelpTests {
  let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
  }

  @Test func `shows examples in the help`() async throws {
    let outcome = try await sandbox.extract("--help")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.text.contains("EXAMPLES"))
    #expect(outcome.text.contains("extract act.pdf > act.json"))
    #expect(outcome.errors == "")
  }

  @Test(arguments: ["0", "1", "64", "65", "66", "70", "73", "74", "75", "78"])
  func `lists the exit code in the help`(code: String) async throws {
    let outcome = try await sandbox.extract("--help")
    let codes = outcome.text.split(separator: "EXIT CODES").dropFirst().joined()
    #expect(codes.split(separator: "\n").contains { $0.hasPrefix("  \(code) ") })
  }

  @Test(arguments: ["--output", "--pipeline", "--strict", "--password", "--timeout"])
  func `describes the option in the help`(option: String) async throws {
    let outcome = try await sandbox.extract("files", "--help")
    #expect(outcome.text.contains(option))
  }

  @Test func `says the same in manual pages, completions and READMEs`() async throws {
    let checked = try await Launch.python(
      [Places.root + "/Tests/TestSupport/check_help.py", Places.root, Places.extract]
    ).run()
    #expect(checked.text + checked.errors == "")
  }

  @Test func `prints its version`() async throws {
    let outcome = try await sandbox.extract("--version")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func `prints a completion script that bash understands`() async throws {
    let outcome = try await sandbox.extract("--generate-completion-script", "bash")
    #expect(outcome.ending == .exited(0))
    #expect(outcome.text.contains("complete"))
    let script = try sandbox.write(outcome.output, to: "completion.bash")
    let check = try await Launch("/usr/bin/env", ["bash", "-n", script]).run()
    #expect(check.ending == .exited(0))
    #expect(check.errors == "")
  }

  @Test func `prints a schema of draft 2020-12 that describes every key`() async throws {
    let outcome = try await sandbox.extract("schema")
    #expect(outcome.ending == .exited(0))
    let schema = try JSON(outcome.output)
    #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
    #expect(Self.undescribed(schema, at: "") == [])
  }

  /// The paths of the properties that have neither a description nor a reference to one.
  private static func undescribed(_ schema: JSON, at path: String) -> [String] {
    switch schema {
    case .array(let parts):
      return parts.enumerated().flatMap { undescribed($1, at: "\(path)/\($0)") }
    case .object(let members):
      var paths = members.flatMap { undescribed($1, at: "\(path)/\($0)") }
      if case .object(let properties) = members["properties"] {
        for (key, property) in properties
        where property["description"] == nil && property["$ref"] == nil {
          paths.append("\(path)/properties/\(key)")
        }
      }
      return paths.sorted()
    default: return []
    }
  }
}
