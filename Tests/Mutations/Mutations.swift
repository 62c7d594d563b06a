import Glibc
import PageModel
import TestSupport

// Damages correct acts of the corpus as OCR does, one print at a time, and says what becomes of it.
//
//   swift run -c release mutations [folder of the corpus] [number of damages]
//   swift run -c release mutations hostile [number of mutants] [folder of more PDFs]
//   swift run -c release mutations kills [number of kills]
//
// The first prints the table of damages × outcomes and ends with 1 where a bar does not hold. The
// others run the program: on mutants of documents, definitions and outputs, which must have one
// documented outcome each; and under `kill -9` at random moments, after which nothing may be lost.
@main
enum Mutations {
  static func main() async {
    let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    var arguments = CommandLine.arguments.dropFirst()
    if let hard = HardTrial(rawValue: arguments.first ?? "") {
      exit(hard.run(root: root, Array(arguments.dropFirst())) ? 0 : 1)
    }
    let corpus = arguments.popFirst() ?? root + "/../shared/corpus"
    let count = arguments.popFirst().flatMap(Int.init) ?? 1500
    do {
      let acts = try ["000", "001", "002"].map { name in
        try CorpusAct(name: name, path: "\(corpus)/pas-de-calais/pdf/digital/\(name).pdf")
      }
      let trials = await trials(of: acts, count: count)
      let report = MutationReport(trials)
      print(report.text)
      exit(report.failures.isEmpty ? 0 : 1)
    } catch {
      let line = Array("mutations: \(corpus) cannot be read: \(error)\n".utf8)
      _ = unsafe line.withUnsafeBytes { bytes in
        unsafe write(STDERR_FILENO, bytes.baseAddress, bytes.count)
      }
      exit(66)
    }
  }

  /// Which act each of ten damages hits: the third takes four times as long as another.
  private static let shares = [0, 0, 0, 0, 0, 0, 1, 1, 1, 2]

  /// Makes the trials, which depend on their numbers alone, on all cores.
  private static func trials(of acts: [CorpusAct], count: Int) async -> [Trial] {
    let width = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    return await withTaskGroup(of: [Trial].self) { group in
      for core in 0..<width {
        group.addTask {
          stride(from: core, to: count, by: width).compactMap { number in
            var random = SeededGenerator(seed: UInt64(number))
            return Trial(number, acts[shares[number % shares.count]], using: &random)
          }
        }
      }
      var trials: [Trial] = []
      for await some in group { trials += some }
      return trials.sorted { $0.number < $1.number }
    }
  }
}
