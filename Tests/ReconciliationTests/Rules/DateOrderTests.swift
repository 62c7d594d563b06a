import DeliberationModel
import Testing

@testable import Reconciliation

struct `The dates of an act` {
  @Test(arguments: [
    (signature: "2031-03-02", transmission: "2031-03-09", statuses: [CheckStatus.passed, .passed]),
    ("2031-02-27", "2031-03-09", [.failed, .passed]),
    ("2031-03-02", "2031-03-01", [.passed, .failed]),
  ])
  func `are in order`(signature: String, transmission: String, statuses: [CheckStatus]) throws {
    var act = Deliberation()
    act.session.date = Printed(try date("2031-03-01"))
    act.signature.date = try date(signature)
    act.transmissionDate = try date(transmission)
    #expect(DateOrder().statuses(in: act) == statuses)
  }

  private func date(_ text: String) throws -> CalendarDate {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(CalendarDate(year: parts[0], month: parts[1], day: parts[2]))
  }
}
