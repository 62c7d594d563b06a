/// Names of which one letter differs, is lost or is too many.
///
/// Two names are near when one deletion in one or both of them makes them equal in the same place,
/// which is found by a table of all names less one letter; the time is that of the letters.
struct NearForms {
  /// A name less the letter at a place, or as it is where the place is -1.
  private struct Form {
    /// What equal texts have in common.
    var number: UInt64
    var name: Int
    var place: Int
  }

  private var names: [[UInt8]] = []
  /// The forms of all names, in the order of their numbers.
  private var forms: [Form] = []

  /// Takes names as letters and figures alone.
  init(_ keys: some Sequence<[UInt8]>) {
    for key in Set(keys).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      forms += Self.forms(of: key, name: names.count)
      names.append(key)
    }
    forms.sort { $0.number < $1.number }
  }

  /// The names near to one, itself aside, in the order of their letters.
  func near(_ key: [UInt8]) -> [[UInt8]] {
    var found: Set<Int> = []
    for form in Self.forms(of: key, name: -1) {
      for other in forms[first(of: form.number)...].prefix(while: { $0.number == form.number }) {
        // One of them is whole, or both lack a letter in the same place.
        guard form.place == other.place ? form.place >= 0 : min(form.place, other.place) < 0,
          Self.text(of: form, key).elementsEqual(Self.text(of: other, names[other.name]))
        else { continue }
        found.insert(other.name)
      }
    }
    return found.sorted().map { names[$0] }.filter { $0 != key }
  }

  /// The place of the first form with a number.
  private func first(of number: UInt64) -> Int {
    var low = 0
    var high = forms.count
    while low < high {
      let middle = (low + high) / 2
      if forms[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func text(of form: Form, _ key: [UInt8]) -> [UInt8] {
    var text = key
    if form.place >= 0 { text.remove(at: form.place) }
    return text
  }

  /// The number of a text is the sum of its letters, each times the power of its place: that of all
  /// forms of a name is known in one pass.
  private static func forms(of key: [UInt8], name: Int) -> [Form] {
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    var power: UInt64 = 1
    var behind: UInt64 = 0
    for letter in key.dropFirst() {
      behind &+= UInt64(letter) &* power
      power = power &* base
    }
    power = 1
    var before: UInt64 = 0
    var forms: [Form] = []
    forms.reserveCapacity(key.count + 1)
    for place in key.indices {
      forms.append(Form(number: before &+ behind, name: name, place: place))
      before &+= UInt64(key[place]) &* power
      if place + 1 < key.count { behind &-= UInt64(key[place + 1]) &* power }
      power = power &* base
    }
    forms.append(Form(number: before, name: name, place: -1))
    return forms
  }
}
