/// A way to part a document: the heads that one pattern selects, and how good that is.
struct Parting {
  var pattern: HeadPattern
  /// The places of the heads, ascending.
  var heads: [Int]
  var score = 0.0
  /// How many segments hold a decision, and how many of those hold one group alone.
  var filled = 0
  var alone = 0
  /// How many items of the agenda heads repeat.
  var agendaCount = 0
  /// The share of heads whose number follows the one before.
  var series = 0.0
  /// Whether the document itself says that these are its heads: they are the items of its agenda, each
  /// once, or all wear one look and count up from 1.
  var isTold = false

  /// How sure the parting is, from 0 to 1: the share of filled segments times that of groups of
  /// decisions alone in one.
  var sureness: Double {
    guard !heads.isEmpty, filled > 0 else { return 0 }
    return Double(filled) / Double(heads.count) * Double(alone) / Double(filled)
  }

  /// How sure its acts are, from 0 to 1.
  ///
  /// A debate in which much sounds decided ("été élu maire", "que l'on souhaite") does not speak against
  /// heads that the document tells.
  var confidence: Double { isTold ? max(sureness, 0.8) : sureness }
}

/// Searches the one pattern that the heads of this document have.
struct PatternSearch {
  let lines: [SeenLine]
  let speech: Speech
  /// The places that can hold heads.
  let range: Range<Int>
  /// How many items the agenda has.
  let agendaCount: Int
  let weights: StructureWeights

  private let groups: DecisionGroups

  init(
    _ lines: [SeenLine],
    _ speech: Speech,
    _ range: Range<Int>,
    agendaCount: Int,
    _ weights: StructureWeights
  ) {
    self.lines = lines
    self.speech = speech
    self.range = range
    self.agendaCount = agendaCount
    self.weights = weights
    groups = DecisionGroups(speech.strength, range)
  }

  /// The best partings, best first; empty where nothing is decided.
  func best(_ count: Int) -> [Parting] {
    guard groups.count > 0 else { return [] }
    var seen: Set<[Int]> = []
    var found: [Parting] = []
    let dresses = dresses()
    for (number, places) in numberConditions() {
      // The look of these lines side by side: each pattern asks for it.
      let looks = places.map { lines[$0].dress }
      for dress in dresses {
        let pattern = HeadPattern(number: number, dress: dress.flags)
        let isTold = number != .any && number != .none || dress.tells
        guard isTold, (1...4).contains(pattern.conditionCount) else { continue }
        let heads = heads(dressedAs: dress.flags, among: places, looks)
        guard heads.count > 0, heads.count <= mostHeads, seen.insert(heads).inserted else {
          continue
        }
        found.append(rated(Parting(pattern: pattern, heads: heads)))
        if let counted = chain(heads),
          seen.insert(counted).inserted
        {
          found.append(rated(Parting(pattern: pattern, heads: counted)))
        }
      }
    }
    found.sort { $0.score > $1.score }
    // A line ended by hand tells a head only where what tells it better parts the document badly.
    let told = found.filter { !$0.pattern.dress.contains(.short) }
    let isSure = told.first.map { $0.sureness >= Self.sure } ?? false
    return Array((isSure ? told : found).prefix(count))
  }

  /// How sure a parting is that needs no other.
  private static let sure = 0.5

  private var mostHeads: Int { max(60, 2 * groups.lineCount) }

  // MARK: - Candidates

  /// The kinds of number that lines of this document have, in a fixed order, each with its lines.
  private func numberConditions() -> [(number: HeadPattern.NumberCondition, places: [Int])] {
    var places: [HeadPattern.NumberCondition: [Int]] = [:]
    for place in range where !lines[place].isBarred {
      for condition in HeadPattern.NumberCondition.all(of: lines[place].number) {
        places[condition, default: []].append(place)
      }
    }
    return places.map { (order: $0.key.order, number: $0.key, places: $0.value) }
      .sorted { $0.order < $1.order }
      .map { (number: $0.number, places: $0.places) }
  }

