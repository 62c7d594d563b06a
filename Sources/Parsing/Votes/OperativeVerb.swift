import DeliberationModel
import PageModel

/// Tells from its words what a sentence makes of the motion.
///
/// Verbs are those of an assembly in the present ("approuve", "prend acte", "sursoit"), and what it
/// says of the motion itself ("est adopté", "Approbation du Conseil", "point retiré").
enum OperativeVerb {
  /// Verbs by which a motion is carried.
  private static let adopting = [
    "approuve", "approuvent", "decide", "decident", "adopte", "adoptent", "autorise", "autorisent",
    "accepte", "acceptent", "fixe", "fixent", "vote", "votent", "valide", "valident", "attribue",
    "accorde", "alloue", "octroie", "donne", "donnent", "emet", "emettent", "designe",
    "elit", "nomme", "ratifie", "confirme", "arrete", "sollicite", "cree", "institue",
    "instaure", "charge", "mandate", "habilite", "agree", "enterine", "prononce",
    "constate", "affecte", "inscrit", "modifie", "retient", "homologue", "proclame",
    "maintient", "reconduit", "renouvelle", "delegue", "supprime",
    "annule", "abroge", "prend", "prennent", "opte", "statue", "consent", "choisit",
    "determine", "soutient", "concede", "cede", "vend", "acquiert", "exonere", "s'engage",
    "engage", "lance", "refuse", "rejette", "ajourne", "reporte", "sursoit", "admet", "conclut",
    "arretent", "renonce", "declare",
    "acte",
  ]
  private static let table = WordTable<Void>([
    ((), adopting.filter { $0.utf8.allSatisfy { $0 < 0x80 } && !$0.contains("'") })
  ])

  /// Where the first verb of an assembly stands at or after an index; "voté" is none.
  static func first(in sentence: ActSentence, from start: Int) -> Int? {
    let folded = sentence.folded
    let bytes = folded.bytes
    var at = start
    while at < bytes.count {
      guard ASCII.isLetter(bytes[at]), at == 0 || !ASCII.isLetter(bytes[at - 1]) else {
        at += 1
        continue
      }
      var end = at
      while end < bytes.count, ASCII.isLetter(bytes[end]) { end += 1 }
      if table.value(of: bytes[at..<end]) != nil,
        !isAccented(end - 1, sentence),
        !bytes[..<at].suffix(4).elementsEqual(" ne ".utf8)
      {
        return at
      }
      at = end
    }
    return nil
  }

  /// Whether a letter is printed with an accent: "voté", not "vote".
  private static func isAccented(_ index: Int, _ sentence: ActSentence) -> Bool {
    index >= 0 && sentence.passage.bytes[sentence.folded.offsets[index]] >= 0x80
  }

  /// What a sentence makes of the motion; nothing where it says nothing of it.
  ///
  /// An unfavourable opinion on the project of another body is the text that an assembly adopts; on
  /// what was proposed to itself it rejects that.
  static func result(of sentence: ActSentence) -> VoteResult? {
    if opinion(of: sentence) == .unfavourable, sentence.holds(projects) { return .adopted }
    // "À l'unanimité, il s'oppose au transfert."
    if sentence.holds([" s'oppose", " s'opposent"]),
      SentenceSense.decides(sentence) || sentence.opens(with: ["a l'unanimite", "a la majorite"])
        || sentence.holds(["il s'oppose", "elle s'oppose"])
          && sentence.holds(["unanimite", "voix"])
    {
      return .rejected
    }
    if let bare = bare(sentence) { return bare }
    // "Pour un avis défavorable : 8 voix" counts those who give it.
    if sentence.opens(with: ["pour un avis", "pour l'avis"]) { return nil }
    let plain = sentence.withoutManner
    for (result, phrases) in states
    where sentence.holds(phrases)
      || plain.map({ text in phrases.contains { text.contains($0) } })
        ?? false
    {
      if result == .noted, sentence.holds(carrying) { return .adopted }
      if result == .adjourned, movesMoney(sentence) { continue }
      return result
    }
    return nil
  }

