import DeliberationModel
import PageModel
import Structure
import TestSupport
import Testing

struct `A list of délibérations` {
  private func read(_ text: String) throws -> (structure: DocumentStructure, rows: [String]) {
    let document = Document(printing: text)
    let structure = try StructureReader(labels: .standard()).read(document)
    let rows = structure.acts.map { act in
      let title = (act.item?.title ?? []).map { part in
        String(decoding: document.bytes[part.bounds], as: UTF8.self)
      }
      return [
        act.item?.number ?? "-", title.joined(separator: " "), act.stated?.result.rawValue ?? "-",
      ]
      .joined(separator: "/")
    }
    return (structure, rows)
  }

  @Test func `tells the result in a word behind each object`() throws {
    let (structure, rows) = try read(
      """
      COMMUNE DE BRUMEVAL
      LISTE DES DÉLIBÉRATIONS EXAMINÉES PAR LE CONSEIL MUNICIPAL
      LE 4 MARS 2024

      Délibération n° 2024-011 - Vente du lot 3 : rue des Saules APPROUVÉE

      Délibération n° 2024-012 - Tarifs de la cantine - APPROUVÉE

      Délibération n° 2024-013 – Extension du cimetière et reprise des concessions échues – REJETÉE

      Délibération n° 2024-014 - Convention avec le syndicat des eaux du val de Brume pour le captage
      - APPROUVÉE

      Décisions du maire :

      Décision n° 2024-02 du 5 février 2024 : louage du local

      Décision n° 2024-03 du 9 février 2024 : achat d'une tondeuse
      """
    )
    #expect(structure.kind == .list)
    #expect(
      rows == [
        "2024-011/Vente du lot 3 : rue des Saules/adopted", "2024-012/Tarifs de la cantine/adopted",
        "2024-013/Extension du cimetière et reprise des concessions échues/rejected",
        "2024-014/Convention avec le syndicat des eaux du val de Brume pour le captage/adopted",
      ]
    )
  }

  @Test(arguments: [("approuvées", "adopted"), ("examinées", "-")])
  func `tells the result of all rows in its heading, or none`(word: String, result: String) throws {
    let (structure, rows) = try read(
      """
      Séance du Conseil municipal du lundi 4 mars 2024
      Liste des délibérations \(word) par le Conseil municipal

      Finances
      DEL_20240304_1- Compte de gestion du budget principal.

      Finances
      DEL_20240304_2- Garantie d'emprunt.

      Culture
      DEL_20240304_3- Règlement de la médiathèque.
      """
    )
    #expect(structure.kind == .list)
    #expect(rows.map { $0.hasSuffix(result) } == [true, true, true])
    #expect(
      rows.first == "20240304_1/Compte de gestion du budget principal./\(result)"
        || rows.first == "DEL_20240304_1/Compte de gestion du budget principal./\(result)"
    )
  }

  @Test(arguments: [
    "LISTE DES DÉLIBÉRATIONS\nDélibération n° 2024-01 - Budget - APPROUVÉE",
    "Rapport annuel\nDélibération n° 2024-01 - Budget\nDélibération n° 2024-02 - Cantine",
  ])
  func `has a heading and two rows that count up`(text: String) throws {
    #expect(try read(text).structure.kind != .list)
  }
}
