import Definitions
import DeliberationModel
import PageModel
import Pipeline
import SystemPackage
import TestSupport

/// A real act that is read right, and the places of its prints that can be damaged.
struct CorpusAct: Sendable {
  /// What is damaged.
  enum Target: String, CaseIterable {
    case amount
    case quantity
    case total
    case budget
    case count
    case councillor
    case beneficiary
    case label
  }

  /// A print that can be damaged.
  struct Place: Sendable {
    var target: Target
    /// The JSON pointer of the number in the act; empty for words.
    var pointer = ""
    var range: Range<Int>
    var print: String
  }

  let name: String
  let document: Document
  let definition: Definition
  let correct: ActReading
  let sums: PrintedSums
  let places: [Target: [Place]]
  private let extractor: Extractor

  /// Reads an act as a recognition would give it that made no error.
  init(name: String, path: String) throws {
    self.name = name
    extractor = try Extractor(threads: 1)
    var document = try extractor.text(Input(path: FilePath(path))).document
    for index in document.pages.indices { document.pages[index].origin = .ocr }
    self.document = document
    var definition = try DefinitionCatalog().definition(for: document)
    var unknown = DiagnosticList()
    // What is proved is how names are mended by a lexicon that has them, which no definition may hold of
    // an act that a score reads.
    definition.beneficiaries = extractor.deliberations(
      of: document,
      definition,
      reporting: &unknown
    )
    .flatMap(\.grants).compactMap { $0.beneficiary?.value }
    definition.beneficiaries = Array(Set(definition.beneficiaries)).sorted()
    self.definition = definition
    var diagnostics = DiagnosticList()
    let acts = extractor.deliberations(of: document, definition, reporting: &diagnostics)
    correct = ActReading(acts, diagnostics)
    let act = acts.first ?? Deliberation()
    sums = PrintedSums(act)
    var finder = PlaceFinder(document)
    finder.findNumbers(of: act)
    finder.findNames(of: act)
    finder.findLabels(of: act, definition.labels)
    places = finder.places
  }

  /// What is read where a print is damaged.
  func reading(_ place: Place, damagedAs text: String) -> ActReading {
    var diagnostics = DiagnosticList()
    let acts = extractor.deliberations(
      of: document.replacing(place.range, with: text),
      definition,
      reporting: &diagnostics
    )
    return ActReading(acts, diagnostics)
  }
}
