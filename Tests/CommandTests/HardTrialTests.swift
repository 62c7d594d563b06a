import SystemTestSupport
import Testing

/// The first of the mutants and kills that the program `mutations` tries in thousands.
struct HardTrialTests {
  @Test(arguments: [["hostile", "400"], ["kills", "6"]])
  func `give one documented outcome each and lose nothing`(arguments: [String]) async throws {
    let sandbox = try Sandbox()
    var launch = Launch(Places.mutations, arguments)
    launch.folder = sandbox.path
    launch.deadline = 600
    let outcome = try await launch.run()
    #expect(outcome.ending == .exited(0), "\(outcome.text)\(outcome.errors)")
  }
}
