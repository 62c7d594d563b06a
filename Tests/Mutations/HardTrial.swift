import Foundation
import TestSupport

/// Trials of the program as it runs, and not of its parts.
enum HardTrial: String {
  case hostile
  case kills

  /// Runs a trial, prints what came of it, and answers whether it holds.
  func run(root: String, _ arguments: [String]) -> Bool {
    let count = arguments.first.flatMap(Int.init) ?? (self == .hostile ? 10_000 : 100)
    do {
      let place = try Place(program: root + "/.build/release/extract")
      defer { place.remove() }
      switch self {
      case .hostile:
        let more = arguments.dropFirst().first
        return try HostileMutants(place, samples: root + "/Samples", root: root, more: more).run(
          count
        )
      case .kills: return try Kills(place, samples: root + "/Samples").run(count)
      }
    } catch {
      print("\(rawValue): \(error)")
      return false
    }
  }
}

/// A folder of its own, and the program that is run in it.
struct Place {
  let program: String
  let folder: String

  init(program: String) throws {
    self.program = program
    folder = FileManager.default.temporaryDirectory.path + "/mutations-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: path(name)))
  }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(
      atPath: path(name),
      withIntermediateDirectories: true
    )
  }

  func removeItem(_ name: String) { try? FileManager.default.removeItem(atPath: path(name)) }

  /// Starts the program; what it says goes to a file.
  func start(_ arguments: [String], errors: String = "errors") throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    try write([], to: errors)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: URL(filePath: path(errors)))
    try process.run()
    return process
  }

  /// How the program ended, and the lines that it said.
  func run(_ arguments: [String]) throws -> (code: Int32?, lines: [String]) {
    let process = try start(arguments)
    process.waitUntilExit()
    let said = String(decoding: try Data(contentsOf: URL(filePath: path("errors"))), as: UTF8.self)
    let isExit = process.terminationReason == .exit
    return (isExit ? process.terminationStatus : nil, said.split(separator: "\n").map(String.init))
  }
}

/// Files below a folder with a suffix, sorted.
func files(below folder: String, suffix: String) -> [String] {
  let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
  return names.filter { $0.hasSuffix(suffix) }.sorted().map { folder + "/" + $0 }
}

func content(of file: String) throws -> [UInt8] {
  [UInt8](try Data(contentsOf: URL(filePath: file)))
}
