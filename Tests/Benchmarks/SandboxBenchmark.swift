/// What it costs a process to give its rights up: the same document with and without, in turn.
enum SandboxBenchmark {
  private static let runs = 41

  static func run(program: String, acts: [(name: String, path: String)]) {
    print("seconds of work with the sandbox and without, medians of \(runs) runs in turn")
    for act in acts {
      var with: [Double] = []
      var without: [Double] = []
      for _ in 0..<runs {
        let command = [program, "--quiet", act.path]
        guard let confined = usage(of: command),
          let free = usage(of: command + ["--no-sandbox"])
        else { Benchmarks.fail("\(act.path) cannot be read", code: 70) }
        with.append(confined.processorSeconds * 1000)
        without.append(free.processorSeconds * 1000)
      }
      let (more, less) = (Benchmarks.median(with), Benchmarks.median(without))
      print(
        "  \(act.name)  \(Benchmarks.shown(more)) ms against \(Benchmarks.shown(less)) ms: "
          + "\(Benchmarks.shown(more - less)) ms, \(Benchmarks.shown((more / less - 1) * 100)) %"
      )
    }
  }
}
