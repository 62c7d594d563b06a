import PDFReading
import PageModel
import Recognition
import Synchronization
import Tables
import Threading

/// Recognises the pages of a PDF that need it, side by side on all cores.
///
/// Each worker opens the file and Tesseract for itself and holds one image at a time.
struct RecognitionStage {
  let options: RecognitionOptions
  let password: String?
  let deadline: Deadline
  /// The most threads.
  let threads: Int
  /// The words of the language; asked for only where a text lies over the image of a page.
  let vocabulary: @Sendable () -> (any Vocabulary)?

  /// Replaces the text of the pages that need it, where recognition reads more of them.
  func run(
    on document: Document,
    from bytes: [UInt8],
    reporting diagnostics: inout DiagnosticList
  ) throws(ExtractionFailure) -> Document {
    var document = document
    judgeOverlaidPages(of: &document)
    let pages = document.pages.filter(isNeeded)
    guard !pages.isEmpty else { return document }
    deadline.extend(seconds: RecognitionOptions.secondsPerPage * Double(pages.count))
    options.progress?(0, pages.count)
    let job = RecognitionJob(
      pages: pages,
      bytes: bytes,
      password: password,
      options: options,
      deadline: deadline
    )
    Workers.perform(job.work, helpers: min(pages.count, threads) - 1, job.work)
    if let failure = job.failure { throw failure }
    for (page, reason) in job.abandoned.sorted(by: { $0.key < $1.key }) {
      diagnostics.report(reason.diagnostic(page: page))
    }
    return merge(job.pages, into: document)
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

/// Why a page is left as it was.
private enum Abandonment {
  case outOfTime
  case tooLarge
  case unreadable

  func diagnostic(page: Int) -> Diagnostic {
    let place = SourceLocation(page: page)
    switch self {
    case .outOfTime:
      let seconds = Int(PageRecogniser.mostSeconds)
      let message = "the page could not be recognised within \(seconds) s; it is left as it was"
      return Diagnostic(.warning, "recognition.out-of-time", message, at: place)
    case .tooLarge:
      let message = "the page or its image is too large to be recognised; it is left as it was"
      return Diagnostic(.warning, "recognition.too-large", message, at: place)
    case .unreadable:
      let message = "no words can be made out on the page, which may be a picture"
      return Diagnostic(.note, "recognition.unreadable", message, at: place)
    }
  }
}

/// The work of all threads on one document.
private final class RecognitionJob: Sendable {
  private let needed: [Page]
  private let bytes: [UInt8]
  private let password: String?
  private let options: RecognitionOptions
  private let deadline: Deadline
  private let state = Mutex(State())

  private struct State {
    var next = 0
    var results: [Int: RecognisedPage] = [:]
    var letters = LetterShapes()
    var abandoned: [Int: Abandonment] = [:]
    var failure: ExtractionFailure?
  }

  init(
    pages: [Page],
    bytes: [UInt8],
    password: String?,
    options: RecognitionOptions,
    deadline: Deadline
  ) {
    needed = pages
    self.bytes = bytes
    self.password = password
    self.options = options
    self.deadline = deadline
  }

  /// The pages that were recognised, by number, their codes read by the letters of all of them.
  var pages: [Int: Document] {
    let (results, letters) = state.withLock { ($0.results, $0.letters) }
    return results.mapValues { page in
      var mended = page
      mended.mend(by: letters)
      return mended.document
    }
  }

  /// The pages that were given up, by number.
  var abandoned: [Int: Abandonment] { state.withLock(\.abandoned) }

  var failure: ExtractionFailure? { state.withLock(\.failure) }

  /// Takes pages until there are none.
  func work() {
    let language = options.language
    do {
      let images = try PageImages(bytes: bytes, password: password)
      let recogniser = try PageRecogniser(language: language)
      while let page = nextPage() {
        let number = page.number
        guard let image = images.image(of: page) else {
          giveUp(number, because: .tooLarge)
          continue
        }
        do throws(RecognitionError) {
          finish(number, try recogniser.recognise(image, page: number, tables: Self.tables))
        } catch {
          giveUp(number, because: error == .unreadable ? .unreadable : .outOfTime)
        }
      }
    } catch RecognitionError.missingLanguage {
      fail(.missingLanguage(language))
    } catch {
      // The file was opened before: pages that cannot be opened now stay as they are.
    }
  }

  private static func tables(
    in lines: PageBitmap,
    beside text: PageBitmap
  ) -> PageRecogniser.Tables {
    let rulings = FadedWalls.completed(RulingFinder().rulings(in: lines), between: text)
    return PageRecogniser.Tables(
      rulings: rulings,
      cells: TableCells.boxes(enclosedBy: rulings)
    )
  }

  private func nextPage() -> Page? {
    let isLate = deadline.hasPassed
    return state.withLock { state in
      guard state.failure == nil, state.next < needed.count else { return nil }
      let page = needed[state.next]
      guard !isLate else {
        state.failure = .timedOut(page: page.number)
        return nil
      }
      state.next += 1
      return page
    }
  }

  private func finish(_ number: Int, _ page: RecognisedPage) {
    let done = state.withLock { state in
      state.results[number] = page
      state.letters.add(page.letters)
      return state.results.count + state.abandoned.count
    }
    options.progress?(done, needed.count)
  }

  private func giveUp(_ number: Int, because reason: Abandonment) {
    let done = state.withLock { state in
      state.abandoned[number] = reason
      return state.results.count + state.abandoned.count
    }
    options.progress?(done, needed.count)
  }

  private func fail(_ failure: ExtractionFailure) {
    state.withLock { $0.failure = $0.failure ?? failure }
  }
}