  /// Up to three flags of dress that lines of this document have; whether they tell a head by
  /// themselves.
  private func dresses() -> [(flags: Dress, tells: Bool)] {
    var flags: Dress = []
    for place in range where !lines[place].isBarred { flags.formUnion(lines[place].dress) }
    let singles = Dress.names.map(\.flag).filter { flags.contains($0) }
    var dresses: [Dress] = [[]] + singles
    for (index, first) in singles.enumerated() {
      for (other, second) in singles.enumerated() where other > index {
        dresses.append([first, second])
        for third in singles[(other + 1)...] { dresses.append([first, second, third]) }
      }
    }
    // Where nothing else tells a head, in a text without sizes, white space does.
    let isPlain = flags.isDisjoint(with: [.bold, .underlined, .large, .coloured])
    let plain: Dress = isPlain ? [.flush] : [.gap, .flush]
    return dresses.map { (flags: $0, tells: !$0.isSubset(of: plain)) }
  }

  /// The places of heads of one dress; lines of one head that runs over several count once.
  private func heads(dressedAs dress: Dress, among places: [Int], _ looks: [Dress]) -> [Int] {
    var heads: [Int] = []
    var last = -2
    for (index, place) in places.enumerated() where looks[index].isSuperset(of: dress) {
      // A head runs over several lines; only a number of its own makes the line below another head.
      if !lines[place].isNumbered, last >= 0, speech.strength[last] < 2, continues(last, to: place)
      {
        if heads.last == last, isTheme(last, above: place) { heads[heads.count - 1] = place }
        last = place
        continue
      }
      if lines[place].opensSmall, !lines[place].isNumbered { continue }
      heads.append(place)
      if heads.count > mostHeads { break }
      last = place
    }
    return heads
  }

  /// Whether nothing but lines in the dress of the head stands between two lines.
  private func continues(_ head: Int, to place: Int) -> Bool {
    let strong = lines[head].dress.intersection([.bold, .underlined, .capitals])
    guard place > head + 1 else { return true }
    guard !strong.isEmpty, place - head < 8 else { return false }
    return (head + 1..<place).allSatisfy { between in
      lines[between].dress.isSuperset(of: strong) && speech.strength[between] < 2
        && !lines[between].dress.contains(.gap)
    }
  }

  /// Whether a line is a theme in a paragraph of its own right above a head: "FINANCES", "Tarifs 2024".
  private func isTheme(_ theme: Int, above head: Int) -> Bool {
    let (upper, lower) = (lines[theme], lines[head])
    return head == theme + 1 && upper.dress.contains(.short) && lower.dress.contains(.gap)
      && upper.dress.contains(.capitals) && !lower.dress.contains(.capitals)
      && !upper.isNumbered && !upper.dress.contains(.agenda)
  }

  /// The most heads among which a chain is looked for.
  private static let longestChain = 150

  /// The heads whose numbers count up, with a decision between most of them, without those of lists
  /// within an item.
  ///
  /// "1. Voirie", "1. rue Haute", "2. rue Basse", "2. Personnel".
  private func chain(_ heads: [Int]) -> [Int]? {
    guard heads.count > 2, heads.count <= Self.longestChain,
      heads.allSatisfy({ lines[$0].isNumbered })
    else { return nil }
    let numbers = heads.map { lines[$0].number }
    guard Series.share(numbers) < 1 else { return nil }
    var best = heads.map { _ in 0.0 }
    var next = heads.map { _ in -1 }
    for first in heads.indices.reversed() {
      best[first] = value(heads[first]..<range.upperBound)
      for second in (first + 1)..<heads.count where Series.follows(numbers[first], numbers[second])
      {
        let sum = value(heads[first]..<heads[second]) + best[second]
        if sum > best[first] { (best[first], next[first]) = (sum, second) }
      }
    }
    var place = best.indices.max { (best[$0], -$0) < (best[$1], -$1) } ?? -1
    var chain: [Int] = []
    while place >= 0 {
      chain.append(heads[place])
      place = next[place]
    }
    return chain.count > 1 && chain.count < heads.count && restarts(heads, without: chain)
      ? chain : nil
  }

  /// Whether each run of heads that a chain leaves out counts from its beginning, as a list does.
  private func restarts(_ heads: [Int], without chain: [Int]) -> Bool {
    let kept = Set(chain)
    var wasKept = true
    for head in heads {
      if !kept.contains(head), wasKept, lines[head].number?.path.last != 1 { return false }
      wasKept = kept.contains(head)
    }
    return true
  }

  /// What an item of a chain is worth: one that is decided more than one of information.
  private func value(_ item: Range<Int>) -> Double { groups.count(item) > 0 ? 1 : 0.3 }

