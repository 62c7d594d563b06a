import Foundation

/// An amount that is written in euros, as whole cents; never through a binary fraction.
struct Cents: Decodable {
  var value: Int

  init(from decoder: any Decoder) throws {
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
}

/// A number of a quantity: 130, or 12.5.
struct Quantity: Decodable {
  var value: Decimal

  init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Decimal.self)
  }
}

/// A value of a check or a repair as text: a number with its decimals, or a text.
struct TextOrNumber: Decodable {
  var text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self.text = text
    } else {
      text = "\(try container.decode(Decimal.self))"
    }
  }
}
