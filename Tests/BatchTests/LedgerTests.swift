import GRDB
import SystemPackage
import SystemTestSupport
import Testing

@testable import Batch

struct LedgerTests {
  let sandbox: Sandbox
  let folder: FilePath

  init() throws {
    sandbox = try Sandbox()
    folder = FilePath(sandbox.path)
  }

  private static let extraction = Ledger.Extraction(
    sha256: "ab",
    settings: "settings",
    programVersion: "1",
    outcome: .timeout,
    message: "the time was over",
    pages: 3,
    seconds: 1.5,
    finishedAt: 2
  )

  @Test func `remembers across runs, the last word for each`() throws {
    let path = FilePath(bytes: [0x2F, 0xE9, 0x0A])
    let first = Ledger.Document(path: path, failure: .missing, message: "no such file")
    try Ledger(folder: folder).record([], [first])
    #expect(try Ledger(folder: folder).document(at: path) == first)
    var again = Self.extraction
    again.outcome = .done
    let second = Ledger.Document(path: path, sha256: "ab")
    try Ledger(folder: folder).record([Self.extraction], [])
    try Ledger(folder: folder).record([again], [second])
    #expect(try Ledger(folder: folder).extraction(of: "ab") == again)
    #expect(try Ledger(folder: folder).extraction(of: "cd") == nil)
    #expect(try Ledger(folder: folder).document(at: path) == second)
  }

  @Test func `refuses what a later version wrote`() throws {
    _ = try Ledger(folder: folder)
    let database = try DatabaseQueue(path: sandbox.file(Ledger.fileName))
    try database.write { database in
      try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: something new')")
    }
    #expect(throws: BatchError.laterLedger) { try Ledger(folder: folder) }
  }

  @Test(arguments: [
    Array("This is no database, but a text that is long enough to be looked at.".utf8),
    Array("SQLite format 3\u{0}".utf8) + Array(repeating: 0xFF, count: 4096),
  ])
  func `refuses a file that is no ledger`(bytes: [UInt8]) throws {
    try sandbox.write(bytes, to: Ledger.fileName)
    let error = #expect(throws: BatchError.self) { try Ledger(folder: folder) }
    guard case .ledger = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
