import Glibc

/// Measures recognition on a scan of 92 pages, and against plain Tesseract on some of them.
///
/// It takes several minutes, so it runs only when asked for.
enum RecognitionBenchmark {
  /// The pages that Tesseract reads too: prose, names and tables.
  private static let pages = [1, 2, 3, 20, 40, 60]

  /// Prints the figures; the reason in one sentence where a program fails.
  static func run(program: String, scan: String) throws(Failure) {
    var name = Array("/tmp/benchmarks-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&name) != nil else {
      throw Failure(sentence: "no folder can be made under /tmp")
    }
    let folder = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { _ = usage(of: ["rm", "-r", folder]) }
    let cut = folder + "/cut.pdf"
    let list = pages.map(String.init).joined(separator: ",")
    _ = try measured(["qpdf", scan, "--pages", ".", list, "--", cut])
    _ = try measured(["pdftoppm", "-r", "300", "-gray", cut, folder + "/page"])
    // One thread of OpenMP: four are seven times slower.
    unsafe setenv("OMP_THREAD_LIMIT", "1", 1)
    var tesseract = 0.0
    for page in 1...pages.count {
      let image = "\(folder)/page-\(page).pgm"
      tesseract += try measured(["tesseract", image, folder + "/text", "-l", "fra"])
        .processorSeconds
    }
    let extract = [program, "--quiet", "--timeout", "3600"]
    let two = try measured(extract + [cut])
    let one = try measured(["taskset", "-c", "0"] + extract + [cut])
    let whole = try measured(extract + [scan])
    let count = Double(pages.count)
    print("recognition, \(pages.count) pages of scan300/002.pdf")
    print("  CPU of extract      \(shown(one.processorSeconds / count)) s a page")
    print("  CPU of tesseract    \(shown(tesseract / count)) s a page")
    print("  ratio               \(shown(one.processorSeconds / tesseract))")
    print("  all cores to one    \(shown(one.seconds / two.seconds)) times as fast")
    print("scan300/002.pdf, all its pages")
    print("  time                \(shown(whole.seconds, digits: 0)) s")
    print("  peak memory         \(shown(whole.peakMegabytes, digits: 0)) MB")
  }

  private static func measured(_ command: [String]) throws(Failure) -> Usage {
    guard let used = usage(of: command) else {
      throw Failure(sentence: "\(command[0]) failed or is missing")
    }
    return used
  }

  /// Why nothing was measured.
  struct Failure: Error {
    /// The reason.
    var sentence: String
  }
}
