/// The words that lead from who gives a proxy to who votes for them, or back: "a donné pouvoir à",
/// "(procuration à", "représentée par", "→", "porteur du pouvoir de".
struct RollLink {
  /// Whether the person behind it is the giver.
  var leadsToGiver: Bool
  /// "Mmes A et B ont donné pouvoir à": several gave.
  var isPlural: Bool
  /// Whether it speaks of representing, and of no proxy: "représenté par".
  var isRepresentation = false
  /// Whether a substitute sits for the person: "remplacée par son suppléant".
  var isReplacement = false
  /// The index behind it.
  var end: Int

  private static let words: Set<String> = [
    "a", "au", "ayant", "avait", "avaient", "ont", "donne", "donnent", "donnant", "donnee",
    "donner", "pouvoir", "pouvoirs", "pourvoir", "procuration", "procurations", "mandat",
    "mandate", "mandataire", "par", "represente", "representee", "representes", "representees",
    "est", "sont", "qui", "lui", "son", "sa", "ecrit", "de", "du", "vote", "voter", "pour",
    "delegation", "en", "faveur", "profit", "remis", "remet", "confie", "leur", "e", "repr", "rep",
    "recu", "recoit", "porteur", "porteuse", "detenteur", "detentrice", "detient", "excuse",
    "excusee", "absent", "absente", "le", "la",
    "une", "un", "l", "d", "proc", "pvr", "procu", "etait", "suite", "remplace", "remplacee",
    "supplee",
    "suppleee", "suppleant", "suppleante",
  ]
  private static let strong: Set<String> = [
    "pouvoir", "pouvoirs", "pourvoir", "procuration", "procurations", "mandat", "mandate",
    "mandataire", "represente", "representee", "representes", "representees", "repr", "rep",
    "delegation", "proc", "pvr", "procu", "donne", "donnant", "remplace", "remplacee", "supplee",
    "suppleee",
  ]
  private static let strongNouns: Set<String> = [
    "pouvoir", "pouvoirs", "pourvoir", "procuration", "procurations", "mandat", "mandataire",
    "repr", "proc", "procu", "pvr",
  ]
  private static let back: Set<String> = [
    "recu", "recoit", "porteur", "porteuse", "detenteur", "detentrice", "detient",
  ]
  private static let reach = 14

  /// Reads the link at an index; nothing where none stands there.
  ///
  /// `isAmongProxies` says that the list is one of proxies, where "à" alone is a link.
  init?(_ tokens: [RollToken], at start: Int, isAmongProxies: Bool) {
    var at = start
    var lead: Int?
    var isStrong = false
    var isBack = false
    var isBracketed = false
    var last = ""
    isPlural = false
    scan: while at < tokens.count, at - start < Self.reach {
      let token = tokens[at]
      switch token.kind {
      case .number: break scan
      case .mark(let mark):
        if mark == UInt8(ascii: ">") {
          isStrong = isStrong || at > start || !token.opensLine
          lead = at + 1
        } else if mark == UInt8(ascii: "(") {
          guard !isBracketed else { break scan }
          isBracketed = true
        } else if mark == UInt8(ascii: ":") || mark == UInt8(ascii: ".")
          || mark == UInt8(ascii: "=")
        {
          if mark == UInt8(ascii: ":"), Self.strongNouns.contains(last) { lead = at + 1 }
          if mark == UInt8(ascii: "=") { lead = at + 1 }
        } else if mark == UInt8(ascii: "-"), at + 1 < tokens.count, tokens[at + 1].isMark(">") {
          // "->"
        } else {
          break scan
        }
      case .word:
        guard Self.words.contains(token.key), token.letters == .small || Self.opens(token) else {
          break scan
        }
        if token.key == "a" || token.key == "au", at + 1 < tokens.count,
          ["partir", "compter", "l'ouverture", "louverture"].contains(tokens[at + 1].key)
        {
          return nil
        }
        if Self.strong.contains(token.key) { isStrong = true }
        if Self.back.contains(token.key) { isBack = true }
        if token.key == "ont" || token.key == "donnent" { isPlural = true }
        last = token.key
        switch token.key {
        case "a", "par": lead = at + 1
        case "son", "sa", "suppleant",
          "suppleante" where lead == at:
          lead = at + 1
        case "au" where at + 1 < tokens.count && tokens[at + 1].key != "profit": lead = at + 1
        case "de" where at > start && tokens[at - 1].key == "faveur": lead = at + 1
        case "de" where at > start && tokens[at - 1].key == "profit": lead = at + 1
        case "de", "du", "le", "la", "l", "d":
          break
        default:
          if Self.strongNouns.contains(token.key), at + 1 < tokens.count, tokens[at + 1].isName,
            !tokens[at + 1].opensLine || isAmongProxies
          {
            lead = at + 1
          }
        }
        if token.hasStop, !["repr", "rep", "proc", "procu"].contains(token.key) { break scan }
        if token.hasStop { lead = at + 1 }
      }
      at += 1
    }
    if let lead, lead <= at, lead == at || tokens[lead..<at].allSatisfy({ $0.kind != .word }),
      isStrong || isAmongProxies, lead > start
    {
      end = at
      leadsToGiver = false
      let keys = tokens[start..<at].map(\.key)
      isReplacement = keys.contains { $0.hasPrefix("remplace") || $0.hasPrefix("supplee") }
      isRepresentation =
        keys.contains { $0.hasPrefix("represente") }
        && Self.strongNouns.isDisjoint(with: keys)
      return
    }
    // "(pouvoir de Mme ROUX)", "a reçu pouvoir de M. PETIT".
    guard isStrong, isBracketed || isBack, ["de", "d", "du"].contains(last), at > start else {
      return nil
    }
    end = at
    leadsToGiver = true
  }

  /// Whether a word with a capital can be one of a link: "Pouvoir à", "Procuration à", "A donné".
  private static func opens(_ token: RollToken) -> Bool {
    strong.contains(token.key) || (token.key == "a" && !token.hasStop) || token.key == "ayant"
      || token.key == "ont"
      || token.key == "par" || token.key == "excuse" || token.key == "excusee"
  }
}
