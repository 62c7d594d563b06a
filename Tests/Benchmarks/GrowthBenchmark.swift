import Foundation
import Pipeline

/// How the time of reading grows with texts that are made to slow a reader.
///
/// For each kind it is the exponent of a power law through n, 2n, 4n and 8n: 1 is linear, 2 quadratic.
enum GrowthBenchmark {
  /// The greatest exponent that is no more than a machine's noise over a linear one.
  static let most = 1.15

  /// A text of some lines, or of some bytes.
  private struct Kind: Sendable {
    let name: String
    /// The lines of the smallest text.
    let count: Int
    let text: @Sendable (Int) -> String
  }

  private static let head = """
    COMMUNE DE VERNAY-LE-HAUT
    CONSEIL MUNICIPAL
    Séance du 12 mars 2024
    Délibération n° 2024-017
    Objet : Subventions aux associations
    Présents : Mme Aline ROUVET, M. Paul-Henri DAUBRIC
    Après en avoir délibéré, le conseil municipal décide :
    Article 1 : d'attribuer 1 250,00 € à l'association Les Amis du Lavoir ;

    """

  private static let kinds: [Kind] = [
    Kind(name: "vote lines", count: 2000) { count in
      head + lines(count) { "Pour : \($0 % 40) voix  Contre : \($0 % 7)  Abstention : 1" }
    },
    Kind(name: "vote sentences", count: 2000) { count in
      head
        + lines(count) { "Adopté à la majorité, \($0 % 40) voix pour, M. Luc TESSANE s'abstenant." }
    },
    Kind(name: "one name per line", count: 2000) { count in
      "CONSEIL MUNICIPAL\nSéance du 12 mars 2024\nPrésents :\n"
        + lines(count) { "M. \(name($0)) \(name($0 * 7 + 3).uppercased())" } + "Délibération n° 3\n"
    },
    Kind(name: "names in one line", count: 2000) { count in
      "CONSEIL MUNICIPAL\nSéance du 12 mars 2024\nPrésents : "
        + (0..<count).map { "M. \(name($0)) \(name($0 * 7 + 3).uppercased())" }
        .joined(separator: ", ") + "\nDélibération n° 3\n"
    },
    Kind(name: "proxies", count: 1000) { count in
      "CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n"
        + lines(count) { "M. \(name($0)) GARDON a donné pouvoir à Mme \(name($0 + 9)) TESSANE" }
        + "Délibération n° 3\n"
    },
    Kind(name: "misspelled words", count: 1000) { count in
      head
        + lines(count) { line in
          (0..<8).map { "delib" + name(line * 8 + $0) + "atiom" }.joined(separator: " ")
        }
    },
    Kind(name: "near labels", count: 2000) { count in
      head
        + lines(count) { ["Artlcle \($0) :", "Ahstention :", "Presemts :", "Contne : 3"][$0 % 4] }
    },
    Kind(name: "article bodies", count: 2000) { count in
      head + lines(count) { _ in "le conseil prend à sa charge les frais de la convention susdite" }
    },
    Kind(name: "articles", count: 1000) { count in
      head
        + lines(count) {
          "Article \($0 + 2) : d'attribuer \($0) 000,00 € à l'association \(name($0))"
        }
    },
    Kind(name: "acts", count: 400) { count in
      "CONSEIL MUNICIPAL\nSéance du 12 mars 2024\n"
        + lines(count) { number in
          """
          \(number + 1). Affaire \(name(number))
          Monsieur le maire expose le projet à l'assemblée.
          Après en avoir délibéré, le conseil adopte à l'unanimité.

          """
        }
    },
    Kind(name: "sessions", count: 200) { count in
      lines(count) { number in
        """
        EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS DU CONSEIL MUNICIPAL
        Séance du \(number % 28 + 1) mars \(2000 + number % 24)
        Présents : Mme Aline ROUVET, M. Paul-Henri DAUBRIC
        Délibération n° 2024-\(number)
        Objet : Affaire \(name(number))
        Après en avoir délibéré, le conseil décide à l'unanimité d'approuver le projet.
        \u{0C}
        """
      }
    },
    Kind(name: "agenda without acts", count: 2000) { count in
      "CONSEIL MUNICIPAL\nORDRE DU JOUR\n" + lines(count) { "\($0 + 1). Affaire \(name($0))" }
    },
    Kind(name: "citations", count: 2000) { count in
      "DÉLIBÉRATION N° 3\n"
        + lines(count) { "Vu la délibération n° 2023-\($0) du 4 décembre 2023 ;" }
        + "Après en avoir délibéré, décide :\nArticle 1 : d'approuver\n"
    },
    Kind(name: "rows of a table", count: 1000) { count in
      head + "Annexe 1\nBénéficiaire\tOpération\tMontant\n"
        + lines(count) { "Association \(name($0))\t1A0\($0 % 10)F\t\($0 % 900) 000,00 €" }
    },
    Kind(name: "amounts", count: 2000) { count in
      head + lines(count) { "1 \($0 % 900 + 100) 000,00 € 2 \($0 % 900 + 100),50 € 3\($0) €" }
    },
    Kind(name: "one line", count: 100_000) { count in
      head + String(repeating: "le conseil décide ", count: count / 18) + "\n"
    },
    Kind(name: "one word", count: 100_000) { count in head + String(repeating: "a", count: count) },
    Kind(name: "brackets", count: 20_000) { count in head + String(repeating: "(", count: count) },
    Kind(name: "figures", count: 20_000) { count in head + String(repeating: "9 ", count: count) },
    Kind(name: "elections", count: 500) { count in
      head
        + lines(count) {
          "Ont obtenu : M. \(name($0)) GARDON \($0) voix. Est élu M. \(name($0)) GARDON."
        }
    },
    Kind(name: "empty lines", count: 20_000) { count in head + String(repeating: "\n", count: count)
    },
    Kind(name: "page ends", count: 2000) { count in
      head + String(repeating: "page\n\u{0C}", count: count)
    },
  ]

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map { line($0) + "\n" }.joined()
  }

  /// A word that no other number has.
  private static func name(_ number: Int) -> String {
    var rest = number
    var word = ""
    repeat {
      word += ["ba", "do", "ri", "mel", "tan", "vo", "lu", "sem", "gar", "pic"][rest % 10]
      rest /= 10
    } while rest > 0
    return word.capitalized
  }

  /// Prints the exponents, and answers whether all are linear; `only` names the kinds that are
  /// measured.
  static func run(only: [String]) -> Bool {
    guard let extractor = try? Extractor(recognition: RecognitionOptions(mode: .never), threads: 1)
    else { return false }
    var holds = true
    print("growth of the processor's time with adversarial texts, n to 8n")
    for kind in kinds where only.isEmpty || only.contains(kind.name) {
      var times: [Double] = []
      for step in [1, 2, 4, 8] {
        let bytes = Array(kind.text(kind.count * step).utf8)
        times.append((0..<3).map { _ in time(extractor, bytes) }.min() ?? 0)
      }
      let exponent = slope(times)
      holds = holds && exponent <= most
      let milliseconds = times.map { Benchmarks.shown($0 * 1000, digits: 0) }.joined(separator: " ")
      print(
        "  \(kind.name.padding(toLength: 20, withPad: " ", startingAt: 0)) "
          + "\(Benchmarks.shown(exponent))  (\(milliseconds) ms)" + (exponent <= most ? "" : "  !")
      )
    }
    return holds
  }

  private static func time(_ extractor: Extractor, _ bytes: [UInt8]) -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    _ = try? extractor.extract(name: "act.txt", bytes: bytes)
    return now() - start
  }

  /// The slope of the line through the logarithms, by least squares.
  private static func slope(_ times: [Double]) -> Double {
    let points = times.enumerated().map { (Double($0.offset), log2(max($0.element, 1e-6))) }
    let middleX = points.map(\.0).reduce(0, +) / Double(points.count)
    let middleY = points.map(\.1).reduce(0, +) / Double(points.count)
    let above = points.reduce(0) { $0 + ($1.0 - middleX) * ($1.1 - middleY) }
    return above / points.reduce(0) { $0 + ($1.0 - middleX) * ($1.0 - middleX) }
  }
}
