import DeliberationModel
import PageModel
import TestSupport

/// An act that no council ever voted, in which everything agrees, and what OCR does to its text.
enum DamagedAct {
  // MARK: - The act

  /// The authority's lexicons.
  static func definition() throws -> Definition {
    var definition = try Definition.standard()
    definition.territories = ["Nordois", "Sudois", "Estrie-Basse"]
    definition.beneficiaries = [
      "Les Tilleuls", "Atelier du Pont", "FJEP", "La Ruche", "Régie du Lys", "MJEP", "3ID",
    ]
    definition.councillors = (present + excused + absent).map { name in
      Councillor(name: name.name, honorific: name.title == "M." ? .monsieur : .madame)
    }
    return definition
  }

  private typealias Name = (title: String, name: String)

  private static let present: [Name] = [
    ("M.", "Bernard LOUVIGNY"), ("Mme", "Odile MOREL"), ("M.", "Luc BARTHOLIN"),
    ("Mme", "Sabah HERMELIN"), ("M.", "François ROUX"), ("Mme", "Claire DUMONTIER"),
    ("M.", "Gilles HARDOUINEAU"), ("Mme", "Rosalie VANDAMME"),
  ]
  private static let excused: [Name] = [("M.", "Hugues MALAVOY")]
  private static let absent: [Name] = [("Mme", "Karine POUSTHOMIS"), ("M.", "Serge CADILLAC")]

  private static func list(_ names: [Name]) -> String {
    names.map { "\($0.title) \($0.name)" }.joined(separator: ", ")
  }

  private typealias Row = (territory: String, name: String, places: Int)

  private static let rows: [[Row]] = [
    [
      ("Nordois", "Les Tilleuls", 30), ("", "Atelier du Pont", 110), ("", "FJEP", 85),
      ("Sudois", "La Ruche", 42), ("", "Régie du Lys", 17), ("Estrie-Basse", "MJEP", 93),
      ("", "CCAS de Brumeval", 64), ("", "3ID", 28),
    ],
    [
      ("Nordois", "Atelier du Pont", 54), ("", "FJEP", 90), ("Sudois", "La Ruche", 26),
      ("", "Régie du Lys", 33), ("Estrie-Basse", "MJEP", 41), ("", "CCAS de Brumeval", 78),
    ],
  ]
  private static let cents = [16_000, 25_000]
  private static let sums: [(name: String, cents: Int)] = [
    ("Les Tilleuls", 10_203_050), ("La Ruche", 1_579_915), ("MJEP", 2_310_000),
  ]

  private static func print(_ cents: Int) -> String {
    var groups: [String] = []
    var whole = cents / 100
    while whole > 999 {
      let rest = String(whole % 1000)
      groups.insert(String(repeating: "0", count: 3 - rest.count) + rest, at: 0)
      whole /= 1000
    }
    groups.insert(String(whole), at: 0)
    let rest = String(cents % 100)
    return groups.joined(separator: " ") + "," + (rest.count < 2 ? "0" : "") + rest
  }

  /// The text, its tables with tabs.
  static let text: String = {
    let places = rows.map { $0.reduce(0) { $0 + $1.places } }
    let totals = places.indices.map { places[$0] * cents[$0] }
    let second = sums.reduce(0) { $0 + $1.cents }
    let first = totals.reduce(0, +)
    var table: [String] = []
    for (place, operation) in rows.enumerated() {
      for (index, row) in operation.enumerated() {
        let title = index == 0 ? "Opération \(place + 1) : Accueil de jour" : ""
        let sum = print(row.places * cents[place])
        table.append("\(title)\t\(row.territory)\t\(row.name)\t\(row.places)\t\(sum) €\tConvention")
      }
      table.append("TOTAL\t\t\t\(places[place])\t\(print(totals[place])) €\t")
    }
    table.append("TOTAL\t\t\t\t\(print(first)) €\t")
    var other: [String] = []
    for (index, row) in sums.enumerated() {
      let title = index == 0 ? "Opération 1 : Aide aux charges" : ""
      let territory = ["Nordois", "Sudois", "Estrie-Basse"][index]
      other.append(
        "\(title)\t\(territory)\t\(row.name)\tAide aux charges\t\(print(row.cents)) €\tConvention"
      )
    }
    other.append("\tTOTAL\t\t\t\(print(second)) €\t")
    other.append("TOTAL\t\t\t\t\(print(second)) €\t")
    return """
      DEPARTEMENT DU VAL D'ORGE

      DELIBERATION DE LA COMMISSION PERMANENTE
      REUNION DU 15 MAI 2024

      Secrétaire : Mme Odile MOREL

      Étaient présents : \(list(present)).

      Excusé(s) : \(list(excused)).

      Absent(s) : \(list(absent)).

      APPELS A PROJETS 2024

      (N°2024-016)

      La Commission permanente,

      Vu le Code Général des Collectivités Territoriales ;

      Mesdames Odile MOREL, Sabah HERMELIN et Monsieur François ROUX, intéressés à l'affaire, n'ont pris part ni au débat, ni au vote ;

      Après en avoir délibéré,

      DECIDE :

      Article 1 :

      De valider le financement des opérations de la thématique 1, pour un montant total de \(print(first)) €, selon la répartition reprise en annexe 1.

      Article 2 :

      De valider le financement des opérations de la thématique 2, pour un montant total de \(print(second)) €, selon la répartition reprise en annexe 1.

      Article 3 :

      Les dépenses sont imputées sur le budget départemental comme suit :

      Code opération\tImputation budgétaire\tLibellé opération\tAE €\tDépenses €
      C02-446A05\t6568/93446\tAccueil de jour\t1 000 000,00\t\(print(first))
      C01-444H03\t6568/93444\tAide aux charges\t1 000 000,00\t\(print(second))

      Dans les conditions de vote ci-dessous :

      Pour : 6 voix
      Contre : 0 voix
      Abstention : 3 voix
      Absents sans délégation de vote : 2

      (Adopté)

      LE PRESIDENT DU CONSEIL DEPARTEMENTAL,

      Bernard LOUVIGNY

      CASTELVERT, le 15 mai 2024

      Annexe 1 : REPARTITION FINANCIERE DES OPERATIONS

      1. Accueil

      OPERATION\tTERRITOIRE\tSTRUCTURE\tPLACES\tMONTANT RETENU\tConvention
      \(table.joined(separator: "\n"))

      2. Charges

      OPERATION\tTERRITOIRE\tSTRUCTURE\tDESCRIPTION\tMONTANT RETENU\tConvention
      \(other.joined(separator: "\n"))
      """
  }()

