import Definitions
import Glibc
import PageModel
import Pipeline
import SystemPackage

// Prints figures for the README: ratios of times that were measured in the same run, because
// seconds alone say more of the machine than of the program.
//
//   swift run -c release benchmarks [folder of the corpus]
//   swift run -c release benchmarks parser [folder of the corpus]
//   swift run -c release benchmarks batch [folder of the corpus]
//   swift run -c release benchmarks recognition [folder of the corpus]
//   swift run -c release benchmarks growth [kind of text]...
//   swift run -c release benchmarks sandbox [folder of the corpus]
@main
enum Benchmarks {
  static let runs = 9
  private static let parserRuns = 99

  static func main() {
    let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    var arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "growth" {
      exit(GrowthBenchmark.run(only: Array(arguments.dropFirst())) ? 0 : 1)
    }
    let isBatch = arguments.first == "batch"
    if isBatch { arguments.removeFirst() }
    let recognises = arguments.first == "recognition"
    if recognises { arguments.removeFirst() }
    let isSandbox = arguments.first == "sandbox"
    if isSandbox { arguments.removeFirst() }
    let isParser = arguments.first == "parser"
    if isParser { arguments.removeFirst() }
    let corpus = arguments.first ?? root + "/../shared/corpus"
    let pdf = corpus + "/pas-de-calais/pdf/digital/002.pdf"
    let text = corpus + "/pas-de-calais/text/002.txt"
    let program = root + "/.build/release/extract"
    for (path, advice) in [
      (pdf, "name the folder of the corpus as the argument"),
      (text, "name the folder of the corpus as the argument"),
      (program, "run swift build -c release --product extract first"),
    ] where unsafe access(path, R_OK) != 0 {
      fail("there is no \(path); \(advice)", code: 66)
    }
    if isBatch {
      return BatchBenchmark(program: program, folder: corpus + "/pas-de-calais/pdf/digital").run()
    }
    if recognises {
      do throws(RecognitionBenchmark.Failure) {
        let scan = corpus + "/pas-de-calais/pdf/scan300/002.pdf"
        return try RecognitionBenchmark.run(program: program, scan: scan)
      } catch {
        fail(error.sentence, code: 70)
      }
    }
    if isSandbox {
      let act = root + "/Samples/val-d-yerre/2024/2024-063/source.pdf"
      return SandboxBenchmark.run(
        program: program,
        acts: [("an act of two pages", act), ("digital/002.pdf", pdf)]
      )
    }
    if isParser { return measureParsers(text: text, corpus: corpus, program: program) }
    ReadingBenchmark(program: program, corpus: corpus).run()
    measureReconciliation(pdf: pdf)
    measureParsers(text: text, corpus: corpus, program: program)
  }

  /// Prints what part of the time of a digital document its checks and repairs take.
  private static func measureReconciliation(pdf: String) {
    do {
      let extractor = try Extractor()
      let catalog = try DefinitionCatalog()
      var shares: [Double] = []
      for _ in 0...runs {
        var diagnostics = DiagnosticList()
        let start = ContinuousClock.now
        let document = try extractor.text(Input(path: FilePath(pdf))).document
        let definition = try catalog.definition(for: document)
        var acts = extractor.printed(document, definition, reporting: &diagnostics)
        let read = ContinuousClock.now
        extractor.reconcile(&acts, of: document, definition, reporting: &diagnostics)
        let end = ContinuousClock.now
        shares.append((end - read) / (end - start))
      }
      print("digital/002.pdf, share of the reconciliation, median of \(runs) runs")
      print("  of its time         \(shown(median(Array(shares.dropFirst())) * 100, digits: 1)) %")
    } catch {
      fail("\(pdf) cannot be read: \(error)", code: 70)
    }
  }

  /// Minutes of a commune, whose text is made in the run that measures.
  private static let minutes = "communes/pierrefonds/2020-06-11_pv.pdf"

  private static func measureParsers(text: String, corpus: String, program: String) {
    measureParser(text: text, named: "text/002.txt")
    let made = "/tmp/extract-benchmark-\(getpid()).txt"
    defer { unsafe unlink(made) }
    let script = "'\(program)' text '\(corpus)/\(minutes)' > \(made)"
    guard usage(of: ["bash", "-euc", script]) != nil else {
      fail("\(minutes) cannot be read", code: 70)
    }
    measureParser(text: made, named: minutes + " as text")
  }

  private static func measureParser(text: String, named name: String) {
    do {
      let extractor = try Extractor()
      let document = try extractor.text(Input(path: FilePath(text))).document
      let definition = try DefinitionCatalog().definition(for: document)
      var seconds: [Double] = []
      var acts = 0
      for _ in 0...parserRuns {
        var diagnostics = DiagnosticList()
        let start = processorSeconds()
        acts = extractor.parsed(document, definition, reporting: &diagnostics).acts.count
        seconds.append(processorSeconds() - start)
      }
      guard acts > 0 else { fail("no act was found in \(name)", code: 70) }
      let time = median(Array(seconds.dropFirst()))
      let megabytes = Double(document.bytes.count) / 1_000_000
      print("\(name), parser alone, median of \(parserRuns) runs, processor time")
      print("  size                \(shown(megabytes, digits: 3)) MB, \(acts) acts")
      print("  time                \(shown(time * 1000, digits: 1)) ms")
      print("  throughput          \(shown(megabytes / time, digits: 1)) MB/s")
    } catch {
      fail("\(text) cannot be read: \(error)", code: 70)
    }
  }

  /// The time that the processor has worked for this thread, which others do not lengthen.
  private static func processorSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted[sorted.count / 2]
  }

  static func shown(_ value: Double, digits: Int = 2) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let whole = Int((value * scale).rounded())
    guard digits > 0 else { return String(whole) }
    let text = String(whole)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    return padded.dropLast(digits) + "." + padded.suffix(digits)
  }

  static func fail(_ sentence: String, code: Int32) -> Never {
    let line = Array("benchmarks: \(sentence)\n".utf8)
    _ = unsafe line.withUnsafeBytes { bytes in
      unsafe write(STDERR_FILENO, bytes.baseAddress, bytes.count)
    }
    exit(code)
  }
}

/// A number with some decimals.
func shown(_ value: Double, digits: Int = 2) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let whole = Int((value * scale).rounded())
  guard digits > 0 else { return String(whole) }
  let text = String(whole)
  let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
  return padded.dropLast(digits) + "." + padded.suffix(digits)
}
