import Deliberations

/// Prints the acts of documents and what they grant: `example FILE…`.
@main
enum Example {
  static func main() throws {
    for path in CommandLine.arguments.dropFirst() {
      let extraction = try extract(path: path)
      for act in extraction.deliberations {
        let cents = act.grants.compactMap(\.amount?.value.cents).reduce(0, +)
        let results = act.decisions.compactMap(\.result?.value.rawValue).joined(separator: ", ")
        print(
          act.number?.value ?? "–",
          act.session.date.map { "\($0.value)" } ?? "–",
          act.title?.value ?? "–",
          results,
          "\(cents / 100) €",
          separator: " | "
        )
      }
      for diagnostic in extraction.diagnostics where diagnostic.severity == .error {
        print("\(path): \(diagnostic.message)")
      }
    }
  }
}