  /// Whether a sentence refuses something beside what it carries: "attribue les aides et rejette la demande
  /// du club".
  static func refusesInPart(_ sentence: ActSentence) -> Bool {
    let refusals: [StaticString] = [" et rejette", ", rejette", " et refuse", " mais rejette"]
    guard let refusal = refusals.compactMap({ sentence.folded.firstIndex(of: $0) }).min() else {
      return false
    }
    return gifts.contains { verb in
      sentence.folded.firstIndex(of: verb).map { $0 < refusal } ?? false
    }
  }

  private static let gifts: [StaticString] = [
    " attribue ", " accorde ", " alloue ", " approuve ", " adopte ", " autorise ", " decide d",
  ]

  /// A result that stands alone: "AJOURNÉ", "Rejetée".
  private static func bare(_ sentence: ActSentence) -> VoteResult? {
    let words = sentence.words
    guard sentence.opensLine, words.count <= 12 else { return nil }
    var word = Array(words.prefix(while: ASCII.isLetter))
    guard !words.dropFirst(word.count).contains(where: ASCII.isLetter) else { return nil }
    if word.last == UInt8(ascii: "s") { word.removeLast() }
    if word.suffix(2).elementsEqual("ee".utf8) { word.removeLast() }
    return bareResults.first { $0.word.elementsEqual(word) }?.result
  }

  private static let bareResults: [(word: [UInt8], result: VoteResult)] = [
    (Array("ajourne".utf8), .adjourned), (Array("reporte".utf8), .adjourned),
    (Array("rejete".utf8), .rejected), (Array("refuse".utf8), .rejected),
    (Array("retire".utf8), .withdrawn),
  ]

  /// "décide de reporter l'excédent en section de fonctionnement" puts nothing off.
  private static func movesMoney(_ sentence: ActSentence) -> Bool {
    sentence.holds([
      "excedent", "deficit", "solde", "le resultat", "les resultats", "credits", "au compte",
      "en section", "report a nouveau", "restes a realiser",
    ])
      && !sentence.holds([
        "seance", "prochain", "ulterieur", "surseoir", "sursoit", "ajourn", "reunion",
      ])
  }

  /// What another body asks an opinion on.
  private static let projects: [StaticString] = [
    " projet", " schema", " plan ", " enquete", " demande", " dossier", " arrete", " programme",
    " perimetre", " carte ",
  ]

  /// Verbs beside "prend acte" that carry a motion.
  private static let carrying: [StaticString] = [
    " approuve", " adopte ", " autorise ", " designe ", " elit ", " decide d'", " decide a",
    " decide de la", " valide ",
  ]

