import Dispatch
import Glibc
import PDFReading
import PageModel
import Recognition
import Synchronization
import Tables

/// Recognises the pages of a PDF that need it, side by side on all cores.
///
/// Each worker opens the file and Tesseract for itself and holds one image at a time.
struct RecognitionStage {
  let options: RecognitionOptions
  let password: String?
  let deadline: Deadline
  /// The words of the language; asked for only where a page lies over its image.
  let vocabulary: @Sendable () -> (any Vocabulary)?

  /// The most workers: each takes up to 150 MB.
  static let mostWorkers = 8

  /// Replaces the text of the pages that need it, where recognition reads more of them.
  func run(
    on document: Document,
    from bytes: [UInt8],
    reporting diagnostics: inout DiagnosticList
  ) throws(ExtractionFailure) -> Document {
    var document = document
    judgeOverlaidPages(of: &document)
    let pages = document.pages.filter(isNeeded).map(\.number)
    guard !pages.isEmpty else { return document }
    deadline.extend(seconds: RecognitionOptions.secondsPerPage * Double(pages.count))
    let job = RecognitionJob(
      pages: pages,
      bytes: bytes,
      password: password,
      options: options,
      deadline: deadline
    )
    let workers = min(pages.count, Self.mostWorkers, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in job.work() }
    if let failure = job.failure { throw failure }
    for page in job.abandoned.sorted() {
      diagnostics.report(
        Diagnostic(
          .warning,
          "recognition.out-of-time",
          "the page could not be recognised within \(Int(PageRecogniser.mostSeconds)) s; it is left as it was",
          at: SourceLocation(page: page)
        )
      )
    }
    return merge(job.results, into: document)
  }

  private func isNeeded(_ page: Page) -> Bool {
    switch options.mode {
    case .auto: page.textQuality != .good
    case .always: true
    case .never: false
    }
  }

  private func merge(_ results: [Int: Document], into document: Document) -> Document {
    var merged = Document()
    merged.hasLayout = document.hasLayout
    merged.producer = document.producer
    for index in document.pages.indices {
      let embedded = document.page(at: index)
      let page = document.pages[index]
      guard let recognised = results[page.number], isBetter(recognised, than: embedded) else {
        merged.append(embedded)
        continue
      }
      merged.append(recognised)
      merged.pages[index].textQuality = page.textQuality
    }
    return merged
  }

  /// Judges the pages over whose image a text lies by its words; without a vocabulary it is good.
  private func judgeOverlaidPages(of document: inout Document) {
    for index in document.pages.indices where document.pages[index].textQuality == .overlaid {
      let census = vocabulary().map {
        WordCensus(document.pages[index].lines, of: document, by: $0)
      }
      document.pages[index].textQuality = census?.isPoor ?? false ? .poor : .good
    }
  }

  /// Whether a recognised page is kept: the text layer is, where it has clearly more sound words.
  private func isBetter(_ recognised: Document, than embedded: Document) -> Bool {
    guard embedded.pages.first?.textQuality != .unmapped else { return !recognised.bytes.isEmpty }
    guard let vocabulary = vocabulary() else {
      return 2 * recognised.bytes.count > embedded.bytes.count
    }
    let new = WordCensus(recognised.lines.indices, of: recognised, by: vocabulary)
    let old = WordCensus(embedded.lines.indices, of: embedded, by: vocabulary)
    // Recognition knows the cells of tables, so a few words less are the better reading.
    return !recognised.lines.isEmpty && 10 * new.worth >= 9 * old.worth
  }
}

/// The work of all threads on one document.
private final class RecognitionJob: Sendable {
  private let pages: [Int]
  private let bytes: [UInt8]
  private let password: String?
  private let options: RecognitionOptions
  private let deadline: Deadline
  private let state = Mutex(State())

  private struct State {
    var next = 0
    var results: [Int: Document] = [:]
    /// The pages that took too long.
    var abandoned: [Int] = []
    var failure: ExtractionFailure?
  }

  init(
    pages: [Int],
    bytes: [UInt8],
    password: String?,
    options: RecognitionOptions,
    deadline: Deadline
  ) {
    self.pages = pages
    self.bytes = bytes
    self.password = password
    self.options = options
    self.deadline = deadline
  }

  var results: [Int: Document] { state.withLock(\.results) }
  var abandoned: [Int] { state.withLock(\.abandoned) }
  var failure: ExtractionFailure? { state.withLock(\.failure) }

  /// Takes pages until there are none.
  func work() {
    let language = options.language
    do {
      let images = try PageImages(bytes: bytes, password: password)
      let recogniser = try PageRecogniser(language: language)
      while let number = nextPage() {
        guard let image = images.image(ofPage: number) else { continue }
        do throws(RecognitionError) {
          finish(number, try recogniser.recognise(image, page: number, tables: Self.tables))
        } catch {
          giveUp(number)
        }
      }
    } catch RecognitionError.missingLanguage {
      fail(.missingLanguage(language))
    } catch {
      // The file was opened before: pages that cannot be opened now stay as they are.
    }
  }

  private static func tables(in lines: PageBitmap) -> PageRecogniser.Tables {
    let rulings = RulingFinder().rulings(in: lines)
    return PageRecogniser.Tables(
      rulings: rulings,
      cells: TableCells.boxes(enclosedBy: rulings)
    )
  }

  private func nextPage() -> Int? {
    let isLate = deadline.hasPassed
    return state.withLock { state in
      guard state.failure == nil, state.next < pages.count else { return nil }
      let page = pages[state.next]
      guard !isLate else {
        state.failure = .timedOut(page: page)
        return nil
      }
      state.next += 1
      return page
    }
  }

  private func finish(_ number: Int, _ page: Document) {
    let done = state.withLock { state in
      state.results[number] = page
      return state.results.count + state.abandoned.count
    }
    options.progress?(done, pages.count)
  }

  private func giveUp(_ number: Int) {
    let done = state.withLock { state in
      state.abandoned.append(number)
      return state.results.count + state.abandoned.count
    }
    options.progress?(done, pages.count)
  }

  private func fail(_ failure: ExtractionFailure) {
    state.withLock { $0.failure = $0.failure ?? failure }
  }
}
