import Definitions
import DeliberationModel
import Glibc
import JSONModel
import Normalisation
import PageModel
import Pipeline
import Tables

/// What is read without trust, each part by itself: any bytes must give some result.
public enum FuzzTarget: String, CaseIterable, Sendable {
  /// A text, to the output of its acts.
  case parser
  /// A drawing of pages, to their tables as CSV and JSON.
  case tables
  /// An output that comes back: to the catalogue, the comparison with a truth, the table of checks.
  case output
  /// A definition, and the lexicon that it names.
  case definitions

  /// Reads bytes; it ends the process where what comes out is not what must.
  public func read(_ bytes: [UInt8]) {
    switch self {
    case .parser: Self.parse(bytes)
    case .tables: Self.readTables(DrawnBytes(bytes).document)
    case .output: ReadBack.read(bytes)
    case .definitions: Self.define(bytes)
    }
  }

  private static let extractor = try? Extractor(
    pipeline: "default",
    recognition: RecognitionOptions(mode: .never),
    threads: 1
  )

  private static func parse(_ bytes: [UInt8]) {
    // A PDF is poppler's to read; its own fuzzers do that.
    guard let extractor, !bytes.prefix(2048).contains(UInt8(ascii: "%")) else { return }
    guard let extraction = try? extractor.extract(name: "act.txt", bytes: bytes) else { return }
    for pretty in [false, true] {
      let json = OutputWriter(programVersion: "0", pretty: pretty).json(extraction)
      precondition((try? JSON(json)) != nil, "the output is no JSON")
    }
  }

  private static func readTables(_ document: Document) {
    var diagnostics = DiagnosticList()
    let byPage = TableReader().tables(of: document, byPage: true, reporting: &diagnostics)
    let whole = TableReader().tables(of: document, reporting: &diagnostics)
    for tables in [byPage, whole] {
      _ = TableOutput.csv(tables, guarded: true)
      precondition((try? JSON(TableOutput.json(tables))) != nil, "the tables are no JSON")
    }
    if let extractor, let definition = try? DefinitionCatalog().fallback {
      _ = extractor.deliberations(of: document, definition, reporting: &diagnostics)
    }
  }

  private static func define(_ bytes: [UInt8]) {
    // A lexicon stands behind the first zero byte.
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let text = String(decoding: parts[0], as: UTF8.self)
    let lexicon = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : nil
    let definition: Definition
    do throws(DefinitionError) {
      definition = try DefinitionCatalog().definition(inText: text) { _ in lexicon }
    } catch {
      return
    }
    var document = PlainAct.document
    var diagnostics = DiagnosticList()
    _ = extractor?.deliberations(of: document, definition, reporting: &diagnostics)
    document.lines.removeAll()
  }
}

private let chosen = unsafe getenv("FUZZ_TARGET").flatMap { name in
  FuzzTarget(rawValue: unsafe String(cString: name))
}

/// Reads bytes with the target that the variable FUZZ_TARGET names, for libFuzzer.
@c(fuzz_read)
public func readForFuzzer(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let chosen else { _exit(64) }
  chosen.read(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
