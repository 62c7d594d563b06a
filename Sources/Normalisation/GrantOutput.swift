import DeliberationModel
import PageModel

extension Grant {
  /// Writes a beneficiary row.
  func write(to writer: inout JSONWriter) {
    writer.string("theme", theme)
    writer.string("theme_title", themeTitle)
    writer.string("operation", operation)
    writer.string("operation_title", operationTitle)
    writer.string("territory", territory)
    writer.string("territory_raw", territoryRaw)
    writer.string("beneficiary", beneficiary?.value)
    writer.string("beneficiary_raw", beneficiary?.raw)
    writer.integer("quantity", quantity)
    writer.string("description", description)
    writer.euros("amount", cents: amount?.value.cents)
    writer.string("raw", amount?.raw)
    writer.string("agreement", agreement)
    writer.string("stated_in", statedIn.rawValue)
    // Hundredths are written as euros are: 95 → 0.95.
    writer.euros("confidence", cents: confidence)
    if needsReview { writer.bool("needs_review", true) }
    writer.strings("doubts", GrantDoubt.allCases.filter(doubts.contains).map(\.rawValue))
    source.write(to: &writer)
  }
}

extension Total {
  /// Writes a printed total.
  func write(to writer: inout JSONWriter) {
    writer.string("theme", theme)
    writer.string("operation", operation)
    writer.integer("quantity", quantity)
    writer.string("quantity_raw", unreadableQuantity)
    writer.euros("amount", cents: amount?.value.cents)
    writer.string("raw", amount?.raw ?? unreadable)
    writer.euros("confidence", cents: confidence)
    if needsReview { writer.bool("needs_review", true) }
    source.write(to: &writer)
  }
}