  // MARK: - Score

  private func rated(_ parting: Parting) -> Parting {
    var parting = parting
    var surplus = 0
    var ends = Array(parting.heads.dropFirst())
    ends.append(range.upperBound)
    for (head, end) in zip(parting.heads, ends) {
      let count = groups.count(head..<end)
      if count > 0 { parting.filled += 1 }
      if count == 1 { parting.alone += 1 }
      surplus += max(0, count - 1)
    }
    let empty = parting.heads.count - parting.filled
    let before = groups.count(range.lowerBound..<parting.heads[0])
    let agenda = Set(parting.heads.compactMap { lines[$0].agendaItem }).count
    let dress = parting.heads.reduce(0.0) { $0 + lines[$1].headness } / Double(parting.heads.count)
    parting.agendaCount = min(agenda, agendaCount)
    parting.series = Series.share(parting.heads.map { lines[$0].number })
    parting.isTold =
      parting.agendaCount > 1 && parting.agendaCount == agendaCount
      && parting.agendaCount == parting.heads.count
      || parting.series == 1 && parting.heads.count > 2 && !parting.pattern.dress.isEmpty
        && lines[parting.heads[0]].number?.path == [1]
    let bare = parting.heads.count { !lines[$0].isNumbered }
    let mixed = bare * 2 < parting.heads.count - 2 ? bare : 0
    parting.score =
      Double(parting.filled)
      * (weights.filled + weights.dress * dress + weights.series * parting.series)
      - weights.empty * Double(empty) - weights.surplus * Double(surplus)
      - weights.before * Double(min(4, before)) - weights.mixed * Double(mixed)
      + weights.agenda * Double(parting.agendaCount)
      - weights.conditions * Double(parting.pattern.conditionCount)
    return parting
  }
}

/// Runs of deciding lines that stand close together.
struct DecisionGroups {
  /// Lines this far apart belong to two groups.
  static let distance = 12

  /// The places that are looked at, from the first of which the others count.
  private let range: Range<Int>
  /// For each place, how many deciding lines stand before it.
  private let lines: [Int]
  /// For each place, how many deciding lines before it open a group.
  private let openings: [Int]
  private let decides: [Bool]

  init(_ strength: [Int], _ range: Range<Int>) {
    var lines = [0]
    var openings = [0]
    var last = -Self.distance
    decides = strength[range].map { $0 > 1 }
    for (place, decides) in decides.enumerated() {
      let opens = decides && place - last >= Self.distance
      if decides { last = place }
      lines.append(lines[place] + (decides ? 1 : 0))
      openings.append(openings[place] + (opens ? 1 : 0))
    }
    self.range = range
    self.lines = lines
    self.openings = openings
  }

  var count: Int { openings.last ?? 0 }
  var lineCount: Int { lines.last ?? 0 }

  /// How many groups some places hold; the first line that decides there opens one.
  func count(_ places: Range<Int>) -> Int {
    let places = places.clamped(to: range)
    let end = places.upperBound - range.lowerBound
    var first = places.lowerBound - range.lowerBound
    guard lines[end] > lines[first] else { return 0 }
    while !decides[first] { first += 1 }
    return 1 + openings[end] - openings[first + 1]
  }
}

/// Numbers that count up.
enum Series {
  /// The share of numbers that follow the one before them.
  static func share(_ numbers: [HeadNumber?]) -> Double {
    guard numbers.count > 1 else { return 0 }
    let pairs = zip(numbers, numbers.dropFirst())
    return Double(pairs.count { follows($0, $1) }) / Double(numbers.count - 1)
  }

  /// Whether a number is the next after another, or the one behind that.
  static func follows(_ before: HeadNumber?, _ after: HeadNumber?) -> Bool {
    guard let before, let after, before.form == after.form, let last = after.path.last else {
      return false
    }
    guard before.path != after.path else { return false }
    let shared = min(before.path.count, after.path.count)
    for place in 0..<shared where before.path[place] != after.path[place] {
      let step = after.path[place] - before.path[place]
      return (1...2).contains(step) && after.path[(place + 1)...].allSatisfy { $0 <= 1 }
        || after.form == .year && step > 0 && step < 40
    }
    return after.path.count > before.path.count && last <= 1
  }
}
