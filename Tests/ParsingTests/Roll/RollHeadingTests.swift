import DeliberationModel
import PageModel
import TestSupport
import Testing

@testable import Parsing

/// What stands above the lists of a roll and within them.
struct `A heading of a roll` {
  private func attendance(_ printed: String) -> Attendance {
    let document = Document(printing: printed)
    return SessionHead(Array(document.lines.indices), of: document).attendance
  }

  @Test(arguments: [
    "Présents.\n\nMme Anne ROUX, M. Luc PETIT\n\nAbsent. M. Guy GRAS.",
    "Présents / Hor zirenak : Mme Anne ROUX, M. Luc PETIT\nAbsent / Eskas : M. Guy GRAS",
    "Présents :\nUnion pour Valbrun : Mme Anne ROUX, M. Luc PETIT\nAbsents :\nM. Guy GRAS",
    "Présents :\nDemain le Val : Mme Anne ROUX, M. Luc PETIT\n\nAbsent : M. Guy GRAS",
  ])
  func `may end in a full stop, say it in two languages, or stand above groups`(printed: String) {
    let read = attendance(printed)
    #expect(read.people[.present]?.map(\.name) == ["Anne ROUX", "Luc PETIT"])
    #expect(read.people[.absent]?.map(\.name) == ["Guy GRAS"])
  }

  @Test(arguments: [
    "Excusés ayant donné pouvoir. M. Guy GRAS à Mme Anne ROUX.",
    "Absents : M. Guy GRAS (excusé, procuration à Mme Anne ROUX)",
  ])
  func `is above those who gave a proxy`(list: String) {
    let read = attendance("Présents : Mme Anne ROUX, M. Luc PETIT\n\n" + list)
    #expect(
      read.proxies.map { $0.from.name + " > " + ($0.to?.name ?? "?") } == ["Guy GRAS > Anne ROUX"]
    )
  }

  @Test func `counts nobody who took no part`() {
    let document = Document(
      printing: "Nombre de conseillers présents à l'appel n'ayant pas pris part au vote : 0"
    )
    #expect(RollCounts.counts([0], of: document).isEmpty)
  }
}
