import DeliberationModel
import PageModel
import Pipeline
import TestSupport
import Testing

/// Members who come and go in the course of a session.
struct `The attendance of an act of minutes` {
  private func read(
    remark: String,
    first: String = "",
    second: String = ""
  ) throws -> (present: [[String]], findings: [String]) {
    let text = """
      Commune de Val-Brûlé
      PROCÈS-VERBAL DE LA SÉANCE DU CONSEIL MUNICIPAL DU 7 MARS 2023
      Présents : Mme Anne ROUX, M. Luc PETIT\(remark), M. Paul MOREL
      Absent : M. Jean BLANC

      Délibération n° 2023-1 : Budget\(first)
      Le conseil municipal, après en avoir délibéré, à l'unanimité, APPROUVE le budget.

      Délibération n° 2023-2 : Tarifs\(second)
      Le conseil municipal, après en avoir délibéré, à l'unanimité, FIXE les tarifs.
      """
    var diagnostics = DiagnosticList()
    let acts = try Extractor().deliberations(
      of: Document(printing: text),
      try Definition.standard(),
      reporting: &diagnostics
    )
    return (
      acts.map { ($0.attendance.people[.present] ?? []).map(\.name) },
      diagnostics.sorted().map(\.code).filter { $0.hasPrefix("attendance.") }
    )
  }

  @Test func `is that of the list where nobody moves`() throws {
    let (present, findings) = try read(remark: "")
    #expect(present == [["Anne ROUX", "Luc PETIT", "Paul MOREL"]] + [present[0]])
    #expect(findings.isEmpty)
  }

  @Test(arguments: [
    (" (à partir de la délibération n° 2)", [["Anne ROUX", "Paul MOREL"], nil]),
    (" (jusqu'à la délibération n° 2023-1)", [nil, ["Anne ROUX", "Paul MOREL"]]),
    (" (départ à la question 2)", [nil, ["Anne ROUX", "Paul MOREL"]]),
  ])
  func `follows the remark beside a name`(remark: String, expected: [[String]?]) throws {
    let (present, findings) = try read(remark: remark)
    for (names, wanted) in zip(present, expected) {
      #expect(names == wanted ?? ["Anne ROUX", "Luc PETIT", "Paul MOREL"])
    }
    #expect(findings == ["attendance.moved"])
  }

  @Test func `is doubtful where a remark names no act`() throws {
    let (present, findings) = try read(remark: " (arrivé à 19 h 15)")
    #expect(present == [["Anne ROUX", "Luc PETIT", "Paul MOREL"]] + [present[0]])
    #expect(findings == ["attendance.partial"])
  }

  @Test func `follows a line within an act`() throws {
    let (present, findings) = try read(remark: "", second: "\nArrivée de M. Jean BLANC à 19 h 30.")
    #expect(present.map { $0.contains("Jean BLANC") } == [false, true])
    #expect(findings == ["attendance.moved"])
  }

  @Test func `is left as it is by somebody in no list`() throws {
    let (present, findings) = try read(remark: "", second: "\nArrivée de M. Guy NOIR à 19 h 30.")
    #expect(present[0] == present[1])
    #expect(findings == ["attendance.unknown-movement"])
  }
}
