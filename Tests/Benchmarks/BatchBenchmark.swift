import Glibc

/// Batches of many documents, and of one long document.
///
/// Times of the same run are compared; where other programs keep the cores busy, the seconds of work
/// say more than those of the clock.
struct BatchBenchmark {
  let program: String
  /// The folder of the PDFs that are copied and joined.
  let folder: String

  static let documents = 200
  static let times = [3, 6, 12, 24]

  func run() {
    let place = "/tmp/extract-benchmark-\(getpid())"
    shell("mkdir \(place) && cd \(place) && mkdir acts")
    defer { shell("rm -rf \(place)") }
    compareJobs(in: place)
    measureLength(in: place)
  }

  /// One and two jobs, and a loop of pdftotext, over the same documents.
  private func compareJobs(in place: String) {
    // No two documents have the same bytes: behind the end of a PDF is a comment.
    shell(
      """
      cd \(place) && files=('\(folder)'/*.pdf)
      for i in {1..\(Self.documents)}; do
        cp "${files[i % ${#files[@]}]}" acts/$i.pdf; chmod u+w acts/$i.pdf; echo "%$i" >> acts/$i.pdf
      done
      """
    )
    let loop = shell(
      "cd \(place) && for file in acts/*.pdf; do pdftotext -layout $file /dev/null; done"
    )
    let batches = [1, 2].map { jobs in
      measure(["batch", "\(place)/acts", "--output", "\(place)/out\(jobs)", "--jobs", "\(jobs)"])
    }
    print("\(Self.documents) distinct digital documents")
    show("loop of pdftotext", loop)
    show("batch, 1 job", batches[0])
    show("batch, 2 jobs", batches[1])
    print("  2 jobs against 1    \(Benchmarks.shown(batches[0].seconds / batches[1].seconds))")
    print("  2 jobs against loop \(Benchmarks.shown(batches[1].seconds / loop.seconds))")
  }

  /// Ever longer documents: time and memory by pages.
  private func measureLength(in place: String) {
    print("one document, joined")
    for times in Self.times {
      shell(
        """
        cd \(place) && files=('\(folder)'/*.pdf)
        qpdf --empty --pages $(for i in {1..\(times)}; do echo ${files[@]}; done) -- long.pdf
        """
      )
      let used = measure([
        "batch", "\(place)/long.pdf", "--output", "\(place)/long", "--timeout", "3600",
      ])
      show("\(times) × \(folder.split(separator: "/").last ?? "")", used)
    }
  }

  private func measure(_ arguments: [String]) -> Usage {
    guard let used = usage(of: [program] + arguments) else {
      Benchmarks.fail("\(program) failed", code: 70)
    }
    return used
  }

  @discardableResult
  private func shell(_ script: String) -> Usage {
    guard let used = usage(of: ["bash", "-euc", script]) else {
      Benchmarks.fail("bash, qpdf or pdftotext failed", code: 70)
    }
    return used
  }

  private func show(_ what: String, _ used: Usage) {
    let padding = String(repeating: " ", count: max(1, 20 - what.count))
    print(
      "  \(what)\(padding)\(Benchmarks.shown(used.seconds)) s, "
        + "\(Benchmarks.shown(used.processorSeconds)) s of work, "
        + "\(Benchmarks.shown(used.peakMegabytes, digits: 0)) MB"
    )
  }
}
