import Dispatch
import Foundation

/// A program with its arguments, ready to run.
public struct Launch: Sendable {
  private var command: [String]
  /// The folder to run in.
  public var folder = Places.root
  /// The file that is standard input.
  public var input = "/dev/null"
  /// The file that is standard output, instead of a buffer.
  public var output: String?
  /// The seconds after which it is killed.
  public var deadline = 120.0

  /// Names a program by its path.
  public init(_ path: String, _ arguments: [String]) {
    command = [path] + arguments
  }

  /// The program under test.
  public static func extract(_ arguments: [String]) -> Launch {
    Launch(Places.extract, arguments)
  }

  /// A Python script.
  public static func python(_ arguments: [String]) -> Launch {
    let command = Places.python + arguments
    return Launch(command[0], Array(command.dropFirst()))
  }

  /// Runs the program to its end.
  ///
  /// Output goes through files, because a pipe that nobody reads would block the program.
  public func run() async throws -> Outcome {
    let buffers = try Sandbox()
    let outputPath = try output ?? buffers.write("", to: "output")
    let errorPath = try buffers.write("", to: "errors")
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: input))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: outputPath))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errorPath))
    let start = ContinuousClock.now
    try await end(of: process)
    let isSignal = process.terminationReason == .uncaughtSignal
    // The notice of an end may come late on a busy machine: only a killed program is out of time.
    let isOutOfTime =
      isSignal && process.terminationStatus == SIGKILL
      && ContinuousClock.now - start >= .seconds(deadline)
    return Outcome(
      ending: isOutOfTime
        ? .outOfTime
        : isSignal ? .signalled(process.terminationStatus) : .exited(process.terminationStatus),
      output: output == nil ? try buffers.bytes(of: "output") : [],
      errors: String(decoding: try buffers.bytes(of: "errors"), as: UTF8.self),
      duration: ContinuousClock.now - start
    )
  }

  /// Runs a process to its end, or kills it at the deadline.
  private func end(of process: Process) async throws {
    let guillotine = DispatchSource.makeTimerSource()
    guillotine.schedule(deadline: .now() + deadline)
    guillotine.setEventHandler { kill(process.processIdentifier, SIGKILL) }
    try await withCheckedThrowingContinuation { (end: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in end.resume() }
      do {
        try process.run()
        guillotine.resume()
      } catch {
        guillotine.resume()
        end.resume(throwing: error)
      }
    }
    guillotine.cancel()
  }
}
