import DeliberationModel

extension Check {
  /// Writes a rule that was tried.
  func write(to writer: inout JSONWriter) {
    writer.string("rule", rule)
    writer.string("status", status.rawValue)
    expected?.write("expected", to: &writer)
    found?.write("found", to: &writer)
    writer.string("message", message.isEmpty ? nil : message)
    writer.strings("subjects", subjects)
  }
}

extension Repair {
  /// Writes a value that was changed.
  func write(to writer: inout JSONWriter) {
    writer.string("path", path)
    writer.string("raw", raw)
    value.write("value", to: &writer)
    writer.string("rule", rule)
    // Hundredths are written as euros are: 95 → 0.95.
    writer.euros("confidence", cents: confidence)
  }
}

extension CheckedValue {
  fileprivate func write(_ key: StaticString, to writer: inout JSONWriter) {
    switch self {
    case .amount(let amount): writer.euros(key, cents: amount.cents)
    case .count(let count): writer.integer(key, count)
    case .text(let text): writer.string(key, text)
    }
  }
}