  private static let states: [(result: VoteResult, phrases: [StaticString])] = [
    (
      .withdrawn,
      [
        "retire de l'ordre du jour", "retiree de l'ordre du jour", "retires de l'ordre du jour",
        "point est retire", "question est retiree", "deliberation est retiree",
        "rapport est retire",
        "dossier est retire", "point retire", "question retiree", "deliberation retiree",
        "retrait de ce point", "retrait de l'ordre du jour", "retrait de la deliberation",
        "retire ce point", "retire cette question", "retire cette deliberation", "retire le point",
        "retirer ce point", "retirer cette deliberation", "retirer cette question",
        "retirer le point", "retirer la deliberation", "deliberation a ete retiree",
        "point a ete retire",
        "projet est retire", "maire retire la deliberation", "maire retire le projet",
        "president retire la deliberation", "presidente retire la deliberation",
        "president retire le projet", "rapporteur retire la deliberation",
      ]
    ),
    (
      .adjourned,
      [
        "est ajourne", "ajourne ", "ajournee", "est reporte", "sont reporte", "est reportee",
        "point reporte", "question reportee", "deliberation reportee", "reporte a une",
        "reportee a une", "reporte a la prochaine", "reportee a la prochaine",
        "reporte au prochain",
        "reportee au prochain", "surseoir", "sursoit", "sursis a statuer", "decide de reporter",
        "remis a une prochaine", "est differe", "decide d'ajourner", "ajournement de",
        "decide de differer", "differe sa decision", "differe la decision", "decide de repousser",
        "decide le report", "est repousse a ", "est repoussee a ", "repousse a une",
        "repousse a la prochaine", "report du vote", "report de la decision",
        "ne pas se prononcer", "decide d'attendre", "decide de surseoir", "est renvoye",
        "decision reportee", "decision ajournee", "decision differee", "reporte sa decision",
        "reporte la decision", "reporte ce point", "reporte cette",
        "sont renvoye", "renvoyer le rapport", "renvoyer l'examen", "renvoyer le dossier",
        "renvoyer ce ", "renvoye a une", "renvoyee a une", "est remise a", "est remis a",
        "affaire reportee", "decision remise",
      ]
    ),
    (
      .rejected,
      [
        "n'approuve pas", "n'approuvent pas", "n'adopte pas", "n'accepte pas", "n'autorise pas",
        "n'est pas adopte", "n'est pas approuve", "n'est pas accepte", "ne valide pas", "rejette",
        "rejetent", "est rejete", "sont rejete", "est repousse", "refuse ", "refusent ",
        "se prononce contre", "se prononcent contre", "se prononce defavorablement",
        " est defavorable", " n'est pas favorable", "decide de rejeter", "decide de refuser",
        "ne donne pas son accord",
        "ne donne pas suite", "ne pas donner suite", "souhaite pas donner suite",
        "n'est pas donne suite", "decide de ne pas approuver", "decide de ne pas accepter",
        "ne sont pas approuve", "ne sont pas adopte", "ne sont pas accepte", "refus du conseil",
        "refus a l'unanimite", "n'est pas retenu", "n'emet pas un avis favorable",
        "deliberation rejetee", "motion rejetee", "proposition rejetee", "est refuse",
        "vote defavorable", "un avis defavorable", "n'ont pas approuve", "n'a pas approuve",
      ]
    ),
    (
      .noted,
      [
        "prend acte", "prennent acte", "a pris acte", "ont pris acte", "donne acte", "dont acte",
        "acte est donne", "prend connaissance", "prennent connaissance", "a pris connaissance",
        "prend bonne note", "acte est pris", "est pris acte", "avoir pris connaissance",
        "avoir pris acte", "prendre acte", "prenant acte",
      ]
    ),
    (
      .adopted,
      [
        "est adopte", "sont adopte", "est approuve", "sont approuve", "est accepte", "sont accepte",
        "est valide", "sont valide", "est vote", "sont vote", "est elu", "sont elu", "a ete elu",
        "est proclame", "sont proclame", "a ete proclame", "ont ete proclame", "est designe",
        "sont designe", "a ete adopte", "est autorise", "approbation du conseil",
        "approbation a l'unanimite", "accord du conseil", "accord a l'unanimite", "accord unanime",
        "vote favorable", "adoption a l'unanimite", "adopte a l'unanimite", "adoptee a l'unanimite",
        "approuve a l'unanimite", "approuvee a l'unanimite", "votee a l'unanimite",
        "donne son accord", "donnent leur accord", "emet un avis", "emettent un avis",
        "donne un avis", "rend un avis", "emis un avis", "avis favorable a l'unanimite",
        "a decide", "ont decide", "a approuve", "a vote", "a adopte", "ont approuve", "ont vote",
        "a accepte", "a designe", "a elu", "adopte par", "adoptee par", "approuve par",
        "approuvee par", "a donne son accord",
      ]
    ),
  ]

  /// What a sentence without a verb of its own announces by the clauses below it, each of which may take
  /// note and no more, or the first put the motion off.
  ///
  /// "décide :" above "- de prendre acte du rapport"; "Le conseil, après en avoir délibéré," above
  /// "AJOURNE l'examen".
  static func announced(at place: Int, _ sentences: [ActSentence]) -> VoteResult {
    guard let mark = sentences[place].folded.bytes.last, [0x3A, 0x2C].contains(mark) else {
      return .adopted
    }
    // Visas may stand between "décide :" and its clauses.
    let below = sentences[(place + 1)...].drop { $0.opens(with: ["vu ", "considerant "]) }
    let items = below.prefix { $0.opens(with: ["de ", "d'", "prend"]) }
    if !items.isEmpty, items.allSatisfy({ $0.opens(with: notes) }) { return .noted }
    guard let first = sentences[(place + 1)...].first, isClause(first),
      let result = result(of: first), [.adjourned, .rejected, .withdrawn].contains(result)
    else { return .adopted }
    return result
  }

