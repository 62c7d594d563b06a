import CPopplerCore

/// The bytes of a file, lent for as long as documents read them.
@safe struct FileBytes: Sendable {
  private nonisolated(unsafe) let buffer: UnsafeBufferPointer<UInt8>

  /// Takes bytes that must stay where they are until the last document is closed.
  @unsafe init(lending buffer: UnsafeBufferPointer<UInt8>) { unsafe self.buffer = buffer }

  var count: Int { unsafe buffer.count }

  fileprivate var address: UnsafeRawPointer? { unsafe UnsafeRawPointer(buffer.baseAddress) }
}

/// A question that is asked while a page is read.
final class TimeCheck: Sendable {
  let isOutOfTime: @Sendable () -> Bool

  init(_ isOutOfTime: @escaping @Sendable () -> Bool) { self.isOutOfTime = isOutOfTime }
}

/// An open PDF whose pages are read once: the one owner of the document of poppler's core.
@safe struct PDFSource: ~Copyable {
  private let document: OpaquePointer

  /// Opens a file.
  init(_ bytes: FileBytes, password: String?) throws(PDFError) {
    guard bytes.count > 0 else { throw .damaged(reason: "the file is empty") }
    var opening = PCDamaged
    // Older encryptions take the password in Latin-1, later ones in UTF-8.
    let latin = password.flatMap(Self.latin)
    var opened: OpaquePointer?
    if let latin { unsafe opened = pc_open(bytes.address, bytes.count, latin, &opening) }
    if unsafe opened == nil {
      unsafe opened = pc_open(bytes.address, bytes.count, password, &opening)
    }
    guard let opened = unsafe opened else {
      guard opening == PCEncrypted else { throw .damaged(reason: "PDF document is damaged") }
      throw password == nil ? .encrypted : .wrongPassword
    }
    unsafe document = opened
  }

  deinit { unsafe pc_close(document) }

  /// A password in Latin-1 with a zero byte behind it; nothing where that is its UTF-8, or impossible.
  private static func latin(_ password: String) -> [CChar]? {
    let scalars = password.unicodeScalars
    guard scalars.contains(where: { !$0.isASCII }), scalars.allSatisfy({ $0.value < 256 }) else {
      return nil
    }
    return scalars.map { CChar(bitPattern: UInt8(truncatingIfNeeded: $0.value)) } + [0]
  }

  /// The number of pages.
  var pageCount: Int { max(0, Int(unsafe pc_page_count(document))) }

  /// The program that made the file.
  var producer: String? {
    var name = [UInt8](repeating: 0, count: 400)
    let count = unsafe pc_producer(document, &name, name.count)
    guard count > 0 else { return nil }
    let text = name[..<count]
    if text.starts(with: [0xFE, 0xFF]) {
      let units = stride(from: 2, to: count - 1, by: 2).map { at in
        UInt16(text[at]) << 8 | UInt16(text[at + 1])
      }
      return String(decoding: units, as: UTF16.self)
    }
    return String(String.UnicodeScalarView(text.map { Unicode.Scalar($0) }))
  }

  /// Reads a page, from 1, and lends what it holds.
  borrowing func read<Result>(
    page: Int,
    until check: TimeCheck,
    _ body: (borrowing PageContent) -> Result
  ) -> Result {
    var held = unsafe PCPage()
    let ending = unsafe pc_read(
      document,
      Int32(clamping: page),
      { context in
        guard let context = unsafe context else { return false }
        return unsafe Unmanaged<TimeCheck>.fromOpaque(context).takeUnretainedValue().isOutOfTime()
      },
      Unmanaged.passUnretained(check).toOpaque(),
      &held
    )
    return body(unsafe PageContent(ending: ending, page: held))
  }
}

/// What a page holds, lent until the next one is read.
@safe struct PageContent: ~Copyable {
  let ending: PCEnding
  private let page: PCPage

  fileprivate init(ending: PCEnding, page: PCPage) {
    self.ending = ending
    unsafe self.page = page
  }

  /// The width and the height in points, as the page is shown.
  var size: (width: Float, height: Float) { unsafe (page.width, page.height) }
  var characterCount: Int { unsafe page.characterCount }
  var unmappedCount: Int { unsafe page.unmappedCount }
  var curveCount: Int { unsafe page.curveCount }

  func character(at index: Int) -> PCCharacter {
    unsafe UnsafeBufferPointer(start: page.characters, count: page.characterCount)[index]
  }

  var styles: [PCStyle] {
    unsafe Array(UnsafeBufferPointer(start: page.styles, count: page.styleCount))
  }

  var areas: [PCArea] {
    unsafe Array(UnsafeBufferPointer(start: page.areas, count: page.areaCount))
  }

  var images: [PCImage] {
    unsafe Array(UnsafeBufferPointer(start: page.images, count: page.imageCount))
  }

  /// The fonts: the name, and whether the face is bold and slanted.
  var fonts: [(name: String, isBold: Bool, isSlanted: Bool)] {
    unsafe UnsafeBufferPointer(start: page.fonts, count: page.fontCount).map { font in
      let name = unsafe font.name.map { unsafe String(cString: $0) } ?? ""
      return (name, unsafe font.isBold, unsafe font.isSlanted)
    }
  }
}
