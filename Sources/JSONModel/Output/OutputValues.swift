package import Foundation

/// An amount that is written in euros, as whole cents; never through a binary fraction.
package struct Cents: Decodable {
  package var value: Int

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let cents = try container.decode(Decimal.self) * 100
    guard let value = Int("\(cents)") else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "an amount has at most two decimals"
      )
    }
    self.value = value
  }

  /// In euros, with a decimal point and two decimals: "47800.20".
  package var euros: String { Self.euros(value) }

  /// Whole cents in euros, in the same form.
  package static func euros(_ value: Int) -> String {
    let cents = String(value.magnitude % 100)
    return (value < 0 ? "-" : "") + "\(value.magnitude / 100)." + (cents.count < 2 ? "0" : "")
      + cents
  }
}

/// A number of a quantity: 130, or 12.5.
package struct Quantity: Decodable {
  package var value: Decimal

  package init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Decimal.self)
  }
}

/// A value of a check or a repair as text: a number with its decimals, or a text.
package struct TextOrNumber: Decodable {
  package var text: String

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self.text = text
    } else {
      text = "\(try container.decode(Decimal.self))"
    }
  }
}
