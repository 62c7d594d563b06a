import CPopplerCore
public import PageModel
import Synchronization
import Threading

/// Reads the pages of a PDF: text, lines and images, each page once.
public struct PDFReader {
  private let password: String?
  private let threads: Int

  /// Makes a reader; the password opens an encrypted file.
  public init(password: String? = nil, threads: Int = 2) {
    self.password = password
    self.threads = threads
  }

  /// Reads a file's bytes into a document; each page is released before the next is read.
  ///
  /// Threads take some pages at a time, each from a document of its own. `isOutOfTime` is asked from
  /// any thread, before each page and inside of long ones.
  public func read(
    _ bytes: [UInt8],
    isOutOfTime: @escaping @Sendable () -> Bool = { false }
  ) throws(PDFError) -> Document {
    try unsafe bytes.withUnsafeBufferPointer { buffer throws(PDFError) in
      try read(unsafe FileBytes(lending: buffer), isOutOfTime)
    }
  }

  /// Reads a file's bytes; all documents that read them are closed at the end.
  private func read(
    _ file: FileBytes,
    _ isOutOfTime: @escaping @Sendable () -> Bool
  ) throws(PDFError) -> Document {
    let source = try PDFSource(file, password: password)
    let chunks = PageChunks(pageCount: source.pageCount, check: TimeCheck(isOutOfTime))
    let password = self.password
    Workers.perform({ chunks.read(from: source) }, helpers: min(threads, chunks.count) - 1) {
      // The file was opened before; without this one the others read its pages.
      guard let own = try? PDFSource(file, password: password) else { return }
      chunks.read(from: own)
    }
    var document = try chunks.document()
    document.hasLayout = true
    document.producer = source.producer
    return document
  }
}

/// The pages of a file in runs that threads take one after the other.
private final class PageChunks: Sendable {
  /// How many pages a thread takes at a time.
  private static let size = 4

  let count: Int
  private let pageCount: Int
  private let check: TimeCheck
  private let state = Mutex(State())

  fileprivate struct State {
    var next = 0
    var merged = 0
    var document = Document()
    /// Chunks that are read before one that comes before them.
    var waiting: [Int: Document] = [:]
    var latePage: Int?
  }

  init(pageCount: Int, check: TimeCheck) {
    self.pageCount = pageCount
    self.check = check
    count = (pageCount + Self.size - 1) / Self.size
  }

  /// Reads chunks until there are none.
  func read(from source: borrowing PDFSource) {
    while let chunk = state.withLock({ $0.take(of: count) }) {
      var assembly = PageAssembly()
      for page in chunk * Self.size + 1...min(pageCount, (chunk + 1) * Self.size) {
        let isLate =
          check.isOutOfTime()
          || source.read(page: page, until: check) { content in
            guard content.ending != PCTimedOut else { return true }
            assembly.append(content, number: page)
            return false
          }
        guard !isLate else {
          return state.withLock { $0.latePage = min($0.latePage ?? page, page) }
        }
      }
      state.withLock { $0.finish(chunk, assembly.document, of: count) }
    }
  }

  func document() throws(PDFError) -> Document {
    let (document, latePage) = state.withLock { ($0.document, $0.latePage) }
    if let latePage { throw .timedOut(page: latePage) }
    return document
  }
}

extension PageChunks.State {
  mutating func take(of count: Int) -> Int? {
    guard latePage == nil, next < count else { return nil }
    next += 1
    return next - 1
  }

  /// Adds a chunk, and those that waited for it.
  mutating func finish(_ chunk: Int, _ pages: Document, of count: Int) {
    waiting[chunk] = pages
    while let next = waiting.removeValue(forKey: merged) {
      if merged == 0 { document.reserve(next, times: count) }
      merged += 1
      document.append(next)
    }
  }
}

extension Document {
  /// The most elements for which room is made before they come: a first page may be like no other.
  private static let mostReserved = 1 << 18

  /// Makes room for pages like some.
  fileprivate mutating func reserve(_ pages: Document, times: Int) {
    func capacity(_ count: Int) -> Int { min(count * min(times, 100) * 5 / 4, Self.mostReserved) }
    bytes.reserveCapacity(capacity(pages.bytes.count))
    lines.reserveCapacity(capacity(pages.lines.count))
    words.reserveCapacity(capacity(pages.words.count))
    self.pages.reserveCapacity(capacity(pages.pages.count))
  }
}
