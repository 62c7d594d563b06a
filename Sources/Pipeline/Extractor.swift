public import Definitions
import DeliberationModel
import Glibc
public import Normalisation
public import PageModel
import PDFReading
import SourceReading
import Spelling
public import Structure
public import SystemPackage
import Tables

/// The stages in their order: one input in, its acts out.
public struct Extractor: Sendable {
  private let catalog: DefinitionCatalog
  private let definition: Definition?
  private let password: String?
  private let recognition: RecognitionOptions
  let readsTables: Bool
  let threads: Int
  let matchers = LabelMatchers()
  /// The SHA-256 of all that decides what a file gives, beside its bytes: the version of the program,
  /// the definitions, the language and the choices made here.
  public let fingerprint: String

  /// The most threads that read one document: each takes up to 150 MB to recognise pages.
  public static let mostThreads = min(8, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))

  /// Makes an extractor.
  ///
  /// Without a name the definition is chosen by what each document says; without tables the acts
  /// have no grants and totals. What is read does not depend on the number of threads.
  public init(
    pipeline: String? = nil,
    password: String? = nil,
    recognition: RecognitionOptions = RecognitionOptions(),
    readsTables: Bool = true,
    threads: Int = Extractor.mostThreads
  ) throws(DefinitionError) {
    catalog = try DefinitionCatalog()
    definition = try Self.definition(named: pipeline, in: catalog)
    self.password = password
    self.recognition = recognition
    self.readsTables = readsTables
    self.threads = threads
    let choices = [
      Program.version, try catalog.text(behind: pipeline), password ?? "",
      recognition.mode.rawValue,
      recognition.language, String(readsTables),
    ]
    // Lengths keep two lists of choices apart whose texts run together to the same.
    let joined = choices.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n")
    fingerprint = SourceFile(name: "", bytes: Array(joined.utf8)).sha256
  }

  private static func definition(
    named name: String?,
    in catalog: DefinitionCatalog
  ) throws(DefinitionError) -> Definition? {
    guard let name else { return nil }
    return try catalog.definition(named: name)
  }

  /// Reads a document.
  public func extract(
    _ input: borrowing Input,
    until deadline: Deadline = Deadline()
  ) throws(ExtractionFailure) -> Extraction {
    try extract(input.content(until: deadline), until: deadline)
  }

  /// Reads a document whose bytes are at hand.
  public func extract(
    name: String,
    bytes: [UInt8],
    until deadline: Deadline = Deadline()
  ) throws(ExtractionFailure) -> Extraction {
    try extract(SourceFile(name: name, bytes: bytes), until: deadline)
  }

  private func extract(
    _ file: SourceFile,
    until deadline: Deadline
  ) throws(ExtractionFailure) -> Extraction {
    var diagnostics = DiagnosticList()
    let document = try read(file, until: deadline, reporting: &diagnostics)
    let definition = try definition(for: document)
    let found = found(in: document, definition, reporting: &diagnostics)
    return Extraction(
      fileName: file.name,
      sha256: file.sha256,
      byteCount: file.bytes.count,
      pages: document.pages,
      producer: document.producer,
      pipeline: definition.name,
      kind: found.kind,
      deliberations: found.acts,
      annexes: found.annexes,
      diagnostics: diagnostics.sorted()
    )
  }

  /// The text of a file in reading order, as the parser sees it; of a PDF, with a folder, pictures of
  /// its pages too.
  public func text(
    _ input: borrowing Input,
    picturesIn folder: FilePath? = nil,
    until deadline: Deadline = Deadline()
  ) throws(ExtractionFailure) -> (document: Document, missing: [Int]) {
    let file = try input.content(until: deadline)
    var diagnostics = DiagnosticList()
    let document = try read(file, until: deadline, reporting: &diagnostics)
    guard let folder else { return (document, []) }
    return (document, try draw(document, of: file, into: folder))
  }

  /// The structure of a file: the role of each line, and the head patterns that were tried.
  ///
  /// Each of `weights`, the text of a table, takes the place of those that are built in and gives a
  /// structure; without them there is one.
  public func structures(
    _ input: borrowing Input,
    weights: [String] = [],
    until deadline: Deadline = Deadline()
  ) throws(ExtractionFailure) -> (document: Document, structures: [DocumentStructure]) {
    let document = try text(input, until: deadline).document
    let labels = matchers.matcher(of: try definition(for: document))
    let readers =
      weights.isEmpty
      ? [StructureReader(labels: labels)]
      : weights.map { StructureReader(weights: $0, labels: labels) }
    return (document, readers.map { $0.read(document) })
  }

  /// Writes a picture of each page of a PDF with what was read of it, `page-1.png` and so on, to a
  /// folder, and says of which pages that was not possible.
  private func draw(
    _ document: Document,
    _ tables: [TableGrid] = [],
    of file: SourceFile,
    into folder: FilePath
  ) throws(ExtractionFailure) -> [Int] {
    guard file.kind == .pdf else { return [] }
    do throws(PDFError) {
      let pictures = try PagePictures(bytes: file.bytes, password: password)
      var missing: [Int] = []
      for page in document.pages {
        let picture = folder.appending("page-\(page.number).png")
        let cells = tables.flatMap(\.cells).filter { $0.page == page.number }.compactMap(\.box)
        let isWritten = pictures.write(page, of: document, cells: cells, to: picture.string)
        if !isWritten { missing.append(page.number) }
      }
      return missing
    } catch {
      throw Self.failure(error)
    }
  }

  /// The tables of a file, or of some of its pages: each whole across them, or page by page.
  ///
  /// With a folder, pictures of the pages are written to it, with the cells; `missing` are the pages
  /// of which that was not possible.
  public func tables(
    _ input: borrowing Input,
    pages: PageSelection = .all,
    byPage: Bool = false,
    picturesIn folder: FilePath? = nil,
    until deadline: Deadline = Deadline(),
    reporting diagnostics: inout DiagnosticList
  ) throws(ExtractionFailure) -> (tables: [TableGrid], missing: [Int]) {
    let file = try input.content(until: deadline)
    var document = try read(file, until: deadline, reporting: &diagnostics)
    document.pages.removeAll { !pages.contains($0.number) }
    let tables = TableReader().tables(of: document, byPage: byPage, reporting: &diagnostics)
      .map { table in table.shown(on: document.pages) }
    guard let folder else { return (tables, []) }
    return (tables, try draw(document, tables, of: file, into: folder))
  }

  // MARK: - Stages

  private func read(
    _ file: SourceFile,
    until deadline: Deadline,
    reporting diagnostics: inout DiagnosticList
  ) throws(ExtractionFailure) -> Document {
    guard !file.bytes.isEmpty else { throw .empty }
    switch file.kind {
    case .other: throw .unknownFormat
    case .text: return PlainTextReader().read(file.bytes, reporting: &diagnostics)
    case .pdf:
      let document = try readPDF(file, until: deadline)
      for page in document.pages {
        page.loss.map { diagnostics.report($0.diagnostic(page.number)) }
      }
      let stage = RecognitionStage(
        options: recognition,
        password: password,
        deadline: deadline,
        threads: threads,
        vocabulary: { HunspellVocabulary.french }
      )
      return try stage.run(on: document, from: file.bytes, reporting: &diagnostics)
    }
  }

  private func readPDF(
    _ file: SourceFile,
    until deadline: Deadline
  ) throws(ExtractionFailure) -> Document {
    do throws(PDFError) {
      return try PDFReader(password: password, threads: threads).read(file.bytes) {
        deadline.hasPassed
      }
    } catch {
      throw Self.failure(error)
    }
  }

  private static func failure(_ error: PDFError) -> ExtractionFailure {
    switch error {
    case .encrypted: .encrypted
    case .wrongPassword: .wrongPassword
    case .damaged(let reason): .damaged(reason: reason)
    case .timedOut(let page): .timedOut(page: page)
    }
  }

  private func definition(for document: Document) throws(ExtractionFailure) -> Definition {
    if let definition { return definition }
    do throws(DefinitionError) {
      return try catalog.definition(for: document)
    } catch {
      throw .definition(error)
    }
  }
}

extension PageLoss {
  /// What is lost of a page, for people.
  fileprivate func diagnostic(_ page: Int) -> Diagnostic {
    let place = SourceLocation(page: page)
    return switch self {
    case .unreadable:
      Diagnostic(.warning, "pdf.page-damaged", "the page is damaged and was not read", at: place)
    case .cut:
      Diagnostic(
        .warning,
        "pdf.page-cut",
        "the page holds too much; its rest was not read",
        at: place
      )
    }
  }
}
