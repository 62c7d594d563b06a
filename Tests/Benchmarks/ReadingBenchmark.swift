import Glibc

/// Born-digital documents against `pdftotext -layout`, long documents, and the start of the program.
///
/// Both cores must be free: ratios of the clock say nothing where other programs keep them busy.
struct ReadingBenchmark {
  let program: String
  let corpus: String

  /// Documents, each with the options with which it is read.
  private static let documents = [
    ("pas-de-calais/pdf/digital/002.pdf", []),
    ("pas-de-calais/pdf/digital/002.pdf", ["--no-tables"]),
    ("pas-de-calais/pdf/digital/000.pdf", []),
    ("communes/preuilly-sur-claise/2020-07-23", []),
    ("communes/pierrefonds/2025-05-27", []),
    ("communes/friesen/2025-10-30", []),
  ]
  /// How often a document is repeated to make a long one.
  private static let times = [5, 20]

  func run() {
    print("against pdftotext -layout, medians of \(Benchmarks.runs) alternating runs")
    for (document, options) in Self.documents {
      for path in paths(of: document) { compare(path, options) }
    }
    measureLength()
    let starts = (0...40).compactMap { _ in usage(of: [program, "--version"])?.seconds }
    print("start of the program  \(shown(Benchmarks.median(starts) * 1000, digits: 1)) ms")
  }

  /// The files whose path begins like this.
  private func paths(of document: String) -> [String] {
    let pattern = "\(corpus)/\(document)" + (document.hasSuffix(".pdf") ? "" : "*.pdf")
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    guard unsafe glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(unsafe found.gl_pathc)).compactMap { index in
      unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
    }
  }

  private func compare(_ path: String, _ options: [String]) {
    var ours: [Usage] = []
    var theirs: [Usage] = []
    for run in 0...Benchmarks.runs {
      guard let extract = usage(of: [program, "--quiet"] + options + [path]) else {
        Benchmarks.fail("\(program) failed on \(path)", code: 70)
      }
      guard let pdftotext = usage(of: ["pdftotext", "-layout", path, "/dev/null"]) else {
        Benchmarks.fail(
          "pdftotext failed; it comes with the Debian package poppler-utils",
          code: 69
        )
      }
      // The first run warms the caches.
      if run > 0 {
        ours.append(extract)
        theirs.append(pdftotext)
      }
    }
    let clock =
      Benchmarks.median(ours.map(\.seconds)) / Benchmarks.median(theirs.map(\.seconds))
    let work =
      Benchmarks.median(ours.map(\.processorSeconds))
      / Benchmarks.median(theirs.map(\.processorSeconds))
    let peak = Benchmarks.median(ours.map(\.peakMegabytes))
    let name = path.dropFirst(corpus.count + 1) + options.map { " " + $0 }.joined()
    print(
      "  clock \(shown(clock)) ×, work \(shown(work)) ×, \(shown(peak, digits: 0)) MB  \(name)"
    )
  }

  private func measureLength() {
    let pdf = corpus + "/pas-de-calais/pdf/digital/002.pdf"
    print("digital/002.pdf, repeated")
    for times in Self.times {
      let long = "/tmp/benchmarks-\(getpid())-\(times).pdf"
      defer { unsafe unlink(long) }
      let copies = [String](repeating: pdf, count: times)
      guard usage(of: ["qpdf", "--empty", "--pages"] + copies + ["--", long]) != nil,
        let used = usage(of: [program, "--quiet", "--timeout", "600", long])
      else { Benchmarks.fail("qpdf or \(program) failed", code: 70) }
      print(
        "  \(times) times: \(shown(used.seconds)) s, \(shown(used.processorSeconds)) s of work, "
          + "\(shown(used.peakMegabytes, digits: 0)) MB"
      )
    }
  }
}