  static let notes: [StaticString] = [
    "de prendre acte", "prendre acte", "prend acte", "de donner acte", "de prendre connaissance",
  ]

  /// "adopté", "approuvée" as the last word of a sentence about minutes or a motion.
  static func isParticiple(_ sentence: ActSentence) -> Bool {
    let marks: [UInt8] = [0x2E, 0x20, 0x29, 0x21, 0x09]
    let bytes = sentence.folded.bytes
    let end = (bytes.lastIndex { !marks.contains($0) } ?? -1) + 1
    guard end <= 160, let last = bytes[..<end].lastIndex(where: ASCII.isLetter) else {
      return false
    }
    let start = (bytes[..<last].lastIndex { !ASCII.isLetter($0) } ?? -1) + 1
    return participles.value(of: bytes[start...last]) != nil
  }

  private static let participles = WordTable<Void>([
    (
      (),
      [
        "adopte", "adoptee", "adoptes", "adoptees", "approuve", "approuvee", "approuves",
        "approuvees", "accepte", "acceptee", "vote", "votee", "validee", "valide",
      ]
    )
  ])

  /// Whether a sentence is an operative clause or the words before it: the assembly is its subject,
  /// or a verb in capitals or behind a dash opens it.
  static func isClause(_ sentence: ActSentence) -> Bool {
    if SentenceSense.decides(sentence) { return true }
    guard sentence.opensLine, sentence.opensWithCapital || isItem(sentence) else { return false }
    let words = sentence.words
    let end = words.firstIndex { !ASCII.isLetter($0) } ?? words.endIndex
    // "Vote :", "Vote contre : 2" are labels.
    if words[words.startIndex..<end].elementsEqual("vote".utf8), VoteNames.isLabel(words[end...]) {
      return false
    }
    return clauseVerbs.value(of: words[words.startIndex..<end]) != nil
      && !isAccented(end - 1, sentence)
  }

  private static func isItem(_ sentence: ActSentence) -> Bool {
    sentence.folded.bytes.first.map { !ASCII.isLetter($0) && !ASCII.isDigit($0) } ?? false
  }

  private static let clauseVerbs = WordTable<Void>([
    (
      (),
      [
        "approuve", "decide", "adopte", "autorise", "accepte", "fixe", "vote", "valide", "attribue",
        "accorde", "alloue", "octroie", "donne", "emet", "designe", "elit", "nomme", "ratifie",
        "confirme", "arrete", "sollicite", "cree", "institue", "instaure", "mandate", "prononce",
        "constate", "affecte", "modifie", "retient", "prend", "rejette", "refuse", "ajourne",
        "maintient", "reconduit", "renouvelle", "annule", "abroge", "deplore", "demande",
      ]
    )
  ])

  /// What an assembly says of the project of another body: "émet un avis favorable au projet".
  static func opinion(of sentence: ActSentence) -> StatedOpinion? {
    // What stands between may tell the vote: "émet, par 12 voix pour et 1 contre, un avis favorable".
    let gives: [StaticString] = [
      "emet", "d'emettre", "donne", "de donner", "rend", "de rendre", "formule", "de formuler",
    ]
    let folded = sentence.folded
    for verb in gives {
      guard let place = folded.firstIndex(of: verb),
        place == 0 || !ASCII.isLetter(folded.bytes[place - 1]),
        let avis = folded.firstIndex(of: " avis ", from: place), avis - place <= 90
      else { continue }
      let rest = String(decoding: folded.bytes[avis...].prefix(60), as: UTF8.self)
      if rest.contains("defavorable") { return .unfavourable }
      if rest.contains("favorable") { return .favourable }
    }
    return nil
  }
}
