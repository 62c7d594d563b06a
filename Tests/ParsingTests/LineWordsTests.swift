import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

struct `The words of a line` {
  @Test(arguments: [
    ("Mme Claudine RAYMOND a été nommée secrétaire.", true),
    ("M. Louis BRIAND est désigné secrétaire de séance", true),
    ("Le secrétaire général présente le rapport", false),
  ])
  func `say who was chosen as secretary`(line: String, isSo: Bool) {
    #expect(LineWords.namesSecretary(FoldedText(line)) == isSo)
  }

  @Test(arguments: [
    (
      "Sur proposition de la commission, le Conseil Municipal décide, à l'unanimité, d'allouer",
      true
    ),
    ("Le président, après en avoir délibéré avec le bureau,", true),
    ("La commission décide de se revoir en mars", false),
    ("Le vote a été acquis à l'unanimité", false),
  ])
  func `say that the assembly decides`(line: String, isSo: Bool) {
    #expect(LineWords.enacts(FoldedText(line)) == isSo)
  }
}

struct `A number that names its year` {
  private func read(_ line: String) -> YearNumber? {
    let bytes = Array(line.utf8)
    return YearNumber(0..<bytes.count, in: bytes)
  }

  @Test(arguments: [
    ("2013-19 : Compte administratif", "2013-19"),
    ("D2019-31 – Décision modificative n° 2", "D2019-31"),
    ("2020-11-20-06 : Subventions 2020", "2020-11-20-06"),
    ("2022 DASCO 112 Caisse des écoles", "2022 DASCO 112"),
  ])
  func `opens a title`(line: String, number: String) {
    #expect(read(line)?.printed == number)
  }

  @Test(arguments: [
    "2013-2014 : une année scolaire", "2013 - Budget primitif", "2013-19 est le numéro",
    "12-19 : Compte administratif", "2022 Budget 112 Caisse", "2013-19 :",
  ])
  func `is not seen in other dates and numbers`(line: String) {
    #expect(read(line) == nil)
  }
}

struct `A line about who comes and goes` {
  private func read(_ line: String) -> (names: [String], isArrival: Bool)? {
    let document = Document(printing: line)
    return MovementLine(document.passage, of: document).map {
      ($0.people.map(\.name), $0.isArrival)
    }
  }

  @Test(arguments: [
    ("Arrivée de M. Ugo MARTEL à 19 h 15.", "Ugo MARTEL", true),
    ("Mme Zoé ADAM rejoint la séance.", "Zoé ADAM", true),
    ("Départ de Mme Fanny ROLLIN.", "Fanny ROLLIN", false),
    ("M. Fabien ROUSSET quitte la séance à 19 h 10.", "Fabien ROUSSET", false),
    ("Mme Fanny ROLLIN quitte définitivement la séance.", "Fanny ROLLIN", false),
  ])
  func `names them`(line: String, name: String, isArrival: Bool) throws {
    let movement = try #require(read(line))
    #expect(movement.names == [name])
    #expect(movement.isArrival == isArrival)
  }

  @Test func `tells each movement by itself`() {
    let line =
      "Retour de Mme Zoé ADAM à 19 h 25. Départ de M. Ugo MARTEL à 20 h."
    let document = Document(printing: line)
    let passage = document.passage
    let read = MovementLine.all(passage, FoldedText(passage.bytes[...]), of: document)
    #expect(read.map { $0.people.map(\.name) } == [["Zoé ADAM"], ["Ugo MARTEL"]])
    #expect(read.map(\.isArrival) == [true, false])
    #expect(read.map(\.isReturn) == [true, false])
  }

  @Test(arguments: [
    "Page 4, entre les points 3 et 4, lire : « Arrivée de Mme Zoé ADAM ».",
    "M. Joël SENECHAL quitte la salle et ne prend pas part au vote.",
    "M. Joël SENECHAL, intéressé, quitte la séance à 19 h 10 et ne prend pas part au vote.",
    "M. Denis PELLETIER quitte la salle.", "Départ de la course à 9 h 30", "Le train part à 9 h",
  ])
  func `is not one where somebody steps aside for a vote`(line: String) {
    #expect(read(line) == nil)
  }
}
