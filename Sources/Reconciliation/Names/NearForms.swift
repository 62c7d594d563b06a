/// Names of which one letter differs, is lost or is too many.
///
/// Two names are near when one deletion in one or both of them makes them equal in the same place,
/// which is found by a table of all names less one letter; the time is that of the letters.
struct NearForms {
  private struct Hole: Hashable {
    var rest: [UInt8]
    var place: Int
  }

  private var whole: Set<[UInt8]> = []
  private var holes: [Hole: [[UInt8]]] = [:]
  private var shorter: [[UInt8]: [[UInt8]]] = [:]

  /// Takes names as letters and figures alone.
  init(_ keys: some Sequence<[UInt8]>) {
    for key in keys where whole.insert(key).inserted {
      for hole in Self.holes(in: key) {
        holes[hole, default: []].append(key)
        shorter[hole.rest, default: []].append(key)
      }
    }
  }

  /// The names near to one, itself aside, in the order of their letters.
  func near(_ key: [UInt8]) -> [[UInt8]] {
    var found = Set(shorter[key] ?? [])
    for hole in Self.holes(in: key) {
      found.formUnion(holes[hole] ?? [])
      if whole.contains(hole.rest) { found.insert(hole.rest) }
    }
    found.remove(key)
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func holes(in key: [UInt8]) -> [Hole] {
    key.indices.map { place in
      var rest = key
      rest.remove(at: place)
      return Hole(rest: rest, place: place)
    }
  }
}