  // MARK: - Damage

  /// What is damaged.
  enum Target: String, CaseIterable {
    case amount
    case quantity
    case count
    case councillor
    case beneficiary
    case territory
    case label
  }

  /// A damaged text.
  struct Damage {
    var target: Target
    var kind: String
    var text: String
    var what: String
  }

  private static let lines = text.split(separator: "\n", omittingEmptySubsequences: false)

  /// The prints of a target: the line, and what of it is damaged.
  private static let prints: [Target: [(line: Int, part: Range<Substring.Index>)]] = {
    var found: [Target: [(line: Int, part: Range<Substring.Index>)]] = [:]
    let names = (present + excused + absent).map(\.name)
    let labels = [
      "Étaient présents", "Excusé(s)", "Absent(s)", "DECIDE", "Article", "Pour", "Contre",
      "Abstention", "Absents", "Adopté", "TOTAL", "Opération", "Mesdames",
    ]
    for (index, line) in lines.enumerated() {
      func add(_ target: Target, _ part: some StringProtocol) {
        guard let range = line.firstRange(of: part) else { return }
        found[target, default: []].append((index, range))
      }
      // The lists, which the votes count; a secretary and a signatory stand once.
      let isList = line.hasSuffix(".") && line.contains(" : ") || line.hasPrefix("Mesdames")
      for name in names where isList && line.contains(name) { add(.councillor, name) }
      for label in labels where line.contains(label) { add(.label, label) }
      if line.hasSuffix("voix") || line.hasPrefix("Absents sans") {
        let figures = line.split(separator: " ").last { Int($0) != nil }
        if let figures { add(.count, figures) }
      }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      for (column, cell) in cells.enumerated() where !cell.isEmpty {
        let isAmount = cell.contains(",") && cell.contains { $0.isNumber }
        if cells.count > 1, isAmount, line.contains("€") || column == 4 { add(.amount, cell) }
        if column == 3, Int(cell) != nil { add(.quantity, cell) }
        if column == 2, !isAmount, line.contains("Convention"), line.contains(",") {
          add(.beneficiary, cell)
        }
        if column == 1, line.contains("Convention"), line.contains(",") { add(.territory, cell) }
      }
      if cells.count == 1, let euro = line.firstRange(of: " €"),
        let words = line.firstRange(of: "total de ")
      {
        found[.amount, default: []].append((index, words.upperBound..<euro.lowerBound))
      }
    }
    return found
  }()

  /// A damage of a target drawn at random; nothing where the drawn one cannot hit the drawn print.
  static func damage(using random: inout SeededGenerator) -> Damage? {
    guard let target = Target.allCases.randomElement(using: &random),
      let print = prints[target]?.randomElement(using: &random)
    else { return nil }
    let line = lines[print.line]
    let before = String(line[print.part])
    let isNumber = [.amount, .quantity, .count].contains(target)
    let damages = isNumber ? OCRDamage.ofNumber(before) : OCRDamage.ofWords(before)
    guard let drawn = OCRDamage.drawn(from: damages, using: &random) else { return nil }
    var damaged = lines.map(String.init)
    damaged[print.line] =
      line[..<print.part.lowerBound] + drawn.text + line[print.part.upperBound...]
    return Damage(
      target: target,
      kind: drawn.kind,
      text: damaged.joined(separator: "\n"),
      what: "\(before) → \(drawn.text)"
    )
  }
}
